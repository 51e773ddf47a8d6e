import type { TableCell } from './table.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');

/** The cells that begin in a row, as one comparable string. */
const signature = (cells: readonly TableCell[], row: number): string =>
  cells
    .filter(cell => cell.row === row)
    .map(cell => `${cell.column}+${cell.colSpan}/${cell.rowSpan}:${bare(cell.text)}`)
    .join('|');

const filled = (cells: readonly TableCell[], row: number): number =>
  cells.filter(cell => cell.row === row && cell.text !== '').length;

/** Header rows stand among the first rows of a table; above them there may be a title, a unit, a date. */
const searched = 8;

/**
 * How many leading rows of a page's table repeat rows from the beginning of the whole table: a header printed again on
 * each page. The rows must match in text and spans, and no cell may reach from them into the rows below.
 */
export function repeatedHeaderRows(
  whole: readonly TableCell[],
  part: readonly TableCell[],
  partRows: number,
  isData: (cells: readonly TableCell[], row: number) => boolean,
): number {
  let best = 0;
  for (let start = 0; start < searched; start++) {
    let count = 0;
    while (
      count < partRows &&
      start + count < searched &&
      signature(part, count) === signature(whole, start + count) &&
      !isData(part, count)
    )
      count++;
    // A cell that reaches below the rows that match was no part of the header.
    while (count > 0 && part.some(cell => cell.row < count && cell.row + cell.rowSpan > count)) count--;
    const texts = Array.from({ length: count }, (_, row) => filled(part, row)).reduce((sum, n) => sum + n, 0);
    if (texts >= 2 && count > best) best = count;
  }
  return best;
}
