import type { Region } from './regions.ts';

/** Two rulings closer than this, in ems, leave no room for a character: they are one double ruling. */
const doubleRuling = 0.6;

/**
 * Which lines of a mesh are the same boundary of the table. Dragged by hand, the columns of one table stand a few
 * points apart from row to row: such a strip has no cell of its own in any row. A strip that is a cell of its own but
 * too narrow for any character is the inside of a double ruling.
 * Gives for every line the number of the boundary it belongs to, ascending from 0.
 *
 * @param em size of the table's text, points
 * @param empty whether a region holds no text
 * @param known lines already known to be the same boundary as another
 */
export function boundaries(
  lines: readonly number[],
  all: readonly Region[],
  axis: 'column' | 'row',
  em: number,
  empty: (region: Region) => boolean,
  known: ReadonlyMap<number, number> = new Map(),
): number[] {
  const near = (axis === 'column' ? 1.5 : 0.5) * em;
  const endingAt: { from: number; region: Region }[][] = lines.map(() => []);
  for (const region of all)
    if (axis === 'column') endingAt[region.right]!.push({ from: region.left, region });
    else endingAt[region.bottom]!.push({ from: region.top, region });
  const boundary = [0];
  // The first line of the group, and the one that its width counts from: what is known to stand off does not count.
  let first = 0;
  let base = 0;
  for (let i = 1; i < lines.length; i++) {
    const width = lines[i]! - lines[base]!;
    const other = known.get(i) ?? i;
    const told = i <= base || (other < i && other >= first);
    // Cells that would vanish if this line were the same boundary as the first of its group.
    const lost = endingAt[i]!.filter(({ from }) => from >= first);
    const narrow = lines[i]! - lines[i - 1]! <= doubleRuling * em && width <= 2 * doubleRuling * em;
    const same = told || (lost.length === 0 ? width <= near : narrow && lost.every(({ region }) => empty(region)));
    if (!same) first = base = i;
    base = Math.max(base, other);
    boundary.push(boundary[i - 1]! + (same ? 0 : 1));
  }
  return boundary;
}
