import { stringify } from 'csv-stringify/sync';
import type { ExportFormat, Header } from './export-format.ts';
import { type Cell, type Column, flatTable, jsonText } from './tables/index.ts';

/** Rows of texts as RFC 4180 with LF line ends. */
export const toCsv = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  // A bare CR in a cell is a line end to many readers; the library quotes only for its own.
  stringify(rows as string[][], { delimiter, quoted_match: /[\r\n]/ });

/** What a spreadsheet may take for a formula, also in full width, as OWASP lists it (CSV Injection). */
const formulaLike = /^'*[=+\-@＝＋－＠\t\r\n]/;

/**
 * A text that a spreadsheet shows and does not compute: `'` goes before what begins like a formula. Reversible, since a text that
 * begins so after `'`s gets one more: {@link withoutGuard}.
 */
export const guarded = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);

/** The text that {@link guarded} was given. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;

/** A cell as text: nothing is the empty text, lists and JSON are JSON. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return jsonText(cell);
  return typeof cell === 'string' ? guarded(cell) : String(cell);
}

type Titled = Pick<Column<never>, 'name' | 'title'>;

export const headerOf = ({ name, title }: Titled, header: Header): string =>
  header === 'names' ? name : title[header];

const delimited = (file: string, delimiter: string): ExportFormat => ({
  file,
  options: ['bom', 'header'],
  write: (open, { bom = false, header = 'names' }) => {
    const sink = open(file);
    sink((bom ? '\ufeff' : '') + toCsv([flatTable.columns.map(column => headerOf(column, header))], delimiter));
    return {
      add: plan =>
        sink(
          toCsv(
            flatTable.rows(plan).map(row => row.map(cellText)),
            delimiter,
          ),
        ),
      finish: () => {},
    };
  },
});

export const csv = delimited('plans.csv', ',');
export const tsv = delimited('plans.tsv', '\t');
