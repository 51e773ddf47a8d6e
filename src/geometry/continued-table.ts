import type { Hints } from '../model/hints.ts';
import { bodyEnd } from './body-end.ts';
import { bodyRows } from './body-rows.ts';
import { bandsOf, type Chunk, reachedBands } from './columns.ts';
import { titlesOf } from './header-titles.ts';
import { cutBesideHeadings, headingTest } from './headings.ts';
import { keysIn } from './keys.ts';
import { lineBoundaries } from './line-rows.ts';
import { tableOfLines } from './line-table.ts';
import { keysOf } from './numbered.ts';
import type { Glyph, PageContent } from './page.ts';
import { fits, regionColumns, streamTable } from './stream.ts';
import type { Table } from './table.ts';
import { bare, chunksIn, several, type TextLine, textLines } from './text-lines.ts';

/**
 * A header drawn with rulings over rows without any: the rows below are on its columns.
 * @param cut the rows may begin with the end of one that the page break cut off
 */
export function belowHeader(
  header: Table,
  glyphs: readonly Glyph[],
  page: PageContent,
  hints: Hints,
  cut: boolean,
): Table | null {
  const { xs } = header;
  const lines = textLines(glyphs);
  const start = lines.findIndex(line => line.top > header.box.bottom - 2);
  if (start < 0 || lines[start]!.top - header.box.bottom > 3 * lines[start]!.size) return null;
  const under = lines.slice(start);
  const bands = bandsOf(header);
  const isHeading = headingTest(hints);
  const inFirst = (chunk: Chunk) => reachedBands(bands.slice(0, 2), chunk) > 0;
  const keys = keysIn(chunksIn(under), new RegExp(hints.rowKey, 'u'), inFirst);
  const body = under.slice(
    0,
    bodyEnd(under, 0, keys, xs, chunk => fits(xs, chunk), headingTest(hints)),
  );
  if (body.filter(several).length < (keys.length > 0 ? 1 : 2)) return null;
  const chunks = cutBesideHeadings(chunksIn(body), keys, xs, isHeading);
  return streamTable({
    page: page.page,
    glyphs: [...header.glyphs, ...chunks.flatMap(chunk => chunk.glyphs)],
    xs,
    header: [],
    body: chunks,
    rows:
      keys.length > 0
        ? bodyRows(keys, chunks, xs, bands, { cut, isHeading })
        : { boundaries: lineBoundaries(chunks, xs), headings: [], doubtful: [] },
    keyed: keys.length > 0,
    drawn: { edges: header.edges, top: header.box.bottom },
  });
}

/** Lines that print a header of the table's first rows again. */
function headerLines(lines: readonly TextLine[], before: Table, rowKey: RegExp): number {
  const isHeader = titlesOf(before, rowKey);
  let head = 0;
  while (head < lines.length && head < 8 && lines[head]!.chunks.every(isHeader)) head++;
  return head;
}

/**
 * A table that goes on from the page before: the page begins with lines on its columns, after its header, if that is
 * printed again. One row is enough, or the rest of one.
 */
export function continuedTable(before: Table, glyphs: readonly Glyph[], page: PageContent, hints: Hints): Table | null {
  const lines = textLines(glyphs);
  const known = bandsOf(before);
  const xs = regionColumns(known);
  const rowKey = keysOf(before, new RegExp(hints.rowKey, 'u'));
  const head = headerLines(lines, before, rowKey);
  const under = lines.slice(head);
  const keys = keysIn(chunksIn(under), rowKey, chunk => reachedBands(known.slice(0, 2), chunk) > 0);
  const inColumn = (chunk: Chunk) => reachedBands(known, chunk) <= 1;
  let end = bodyEnd(under, 0, keys, xs, inColumn, headingTest(hints));
  if (keys.length === 0 && end > 0 && under.slice(0, end).filter(several).length < 1) end = 0;
  const cut = before.cells.some(cell => rowKey.test(bare(cell.text)));
  return end > 0
    ? tableOfLines(lines.slice(0, head), under.slice(0, end), glyphs, page, {
        keys,
        known,
        cut,
        isHeading: headingTest(hints),
      })
    : null;
}
