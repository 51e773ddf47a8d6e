import type { Kind } from '../schema.ts';
import { marksOf } from '../text-marks.ts';
import { memberKeys, sameText } from '../wording.ts';
import { type Comparing, differs, same, type Verdict } from './verdict.ts';

/** What became of a text that is kept as it stands. */
export function compareTexts(base: string | null, head: string | null, comparing: Comparing): Verdict {
  if (base === null || head === null) return base === head ? same() : differs(base === null ? 'added' : 'removed');
  const folded = sameText(base, head, comparing);
  return folded ? same(folded) : differs('changed');
}

const exclusion = /不含|除|不包括|以外/u;
const separator = /[、，；。,;/]|和|及|与/u;

const mirrored = { narrowed: 'widened', widened: 'narrowed' } as const;

/**
 * Whether a list of objects lost or won members and nothing else. A member is what stands between separators, so that another
 * word inside one is neither; an exclusion (不含…) that comes narrows.
 */
function scopeOf(base: string, head: string): Kind {
  const marks = marksOf(base, head).filter(mark => mark.in !== 'both');
  const [first] = marks;
  if (!first || marks.some(mark => mark.in !== first.in)) return 'changed';
  const kind = first.in === 'base' ? 'narrowed' : 'widened';
  if (marks.every(({ text }) => exclusion.test(text))) return mirrored[kind];
  return marks.every(({ text }) => separator.test(text) && !exclusion.test(text)) ? kind : 'changed';
}

/** What became of the objects of inspection: a list is its members, in whatever order. */
export function compareTargets(base: string | null, head: string | null, comparing: Comparing): Verdict {
  const verdict = compareTexts(base, head, comparing);
  if (verdict.same || base === null || head === null) return verdict;
  const [from, to] = [memberKeys(base, comparing.base), memberKeys(head, comparing.head)];
  if ([...from].sort().join('|') === [...to].sort().join('|')) return same(['cosmetic']);
  const [lost, won] = [from.filter(key => !to.includes(key)), to.filter(key => !from.includes(key))];
  const excludes = [...lost, ...won].some(key => exclusion.test(key));
  if (!excludes && won.length === 0) return differs('narrowed');
  if (!excludes && lost.length === 0) return differs('widened');
  return differs(scopeOf(base, head));
}
