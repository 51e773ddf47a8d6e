import { isBlank, type Line, placer } from './lines.ts';
import { stripCell, stripLine } from './markdown.ts';
import { findSeparated } from './separated.ts';
import { type Layout, type Piece, pieceOf, type Row } from './table.ts';
import { width } from './width.ts';
import type { Witness } from './witness.ts';
import { joinWrapped } from './wrap.ts';

const bars = ['|', '│', '┃', '║', '｜'] as const;

/** How a stretch of lines draws its columns. */
interface Drawing {
  readonly bar: string;
  /** Whether bars stand before the first and behind the last cell, or only between cells. */
  readonly left: boolean;
  readonly right: boolean;
}

const cut = (text: string, bar: string): string[] => text.split(bar === '|' ? /(?<!\\)\|/ : bar);

/** The bar that cuts most lines, if any does. */
function drawingOf(lines: readonly Line[]): Drawing | null {
  const drawn = bars.map(bar => lines.filter(({ text }) => text.includes(bar) && text.split(bar, 3).length > 2));
  const most = drawn.reduce((best, some) => (some.length > best.length ? some : best));
  if (most.length === 0) return null;
  const bar = bars[drawn.indexOf(most)]!;
  const framed = (end: RegExp): boolean => most.filter(line => end.test(line.text)).length * 2 > most.length;
  return { bar, left: framed(new RegExp(`^\\s*[${bar}]`)), right: framed(new RegExp(`[${bar}]\\s*$`)) };
}

// Markdown's own rule row may have a single dash: `|:-:|-|`.
const isDelimiterRow = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every(cell => /^\s*:?-+:?\s*$/.test(cell)) && cells.some(cell => cell.trim().length > 1);

function splitLine(line: Line, index: number, { bar, left, right }: Drawing): Row {
  const at = { from: index, to: index + 1 };
  const raw = cut(line.text, bar);
  if (raw.length === 1) return { ...at, cells: [pieceOf(line)], markup: '' };
  const skipped = left && isBlank(raw[0]!) ? raw.shift()!.length + 1 : 0;
  if (right && raw.length > 1 && isBlank(raw.at(-1)!)) raw.pop();
  if (isDelimiterRow(raw)) return { ...at, cells: [], markup: line.text };
  const place = placer(line);
  let markup = bar.repeat(cut(line.text, bar).length - 1);
  let offset = skipped;
  const cells = raw.map((text): Piece => {
    const stripped = bar === '|' ? stripCell(text) : { text: text.trim(), markup: '' };
    const places = [place(offset + text.length - text.trimStart().length)];
    offset += text.length + 1;
    markup += stripped.markup;
    return { text: stripped.text, places };
  });
  return { ...at, cells, markup };
}

const isFrame = (row: Row, lines: readonly Line[]): boolean =>
  /^\s*[+|├╞╠┌╔┏╟└╚┗┣]?[-=+|─═━┬┼┴╪╬┳╋┻╤╦╩]{5,}/.test(lines[row.from]!.text);

/**
 * Tables with a rule below every row write long cells over several lines. Where only the header and the body are
 * ruled off, or one stretch between two rules has several row keys, a line is a row.
 */
function joinRuled(rows: readonly Row[], lines: readonly Line[], witness: Witness): readonly Row[] {
  const stretches: Row[][] = [];
  let open = false;
  for (const row of rows) {
    const frame = isFrame(row, lines);
    if (!frame && open && row.cells.length > 1) stretches.at(-1)!.push(row);
    else if (frame || !open) stretches.push([]);
    open = frame || (open && row.cells.length > 1);
  }
  const ruled = stretches.filter(stretch => stretch.length > 0);
  const keys = (stretch: Row[]): number => stretch.filter(row => witness.isKey(row.cells[0]!.text)).length;
  const even = ruled.every(stretch => stretch.every(row => row.cells.length === stretch[0]!.cells.length));
  if (ruled.length < 3 || !even || ruled.some(stretch => keys(stretch) > 1)) return rows;
  const widths = ruled.reduce<number[]>((most, stretch) => {
    for (const row of stretch)
      for (const [c, cell] of row.cells.entries()) most[c] = Math.max(most[c] ?? 0, width(cell.text));
    return most;
  }, []);
  const joined = new Map(ruled.map(stretch => [stretch[0]!, stretch]));
  const inner = new Set(ruled.flatMap(stretch => stretch.slice(1)));
  return rows.flatMap((row): Row[] => {
    const stretch = joined.get(row);
    if (!stretch) return inner.has(row) ? [] : [row];
    const cells = row.cells.map((_, c) =>
      joinWrapped(stretch.map(line => ({ ...line.cells[c]!, room: widths[c]! - width(line.cells[c]!.text) }))),
    );
    return [{ from: row.from, to: stretch.at(-1)!.to, cells, markup: stretch.map(line => line.markup).join('') }];
  });
}

/** Cells between bars: Markdown, what databases print, tables drawn with box characters. */
export const pipes: Layout = {
  name: 'pipes',
  bare: true,
  find: (lines, witness) => {
    const drawing = drawingOf(lines);
    if (drawing === null) return { tables: [], doubts: [] };
    const rows = lines.map((line, i) => splitLine(line, i, drawing));
    return { tables: findSeparated(joinRuled(rows, lines, witness), lines, witness), doubts: [] };
  },
  prose: stripLine,
};
