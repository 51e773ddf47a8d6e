import { type Line, placer } from './lines.ts';
import type { Piece } from './table.ts';
import { type Measure, width } from './width.ts';

/** No plan has more columns; keeps noise cheap. */
const mostColumns = 100;

/** A run of text in a line: UTF-16 offsets. Single blanks do not end it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts a line where `gap` or more blanks stand. */
export function tokensOf(text: string, gap = 2): Token[] {
  const tokens: Token[] = [];
  for (const word of text.matchAll(/\S+/g)) {
    const last = tokens.at(-1);
    const [start, end] = [word.index, word.index + word[0].length];
    if (last && start - last.end < gap)
      tokens[tokens.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    else tokens.push({ start, end, text: word[0] });
  }
  return tokens;
}

/** A token with the columns of the page that it takes, `right` excluded. */
interface Placed extends Token {
  readonly left: number;
  readonly right: number;
}

function layOut(text: string, measure: Measure, gap = 1): Placed[] {
  let [at, column] = [0, 0];
  return tokensOf(text, gap).map(token => {
    const left = column + width(text.slice(at, token.start), measure);
    column = left + width(token.text, measure);
    at = token.end;
    return { ...token, left, right: Math.max(column, left + 1) };
  });
}

/** Lines that show where columns begin. */
export interface Guides {
  readonly heads: ReadonlySet<Line>;
  /** `----  ------` */
  readonly rulers: readonly Line[];
}

export interface Cut {
  /** Column where each cell begins. */
  readonly starts: readonly number[];
  /** Whether in every column all cells begin, or all end, exactly where the column does. */
  readonly strict: boolean;
  readonly cells: readonly (readonly Piece[])[];
}

/** The stretches between the columns of blanks that run through all lines. */
function stripes(lines: readonly (readonly Placed[])[], begins: ReadonlySet<number>): [number, number][] {
  const spans = lines
    .flat()
    .map(({ left, right }): [number, number] => [left, right])
    .sort((a, b) => a[0] - b[0]);
  const found: [number, number][] = [];
  for (const [left, right] of spans) {
    const last = found.at(-1);
    const gap = last ? left - last[1] : Number.POSITIVE_INFINITY;
    // One blank is no gap, unless a header or a ruler's dashes begin behind it.
    if (last && (gap < 1 || (gap === 1 && !begins.has(left)))) last[1] = Math.max(last[1], right);
    else found.push([left, right]);
  }
  return found;
}

/** The words of each column; null where one runs over a column's edge. */
function intoColumns(words: readonly Placed[], starts: readonly number[]): (readonly Placed[])[] | null {
  let w = 0;
  let whole = true;
  const columns = starts.map((_, c) => {
    const next = starts[c + 1] ?? Number.POSITIVE_INFINITY;
    const from = w;
    for (; words[w] && words[w]!.left < next; w++) whole &&= words[w]!.right <= next;
    return words.slice(from, w);
  });
  return whole ? columns : null;
}

const toPieces = (line: Line, columns: readonly (readonly Placed[])[]): Piece[] => {
  const place = placer(line);
  let end = 0;
  return columns.map(words => {
    const start = words[0]?.start ?? end;
    end = words.at(-1)?.end ?? end;
    return { text: line.text.slice(start, end), places: [place(start)] };
  });
};

/** Cuts lines at the columns of blanks that run through all of them. */
export function cutColumns(lines: readonly Line[], { heads, rulers }: Guides, measure: Measure): Cut {
  // A header may be spaced out by single blanks (序　号); they are no gap, unless a ruler says so.
  const words = lines.map(line => layOut(line.text, measure, heads.has(line) && rulers.length === 0 ? 2 : 1));
  const begins = new Set(rulers.flatMap(line => layOut(line.text, measure).map(token => token.left)));
  for (const [i, line] of lines.entries()) if (heads.has(line)) for (const { left } of words[i]!) begins.add(left);
  const found = stripes(words, begins);
  if (found.length > mostColumns) return { starts: [], strict: false, cells: [] };
  const starts = found.map(([left], i) => (i === 0 ? 0 : left));
  const columns = words.map(row => intoColumns(row, starts)!);
  const strict = found.every(
    ([left, right], c) =>
      columns.every(row => row[c]!.length === 0 || row[c]![0]!.left === left) ||
      columns.every(row => row[c]!.length === 0 || row[c]!.at(-1)!.right === right),
  );
  return { starts, strict, cells: lines.map((line, i) => toPieces(line, columns[i]!)) };
}

/** Cuts one more line, which was not asked where the columns are; null where it runs over a column's edge. */
export function cutInto(line: Line, starts: readonly number[], measure: Measure): Piece[] | null {
  const columns = intoColumns(layOut(line.text, measure), starts);
  return columns && toPieces(line, columns);
}
