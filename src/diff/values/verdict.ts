import type { Detail, Folding, Kind, Reason } from '../schema.ts';
import type { Settings } from '../wording.ts';

/** What comparing two values came to. */
export type Verdict =
  | { readonly same: true; readonly folded: readonly Folding[] }
  | { readonly same: false; readonly kind: Kind; readonly reason?: Reason; readonly details?: readonly Detail[] };

/** What a comparison depends on besides the values. */
export interface Comparing extends Settings {
  /** Years between the plans that dates are moved by before they are compared: 0 unless each counts in its own year. */
  readonly years: number;
}

export const same = (folded: readonly Folding[] = []): Verdict => ({ same: true, folded: [...new Set(folded)] });

export const differs = (kind: Kind, details: readonly Detail[] = []): Verdict => ({
  same: false,
  kind,
  ...(details.length > 0 && { details }),
});

export const cannotTell = (reason: Reason, details: readonly Detail[] = []): Verdict => ({
  same: false,
  kind: 'cannot-tell',
  reason,
  ...(details.length > 0 && { details }),
});

/** A difference of a value that one side does not state is known, only not in which direction. */
export const stated = <T>(base: T | null, head: T | null, compare: (base: T, head: T) => Verdict): Verdict => {
  if (base === null && head === null) return same();
  return base === null || head === null ? differs('changed') : compare(base, head);
};

/** One kind for several parts: theirs where all that differ agree, else `changed`. */
export function together(verdicts: readonly { readonly of?: string; from: unknown; to: unknown; verdict: Verdict }[]) {
  const details: Detail[] = [];
  const folded: Folding[] = [];
  const reasons: Reason[] = [];
  for (const { verdict, ...part } of verdicts)
    if (verdict.same) folded.push(...verdict.folded);
    else {
      details.push({ kind: verdict.kind, ...part });
      if (verdict.reason) reasons.push(verdict.reason);
    }
  if (details.length === 0) return same(folded);
  const found = new Set(details.map(({ kind }) => kind));
  if (found.size > 1) return differs('changed', details);
  const [kind] = found;
  return kind === 'cannot-tell' ? cannotTell(reasons[0] ?? 'not-comparable', details) : differs(kind!, details);
}
