import type { Hints } from '../model/hints.ts';
import { median } from './box.ts';
import { type Band, bandsOfColumns, type Chunk, cutAt, reachedBands } from './columns.ts';
import { leadingIn } from './rows.ts';
import { bare } from './text-lines.ts';

/** What tells a heading between rows by its wording; never, where nothing is known of headings. */
export const headingTest = (hints: Hints): ((text: string) => boolean) => {
  if (hints.heading === undefined) return () => false;
  const pattern = new RegExp(hints.heading, 'u');
  return text => pattern.test(bare(text));
};

/** Headings stand further from the rows around them than lines of one cell from each other, by this much at least, ems. */
const apart = 0.15;

/** The free space above and below a line, points; infinite at the ends. */
function openings(chunk: Chunk, others: readonly Chunk[]): [number, number] {
  let [above, below] = [Infinity, Infinity];
  for (const { box } of others) {
    const middle = (box.top + box.bottom) / 2;
    if (middle < (chunk.box.top + chunk.box.bottom) / 2) above = Math.min(above, chunk.box.top - box.bottom);
    else below = Math.min(below, box.top - chunk.box.bottom);
  }
  return [above, below];
}

/**
 * Headings between the rows of a table without rulings: texts alone on their height, free above and below, that do not
 * keep to one column or stand in the middle of the table. The wording of a heading makes up for the space.
 *
 * @param lead how far apart lines of one cell stand, points
 */
export function headingsIn(
  chunks: readonly Chunk[],
  keys: readonly Chunk[],
  bands: readonly Band[],
  lead: number,
  isHeading: (text: string) => boolean,
): Chunk[] {
  const em = median(chunks.map(chunk => chunk.size));
  const count = new Map<unknown, number>();
  for (const chunk of chunks) count.set(chunk.line, (count.get(chunk.line) ?? 0) + 1);
  const [from, to] = [bands[0]!.from, bands.at(-1)!.to];
  return chunks.filter(chunk => {
    if (count.get(chunk.line)! > 1 || keys.includes(chunk)) return false;
    const centred = Math.abs((chunk.box.x0 + chunk.box.x1) / 2 - (from + to) / 2) < em;
    const over = reachedBands(bands, chunk) > 1;
    if (!over && !centred) return false;
    if (over && isHeading(chunk.text)) return true;
    return openings(
      chunk,
      chunks.filter(other => other !== chunk),
    ).every(opening => opening > lead + apart * em);
  });
}

/** Cuts chunks at drawn boundaries of columns, headings aside: no ruling keeps them out of the columns they run over. */
export function cutBesideHeadings(
  chunks: readonly Chunk[],
  keys: readonly Chunk[],
  xs: readonly number[],
  isHeading: (text: string) => boolean,
): Chunk[] {
  const parted = new Map(chunks.map(chunk => [chunk, cutAt(xs, chunk)] as const));
  const em = median(chunks.map(chunk => chunk.size));
  const headings = headingsIn(
    chunks,
    keys,
    bandsOfColumns(xs),
    leadingIn([...parted.values()].flat(), xs, em),
    isHeading,
  );
  return chunks.flatMap(chunk => (headings.includes(chunk) ? [chunk] : parted.get(chunk)!));
}
