import type { Chunk } from './columns.ts';
import type { Table } from './table.ts';
import { bare } from './text-lines.ts';

/** Rows above the first with a key are the header; no more than this, where no row has one. */
const mostRows = 3;

/** Tells text that a table's header holds: where it is printed again on the next page. */
export function titlesOf(table: Table, rowKey: RegExp): (chunk: Chunk) => boolean {
  const keyed = table.cells.filter(cell => rowKey.test(bare(cell.text))).map(cell => cell.row);
  const firstRow = Math.min(...keyed, mostRows);
  const titles = table.cells.filter(cell => cell.row < firstRow).map(cell => bare(cell.text));
  return chunk => titles.some(title => title.includes(bare(chunk.text)));
}
