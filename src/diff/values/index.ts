import type { Task } from '../../plan/schema.ts';
import { compareBodies } from './bodies.ts';
import { compareCounts } from './count.ts';
import { compareCreditRules } from './credit-rule.ts';
import { compareFrequencies } from './frequency.ts';
import { compareItems } from './items.ts';
import { comparePeriods } from './period.ts';
import { compareRatios } from './ratio.ts';
import { compareTargets, compareTexts } from './texts.ts';
import type { Comparing, Verdict } from './verdict.ts';

/** The tasks that the values belong to: bodies are compared with an eye on the other role. */
export interface Tasks {
  readonly base: Pick<Task, 'lead' | 'partners'>;
  readonly head: Pick<Task, 'lead' | 'partners'>;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds comparisons of every value type
type Compare = (base: any, head: any, comparing: Comparing, tasks: Tasks) => Verdict;

const roleOf =
  (other: 'lead' | 'partners'): Compare =>
  (base, head, comparing, tasks) =>
    compareBodies(base, head, comparing, { base: tasks.base[other], head: tasks.head[other] });

/** How the values of a field are compared, by the field's name in the plan. A field that is not listed holds text. */
const comparisons: Readonly<Record<string, Compare>> = {
  items: compareItems,
  targets: compareTargets,
  ratio: compareRatios,
  frequency: compareFrequencies,
  creditRule: compareCreditRules,
  period: comparePeriods,
  lead: roleOf('partners'),
  partners: roleOf('lead'),
  executors: (base, head, comparing) => compareBodies(base, head, comparing),
  population: compareCounts,
  sample: compareCounts,
};

export const compareValues = (
  field: string,
  base: unknown,
  head: unknown,
  comparing: Comparing,
  tasks: Tasks,
): Verdict => (comparisons[field] ?? compareTexts)(base, head, comparing, tasks);
