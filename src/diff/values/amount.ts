import type { Folding, Kind } from '../schema.ts';
import { type Settings, sameText } from '../wording.ts';
import { differs, same, type Verdict } from './verdict.ts';

/** An interval as plans state it: a floor has no `max`, a ceiling no `min`, an exact amount both alike. */
export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly about?: true | undefined;
}

export type Bound = 'exact' | 'floor' | 'ceiling' | 'range';
export const boundOf = ({ min, max }: Amount): Bound =>
  min === null ? 'ceiling' : max === null ? 'floor' : min === max ? 'exact' : 'range';

const direction = (base: number, head: number): Kind | null =>
  base === head ? null : head > base ? 'raised' : 'lowered';

/**
 * What became of an amount, null where nothing did. Bounds of one form are compared by their figures; between forms what must
 * at least be done decides (不低于5% → 10% is raised), and where that is equal, or one side names none, only the bound changed.
 */
export function compareAmounts(base: Amount, head: Amount): Kind | null {
  const [from, to] = [boundOf(base), boundOf(head)];
  if (from === to && from !== 'range') {
    const moved = direction((base.min ?? base.max)!, (head.min ?? head.max)!);
    return moved ?? (base.about === head.about ? null : 'bound-changed');
  }
  if (from === 'range' && to === 'range') {
    const ends = new Set([direction(base.min!, head.min!), direction(base.max!, head.max!)]);
    ends.delete(null);
    if (ends.size === 2) return 'bound-changed';
    return [...ends][0] ?? (base.about === head.about ? null : 'bound-changed');
  }
  if (base.min === null || head.min === null) return 'bound-changed';
  return direction(base.min, head.min) ?? 'bound-changed';
}

/** Riders beside a value. A value with another rider is another value. */
export function compareNotes(base: string | undefined, head: string | undefined, settings: Settings): Verdict {
  if (base === undefined && head === undefined) return same();
  if (base === undefined || head === undefined)
    return differs('changed', [{ kind: base ? 'removed' : 'added', of: 'note', from: base ?? null, to: head ?? null }]);
  const folded = sameText(base, head, settings);
  return folded ? same(folded) : differs('changed', [{ kind: 'changed', of: 'note', from: base, to: head }]);
}

/** The first verdict that differs; where none does, what all of them folded. */
export function inOrder(...verdicts: readonly (() => Verdict)[]): Verdict {
  const folded: Folding[] = [];
  for (const compare of verdicts) {
    const verdict = compare();
    if (!verdict.same) return verdict;
    folded.push(...verdict.folded);
  }
  return same(folded);
}

export const ofKind = (kind: Kind | null): Verdict => (kind === null ? same() : differs(kind));
