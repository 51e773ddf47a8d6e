import type { Box } from '../../model/box.ts';
import type { Matrix } from './matrix.ts';

/** A subpath in page space, coordinates flat: x0 y0 x1 y1 …; `bends` counts its curves. */
export interface Subpath {
  readonly points: readonly number[];
  /** For each side from one point to the next, whether it is a curve. */
  readonly curved: readonly boolean[];
  readonly closed: boolean;
}

/**
 * The only place that knows how pdf.js packs a path (5.1 and later): one Float32Array of codes with their coordinates,
 * 0 move x y · 1 line x y · 2 cubic x1 y1 x2 y2 x y · 3 quadratic x1 y1 x y · 4 close. A rectangle arrives as move, lines
 * and close. An unknown code ends the path: what follows could only be guessed.
 */
export function subpaths(data: ArrayLike<number>, m: Matrix): Subpath[] {
  const found: Subpath[] = [];
  let points: number[] = [];
  let curved: boolean[] = [];
  const add = (x: number, y: number) => points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  const end = (closed: boolean) => {
    if (points.length > 2) found.push({ points, curved, closed });
    points = points.slice(0, 2);
    curved = [];
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i++]!;
    const size = [2, 2, 6, 4, 0][code];
    if (size === undefined || i + size > data.length) break;
    if (code === 4) end(true);
    else {
      if (code === 0) {
        end(false);
        points = [];
      } else curved.push(code > 1);
      add(data[i + size - 2]!, data[i + size - 1]!);
    }
    i += size;
  }
  end(false);
  return found;
}

export function boxOf({ points }: Subpath): Box {
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  return { x0, top, x1, bottom };
}

/** True for an upright rectangle: every point lies on a corner of its box, give or take a third of a point. */
export function isRectangle(path: Subpath, box: Box): boolean {
  const { points } = path;
  if (path.curved.includes(true) || points.length < 6 || points.length > 10) return false;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (Math.min(Math.abs(x - box.x0), Math.abs(x - box.x1)) > 0.3) return false;
    if (Math.min(Math.abs(y - box.top), Math.abs(y - box.bottom)) > 0.3) return false;
  }
  return true;
}

/** No letter of a document's text is larger than this, points. */
const largestLetter = 72;

/** A subpath that may be an outline of a letter: small, with slanted sides or more curves than a rounded rectangle has. */
function isLetter({ points, curved }: Subpath): boolean {
  const { x0, top, x1, bottom } = boxOf({ points, curved, closed: true });
  if (Math.max(x1 - x0, bottom - top) > largestLetter) return false;
  const slanted = curved.some((bend, i) => {
    const [dx, dy] = [points[2 * i + 2]! - points[2 * i]!, points[2 * i + 3]! - points[2 * i + 1]!];
    return !bend && Math.min(Math.abs(dx), Math.abs(dy)) > 0.1;
  });
  return slanted || curved.filter(Boolean).length > 4;
}

/**
 * True where one operation draws outlines of letters. Those of ideographs have straight sides too, and some have no
 * others (口, 一): they are no rulings.
 */
export const drawsLetters = (paths: readonly Subpath[]): boolean =>
  paths.filter(isLetter).length >= Math.max(1, 0.25 * paths.length);
