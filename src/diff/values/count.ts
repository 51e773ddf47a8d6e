import type { Count } from '../../fields/count.ts';
import { sameText } from '../wording.ts';
import { compareAmounts } from './amount.ts';
import { sameUnit } from './ratio.ts';
import { type Comparing, cannotTell, differs, same, stated, type Verdict } from './verdict.ts';

const isOpen = ({ min, max }: Count): boolean => min === null && max === null;

/** What became of a population or a sample. */
export const compareCounts = (base: Count | null, head: Count | null, comparing: Comparing): Verdict =>
  stated(base, head, (base, head) => {
    if (isOpen(base) !== isOpen(head)) return cannotTell('undecided');
    const folded = sameText(base.text, head.text, comparing);
    if (folded) return same(folded);
    if (isOpen(base)) return differs('changed');
    if (base.unit !== null && head.unit !== null && !sameUnit(base.unit, head.unit))
      return cannotTell('not-comparable');
    const kind = compareAmounts(base, head);
    return kind === null ? same(['cosmetic']) : differs(kind);
  });
