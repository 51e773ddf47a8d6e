import type { Edge } from './page.ts';

/** A dotted ruling is drawn as a row of dots, each as high as it is wide: shorter than this, points. */
const longest = 1.6;
/** Dots further apart than this, points, are of different rulings. */
const apart = 4;
/** Fewer dots in a row are an accident. */
const fewest = 4;

/** Rows of dots that stand at one height (`direction` h) or one below the other (v). */
function rows(dots: readonly { x: number; y: number }[], direction: 'h' | 'v'): Edge[] {
  const placed = dots.map(({ x, y }) => (direction === 'h' ? { at: y, along: x } : { at: x, along: y }));
  const byHeight = new Map<number, { at: number; along: number }[]>();
  for (const dot of placed) {
    const key = Math.round(2 * dot.at);
    const row = byHeight.get(key) ?? byHeight.get(key - 1) ?? byHeight.get(key + 1);
    if (row) row.push(dot);
    else byHeight.set(key, [dot]);
  }
  return [...byHeight.values()].flatMap(row => {
    const sorted = row.sort((a, b) => a.along - b.along);
    const runs: { at: number; along: number }[][] = [];
    for (const dot of sorted) {
      const last = runs.at(-1)?.at(-1);
      if (last && dot.along - last.along <= apart) runs.at(-1)!.push(dot);
      else runs.push([dot]);
    }
    return runs
      .filter(run => run.length >= fewest)
      .map((run): Edge => ({ direction, at: run[0]!.at, from: run[0]!.along, to: run.at(-1)!.along }));
  });
}

/**
 * Makes rulings of rows of dots. A dot has no direction of its own: which way its ruling runs, its neighbours tell; at a
 * corner it belongs to two. Dots that are in no row draw nothing.
 */
export function joinDots(edges: readonly Edge[]): Edge[] {
  const isDot = (edge: Edge) => edge.to - edge.from < longest;
  const dots = edges.filter(isDot).map(({ direction, at, from, to }) => {
    const middle = (from + to) / 2;
    return direction === 'h' ? { x: middle, y: at } : { x: at, y: middle };
  });
  if (dots.length < fewest) return [...edges];
  return [...edges.filter(edge => !isDot(edge)), ...rows(dots, 'h'), ...rows(dots, 'v')];
}
