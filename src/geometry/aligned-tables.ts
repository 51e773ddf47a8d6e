import { isAmount, isYear } from './amounts.ts';
import { endsParagraph, startsItem } from './cell-text.ts';
import { type Band, type Chunk, columnBands, reachedBands } from './columns.ts';
import { tableOfLines } from './line-table.ts';
import type { Edge, Glyph, PageContent } from './page.ts';
import type { Prose } from './prose.ts';
import type { Table } from './table.ts';
import { chunksIn, several, type TextLine, textLines } from './text-lines.ts';

/** Fewer lines may stand one below the other by accident. */
const fewest = 3;

/** Words stand below each other by accident more often: an address beside a date, ends of paragraphs side by side. */
const fewestWords = 4;
const isShort = (chunk: Chunk): boolean => chunk.box.x1 - chunk.box.x0 < 18 * chunk.size;

/** A line whose texts, the first aside, are amounts for the most part. */
const ofAmounts = (line: TextLine): boolean => {
  const others = line.chunks.slice(1);
  return others.length > 0 && others.filter(chunk => isAmount(chunk.text)).length >= 0.5 * others.length;
};

/** A line of amounts that cannot be a header's years. */
const ofData = (line: TextLine): boolean =>
  ofAmounts(line) && !line.chunks.slice(1).every(chunk => isYear(chunk.text) || !isAmount(chunk.text));

/** A bullet or number and its text. */
const isItem = (line: TextLine): boolean => line.chunks.length === 2 && startsItem(`${line.chunks[0]!.text} `);

/** How far below another a line may still be of the same table, in ems: further where both show the same columns. */
const reachOf = (line: TextLine, above: TextLine): number =>
  line.chunks.length > 2 && line.chunks.length === above.chunks.length ? 3.5 : 2;

/** Stretches of lines that show columns; a few that do not may stand between two that do, if they are close. */
function stretches(lines: readonly TextLine[], prose: ReadonlySet<Glyph>): TextLine[][] {
  const found: TextLine[][] = [];
  let between: TextLine[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const above = between.at(-1) ?? last;
    const near = above !== undefined && line.top - above.bottom < reachOf(line, above) * line.size;
    if (prose.has(line.chunks[0]!.glyphs[0]!)) {
      [last, between] = [undefined, []];
      continue;
    }
    if (!several(line) || isItem(line)) {
      between = near ? [...between, line] : [];
      if (!near) last = undefined;
      continue;
    }
    if (near && between.length <= 4) found.at(-1)!.push(...between, line);
    else found.push([line]);
    [last, between] = [line, []];
  }
  return found;
}

/** Columns of a stretch: those of its lines of amounts, where it has some, since headers and headings reach over them. */
function bandsOf(lines: readonly TextLine[]): { bands: Band[]; sure: Chunk[] } {
  const data = lines.filter(ofData);
  const sure = chunksIn(data.length >= 2 ? data : lines.filter(several));
  return { bands: columnBands({ sure, single: [], header: [] }).bands, sure };
}

/** A line of one text from the left end over several columns: a caption or a note, and the end of a table. */
const reachesOver = (line: TextLine, bands: readonly Band[]): boolean =>
  line.chunks.length === 1 && reachedBands(bands, line.chunks[0]!) > 1 && line.chunks[0]!.box.x0 < bands[0]!.to;

/** Cuts a stretch at captions and notes between two tables. */
function cutAtCaptions(lines: readonly TextLine[]): TextLine[][] {
  const { bands } = bandsOf(lines);
  if (bands.length < 2) return [[...lines]];
  const parts: TextLine[][] = [[]];
  for (const line of lines)
    if (reachesOver(line, bands)) parts.push([]);
    else parts.at(-1)!.push(line);
  return parts.filter(part => part.some(several));
}

/** Page numbers that leaders lead to, down a page of contents. */
function isContents(lines: readonly TextLine[]): boolean {
  const led = lines.filter(line => /[.…·_](?:\s?[.…·_]){3,}/u.test(line.chunks.map(chunk => chunk.text).join(' ')));
  const pages = led.map(line => line.chunks.at(-1)!.text.match(/(\d+)$/u)?.[1]).map(Number);
  return led.length >= fewest && pages.every((page, i) => page >= (pages[i - 1] ?? 0));
}

/** Whether columns of text are a table, by what stands in them. */
function isTabular(
  lines: readonly TextLine[],
  bands: readonly Band[],
  sure: readonly Chunk[],
  rules: readonly number[],
): boolean {
  const columned = lines.filter(several);
  const astray = sure.filter(chunk => reachedBands(bands, chunk) > 1).length;
  if (bands.length < 2 || astray > 0.1 * sure.length || isContents(lines)) return false;
  const data = columned.filter(ofData);
  // A rule above everything may be that of the page's running head.
  const ruled = rules.length > 1 || rules.some(y => y > lines[0]!.bottom - 2);
  const enough = ruled || data.length >= 2 ? 2 : fewestWords;
  if (columned.length < enough) return false;
  if (bands.length > 2) return columned.some(line => line.chunks.length > 2);
  // Two columns of words are a list with its headings, or an address beside a date, as often as a table.
  if (data.length >= Math.max(2, 0.6 * columned.length) || (ruled && columned.length >= fewest)) return true;
  const short = columned.every(line => line.chunks.length === 2 && line.chunks.every(isShort));
  return short && columned.length >= fewestWords && columned.length === lines.length;
}

