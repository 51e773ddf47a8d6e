import type { Edge, Glyph } from './page.ts';

/** How far sides of one table may stand apart, points. */
const drift = 2;
/** A row of one cell is no higher than this, ems: more room between two tables has a caption in it. */
const highest = 3;

interface Extent {
  readonly edges: Edge[];
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  /** Positions of the rulings between columns, ascending. */
  readonly xs: readonly number[];
}

function extentOf(edges: Edge[]): Extent {
  const [hs, vs] = (['h', 'v'] as const).map(direction => edges.filter(edge => edge.direction === direction));
  return {
    edges,
    from: Math.min(...hs!.map(edge => edge.from)),
    to: Math.max(...hs!.map(edge => edge.to)),
    top: Math.min(...hs!.map(edge => edge.at)),
    bottom: Math.max(...hs!.map(edge => edge.at)),
    xs: [...new Set(vs!.map(edge => edge.at))].sort((a, b) => a - b),
  };
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= drift;
const openSides = ({ xs, from, to }: Extent): boolean => xs.length > 1 && xs[0]! > from + 8 && xs.at(-1)! < to - 8;

/**
 * Puts together what a table without rulings on its sides falls apart into at a row of one cell: nothing crosses that row.
 * Both pieces have the same columns and sides, the room between them is one row high, and there is text in it.
 */
export function acrossOneCellRows(groups: readonly Edge[][], glyphs: readonly Glyph[]): Edge[][] {
  const found: Extent[] = [];
  for (const lower of groups.map(extentOf).sort((a, b) => a.top - b.top)) {
    const upper = found.findLast(
      other =>
        openSides(other) &&
        openSides(lower) &&
        same(other.from, lower.from) &&
        same(other.to, lower.to) &&
        other.xs.length === lower.xs.length &&
        other.xs.every((x, i) => same(x, lower.xs[i]!)) &&
        other.bottom < lower.top,
    );
    const between = glyphs.filter(
      ({ box }) =>
        upper && box.top > upper.bottom - 1 && box.bottom < lower.top + 1 && box.x0 > upper.from && box.x1 < upper.to,
    );
    const em = Math.max(0, ...between.map(glyph => glyph.size));
    if (upper && between.length > 0 && lower.top - upper.bottom <= highest * em)
      found[found.indexOf(upper)] = extentOf([...upper.edges, ...lower.edges]);
    else found.push(lower);
  }
  return found.map(({ edges }) => edges);
}
