import type { Box } from '../model/box.ts';

export const width = (box: Box): number => box.x1 - box.x0;
export const height = (box: Box): number => box.bottom - box.top;
export const middleX = (box: Box): number => (box.x0 + box.x1) / 2;
export const middleY = (box: Box): number => (box.top + box.bottom) / 2;

/** The smallest box around all; null for none. */
export function union(boxes: Iterable<Box>): Box | null {
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    top = Math.min(top, box.top);
    x1 = Math.max(x1, box.x1);
    bottom = Math.max(bottom, box.bottom);
  }
  return x0 <= x1 ? { x0, top, x1, bottom } : null;
}

export const contains = (outer: Box, inner: Box, slack = 0): boolean =>
  inner.x0 >= outer.x0 - slack &&
  inner.x1 <= outer.x1 + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;

export const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.top < b.bottom && b.top < a.bottom;

/** The middle one of some numbers (the upper of two), 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
