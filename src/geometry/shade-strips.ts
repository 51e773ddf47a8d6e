import type { Box } from '../model/box.ts';
import { clusters, nearest } from './snap.ts';

/** Sides of shaded areas this close are one line, points. */
const tolerance = 1.6;
/** Tops and bottoms of one row's areas may stand this far apart, points. */
const rowDrift = 2.5;
/** Smaller areas are marks and rulings, points. */
const smallest = 5;

/** Shaded areas of one table's cells. */
export interface ShadedCells {
  /** Boundaries of columns, and tops and bottoms of areas, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The areas, their sides on these lines. */
  readonly cells: readonly Box[];
}

/** True where two sides are one line. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) < tolerance;

const ascending = (a: number, b: number): number => a - b;

const within = (inner: Box, outer: Box): boolean =>
  inner !== outer &&
  inner.x0 >= outer.x0 - tolerance &&
  inner.x1 <= outer.x1 + tolerance &&
  inner.top >= outer.top - tolerance &&
  inner.bottom <= outer.bottom + tolerance &&
  (inner.x1 - inner.x0) * (inner.bottom - inner.top) < 0.9 * (outer.x1 - outer.x0) * (outer.bottom - outer.top);

/** The areas that may be cells: no marks, none drawn twice, and no background of others. */
function distinctAreas(shades: readonly Box[]): Box[] {
  const seen = new Map<string, Box>();
  for (const box of shades)
    if (box.x1 - box.x0 > smallest && box.bottom - box.top > smallest)
      seen.set([box.x0, box.top, box.x1, box.bottom].map(Math.round).join(), box);
  const areas = [...seen.values()];
  return areas.filter(box => !areas.some(other => within(other, box)));
}

/** Gathers areas that begin on one height, from top to bottom. */
export function strips(areas: readonly Box[]): Box[][] {
  const found: Box[][] = [];
  for (const box of [...areas].sort((a, b) => a.top - b.top)) {
    const last = found.at(-1);
    if (last && box.top - last[0]!.top < tolerance) last.push(box);
    else found.push([box]);
  }
  return found;
}

/**
 * Finds the shaded cells of a table: strips of areas parted at the same places. Shaded words do not agree in their
 * sides; a strip of one area tells nothing of columns. Null where there is no such table.
 */
export function shadedCells(shades: readonly Box[]): ShadedCells | null {
  const areas = distinctAreas(shades);
  const all = strips(areas).filter(strip => strip.length > 1);
  const sides = (boxes: readonly Box[]) => boxes.flatMap(box => [box.x0, box.x1]);
  // A side that only one strip has may be that of a word; or of a cell merged over all rows, in a strip without gaps.
  const common = (x: number) => all.filter(strip => sides(strip).some(side => near(side, x))).length > 1;
  const solid = all.filter(strip => {
    const [left, right] = [strip.map(box => box.x0).sort(ascending), strip.map(box => box.x1).sort(ascending)];
    const known = [...left, ...right].filter(common).length;
    return known >= left.length && left.slice(1).every((x, i) => near(x, right[i]!));
  });
  const shared = clusters(sides(all.flat()), tolerance).filter(
    x => common(x) || solid.some(strip => sides(strip).some(side => near(side, x))),
  );
  if (shared.length < 3) return null;
  const on = (lines: readonly number[], value: number) => lines[nearest(lines, value)]!;
  const onLines = areas.filter(box => sides([box]).every(side => near(side, on(shared, side))));
  if (all.filter(strip => strip.filter(box => onLines.includes(box)).length > 1).length < 2) return null;
  const ys = clusters(
    onLines.flatMap(box => [box.top, box.bottom]),
    2 * rowDrift,
  );
  const cells = onLines.map(box => ({
    x0: on(shared, box.x0),
    x1: on(shared, box.x1),
    top: on(ys, box.top),
    bottom: on(ys, box.bottom),
  }));
  // Browsers draw the end of a cell merged over rows too high after a page break: where no other cell ends or begins.
  const bounds = (y: number) => cells.filter(cell => cell.top === y || cell.bottom === y).length;
  const lines = ys.filter(y => y === ys.at(-1) || bounds(y) > 1 || cells.some(cell => cell.top === y));
  const whole = cells.map(cell => ({ ...cell, bottom: lines.find(y => y >= cell.bottom)! }));
  return { xs: shared, ys: lines, cells: whole.filter(cell => cell.x1 > cell.x0 && cell.bottom > cell.top) };
}
