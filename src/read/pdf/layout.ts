import { union } from '../../geometry/box.ts';
import { type Found, ruledTables } from '../../geometry/find-tables.ts';
import type { Line } from '../../geometry/lines.ts';
import type { PageGrid } from '../../geometry/page-grid.ts';
import { looseLines, type Paragraph, paragraphs } from '../../geometry/paragraphs.ts';
import { columnsAgree } from '../../geometry/same-columns.ts';
import { withStreams } from '../../geometry/stream-tables.ts';
import type { Table } from '../../geometry/table.ts';
import type { Box } from '../../model/box.ts';
import type { Hints } from '../../model/hints.ts';
import { furniture } from './furniture.ts';
import type { ReadPage } from './page.ts';
import { placesOf } from './sheets.ts';
import { onPage } from './turn.ts';

/** A page cut into its tables, its paragraphs and its running lines. */
export interface PageLayout {
  readonly read: ReadPage;
  readonly found: Found;
  readonly grids: readonly PageGrid[];
  readonly paragraphs: readonly Paragraph[];
  readonly running: readonly Line[];
}

/** True where rulings on a page hold no text: cells merged over rows may run over a whole page. */
function isBlankForm({ content: { edges, glyphs } }: ReadPage): boolean {
  const heights = edges.flatMap(({ direction, at, from, to }) => (direction === 'h' ? [at] : [from, to]));
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return edges.length > 0 && glyphs.every(({ box }) => box.bottom < top || box.top > bottom);
}

/** Lays out all pages: rulings first, then running lines, then tables that only the alignment of text shows. */
export function layOut(pages: readonly ReadPage[], hints: Hints): PageLayout[] {
  const ruled: Found[] = [];
  let above: Table | null = null;
  for (const page of pages) {
    const found = ruledTables(page.content, hints, above);
    ruled.push(found);
    const last: Table | null = found.tables.at(-1) ?? null;
    // A page where merged cells hide a column does not make it unknown.
    const finer = last && above && last.xs.length < above.xs.length && columnsAgree(last, above);
    if (!finer && (last || !isBlankForm(page))) above = last;
  }
  const loose = pages.map((page, i) => ({
    page: page.content.page,
    height: page.content.height,
    lines: looseLines(ruled[i]!.rest),
    tables: ruled[i]!.tables.map(table => table.box),
    rules: page.content.edges.filter(edge => edge.direction === 'h').map(edge => edge.at),
  }));
  const running = furniture(loose);
  let before: Table | null = null;
  return pages.map((read, i) => {
    const lines = loose[i]!.lines.filter(line => running.has(line));
    const aside = new Set(lines.flatMap(line => line.glyphs));
    const rest = ruled[i]!.rest.filter(glyph => !aside.has(glyph));
    const complex = ruled[i]!.findings.length > 0;
    const tables = complex ? [] : withStreams(read.content, rest, ruled[i]!.tables, hints, before);
    const taken = new Set(tables.flatMap(table => table.glyphs));
    const outside = rest.filter(glyph => !taken.has(glyph));
    const layout = layOutPage(read, { ...ruled[i]!, tables, rest: outside }, looseLines(outside), lines);
    const last = layout.grids.at(-1);
    before = last?.endsPage ? last.table : null;
    return layout;
  });
}

function layOutPage(read: ReadPage, found: Found, lines: readonly Line[], running: readonly Line[]): PageLayout {
  const { tables } = found;
  const right = union([...lines, ...tables].map(item => item.box))?.x1 ?? 0;
  const between = (above: Line, below: Line) =>
    tables.some(table => table.box.top >= above.box.top && table.box.bottom <= below.box.bottom);
  const grids = tables.map((table: Table, i) => ({
    page: read.content.page,
    number: i + 1,
    table,
    startsPage: i === 0 && !lines.some(line => line.box.bottom <= table.box.top + 1),
    endsPage: i === tables.length - 1 && !lines.some(line => line.box.top >= table.box.bottom - 1),
    onPage: (box: Box) => onPage(box, read.frame),
    ...(read.sheets && { places: (box: Box) => placesOf(read, box) }),
  }));
  return { read, found, grids, paragraphs: paragraphs(lines, right, between), running };
}
