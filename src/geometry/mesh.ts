import type { Edge } from './page.ts';
import { nearest, snapTolerance } from './snap.ts';

/**
 * The finest grid that a group of edges draws: every position of an edge is a line, and a wall stands between two
 * neighbouring fields where an edge runs along most of the side they share. The sides of the whole are implied where
 * no edge draws them (tables without outer borders, rows cut by a page break), which `drawn` tells.
 */
export interface Mesh {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** A wall on line `xs[line]` beside row band `row`. */
  readonly wallV: (line: number, row: number) => boolean;
  /** A wall on line `ys[line]` beside column band `column`. */
  readonly wallH: (line: number, column: number) => boolean;
}

const distinct = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! > 0.01);
};

/** Adds an end of the whole as a line of its own, unless one is already there. */
const withEnds = (lines: number[], low: number, high: number): number[] => {
  if (lines.length === 0 || lines[0]! - low > snapTolerance) lines.unshift(low);
  if (high - lines.at(-1)! > snapTolerance) lines.push(high);
  return lines;
};

/** Length of [from, to] that the pieces cover; the pieces are joined, so they do not overlap. */
const covered = (pieces: readonly Edge[], from: number, to: number): number =>
  pieces.reduce((sum, piece) => sum + Math.max(0, Math.min(piece.to, to) - Math.max(piece.from, from)), 0);

function walls(edges: readonly Edge[], lines: readonly number[], bands: readonly number[]): boolean[][] {
  const byLine: Edge[][] = lines.map(() => []);
  for (const edge of edges) byLine[nearest(lines, edge.at)]!.push(edge);
  return byLine.map(pieces => bands.slice(1).map((to, i) => covered(pieces, bands[i]!, to) > 0.5 * (to - bands[i]!)));
}

export function mesh(edges: readonly Edge[]): Mesh {
  const hs = edges.filter(edge => edge.direction === 'h');
  const vs = edges.filter(edge => edge.direction === 'v');
  const ends = (across: readonly Edge[], along: readonly Edge[]) => {
    const lines = distinct(along.map(edge => edge.at));
    const reach = across.flatMap(edge => [edge.from, edge.to]);
    return withEnds(lines, Math.min(...reach, Infinity), Math.max(...reach, -Infinity));
  };
  const xs = ends(hs, vs);
  const ys = ends(vs, hs);
  const vertical = walls(vs, xs, ys);
  const horizontal = walls(hs, ys, xs);
  return {
    xs,
    ys,
    wallV: (line, row) => vertical[line]![row]!,
    wallH: (line, column) => horizontal[line]![column]!,
  };
}
