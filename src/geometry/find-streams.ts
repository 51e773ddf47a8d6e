import type { Hints } from '../model/hints.ts';
import { isAmount } from './amounts.ts';
import { median } from './box.ts';
import {
  type Band,
  bandsOf,
  type Chunk,
  chunksOf,
  columnBands,
  cutAt,
  cutAtGutters,
  reach,
  reachedBands,
} from './columns.ts';
import { rowKeys } from './keys.ts';
import { lineBoundaries } from './line-rows.ts';
import { linesOf } from './lines.ts';
import type { Glyph, PageContent } from './page.ts';
import { keyedBoundaries } from './rows.ts';
import { fits, regionColumns, streamTable } from './stream.ts';
import type { Table } from './table.ts';

/** Text by lines, each with its chunks, from top to bottom. */
export interface TextLine {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly chunks: readonly Chunk[];
}

export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  return linesOf(
    glyphs.filter(glyph => glyph.turn === 0),
    0,
  ).map(line => ({ top: line.box.top, bottom: line.box.bottom, size: line.size, chunks: chunksOf([line]) }));
}

const several = (line: TextLine): boolean => line.chunks.length > 1;
const bare = (text: string): string => text.replace(/\s/gu, '');
const chunksIn = (lines: readonly TextLine[]): Chunk[] => lines.flatMap(line => line.chunks);

/** A lone text at the left end is more likely a note under the table than the first column's. */
const startsAtEdge = (line: TextLine, xs: readonly number[]): boolean =>
  line.chunks.length === 1 && reach(xs, line.chunks[0]!)[0] === 0;

/**
 * Where the body of a table ends: one after the last of its lines. Up to the last row key everything belongs to it
 * (headings over several columns too); after that, lines that keep to its columns and follow closely.
 */
function bodyEnd(
  lines: readonly TextLine[],
  start: number,
  keys: readonly Chunk[],
  xs: readonly number[],
  inColumn: (chunk: Chunk) => boolean = chunk => fits(xs, chunk),
): number {
  const lastKey = lines.findLastIndex(line => line.chunks.some(chunk => keys.includes(chunk)));
  let end = Math.max(start, lastKey + 1);
  for (; end < lines.length; end++) {
    const [line, above] = [lines[end]!, lines[end - 1]];
    if (!line.chunks.every(inColumn)) break;
    const gap = above ? line.top - above.bottom : 0;
    if (keys.length > 0 ? gap > 0.8 * line.size || startsAtEdge(line, xs) : gap > 3 * line.size) break;
  }
  // One line under a table is a note, whatever column it stands under.
  while (keys.length === 0 && end > start && startsAtEdge(lines[end - 1]!, xs)) end--;
  return end;
}

const rowBoundaries = (keys: readonly Chunk[], chunks: readonly Chunk[], xs: readonly number[]): number[] =>
  keys.length > 0 ? keyedBoundaries(keys, chunks, xs) : lineBoundaries(chunks, xs);

/** A header drawn with rulings over rows without any: the rows below are on its columns. */
export function belowHeader(header: Table, glyphs: readonly Glyph[], page: PageContent, rowKey: RegExp): Table | null {
  const { xs } = header;
  const lines = textLines(glyphs);
  const start = lines.findIndex(line => line.top > header.box.bottom - 2);
  if (start < 0 || lines[start]!.top - header.box.bottom > 3 * lines[start]!.size) return null;
  const under = lines.slice(start);
  const keys = rowKeys(chunksIn(under), rowKey);
  const body = under.slice(0, bodyEnd(under, 0, keys, xs));
  if (body.filter(several).length < (keys.length > 0 ? 1 : 2)) return null;
  const chunks = chunksIn(body).flatMap(chunk => cutAt(xs, chunk));
  return streamTable({
    page: page.page,
    glyphs: [...header.glyphs, ...chunks.flatMap(chunk => chunk.glyphs)],
    xs,
    header: [],
    body: chunks,
    rows: rowBoundaries(keys, chunks, xs),
    keyed: keys.length > 0,
    drawn: { edges: header.edges, top: header.box.bottom },
  });
}

/** Lines above the first row that belong to its header: several texts, or a known header wording, close by. */
function headerStart(lines: readonly TextLine[], first: number, headers: ReadonlySet<string>): number {
  let start = first;
  while (start > 0) {
    const [line, below] = [lines[start - 1]!, lines[start]!];
    const near = below.top - line.bottom < 1.6 * line.size;
    const known = line.chunks.some(chunk => headers.has(bare(chunk.text)));
    const alike = Math.abs(line.size - below.size) < 0.12 * below.size;
    const short = line.chunks.length === 1 && line.chunks[0]!.end - line.chunks[0]!.box.x0 < 12 * line.size;
    if (!(near && (several(line) || known || (alike && short && start < first)))) break;
    start--;
  }
  return start;
}

/** Several columns, one of amounts: these lines show where columns are; headings may reach over several. */
const showsAmounts = (line: TextLine): boolean => line.chunks.slice(1).some(chunk => isAmount(chunk.text));
const fewestAmounts = 3;

