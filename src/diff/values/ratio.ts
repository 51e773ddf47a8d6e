import type { Ratio } from '../../fields/amounts/ratio-schema.ts';
import { sameText } from '../wording.ts';
import { type Amount, compareAmounts, compareNotes, inOrder, ofKind } from './amount.ts';
import { compareTiers } from './tiers.ts';
import { type Comparing, cannotTell, differs, same, stated, type Verdict } from './verdict.ts';

type Percent = Amount & { readonly kind: 'percent'; readonly count?: Counted | undefined };
type Counted = Amount & { readonly unit: string };
type Count = Counted & { readonly kind: 'count' };
export type FlatRatio = Percent | Count;

/** Counters of enterprises and people in business: what is counted is the same. */
const household = new Set(['户', '家', '个', '家次', '户次']);
export const sameUnit = (base: string | null, head: string | null): boolean =>
  base === head || (household.has(base ?? '') && household.has(head ?? ''));

/** Of 不低于100% nothing is left to be above. */
const exactWhole = <T extends Amount>(amount: T): T =>
  amount.min === 100 && amount.max === null ? { ...amount, max: 100 } : amount;

function compareCounts(base: Counted | undefined, head: Counted | undefined): Verdict {
  if (!base && !head) return same();
  if (!base || !head) return differs('changed');
  if (!sameUnit(base.unit, head.unit)) return cannotTell('not-comparable');
  const kind = compareAmounts(base, head);
  return kind === null && base.unit !== head.unit ? same(['cosmetic']) : ofKind(kind);
}

/** A percentage with a percentage, a count with a count of the same unit; nothing else can be compared. */
export function compareFlat(base: FlatRatio, head: FlatRatio): Verdict {
  if (base.kind === 'percent' && head.kind === 'percent')
    return inOrder(
      () => ofKind(compareAmounts(exactWhole(base), exactWhole(head))),
      () => compareCounts(base.count, head.count),
    );
  if (base.kind === 'count' && head.kind === 'count') return compareCounts(base, head);
  return cannotTell('not-comparable');
}

const isOpen = (ratio: Ratio): ratio is Extract<Ratio, { text: string }> =>
  ratio.kind === 'reference' || ratio.kind === 'undecided';

/** What became of a ratio. Direction is by what must at least be inspected. */
export const compareRatios = (base: Ratio | null, head: Ratio | null, comparing: Comparing): Verdict =>
  stated(base, head, (base, head) => {
    if (isOpen(base) || isOpen(head)) {
      const open = isOpen(head) ? head : (base as Extract<Ratio, { text: string }>);
      if (!isOpen(base) || !isOpen(head) || base.kind !== head.kind) return cannotTell(open.kind);
      const folded = sameText(base.text, head.text, comparing);
      return folded ? same(folded) : differs('changed');
    }
    return inOrder(
      () =>
        base.kind === 'tiered' || head.kind === 'tiered'
          ? compareTiers<FlatRatio>(base, head, compareFlat, comparing)
          : compareFlat(base, head),
      () => compareNotes(base.note, head.note, comparing),
    );
  });
