import { comparatorLost, frequencyReduced, ratioAboveCeiling, ratioBelowBase } from './amounts.ts';
import { leadChanged, partnerDropped } from './bodies.ts';
import { creditRuleWeakened } from './credit.ts';
import type { Rule } from './rule.ts';
import { baseTaskMissing, targetsNarrowed, taskAdded } from './scope.ts';
import { windowOutsideBase } from './windows.ts';

export type { Judged, Judgement, Rule } from './rule.ts';

/** In the order in which they are reported. */
export const diffRules: readonly Rule[] = [
  ratioBelowBase,
  ratioAboveCeiling,
  comparatorLost,
  frequencyReduced,
  windowOutsideBase,
  baseTaskMissing,
  taskAdded,
  partnerDropped,
  leadChanged,
  creditRuleWeakened,
  targetsNarrowed,
];
