import type { Box } from '../model/box.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Line } from './lines.ts';
import type { Edge, Glyph } from './page.ts';

/** A cell with what joining over pages needs to know of it. Positions are 0-based; the box is the drawn cell. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly text: string;
  /** No ruling closes the cell above, or below. Only said of the first and last row. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** What a table's cells were made from: rulings, rulings between rows only, or the alignment of text. */
export type Style = 'lattice' | 'ruled-rows' | 'stream';

/** A table on one page. */
export interface Table {
  readonly style: Style;
  readonly box: Box;
  /** Boundaries of columns and rows, ascending, one more than there are columns and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Free space between columns, for each inner boundary, where text and no ruling shows it. */
  readonly gutters?: readonly { readonly from: number; readonly to: number }[];
  readonly cells: readonly TableCell[];
  /** Every glyph that stands in a cell. */
  readonly glyphs: readonly Glyph[];
  /** What the table was made from; inferred edges included. */
  readonly edges: readonly Edge[];
  readonly findings: readonly Finding[];
}

export const rowsOf = (table: Table): number => table.ys.length - 1;
export const columnsOf = (table: Table): number => table.xs.length - 1;

/** The cell that covers a position, if any. */
export const cellAt = (cells: readonly TableCell[], row: number, column: number): TableCell | undefined =>
  cells.find(
    cell =>
      row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.colSpan,
  );
