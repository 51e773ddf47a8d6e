import type { Hints } from '../model/hints.ts';
import { bodyEnd } from './body-end.ts';
import { median } from './box.ts';
import { type Chunk, columnBands, reachedBands } from './columns.ts';
import { headerBlock } from './header-block.ts';
import { headingTest } from './headings.ts';
import { rowKeys } from './keys.ts';
import { tableOfLines } from './line-table.ts';
import type { Glyph, PageContent } from './page.ts';
import { regionColumns } from './stream.ts';
import type { Table } from './table.ts';
import { bare, chunksIn, several, type TextLine, textLines } from './text-lines.ts';

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

/** The first line of the first row: its text reaches above its key, where it stands in the middle of its cells. */
function firstRow(
  lines: readonly TextLine[],
  firstKey: number,
  keys: readonly Chunk[],
  inColumn: (chunk: Chunk) => boolean,
): number {
  const em = median(keys.map(key => key.size));
  const pitch = (keys.at(-1)!.box.top - keys[0]!.box.top) / (keys.length - 1);
  let start = firstKey;
  while (
    start > 0 &&
    lines[start - 1]!.chunks.every(inColumn) &&
    lines[start]!.top - lines[start - 1]!.bottom < 0.5 * em &&
    keys[0]!.box.top - lines[start - 1]!.top < pitch
  )
    start--;
  return start;
}

/**
 * A table whose rows have keys: the keys say where it begins and ends, and how many rows it has.
 * @param headed only a table under a header of known wordings: then few keys are enough, two at least
 */
export function keyedTable(glyphs: readonly Glyph[], page: PageContent, hints: Hints, headed: boolean): Table | null {
  const lines = textLines(glyphs);
  const pattern = new RegExp(hints.rowKey, 'u');
  const keys = rowKeys(chunksIn(lines), pattern, headed);
  if (keys.length < 2) return null;
  const lineOf = (chunk: Chunk) => lines.findIndex(line => line.chunks.includes(chunk));
  const [firstKey, lastKey] = [lineOf(keys[0]!), lineOf(keys.at(-1)!)];
  const middle = lines.slice(firstKey, lastKey + 1);
  const [sure, single] = [several, (line: TextLine) => !several(line)].map(kind => chunksIn(middle.filter(kind)));
  const { bands } = columnBands({ sure: sure!, single: single!, header: [] });
  // Numbered paragraphs are no table: a mark and a text.
  if (bands.length < 3) return null;
  const headers = new Set(hints.headers.map(bare));
  const block = headerBlock(lines, firstKey, hints);
  if (headed && !block) return null;
  const inColumn = (chunk: Chunk) => reachedBands(bands, chunk) <= 1;
  const start = block?.end ?? firstRow(lines, firstKey, keys, inColumn);
  const top = block?.start ?? headerStart(lines, start, headers);
  const end = bodyEnd(lines, start, keys, regionColumns(bands), inColumn, headingTest(hints));
  return tableOfLines(lines.slice(top, start), lines.slice(start, end), glyphs, page, {
    keys,
    isHeading: headingTest(hints),
  });
}
