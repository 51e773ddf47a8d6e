import type { Period } from '../../fields/period/schema.ts';
import { daysOf, within } from '../values/period.ts';
import { cannotDecide, fail, onField, pass, type Rule } from './rule.ts';

/** The days of the head lie within those of the base. A deadline without a start is judged by its end. */
export const windowOutsideBase: Rule = {
  id: 'window-outside-base',
  levels: { adjustment: 'warning', successor: null },
  title: { zh: '抽查时间超出基准计划的时间', en: 'the window goes beyond the base plan’s' },
  field: 'period',
  on: 'pair',
  judge: onField<Period | null>('period', (base, head, { comparing }) => {
    const outer = base && daysOf(base, comparing.years);
    if (!outer) return null;
    if (head === null) return cannotDecide('not-stated');
    const inner = daysOf(head);
    if (!inner) return cannotDecide('undated');
    if (within(inner, outer)) return pass;
    const [first, last] = [outer[0]!.first, outer.at(-1)!.last];
    const known = inner
      .map(stretch => ({
        first: Number.isFinite(stretch.first) ? stretch.first : Math.max(first, Math.min(stretch.last, first)),
        last: Number.isFinite(stretch.last) ? stretch.last : Math.min(last, Math.max(stretch.first, last)),
      }))
      .filter(stretch => stretch.first <= stretch.last);
    return within(known, outer) ? cannotDecide('open-window') : fail;
  }),
};
