import { munkres } from 'munkres';

/** A possible pair, and what it would add to the whole: more than 0. */
export interface Edge {
  readonly base: number;
  readonly head: number;
  readonly gain: number;
}

/** Connected tasks up to so many on a side are assigned at once; larger groups are first cut where they hang together loosely. */
const largest = 800;

/** The pairs, one to one, whose gains add up to most. */
export function assign<T extends Edge>(edges: readonly T[]): T[] {
  const { settled, open } = settleDominant(edges);
  return [...settled, ...components(open).flatMap(solve)];
}

/** The best and second best gain at every task of a side. */
function bestTwo(edges: readonly Edge[], side: 'base' | 'head'): Map<number, [first: Edge, second: number]> {
  const best = new Map<number, [Edge, number]>();
  for (const edge of edges) {
    const found = best.get(edge[side]);
    if (!found) best.set(edge[side], [edge, 0]);
    else if (edge.gain > found[0].gain) best.set(edge[side], [edge, found[0].gain]);
    else found[1] = Math.max(found[1], edge.gain);
  }
  return best;
}

/** A pair that gains at least what both tasks could gain elsewhere is part of a best assignment: no need to try others. */
function settleDominant<T extends Edge>(edges: readonly T[]): { settled: T[]; open: readonly T[] } {
  const settled: T[] = [];
  let open = edges;
  for (;;) {
    const [bases, heads] = [bestTwo(open, 'base'), bestTwo(open, 'head')];
    const dominant = open.filter(edge => {
      const [ofBase, ofHead] = [bases.get(edge.base)!, heads.get(edge.head)!];
      return ofBase[0] === edge && ofHead[0] === edge && edge.gain >= ofBase[1] + ofHead[1];
    });
    if (dominant.length === 0) return { settled, open };
    settled.push(...dominant);
    const [goneBase, goneHead] = [new Set(dominant.map(e => e.base)), new Set(dominant.map(e => e.head))];
    open = open.filter(edge => !goneBase.has(edge.base) && !goneHead.has(edge.head));
  }
}

/** Groups of pairs that share tasks, directly or through others. */
function components<T extends Edge>(edges: readonly T[]): T[][] {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!;
    for (let at = node; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { base, head } of edges) parent.set(rootOf(`b${base}`), rootOf(`h${head}`));
  const groups = new Map<string, T[]>();
  for (const edge of edges) {
    const root = rootOf(`b${edge.base}`);
    const group = groups.get(root);
    if (group) group.push(edge);
    else groups.set(root, [edge]);
  }
  return [...groups.values()];
}

const index = (edges: readonly Edge[], side: 'base' | 'head'): Map<number, number> =>
  new Map([...new Set(edges.map(edge => edge[side]))].sort((a, b) => a - b).map((task, i) => [task, i]));

function solve<T extends Edge>(edges: readonly T[]): T[] {
  const [bases, heads] = [index(edges, 'base'), index(edges, 'head')];
  const gains = edges.map(({ gain }) => gain);
  const [low, high] = [gains.reduce((a, b) => Math.min(a, b)), gains.reduce((a, b) => Math.max(a, b))];
  if (Math.max(bases.size, heads.size) > largest && high - low > 0.02) return cut(edges, (low + high) / 2);
  const costs = Array.from({ length: bases.size }, () => new Float64Array(heads.size));
  const at = new Map<string, T>();
  for (const edge of edges) {
    const [row, column] = [bases.get(edge.base)!, heads.get(edge.head)!];
    costs[row]![column] = -edge.gain;
    at.set(`${row} ${column}`, edge);
  }
  return munkres(costs).flatMap(([row, column]) => at.get(`${row} ${column}`) ?? []);
}

/** The stronger pairs first; what they leave over is assigned among itself. */
function cut<T extends Edge>(edges: readonly T[], threshold: number): T[] {
  const taken = assign(edges.filter(({ gain }) => gain >= threshold));
  const [bases, heads] = [new Set(taken.map(e => e.base)), new Set(taken.map(e => e.head))];
  return [...taken, ...assign(edges.filter(({ base, head }) => !bases.has(base) && !heads.has(head)))];
}
