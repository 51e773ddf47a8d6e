import type { Edge } from './page.ts';
import { snapTolerance } from './snap.ts';

/** A point where a horizontal edge meets a vertical one, with their positions in the list of edges. */
export interface Intersection {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly v: number;
}

/** Every crossing or touching of snapped and joined edges, almost touching ones too. */
export function intersections(edges: readonly Edge[], tolerance = snapTolerance): Intersection[] {
  const indexed = edges.map((edge, index) => ({ edge, index }));
  const verticals = indexed.filter(({ edge }) => edge.direction === 'v').sort((a, b) => a.edge.at - b.edge.at);
  const points: Intersection[] = [];
  for (const { edge: h, index } of indexed) {
    if (h.direction !== 'h') continue;
    let first = 0;
    for (let end = verticals.length; first < end; ) {
      const middle = (first + end) >> 1;
      if (verticals[middle]!.edge.at < h.from - tolerance) first = middle + 1;
      else end = middle;
    }
    for (let i = first; i < verticals.length && verticals[i]!.edge.at <= h.to + tolerance; i++) {
      const v = verticals[i]!;
      if (h.at >= v.edge.from - tolerance && h.at <= v.edge.to + tolerance)
        points.push({ x: v.edge.at, y: h.at, h: index, v: v.index });
    }
  }
  return points;
}

/** Groups of edges that hang together: each is a candidate for a table. Edges that meet no other are left out. */
export function components(edges: readonly Edge[], points: readonly Intersection[]): Edge[][] {
  const parent = edges.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  for (const point of points) parent[root(point.h)] = root(point.v);
  const groups = new Map<number, Edge[]>();
  edges.forEach((edge, i) => {
    const at = root(i);
    const group = groups.get(at);
    if (group) group.push(edge);
    else groups.set(at, [edge]);
  });
  return [...groups.values()].filter(group => group.length > 1);
}
