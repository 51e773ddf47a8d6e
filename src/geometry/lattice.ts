import type { Box } from '../model/box.ts';
import type { Finding } from '../model/diagnostic.ts';
import { median, middleX, middleY, union } from './box.ts';
import { cellText } from './cell-text.ts';
import { displacedEnds } from './displaced.ts';
import { follows, keepTogether, mayHang } from './hanging.ts';
import { type Line, linesOf } from './lines.ts';
import { type Mesh, mesh } from './mesh.ts';
import { keepOverflow } from './overflow.ts';
import type { Edge, Glyph } from './page.ts';
import { inColumns, type Region, regions } from './regions.ts';
import { keepWords } from './runs-over.ts';
import { boundaries, boundingLines } from './slivers.ts';
import { snapTolerance } from './snap.ts';
import type { Style, Table, TableCell } from './table.ts';
import { touchingStarts } from './text-starts.ts';

/** Index of the band that holds a value; -1 outside. */
function band(lines: readonly number[], value: number): number {
  if (!(value >= lines[0]! && value <= lines.at(-1)!)) return -1;
  let [low, high] = [0, lines.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Gives every glyph to the region that holds its middle; tells which regions' text runs out of them. */
function fill(net: Mesh, all: readonly Region[], glyphs: readonly Glyph[], ruled: boolean) {
  const columns = net.xs.length - 1;
  const owner: Region[] = [];
  for (const region of all)
    for (let row = region.top; row < region.bottom; row++)
      for (let column = region.left; column < region.right; column++) owner[row * columns + column] = region;
  const held = new Map<Glyph, Region>();
  const outside: Glyph[] = [];
  const beyond: Glyph[] = [];
  for (const glyph of glyphs) {
    const [row, column] = [band(net.ys, middleY(glyph.box)), band(net.xs, middleX(glyph.box))];
    if (row >= 0 && column >= 0) held.set(glyph, owner[row * columns + column]!);
    else if (row >= 0 && mayHang(glyph)) outside.push(glyph);
    else if (column >= 0) beyond.push(glyph);
  }
  const inside = [...held.keys()];
  for (const glyph of outside) {
    const before = inside.find(other => other.box.bottom === glyph.box.bottom && follows(other, glyph));
    if (before) held.set(glyph, held.get(before)!);
  }
  // Where text alone says where columns end, text that runs over an end says that it is elsewhere.
  const sides = ({ left, right }: Region) => ({ x0: net.xs[left]!, x1: net.xs[right]! });
  const starts = ruled ? touchingStarts(glyphs, held, sides) : new Set<Glyph>();
  const spilt = keepTogether([...held.keys()], held, starts);
  const wide = keepWords(glyphs, held, starts, ruled ? sides : null);
  const overflowing = new Set([...spilt, ...wide, ...keepOverflow(net, all, beyond, held)]);
  const content = new Map<Region, Glyph[]>(all.map(region => [region, []]));
  for (const [glyph, region] of held) content.get(region)!.push(glyph);
  return { content, overflowing };
}

/** Positions of boundaries: the middle of the lines that make up each. */
const means = (lines: readonly number[], boundary: readonly number[], bounding: ReadonlySet<number>): number[] => {
  const groups: number[][] = [];
  lines.forEach((line, i) => {
    if (!bounding.has(i)) return;
    const group = groups[boundary[i]!];
    if (group) group.push(line);
    else groups.push([line]);
  });
  return groups.map(group => group.reduce((sum, line) => sum + line, 0) / group.length);
};

/**
 * Strips at the rim that no ruling closes and no text fills: ends of rulings that stick out. Gives the lines to drop.
 * @param known boundaries of the table on the page before: between two of them is a column, though the sheet ends in it
 */
function bareRims(
  net: Mesh,
  all: readonly Region[],
  content: Map<Region, Glyph[]>,
  axis: 'column' | 'row',
  known: readonly number[] = [],
): Set<number> {
  const [lines, across] = axis === 'column' ? [net.xs, net.ys] : [net.ys, net.xs];
  const wall = axis === 'column' ? net.wallV : net.wallH;
  const drop = new Set<number>();
  for (const [line, inner] of [
    [0, 1],
    [lines.length - 1, lines.length - 2],
  ] as const) {
    const open = across.slice(1).every((_, i) => !wall(line, i));
    const closed = across.slice(1).some((_, i) => wall(inner, i));
    const strip = all.filter(region =>
      axis === 'column'
        ? Math.min(line, inner) === region.left && Math.max(line, inner) === region.right
        : Math.min(line, inner) === region.top && Math.max(line, inner) === region.bottom,
    );
    const before = [line, inner].every(end => known.some(x => Math.abs(x - lines[end]!) <= snapTolerance));
    if (open && closed && !before && strip.length > 0 && strip.every(region => content.get(region)!.length === 0))
      drop.add(line);
  }
  return drop;
}

/**
 * The first line below which the table holds nothing but ends of cells, and no row: browsers that break a table over pages
 * draw cells merged over rows too long at times. The last line of the table, where there is no such thing: a row that the
 * page break cuts above its first line of text has the sides of its cells.
 */
function lastRowEnd(net: Mesh, all: readonly Region[], empty: (region: Region) => boolean): number {
  const total = net.xs.at(-1)! - net.xs[0]!;
  const share = (drawn: (column: number) => boolean) =>
    net.xs.slice(1).reduce((sum, x, column) => sum + (drawn(column) ? x - net.xs[column]! : 0), 0) / total;
  const last = net.ys.length - 1;
  const end = net.ys.findLastIndex((_, line) => line > 0 && share(column => net.wallH(line, column)) > 0.5);
  if (end <= 0 || end === last || all.some(region => region.top >= end && !empty(region))) return last;
  return share(column => net.wallV(column, end) && net.wallV(column + 1, end)) > 0.5 ? last : end;
}

/**
 * Cuts anew, column by column, what hangs together without being a rectangle and holds no text: below cells that go on
 * from the page before and end too high nothing is drawn, and each such place goes with the cell above it.
 */
const upright = (pieces: readonly Region[], empty: (region: Region) => boolean): Region[] => {
  const groups = new Map<number, Region[]>();
  for (const piece of pieces) groups.set(piece.group, [...(groups.get(piece.group) ?? []), piece]);
  return [...groups.values()].flatMap(group => (group.length > 1 && group.every(empty) ? inColumns(group) : group));
};

/** Tells which regions reach to a side of the whole that has no ruling beside them, though it has one elsewhere. */
function openSide(net: Mesh): (region: Region) => boolean {
  const last = net.xs.length - 1;
  const ruled = (line: number) => net.ys.slice(1).some((_, row) => net.wallV(line, row));
  const [left, right] = [ruled(0), ruled(last)];
  return region =>
    (left && region.left === 0 && !net.wallV(0, region.top)) ||
    (right && region.right === last && !net.wallV(last, region.top));
}

/** The line numbers of `boundary` with dropped rims melted into their neighbours. */
const meltRims = (boundary: readonly number[], drop: Set<number>): number[] => {
  const last = boundary.length - 1;
  // A rim as narrow as a ruling is thick has melted already: then there is nothing to take away.
  const first = drop.has(0) && boundary[1] !== boundary[0];
  const melted = boundary.map(value => (first ? Math.max(0, value - 1) : value));
  if (drop.has(last) && last > 0) melted[last] = melted[last - 1]!;
  return melted;
};

/** How wide lines of a column are known to get: what decides whether a line ended early. */
function rooms(
  cells: readonly { column: number; colSpan: number; lines: readonly Line[] }[],
): (cell: { column: number; colSpan: number }) => number {
  const widest = new Map<string, number>();
  const key = (cell: { column: number; colSpan: number }) => `${cell.column}+${cell.colSpan}`;
  for (const cell of cells) {
    const longest = Math.max(0, ...cell.lines.filter(line => line.turn === 0).map(line => line.box.x1 - line.box.x0));
    widest.set(key(cell), Math.max(longest, widest.get(key(cell)) ?? 0));
  }
  return cell => widest.get(key(cell)) ?? 0;
}

/**
 * Makes the table that a group of edges draws: cells are the fields between walls, merged where a wall is missing.
 * Null where the edges enclose nothing.
 *
 * @param before the last table of the page before
 */
export function lattice(
  edges: readonly Edge[],
  glyphs: readonly Glyph[],
  page: number,
  style: Style = 'lattice',
  before: Table | null = null,
): Table | null {
  const net = mesh(edges);
  if (net.xs.length < 2 || net.ys.length < 2) return null;
  const pieces = regions(net);
  const { content, overflowing } = fill(net, pieces, glyphs, style === 'lattice');
  const inside = [...content.values()].flat();
  const em = median(inside.map(glyph => glyph.size)) || 10;
  const empty = (region: Region) => content.get(region)!.length === 0;
  const asDrawn = before ? upright(pieces, empty) : pieces;
  for (const region of asDrawn) if (!content.has(region)) content.set(region, []);
  const bare = openSide(net);
  const moved = displacedEnds(net, asDrawn, em, empty, before !== null, bare);
  const all = asDrawn.flatMap((region): Region[] => {
    const instead = moved.get(region);
    if (instead) content.set(instead, content.get(region)!);
    return instead === null ? [] : [instead ?? region];
  });
  const columnOf = meltRims(
    boundaries(net.xs, all, 'column', em, empty),
    bareRims(net, all, content, 'column', before?.xs),
  );
  const end = lastRowEnd(net, all, empty);
  const rows = boundaries(net.ys, all, 'row', em, empty, bare).map((row, line, of) => (line > end ? of[end]! : row));
  const rowOf = meltRims(rows, bareRims(net, all, content, 'row'));
  const xs = means(net.xs, columnOf, boundingLines(all, 'column'));
  const ys = means(net.ys.slice(0, end + 1), rowOf, boundingLines(all, 'row'));
  const drawn = all
    .map(region => {
      const [column, row] = [columnOf[region.left]!, rowOf[region.top]!];
      const [right, bottom] = [columnOf[region.right]!, rowOf[region.bottom]!];
      return {
        row,
        column,
        rowSpan: bottom - row,
        colSpan: right - column,
        box: { x0: xs[column]!, top: ys[row]!, x1: xs[right]!, bottom: ys[bottom]! },
        lines: linesOf(content.get(region)!),
        openTop: region.top === 0 && !net.wallH(0, region.left),
        openBottom: region.bottom === net.ys.length - 1 && !net.wallH(net.ys.length - 1, region.left),
        torn: region.torn,
        overflows: overflowing.has(region),
      };
    })
    .filter(cell => cell.rowSpan > 0 && cell.colSpan > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  if (drawn.length === 0) return null;
  const room = rooms(drawn);
  const cells: TableCell[] = drawn.map(({ torn: _, overflows: __, ...cell }) => ({
    ...cell,
    text: cellText(cell.lines, room(cell), cell.box.x1 - cell.box.x0),
  }));
  const report = (code: Finding['code'], cell: { box: Box }): Finding => ({ code, places: [{ page, box: cell.box }] });
  const findings: Finding[] = [
    ...drawn.filter(cell => cell.torn && cell.lines.length > 0).map(cell => report('torn-cell', cell)),
    ...drawn.filter(cell => cell.overflows).map(cell => report('cell-overflow', cell)),
  ];
  return { style, box: union(cells.map(cell => cell.box))!, xs, ys, cells, glyphs: inside, edges, findings };
}
