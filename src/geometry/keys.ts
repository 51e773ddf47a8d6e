import { isAmount } from './amounts.ts';
import type { Chunk } from './columns.ts';
import { bare } from './text-lines.ts';

const numberIn = (text: string): number | null => {
  const digits = /(\d+)\D*$/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** A list mark and no row key: `2.` with its text right behind it. */
function marksItem(chunk: Chunk, chunks: readonly Chunk[]): boolean {
  if (/\d$/u.test(bare(chunk.text))) return false;
  return chunks.some(
    other => other.line === chunk.line && other.box.x0 >= chunk.end && other.box.x0 - chunk.box.x1 < 0.9 * chunk.size,
  );
}

/** So few numbers that count on may do so by accident. */
const few = 3;

/** Amounts that do not count stand in their column, or more amounts in another: then these number no rows either. */
function amongAmounts(keys: readonly Chunk[], chunks: readonly Chunk[]): boolean {
  const others = chunks.filter(chunk => !keys.includes(chunk) && isAmount(chunk.text));
  const aligned = (a: Chunk, b: Chunk) =>
    Math.abs(a.box.x0 - b.box.x0) < 0.6 * a.size || Math.abs(a.box.x1 - b.box.x1) < 0.6 * a.size;
  if (others.some(other => aligned(other, keys[0]!))) return true;
  return others.some(one => others.filter(other => aligned(one, other)).length > keys.length);
}

/**
 * Row keys (serial numbers) down a column of text: chunks that match the pattern, stand one below the other, and count
 * on by one for the most part. Gives the longest such column, from top to bottom; empty where there is none.
 *
 * @param headed a header says that the text is a table with row keys: few numbers are enough
 */
export function rowKeys(chunks: readonly Chunk[], pattern: RegExp, headed = false): Chunk[] {
  const matching = chunks
    .filter(chunk => pattern.test(bare(chunk.text)) && !marksItem(chunk, chunks))
    .sort((a, b) => a.box.top - b.box.top);
  const middle = (chunk: Chunk) => (chunk.box.x0 + chunk.box.x1) / 2;
  let best: Chunk[] = [];
  for (const first of matching) {
    if (best.includes(first)) continue;
    const column = matching.filter(
      chunk =>
        Math.abs(middle(chunk) - middle(first)) < 1.2 * first.size ||
        Math.abs(chunk.box.x0 - first.box.x0) < 0.6 * first.size,
    );
    const numbers = column.map(chunk => numberIn(bare(chunk.text)));
    const steps = numbers.filter((n, i) => i > 0 && n !== null && n === (numbers[i - 1] ?? Number.NaN) + 1).length;
    if (column.length >= 2 && steps >= 0.7 * (column.length - 1) && column.length > best.length) best = column;
  }
  return !headed && best.length <= few && best.length > 0 && amongAmounts(best, chunks) ? [] : best;
}

/** Row keys in the first columns of a table; a single one counts too, where rows have keys. */
export function keysIn(chunks: readonly Chunk[], rowKey: RegExp, inFirst: (chunk: Chunk) => boolean): Chunk[] {
  const first = chunks.filter(inFirst);
  const keys = rowKeys(first, rowKey, true);
  return keys.length > 0 ? keys : first.filter(chunk => rowKey.test(bare(chunk.text))).slice(0, 1);
}
