import { linesOf } from './lines.ts';
import type { PageContent } from './page.ts';
import { differentHeights, type SheetRulings, sameRows, sameStrip, shared, sheetRulings } from './sheet-rulings.ts';
import { bare } from './text-lines.ts';

/** A sheet of paper that shows some columns of a table's rows. Pages are numbered by their position, from 0. */
export interface Sheet {
  readonly page: number;
  /** Where its own columns begin: left of it stand columns that were printed on the first sheet too. */
  readonly from: number;
  /** How far to the right it has to be moved to stand beside the sheet before. */
  readonly shift: number;
  /** Where it begins beside that one, when moved. */
  readonly cut: number;
}

/** What was found out of pages that may be one table's, cut from top to bottom. */
export interface CutSheets {
  /** Sheets that stand side by side, from left to right. */
  readonly joined: readonly (readonly Sheet[])[];
  /** Pages whose rows seem to be those of others, but not all: each with the pages they resemble. */
  readonly doubts: readonly { readonly left: readonly number[]; readonly right: readonly number[] }[];
}

interface Page {
  readonly content: PageContent;
  readonly rulings: SheetRulings | null;
}

/** Pages one below the other: some columns of all rows. */
type Strip = readonly number[];

/** Rows that agree and have this many heights do not agree by accident. */
const telling = { rows: 4, heights: 3 };
/** A spreadsheet's page is full to this share of its width at least. */
const full = 0.86;

/** The texts between two sides of columns of a page's table, line by line. */
const columnLines = ({ content, rulings }: Page, from: number, to: number): string[] =>
  linesOf(
    content.glyphs.filter(({ box }) => {
      const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
      return x > from && x < to && y > rulings!.ys[0]! && y < rulings!.ys.at(-1)!;
    }),
    0,
  ).map(line => bare(line.text));

/** True for texts most of which are numbers that count on: row keys. */
function countsOn(lines: readonly string[], rowKey: RegExp): boolean {
  const numbers = lines.filter(line => rowKey.test(line)).map(line => Number(/\d+/u.exec(line)?.[0]));
  const steps = numbers.filter((n, i) => i > 0 && n === numbers[i - 1]! + 1).length;
  return numbers.length >= 3 && steps >= 0.7 * (numbers.length - 1);
}

/**
 * Finds tables too wide for their paper: a spreadsheet program prints the columns that fit, for all rows, and then the
 * others on sheets of their own; or for each page of rows, one sheet after the other. Sheets of one row of paper show the
 * same sides of rows at the same heights.
 *
 * @param contents pages in their order, upright
 * @param rowKey matches a whole row key; a table with keys of its own is another table
 */
export function cutSheets(contents: readonly PageContent[], rowKey: RegExp): CutSheets {
  const pages = contents.map((content): Page => ({ content, rulings: sheetRulings(content) }));
  const joined: Sheet[][] = [];
  const doubts: { left: Strip; right: Strip }[] = [];
  for (let at = 0; at < pages.length; ) {
    const first = stripFrom(pages, at);
    const strips = beside(pages, first);
    const sheets = strips.length > 1 ? sideBySide(pages, strips, rowKey) : [];
    const count = sheets[0]?.length ?? 1;
    joined.push(...sheets);
    const used = new Set(strips.slice(0, count).flat());
    const next = Math.max(at, ...used) + 1;
    const right = strips[count] ?? stripFrom(pages, next);
    if (resembles(pages, first, right, rowKey)) doubts.push({ left: first, right });
    at = next;
  }
  return { joined, doubts };
}

/** Consecutive pages with the same columns; none where a page has no rulings. */
function stripFrom(pages: readonly Page[], at: number): Strip {
  const first = pages[at]?.rulings;
  if (!first) return [];
  let end = at + 1;
  while (pages[end]?.rulings && sameStrip(pages[end]!.rulings!, first)) end++;
  return Array.from({ length: end - at }, (_, i) => at + i);
}

const rulingsOf = (pages: readonly Page[], strip: Strip): SheetRulings => pages[strip[0]!]!.rulings!;

const samePaper = (a: PageContent, b: PageContent): boolean =>
  Math.abs(a.width - b.width) < 2 && Math.abs(a.height - b.height) < 2;

const fits = (pages: readonly Page[], left: number, right: number): boolean => {
  const [a, b] = [pages[left]!, pages[right]!];
  return samePaper(a.content, b.content) && sameRows(a.rulings!, b.rulings!) !== null;
};

/** The strips that may stand beside a first one, that one included: all have its rows, and none another's columns. */
function beside(pages: readonly Page[], first: Strip): Strip[] {
  if (first.length === 0) return [];
  const strips = [[...first]];
  for (;;) {
    const end = strips.at(-1)!.at(-1)! + 1;
    // Text below the table may run over to a page without any ruling.
    const next = pages[end]?.rulings ? end : end + 1;
    const strip = stripFrom(pages, next);
    const known = strips.some(other => strip.length > 0 && sameStrip(rulingsOf(pages, other), rulingsOf(pages, strip)));
    if (known || strip.length !== first.length || !strip.every((page, i) => fits(pages, first[i]!, page))) break;
    strips.push([...strip]);
  }
  // Over, then down: the next sheets show the same columns of other rows.
  if (first.length === 1 && strips.length > 1)
    for (let at = strips.at(-1)![0]! + 1; at + strips.length <= pages.length; at += strips.length) {
      const goesOn = strips.every((strip, i) => {
        const rulings = pages[at + i]!.rulings;
        return rulings && sameStrip(rulings, rulingsOf(pages, strip)) && fits(pages, at, at + i);
      });
      if (!goesOn) break;
      for (const [i, strip] of strips.entries()) strip.push(at + i);
    }
  return strips;
}

