import type { Box } from '../model/box.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { BodyRows } from './body-rows.ts';
import { median } from './box.ts';
import { type Band, boundariesOf, type Chunk, reach, withGutters } from './columns.ts';
import { inColumn, mergedRuns, straddled } from './inferred-merges.ts';
import { lattice } from './lattice.ts';
import type { Edge, Glyph } from './page.ts';
import { leadingIn } from './rows.ts';
import type { Table } from './table.ts';
import { columnEdges, rowEdges, straddles } from './text-edges.ts';
import { textHeader } from './text-header.ts';

/** Text known to be one table, cut into its header, its rows and its columns. */
export interface Region {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly xs: readonly number[];
  /** Where text alone says where columns end. */
  readonly bands?: readonly Band[];
  /** Text of the header; none where rulings or an earlier page show it. */
  readonly header: readonly Chunk[];
  readonly body: readonly Chunk[];
  readonly rows: BodyRows;
  /** Row keys say how many rows there are: then text between two of them may be merged over both. */
  readonly keyed: boolean;
  /** Rulings drawn above or around the body, and the heights between which the body stands. */
  readonly drawn?: { readonly edges: readonly Edge[]; readonly top: number; readonly bottom?: number };
}

/** What is drawn of a boundary whose place is in doubt, points above and below it. */
const around = 6;
const strip = (box: Box, y: number): Box => ({ ...box, top: y - around, bottom: y + around });

const extent = (chunks: readonly Chunk[]) => ({
  top: Math.min(...chunks.map(chunk => chunk.box.top)),
  bottom: Math.max(...chunks.map(chunk => chunk.box.bottom)),
});

/** Cells merged over rows, column by column: on which boundaries between rows there is no wall. */
function merges(body: readonly Chunk[], xs: readonly number[], ys: readonly number[]): Set<string> {
  const em = median(body.map(chunk => chunk.size));
  const bands = ys.slice(1).map((to, i) => ({ from: ys[i]!, to }));
  const within = (chunk: Chunk, band: { from: number; to: number }) => {
    const middle = (chunk.box.top + chunk.box.bottom) / 2;
    return middle >= band.from && middle < band.to;
  };
  const columns = xs.slice(1).map((_, column) => inColumn(body, xs, column));
  const lead = leadingIn(body, xs, em);
  // Columns with text in every row say how high the rows are.
  const full = columns.filter(chunks => bands.every(band => chunks.some(chunk => within(chunk, band))));
  const open = new Set<string>();
  if (full.length === 0) return open;
  const rows = bands.map(band => extent(full.flat().filter(chunk => within(chunk, band))));
  // Where cells begin at the top of their rows, nothing tells a merged cell from blanks below a filled one.
  let [centred, topped] = [0, 0];
  for (const chunks of full)
    rows.forEach((row, i) => {
      const text = extent(chunks.filter(chunk => within(chunk, bands[i]!)));
      centred += Math.abs(row.top + row.bottom - text.top - text.bottom) / 2;
      topped += Math.abs(row.top - text.top);
    });
  if (topped < centred) return open;
  columns.forEach((chunks, column) => {
    const across = straddled(chunks, full.filter(own => own !== chunks).flat(), ys, em, lead);
    const runs = full.includes(chunks) ? [] : (mergedRuns(chunks, rows, em, lead) ?? []);
    // Blank rows before the first text belong to one that the page before shows.
    const leading = runs[0] && runs[0].from > 1 ? [{ from: 0, to: runs[0].from }] : [];
    const inside = [...leading, ...runs].flatMap(({ from, to }) =>
      Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i),
    );
    // Runs that would tear a text in two are not what was printed.
    for (const line of across.every(line => inside.includes(line)) ? inside : across) open.add(`${line}:${column}`);
  });
  return open;
}

