import { finish, loneLine, type Open, strayLines } from './gathered.ts';
import type { Line } from './lines.ts';
import { mendRows } from './mend.ts';
import { filled, firstText, isNote, kindOf, wording } from './rows.ts';
import type { Row, Table } from './table.ts';
import type { Witness } from './witness.ts';

/** More lines than this between two rows, or a longer one, are prose. */
const sectionLines = 3;
const sectionLength = 80;
/** Rows that may stand above the header with as many cells: title, date, an upper header. */
const titleRows = 4;
/** How far ahead the usual width of a table's rows is looked for. */
const sample = 60;

/**
 * Finds tables among rows that a separator has cut. A table begins at a row of known headers, or where two rows follow
 * each other with the same number of cells (at least three), and ends with its last full row. Blank lines do not end
 * it; a few short lines between two of its rows are rows of one cell (section headings).
 */
export function findSeparated(cut: readonly Row[], lines: readonly Line[], witness: Witness): Table[] {
  const rows = mendRows(cut, witness);
  const kinds = rows.map(row => kindOf(row, lines));
  const headers = rows.map((row, i) => kinds[i] === 'text' && witness.headers(row) >= 2);
  const tables: Table[] = [];
  let open: Open | null = null;
  /** Lines since the last row that may turn out to be section headings, or prose behind the table. */
  let pending: Row[] = [];
  let adjacent = false;

  const starts = (i: number): boolean => {
    let j = i + 1;
    while (j < rows.length && kinds[j] !== 'text') j++;
    const [row, next] = [rows[i]!, rows[j]];
    return row.cells.length >= 3 && next?.cells.length === row.cells.length && Math.max(filled(row), filled(next)) >= 2;
  };
  const usualWidth = (i: number): number[] => {
    const counts = new Map<number, number>();
    for (let j = i + 1; j < Math.min(rows.length, i + sample); j++) {
      if (headers[j] && j > i + 1 && wording(rows[j]!) !== wording(rows[i]!)) break;
      const width = rows[j]!.cells.length;
      if (kinds[j] === 'text' && width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 1)
      .map(([width]) => width);
  };
  const fits = (table: Open, row: Row): boolean => {
    const full = Math.max(...table.widths);
    if (table.widths.has(row.cells.length)) return true;
    if (isNote(row) || row.cells.length < 2) return false;
    return witness.isKey(row.cells[0]!.text) || (adjacent && filled(row) >= Math.max(2, Math.ceil(full / 3)));
  };
  /** Whether a fitting row has a key where the table's rows have theirs. */
  const looksAlike = (table: Open, row: Row): boolean => {
    const [most, column] = table.keyed.reduce((best, count, c) => (count > best[0] ? [count, c] : best), [0, 0]);
    const key = row.cells[column]?.text ?? '';
    return most * 2 <= table.body || key === '' || witness.isKey(key);
  };
  /** Whether the lines before a row can be section headings. */
  const areSections = (): boolean =>
    pending.length <= sectionLines && pending.every(line => firstText(line).length <= sectionLength);
  /** Whether the lines before a repeated header are the title, repeated with it. */
  const repeated = (table: Open): boolean => {
    const from = table.rows[0]!.from;
    const above = new Set(lines.slice(Math.max(0, from - 12), from).map(line => line.text.trim()));
    return pending.every(line => above.has(lines[line.from]!.text.trim()));
  };
  const goesOn = (table: Open, row: Row, i: number): boolean => {
    if (!headers[i]) return fits(table, row) && (pending.length === 0 || (looksAlike(table, row) && areSections()));
    if (table.headers.has(wording(row))) return repeated(table);
    // The second header of two, or the first one below a title or above which an unknown one stands.
    const above = table.headers.size > 0 ? table.body === 0 : table.rows.length <= titleRows;
    return pending.length === 0 && above && (table.headers.size > 0 || table.widths.has(row.cells.length));
  };
  const add = (table: Open, row: Row, header: boolean): void => {
    table.rows.push(row);
    table.headed ||= header;
    if (header) table.headers.add(wording(row));
    else if (filled(row) > 1) {
      table.body++;
      for (const [c, cell] of row.cells.entries())
        table.keyed[c] = (table.keyed[c] ?? 0) + (witness.isKey(cell.text) ? 1 : 0);
    }
  };
  const begin = (i: number): Open => {
    const widths = new Set([rows[i]!.cells.length, ...usualWidth(i)]);
    const table: Open = { rows: [], widths, headers: new Set(), headed: headers[i]!, body: 0, keyed: [], findings: [] };
    add(table, rows[i]!, headers[i]!);
    return table;
  };
  const close = (): void => {
    if (open) tables.push(finish(open, lines));
  };

  for (const [i, row] of rows.entries()) {
    if (kinds[i] !== 'text') {
      adjacent &&= kinds[i] !== 'blank';
    } else if (open && goesOn(open, row, i)) {
      if (!headers[i]) {
        open.findings.push(...pending.flatMap(loneLine));
        for (const line of pending) add(open, line, false);
      }
      pending = [];
      add(open, row, headers[i]!);
      adjacent = true;
    } else if (headers[i] || (open ? fits(open, row) && (looksAlike(open, row) || starts(i)) : starts(i))) {
      close();
      const next = begin(i);
      if (open && !headers[i] && looksAlike(open, row)) {
        next.headed = open.headed;
        next.findings.push(strayLines(pending));
      }
      open = next;
      pending = [];
      adjacent = true;
    } else if (open) {
      pending.push(row);
      adjacent = false;
    }
  }
  close();
  return tables;
}
