import { type Chunk, reach } from './columns.ts';
import type { TextLine } from './text-lines.ts';

/** A lone text at the left end is more likely a note under the table than the first column's. */
const startsAtEdge = (line: TextLine, xs: readonly number[]): boolean =>
  line.chunks.length === 1 && reach(xs, line.chunks[0]!)[0] === 0;

/** Lines closer than this go on with the row above in any case, ems. */
const closest = 0.8;
/** Lines that show several columns are another row this far below, ems. */
const rowReach = 3;

/** The least free space, over all columns, that parts two rows with keys; 0 where there are no two. */
function rowOpening(lines: readonly TextLine[], keyLines: readonly number[]): number {
  const widest = keyLines.slice(1).map((to, i) => {
    let [opening, bottom] = [0, -Infinity];
    for (const line of lines.slice(keyLines[i]!, to + 1)) {
      if (bottom > -Infinity) opening = Math.max(opening, line.top - bottom);
      bottom = Math.max(bottom, line.bottom);
    }
    return opening;
  });
  return widest.length > 0 ? Math.min(...widest) : 0;
}

/** A line and those that follow closely. */
function blockAt(lines: readonly TextLine[], start: number): TextLine[] {
  let end = start + 1;
  while (end < lines.length && lines[end]!.top - lines[end - 1]!.bottom <= closest * lines[end]!.size) end++;
  return lines.slice(start, end);
}

/** A row without a key of its own shows in several columns. */
const showsColumns = (block: readonly TextLine[], xs: readonly number[]): boolean =>
  new Set(block.flatMap(line => line.chunks.map(chunk => reach(xs, chunk)[0]))).size > 1 &&
  !block.some(line => startsAtEdge(line, xs));

/**
 * Where the body of a table ends: one after the last of its lines. Up to the last row key everything belongs to it
 * (headings over several columns too); after that, lines that keep to its columns and follow as closely as lines of one
 * row do, and headings.
 */
export function bodyEnd(
  lines: readonly TextLine[],
  start: number,
  keys: readonly Chunk[],
  xs: readonly number[],
  inColumn: (chunk: Chunk) => boolean,
  isHeading: (text: string) => boolean = () => false,
): number {
  const keyLines = [...lines.keys()].filter(i => lines[i]!.chunks.some(chunk => keys.includes(chunk)));
  const opening = rowOpening(lines, keyLines);
  let end = Math.max(start, (keyLines.at(-1) ?? -1) + 1);
  while (end < lines.length) {
    const line = lines[end]!;
    const gap = end > 0 ? line.top - lines[end - 1]!.bottom : 0;
    const heading = keys.length > 0 && line.chunks.length === 1 && isHeading(line.chunks[0]!.text);
    const block = blockAt(lines, end);
    if (heading && gap < rowReach * line.size) end++;
    else if (!line.chunks.every(inColumn)) break;
    else if (keys.length === 0) {
      if (gap > rowReach * line.size) break;
      end++;
    } else if (gap <= Math.max(closest * line.size, opening - 0.1 * line.size)) {
      if (startsAtEdge(line, xs)) break;
      end++;
    } else if (gap <= rowReach * line.size && showsColumns(block, xs) && block.every(one => one.chunks.every(inColumn)))
      end += block.length;
    else break;
  }
  // One line under a table is a note, whatever column it stands under.
  while (keys.length === 0 && end > start && startsAtEdge(lines[end - 1]!, xs)) end--;
  return end;
}
