import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Cell, Grid } from '../../model/grid.ts';
import type { Place } from '../../model/place.ts';
import { type Line, placer } from './lines.ts';
import { reach } from './rows.ts';
import type { Witness } from './witness.ts';

/** A cell's text as cut from the source, with where it starts. */
export interface Piece {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A whole line as one cell. */
export const pieceOf = (line: Line): Piece => ({
  text: line.text.trim(),
  places: [placer(line)(line.text.length - line.text.trimStart().length)],
});

/** One or several lines cut into cells; the index of a piece is its column. */
export interface Row {
  /** Indices of its lines, `to` excluded. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly Piece[];
  /** What was cut away: separators, quotes, `<br>`. */
  readonly markup: string;
  /** Put together from lines that did not say that they belong together. */
  readonly mended?: true;
}

/** A table found in the lines `from` to `to` (excluded). Lines between its rows are in `aside`, or blank. */
export interface Table {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  readonly aside: readonly Block[];
  /** Whether a row of known headers proves that it is a table. */
  readonly headed: boolean;
  readonly findings: readonly Finding[];
}

/** A table that is there but cannot be read: which line shows it, and why. */
export interface Doubt {
  readonly line: number;
  readonly why: { readonly zh: string; readonly en: string };
}

export interface Found {
  readonly tables: readonly Table[];
  readonly doubts: readonly Doubt[];
}

/** One way of writing a table as text. */
export interface Layout {
  readonly name: string;
  /** Indices in what is found count from the first of these lines. */
  readonly find: (lines: readonly Line[], witness: Witness) => Found;
  /** Whether the layout shows a table even where no header is known. */
  readonly bare: boolean;
  /** Takes from a line outside the table what this layout's writers put there. */
  readonly prose?: (text: string) => { readonly text: string; readonly markup: string };
}

/** The table as a grid; blank cells behind the last column that holds text are left out. */
export function toGrid(table: Table, number: number): Grid {
  const columns = table.rows.reduce((most, row) => Math.max(most, reach(row)), 0);
  const cells = table.rows.flatMap((row, r) =>
    row.cells.slice(0, columns).map((piece, c): Cell => ({ row: r, column: c, rowSpan: 1, colSpan: 1, ...piece })),
  );
  return { rows: table.rows.length, columns, cells, page: null, table: number };
}
