import type { Box } from '../../model/box.ts';
import type { Drawn } from './drawn.ts';
import { meet } from './matrix.ts';
import { boxOf, isRectangle, type Subpath } from './path.ts';

/** A filled area no thicker than this is a ruling, points. */
const thin = 3;
/** Slant of a ruling at most: its rise over its length. */
const slant = 0.02;

/** Very light colours are the paper's. */
export function isWhite(color: string): boolean {
  if (color.length !== 7 || color[0] !== '#') return false;
  const rgb = Number.parseInt(color.slice(1), 16);
  return Math.min(rgb >> 16, (rgb >> 8) & 255, rgb & 255) >= 0xfa;
}

/** Adds a straight side as an edge, if it is long enough, upright or level, and not clipped away. */
function addEdge(drawn: Drawn, side: Box, clip: Box, color: string, dot = false): void {
  const box = meet(side, clip);
  const [dx, dy] = [box.x1 - box.x0, box.bottom - box.top];
  if (dx < -0.02 || dy < -0.02 || (dx < 0.5 && dy < 0.5)) return;
  const white = isWhite(color);
  if (dy <= Math.max(slant * dx, 0.6))
    drawn.edges.push({
      direction: 'h',
      at: (box.top + box.bottom) / 2,
      from: box.x0,
      to: box.x1,
      white,
      ...(dot && { dot }),
    });
  else if (dx <= Math.max(slant * dy, 0.6))
    drawn.edges.push({
      direction: 'v',
      at: (box.x0 + box.x1) / 2,
      from: box.top,
      to: box.bottom,
      white,
      ...(dot && { dot }),
    });
}

/** A filled upright area: a ruling where it is thin, else shading. Sides on clip borders count as drawn. */
export function addArea(drawn: Drawn, area: Box, clip: Box, color: string): void {
  const [w, h] = [area.x1 - area.x0, area.bottom - area.top];
  const [x, y] = [(area.x0 + area.x1) / 2, (area.top + area.bottom) / 2];
  if (Math.min(w, h) > thin) {
    const box = meet(area, clip);
    if (!isWhite(color) && box.x1 > box.x0 && box.bottom > box.top) drawn.shades.push({ box, color });
    return;
  }
  const dot = Math.abs(w - h) <= 0.1 * Math.max(w, h);
  if (w >= h) addEdge(drawn, { x0: area.x0, x1: area.x1, top: y, bottom: y }, clip, color, dot);
  else addEdge(drawn, { x0: x, x1: x, top: area.top, bottom: area.bottom }, clip, color, dot);
}

const within = (outer: Box, inner: Box): boolean =>
  inner !== outer &&
  [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.top - outer.top, outer.bottom - inner.bottom].every(
    margin => margin >= 0 && margin <= thin,
  );

/** Filled paths. Two rectangles just inside each other are a border: the ring between them is what is filled. */
export function addFill(drawn: Drawn, paths: readonly Subpath[], clip: Box, color: string): void {
  const areas: Box[] = [];
  for (const path of paths) {
    const box = boxOf(path);
    const narrow = Math.min(box.x1 - box.x0, box.bottom - box.top) <= thin;
    if (path.curved.includes(true)) drawn.curves++;
    else if (narrow || isRectangle(path, box)) areas.push(box);
  }
  const rings = areas.length > 1 && areas.length <= 64 ? areas.filter(o => areas.some(i => within(o, i))) : [];
  for (const area of areas) {
    if (rings.includes(area)) {
      const { x0, top, x1, bottom } = area;
      addEdge(drawn, { x0, x1, top, bottom: top }, clip, color);
      addEdge(drawn, { x0, x1, top: bottom, bottom }, clip, color);
      addEdge(drawn, { x0, x1: x0, top, bottom }, clip, color);
      addEdge(drawn, { x0: x1, x1, top, bottom }, clip, color);
    } else if (!rings.some(ring => within(ring, area))) addArea(drawn, area, clip, color);
  }
}

/** Stroked paths: every straight side; a stroke as thick as a bar is shading. */
export function addStroke(drawn: Drawn, paths: readonly Subpath[], clip: Box, color: string, width: number): void {
  for (const { points, curved, closed } of paths) {
    const count = points.length / 2;
    for (let i = 0; i < (closed ? count : count - 1); i++) {
      if (curved[i]) continue;
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
      const next = (i + 1) % count;
      const [u, v] = [points[2 * next]!, points[2 * next + 1]!];
      const side = { x0: Math.min(x, u), top: Math.min(y, v), x1: Math.max(x, u), bottom: Math.max(y, v) };
      if (width <= thin) addEdge(drawn, side, clip, color);
      else {
        const [dx, dy] = [side.x1 - side.x0 < 0.6 ? width / 2 : 0, side.bottom - side.top < 0.6 ? width / 2 : 0];
        const bar = { x0: side.x0 - dx, top: side.top - dy, x1: side.x1 + dx, bottom: side.bottom + dy };
        if (dx || dy) addArea(drawn, bar, clip, color);
      }
    }
  }
}
