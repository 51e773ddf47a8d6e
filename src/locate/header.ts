import { isHeaderRow } from '../columns/index.ts';
import type { Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';
import { filledCells, isBlank, type Row, textAt } from './rows.ts';

/** The header over one column; `upper` is the cell above it in a two-level header. */
export interface HeaderCell {
  /** 0-based. */
  readonly column: number;
  readonly text: string;
  readonly upper?: string;
  readonly places: readonly Place[];
}

export interface Header {
  /** Index of its first row. */
  readonly start: number;
  /** Number of rows. */
  readonly height: number;
  readonly cells: readonly HeaderCell[];
}

/** A header stands near the top: below a title, a form line, a notice copied into the sheet. */
const searchDepth = 60;

const texts = (row: Row): string[] => filledCells(row).map(cell => cell.text);

/** The second row of a two-level header: its texts name columns, alone or under the cell above. */
const isLowerHeader = (upper: Row, lower: Row, columns: number): boolean => {
  const positions = Array.from({ length: columns }, (_, column) => column);
  return isHeaderRow(
    positions.map(column => (lower.slots[column]?.covered ? '' : textAt(lower, column))),
    positions.map(column => upperText(upper, column)),
  );
};

/** The text above a position; where a format lost the span, the blank beside a filled cell belongs to it. */
function upperText(upper: Row, column: number): string {
  for (let c = column; c >= 0; c--) if (!isBlank(textAt(upper, c))) return textAt(upper, c);
  return '';
}

function heightFrom(rows: readonly Row[], start: number, columns: number): number {
  const first = rows[start]!;
  const next = rows[start + 1];
  const tallest = Math.max(1, ...filledCells(first).map(cell => cell.rowSpan));
  if (tallest > 1) {
    // A single tall cell among flat ones is a merged cell that starts too high, unless what stands below names columns.
    const below = rows.slice(start + 1, start + tallest);
    const flat = below.every(row => filledCells(row).length === 0 || isLowerHeader(first, row, columns));
    return flat ? Math.min(tallest, rows.length - start) : 1;
  }
  return next && isLowerHeader(first, next, columns) ? 2 : 1;
}

/** Finds the header of a grid, or null where no row is one. */
export function findHeader(grid: Grid, rows: readonly Row[]): Header | null {
  const start = rows.slice(0, searchDepth).findIndex(row => isHeaderRow(texts(row)));
  if (start < 0) return null;
  const height = heightFrom(rows, start, grid.columns);
  const cells: HeaderCell[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const levels = [...new Set(rows.slice(start, start + height).flatMap(row => row.slots[column]?.cell ?? []))].filter(
      cell => !isBlank(cell.text),
    );
    const lowest = levels.at(-1);
    const above =
      levels.length > 1 ? levels[0]!.text : lowest && lowest.row > start ? upperText(rows[start]!, column) : '';
    cells.push({
      column,
      text: lowest?.text ?? '',
      ...(above !== '' && { upper: above }),
      places: lowest?.places ?? [],
    });
  }
  return { start, height, cells };
}

/** True where a row prints the header's texts again. */
export const repeatsHeader = (row: Row, header: Header): boolean => {
  const filled = filledCells(row);
  return (
    filled.length >= 2 &&
    filled.every(({ text, column }) => {
      const cell = header.cells.find(other => other.column === column);
      return cell !== undefined && [cell.text, cell.upper].some(other => other !== undefined && same(other, text));
    })
  );
};

const same = (a: string, b: string): boolean => a.replace(/\s/gu, '') === b.replace(/\s/gu, '');
