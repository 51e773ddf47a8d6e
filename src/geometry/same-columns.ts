import type { Table, TableCell } from './table.ts';

/** How far a ruling may stand off from page to page, points. */
const drift = 6;
/** The same as a share of the table's width, for pages of another size or scale. */
const relativeDrift = 0.015;

/** Where a boundary may be. A ruling says it to a point; text says no more than that it lies in the gutter. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

function intervals(table: Table, frame: (x: number) => number, slack: number): Interval[] {
  return table.xs.map((x, i) => {
    const gutter = table.gutters?.[i - 1];
    if (!table.gutters) return { from: frame(x) - slack / 2, to: frame(x) + slack / 2 };
    // The outer sides of a table without rulings are where its text happens to end: anywhere.
    if (i === 0) return { from: -Infinity, to: frame(table.gutters[0]!.from) };
    if (i === table.xs.length - 1) return { from: frame(table.gutters.at(-1)!.to), to: Infinity };
    return { from: frame(gutter!.from) - slack / 2, to: frame(gutter!.to) + slack / 2 };
  });
}

const meets = (a: Interval, b: Interval): boolean => a.from <= b.to && b.from <= a.to;

/** For each boundary of `few`, the boundary of `many` where it stands; null unless all have one of their own. */
function match(few: readonly Interval[], many: readonly Interval[]): number[] | null {
  const found: number[] = [];
  for (const [i, interval] of few.entries()) {
    const last = found.at(-1) ?? -1;
    const index =
      i === 0
        ? 0
        : i === few.length - 1
          ? many.length - 1
          : many.findIndex((other, j) => j > last && j < many.length - 1 && meets(interval, other));
    if (index <= last || !meets(interval, many[index]!)) return null;
    found.push(index);
  }
  return found;
}

/**
 * Where the boundaries of a table's columns stand among another's: for each of `few`, the number of one of `many`.
 * The table may be shifted or scaled as a whole, and may show fewer columns, where all its rows are merged across some
 * boundary. Null where the columns differ.
 */
export function sameColumns(few: Table, many: Table): number[] | null {
  if (few.xs.length < 3 || few.xs.length > many.xs.length) return null;
  const start = (table: Table) => table.xs[0]!;
  const span = (table: Table) => table.xs.at(-1)! - table.xs[0]!;
  const frames: readonly (readonly [(table: Table) => (x: number) => number, number])[] = [
    [() => x => x, drift],
    [table => x => x - start(table), drift],
    [table => x => (x - start(table)) / span(table), relativeDrift],
  ];
  for (const [frame, slack] of frames) {
    const found = match(intervals(few, frame(few), slack), intervals(many, frame(many), slack));
    if (found) return found;
  }
  return null;
}

/** True where two tables can be parts of one. */
export const columnsAgree = (a: Table, b: Table): boolean =>
  a.xs.length <= b.xs.length ? sameColumns(a, b) !== null : sameColumns(b, a) !== null;

/** A table's cells on the columns of a finer one. */
export const onColumns = (table: Table, boundaries: readonly number[]): TableCell[] =>
  table.cells.map(cell => ({
    ...cell,
    column: boundaries[cell.column]!,
    colSpan: boundaries[cell.column + cell.colSpan]! - boundaries[cell.column]!,
  }));
