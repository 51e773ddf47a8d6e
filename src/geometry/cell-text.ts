import type { Line } from './lines.ts';
import { ideographic } from './page.ts';

/**
 * A mark that begins a list item: `1.` `2、` `（三）` `(4)` `⑤` `六、` `a)` `•`. A number followed by a digit after its
 * point is an amount (`2.5%`), and a bare number is none.
 */
const mark =
  /^(?:[(（〔][\p{Nd}一二三四五六七八九十百]{1,4}[)）〕]|[\p{Nd}]{1,3}(?:[.．](?!\d)|[、)）])|[一二三四五六七八九十百]{1,4}[、.．]|[a-zA-Z][)）]|[\u2460-\u24ff\u2776-\u2793\u3220-\u3243\u3280-\u32b0]|[•●◆■▪‣○◇□★☆※◎➢⚫])/u;

export const startsItem = (text: string): boolean => mark.test(text);

/** Ems that a text takes, by the look of its characters: ideographs are as wide as high, others about half. */
const ems = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += ideographic.test(character) ? 1 : /\s/.test(character) ? 0.25 : 0.55;
  return sum;
};

// What no line break may tear off, at most: one ideograph with the letters, numbers and signs on its sides
// (日-2024 after 月1), or one word.
const unit = /^[^\s\p{Script=Han}]*\p{Script=Han}?[^\s\p{Script=Han}]*/u;

/**
 * True where the writer ended the line: the next line's first word would have fitted behind it. `room` is how wide
 * lines of this cell are known to get, in points; a line that had no reason to end there is the end of a paragraph.
 */
export function endsParagraph(line: Line, next: Line, room: number): boolean {
  const [width, wanted] =
    line.turn % 2
      ? [line.box.bottom - line.box.top, next.size * ems(unit.exec(next.text)?.[0] ?? '')]
      : [line.box.x1 - line.box.x0, next.size * ems(unit.exec(next.text)?.[0] ?? '')];
  return width + wanted + line.size <= room;
}

/** Capitals that go on over the line, a single one on one of its sides: no word, but the rest of one (CN|G加气站). */
const tornCapitals = (before: string, after: string): boolean =>
  (/\p{Lu}$/u.test(before) && /^\p{Lu}(?!\p{L}(?<!\p{Script=Han}))/u.test(after)) ||
  (/(?<![\p{Script=Latin}\p{Nd}])\p{Lu}$/u.test(before) && /^\p{Lu}{2}/u.test(after));

/** What stands between two lines of one paragraph: one space between Latin words and numbers, else nothing. */
function seam(before: string, after: string): string {
  const [a, b] = [before.at(-1) ?? '', after[0] ?? ''];
  if (a === '' || b === '' || ideographic.test(a) || ideographic.test(b)) return '';
  // Text with ideographs breaks anywhere, inside numbers too; other text breaks only between words.
  const mixed = ideographic.test(before) || ideographic.test(after);
  if (mixed) return /\p{L}/u.test(a) && /\p{L}/u.test(b) && !tornCapitals(before, after) ? ' ' : '';
  // A hyphen at the end of a line is kept as printed: it may be the word's own. One that stands alone is a dash.
  if (/\S[-/\u2010]$/.test(before)) return '';
  return /[\p{Pe}\p{Pf},.;:!?%…]/u.test(b) ? '' : ' ';
}

/** Joins texts of one cell that follow each other, line by line or over a page break. */
export function joinTexts(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  return startsItem(after) ? `${before}\n${after}` : before + seam(before, after) + after;
}

/** What a cell keeps free on each side at most, points. */
const padding = 6;

/** A number in a column too narrow for it goes on in the next line: one more digit would hardly have fitted. */
const tornNumber = (line: Line, next: Line, width: number): boolean =>
  /^\S*\d$/.test(line.text) &&
  /^\d/.test(next.text) &&
  line.box.x1 - line.box.x0 + 0.7 * line.size > width - 2 * padding;

/**
 * The text of a cell from its lines: joined as the script is, with a line feed before each list item and after each
 * line that ended early.
 * @param room how wide lines of this cell are known to get, points
 * @param width the cell's own, where it is known
 */
export function cellText(lines: readonly Line[], room: number, width = Infinity): string {
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && !startsItem(line.text) && endsParagraph(before, line, room)) text += `\n${line.text}`;
    else text = before && tornNumber(before, line, width) ? text + line.text : joinTexts(text, line.text);
  });
  return text;
}