/** How many of a strip's first columns are printed on the first strip too: the same widths, the same texts. */
function repeatedColumns(pages: readonly Page[], first: Strip, strip: Strip): number {
  const [a, b] = [rulingsOf(pages, first).xs, rulingsOf(pages, strip).xs];
  let count = 0;
  while (count < Math.min(a.length, b.length) - 2) {
    const i = count;
    const alike = Math.abs(a[i + 1]! - a[i]! - (b[i + 1]! - b[i]!)) <= 2;
    const texts = (of: Strip, xs: readonly number[]) =>
      of.map(page => columnLines(pages[page]!, xs[i]!, xs[i + 1]!).join('')).join();
    const [left, right] = [texts(first, a), texts(strip, b)];
    if (!alike || left !== right || bare(left).length < 2) break;
    count++;
  }
  return count;
}

const hasKeys = (pages: readonly Page[], strip: Strip, column: number, rowKey: RegExp): boolean => {
  const { xs } = rulingsOf(pages, strip);
  return countsOn(
    strip.flatMap(page => columnLines(pages[page]!, xs[column]!, xs[column + 1]!)),
    rowKey,
  );
};

/** Text stands above a strip that begins in it: it has a title of its own, and is no rest of another's. */
function hasTitle(pages: readonly Page[], strip: Strip): boolean {
  const { xs, ys } = rulingsOf(pages, strip);
  const above = pages[strip[0]!]!.content.glyphs.filter(({ box, turn }) => turn === 0 && box.bottom <= ys[0]! + 2);
  return linesOf(above, 0).some(line => line.box.x0 > xs[0]! + line.size);
}

/** No sheet before had room for a strip's first column. */
const overflows = (pages: readonly Page[], before: Strip, strip: Strip, column: number): boolean => {
  const [left, right] = [rulingsOf(pages, before).xs, rulingsOf(pages, strip).xs];
  const { width } = pages[strip[0]!]!.content;
  return left.at(-1)! + right[column + 1]! - right[column]! > Math.min(full * width, width - left[0]! + 1);
};

/** Whether two strips have the same rows beyond accident; null where only their heights say so, and those are all alike. */
function proven(pages: readonly Page[], first: Strip, strip: Strip): boolean | null {
  const sides = strip.map((page, i) => sameRows(pages[first[i]!]!.rulings!, pages[page]!.rulings!)!);
  const rows = sides.reduce((sum, ys) => sum + ys.length - 1, 0);
  if (rows < telling.rows) return false;
  return differentHeights(sides) >= telling.heights ? true : null;
}

/** The sheets of strips that stand side by side, row of paper by row of paper; as many strips as there is proof of. */
function sideBySide(pages: readonly Page[], strips: readonly Strip[], rowKey: RegExp): Sheet[][] {
  const first = strips[0]!;
  const rows = first.map((page): Sheet[] => [{ page, from: -Infinity, shift: 0, cut: -Infinity }]);
  for (const [i, strip] of strips.entries()) {
    if (i === 0) continue;
    const column = repeatedColumns(pages, first, strip);
    if (hasKeys(pages, strip, column, rowKey)) break;
    const proof = proven(pages, first, strip);
    const noRoom = overflows(pages, strips[i - 1]!, strip, column) && !hasTitle(pages, strip);
    if (!(column > 0 ? proof !== false : (proof ?? noRoom))) break;
    const end = rulingsOf(pages, strips[i - 1]!).xs.at(-1)! + rows[0]!.at(-1)!.shift;
    const x0 = rulingsOf(pages, strip).xs[column]!;
    strip.forEach((page, row) => {
      rows[row]!.push({ page, from: column > 0 ? x0 : -Infinity, shift: end - x0, cut: end });
    });
  }
  if (rows[0]!.length < 2) return [];
  return [...rows, ...textBelow(pages, rows.at(-1)!)];
}

/** Heights of a page's lines of text, where it has no rulings. */
const lineTops = (page: Page | undefined): number[] | null =>
  page && !page.rulings ? linesOf(page.content.glyphs, 0).map(line => line.box.bottom) : null;

/** The sheets after a table's last ones, where they show text only, and all lines stand at heights of the first one's. */
function textBelow(pages: readonly Page[], last: readonly Sheet[]): Sheet[][] {
  const next = last.map(sheet => ({ ...sheet, page: sheet.page + 1 }));
  const [tops, ...others] = next.map(({ page }) => lineTops(pages[page]));
  const goOn = others.every(lines => lines && shared(lines, tops ?? []).length === lines.length);
  return tops && goOn ? [next] : [];
}

/** True where a strip has no keys and no title of its own, and many of another's rows, or all of them without proof. */
function resembles(pages: readonly Page[], first: Strip, strip: Strip, rowKey: RegExp): boolean {
  if (first.length === 0 || strip.length === 0) return false;
  const [left, right] = [pages[first[0]!]!, pages[strip[0]!]!];
  if (!samePaper(left.content, right.content) || sameStrip(left.rulings!, right.rulings!)) return false;
  if (hasKeys(pages, strip, 0, rowKey) || hasTitle(pages, strip) || !hasKeys(pages, first, 0, rowKey)) return false;
  const aligned = strip.slice(0, first.length).map((page, i) => {
    const [a, b] = [pages[first[i]!]!.rulings!.ys, pages[page]!.rulings!.ys];
    return { common: shared(b, a), fewer: Math.min(a.length, b.length) };
  });
  const common = aligned.reduce((sum, each) => sum + each.common.length, 0);
  const fewer = aligned.reduce((sum, each) => sum + each.fewer, 0);
  const heights = differentHeights(aligned.map(each => each.common));
  const all = common === fewer && first.length === strip.length;
  return common > telling.rows && (all || (common >= 0.5 * fewer && heights >= telling.heights));
}
