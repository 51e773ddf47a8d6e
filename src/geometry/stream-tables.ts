import type { Hints } from '../model/hints.ts';
import { alignedTables } from './aligned-tables.ts';
import { belowHeader, continuedTable } from './continued-table.ts';
import { keyedTable } from './keyed-table.ts';
import type { Glyph, PageContent } from './page.ts';
import { pageColumns } from './page-columns.ts';
import { proseIn } from './prose.ts';
import { snap } from './snap.ts';
import { splitRows } from './split-rows.ts';
import type { Table } from './table.ts';
import { withTextBelow } from './text-below.ts';
import { bare } from './text-lines.ts';

const hasRowKeys = (table: Table, rowKey: RegExp): boolean =>
  table.cells.filter(cell => rowKey.test(bare(cell.text))).length > 1;

/**
 * Tables that rulings show only in part or not at all, among the glyphs that no ruled table holds; the ruled tables
 * that they are part of are replaced.
 * @param before the table at the end of the page before, if there is one: it may go on here
 */
export function withStreams(
  content: PageContent,
  rest: readonly Glyph[],
  ruled: readonly Table[],
  hints: Hints,
  before: Table | null,
): Table[] {
  const rowKey = new RegExp(hints.rowKey, 'u');
  let free = rest;
  const take = (table: Table): Table => {
    const taken = new Set(table.glyphs);
    free = free.filter(glyph => !taken.has(glyph));
    return table;
  };
  const tables = ruled.map(drawn => {
    if (drawn.style !== 'lattice') return drawn;
    const last = drawn === ruled.at(-1);
    const table = last ? take(withTextBelow(drawn, free, content.page)) : drawn;
    const next = Math.min(...ruled.filter(other => other.box.top >= table.box.bottom).map(other => other.box.top));
    const headerOnly = table.ys.length <= 5 && !hasRowKeys(table, rowKey);
    const below = free.filter(({ box }) => box.bottom < next);
    const extended = headerOnly ? belowHeader(table, below, content, hints, before !== null) : null;
    return extended ? take(extended) : splitRows(table, content.page, hints, before !== null);
  });
  const goesOn =
    before && before.style !== 'lattice' && tables.length === 0 ? continuedTable(before, free, content, hints) : null;
  if (goesOn) tables.push(take(goesOn));
  // A long text in a column of a plan looks like a page's column of running text, but stands under a known header.
  const headed = tables.length === 0 ? keyedTable(free, content, hints, true) : null;
  if (headed) tables.push(take(headed));
  const prose = proseIn(free);
  const drawn = new Set(tables.flatMap(table => table.edges));
  const edges = snap(content.edges).filter(edge => !drawn.has(edge));
  for (const part of pageColumns(free, prose)) {
    const keyed = keyedTable(part, content, hints, false);
    if (keyed) tables.push(keyed);
    const held = new Set(keyed?.glyphs);
    const others = part.filter(glyph => !held.has(glyph));
    tables.push(...alignedTables(others, content, edges, prose));
  }
  return tables.sort((a, b) => a.box.top - b.box.top || a.box.x0 - b.box.x0);
}
