import type { Hints } from '../model/hints.ts';
import { bodyRows } from './body-rows.ts';
import { bandsOfColumns } from './columns.ts';
import { cutBesideHeadings, headingTest } from './headings.ts';
import { rowKeys } from './keys.ts';
import { streamTable } from './stream.ts';
import { cellAt, type Table } from './table.ts';
import { bare, chunksIn, textLines } from './text-lines.ts';

const keyedAbove = (table: Table, row: number, rowKey: RegExp): boolean =>
  table.cells.filter(cell => cell.row < row && rowKey.test(bare(cell.text))).length > 1;

/**
 * Cuts the last drawn row where it holds several rows of text, as row keys one below the other say: tables with rulings
 * between columns only.
 * @param cut it may begin with the end of a row that the page break cut off
 */
export function splitRows(table: Table, page: number, hints: Hints, cut: boolean): Table {
  const { xs, ys } = table;
  const rowKey = new RegExp(hints.rowKey, 'u');
  const isHeading = headingTest(hints);
  const row = ys.length - 2;
  const [top, bottom] = [ys[row]!, ys[row + 1]!];
  const cells = table.cells.filter(cell => cell.row <= row && cell.row + cell.rowSpan > row);
  // Where rows above have their keys and rulings, a number in a narrow column wraps.
  if (cells.some(cell => cell.colSpan > 1 || cell.rowSpan > 1) || keyedAbove(table, row, rowKey)) return table;
  const whole = chunksIn(textLines(cells.flatMap(cell => cell.lines.flatMap(line => line.glyphs))));
  const keys = rowKeys(
    cells.flatMap(cell => chunksIn(textLines(cell.lines.flatMap(line => line.glyphs)))),
    rowKey,
  );
  if (keys.length < 2) return table;
  const chunks = cutBesideHeadings(whole, keys, xs, isHeading);
  const own = chunks.filter(chunk => keys.some(key => key.glyphs[0] === chunk.glyphs[0]));
  const split = streamTable({
    page,
    glyphs: table.glyphs,
    xs,
    header: [],
    body: chunks,
    rows: bodyRows(own, chunks, xs, bandsOfColumns(xs), { cut, isHeading }),
    keyed: true,
    drawn: {
      edges: table.edges.filter(edge => edge.direction === 'v' || edge.at <= top + 1 || edge.at >= bottom - 1),
      top,
      bottom,
    },
  });
  return split && cellAt(split.cells, 0, 0) ? { ...split, style: table.style } : table;
}
