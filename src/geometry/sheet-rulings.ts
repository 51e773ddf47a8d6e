import { joinDots } from './dots.ts';
import type { Edge, PageContent } from './page.ts';
import { clusters, nearest, snapTolerance } from './snap.ts';

/** Where the rulings of a page stand, as if they all were of one table. */
export interface SheetRulings {
  /** Ascending: the sides of columns, and of rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A page with more pieces of rulings than this is a drawing. */
const mostEdges = 50_000;
/** A shorter ruling, all its pieces together, is an underline or a tick. */
const shortest = { h: 20, v: 8 };
/** How far the same column, and the same row, may stand off from sheet to sheet, points. */
const drift = { column: 2, row: 1.5 };

function positions(edges: readonly Edge[], direction: 'h' | 'v'): number[] {
  const group = edges.filter(edge => edge.direction === direction);
  const lines = clusters(
    group.map(edge => edge.at),
    snapTolerance,
  );
  const drawn = lines.map(() => 0);
  for (const { at, from, to } of group) drawn[nearest(lines, at)]! += to - from;
  return lines.filter((_, i) => drawn[i]! >= shortest[direction]);
}

/** The rulings of a page that shows at least a column and a row; null for other pages. */
export function sheetRulings({ edges }: PageContent): SheetRulings | null {
  if (edges.length > mostEdges) return null;
  const joined = joinDots(edges);
  const xs = positions(joined, 'v');
  if (xs.length < 2) return null;
  const [x0, x1] = [xs[0]! - snapTolerance, xs.at(-1)! + snapTolerance];
  const ys = positions(
    joined.filter(({ from, to }) => from < x1 && to > x0),
    'h',
  );
  return ys.length >= 2 ? { xs, ys } : null;
}

/** Which values of the first list the second one has too. */
export const shared = (some: readonly number[], others: readonly number[], slack = drift.row): number[] =>
  others.length === 0 ? [] : some.filter(value => Math.abs(others[nearest(others, value)]! - value) <= slack);

/** The same columns stand in the same place; all of them show in one of the two. */
export function sameStrip(a: SheetRulings, b: SheetRulings): boolean {
  const [few, many] = a.xs.length <= b.xs.length ? [a.xs, b.xs] : [b.xs, a.xs];
  const ends = [0, -1].every(i => Math.abs(few.at(i)! - many.at(i)!) <= drift.column);
  return ends && shared(few, many, drift.column).length === few.length;
}

/**
 * The sides of rows that two sheets have in common; null where they cannot show the same rows. A merged cell hides sides
 * on one of them, and a program may leave out the sides of a cell that is merged over both: between two common sides only
 * one of them may show more.
 */
export function sameRows(a: SheetRulings, b: SheetRulings): number[] | null {
  const common = shared(a.ys, b.ys);
  const own = (ys: readonly number[]) =>
    new Set(ys.filter(y => shared([y], common).length === 0).map(y => common.filter(side => side < y).length));
  const [left, right] = [own(a.ys), own(b.ys)];
  const torn = [...left].some(at => right.has(at));
  return common.length >= 2 && !torn && 2 * common.length >= Math.min(a.ys.length, b.ys.length) ? common : null;
}

/** How many different heights the rows between some sides have. */
export function differentHeights(sides: readonly (readonly number[])[]): number {
  const heights = sides.flatMap(ys => ys.slice(1).map((y, i) => y - ys[i]!)).sort((a, b) => a - b);
  return heights.filter((height, i) => i === 0 || height - heights[i - 1]! > drift.row).length;
}
