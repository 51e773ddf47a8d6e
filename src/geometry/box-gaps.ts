import { median } from './box.ts';
import type { Edge } from './page.ts';
import { snap } from './snap.ts';

/** Room between the boxes of two cells, ems: more is room for text, or between two tables. */
const widest = 0.9;
/** The same where nothing crosses it: below a header printed again, what the page break took of the row above is added. */
const widestFree = 1.3;
/** Less room than this between the middles of two rulings is no room, points: they may be one double ruling. */
const narrowest = 1.2;
/** How far gaps of one table may differ, and positions of one ruling, points. */
const slack = 0.6;
const noise = 0.4;
/** How far ends of sides stand off from their corners: half the width of a ruling, less than half a gap; points. */
const corner = (gap: number): number => Math.min(1, 0.4 * gap);
/** A lone pair of close rulings may be anything. */
const fewest = 2;
/** Comparisons after which a page is a drawing, or drawn in dashes: neither has boxes. */
const mostPairs = 4_000_000;

/** Where a box ends and the next one begins. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** No ruling runs across it. */
  readonly free: boolean;
}

const near = (a: number, b: number, reach: number): boolean => Math.abs(a - b) <= reach;

/**
 * Pairs of neighbouring rulings that sides of boxes end and begin at, and that fewer rulings cross: all of one width, but
 * for those that nothing crosses.
 * @param known gaps the other way: where there are few rows on a page, the room between columns shows how wide gaps are
 */
function gapsOf(along: readonly Edge[], across: readonly Edge[], em: number, known: readonly Gap[] = []): Gap[] {
  const positions = [...new Set(along.map(edge => edge.at))].sort((a, b) => a - b);
  const found = positions.slice(1).flatMap((to, i): Gap[] => {
    const from = positions[i]!;
    if (to - from < narrowest || to - from > widestFree * em) return [];
    const reach = corner(to - from);
    const ends = across.filter(edge => near(edge.to, from, reach)).length;
    const starts = across.filter(edge => near(edge.from, to, reach)).length;
    const crosses = across.filter(edge => edge.from < from - reach && edge.to > to + reach).length;
    return Math.min(ends, starts) > crosses ? [{ from, to, free: crosses === 0 }] : [];
  });
  const widths = [...known, ...found].map(({ from, to }) => to - from).filter(width => width <= widest * em);
  const usual = median(widths);
  const alike = (width: number) => Math.abs(width - usual) <= slack;
  if (widths.filter(alike).length < fewest) return [];
  return found.filter(({ from, to, free }) => alike(to - from) || (free && to - from > usual));
}

/**
 * Lets boxes that go on from the page before, without a side at their top, reach down to the next one: where boxes stand
 * apart, every place belongs to one of them, and below a merged cell that ends too high (browsers stretch rows that they
 * break over pages, and not the cells merged over them) none is drawn.
 */
function reachingDown(hs: readonly Edge[], vs: readonly Edge[], gap: number): { hs: Edge[]; vs: Edge[] } {
  const reach = corner(gap);
  const sides = (h: Edge, end: 'from' | 'to') =>
    [h.from, h.to].map(x => vs.find(v => near(v.at, x, reach) && near(v[end], h.at, reach)));
  const stretched = new Map<Edge, Edge>();
  for (const h of hs) {
    const own = sides(h, 'to');
    if (!own.every(side => side !== undefined)) continue;
    const top = own[0]!.from;
    const closes = ({ at, from, to }: Edge) =>
      at > top - noise && near(at, top, reach) && near(from, h.from, reach) && near(to, h.to, reach);
    if (hs.some(closes)) continue;
    const middle = (h.from + h.to) / 2;
    const below = hs.filter(({ at, from, to }) => at > h.at + noise && from < middle && to > middle);
    const next = below.sort((a, b) => a.at - b.at)[0];
    if (!next || next.at - h.at <= gap + slack || !sides(next, 'from').every(side => side !== undefined)) continue;
    const end = next.at - gap;
    stretched.set(h, { ...h, at: end });
    for (const side of own) stretched.set(side, { ...side, to: end });
  }
  const now = (edge: Edge) => stretched.get(edge) ?? edge;
  return { hs: hs.map(now), vs: vs.map(now) };
}

/** Lets sides that begin without a top, right below a ruling, begin there: a page break cut the box above its first line. */
function reachingUp(hs: readonly Edge[], vs: readonly Edge[], gap: number, most: number): Edge[] {
  const reach = corner(gap);
  return vs.map(v => {
    const beside = hs.filter(({ at, from, to }) => at < v.from + reach && from <= v.at + reach && to >= v.at - reach);
    const above = Math.max(...beside.map(({ at }) => at));
    return v.from - above > reach && v.from - above <= most ? { ...v, from: above } : v;
  });
}

/**
 * Closes the room between cells that are drawn as boxes of their own (CSS `border-spacing`): the sides of two neighbours
 * become one ruling in the middle, so that the boxes hang together. A ruling drawn across a gap belongs to a cell merged
 * over it: edges must not be snapped or joined yet.
 *
 * @param em size of the page's text, points
 */
export function closeBoxGaps(edges: readonly Edge[], em: number): readonly Edge[] {
  const drawn = snap(edges, noise);
  const [hs, vs] = (['h', 'v'] as const).map(direction => drawn.filter(edge => edge.direction === direction));
  if (hs!.length * vs!.length > mostPairs) return edges;
  const columnGaps = gapsOf(vs!, hs!, em);
  if (columnGaps.length === 0) return edges;
  const gaps = { v: columnGaps, h: gapsOf(hs!, vs!, em, columnGaps) };
  const usual = median((gaps.h.length > 0 ? gaps.h : gaps.v).map(({ from, to }) => to - from));
  const whole = reachingDown(hs!, vs!, usual);
  const moved = (value: number, direction: Edge['direction'], reach: number): number => {
    const gap = gaps[direction].find(({ from, to }) => value >= from - reach && value <= to + reach);
    return gap ? (gap.from + gap.to) / 2 : value;
  };
  return [...whole.hs, ...reachingUp(whole.hs, whole.vs, usual, widestFree * em)].map(edge => {
    const across = edge.direction === 'h' ? 'v' : 'h';
    return {
      ...edge,
      at: moved(edge.at, edge.direction, noise),
      from: moved(edge.from, across, 1),
      to: moved(edge.to, across, 1),
    };
  });
}
