import type { Edge, Glyph, Turn } from '../../geometry/page.ts';
import type { Box } from '../../model/box.ts';
import type { DrawnEdge, DrawnGlyph } from './drawn.ts';

/** A page's size and how far its text is turned against the page, quarter turns clockwise. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
}

/** Maps a box from the page to the frame in which its text is upright. */
export function upright(box: Box, { width, height, turn }: Frame): Box {
  if (turn === 1) return { x0: box.top, x1: box.bottom, top: width - box.x1, bottom: width - box.x0 };
  if (turn === 2) return { x0: width - box.x1, x1: width - box.x0, top: height - box.bottom, bottom: height - box.top };
  if (turn === 3) return { x0: height - box.bottom, x1: height - box.top, top: box.x0, bottom: box.x1 };
  return box;
}

/** The way back from `upright`. */
export function onPage(box: Box, { width, height, turn }: Frame): Box {
  if (turn === 1) return { x0: width - box.bottom, x1: width - box.top, top: box.x0, bottom: box.x1 };
  if (turn === 2) return { x0: width - box.x1, x1: width - box.x0, top: height - box.bottom, bottom: height - box.top };
  if (turn === 3) return { x0: box.top, x1: box.bottom, top: height - box.x1, bottom: height - box.x0 };
  return box;
}

const quarters = (angle: number): Turn => (((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4) as Turn;

/** Which way most of a page's text reads. Vertical writing says nothing of it. */
export function turnOf(glyphs: readonly DrawnGlyph[]): Turn {
  const count = [0, 0, 0, 0];
  for (const glyph of glyphs) if (!glyph.vertical) count[quarters(glyph.angle)]!++;
  return count.indexOf(Math.max(...count)) as Turn;
}

export const uprightGlyph = (glyph: DrawnGlyph, frame: Frame, fold: (text: string) => string): Glyph => ({
  text: fold(glyph.text),
  box: upright(glyph.box, frame),
  size: glyph.size,
  turn: ((quarters(glyph.angle) + (glyph.vertical ? 1 : 0) + 4 - frame.turn) % 4) as Turn,
  spaced: glyph.spaced,
});

export function uprightEdge(edge: DrawnEdge, frame: Frame): Edge {
  const box =
    edge.direction === 'h'
      ? { x0: edge.from, x1: edge.to, top: edge.at, bottom: edge.at }
      : { x0: edge.at, x1: edge.at, top: edge.from, bottom: edge.to };
  const { x0, x1, top, bottom } = upright(box, frame);
  const dot = edge.dot ? { dot: true } : {};
  return (edge.direction === 'h') === (frame.turn % 2 === 0)
    ? { direction: 'h', at: top, from: x0, to: x1, ...dot }
    : { direction: 'v', at: x0, from: top, to: bottom, ...dot };
}