/** Heights of rulings that run over all columns of a stretch. */
const rulesOver = (edges: readonly Edge[], bands: readonly Band[], top: number, bottom: number): number[] => {
  const heights = [...new Set(edges.filter(edge => edge.direction === 'h').map(edge => edge.at))];
  return heights
    .filter(at => at > top && at < bottom)
    .filter(at => {
      const pieces = edges.filter(edge => edge.direction === 'h' && edge.at === at);
      const [from, to] = [Math.min(...pieces.map(edge => edge.from)), Math.max(...pieces.map(edge => edge.to))];
      return from < bands[0]!.to && to > bands.at(-1)!.from;
    })
    .sort((a, b) => a - b);
};

/** Lines right above a stretch that are headers over its columns. */
function headerStart(
  lines: readonly TextLine[],
  first: number,
  bands: readonly Band[],
  rules: readonly number[],
): number {
  let start = first;
  while (start > 0) {
    const [line, below] = [lines[start - 1]!, lines[start]!];
    if (
      rules.some(
        y => y > line.bottom - 0.5 * line.size && y < below.top + 0.5 * line.size && start === first && y > below.top,
      )
    )
      break;
    const over = line.chunks.every(chunk => chunk.box.x0 > bands[0]!.to);
    if (below.top - line.bottom > 1.2 * line.size || !over) break;
    start--;
  }
  return start;
}

/** One after the last line of a stretch: labels that wrap below the last row are part of it. */
function bodyEnd(lines: readonly TextLine[], last: number, bands: readonly Band[]): number {
  const inFirst = (chunk: Chunk) => chunk.end < bands[1]!.from && chunk.box.x0 < bands[0]!.to;
  let end = last + 1;
  for (; end < lines.length; end++) {
    const [line, above] = [lines[end]!, lines[end - 1]!];
    const label = above.chunks[0]!;
    const close = line.top - above.bottom < 0.35 * line.size && Math.abs(line.size - above.size) < 0.1 * line.size;
    if (!close || line.chunks.length > 1 || !inFirst(line.chunks[0]!) || !inFirst(label)) break;
    if (
      startsItem(line.chunks[0]!.text) ||
      endsParagraph(label, line.chunks[0]!, bands[0]!.to - label.box.x0 + 0.6 * line.size)
    )
      break;
  }
  return end;
}

/** How many leading lines are the header: down to a ruling over all columns, or above the first line of amounts. */
function headerLines(lines: readonly TextLine[], bands: readonly Band[], rules: readonly number[]): number {
  const data = lines.filter(ofData).length >= 0.5 * lines.filter(several).length ? lines.findIndex(ofData) : -1;
  const rule = rules.find(y => y > lines[0]!.bottom - 2 && y < lines.at(-1)!.top + 2);
  const under = rule === undefined ? -1 : lines.findIndex(line => line.top > rule - 2);
  if (under > 0 && (data < 0 || under <= data)) return under;
  let count = Math.max(0, data);
  // A label that wraps, or a heading, belongs to the row below.
  while (count > 0 && lines[count - 1]!.chunks.every(chunk => chunk.end < (bands[1]?.from ?? Infinity))) count--;
  return count;
}

/** Tables that the alignment of text shows, without rulings between columns. */
export function alignedTables(
  glyphs: readonly Glyph[],
  page: PageContent,
  edges: readonly Edge[],
  prose: readonly Prose[],
): Table[] {
  const running = new Set(prose.flatMap(({ lines }) => lines.flatMap(line => line.glyphs)));
  const all = textLines(glyphs);
  return stretches(all, running)
    .flatMap(cutAtCaptions)
    .flatMap(lines => {
      const { bands, sure } = bandsOf(lines);
      const [top, bottom] = [lines[0]!.top - 2 * lines[0]!.size, lines.at(-1)!.bottom + 2 * lines[0]!.size];
      const rules = bands.length > 1 ? rulesOver(edges, bands, top, bottom) : [];
      if (!isTabular(lines, bands, sure, rules)) return [];
      const start = headerStart(all, all.indexOf(lines[0]!), bands, rules);
      const whole = all.slice(start, bodyEnd(all, all.indexOf(lines.at(-1)!), bands));
      const head = headerLines(whole, bands, rules);
      const table = tableOfLines(whole.slice(0, head), whole.slice(head), glyphs, page, { ruled: rules });
      return table ? [table] : [];
    });
}
