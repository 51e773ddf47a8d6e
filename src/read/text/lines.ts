import type { Place } from '../../model/place.ts';

/** A line of a text. A form feed cuts a line in two without counting as a line of its own. */
export interface Line {
  readonly text: string;
  /** 1-based, as editors count. */
  readonly number: number;
  /** 1-based column of its first character, in code points. */
  readonly column: number;
}

const codePoints = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
};

/** Cuts a text at LF, CRLF, CR and form feeds. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const [i, whole] of text.split(/\r\n?|\n/).entries()) {
    let column = 1;
    const parts = whole.split('\f');
    for (const [j, part] of parts.entries()) {
      // `pdftotext` puts the form feed before a page's first line: no blank line of its own.
      if (part !== '' || j === parts.length - 1) lines.push({ text: part, number: i + 1, column });
      column += codePoints(part) + 1;
    }
  }
  return lines;
}

/** Gives the places of ascending UTF-16 offsets in a line, counting its code points once. */
export function placer(line: Line): (offset: number) => Place {
  let [seen, column] = [0, line.column];
  return offset => {
    column += codePoints(line.text.slice(seen, offset));
    seen = offset;
    return { line: line.number, column };
  };
}

export const isBlank = (text: string): boolean => text.trim() === '';

/** Without zero-width characters, which web pages leave behind. */
const visible = (text: string): string => text.replace(/\p{Cf}/gu, '');

/** Lines that only draw, or show nothing at all: `----`, `|---|:-:|`, `+====+`, `─┼─`. */
export function isRule(text: string): boolean {
  const drawn = visible(text);
  if (isBlank(drawn)) return !isBlank(text);
  return /[-=_─━═—]{3}/.test(drawn) && /^[-=_─━═—+|:\s│┃┌┬┐├┼┤└┴┘╞╪╡┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝]+$/.test(drawn);
}

const pageNumber =
  /^\s*(?:[-—–－·]{1,2}\s*\d{1,4}\s*[-—–－·]{1,2}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/;

/** Page numbers as printed at the foot of a page: `- 3 -`, `第3页 共12页`, `3 / 12`; a bare number only before a form feed. */
export function isPageNumber(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (text.length > 40) return false;
  return pageNumber.test(text) || (/^\s*\d{1,4}\s*$/.test(text) && (lines[at + 1]?.column ?? 1) > 1);
}
