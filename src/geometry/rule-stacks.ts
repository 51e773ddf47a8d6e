import type { Chunk } from './columns.ts';
import type { Edge } from './page.ts';

/** All rulings at one height. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Edge[];
}

export const rulesOf = (edges: readonly Edge[]): Rule[] => {
  const byHeight = new Map<number, Edge[]>();
  for (const edge of edges) byHeight.set(edge.at, [...(byHeight.get(edge.at) ?? []), edge]);
  return [...byHeight]
    .map(([at, pieces]) => ({
      at,
      pieces,
      from: Math.min(...pieces.map(piece => piece.from)),
      to: Math.max(...pieces.map(piece => piece.to)),
    }))
    .sort((a, b) => a.at - b.at);
};

/** How far the ends of rules of one table may stand apart, points. */
export const ragged = 8;

const alike = (a: Rule, b: Rule) => Math.abs(a.from - b.from) <= ragged && Math.abs(a.to - b.to) <= ragged;
const within = (inner: Rule, outer: Rule) => inner.from >= outer.from - ragged && inner.to <= outer.to + ragged;

/**
 * True where text between two rules of the same width says that they are not of one table: running text all across, or
 * several lines at the left end and nothing beside them (notes on the table above, the caption of the one below).
 */
function parts(upper: Rule, lower: Rule, lines: readonly (readonly Chunk[])[]): boolean {
  const { from, to } = upper;
  const lone = lines.filter(line => {
    const { box, size } = line[0]!;
    const middle = (box.top + box.bottom) / 2;
    return line.length === 1 && middle > upper.at && middle < lower.at && Math.abs(box.x0 - from) < 3 * size;
  });
  const between = lines.filter(line => line[0]!.box.top > upper.at - 1 && line[0]!.box.bottom < lower.at + 1);
  const wide = lone.some(line => line[0]!.box.x1 - line[0]!.box.x0 > 0.6 * (to - from));
  return wide || (lone.length >= 2 && lone.length === between.length);
}

/**
 * Stacks of rules of about the same width, with shorter ones between them: each may be a table.
 * @param texts chunks of the page
 */
export function stacks(rules: readonly Rule[], texts: readonly Chunk[]): Rule[][] {
  const found: Rule[][] = [];
  for (const rule of rules) {
    const stack = found.findLast(other => alike(rule, other[0]!)) ?? found.findLast(other => within(rule, other[0]!));
    const beside = texts.filter(({ box }) => box.x0 > rule.from - ragged && box.x1 < rule.to + 2 * ragged);
    if (stack && !parts(stack.at(-1)!, rule, linesOf(beside))) stack.push(rule);
    else found.push([rule]);
  }
  // A short rule at either end underlines something else.
  return found.map(stack => {
    const full = stack.map(rule => alike(rule, stack[0]!));
    return stack.slice(0, full.lastIndexOf(true) + 1);
  });
}

function linesOf(chunks: readonly Chunk[]): Chunk[][] {
  const lines = new Map<unknown, Chunk[]>();
  for (const chunk of chunks) lines.set(chunk.line, [...(lines.get(chunk.line) ?? []), chunk]);
  return [...lines.values()];
}
