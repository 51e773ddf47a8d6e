import { splitDelimited } from './delimited.ts';
import { type Line, placer } from './lines.ts';
import { reach, regularity } from './rows.ts';
import { findSeparated } from './separated.ts';
import type { Layout, Row } from './table.ts';
import type { Witness } from './witness.ts';

/** Cuts every line at its tabs, or at runs of them. */
export function splitTabs(lines: readonly Line[], separator: RegExp = /\t/): Row[] {
  return lines.map((line, i) => {
    const place = placer(line);
    let offset = 0;
    const cells = line.text.split(separator).map(raw => {
      // Equal texts stand in order: each is found behind the one before.
      const at = line.text.indexOf(raw.trim(), offset);
      offset = at + raw.trim().length;
      return { text: raw.trim(), places: [place(at)] };
    });
    return { from: i, to: i + 1, cells, markup: '' };
  });
}

/**
 * Where several tabs in a row only bring the columns under each other, every row from the header on has the same
 * number of cells once runs of tabs count as one; a blank cell would show as a missing one.
 */
function splitRuns(lines: readonly Line[], plain: readonly Row[], witness: Witness): Row[] | null {
  const header = plain.findIndex(row => witness.headers(row) >= 2);
  if (header < 0 || !lines.some((line, i) => i >= header && /\t\t/.test(line.text))) return null;
  const runs = splitTabs(lines, /\t+/);
  const even = (rows: readonly Row[]): boolean => {
    const [first, ...body] = rows.slice(header).filter(row => row.cells.length > 1);
    return (
      body.length > 1 && body.every(row => row.cells.length === first!.cells.length && reach(row) === row.cells.length)
    );
  };
  return even(runs) &&
    !plain.slice(header).every(row => row.cells.length < 2 || row.cells.length === plain[header]!.cells.length)
    ? runs
    : null;
}

/**
 * A spreadsheet quotes the cells that hold a line break or a quote. Quotes are believed where rows come out at least
 * as regular as without them: a task may also begin with a quoted word.
 */
function rowsOf(lines: readonly Line[], witness: Witness): Row[] {
  const plain = splitTabs(lines);
  const widest = plain.reduce((most, row) => Math.max(most, row.cells.length), 1);
  const tabular = widest > 2 || plain.some(row => witness.headers(row) >= 2);
  if (!tabular || !lines.some(line => /(?:^|\t)"/.test(line.text))) return splitRuns(lines, plain, witness) ?? plain;
  const quoted = splitDelimited(lines, '\t', widest);
  if (!quoted) return plain;
  const [before, after] = [regularity(plain), regularity(quoted)];
  const cells = quoted.reduce((sum, row) => sum + row.cells.length, 0);
  const quotes = quoted.reduce((sum, row) => sum + row.markup.replace(/[^"]/g, '').length, 0);
  const needed = quoted.some(row => row.to > row.from + 1) || quotes > cells;
  return after > before || (after === before && needed) ? quoted : plain;
}

/** Tab-separated: what spreadsheets, browsers and Word put on the clipboard. */
export const tabs: Layout = {
  name: 'tabs',
  bare: true,
  find: (lines, witness) => ({
    tables: lines.some(line => line.text.includes('\t')) ? findSeparated(rowsOf(lines, witness), lines, witness) : [],
    doubts: [],
  }),
};
