import type { Finding } from '../model/diagnostic.ts';
import type { Hints } from '../model/hints.ts';
import { bodyEnd } from './body-end.ts';
import { bodyRows } from './body-rows.ts';
import { bandsOfColumns, type Chunk } from './columns.ts';
import { headerBlock } from './header-block.ts';
import { cutBesideHeadings, headingTest } from './headings.ts';
import { rowKeys } from './keys.ts';
import { lattice } from './lattice.ts';
import type { Glyph, PageContent } from './page.ts';
import { shadeEdges } from './shade-edges.ts';
import { type ShadedCells, shadedCells } from './shade-strips.ts';
import { fits } from './stream.ts';
import type { Table } from './table.ts';
import { chunksIn, several, type TextLine, textLines } from './text-lines.ts';

const middle = ({ top, bottom }: { readonly top: number; readonly bottom: number }): number => (top + bottom) / 2;

/** Lines of one row or of neighbouring rows stand no further apart, ems: several columns, or one. */
const reachOf = (line: TextLine): number => (several(line) ? 2.5 : 0.8) * line.size;

/** The first of the lines right above a height that keep to the columns. */
function firstAbove(lines: readonly TextLine[], top: number, xs: readonly number[]): number {
  let start = lines.findIndex(line => middle(line) > top);
  if (start < 0) start = lines.length;
  let edge = top;
  while (start > 0) {
    const line = lines[start - 1]!;
    if (edge - line.bottom > reachOf(line) || !line.chunks.every(chunk => fits(xs, chunk))) break;
    edge = Math.min(edge, line.top);
    start--;
  }
  return start;
}

/** Boundaries of rows that no shading shows: in white stretches of the table, above and below its shaded cells. */
function whiteRows(shaded: ShadedCells, lines: readonly TextLine[], hints: Hints): number[] {
  const { xs, ys } = shaded;
  const bands = bandsOfColumns(xs);
  const keys = rowKeys(chunksIn(lines), new RegExp(hints.rowKey, 'u'));
  const rows = (part: readonly TextLine[], cut: boolean) => {
    const chunks = chunksIn(part);
    const own = keys.filter(key => chunks.includes(key));
    return own.length > 0 || cut
      ? bodyRows(own, chunks, xs, bands, { cut, isHeading: headingTest(hints) }).boundaries
      : [];
  };
  const found: number[] = [];
  const [top, bottom] = [ys[0]!, ys.at(-1)!];
  const above = lines.slice(firstAbove(lines, top, xs)).filter(line => middle(line) < top);
  if (above.length > 0) {
    const firstKey = above.findIndex(line => line.chunks.some(chunk => keys.includes(chunk)));
    const until = firstKey < 0 ? above.length : firstKey;
    const block = headerBlock(above, until, hints);
    const head = above.slice(0, block?.end ?? 0);
    const body = above.slice(block?.end ?? 0);
    found.push(Math.min(...above.map(line => line.top)) - 1);
    if (head.length > 0 && body.length > 0)
      found.push((Math.max(...head.map(line => line.bottom)) + Math.min(...body.map(line => line.top))) / 2);
    if (body.length > 0) found.push(...rows(body, head.length === 0));
  }
  ys.slice(1).forEach((to, i) => {
    const from = ys[i]!;
    if (shaded.cells.some(cell => Math.abs(cell.top - from) < 0.5)) return;
    found.push(
      ...rows(
        lines.filter(line => middle(line) > from && middle(line) < to),
        false,
      ),
    );
  });
  const under = lines.filter(line => middle(line) > bottom);
  if (under.length > 0 && under[0]!.top - bottom < reachOf(under[0]!)) {
    const own = keys.filter(key => under.some(line => line.chunks.includes(key)));
    const body = under.slice(
      0,
      bodyEnd(under, 0, own, xs, chunk => fits(xs, chunk), headingTest(hints)),
    );
    if (body.length > 0) found.push(...rows(body, false), Math.max(...body.map(line => line.bottom)) + 1);
  }
  return found;
}

/**
 * Leaves out rows without text at the ends: shading of a cell that a page break cuts may reach down to the end of the
 * page, below the last row that is printed on it.
 */
function withoutBareEnds(ys: readonly number[], chunks: readonly Chunk[]): number[] {
  const filled = ys.slice(1).map((to, i) => chunks.some(({ box }) => middle(box) > ys[i]! && middle(box) < to));
  return ys.slice(Math.max(0, filled.indexOf(true)), filled.lastIndexOf(true) + 2);
}

/**
 * A table that shading shows and no ruling: every cell shaded, or those of every other row.
 * Null where there is none, or less than two of its cells have text.
 */
export function shadeTable(content: PageContent, glyphs: readonly Glyph[], hints: Hints): Table | null {
  const shaded = shadedCells(content.shades);
  if (!shaded) return null;
  const lines = textLines(glyphs);
  const more = whiteRows(shaded, lines, hints);
  const keys = rowKeys(chunksIn(lines), new RegExp(hints.rowKey, 'u'), true);
  const chunks = cutBesideHeadings(chunksIn(lines), keys, shaded.xs, headingTest(hints));
  const ys = withoutBareEnds(
    [...shaded.ys, ...more].sort((a, b) => a - b),
    chunks,
  );
  const { edges, doubtful } = shadeEdges(
    { ...shaded, ys },
    chunks.filter(({ box }) => middle(box) > ys[0]! && middle(box) < ys.at(-1)!),
  );
  const table = lattice(edges, glyphs, content.page, more.length > 0 ? 'stream' : 'lattice');
  const findings = doubtful.map((box): Finding => ({ code: 'merge-doubt', places: [{ page: content.page, box }] }));
  return table && { ...table, findings: [...table.findings, ...findings] };
}
