import type { Cell, Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';
import { Refusal } from '../model/refusal.ts';
import type { Limits } from './reader.ts';

/** A cell as a source lays it out: 0-based, spans included, none overlapping. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** Counts the positions of all tables of a document, and refuses the one that goes beyond the limit. */
export type Budget = (rows: number, columns: number) => void;

export function cellBudget(limits: Limits): Budget {
  let left = limits.cells;
  return (rows, columns) => {
    left -= rows * columns;
    if (left < 0) throw new Refusal({ code: 'table-too-large', params: { limit: limits.cells } });
  };
}

/** Numbers only the lines in which something begins: `at` for a first line, `span` for how many are covered. */
function renumber(starts: Iterable<number>) {
  const lines = [...new Set(starts)].sort((a, b) => a - b);
  const position = new Map(lines.map((line, i) => [line, i]));
  const before = (line: number): number => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: lines.length,
    at: (line: number) => position.get(line)!,
    span: (line: number, span: number) => before(line + span) - position.get(line)!,
  };
}

/**
 * Makes a grid. A row or column in which no cell begins shows nothing of its own (`colspan="100"`, columns merged in
 * every row, the slivers that dragged borders leave in Word): it is dropped, so that sources that look the same
 * have the same grid.
 */
export function buildGrid<C extends LaidCell>(
  cells: readonly C[],
  name: { readonly table: number; readonly sheet?: string },
  place: (cell: C, row: number, column: number) => Place,
  budget: Budget,
): Grid {
  const rows = renumber(cells.map(cell => cell.row));
  const columns = renumber(cells.map(cell => cell.column));
  budget(rows.count, columns.count);
  const laid = cells.map((cell): Cell => {
    const row = rows.at(cell.row);
    const column = columns.at(cell.column);
    return {
      row,
      column,
      rowSpan: rows.span(cell.row, cell.rowSpan),
      colSpan: columns.span(cell.column, cell.colSpan),
      text: cell.text,
      places: [place(cell, row, column)],
    };
  });
  laid.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows: rows.count, columns: columns.count, cells: laid, page: null, ...name };
}
