import type { Finding } from '../model/diagnostic.ts';
import { cellText } from './cell-text.ts';
import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import { rowsOf, type Table, type TableCell } from './table.ts';

/**
 * Gives a cell that a page break leaves open its text where that stands below the table: a merged cell may be printed
 * down to the end of the page, its text in the middle, although the row that it goes on in begins on the next page. Only
 * empty cells without a ruling below, in a table that has one elsewhere, and only lines that stand between their walls.
 */
export function withTextBelow(table: Table, glyphs: readonly Glyph[], page: number): Table {
  const last = table.cells.filter(cell => cell.row + cell.rowSpan === rowsOf(table));
  const open = last.filter(cell => cell.openBottom && cell.text === '');
  if (open.length === 0 || last.every(cell => cell.openBottom)) return table;
  const below = glyphs.filter(({ box, turn }) => turn === 0 && (box.top + box.bottom) / 2 > table.box.bottom);
  const taken = new Map<TableCell, Glyph[]>();
  for (const line of linesOf(below, 0)) {
    const owners = line.glyphs.map(({ box }) =>
      open.find(cell => box.x0 > cell.box.x0 - 1 && box.x1 < cell.box.x1 + 1),
    );
    if (!owners.every(owner => owner !== undefined)) break;
    line.glyphs.forEach((glyph, i) => {
      taken.set(owners[i]!, [...(taken.get(owners[i]!) ?? []), glyph]);
    });
  }
  if (taken.size === 0) return table;
  const cells = table.cells.map(cell => {
    const lines = linesOf(taken.get(cell) ?? []);
    const room = Math.max(0, ...lines.map(line => line.box.x1 - line.box.x0));
    return lines.length > 0 ? { ...cell, lines, text: cellText(lines, room) } : cell;
  });
  const findings = [...taken.keys()].map(
    (cell): Finding => ({ code: 'cell-overflow', places: [{ page, box: cell.box }] }),
  );
  return {
    ...table,
    cells,
    glyphs: [...table.glyphs, ...[...taken.values()].flat()],
    findings: [...table.findings, ...findings],
  };
}