/** The same for a body with headings between its rows: no cell is merged over a heading. */
function mergesBetween(
  headings: readonly number[],
  body: readonly Chunk[],
  xs: readonly number[],
  ys: readonly number[],
) {
  const open = new Set<string>();
  const ends = [...headings, ys.length - 1];
  ends.forEach((to, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1;
    const own = body.filter(
      ({ box }) => (box.top + box.bottom) / 2 > ys[from]! && (box.top + box.bottom) / 2 < ys[to]!,
    );
    if (to - from < 2 || own.length === 0) return;
    for (const key of merges(own, xs, ys.slice(from, to + 1))) {
      const [line, column] = key.split(':').map(Number);
      open.add(`${line! + from}:${column}`);
    }
  });
  return open;
}

/** Rulings between columns are drawn through headings too; there they are no walls. */
const withoutWalls = (edges: readonly Edge[], headings: readonly { readonly top: number; readonly bottom: number }[]) =>
  headings.reduce<Edge[]>(
    (left, { top, bottom }) =>
      left.flatMap(edge =>
        edge.direction === 'h' || edge.to <= top || edge.from >= bottom
          ? [edge]
          : [
              { ...edge, to: top },
              { ...edge, from: bottom },
            ].filter(({ from, to }) => to > from),
      ),
    [...edges],
  );

/** Makes the table of a region of text: the edges that its alignment stands for, then cells as in any lattice. */
export function streamTable(region: Region): Table | null {
  const { xs, header, body, drawn, page } = region;
  if (body.length === 0) return null;
  const bodyExtent = extent(body);
  const top = header.length > 0 ? extent(header).top - 1 : (drawn?.top ?? bodyExtent.top - 1);
  const first = header.length > 0 ? (extent(header).bottom + bodyExtent.top) / 2 : (drawn?.top ?? bodyExtent.top - 1);
  const bodyLines = [first, ...region.rows.boundaries, drawn?.bottom ?? bodyExtent.bottom + 1];
  const levels = header.length > 0 ? textHeader(header, xs, top, first) : null;
  const ys = levels ? [top, ...levels.ys, ...bodyLines] : bodyLines;
  const shift = ys.length - bodyLines.length;
  // Where texts begin at the top of their rows, nothing tells a merged cell from blanks below a filled one.
  const open =
    region.keyed && region.rows.sitting?.text !== 'top'
      ? mergesBetween(region.rows.headings, body, xs, bodyLines)
      : straddles(xs, bodyLines, body);
  const wide = new Set(region.rows.headings.map(row => row + shift));
  const grid = {
    xs,
    ys,
    chunks: body,
    openV: (line: number, row: number) => wide.has(row) || (row < shift && levels !== null && levels.openV(line, row)),
    openH: (line: number, column: number) =>
      line < shift ? levels?.openH(line, column) === true : open.has(`${line - shift}:${column}`),
  };
  const drawnEdges = withoutWalls(
    drawn?.edges ?? [],
    [...wide].map(row => ({ top: ys[row]!, bottom: ys[row + 1]! })),
  );
  const edges = [...drawnEdges, ...columnEdges(grid), ...rowEdges(grid)];
  const table = lattice(edges, region.glyphs, page, 'stream');
  if (!table) return null;
  const findings: Finding[] = open.size > 0 ? [{ code: 'merges-inferred', places: [{ page, box: table.box }] }] : [];
  for (const y of region.rows.doubtful)
    findings.push({ code: 'row-end-doubt', places: [{ page, box: strip(table.box, y) }] });
  const found = { ...table, findings: [...table.findings, ...findings] };
  return region.bands ? withGutters(found, region.bands) : found;
}

/** Boundaries of the columns of text bands. */
export const regionColumns = (bands: readonly Band[]): number[] =>
  boundariesOf(bands, bands[0]!.from - 1, bands.at(-1)!.to + 1);

/** True where a chunk keeps inside one column. */
export const fits = (xs: readonly number[], chunk: Chunk): boolean => {
  const [first, last] = reach(xs, chunk);
  return last - first === 1 && chunk.box.x0 > xs[0]! - chunk.size && chunk.end < xs.at(-1)! + chunk.size;
};
