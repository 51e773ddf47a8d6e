import type { Finding } from '../../model/diagnostic.ts';
import { isBlank, type Line } from './lines.ts';
import { isHeading, isNote } from './rows.ts';
import { type Doubt, type Found, type Layout, type Piece, pieceOf, type Row, type Table } from './table.ts';
import type { Witness } from './witness.ts';

/** A line that holds one cell. */
interface CellLine {
  readonly index: number;
  readonly piece: Piece;
}

/** Known headers that must stand together, the lines they may be spread over, and the rows a header may have. */
const knownHeaders = 3;
const headerLines = 40;
const headerRows = 3;

/** Every line is a cell, a blank line a blank one; but where lines of tabs stand between cells, n tabs hold n - 1. */
function cellsOf(lines: readonly Line[]): CellLine[] {
  const tabbed = lines.some(line => /^\t+$/.test(line.text));
  return lines.flatMap((line, index): CellLine[] => {
    const piece = pieceOf(line);
    if (!tabbed) return [{ index, piece }];
    if (isBlank(line.text)) return Array.from({ length: Math.max(0, line.text.length - 1) }, () => ({ index, piece }));
    return [{ index, piece }];
  });
}

/** Index of the first of several known headers that stand close together. */
function headerAt(cells: readonly CellLine[], witness: Witness): number {
  const known = cells.flatMap((cell, i) => (witness.isHeader(cell.piece.text) ? [i] : []));
  return known.find((at, i) => (known[i + knownHeaders - 1] ?? Number.POSITIVE_INFINITY) - at < headerLines) ?? -1;
}

const numberOf = (text: string): number => Number(/\d+/.exec(text.normalize('NFKC'))?.[0] ?? Number.NaN);

/** The first cells of all rows, or of a section heading where `heading`; `end` is behind the last row. */
interface Walk {
  readonly columns: number;
  readonly starts: readonly { readonly at: number; readonly heading: boolean }[];
  readonly end: number;
}

/** Follows rows of `columns` cells from `body` on, as long as their keys count up by one or begin anew at 1. */
function walk(cells: readonly CellLine[], body: number, columns: number, witness: Witness): Walk {
  const starts: { at: number; heading: boolean }[] = [];
  const textAt = (at: number): string => cells[at]?.piece.text ?? '';
  let [at, last] = [body, Number.NaN];
  while (at < cells.length) {
    const heading = isHeading(textAt(at)) && witness.isKey(textAt(at + 1));
    const text = textAt(heading ? at + 1 : at);
    const number = numberOf(text);
    if (!witness.isKey(text) || !(Number.isNaN(last) || number === last + 1 || number === 1)) break;
    if (heading) starts.push({ at: at++, heading });
    starts.push({ at, heading: false });
    last = number;
    at += columns;
  }
  return { columns, starts, end: Math.min(at, cells.length) };
}

/**
 * The rows below a header that begins at the first cell, where their keys prove the number of columns: every key stands
 * at the same distance from the one before, first in its row, and none is left over behind the last row.
 */
function rowsOf(cells: readonly CellLine[], witness: Witness): Walk | null {
  const first = cells.findIndex((cell, i) => i > 0 && witness.isKey(cell.piece.text));
  const body = first > 0 && isHeading(cells[first - 1]!.piece.text) ? first - 1 : first;
  for (let above = 1; above <= headerRows && body > 0; above++) {
    const columns = body / above;
    if (columns < 3 || !Number.isInteger(columns)) continue;
    const found = walk(cells, body, columns, witness);
    const rows = found.starts.filter(start => !start.heading).length;
    const left = cells.slice(found.end);
    const more =
      left.some(cell => witness.isKey(cell.piece.text)) || (left.length >= columns && isOpenEnd(cells, found.end));
    if (rows < 2 || more) continue;
    const heads = Array.from({ length: above }, (_, i) => ({ at: i * columns, heading: false }));
    return { ...found, starts: [...heads, ...found.starts] };
  }
  return null;
}

/** Whether text follows the last row at once: nothing but a number of lines then says where the row ends. */
const isOpenEnd = (cells: readonly CellLine[], end: number): boolean => {
  const [last, next] = [cells[end - 1]!.piece, cells[end]?.piece];
  return (
    next !== undefined && next.text !== '' && last.text !== '' && !isNote({ cells: [next] }) && !isHeading(next.text)
  );
};

const openEnd = (cells: readonly CellLine[], end: number): Finding[] => {
  if (!isOpenEnd(cells, end)) return [];
  const { text, places } = cells[end]!.piece;
  return [{ code: 'open-last-row', params: { text: [...text].slice(0, 20).join('') }, raw: text, places }];
};

function toTable(cells: readonly CellLine[], { columns, starts, end }: Walk): Table {
  const rows = starts.map(({ at, heading }): Row => {
    const own = cells.slice(at, Math.min(end, at + (heading ? 1 : columns)));
    return { from: own[0]!.index, to: own.at(-1)!.index + 1, cells: own.map(cell => cell.piece), markup: '' };
  });
  const [from, to] = [rows[0]!.from, rows.at(-1)!.to];
  return { from, to, rows, aside: [], headed: true, findings: openEnd(cells, end) };
}

const why: Doubt['why'] = {
  zh: '每行只有一格，而各行的格数不一致，无法确定列数',
  en: 'each line holds one cell, but the rows do not all have the same number of lines, so that the columns are unproven',
};

/** Whether every text between the table's first and last line is in one of its cells. */
const isWhole = (table: Table, lines: readonly Line[]): boolean =>
  lines.slice(table.from, table.to).filter(line => !isBlank(line.text)).length ===
  table.rows.reduce((count, row) => count + row.cells.filter(cell => cell.text !== '').length, 0);

function find(lines: readonly Line[], witness: Witness): Found {
  const all = cellsOf(lines);
  const header = headerAt(all, witness);
  if (header < 0) return { tables: [], doubts: [] };
  // Double-spaced text first: a blank line below every cell would also pass for a blank cell.
  const spaced = all.slice(header).filter((_, i) => i % 2 === 0);
  for (const cells of [spaced, all.slice(header)]) {
    const rows = rowsOf(cells, witness);
    const table = rows && toTable(cells, rows);
    if (table && isWhole(table, lines)) return { tables: [table], doubts: [] };
  }
  return { tables: [], doubts: [{ line: all[header]!.index, why }] };
}

/** One cell a line: what some browsers and editors make of a table. */
export const cellLines: Layout = { name: 'cell-lines', bare: false, find };
