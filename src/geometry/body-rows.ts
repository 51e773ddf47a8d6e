import { median } from './box.ts';
import { type Band, type Chunk, reach } from './columns.ts';
import { headingsIn } from './headings.ts';
import { keyedBoundaries, leading } from './rows.ts';

/** The rows of a table's body as its row keys tell them. */
export interface BodyRows {
  /** Heights of the boundaries between rows, ascending. */
  readonly boundaries: readonly number[];
  /** Numbers of the rows that are headings over all columns. */
  readonly headings: readonly number[];
  /** Heights of boundaries at which some line may belong to either row. */
  readonly doubtful: readonly number[];
}

const bottomOf = (chunks: readonly Chunk[]): number => Math.max(...chunks.map(({ box }) => box.bottom));
const topOf = (chunks: readonly Chunk[]): number => Math.min(...chunks.map(({ box }) => box.top));

/**
 * Rows of a body: one for each key, one for each heading between them.
 *
 * @param cut the body may begin with the end of a row that a page break cut off
 */
export function bodyRows(
  keys: readonly Chunk[],
  chunks: readonly Chunk[],
  xs: readonly number[],
  bands: readonly Band[],
  cut: boolean,
): BodyRows {
  const em = median(chunks.map(chunk => chunk.size));
  const inColumns = xs.slice(1).map((_, column) =>
    chunks
      .filter(chunk => reach(xs, chunk)[0] === column && reach(xs, chunk)[1] === column + 1)
      .map(({ box }) => box)
      .sort((a, b) => a.top - b.top),
  );
  const found = headingsIn(chunks, keys, bands, leading(inColumns, em)).sort((a, b) => a.box.top - b.box.top);
  const boundaries: number[] = [];
  const headings: number[] = [];
  const doubtful: number[] = [];
  let [rows, above] = [0, [] as Chunk[]];
  const begin = (below: readonly Chunk[]) => {
    if (above.length > 0) boundaries.push((bottomOf(above) + topOf(below)) / 2);
    above = [...below];
  };
  for (let i = 0; i <= found.length; i++) {
    const [from, to] = [found[i - 1]?.box.bottom ?? -Infinity, found[i]?.box.top ?? Infinity];
    const between = chunks.filter(({ box }) => (box.top + box.bottom) / 2 > from && (box.top + box.bottom) / 2 < to);
    if (between.length > 0) {
      begin(between);
      const own = keys.filter(key => between.includes(key));
      const keyed = keyedBoundaries(own, between, xs, cut && i === 0);
      boundaries.push(...keyed.boundaries);
      doubtful.push(...keyed.doubtful);
      rows += keyed.boundaries.length + 1;
    }
    if (found[i]) {
      begin([found[i]!]);
      headings.push(rows++);
    }
  }
  return { boundaries, headings, doubtful };
}
