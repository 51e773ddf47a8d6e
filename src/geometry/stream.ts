import type { Box } from '../model/box.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { BodyRows } from './body-rows.ts';
import { type Band, boundariesOf, type Chunk, reach, withGutters } from './columns.ts';
import { lattice } from './lattice.ts';
import type { Edge, Glyph } from './page.ts';
import { type StreamMerges, streamMerges } from './stream-merges.ts';
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
  const { open, doubtful }: StreamMerges =
    region.keyed && region.rows.sitting?.text !== 'top'
      ? streamMerges(region.rows.headings, body, xs, bodyLines)
      : { open: straddles(xs, bodyLines, body), doubtful: [] };
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
  const at = (box: Box) => [{ page, box }];
  const findings: Finding[] = [
    ...table.findings,
    ...(open.size > 0 ? [{ code: 'merges-inferred' as const, places: at(table.box) }] : []),
    ...doubtful.map(({ box, slight }) => ({
      code: 'merge-doubt' as const,
      places: at(box),
      ...(slight && { severity: 'info' as const }),
    })),
    ...region.rows.doubtful.map(y => ({ code: 'row-end-doubt' as const, places: at(strip(table.box, y)) })),
  ];
  const found = { ...table, findings };
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
