import { endsParagraph } from './cell-text.ts';
import type { Chunk } from './columns.ts';
import { reach } from './columns.ts';

/** Rows of a column that one text stands for, first and one after the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: readonly Chunk[];
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const middle = (extent: Extent): number => (extent.top + extent.bottom) / 2;

/** Lines of one column, gathered to blocks where they follow each other closely. */
function blocks(chunks: readonly Chunk[], lead: number): Chunk[][] {
  const sorted = [...chunks].sort((a, b) => a.box.top - b.box.top);
  const found: Chunk[][] = [];
  for (const chunk of sorted) {
    const last = found.at(-1)?.at(-1);
    if (last && chunk.box.top - last.box.bottom < Math.max(0.45 * chunk.size, lead + 0.2 * chunk.size))
      found.at(-1)!.push(chunk);
    else found.push([chunk]);
  }
  return found;
}

const extentOf = (block: readonly Chunk[]): Extent => ({
  top: Math.min(...block.map(chunk => chunk.box.top)),
  bottom: Math.max(...block.map(chunk => chunk.box.bottom)),
});

/**
 * Cells merged over rows in a table without rulings show in one way only: their text stands in the middle of the rows
 * they cover, which may be between two rows. Gives the runs of rows of a column, one for each block of text, if all
 * blocks stand in the middle of runs that together cover all rows (the first rows may belong to the page before). Null
 * otherwise: then a blank is a blank.
 *
 * @param rows extents of the rows' text, other columns' text that is
 * @param lead how far apart lines of one cell stand, points
 */
export function mergedRuns(chunks: readonly Chunk[], rows: readonly Extent[], em: number, lead: number): Run[] | null {
  const texts = blocks(chunks, lead);
  if (texts.length === 0 || texts.length >= rows.length) return null;
  const centres = texts.map(text => middle(extentOf(text)));
  const tolerance = 0.8 * em;
  const off = (from: number, to: number, centre: number) =>
    Math.abs((rows[from]!.top + rows[to - 1]!.bottom) / 2 - centre);
  // Text that no row of its own could hold is merged for certain. Without any, a column must at least be well filled:
  // a few remarks may stand in the middle of the blanks around them by accident; one hardly does in that of all rows.
  const astray = centres.some(centre => rows.every(row => Math.abs(middle(row) - centre) > 0.4 * em));
  const lone = texts.length === 1 && rows.length > 2 && off(0, rows.length, centres[0]!) < 0.4 * em;
  if (!astray && !lone && texts.length < 0.35 * rows.length) return null;
  // best[b][r]: least deviation of the first b blocks on the first r rows.
  const best: { cost: number; from: number }[][] = texts.map(() => []);
  const start = (block: number, from: number): number => {
    if (block === 0) return from <= rows.length / 2 ? from * 0.5 * tolerance : Infinity;
    return best[block - 1]![from]?.cost ?? Infinity;
  };
  texts.forEach((_, block) => {
    for (let to = block + 1; to <= rows.length; to++) {
      let choice = { cost: Infinity, from: -1 };
      for (let from = block; from < to; from++) {
        const deviation = off(from, to, centres[block]!);
        const cost = deviation > tolerance ? Infinity : start(block, from) + deviation;
        if (cost < choice.cost) choice = { cost, from };
      }
      best[block]![to] = choice;
    }
  });
  const runs: Run[] = [];
  let to = rows.length;
  for (let block = texts.length - 1; block >= 0; block--) {
    const choice = best[block]![to];
    if (!choice || choice.cost === Infinity) return null;
    runs.unshift({ from: choice.from, to, text: texts[block]! });
    to = choice.from;
  }
  return runs;
}

/** Gives for a height the nearest lines above and below it. */
function neighbours(chunks: readonly Chunk[]) {
  const sorted = [...chunks].sort((a, b) => middle(a.box) - middle(b.box));
  const above: Chunk[] = [];
  for (const chunk of sorted) {
    const last = above.at(-1);
    above.push(last && last.box.bottom > chunk.box.bottom ? last : chunk);
  }
  const below: Chunk[] = [];
  for (const chunk of [...sorted].reverse()) {
    const next = below.at(-1);
    below.push(next && next.box.top < chunk.box.top ? next : chunk);
  }
  below.reverse();
  return (y: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if (middle(sorted[at]!.box) < y) low = at + 1;
      else high = at;
    }
    const [upper, lower] = [above[low - 1], below[low]];
    return upper && lower ? { above: upper, below: lower, gap: lower.box.top - upper.box.bottom } : null;
  };
}

/**
 * Boundaries between rows that a text of one column stands across: a line crosses it, or two lines on its sides stand
 * much closer than the rows do in the other columns. Such a text can only be merged over both rows.
 */
export function straddled(
  column: readonly Chunk[],
  others: readonly Chunk[],
  ys: readonly number[],
  em: number,
  lead: number,
): number[] {
  const room = Math.max(0, ...column.map(({ box }) => box.x1 - box.x0)) + 0.6 * em;
  const [own, beside] = [neighbours(column), neighbours(others)];
  return [...ys.keys()].slice(1, -1).filter(i => {
    const y = ys[i]!;
    if (column.some(({ box }) => box.top < y - 0.3 * em && box.bottom > y + 0.3 * em)) return true;
    const sides = own(y);
    // A line that had room for the next one's first word ended its cell.
    if (!sides || endsParagraph(sides.above, sides.below, room)) return false;
    return sides.gap < lead + 0.08 * em && sides.gap < 0.6 * (beside(y)?.gap ?? Infinity);
  });
}

/** The chunks that stand in one column. */
export const inColumn = (chunks: readonly Chunk[], xs: readonly number[], column: number): Chunk[] =>
  chunks.filter(chunk => {
    const [first, last] = reach(xs, chunk);
    return first === column && last === column + 1;
  });
