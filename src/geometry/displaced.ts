import type { Mesh } from './mesh.ts';
import type { Region } from './regions.ts';

/** How far the end of a merged cell may stand off from the row's, ems. */
const farthest = 3;

/** Between the two lines of a double ruling no cell fits, ems. */
const sliver = 0.6;

/**
 * Ends of merged cells that stand off from the ends of the rows they belong to: browsers that break a table over pages
 * stretch the rows, and not the cells merged over them. Such a line is drawn in few columns only, near the line where the
 * row ends in most of them and where the next cell begins; the strip between the two holds nothing, next to a cell merged
 * over rows (or to the end of one whose text is on an earlier page). Gives for each such line of `ys` the row's line.
 *
 * @param em size of the table's text, points
 * @param empty whether a region holds no text
 */
export function displacedEnds(
  net: Mesh,
  all: readonly Region[],
  em: number,
  empty: (region: Region) => boolean,
): Map<number, number> {
  const { xs, ys } = net;
  const found = new Map<number, number>();
  const total = xs.at(-1)! - xs[0]!;
  const walls = ys.map((_, line) => xs.slice(1).flatMap((_, column) => (net.wallH(line, column) ? [column] : [])));
  const share = walls.map(columns => columns.reduce((sum, column) => sum + xs[column + 1]! - xs[column]!, 0) / total);
  const rowLines = [...ys.keys()].filter(line => share[line]! > 0.5);
  const merged = ({ top, bottom }: Region) => rowLines.some(line => line > top && line < bottom);
  for (let line = 1; line < ys.length - 1; line++) {
    if (walls[line]!.length === 0 || share[line]! > 0.5) continue;
    const near = rowLines
      .filter(other => Math.abs(ys[other]! - ys[line]!) <= farthest * em)
      .sort((a, b) => Math.abs(ys[a]! - ys[line]!) - Math.abs(ys[b]! - ys[line]!));
    const end = near.find(other => {
      const [top, bottom] = [Math.min(line, other), Math.max(line, other)];
      const strips = all.filter(region => region.top >= top && region.bottom <= bottom);
      const whole = strips.filter(strip => strip.top === top && strip.bottom === bottom);
      const beyond = (strip: Region) =>
        all.some(
          region =>
            (other > line ? region.bottom === strip.top : region.top === strip.bottom) &&
            region.left <= strip.left &&
            region.right >= strip.right &&
            (merged(region) || empty(region)),
        );
      const slivers = strips.every(strip => whole.includes(strip) || ys[strip.bottom]! - ys[strip.top]! <= sliver * em);
      return whole.length > 0 && whole.every(beyond) && slivers && strips.every(empty);
    });
    if (end !== undefined) found.set(line, end);
  }
  return found;
}
