import type { Band, Chunk } from './columns.ts';

/** More texts that run over a boundary than this, as a share of a column's, and it is none. */
const fewCross = 0.25;
/** Free space on both sides of a boundary, points: columns of a tight table hardly have more. */
const narrowest = 0.8;

const inside = (band: Band, chunk: Chunk): boolean => {
  const middle = (chunk.box.x0 + chunk.end) / 2;
  return middle > band.from && middle < band.to;
};

/** Stretches between two abscissas that the fewest texts cover. */
function gaps(from: number, to: number, texts: readonly Chunk[]): { from: number; to: number; crossed: number }[] {
  const xs = [from, to, ...texts.flatMap(chunk => [chunk.box.x0, chunk.end])]
    .filter(x => x >= from && x <= to)
    .sort((a, b) => a - b);
  const found = xs.slice(1).map((end, i) => {
    const [start, middle] = [xs[i]!, (xs[i]! + end) / 2];
    return { from: start, to: end, crossed: texts.filter(chunk => chunk.box.x0 < middle && chunk.end > middle).length };
  });
  const least = Math.min(...found.map(gap => gap.crossed));
  return found.filter(gap => gap.crossed === least);
}

/** Where one column of text is two, with a header each: in the widest stretch between the headers that hardly any text crosses. */
function boundaryBetween(left: Chunk, right: Chunk, texts: readonly Chunk[]): number | null {
  const widest = gaps(left.end, right.box.x0, texts).reduce<{ from: number; to: number; crossed: number } | null>(
    (best, gap) => (best && best.to - best.from >= gap.to - gap.from ? best : gap),
    null,
  );
  if (!widest || widest.to - widest.from < narrowest) return null;
  return widest.crossed <= fewCross * texts.length ? (widest.from + widest.to) / 2 : null;
}

/**
 * Parts columns of text that a header shows to be several: two headers stand side by side above one. In a tight table texts
 * come as close to the next column's as words to each other.
 *
 * @param header texts of the header; those of one line stand side by side
 * @param body texts below it
 */
export function partedByHeader(bands: readonly Band[], header: readonly Chunk[], body: readonly Chunk[]): Band[] {
  return bands.flatMap(band => {
    const own = header.filter(chunk => inside(band, chunk)).sort((a, b) => a.box.x0 - b.box.x0);
    const texts = body.filter(chunk => inside(band, chunk));
    const pairs = own.flatMap((left, i) => {
      const right = own.slice(i + 1).find(chunk => chunk.line === left.line);
      return right && left.end < right.box.x0 ? [boundaryBetween(left, right, texts)] : [];
    });
    const ends = [...new Set(pairs.filter(at => at !== null))].sort((a, b) => a - b);
    const xs = [band.from, ...ends, band.to];
    return xs.slice(1).map((to, i) => {
      const from = xs[i]!;
      const parts = [...texts, ...own].filter(chunk => chunk.box.x0 >= from - 0.01 && chunk.end <= to + 0.01);
      return ends.length === 0 || parts.length === 0
        ? { from, to }
        : { from: Math.min(...parts.map(chunk => chunk.box.x0)), to: Math.max(...parts.map(chunk => chunk.end)) };
    });
  });
}
