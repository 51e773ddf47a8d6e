import { median } from './box.ts';
import type { Edge } from './page.ts';

/** What is shorter than this, points, is a dot whatever is said of it: a dotted ruling is a row of them. */
const longest = 1.6;
/** Dots further apart than this are of different rulings: times their size, but points at least. */
const apart = { sizes: 2.6, points: 4 };
/** A dot at the end of a ruling may be this much longer than others. */
const longestStretch = 2;
/** Fewer dots in a row are an accident. */
const fewest = 4;

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Rows of dots that stand at one height (`direction` h) or one below the other (v). */
function rows(dots: readonly Dot[], direction: 'h' | 'v'): Edge[] {
  const placed = dots.map(({ x, y, size }) =>
    direction === 'h' ? { at: y, along: x, size } : { at: x, along: y, size },
  );
  const byHeight = new Map<number, { at: number; along: number; size: number }[]>();
  for (const dot of placed) {
    const key = Math.round(2 * dot.at);
    const row = byHeight.get(key) ?? byHeight.get(key - 1) ?? byHeight.get(key + 1);
    if (row) row.push(dot);
    else byHeight.set(key, [dot]);
  }
  return [...byHeight.values()].flatMap(row => {
    const sorted = row.sort((a, b) => a.along - b.along);
    const runs: { at: number; along: number; size: number }[][] = [];
    for (const dot of sorted) {
      const last = runs.at(-1)?.at(-1);
      const reach = Math.max(apart.points, apart.sizes * Math.max(dot.size, last?.size ?? 0));
      if (last && dot.along - last.along <= reach) runs.at(-1)!.push(dot);
      else runs.push([dot]);
    }
    return runs
      .filter(run => run.length >= fewest)
      .map((run): Edge => {
        const [first, last] = [run[0]!, run.at(-1)!];
        return { direction, at: first.at, from: first.along - first.size / 2, to: last.along + last.size / 2 };
      });
  });
}

/**
 * Makes rulings of rows of dots. A dot has no direction of its own: which way its ruling runs, its neighbours tell; at a
 * corner it belongs to two. Dots that are in no row draw nothing.
 */
export function joinDots(edges: readonly Edge[]): Edge[] {
  const isDot = (edge: Edge) => edge.dot === true || edge.to - edge.from < longest;
  const dots = edges.filter(isDot).map(({ direction, at, from, to }) => {
    const [middle, size] = [(from + to) / 2, to - from];
    return direction === 'h' ? { x: middle, y: at, size } : { x: at, y: middle, size };
  });
  if (dots.length < fewest) return [...edges];
  const others = edges.filter(edge => !isDot(edge));
  const usual = median(dots.map(dot => dot.size));
  /** Browsers stretch the dots at the ends of a short ruling, so that it fills its side. */
  const stretched = (direction: 'h' | 'v') =>
    others
      .filter(edge => edge.direction === direction && edge.to - edge.from <= longestStretch * usual)
      .map(({ at, from, to }) => {
        const [middle, size] = [(from + to) / 2, to - from];
        return direction === 'h' ? { x: middle, y: at, size } : { x: at, y: middle, size };
      });
  return [...others, ...rows([...dots, ...stretched('h')], 'h'), ...rows([...dots, ...stretched('v')], 'v')];
}
