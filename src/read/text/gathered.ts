import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import { isBlank, isPageNumber, type Line } from './lines.ts';
import { raggedRows } from './ragged.ts';
import { firstText, isHeading } from './rows.ts';
import type { Row, Table } from './table.ts';

/** A table being gathered. */
export interface Open {
  readonly rows: Row[];
  /** Widths that its full rows have: the header's, and the usual one. */
  readonly widths: ReadonlySet<number>;
  /** Wordings of its header rows, by which a repeated one is known. */
  readonly headers: Set<string>;
  /** Whether it has a header, or goes on from a table that has. */
  headed: boolean;
  /** Rows behind the header, and how many of them have a row key in each column. */
  body: number;
  readonly keyed: number[];
  readonly findings: Finding[];
}

/** A line without a separator between two rows, unless its words say that it is a heading. */
export const loneLine = (row: Row): Finding[] => {
  const text = firstText(row);
  if (row.cells.length > 1 || isHeading(text)) return [];
  return [{ code: 'lone-line', params: { text }, raw: text, places: row.cells[0]!.places }];
};

/** Lines that part a table from the rest of its rows. */
export const strayLines = (rows: readonly Row[]): Finding => ({
  code: 'lines-between-rows',
  params: { lines: rows.length },
  raw: firstText(rows[0]!),
  places: rows.slice(0, 20).flatMap(row => row.cells[0]?.places ?? []),
});

const mendedRow = (row: Row): Finding => ({
  code: 'row-over-lines',
  params: { lines: row.to - row.from },
  places: row.cells[0]!.places,
});

/** Without the first column where all rows of several cells leave it blank: an indent, not a column. */
const unindented = (rows: readonly Row[]): readonly Row[] =>
  rows.every(row => row.cells.length < 2 || row.cells[0]!.text === '')
    ? rows.map(row => (row.cells.length < 2 ? row : { ...row, cells: row.cells.slice(1) }))
    : rows;

/** The gathered rows as a table, with what must be said of them. */
export function finish(open: Open, lines: readonly Line[]): Table {
  const { rows, widths, findings } = open;
  const [from, to] = [rows[0]!.from, rows.at(-1)!.to];
  const inRows = new Set<number>();
  for (const row of rows) for (let i = row.from; i < row.to; i++) inRows.add(i);
  const aside: Block[] = [];
  for (let i = from; i < to; i++) {
    const { text, number, column } = lines[i]!;
    if (inRows.has(i) || isBlank(text)) continue;
    const furniture = isPageNumber(lines, i) || !/^[\s\p{P}\p{S}\p{Cf}]*$/u.test(text);
    aside.push({ kind: furniture ? 'furniture' : 'markup', text, places: [{ line: number, column }] });
  }
  return {
    from,
    to,
    rows: unindented(rows),
    aside,
    headed: open.headed,
    findings: [...findings, ...rows.filter(row => row.mended).map(mendedRow), ...raggedRows(rows, Math.max(...widths))],
  };
}
