import type { Edge } from './page.ts';
import { snapTolerance } from './snap.ts';

/**
 * Makes one edge of collinear pieces that overlap or almost touch: dashes, one piece per cell, a ruling drawn twice.
 * The opening that a merged cell leaves is at least a character wide, far more than `gap`.
 */
export function join(edges: readonly Edge[], gap = snapTolerance): Edge[] {
  const sorted = [...edges].sort(
    (a, b) => a.direction.localeCompare(b.direction) || a.at - b.at || a.from - b.from || a.to - b.to,
  );
  const joined: Edge[] = [];
  for (const edge of sorted) {
    const last = joined.at(-1);
    if (last && last.direction === edge.direction && last.at === edge.at && edge.from <= last.to + gap) {
      if (edge.to > last.to) joined[joined.length - 1] = { ...last, to: edge.to };
    } else joined.push(edge);
  }
  return joined;
}
