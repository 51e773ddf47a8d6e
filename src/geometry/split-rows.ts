import { chunksOf } from './columns.ts';
import { rowKeys } from './keys.ts';
import { linesOf } from './lines.ts';
import { keyedBoundaries } from './rows.ts';
import { streamTable } from './stream.ts';
import { cellAt, type Table } from './table.ts';

const keyedAbove = (table: Table, row: number, rowKey: RegExp): boolean =>
  table.cells.filter(cell => cell.row < row && rowKey.test(cell.text.replace(/\s/gu, ''))).length > 1;

/**
 * Cuts the drawn rows that hold several rows of text, as row keys one below the other say: tables with rulings between
 * columns only.
 */
export function splitRows(table: Table, page: number, rowKey: RegExp): Table {
  for (const [row, top] of table.ys.slice(0, -1).entries()) {
    const bottom = table.ys[row + 1]!;
    const cells = table.cells.filter(cell => cell.row <= row && cell.row + cell.rowSpan > row);
    if (cells.some(cell => cell.colSpan > 1 || cell.rowSpan > 1) || row !== table.ys.length - 2) continue;
    const glyphs = cells.flatMap(cell => cell.lines.flatMap(line => line.glyphs)).filter(glyph => glyph.turn === 0);
    const chunks = cells.flatMap(cell =>
      chunksOf(
        linesOf(
          cell.lines.flatMap(line => line.glyphs).filter(glyph => glyph.turn === 0),
          0,
        ),
      ),
    );
    if (glyphs.length === 0) continue;
    // Where rows above have their keys and rulings, a number in a narrow column wraps.
    const keys = keyedAbove(table, row, rowKey) ? [] : rowKeys(chunks, rowKey);
    if (keys.length < 2) continue;
    const { boundaries, doubtful } = keyedBoundaries(keys, chunks, table.xs);
    const rows = { boundaries, headings: [], doubtful };
    const above = table.edges.filter(edge => edge.direction === 'v' || edge.at <= top + 1 || edge.at >= bottom - 1);
    const split = streamTable({
      page,
      glyphs: table.glyphs,
      xs: table.xs,
      header: [],
      body: chunks,
      rows,
      keyed: true,
      drawn: { edges: above, top, bottom },
    });
    if (split && cellAt(split.cells, 0, 0)) return { ...split, style: table.style };
  }
  return table;
}
