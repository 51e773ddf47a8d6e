import { type Chunk, reach } from './columns.ts';

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const extentOf = (chunks: readonly Chunk[]): Extent => ({
  top: Math.min(...chunks.map(({ box }) => box.top)),
  bottom: Math.max(...chunks.map(({ box }) => box.bottom)),
});
const middle = ({ top, bottom }: Extent): number => (top + bottom) / 2;

/** Openings between the lines of some columns, over all of them. */
function openings(chunks: readonly Chunk[]): Extent[] {
  const found: Extent[] = [];
  let bottom = Infinity;
  for (const { box } of [...chunks].sort((a, b) => a.box.top - b.box.top)) {
    if (box.top > bottom) found.push({ top: bottom, bottom: box.top });
    bottom = bottom === Infinity ? box.bottom : Math.max(bottom, box.bottom);
  }
  return found;
}

/** Openings this much narrower than those between rows with keys part no rows. */
const share = 0.8;
/** Rows stand further apart than lines of one cell by at least this much, ems. */
const apart = 0.25;

/** How far apart rows stand is known from this many. */
const fewest = 2;

/**
 * Boundaries inside rows that have keys: a key that stands for several rows is printed once. Such rows stand as far
 * apart as those with keys, with text on both sides in at least two columns. Texts merged over the rows stand in the
 * middle of all of them.
 *
 * @param boundaries heights between the rows that have keys, ascending
 * @param lead how far apart lines of one cell stand, points
 */
export function keylessRows(
  boundaries: readonly number[],
  chunks: readonly Chunk[],
  xs: readonly number[],
  lead: number,
  em: number,
): number[] {
  const sorted = [...chunks].sort((a, b) => middle(a.box) - middle(b.box));
  const first = (y: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if (middle(sorted[at]!.box) <= y) low = at + 1;
      else high = at;
    }
    return low;
  };
  const within = (from: number, to: number) => sorted.slice(first(from), first(to));
  const between = boundaries.map((y, i) => {
    const [above, below] = [within(boundaries[i - 1] ?? -Infinity, y), within(y, boundaries[i + 1] ?? Infinity)];
    return above.length > 0 && below.length > 0 ? extentOf(below).top - extentOf(above).bottom : Number.NaN;
  });
  const usual = between.filter(opening => opening > 0).sort((a, b) => a - b);
  const known = usual.length >= fewest;
  const least = known
    ? Math.max(share * usual[Math.floor(usual.length / 4)]!, lead + apart * em)
    : lead + 1.5 * apart * em;
  return [-Infinity, ...boundaries].flatMap((from, i) => {
    const row = within(from, boundaries[i] ?? Infinity);
    if (row.length === 0) return [];
    const centre = middle(extentOf(row));
    const columns = xs.slice(1).map((_, column) => row.filter(chunk => reach(xs, chunk)[0] === column));
    const merged = (own: readonly Chunk[]) => own.length > 0 && Math.abs(middle(extentOf(own)) - centre) < 0.5 * em;
    const others = columns.filter(own => !merged(own) || openings(own).some(({ top, bottom }) => bottom - top > least));
    return openings(others.flat())
      .filter(({ top, bottom }) => {
        const parted = others.filter(
          own => own.some(({ box }) => box.bottom <= top) && own.some(({ box }) => box.top >= bottom),
        );
        return bottom - top > least && parted.length > (known ? 1 : 2);
      })
      .map(middle);
  });
}
