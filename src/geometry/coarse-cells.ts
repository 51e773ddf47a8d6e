import { isAmount } from './amounts.ts';
import { boundariesOf, type Chunk, chunksOf, columnBands, reach, reachedBands } from './columns.ts';
import { rowKeys } from './keys.ts';
import { lattice } from './lattice.ts';
import { lineBoundaries } from './line-rows.ts';
import { type Line, linesOf } from './lines.ts';
import { type Edge, type Glyph, ideographic } from './page.ts';
import { keyedBoundaries } from './rows.ts';
import type { Table, TableCell } from './table.ts';
import { columnEdges, rowEdges, straddles } from './text-edges.ts';
import { textHeader } from './text-header.ts';

/** Fewer lines with the same opening are an accident. */
const fewest = 3;

const chunksIn = (cells: readonly TableCell[]): Chunk[] =>
  cells.flatMap(cell =>
    chunksOf(
      linesOf(
        cell.lines.flatMap(line => line.glyphs).filter(glyph => glyph.turn === 0),
        0,
      ),
    ),
  );

/** How much openings of a justified line differ, ems, and how far it may end short of its cell's other lines. */
const even = 0.15;
const short = 0.8;

/**
 * True where a line is drawn apart to fill its cell: all its ideographs at the same distance, from one end of the cell's
 * text to the other. Columns have openings between them, and none inside.
 */
export function isJustified({ glyphs, box, size }: Line, x0: number, x1: number): boolean {
  const latin = ({ text }: Glyph) => !ideographic.test(text);
  const gaps = glyphs
    .slice(1)
    .flatMap(({ box: after, text }, i) =>
      ideographic.test(text) || !latin(glyphs[i]!) ? [after.x0 - glyphs[i]!.box.x1] : [],
    );
  const ideographs = glyphs.filter(glyph => !latin(glyph)).length;
  return (
    2 * ideographs >= glyphs.length &&
    Math.max(...gaps) - Math.min(...gaps) <= even * size &&
    box.x0 - x0 <= short * size &&
    x1 - box.x1 <= short * size
  );
}

const byLine = (chunks: readonly Chunk[]): Chunk[][] => {
  const lines = new Map<unknown, Chunk[]>();
  for (const chunk of chunks) lines.set(chunk.line, [...(lines.get(chunk.line) ?? []), chunk]);
  return [...lines.values()];
};

/** Boundaries of the columns of text inside drawn cells of one width, ends included; just the ends where there is one. */
function innerColumns(cells: readonly TableCell[], x0: number, x1: number): number[] {
  const chunks = chunksIn(cells);
  const [from, to] = [Math.min(...chunks.map(({ box }) => box.x0)), Math.max(...chunks.map(({ box }) => box.x1))];
  const lines = byLine(chunks).map(line => (isJustified(line[0]!.line, from, to) ? line.slice(0, 1) : line));
  const columned = lines.filter(line => line.length > 1);
  const amounts = columned.filter(line => line.slice(1).some(chunk => isAmount(chunk.text)));
  const sure = (amounts.length >= fewest ? amounts : columned).flat();
  if (columned.length < fewest || columned.length < 0.5 * lines.length) return [x0, x1];
  const header = lines.filter(line => !sure.includes(line[0]!)).flat();
  const { bands } = columnBands({ sure, single: [], header });
  const astray = sure.filter(chunk => reachedBands(bands, chunk) > 1).length;
  return bands.length < 2 || astray > 0.1 * sure.length ? [x0, x1] : boundariesOf(bands, x0, x1);
}

/**
 * True where a drawn row holds several rows of text: amounts stand one below the other in two of its cells or more, and
 * few cells have much fewer lines (texts for several rows). The cells of one row hardly ever have as many lines each.
 */
function holdsAmounts(cells: readonly TableCell[]): boolean {
  const filled = cells.map(cell => byLine(chunksIn([cell]))).filter(lines => lines.length > 0);
  const most = Math.max(0, ...filled.map(lines => lines.length));
  const amounts = filled.filter(
    lines => lines.length > 1 && lines.filter(line => isAmount(line[0]!.text)).length >= 0.7 * lines.length,
  );
  const short = filled.filter(lines => lines.length < 0.5 * most).length;
  if (amounts.length === 0 || short > (amounts.length > 1 && most >= fewest ? 0.4 * filled.length : 0)) return false;
  return amounts.length > 1 || (filled.length > 1 && most >= fewest);
}

