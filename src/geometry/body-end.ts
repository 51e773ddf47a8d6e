import { type Chunk, reach } from './columns.ts';
import { several, type TextLine } from './text-lines.ts';

/** A lone text at the left end is more likely a note under the table than the first column's. */
const startsAtEdge = (line: TextLine, xs: readonly number[]): boolean =>
  line.chunks.length === 1 && reach(xs, line.chunks[0]!)[0] === 0;

/** Lines closer than this go on with the row above in any case, ems. */
const closest = 0.8;
/** A line of several columns this close is another row, ems. */
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
  for (; end < lines.length; end++) {
    const [line, above] = [lines[end]!, lines[end - 1]];
    const gap = above ? line.top - above.bottom : 0;
    const heading = keys.length > 0 && line.chunks.length === 1 && isHeading(line.chunks[0]!.text);
    if (heading && gap < 3 * line.size) continue;
    if (!line.chunks.every(inColumn)) break;
    // A row without a key of its own stands as far off as one with it, but shows several columns.
    const near = Math.max(closest * line.size, several(line) ? rowReach * line.size : opening - 0.1 * line.size);
    if (keys.length > 0 ? gap > near || startsAtEdge(line, xs) : gap > 3 * line.size) break;
  }
  // One line under a table is a note, whatever column it stands under.
  while (keys.length === 0 && end > start && startsAtEdge(lines[end - 1]!, xs)) end--;
  return end;
}
