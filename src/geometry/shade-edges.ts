import type { Box } from '../model/box.ts';
import { median } from './box.ts';
import { type Chunk, reach } from './columns.ts';
import type { Edge } from './page.ts';
import { leadingIn } from './rows.ts';
import type { ShadedCells } from './shade-strips.ts';
import { crossings } from './text-edges.ts';

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** For each field between lines, the shaded cell that covers it; -1 for a white one. */
function coverage({ xs, ys, cells }: ShadedCells): number[][] {
  const inside = (from: number, to: number, a: number, b: number) => a > from - 0.5 && b < to + 0.5;
  return ys
    .slice(1)
    .map((bottom, row) =>
      xs
        .slice(1)
        .map((x1, column) =>
          cells.findIndex(
            cell => inside(cell.top, cell.bottom, ys[row]!, bottom) && inside(cell.x0, cell.x1, xs[column]!, x1),
          ),
        ),
    );
}

/** Text keeps this far from the top of its cell at most, ems; and so far off its middle. */
const padding = 1;
const offCentre = 0.8;

/** True where a cell's text stands neither in its middle nor at its top. */
function astray(cell: Box, column: readonly Box[], em: number): boolean {
  const own = column.filter(box => middle(box) > cell.top && middle(box) < cell.bottom);
  if (own.length === 0) return false;
  const [top, bottom] = [Math.min(...own.map(box => box.top)), Math.max(...own.map(box => box.bottom))];
  return top - cell.top > padding * em && Math.abs((top + bottom) / 2 - middle(cell)) > offCentre * em;
}

/** Texts of one cell stand closer than this, beyond the leading, ems. */
const apart = 0.25;

export interface ShadeEdges {
  readonly edges: readonly Edge[];
  /** White cells over several white rows whose text does not stand in their middle or at their top: they may be several. */
  readonly doubtful: readonly Box[];
}

/**
 * The walls of a table's cells that shading shows: around each shaded cell, and around the white ones between them. A
 * white cell begins in a white row; where it goes on through shaded rows below, a white row under those begins another
 * if it has text of its own in that column.
 *
 * @param shaded its cells, on lines that bound the white rows too
 * @param chunks the table's text
 */
export function shadeEdges(shaded: ShadedCells, chunks: readonly Chunk[]): ShadeEdges {
  const { xs, ys } = shaded;
  const owner = coverage(shaded);
  const crossed = crossings(xs, ys, chunks);
  const em = median(chunks.map(chunk => chunk.size));
  const columns = xs.slice(1).map((_, column) =>
    chunks
      .filter(chunk => reach(xs, chunk)[0] <= column && reach(xs, chunk)[1] > column)
      .map(chunk => chunk.box)
      .sort((a, b) => a.top - b.top),
  );
  const lead = leadingIn(chunks, xs, em);
  // Cells of rows above may reach into a white row.
  const white = (row: number) => !shaded.cells.some(cell => Math.abs(cell.top - ys[row]!) < 0.5);

  /** Whether the white field below a line begins a cell of its own. */
  const beginsCell = (column: number, line: number): boolean => {
    if (!white(line)) return false;
    if (white(line - 1)) return true;
    const end = owner.findIndex((row, i) => i > line && (row[column]! >= 0 || white(i)));
    const own = columns[column]!.filter(box => middle(box) < (ys[end < 0 ? ys.length - 1 : end] ?? Infinity));
    const below = own.filter(box => middle(box) > ys[line]!);
    if (below.length === 0) return false;
    const above = own.filter(box => middle(box) < ys[line]!);
    return Math.min(...below.map(box => box.top)) - Math.max(...above.map(box => box.bottom)) > lead + apart * em;
  };

  const edges: Edge[] = [];
  const doubtful: Box[] = [];
  for (let column = 0; column < xs.length - 1; column++) {
    let [top, whites] = [ys[0]!, 0];
    ys.forEach((at, line) => {
      const [above, below] = [owner[line - 1]?.[column], owner[line]?.[column]];
      if (above === undefined || above !== below || (above < 0 && beginsCell(column, line))) {
        edges.push({ direction: 'h', at, from: xs[column]!, to: xs[column + 1]! });
        const cell = { x0: xs[column]!, x1: xs[column + 1]!, top, bottom: at };
        if (whites > 1 && astray(cell, columns[column]!, em)) doubtful.push(cell);
        [top, whites] = [at, 0];
      }
      if (below !== undefined && below < 0 && white(line)) whites++;
    });
  }
  xs.forEach((at, line) => {
    for (let row = 0; row < ys.length - 1; row++) {
      const [left, right] = [owner[row]![line - 1], owner[row]![line]];
      if (left !== undefined && left === right && (left >= 0 || crossed[row]!.has(line))) continue;
      edges.push({ direction: 'v', at, from: ys[row]!, to: ys[row + 1]! });
    }
  });
  return { edges, doubtful };
}
