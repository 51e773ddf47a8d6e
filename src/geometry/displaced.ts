import type { Mesh } from './mesh.ts';
import type { Region } from './regions.ts';

/** How far the end of a merged cell with text may stand off from the row's, ems. */
const farthest = 3;

/** Between the two lines of a double ruling no cell fits, ems. */
const sliver = 0.6;

/** A header printed again on a page is no higher than this many lines of the mesh. */
const headerLines = 5;

/**
 * Moves ends of merged cells that stand off from the ends of the rows they belong to: browsers that break a table over
 * pages stretch the rows, and not the cells merged over them, which end too high. Such a line is drawn in few columns
 * only; all that begins below it holds nothing and ends where a row ends in most columns; the cell above it is merged
 * over rows, or holds nothing, its text being on an earlier page. At the end of the page what begins below the line may
 * run on, open, beyond the last row.
 *
 * @param em size of the table's text, points
 * @param empty whether a region holds no text
 * @param goesOn there is a table on the page before
 * @param bare whether a region is open at a side of the table that rulings close elsewhere
 * @returns for each region whose end was moved, the region in its place, and for each strip that it took up, null or
 *   what is left of it
 */
export function displacedEnds(
  net: Mesh,
  all: readonly Region[],
  em: number,
  empty: (region: Region) => boolean,
  goesOn: boolean,
  bare: (region: Region) => boolean,
): Map<Region, Region | null> {
  const { xs, ys } = net;
  const changed = new Map<Region, Region | null>();
  const total = xs.at(-1)! - xs[0]!;
  const lastLine = ys.length - 1;
  const share = ys.map((_, line) =>
    xs.slice(1).reduce((sum, x, column) => sum + (net.wallH(line, column) ? (x - xs[column]!) / total : 0), 0),
  );
  const rowLines = [...ys.keys()].filter(line => share[line]! > 0.5);
  const merged = ({ top, bottom }: Region) => rowLines.some(line => line > top && line < bottom);

  /** The line where a strip below a line ends for good; undefined where no row ends there. */
  const endOf = (strip: Region): number | undefined => {
    if (rowLines.some(end => end > strip.top && Math.abs(ys[end]! - ys[strip.bottom]!) <= sliver * em))
      return strip.bottom;
    if (strip.bottom < lastLine || net.wallH(lastLine, strip.left)) return undefined;
    const end = rowLines.at(-1) ?? lastLine;
    return end > strip.top ? end : lastLine;
  };
  const near = (line: number, end: number) => ys[end]! - ys[line]! <= farthest * em;
  const continues = (cell: Region) => goesOn && empty(cell) && (merged(cell) || cell.top < headerLines);
  /** The cells that end where a strip begins, if they stand just above it: nothing parts them below their ends. */
  const above = (strip: Region) => {
    const found = all.filter(
      region => region.bottom === strip.top && region.left >= strip.left && region.right <= strip.right,
    );
    const columns = found.reduce((sum, { left, right }) => sum + right - left, 0);
    return columns === strip.right - strip.left ? found : [];
  };

  // Where a row ends in most columns, only a place where no cell is drawn at all may go with the cells above it: nothing
  // closes it at the table's side, or nothing parts it although the cells above it are apart.
  const undrawn = (strip: Region) =>
    goesOn && strip.bottom < lastLine && (bare(strip) || above(strip).length > 1) && above(strip).every(continues);
  const candidates = (line: number) =>
    all.filter(region => region.top === line && (share[line]! <= 0.5 || (empty(region) && undrawn(region))));

  for (let line = 1; line < lastLine; line++) {
    const strips = candidates(line);
    const moves = strips.flatMap(strip => {
      const [uppers, end] = [above(strip), endOf(strip)];
      if (uppers.length === 0 || end === undefined || !empty(strip)) return [];
      const short = uppers.every(upper => continues(upper) || (merged(upper) && near(line, end)));
      return short ? [{ uppers, strip, end }] : [];
    });
    if (moves.length < strips.length) continue;
    for (const { uppers, strip, end } of moves) {
      for (const upper of uppers) changed.set(upper, { ...upper, bottom: end });
      changed.set(strip, strip.bottom > end ? { ...strip, top: end } : null);
    }
  }
  return changed;
}
