import type { CreditRule } from '../../fields/credit-rule/schema.ts';
import { compareCreditRules } from '../values/credit-rule.ts';
import { cannotDecide, fail, onField, pass, type Rule } from './rule.ts';

/** No class and no measure of the base is lost. */
export const creditRuleWeakened: Rule = {
  id: 'credit-rule-weakened',
  levels: { adjustment: 'warning', successor: 'warning' },
  title: { zh: '信用风险分类要求减弱', en: 'the credit rule is weakened' },
  field: 'creditRule',
  on: 'pair',
  judge: onField<CreditRule | null>('creditRule', (base, head, { comparing }) => {
    if (!base?.applies) return null;
    if (head === null) return cannotDecide('not-stated');
    const verdict = compareCreditRules(base, head, comparing);
    if (verdict.same) return pass;
    const details = verdict.details ?? [];
    if (verdict.kind === 'weakened' || details.some(({ kind }) => kind === 'removed')) return fail;
    return details.some(({ of }) => of === 'system') ? cannotDecide('not-comparable') : pass;
  }),
};
