import type { Finding } from '../model/diagnostic.ts';
import type { Hints } from '../model/hints.ts';
import { besideEachOther } from './beside.ts';
import { contains, median } from './box.ts';
import { closeBoxGaps } from './box-gaps.ts';
import { partCoarseCells } from './coarse-cells.ts';
import { joinDots } from './dots.ts';
import { isFullyRuled } from './fully-ruled.ts';
import { components, type Intersection, intersections } from './intersect.ts';
import { join } from './join.ts';
import { lattice } from './lattice.ts';
import { acrossOneCellRows } from './open-sides.ts';
import type { Edge, Glyph, PageContent } from './page.ts';
import { ruledRows } from './ruled-rows.ts';
import { columnsAgree } from './same-columns.ts';
import { shadeGroups } from './shade-groups.ts';
import { shadeTable } from './shade-tables.ts';
import { snap, snapTolerance } from './snap.ts';
import { columnsOf, rowsOf, type Table } from './table.ts';

/** What was found on a page, with the steps on the way, so that they can be drawn. */
export interface Found {
  /** From top to bottom, then left to right. They share no glyph. */
  readonly tables: readonly Table[];
  /** Glyphs outside all tables. */
  readonly rest: readonly Glyph[];
  readonly edges: readonly Edge[];
  readonly intersections: readonly Intersection[];
  readonly findings: readonly Finding[];
}

/** A page with more pairs of crossing rulings than this is a drawing; so is one with more characters. */
const mostCrossings = 1_000_000;
const mostGlyphs = 40_000;

/**
 * A frame around text, or a drawing: not a table. A table has at least two columns and text in two of its cells; on the
 * columns of the table before, one row with one text is enough: it may be the rest of one that the page break cuts.
 */
function isTable(table: Table, before: Table | null): boolean {
  const filled = table.cells.filter(cell => cell.lines.length > 0).length;
  const goesOn =
    before &&
    rowsOf(table) === 1 &&
    columnsOf(table) > 2 &&
    columnsOf(table) === columnsOf(before) &&
    columnsAgree(before, table);
  return columnsOf(table) >= 2 && filled >= (goesOn ? 1 : 2);
}

/** True where `inner` stands in one cell of `outer`: its text is that cell's. */
const nested = (inner: Table, outer: Table): boolean =>
  inner !== outer && outer.cells.some(cell => contains(cell.box, inner.box, 1));

/** True where a table that seems to stand in a cell of another has that one's columns: it is a part of it. */
const onItsColumns = (inner: Table, outer: Table): boolean =>
  inner.xs.length > 2 && inner.xs.every(x => outer.xs.some(other => Math.abs(other - x) <= 2 * snapTolerance));

/** True where a table is part of another that was made anew with it. */
const onItsCells = (inner: Table, outer: Table): boolean =>
  inner !== outer && inner.edges.length < outer.edges.length && inner.edges.every(edge => outer.edges.includes(edge));

/**
 * Tables that rulings show: all around their cells, or only between their rows.
 * @param before the last table of the page before
 */
export function ruledTables(content: PageContent, hints: Hints, before: Table | null): Found {
  const em = median(content.glyphs.map(glyph => glyph.size));
  const edges = join(snap(closeBoxGaps(joinDots(content.edges), em)));
  const level = edges.filter(edge => edge.direction === 'h').length;
  if (level * (edges.length - level) > mostCrossings || content.glyphs.length > mostGlyphs) {
    const finding: Finding = { code: 'page-too-complex', params: { page: content.page } };
    return { tables: [], rest: content.glyphs, edges, intersections: [], findings: [finding] };
  }
  const points = intersections(edges);
  const rowKey = new RegExp(hints.rowKey, 'u');
  const shapes = acrossOneCellRows(besideEachOther(components(edges, points), edges, before), content.glyphs)
    .map(group => lattice(group, content.glyphs, content.page, 'lattice', before))
    .filter(table => table !== null);
  const drawn = shapes.filter(shape => isTable(shape, before));
  const whole = drawn.map(table => {
    const pieces = drawn.filter(inner => nested(inner, table) && onItsColumns(inner, table));
    const all = [table, ...pieces].flatMap(piece => piece.edges);
    return pieces.length > 0 ? (lattice(all, content.glyphs, content.page, 'lattice', before) ?? table) : table;
  });
  const frames = shapes.filter(shape => !drawn.includes(shape));
  const finer = [...whole, ...frames]
    .map(table =>
      shapes.some(inner => nested(inner, table)) || isFullyRuled(table, before, rowKey)
        ? table
        : partCoarseCells(table, content.page, rowKey),
    )
    .filter(table => isTable(table, before));
  const tables = finer.filter(table => !finer.some(outer => nested(table, outer) || onItsCells(table, outer)));
  const taken = new Set(tables.flatMap(table => table.glyphs));
  const used = new Set(tables.flatMap(table => table.edges));
  const free = (glyph: Glyph) => !taken.has(glyph);
  const rowsOnly = ruledRows(
    edges.filter(edge => !used.has(edge)),
    content.glyphs.filter(free),
    content.page,
    hints,
    before && before.style !== 'lattice' ? before : null,
  ).filter(table => isTable(table, before));
  for (const table of rowsOnly) {
    tables.push(table);
    for (const glyph of table.glyphs) taken.add(glyph);
  }
  // Shading shows a table where no ruling does; else it is decoration.
  for (const shades of tables.length === 0 ? shadeGroups(content.shades) : []) {
    const table = shadeTable({ ...content, shades }, content.glyphs.filter(free), hints);
    if (!table || !isTable(table, before)) continue;
    tables.push(table);
    for (const glyph of table.glyphs) taken.add(glyph);
  }
  return {
    tables: tables.sort((a, b) => a.box.top - b.box.top || a.box.x0 - b.box.x0),
    rest: content.glyphs.filter(free),
    edges,
    intersections: points,
    findings: [],
  };
}
