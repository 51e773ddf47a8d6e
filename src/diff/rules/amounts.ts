import type { Frequency } from '../../fields/amounts/frequency-schema.ts';
import type { Ratio } from '../../fields/amounts/ratio-schema.ts';
import { type Amount, boundOf } from '../values/amount.ts';
import { type Times, yearly } from '../values/frequency.ts';
import { type FlatRatio, sameUnit } from '../values/ratio.ts';
import { plainKey, textKey } from '../wording.ts';
import { cannotDecide, fail, gravest, type Judged, type Judgement, onField, pass, type Rule } from './rule.ts';

type Either = Ratio | Frequency;
type Question<T> = (base: T, head: T) => Judgement | null;

/**
 * Asks of two amounts, tier by tier; an amount without tiers holds for every tier of the other side. A tier that only the base
 * has is left open, one that only the head has is not asked about. Where the base gives nothing to ask for, nothing is asked.
 */
function ask<T>(
  base: Either | null,
  head: Either | null,
  { comparing }: Judged,
  question: Question<T>,
): Judgement | null {
  if (base === null || isOpen(base)) return null;
  const from = tiersOf<T>(base);
  const asked = from?.tiers ?? [base as T];
  if (asked.every(amount => question(amount, amount) === null)) return null;
  if (head === null) return cannotDecide('not-stated');
  if (isOpen(head)) return cannotDecide(head.kind);
  const to = tiersOf<T>(head);
  if (!to) return gravest(asked.map(amount => question(amount, head as T)));
  if (!from) return gravest(to.tiers.map(tier => question(base as T, tier)));
  if (from.by !== to.by) return cannotDecide('not-comparable');
  const key = from.by === 'level' ? plainKey : textKey;
  return gravest(
    from.tiers.map(tier => {
      const other = to.tiers.find(({ of }) => key(of, comparing.head) === key(tier.of, comparing.base));
      return other ? question(tier, other) : cannotDecide('not-stated');
    }),
  );
}

const isOpen = (value: Either): value is Extract<Either, { kind: 'reference' | 'undecided' }> =>
  'kind' in value && (value.kind === 'reference' || value.kind === 'undecided');

const tiersOf = <T>(value: Either): { by: string; tiers: (T & { of: string })[] } | null =>
  'tiers' in value ? (value as never) : null;

/** Asks only of amounts that can be compared; of others it is left open, where the base gives anything to ask for. */
const comparable =
  (question: Question<Amount>): Question<FlatRatio> =>
  (base, head) => {
    const sameKind = base.kind === head.kind;
    const units = base.kind !== 'count' || head.kind !== 'count' || sameUnit(base.unit, head.unit);
    if (sameKind && units) return question(base, head);
    return question(base, base) === null ? null : cannotDecide('not-comparable');
  };

/** At least as much must be done as before. An approximate figure just there leaves it open. */
const notLess: Question<Amount> = (base, head) => {
  if (base.min === null) return null;
  if (head.min === null) return fail;
  if (head.min < base.min) return base.about || head.about ? cannotDecide('about') : fail;
  return head.about && head.min === base.min && !base.about ? cannotDecide('about') : pass;
};

/** A ceiling binds whoever has to keep it; an exact ratio is none. */
const notAbove: Question<Amount> = (base, head) => {
  if (base.max === null || boundOf(base) === 'exact') return null;
  if ((head.min ?? 0) > base.max) return fail;
  if (head.max === null) return cannotDecide('not-stated');
  return head.max > base.max ? fail : pass;
};

/** 不低于5% became 5%: the figure stands, the bound is gone. */
const keepsBound: Question<Amount> = (base, head) => {
  const [from, to] = [boundOf(base), boundOf(head)];
  if (from !== 'floor' && from !== 'ceiling') return null;
  if (to === from || to === 'range') return pass;
  // There is nothing above full coverage.
  return from === 'floor' && to === 'exact' && head.min === 100 ? pass : fail;
};

const ratioRule = (rule: Omit<Rule, 'field' | 'on' | 'judge'>, question: Question<Amount>): Rule => ({
  ...rule,
  field: 'ratio',
  on: 'pair',
  judge: onField<Ratio | null>('ratio', (base, head, judged) =>
    ask<FlatRatio>(base, head, judged, comparable(question)),
  ),
});

const withoutDoubt =
  (judge: Rule['judge']): Rule['judge'] =>
  judged => {
    const judgement = judge(judged);
    return judgement?.outcome === 'cannot-decide' ? null : judgement;
  };

export const ratioBelowBase = ratioRule(
  {
    id: 'ratio-below-base',
    levels: { adjustment: 'error', successor: 'warning' },
    title: { zh: '抽查比例低于基准计划', en: 'the ratio is below the base plan' },
  },
  notLess,
);

export const ratioAboveCeiling = ratioRule(
  {
    id: 'ratio-above-ceiling',
    levels: { adjustment: 'error', successor: null },
    title: { zh: '抽查比例高于基准计划的上限', en: 'the ratio is above the base plan’s ceiling' },
  },
  notAbove,
);

const bound = ratioRule(
  {
    id: 'comparator-lost',
    levels: { adjustment: 'warning', successor: 'warning' },
    title: { zh: '抽查比例的“不低于”“不高于”丢失', en: 'the ratio lost its “at least” or “at most”' },
  },
  keepsBound,
);
/** What cannot be read or compared at all is already left open by `ratio-below-base`. */
export const comparatorLost: Rule = { ...bound, judge: withoutDoubt(bound.judge) };

export const frequencyReduced: Rule = {
  id: 'frequency-reduced',
  levels: { adjustment: 'error', successor: 'warning' },
  title: { zh: '抽查频次减少', en: 'the frequency is reduced' },
  field: 'frequency',
  on: 'pair',
  judge: onField<Frequency | null>('frequency', (base, head, judged) =>
    ask<Times>(base, head, judged, (one, other) => notLess(yearly(one), yearly(other))),
  ),
};
