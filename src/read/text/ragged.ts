import type { Finding } from '../../model/diagnostic.ts';
import { reach } from './rows.ts';
import type { Row } from './table.ts';

/**
 * Rows with more or fewer cells than the table has columns. Nothing of them is lost, but a person should look: a row
 * may have been cut short. Where an editor has trimmed blank cells from the ends of lines, rows that lack only columns
 * that are mostly blank anyway say nothing.
 */
export function raggedRows(rows: readonly Row[], width: number): Finding[] {
  const full = rows.filter(row => row.cells.length > 1);
  const trimmed = full.every(row => reach(row) === row.cells.length);
  const filled = new Array<number>(width).fill(0);
  for (const row of full) for (const [c, cell] of row.cells.entries()) if (cell.text !== '' && c < width) filled[c]!++;
  // From this column on, all are mostly blank.
  const sparse = filled.findLastIndex(count => count * 2 >= full.length) + 1;
  return full.flatMap((row): Finding[] => {
    const [cells, written] = [row.cells.length, reach(row)];
    const explained = cells >= width || (trimmed && cells >= sparse);
    if (written <= width && explained) return [];
    return [
      { code: 'ragged-row', params: { cells: Math.max(cells, written), columns: width }, places: row.cells[0]!.places },
    ];
  });
}
