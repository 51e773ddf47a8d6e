import { createHash } from 'node:crypto';
import type { Plan } from './schema.ts';

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, length);

const editions: readonly (readonly [RegExp, string])[] = [
  [/修订/u, 'revised'],
  [/调整/u, 'adjusted'],
  [/征求意见/u, 'draft'],
  [/补充/u, 'supplement'],
];

/** code-year-kind-edition, null parts left out; the place's code stands in for by a digest of the title, that by one of the names. */
export function planId(
  plan: Pick<Plan, 'title' | 'region' | 'year' | 'kind' | 'edition'>,
  names: readonly string[],
): string {
  const code = plan.region?.code ?? `x${digest(plan.title ?? names.join(''), 8)}`;
  const edition =
    plan.edition === null
      ? null
      : (editions.find(([pattern]) => pattern.test(plan.edition!))?.[1] ?? `e${digest(plan.edition, 4)}`);
  return [code, plan.year, plan.kind, edition].filter(part => part !== null).join('-');
}

/** Plan id and 1-based position; never the printed number, which repeats and skips. */
export const taskId = (plan: string, index: number): string => `${plan}-${String(index + 1).padStart(3, '0')}`;
