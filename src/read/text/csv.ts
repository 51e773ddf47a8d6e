import { splitDelimited } from './delimited.ts';
import type { Line } from './lines.ts';
import { findSeparated } from './separated.ts';
import { type Found, type Layout, pieceOf, type Row } from './table.ts';
import type { Witness } from './witness.ts';

/** Cuts a line at every delimiter, quotes or not: enough to know a header by. */
const roughly = (line: Line, delimiter: string): Pick<Row, 'cells'> => ({
  cells: line.text.split(delimiter).map(text => ({ text: text.replaceAll('"', '').trim(), places: [] })),
});

/** Lines above a table that no quote of theirs may disturb, one cell each. */
const uncut = (lines: readonly Line[]): Row[] =>
  lines.map((line, i) => ({ from: i, to: i + 1, cells: [pieceOf(line)], markup: '' }));

function find(lines: readonly Line[], witness: Witness, delimiter: string): Found {
  const header = lines.findIndex(
    line => line.text.includes(delimiter) && witness.headers(roughly(line, delimiter)) >= 2,
  );
  if (header < 0) return { tables: [], doubts: [] };
  const width = roughly(lines[header]!, delimiter).cells.length;
  const below = (): Row[] | null => {
    const rows = splitDelimited(lines.slice(header), delimiter, width);
    return (
      rows && [
        ...uncut(lines.slice(0, header)),
        ...rows.map(row => ({ ...row, from: row.from + header, to: row.to + header })),
      ]
    );
  };
  const rows = splitDelimited(lines, delimiter, width) ?? below();
  if (rows) return { tables: findSeparated(rows, lines, witness), doubts: [] };
  const why = {
    zh: '引号不成对，分不清一行到哪里为止',
    en: 'quotes do not pair, so that the end of a row cannot be told',
  };
  return { tables: [], doubts: [{ line: header, why }] };
}

/** A line of prose above or below the table, without the delimiters a spreadsheet fills it up with, and its quotes. */
function prose(text: string): { text: string; markup: string } {
  let end = text.length;
  while (end > 0 && ',;'.includes(text[end - 1]!)) end--;
  const bare = text.slice(0, end);
  const inner = /^"([^"]*)"$/.exec(bare)?.[1];
  return { text: inner ?? bare, markup: `${inner === undefined ? '' : '""'}${text.slice(bare.length)}` };
}

const layout = (name: string, delimiter: string): Layout => ({
  name,
  // Prose has commas too: only a known header proves that they separate cells.
  bare: false,
  find: (lines, witness) => find(lines, witness, delimiter),
  prose,
});

export const comma = layout('comma', ',');
/** What a spreadsheet writes where the comma is the decimal mark. */
export const semicolon = layout('semicolon', ';');