/** Makes a table of lines of text whose header and body are told apart. */
export function tableOfLines(
  head: readonly TextLine[],
  body: readonly TextLine[],
  keys: readonly Chunk[],
  glyphs: readonly Glyph[],
  page: PageContent,
  known: readonly Band[] = [],
  ruled: readonly number[] = [],
): Table | null {
  const data = keys.length > 0 ? [] : body.filter(showsAmounts);
  const evident = new Set(data.length >= fewestAmounts ? data : body.filter(several));
  const sure = chunksIn([...evident]);
  const narrow = columnBands({ sure, single: [], header: [], known }).bands;
  const parted = (lines: readonly TextLine[]) => chunksIn(lines).flatMap(chunk => cutAtGutters(narrow, chunk));
  const header = parted(head);
  const single = parted(body.filter(line => !evident.has(line)));
  const { bands, spanning } = columnBands({ sure, single, header, known });
  if (bands.length < 2 || body.length === 0) return null;
  const xs = regionColumns(bands);
  const chunks = [...sure, ...single].flatMap(chunk =>
    spanning.has(chunk) && sure.includes(chunk) ? cutAt(xs, chunk) : [chunk],
  );
  const all = [...header, ...chunks];
  const top = Math.min(...all.map(chunk => chunk.box.top));
  const bottom = Math.max(...all.map(chunk => chunk.box.bottom));
  const among = glyphs.filter(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < bottom);
  const rows = keys.length > 0 ? keyedBoundaries(keys, chunks, xs) : lineBoundaries(chunks, xs, { ruled });
  return streamTable({ page: page.page, glyphs: among, xs, bands, header, body: chunks, rows, keyed: keys.length > 0 });
}

/** A table whose rows have keys: the keys say where it begins and ends, and how many rows it has. */
export function keyedTable(glyphs: readonly Glyph[], page: PageContent, hints: Hints): Table | null {
  const lines = textLines(glyphs);
  const keys = rowKeys(chunksIn(lines), new RegExp(hints.rowKey, 'u'));
  if (keys.length < 2) return null;
  const em = median(keys.map(key => key.size));
  const lineOf = (chunk: Chunk) => lines.findIndex(line => line.chunks.includes(chunk));
  const [firstKey, lastKey] = [lineOf(keys[0]!), lineOf(keys.at(-1)!)];
  const middle = lines.slice(firstKey, lastKey + 1);
  const [sure, single] = [several, (line: TextLine) => !several(line)].map(kind => chunksIn(middle.filter(kind)));
  const { bands } = columnBands({ sure: sure!, single: single!, header: [] });
  // Numbered paragraphs are no table: a mark and a text.
  if (bands.length < 3) return null;
  const xs = regionColumns(bands);
  // The first row reaches above its key where its text is centred.
  const pitch = (keys.at(-1)!.box.top - keys[0]!.box.top) / (keys.length - 1);
  const inColumn = (chunk: Chunk) => reachedBands(bands, chunk) <= 1;
  const inBody = (line: TextLine) => line.chunks.every(inColumn);
  let start = firstKey;
  while (
    start > 0 &&
    inBody(lines[start - 1]!) &&
    lines[start]!.top - lines[start - 1]!.bottom < 0.5 * em &&
    keys[0]!.box.top - lines[start - 1]!.top < pitch
  )
    start--;
  const end = bodyEnd(lines, start, keys, xs, inColumn);
  const top = headerStart(lines, start, new Set(hints.headers.map(bare)));
  return tableOfLines(lines.slice(top, start), lines.slice(start, end), keys, glyphs, page);
}

/**
 * A table that goes on from the page before: the page begins with lines on its columns, after its header, if that is
 * printed again. One row is enough.
 */
export function continuedTable(before: Table, glyphs: readonly Glyph[], page: PageContent, hints: Hints): Table | null {
  const lines = textLines(glyphs);
  const known = bandsOf(before);
  const xs = regionColumns(known);
  const rowKey = new RegExp(hints.rowKey, 'u');
  const firstRow = Math.min(...before.cells.filter(cell => rowKey.test(bare(cell.text))).map(cell => cell.row), 3);
  const titles = before.cells.filter(cell => cell.row < firstRow).map(cell => bare(cell.text));
  const isHeader = (chunk: Chunk) => titles.some(title => title.includes(bare(chunk.text)));
  let head = 0;
  while (head < lines.length && head < 8 && lines[head]!.chunks.every(isHeader)) head++;
  const under = lines.slice(head);
  const keyed = rowKeys(chunksIn(under), rowKey);
  const single = chunksIn(under)
    .filter(chunk => rowKey.test(bare(chunk.text)))
    .slice(0, 1);
  const keys = keyed.length > 0 ? keyed : single;
  let end = bodyEnd(under, 0, keys, xs, chunk => reachedBands(known, chunk) <= 1);
  if (keys.length === 0 && end > 0 && under.slice(0, end).filter(several).length < 1) end = 0;
  return end > 0 ? tableOfLines(lines.slice(0, head), under.slice(0, end), keys, glyphs, page, known) : null;
}
