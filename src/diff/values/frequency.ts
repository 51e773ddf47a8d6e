import type { Frequency } from '../../fields/amounts/frequency-schema.ts';
import { sameText } from '../wording.ts';
import { type Amount, compareAmounts, compareNotes, inOrder } from './amount.ts';
import { compareTiers } from './tiers.ts';
import { type Comparing, cannotTell, differs, same, stated, type Verdict } from './verdict.ts';

export type Times = Amount & { readonly per: string | null };

const aYear: Readonly<Record<string, number>> = { Y: 1, M: 12, W: 52, D: 365 };

/** Stretches of time in a year. A plan is for a year: once in the plan is once a year. */
export function stretchesInYear(per: string | null): number {
  const [, number, unit] = /^P(\d+)([YMWD])$/.exec(per ?? 'P1Y')!;
  return aYear[unit!]! / Number(number);
}

/** Times a year. */
export const yearly = ({ min, max, per }: Times): Amount => {
  const times = stretchesInYear(per);
  return { min: min === null ? null : min * times, max: max === null ? null : max * times };
};

/** By times a year; the same times in other stretches (每半年1次 for 每年2次) are another frequency. */
export function compareTimes(base: Times, head: Times): Verdict {
  const kind = compareAmounts(yearly(base), yearly(head));
  if (kind !== null) return differs(kind);
  if (stretchesInYear(base.per) !== stretchesInYear(head.per)) return differs('changed');
  return same(base.per === head.per ? [] : ['cosmetic']);
}

type Open = Extract<Frequency, { text: string }>;
const isOpen = (frequency: Frequency): frequency is Open =>
  'kind' in frequency && (frequency.kind === 'reference' || frequency.kind === 'undecided');

/** What became of a frequency. */
export const compareFrequencies = (base: Frequency | null, head: Frequency | null, comparing: Comparing): Verdict =>
  stated(base, head, (base, head) => {
    if (isOpen(base) || isOpen(head)) {
      const open = isOpen(head) ? head : (base as Open);
      if (!isOpen(base) || !isOpen(head) || base.kind !== head.kind) return cannotTell(open.kind);
      const folded = sameText(base.text, head.text, comparing);
      return folded ? same(folded) : differs('changed');
    }
    return inOrder(
      () =>
        'tiers' in base || 'tiers' in head
          ? compareTiers<Times>(base, head, compareTimes, comparing)
          : compareTimes(base, head),
      () => compareNotes(base.note, head.note, comparing),
    );
  });
