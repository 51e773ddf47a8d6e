import type { Edge } from './page.ts';

/** Edges of one direction that are this close, in points, are one ruling: pieces of it, or its two sides. */
export const snapTolerance = 3;

/**
 * Gathers numbers into groups and gives each group's mean. A group ends where the next number is more than half the
 * tolerance away, or would make the group wider than twice the tolerance: a flight of close lines cannot melt into one.
 */
export function clusters(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const means: number[] = [];
  for (let i = 0; i < sorted.length; ) {
    let [j, sum] = [i, 0];
    do sum += sorted[j++]!;
    while (
      j < sorted.length &&
      sorted[j]! - sorted[j - 1]! <= tolerance / 2 &&
      sorted[j]! - sorted[i]! <= tolerance * 2
    );
    means.push(sum / (j - i));
    i = j;
  }
  return means;
}

/** Index of the number nearest to `value` in an ascending list; -1 for an empty one. */
export function nearest(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  if (low === sorted.length) return low - 1;
  return low > 0 && value - sorted[low - 1]! <= sorted[low]! - value ? low - 1 : low;
}

/** Moves almost collinear edges onto one line. */
export function snap(edges: readonly Edge[], tolerance = snapTolerance): Edge[] {
  return (['h', 'v'] as const).flatMap(direction => {
    const group = edges.filter(edge => edge.direction === direction);
    const lines = clusters(
      group.map(edge => edge.at),
      tolerance,
    );
    return group.map(edge => ({ ...edge, at: lines[nearest(lines, edge.at)]! }));
  });
}
