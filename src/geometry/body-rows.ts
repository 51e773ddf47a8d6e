import { median } from './box.ts';
import type { Band, Chunk } from './columns.ts';
import { headingsIn } from './headings.ts';
import { keylessRows } from './keyless-rows.ts';
import { type KeyedRows, keyedBoundaries, leadingIn, type Sitting, sittings } from './rows.ts';

/** The rows of a table's body as its row keys tell them. */
export interface BodyRows {
  /** Heights of the boundaries between rows, ascending. */
  readonly boundaries: readonly number[];
  /** Numbers of the rows that are headings over all columns. */
  readonly headings: readonly number[];
  /** Heights of boundaries at which some line may belong to either row. */
  readonly doubtful: readonly number[];
  /** How texts sit in their rows, where there are enough to tell. */
  readonly sitting?: Sitting;
}

const bottomOf = (chunks: readonly Chunk[]): number => Math.max(...chunks.map(({ box }) => box.bottom));
const sum = (rows: readonly KeyedRows[]): number => rows.reduce((total, { cost }) => total + cost, 0);
const topOf = (chunks: readonly Chunk[]): number => Math.min(...chunks.map(({ box }) => box.top));

/** The text of a body, cut at the headings. */
interface Part {
  readonly chunks: readonly Chunk[];
  readonly heading: boolean;
}

function parts(chunks: readonly Chunk[], headings: readonly Chunk[]): Part[] {
  const found: Part[] = [];
  const ends = [...headings].sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i <= ends.length; i++) {
    const [from, to] = [ends[i - 1]?.box.bottom ?? -Infinity, ends[i]?.box.top ?? Infinity];
    const between = chunks.filter(({ box }) => (box.top + box.bottom) / 2 > from && (box.top + box.bottom) / 2 < to);
    if (between.length > 0) found.push({ chunks: between, heading: false });
    if (ends[i]) found.push({ chunks: [ends[i]!], heading: true });
  }
  return found;
}

/** What is known of a body besides its text. */
export interface BodyEvidence {
  /** It may begin with the end of a row that a page break cut off. */
  readonly cut: boolean;
  /** Tells a heading by its wording. */
  readonly isHeading: (text: string) => boolean;
}

/**
 * Rows of a body: one for each key, or several that share one; one for each heading between them.
 */
export function bodyRows(
  keys: readonly Chunk[],
  chunks: readonly Chunk[],
  xs: readonly number[],
  bands: readonly Band[],
  { cut, isHeading }: BodyEvidence,
): BodyRows {
  const em = median(chunks.map(chunk => chunk.size));
  const lead = leadingIn(chunks, xs, em);
  const all = parts(chunks, headingsIn(chunks, keys, bands, lead, isHeading));
  const rowsOf = (sitting: Sitting) =>
    all.map((part, i) =>
      keyedBoundaries(part.heading ? [] : keys.filter(key => part.chunks.includes(key)), part.chunks, xs, {
        cut: cut && i === 0,
        sitting,
      }),
    );
  // Texts sit alike in the rows of a whole table.
  const { rows, sitting } = sittings
    .map(sitting => ({ sitting, rows: rowsOf(sitting) }))
    .reduce((a, b) => (sum(b.rows) < sum(a.rows) ? b : a));
  const boundaries: number[] = [];
  const headings: number[] = [];
  rows.forEach((keyed, i) => {
    const above = all[i - 1];
    if (above) boundaries.push((bottomOf(above.chunks) + topOf(all[i]!.chunks)) / 2);
    if (all[i]!.heading) headings.push(boundaries.length);
    const keyless = all[i]!.heading ? [] : keylessRows(keyed.boundaries, all[i]!.chunks, xs, lead, em);
    boundaries.push(...[...keyed.boundaries, ...keyless].sort((a, b) => a - b));
  });
  return { boundaries, headings, doubtful: rows.flatMap(({ doubtful }) => doubtful), sitting };
}
