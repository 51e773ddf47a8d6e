import { splitDelimited } from './delimited.ts';
import { type Line, placer } from './lines.ts';
import { regularity } from './rows.ts';
import { findSeparated } from './separated.ts';
import type { Layout, Row } from './table.ts';

/** Cuts every line at its tabs. */
export function splitTabs(lines: readonly Line[]): Row[] {
  return lines.map((line, i) => {
    const place = placer(line);
    let offset = 0;
    const cells = line.text.split('\t').map(raw => {
      const at = offset + raw.length - raw.trimStart().length;
      offset += raw.length + 1;
      return { text: raw.trim(), places: [place(at)] };
    });
    return { from: i, to: i + 1, cells, markup: '' };
  });
}

/**
 * A spreadsheet quotes the cells that hold a line break or a quote. Quotes are believed where rows come out at least
 * as regular as without them: a task may also begin with a quoted word.
 */
function rowsOf(lines: readonly Line[]): Row[] {
  const plain = splitTabs(lines);
  if (!lines.some(line => /(?:^|\t)"/.test(line.text))) return plain;
  const widest = plain.reduce((most, row) => Math.max(most, row.cells.length), 1);
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
    tables: lines.some(line => line.text.includes('\t')) ? findSeparated(rowsOf(lines), lines, witness) : [],
    doubts: [],
  }),
};
