import type { Place } from './place.ts';

/**
 * One cell of a grid. A merged cell is stored once, at its top-left position, with its spans;
 * the positions it covers have no cell of their own.
 */
export interface Cell {
  /** 0-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** As the source shows it, unfolded; `\n` only at the end of a paragraph or list item. */
  readonly text: string;
  /** Where it stands; two for a cell that runs over a page break. */
  readonly places: readonly Place[];
}

/**
 * The waist of the program: readers make grids and know nothing of plans, the stages after them read
 * grids and know nothing of formats. Cells are in reading order and never overlap; a position that no
 * cell covers does not exist in the source (a short row).
 */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** 1-based page, null where the format has no pages. */
  readonly page: number | null;
  /** 1-based number of the table in the document (on the page, where there are pages). */
  readonly table: number;
  /** Name of the sheet, where the format has sheets. */
  readonly sheet?: string;
}
