import type { Box } from '../model/box.ts';
import { median } from './box.ts';
import type { Chunk } from './columns.ts';
import { inColumn, mergedRuns, straddled } from './inferred-merges.ts';
import { leadingIn } from './rows.ts';

/** Cells merged over rows in a body without rulings. */
export interface StreamMerges {
  /** Where there is no wall: `line:column`, the line a boundary between rows. */
  readonly open: ReadonlySet<string>;
  /** Stretches of a column whose blanks may as well belong to the text above or below. */
  readonly doubtful: readonly Doubt[];
}

export interface Doubt {
  readonly box: Box;
  /** Few texts, each in the middle of its row: its blanks may well be blanks. */
  readonly slight: boolean;
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const middle = ({ top, bottom }: Extent): number => (top + bottom) / 2;

const extent = (chunks: readonly Chunk[]): Extent => ({
  top: Math.min(...chunks.map(chunk => chunk.box.top)),
  bottom: Math.max(...chunks.map(chunk => chunk.box.bottom)),
});

/** The chunks of each row between two boundaries; those outside all are left out. */
function byRow(chunks: readonly Chunk[], ys: readonly number[]): Chunk[][] {
  const rows: Chunk[][] = ys.slice(1).map(() => []);
  for (const chunk of chunks) {
    let [low, high] = [0, ys.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if (ys[at]! <= middle(chunk.box)) low = at + 1;
      else high = at;
    }
    rows[low - 1]?.push(chunk);
  }
  return rows;
}

/** Texts off the middle of their row by this, ems, are not simply texts of that row. */
const offCentre = 0.4;
/** A column with text in fewer of its rows is one of remarks: its blanks are blanks. */
const wellFilled = 0.35;

/** How far a column's blanks are in doubt, where no runs of rows explain them; null where it has no blanks, or no text. */
function doubtOf(
  chunks: readonly Chunk[],
  rows: readonly Extent[],
  ys: readonly number[],
  em: number,
): 'slight' | 'grave' | null {
  const texts = byRow(chunks, ys);
  const filled = texts.filter(own => own.length > 0).length;
  if (filled === 0 || filled === rows.length) return null;
  const astray = texts.some(
    (own, i) => own.length > 0 && Math.abs(middle(extent(own)) - middle(rows[i]!)) > offCentre * em,
  );
  return astray || filled >= wellFilled * rows.length ? 'grave' : 'slight';
}

/** Merges in rows that stand directly below each other. */
function mergesIn(body: readonly Chunk[], xs: readonly number[], ys: readonly number[]): StreamMerges {
  const em = median(body.map(chunk => chunk.size));
  const lead = leadingIn(body, xs, em);
  const columns = xs.slice(1).map((_, column) => inColumn(body, xs, column));
  // Columns with text in every row say how high the rows are.
  const full = columns.filter(chunks => byRow(chunks, ys).every(own => own.length > 0));
  const open = new Set<string>();
  const doubtful: Doubt[] = [];
  if (full.length === 0) return { open, doubtful };
  const rows = byRow(full.flat(), ys).map(extent);
  // Where cells begin at the top of their rows, nothing tells a merged cell from blanks below a filled one.
  let [centred, topped] = [0, 0];
  for (const chunks of full)
    byRow(chunks, ys).forEach((own, i) => {
      const [row, text] = [rows[i]!, extent(own)];
      centred += Math.abs(middle(row) - middle(text));
      topped += Math.abs(row.top - text.top);
    });
  if (topped < centred) return { open, doubtful };
  columns.forEach((chunks, column) => {
    const across = straddled(chunks, full.filter(own => own !== chunks).flat(), ys, em, lead);
    const runs = full.includes(chunks) ? [] : mergedRuns(chunks, rows, em, lead);
    const doubt = runs === null ? doubtOf(chunks, rows, ys, em) : null;
    const box = { x0: xs[column]!, x1: xs[column + 1]!, top: ys[0]!, bottom: ys.at(-1)! };
    if (doubt) doubtful.push({ box, slight: doubt === 'slight' });
    // Blank rows before the first text belong to one that the page before shows.
    const before = runs?.[0] && runs[0].from > 1 ? [{ from: 0, to: runs[0].from }] : [];
    const inside = [...before, ...(runs ?? [])].flatMap(({ from, to }) =>
      Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i),
    );
    // Runs that would tear a text in two are not what was printed.
    for (const line of across.every(line => inside.includes(line)) ? inside : across) open.add(`${line}:${column}`);
  });
  return { open, doubtful };
}

/**
 * Cells merged over rows, as the places of their texts tell; none is merged over a heading.
 *
 * @param headings numbers of the rows that are headings
 * @param ys boundaries between rows, ends included
 */
export function streamMerges(
  headings: readonly number[],
  body: readonly Chunk[],
  xs: readonly number[],
  ys: readonly number[],
): StreamMerges {
  const open = new Set<string>();
  const doubtful: Doubt[] = [];
  const ends = [...headings, ys.length - 1];
  ends.forEach((to, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1;
    const own = body.filter(({ box }) => middle(box) > ys[from]! && middle(box) < ys[to]!);
    if (to - from < 2 || own.length === 0) return;
    const merges = mergesIn(own, xs, ys.slice(from, to + 1));
    doubtful.push(...merges.doubtful);
    for (const key of merges.open) {
      const [line, column] = key.split(':').map(Number);
      open.add(`${line! + from}:${column}`);
    }
  });
  return { open, doubtful };
}
