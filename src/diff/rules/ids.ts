/** The rules of a comparison, in the order in which they are reported. */
export const ruleIds = [
  'ratio-below-base',
  'ratio-above-ceiling',
  'comparator-lost',
  'frequency-reduced',
  'window-outside-base',
  'base-task-missing',
  'task-added',
  'partner-dropped',
  'lead-changed',
  'credit-rule-weakened',
  'targets-narrowed',
] as const;
export type RuleId = (typeof ruleIds)[number];
