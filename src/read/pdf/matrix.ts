import type { Box } from '../../model/box.ts';

/** [a b c d e f] as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `n` first, then `m`. */
export const multiply = (m: ArrayLike<number>, n: ArrayLike<number>): Matrix => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
];

/** The upright box around a rectangle that a matrix maps anywhere. */
export function mapBox(m: ArrayLike<number>, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [m[0]! * x0, m[0]! * x1].map(x => x + m[4]!);
  const ys = [m[1]! * x0, m[1]! * x1].map(y => y + m[5]!);
  const [dx0, dx1, dy0, dy1] = [m[2]! * y0, m[2]! * y1, m[3]! * y0, m[3]! * y1];
  return {
    x0: Math.min(xs[0]!, xs[1]!) + Math.min(dx0, dx1),
    top: Math.min(ys[0]!, ys[1]!) + Math.min(dy0, dy1),
    x1: Math.max(xs[0]!, xs[1]!) + Math.max(dx0, dx1),
    bottom: Math.max(ys[0]!, ys[1]!) + Math.max(dy0, dy1),
  };
}

/** What two boxes share; its sides are the wrong way round where they share nothing. */
export const meet = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  top: Math.max(a.top, b.top),
  x1: Math.min(a.x1, b.x1),
  bottom: Math.min(a.bottom, b.bottom),
});

const inside = (from: number, to: number, low: number, high: number): number => {
  if (from >= low && to <= high) return 1;
  const shared = Math.min(to, high) - Math.max(from, low);
  return shared > 0 ? shared / (to - from) : 0;
};

/** The share of a box that lies inside another, 0 to 1. */
export const shareInside = (box: Box, outer: Box): number =>
  inside(box.x0, box.x1, outer.x0, outer.x1) * inside(box.top, box.bottom, outer.top, outer.bottom);

/** How much a matrix enlarges lengths, on the average of all directions. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
