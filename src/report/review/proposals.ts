import type { Diagnostic } from '../../model/diagnostic.ts';
import { label } from '../../plan/rules/index.ts';
import type { Plan } from '../../plan/schema.ts';
import type { ProposalData } from './data.ts';
import type { Tables } from './tables.ts';
import { enterValue, statedIn } from './tasks.ts';

/** Values that a finding itself suggests for its field; what it leaves open is for the form. */
export function proposals(
  { code, severity, params }: Diagnostic,
  plan: Plan,
  task: number,
  field: string,
  tables: Tables,
): ProposalData[] {
  const value = (index: number): unknown => statedIn(plan.tasks[index]! as Record<string, unknown>, field);
  switch (code) {
    case 'ambiguous-blank': {
      const donor = donorAbove(plan, task, String(params.donor));
      const set = donor < 0 ? null : enterValue(field, value(donor), tables);
      return set === null
        ? []
        : [{ label: { zh: `与第${params.donor}项合并`, en: `merged with task ${params.donor}` }, set }];
    }
    case 'misplaced-text':
      return severity === 'error' ? [{ label: { zh: '视为空白', en: 'treat as blank' }, set: null }] : [];
    case 'near-typo': {
      const [text, proposed] = [String(params.text), String(params.proposed)];
      const replaced = replaceText(value(task), text, proposed);
      return replaced === null
        ? []
        : [{ label: { zh: `改作“${proposed}”`, en: `read “${proposed}”` }, set: enterValue(field, replaced, tables) }];
    }
    default:
      return [];
  }
}

/** The nearest task above of that label. */
function donorAbove(plan: Plan, task: number, name: string): number {
  for (let index = task - 1; index >= 0; index--) if (label(plan.tasks[index], index) === name) return index;
  return -1;
}

/** The value with a text in it replaced, where it holds that text; only texts and lists of texts are touched. */
function replaceText(value: unknown, text: string, by: string): unknown {
  const replaced = Array.isArray(value)
    ? value.map(one => (typeof one === 'string' ? one.replace(text, () => by) : one))
    : typeof value === 'string'
      ? value.replace(text, () => by)
      : value;
  return JSON.stringify(replaced) === JSON.stringify(value) ? null : replaced;
}
