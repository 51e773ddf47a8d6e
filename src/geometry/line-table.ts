import { isAmount } from './amounts.ts';
import { bodyRows } from './body-rows.ts';
import { type Band, type Chunk, columnBands, cutAt, cutAtGutters, reachedBands } from './columns.ts';
import { partedByHeader } from './header-columns.ts';
import { lineBoundaries } from './line-rows.ts';
import type { Glyph, PageContent } from './page.ts';
import { regionColumns, streamTable } from './stream.ts';
import type { Table } from './table.ts';
import { chunksIn, several, type TextLine } from './text-lines.ts';

/** Several columns, one of amounts: these lines show where columns are; headings may reach over several. */
const showsAmounts = (line: TextLine): boolean => line.chunks.slice(1).some(chunk => isAmount(chunk.text));
const fewestAmounts = 3;

/** What is known of a table besides its lines. */
export interface LineEvidence {
  /** Row keys among the lines. */
  readonly keys?: readonly Chunk[];
  /** Columns that the table has on an earlier page. */
  readonly known?: readonly Band[];
  /** Heights of rulings between rows. */
  readonly ruled?: readonly number[];
  /** The body may begin with the end of a row that a page break cut off. */
  readonly cut?: boolean;
  /** Tells a heading by its wording. */
  readonly isHeading?: (text: string) => boolean;
}

/** Makes a table of lines of text whose header and body are told apart. */
export function tableOfLines(
  head: readonly TextLine[],
  body: readonly TextLine[],
  glyphs: readonly Glyph[],
  page: PageContent,
  { keys = [], known = [], ruled = [], cut = false, isHeading = () => false }: LineEvidence = {},
): Table | null {
  const keyed = keys.length > 0 || cut;
  const data = keyed ? [] : body.filter(showsAmounts);
  const evident = new Set(data.length >= fewestAmounts ? data : body.filter(several));
  const sure = chunksIn([...evident]);
  const narrow = columnBands({ sure, single: [], header: [], known }).bands;
  const parted = (lines: readonly TextLine[]) => chunksIn(lines).flatMap(chunk => cutAtGutters(narrow, chunk));
  const header = parted(head);
  const single = parted(body.filter(line => !evident.has(line)));
  const found = columnBands({ sure, single, header, known });
  const bands = keyed && known.length === 0 ? partedByHeader(found.bands, header, [...sure, ...single]) : found.bands;
  const crosses = (chunk: Chunk) => found.spanning.has(chunk) || reachedBands(bands, chunk) > 1;
  if (bands.length < 2 || body.length === 0) return null;
  const xs = regionColumns(bands);
  const chunks = [...sure, ...single].flatMap(chunk =>
    crosses(chunk) && sure.includes(chunk) ? cutAt(xs, chunk) : [chunk],
  );
  const all = [...header, ...chunks];
  const top = Math.min(...all.map(chunk => chunk.box.top));
  const bottom = Math.max(...all.map(chunk => chunk.box.bottom));
  const among = glyphs.filter(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < bottom);
  const rows = keyed
    ? bodyRows(keys, chunks, xs, bands, { cut, isHeading })
    : { boundaries: lineBoundaries(chunks, xs, { ruled }), headings: [], doubtful: [] };
  return streamTable({ page: page.page, glyphs: among, xs, bands, header, body: chunks, rows, keyed });
}
