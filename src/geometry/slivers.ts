import type { Region } from './regions.ts';

/** Two rulings closer than this, in ems, leave no room for a character: they are one double ruling. */
const doubleRuling = 0.6;

/** A strip between two rows that nothing closes at the table's side is no row unless it is higher than this, ems. */
const bareStrip = 1.5;

/** Lines of a mesh where some cell begins or ends: others bound nothing. */
export const boundingLines = (all: readonly Region[], axis: 'column' | 'row'): Set<number> =>
  new Set(all.flatMap(({ left, right, top, bottom }) => (axis === 'column' ? [left, right] : [top, bottom])));

/**
 * Which lines of a mesh are the same boundary of the table. Dragged by hand, the columns of one table stand a few
 * points apart from row to row: such a strip has no cell of its own in any row. A strip that is a cell of its own but
 * too narrow for any character is the inside of a double ruling. A line where no cell begins or ends is no boundary.
 * Gives for every line the number of the boundary it belongs to, ascending from 0.
 *
 * @param em size of the table's text, points
 * @param empty whether a region holds no text
 * @param bare whether a region is open at a side of the table that rulings close elsewhere
 */
export function boundaries(
  lines: readonly number[],
  all: readonly Region[],
  axis: 'column' | 'row',
  em: number,
  empty: (region: Region) => boolean,
  bare: (region: Region) => boolean = () => false,
): number[] {
  const near = (axis === 'column' ? 1.5 : 0.5) * em;
  const bounding = boundingLines(all, axis);
  const endingAt: { from: number; region: Region }[][] = lines.map(() => []);
  for (const region of all)
    if (axis === 'column') endingAt[region.right]!.push({ from: region.left, region });
    else endingAt[region.bottom]!.push({ from: region.top, region });
  const boundary = [0];
  // The first line of the group, and the last line that bounds something.
  let first = 0;
  let before = 0;
  for (let i = 1; i < lines.length; i++) {
    if (!bounding.has(i)) {
      boundary.push(boundary[i - 1]!);
      continue;
    }
    const width = lines[i]! - lines[first]!;
    // Cells that would vanish if this line were the same boundary as the first of its group.
    const lost = endingAt[i]!.filter(({ from }) => from >= first);
    const narrow = lines[i]! - lines[before]! <= doubleRuling * em && width <= 2 * doubleRuling * em;
    const gap = width <= bareStrip * em && lost.some(({ region }) => bare(region));
    const same = lost.length === 0 ? width <= near : (narrow || gap) && lost.every(({ region }) => empty(region));
    if (!same) first = i;
    before = i;
    boundary.push(boundary[i - 1]! + (same ? 0 : 1));
  }
  return boundary;
}
