import { union } from '../../geometry/box.ts';
import { cutSheets, type Sheet } from '../../geometry/cut-sheets.ts';
import { glueSheets } from '../../geometry/glue-sheets.ts';
import type { Line } from '../../geometry/lines.ts';
import type { Glyph } from '../../geometry/page.ts';
import { looseLines } from '../../geometry/paragraphs.ts';
import { sheetRulings } from '../../geometry/sheet-rulings.ts';
import type { Box } from '../../model/box.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Hints } from '../../model/hints.ts';
import type { Place } from '../../model/place.ts';
import { furniture, type LoosePage } from './furniture.ts';
import type { ReadPage } from './page.ts';
import { pageRanges } from './page-ranges.ts';
import { onPage } from './turn.ts';

/** A smaller part of a box than this, points, is no part: the side of a cell. */
const sliver = 2;

/** Where a box of a page's content stands on paper: on each sheet that shows a part of it. */
export function placesOf({ content, frame, sheets }: ReadPage, box: Box): Place[] {
  if (!sheets) return [{ page: content.page, box: onPage(box, frame) }];
  const parts = sheets.map((sheet, i) => ({
    sheet,
    x0: Math.max(box.x0, sheet.cut),
    x1: Math.min(box.x1, sheets[i + 1]?.cut ?? Infinity),
  }));
  const wide = parts.filter(({ x0, x1 }) => x1 - x0 > sliver);
  const widest = parts.reduce((best, part) => (part.x1 - part.x0 > best.x1 - best.x0 ? part : best));
  return (wide.length > 0 ? wide : [widest]).map(({ sheet, x0, x1 }) => ({
    page: sheet.page,
    box: onPage({ ...box, x0: x0 - sheet.shift, x1: x1 - sheet.shift }, sheet.frame),
  }));
}

/** The lines that run along the edges of sheets, page by page. */
function runningLines(pages: readonly ReadPage[]): Line[][] {
  const loose = pages.map(({ content }): LoosePage => {
    const rulings = sheetRulings(content);
    const [top, bottom] = rulings ? [rulings.ys[0]!, rulings.ys.at(-1)!] : [Infinity, -Infinity];
    const outside = (glyph: Glyph) => glyph.box.bottom <= top + 2 || glyph.box.top >= bottom - 2;
    const level = content.edges.filter(edge => edge.direction === 'h').map(edge => edge.at);
    return {
      page: content.page,
      height: content.height,
      lines: looseLines(content.glyphs.filter(outside)),
      tables: rulings ? [{ x0: rulings.xs[0]!, x1: rulings.xs.at(-1)!, top, bottom }] : [],
      rules: level.filter(y => y < top - 2 || y > bottom + 2),
    };
  });
  const running = furniture(loose);
  return loose.map(({ lines }) => lines.filter(line => running.has(line)));
}

function glued(pages: readonly ReadPage[], sheets: readonly Sheet[], running: readonly Line[][]): ReadPage {
  const parts = sheets.map(sheet => ({ ...sheet, read: pages[sheet.page]! }));
  const aside: { kind: 'furniture' | 'repeated-header'; line: Line; read: ReadPage }[] = [];
  for (const { page, from, read } of parts) {
    const lines = running[page]!;
    const taken = new Set(lines.flatMap(line => line.glyphs));
    const again = read.content.glyphs.filter(glyph => (glyph.box.x0 + glyph.box.x1) / 2 < from && !taken.has(glyph));
    aside.push(...lines.map(line => ({ kind: 'furniture' as const, line, read })));
    if (Number.isFinite(from))
      aside.push(...looseLines(again).map(line => ({ kind: 'repeated-header' as const, line, read })));
  }
  const content = glueSheets(
    parts.map(({ read, ...sheet }) => ({ ...sheet, content: read.content })),
    new Set(aside.flatMap(({ line }) => line.glyphs)),
  );
  return {
    content,
    frame: parts[0]!.read.frame,
    watermark: parts.flatMap(({ read }) => read.watermark),
    findings: parts.flatMap(({ read }) => read.findings),
    sheets: parts.map(({ read, cut, shift }) => ({ page: read.content.page, frame: read.frame, cut, shift })),
    aside: aside.map(
      ({ kind, line, read }): Block => ({ kind, text: line.text, places: placesOf(read, union([line.box])!) }),
    ),
  };
}

/** Joins the sheets of tables that are wider than their paper, so that the rest of the way sees wide pages. */
export function joinSheets(
  pages: readonly ReadPage[],
  hints: Hints,
): { readonly pages: readonly ReadPage[]; readonly findings: readonly Finding[] } {
  const { joined, doubts } = cutSheets(
    pages.map(page => page.content),
    new RegExp(hints.rowKey, 'u'),
  );
  const number = (page: number) => pages[page]!.content.page;
  const placeOn = (page: number): Place => {
    const { content, frame } = pages[page]!;
    return { page: content.page, box: onPage(union(content.glyphs.map(glyph => glyph.box))!, frame) };
  };
  const findings: Finding[] = doubts.map(({ left, right }) => ({
    code: 'columns-apart',
    params: { left: pageRanges(left.map(number)), right: pageRanges(right.map(number)) },
    places: right.slice(0, 1).map(placeOn),
  }));
  if (joined.length === 0) return { pages, findings };
  const running = runningLines(pages);
  const wide = new Map(joined.map(sheets => [sheets[0]!.page, glued(pages, sheets, running)]));
  const moved = new Set(joined.flatMap(sheets => sheets.slice(1).map(sheet => sheet.page)));
  findings.push(...joinedFindings(joined, number, placeOn));
  return { pages: pages.flatMap((page, i) => (moved.has(i) ? [] : [wide.get(i) ?? page])), findings };
}

/** One finding for each table: rows of paper that follow each other with as many sheets each. */
function joinedFindings(
  joined: readonly (readonly Sheet[])[],
  number: (page: number) => number,
  placeOn: (page: number) => Place,
): Finding[] {
  const tables: (readonly Sheet[])[][] = [];
  for (const sheets of joined) {
    const last = tables.at(-1)?.at(-1);
    const goesOn =
      last?.length === sheets.length && sheets.every((sheet, i) => Math.abs(sheet.cut - last[i]!.cut) < 1 || i === 0);
    if (goesOn) tables.at(-1)!.push(sheets);
    else tables.push([sheets]);
  }
  return tables.map(rows => {
    const right = rows.flatMap(row => row.slice(1).map(sheet => sheet.page)).sort((a, b) => a - b);
    return {
      code: 'sheets-joined',
      params: { left: pageRanges(rows.map(row => number(row[0]!.page))), right: pageRanges(right.map(number)) },
      places: right.slice(0, 1).map(placeOn),
    };
  });
}