/**
 * True where the text of a drawn row falls apart into several rows that are all filled: at least three, each with text in
 * the first column and in another one.
 */
function holdsRows(chunks: readonly Chunk[], xs: readonly number[], rows: readonly number[]): boolean {
  const bounds = [-Infinity, ...rows, Infinity];
  const filled = bounds.slice(1).map((to, i) => {
    const own = chunks.filter(({ box }) => (box.top + box.bottom) / 2 > bounds[i]! && (box.top + box.bottom) / 2 < to);
    return new Set(own.map(chunk => reach(xs, chunk)[0]));
  });
  return filled.length >= fewest && filled.every(columns => columns.has(0) && columns.size > 1);
}

/** The cells drawn in one row, if all are of this row alone. */
const bandCells = (table: Table, row: number): TableCell[] | null => {
  const cells = table.cells.filter(cell => cell.row <= row && cell.row + cell.rowSpan > row);
  return cells.every(cell => cell.rowSpan === 1) ? cells : null;
};

/**
 * Parts the cells that rulings draw too coarsely: a frame around a table, rules around blocks of rows, rules between
 * columns but not between rows. Where the text of drawn cells of one width stands in columns, these are columns; where a
 * drawn row holds several rows of text, these are rows. Other cells stay as they were drawn.
 */
export function partCoarseCells(table: Table, page: number, rowKey: RegExp): Table {
  const { xs, ys } = table;
  const slots = new Map<string, TableCell[]>();
  for (const cell of table.cells) {
    const key = `${cell.column}+${cell.colSpan}`;
    slots.set(key, [...(slots.get(key) ?? []), cell]);
  }
  const inner = new Map<string, number[]>();
  for (const [key, cells] of slots) {
    const columns = innerColumns(cells, cells[0]!.box.x0, cells[0]!.box.x1);
    if (columns.length > 2) inner.set(key, columns);
  }
  const edges: Edge[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    const cells = bandCells(table, row);
    if (!cells) continue;
    const [top, bottom] = [ys[row]!, ys[row + 1]!];
    const parted = (cell: TableCell) => inner.get(`${cell.column}+${cell.colSpan}`);
    const columns = [...new Set(cells.flatMap(cell => parted(cell) ?? [cell.box.x0, cell.box.x1]))].sort(
      (a, b) => a - b,
    );
    const coarse = cells.filter(parted);
    const chunks = chunksIn(cells);
    if (chunks.length === 0) continue;
    const isHeader =
      row === 0 && ys.length > 2 && !chunks.some(chunk => chunk.box.x0 > columns[1]! && isAmount(chunk.text));
    const levels = isHeader ? textHeader(chunks, columns, top, bottom) : null;
    const keys = rowKeys(chunks, rowKey);
    if (coarse.length === 0 && keys.length > 1) continue;
    const rows =
      levels?.ys ??
      (keys.length > 1
        ? keyedBoundaries(keys, chunks, columns).boundaries
        : lineBoundaries(chunks, columns, { drawn: coarse.length === 0 }));
    const several =
      holdsAmounts(cells) || (ys.length <= 3 && row === ys.length - 2 && holdsRows(chunks, columns, rows));
    if (coarse.length === 0 && !several) continue;
    const grid = { xs: columns, ys: [top, ...rows, bottom], chunks: levels && rows.length > 0 ? [] : chunks };
    const across = straddles(columns, grid.ys, chunks);
    const openH = levels?.openH ?? ((line: number, column: number) => across.has(`${line}:${column}`));
    const drawnV = (at: number) => xs.some(x => Math.abs(x - at) < 0.5);
    edges.push(
      ...columnEdges({ ...grid, ...(levels && { openV: levels.openV }) }).filter(edge => !drawnV(edge.at)),
      ...rowEdges({ ...grid, openH }).filter(edge => rows.includes(edge.at)),
    );
  }
  if (edges.length === 0) return table;
  return lattice([...table.edges, ...edges], table.glyphs, page, 'stream') ?? table;
}
