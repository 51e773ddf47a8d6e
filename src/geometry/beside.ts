import type { Edge } from './page.ts';
import type { Table } from './table.ts';

/** How far a column may stand off from page to page, points. */
const drift = 6;

interface Extent {
  readonly edges: readonly Edge[];
  readonly xs: readonly number[];
  /** Heights of the rulings between rows. */
  readonly ys: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

function extentOf(edges: readonly Edge[]): Extent {
  const vs = edges.filter(edge => edge.direction === 'v');
  return {
    edges,
    xs: [...new Set(vs.map(edge => edge.at))],
    ys: [...new Set(edges.flatMap(edge => (edge.direction === 'h' ? [edge.at] : [])))],
    top: Math.min(...vs.map(edge => edge.from)),
    bottom: Math.max(...vs.map(edge => edge.to)),
  };
}

/**
 * Puts together what a table falls apart into where cells merged over all rows of a page stand between its columns: no
 * ruling crosses them. The pieces stand side by side, in the same rows, on the columns of the table before; rulings
 * between columns that meet no other ruling are among them.
 * @param groups edges that hang together
 * @param before the last table of the page before
 */
export function besideEachOther(groups: readonly Edge[][], edges: readonly Edge[], before: Table | null): Edge[][] {
  if (!before || before.xs.length < 3) return [...groups];
  const known = (x: number) => before.xs.some(other => Math.abs(other - x) <= drift);
  const used = new Set(groups.flat());
  const lone = edges.filter(edge => edge.direction === 'v' && !used.has(edge)).map(edge => [edge]);
  const pieces = [...groups, ...lone].map(extentOf).filter(({ xs }) => xs.length > 0 && xs.every(known));
  const [main] = [...pieces].sort((a, b) => b.xs.length - a.xs.length);
  if (!main || main.xs.length >= before.xs.length || main.xs.length < 2) return [...groups];
  const near = (a: number, b: number) => Math.abs(a - b) <= drift;
  // Where a merged cell runs on to the end of the page, the pieces end at different heights, but have the same rows.
  const level = ({ top, bottom, ys }: Extent) =>
    near(top, main.top) &&
    (near(bottom, main.bottom) || (ys.length >= 2 && ys.every(y => main.ys.some(other => near(y, other)))));
  const together = pieces.filter(level);
  // Where no ruling closes the sides, the rulings between rows end there.
  const reached = together.flatMap(({ edges, xs }) => [
    ...xs,
    ...edges.flatMap(edge => (edge.direction === 'h' ? [edge.from, edge.to] : [])),
  ]);
  const whole = [before.xs[0]!, before.xs.at(-1)!].every(end => reached.some(x => Math.abs(x - end) <= drift));
  if (together.length < 2 || !whole) return [...groups];
  return [
    ...groups.filter(group => !together.some(piece => piece.edges === group)),
    together.flatMap(piece => piece.edges),
  ];
}
