import { type Chunk, reach } from './columns.ts';
import type { Edge } from './page.ts';

/** Cells that text shows, on boundaries already found. */
export interface TextGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Chunks that stand over several columns open the walls they cross. */
  readonly chunks: readonly Chunk[];
  /** Openings besides: no wall on line `line` of `xs` in row `row`. */
  readonly openV?: (line: number, row: number) => boolean;
  /** No wall on line `line` of `ys` under column `column`: a cell merged over rows. */
  readonly openH?: (line: number, column: number) => boolean;
}

/**
 * For each row, the boundaries of columns that some text crosses. A text that only runs on over its column's end does
 * not count: its column has other lines in that row, or the next column has.
 */
export function crossings(xs: readonly number[], ys: readonly number[], chunks: readonly Chunk[]): Set<number>[] {
  const rowOf = (chunk: Chunk) => ys.findIndex((y, i) => i > 0 && (chunk.box.top + chunk.box.bottom) / 2 < y) - 1;
  const crossed: Set<number>[] = ys.slice(1).map(() => new Set());
  const placed = chunks.map(chunk => ({ row: rowOf(chunk), reached: reach(xs, chunk) }));
  for (const chunk of placed) {
    const [first, last] = chunk.reached;
    if (last - first < 2 || chunk.row < 0) continue;
    const shared = placed.some(
      other =>
        other.row === chunk.row &&
        other.reached[1] - other.reached[0] === 1 &&
        other.reached[0] >= first &&
        other.reached[0] < last,
    );
    if (!shared) for (let line = first + 1; line < last; line++) crossed[chunk.row]!.add(line);
  }
  return crossed;
}

/** The vertical walls between columns, row by row. */
export function columnEdges(grid: TextGrid): Edge[] {
  const { xs, ys } = grid;
  const crossed = crossings(xs, ys, grid.chunks);
  return xs.flatMap((at, line) =>
    ys
      .slice(1)
      .flatMap((to, row): Edge[] =>
        line > 0 && line < xs.length - 1 && (crossed[row]!.has(line) || grid.openV?.(line, row))
          ? []
          : [{ direction: 'v', at, from: ys[row]!, to }],
      ),
  );
}

/** The horizontal walls between rows, column by column. */
export const rowEdges = ({ xs, ys, openH }: TextGrid): Edge[] =>
  ys.flatMap((at, line) =>
    xs
      .slice(1)
      .flatMap((to, column): Edge[] =>
        line > 0 && line < ys.length - 1 && openH?.(line, column)
          ? []
          : [{ direction: 'h', at, from: xs[column]!, to }],
      ),
  );

/** Boundaries between rows that a line of text stands across, column by column: its cell is merged over both rows. */
export function straddles(xs: readonly number[], ys: readonly number[], chunks: readonly Chunk[]) {
  const open = new Set<string>();
  for (const chunk of chunks) {
    const [column, after] = reach(xs, chunk);
    if (after - column > 1) continue;
    const { top, bottom } = chunk.box;
    ys.forEach((y, line) => {
      if (top < y - 0.3 * chunk.size && bottom > y + 0.3 * chunk.size) open.add(`${line}:${column}`);
    });
  }
  return open;
}
