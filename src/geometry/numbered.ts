import type { Table } from './table.ts';
import { bare } from './text-lines.ts';

/**
 * What matches the row keys of a table that goes on, given how keys look. Years and amounts look like keys too: where the
 * first columns hold such texts that do not count on, or one in a title, the table has no keys.
 */
export function keysOf(table: Table, rowKey: RegExp): RegExp {
  const found = [0, 1].map(column =>
    table.cells
      .filter(cell => cell.column === column && rowKey.test(bare(cell.text)))
      .sort((a, b) => a.row - b.row)
      .map(cell => ({ row: cell.row, number: Number(/\d+/u.exec(cell.text)?.[0]) })),
  );
  const counts = (keys: readonly { readonly row: number; readonly number: number }[], column: number) => {
    if (keys.length === 1) return column === 0 || keys[0]!.row > 0;
    const steps = keys.slice(1).filter(({ number }, i) => number === keys[i]!.number + 1).length;
    return keys.length > 0 && 2 * steps >= keys.length - 1;
  };
  return found.every(keys => keys.length === 0) || found.some(counts) ? rowKey : /(?!)/u;
}
