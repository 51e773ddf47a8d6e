import { type Chunk, reach } from './columns.ts';

/** The levels of a header that stands above text columns: what spans what, and where the levels part. */
export interface TextHeader {
  /** Boundaries between header rows, ascending. */
  readonly ys: readonly number[];
  /** Walls to leave out: inside headers over several columns, and below headers that reach over several rows. */
  readonly openV: (line: number, row: number) => boolean;
  readonly openH: (line: number, column: number) => boolean;
}

interface Over {
  readonly from: number;
  readonly to: number;
  /** Height at which the header ends and those below it begin. */
  readonly at: number;
}

/**
 * Finds headers over several columns: a text that reaches over a boundary, with headers of those columns below it.
 * It covers the neighbouring columns whose own headers all stand lower, and stands in the middle of them.
 */
function overs(chunks: readonly Chunk[], xs: readonly number[]): Over[] {
  const columns = xs.length - 1;
  const over = (chunk: Chunk) => {
    const [first, last] = reach(xs, chunk);
    if (last - first > 1) return true;
    // A short header may stand wholly above one of its columns: another header is below it there.
    return chunks.some(
      other => reach(xs, other)[0] === first && reach(xs, other)[1] === last && other.box.top >= chunk.box.bottom - 1,
    );
  };
  const spanning = chunks.filter(over);
  const own = Array.from({ length: columns }, (_, column) =>
    chunks.filter(chunk => {
      const [first, last] = reach(xs, chunk);
      return first === column && last === column + 1 && !over(chunk);
    }),
  );
  const topOf = (column: number) => Math.min(...own[column]!.map(chunk => chunk.box.top));
  return spanning.map(chunk => {
    let [from, to] = reach(xs, chunk);
    const lower = (column: number) =>
      column >= 0 &&
      column < columns &&
      own[column]!.length > 0 &&
      topOf(column) >= chunk.box.bottom - 0.3 * chunk.size;
    const taken = (column: number) =>
      spanning.some(other => other !== chunk && reach(xs, other)[0] <= column && column < reach(xs, other)[1]);
    const centre = (chunk.box.x0 + chunk.box.x1) / 2;
    const off = (a: number, b: number) => Math.abs((xs[a]! + xs[b]!) / 2 - centre);
    // Widen as long as the text comes to stand more in the middle.
    for (let better = true; better; ) {
      better = false;
      for (const [a, b, column] of [
        [from - 1, to, from - 1],
        [from, to + 1, to],
      ] as const)
        if (lower(column) && !taken(column) && off(a, b) < off(from, to)) {
          [from, to] = [a, b];
          better = true;
          break;
        }
    }
    if (to - from < 2) return { from, to, at: Number.NaN };
    const below = Array.from({ length: to - from }, (_, i) => topOf(from + i)).filter(Number.isFinite);
    return { from, to, at: below.length > 0 ? (chunk.box.bottom + Math.min(...below)) / 2 : Number.NaN };
  });
}

/** Reads the levels of a header between `top` and `bottom`. */
export function textHeader(chunks: readonly Chunk[], xs: readonly number[], top: number, bottom: number): TextHeader {
  const found = overs(chunks, xs).filter(over => over.at > top && over.at < bottom);
  const ys = [...new Set(found.map(over => over.at))]
    .sort((a, b) => a - b)
    .filter((y, i, all) => i === 0 || y - all[i - 1]! > 4);
  const level = (over: Over) => ys.findLastIndex(y => y <= over.at + 0.01);
  const covers = (over: Over, column: number) => column >= over.from && column < over.to;
  return {
    ys,
    openV: (line, row) => found.some(over => line > over.from && line < over.to && row <= level(over)),
    openH: (line, column) =>
      line >= 1 && line <= ys.length && !found.some(over => covers(over, column) && level(over) === line - 1),
  };
}
