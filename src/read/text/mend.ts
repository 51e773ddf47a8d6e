import { isHeading } from './rows.ts';
import type { Piece, Row } from './table.ts';
import type { Witness } from './witness.ts';

/** No cell has more lines than this. */
const longestCell = 60;

const join = (above: Piece, below: Piece): Piece => ({
  text: `${above.text}\n${below.text}`.trim(),
  places: above.text === '' ? below.places : above.places,
});

/**
 * Puts rows together again whose cells hold line breaks that nobody quoted: a row begins with a row key, has too few
 * cells, and the lines up to the next key complete it to exactly the header's number of cells.
 */
export function mendRows(rows: readonly Row[], witness: Witness): Row[] {
  const isKeyed = (row: Row | undefined): boolean => row !== undefined && witness.isKey(row.cells[0]?.text ?? '');
  // Where most rows of a width are followed by the next key, the width is whole: blank cells at its end were trimmed.
  const whole = new Map<number, number>();
  for (const [i, row] of rows.entries()) {
    if (!isKeyed(row)) continue;
    const next = rows[i + 1];
    const vote = next === undefined || isKeyed(next) || next.cells.every(cell => cell.text === '') ? 1 : -1;
    whole.set(row.cells.length, (whole.get(row.cells.length) ?? 0) + vote);
  }
  const mended: Row[] = [];
  let width = 0;
  for (let i = 0; i < rows.length; i++) {
    let row = rows[i]!;
    if (witness.headers(row) >= 2) width = row.cells.length;
    else if (isKeyed(row) && row.cells.length < width && (whole.get(row.cells.length) ?? 0) <= 0) {
      const end = endOf(rows, i, width, witness);
      for (; i + 1 < end; i++) {
        const next = rows[i + 1]!;
        const [first, ...rest] = next.cells;
        const cells = first ? [...row.cells.slice(0, -1), join(row.cells.at(-1)!, first), ...rest] : row.cells;
        row = { from: row.from, to: next.to, cells, markup: row.markup + next.markup, mended: true };
      }
    }
    mended.push(row);
  }
  return mended;
}

/** Index behind the row that completes row `i` to `width` cells; `i` itself where none does. */
function endOf(rows: readonly Row[], i: number, width: number, witness: Witness): number {
  let cells = rows[i]!.cells.length;
  for (let j = i + 1; j < Math.min(rows.length, i + longestCell); j++) {
    const row = rows[j]!;
    const first = row.cells[0]?.text ?? '';
    if (witness.isKey(first) || isHeading(first) || witness.headers(row) >= 2) return i;
    cells += Math.max(0, row.cells.length - 1);
    if (cells >= width) return cells === width ? j + 1 : i;
  }
  return i;
}
