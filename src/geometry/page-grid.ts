import type { Box } from '../model/box.ts';
import type { Cell, Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';
import { columnsOf, rowsOf, type Table } from './table.ts';

/** A table of one page with what decides whether it goes on: where it stands, and what stands around it. */
export interface PageGrid {
  readonly page: number;
  /** 1-based number of the table on its page. */
  readonly number: number;
  readonly table: Table;
  /** Nothing but running headers stands above it on its page, or nothing but running footers below. */
  readonly startsPage: boolean;
  readonly endsPage: boolean;
  /** Maps a box of the table to the page, where its text is turned against it. */
  readonly onPage: (box: Box) => Box;
  /** Where a box of the table stands, if its page is made of several sheets of paper side by side. */
  readonly places?: (box: Box) => readonly Place[];
}

/** Where a box stands: in one place, or in one on each sheet of paper that shows a part of it. */
export const placesOf = (grid: PageGrid, box: Box): readonly Place[] =>
  grid.places?.(box) ?? [{ page: grid.page, box: grid.onPage(box) }];

/** A page's table as a grid of its own, not joined with its neighbours. */
export function gridOf(grid: PageGrid): Grid {
  const { table } = grid;
  const cells: Cell[] = table.cells.map(cell => ({
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    text: cell.text,
    places: placesOf(grid, cell.box),
  }));
  return { rows: rowsOf(table), columns: columnsOf(table), cells, page: grid.page, table: grid.number };
}
