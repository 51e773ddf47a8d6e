import type { TableCell } from './table.ts';
import { bare } from './text-lines.ts';

const inRow = (cells: readonly TableCell[], row: number): TableCell[] => cells.filter(cell => cell.row === row);

/** True where a cell shows the first lines of another, and no more. */
const showsFirstLines = (cell: TableCell, whole: TableCell): boolean =>
  cell.lines.length < whole.lines.length &&
  cell.lines.every((line, i) => bare(line.text) === bare(whole.lines[i]!.text));

/**
 * True where a row repeats another: the same cells with the same texts. A program may give the header less room on later
 * pages: up to two thirds of the cells may show only the first lines of their text, or a third its beginning.
 */
function repeats(row: readonly TableCell[], title: readonly TableCell[]): boolean {
  if (row.length !== title.length) return false;
  const alike = row.every((cell, i) => {
    const other = title[i]!;
    const spans = cell.column === other.column && cell.colSpan === other.colSpan && cell.rowSpan === other.rowSpan;
    const [text, whole] = [bare(cell.text), bare(other.text)];
    return spans && (text === whole || (text !== '' && whole.startsWith(text)));
  });
  const cut = row.flatMap((cell, i) => (bare(cell.text) === bare(title[i]!.text) ? [] : [{ cell, whole: title[i]! }]));
  const inLines = cut.every(({ cell, whole }) => showsFirstLines(cell, whole));
  return alike && 3 * cut.length <= (inLines ? 2 : 1) * row.length;
}

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
      repeats(inRow(part, count), inRow(whole, start + count)) &&
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
