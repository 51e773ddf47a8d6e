import { columnsAgree } from './same-columns.ts';
import { columnsOf, type Table } from './table.ts';
import { bare } from './text-lines.ts';

/** A table with fewer columns may have rulings around its row keys alone. */
const fewestColumns = 4;

/** How many rows have a row key in a cell of its own, in the column that has most of them; they count on by one. */
function keyedRows(table: Table, rowKey: RegExp): number {
  const runs = Array.from({ length: columnsOf(table) }, (_, column) => {
    const keys = table.cells
      .filter(cell => cell.column === column && cell.colSpan === 1 && rowKey.test(bare(cell.text)))
      .map(cell => Number(/\d+/.exec(cell.text.replace(/\s/gu, ''))?.[0]));
    const steps = keys.filter((key, i) => i > 0 && key === keys[i - 1]! + 1).length;
    return steps >= 0.7 * (keys.length - 1) ? keys.length : 0;
  });
  return Math.max(...runs);
}

/**
 * True where rulings show all rows and columns of a table, so that nothing needs to be read from the alignment of its
 * text: its row keys stand in cells of their own, one a row; or it goes on from such a table.
 *
 * @param before the last table of the page before
 */
export const isFullyRuled = (table: Table, before: Table | null, rowKey: RegExp): boolean =>
  columnsOf(table) >= fewestColumns &&
  (keyedRows(table, rowKey) > 1 ||
    (before !== null && before.style === 'lattice' && keyedRows(before, rowKey) > 0 && columnsAgree(before, table)));
