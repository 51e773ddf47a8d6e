import { median, overlaps } from '../../geometry/box.ts';
import type { Box } from '../../model/box.ts';
import type { Drawn, DrawnEdge, DrawnGlyph } from './drawn.ts';
import { isWhite } from './paint.ts';

/** What a reader sees of a page, and what is there beside it. */
export interface Visible {
  readonly glyphs: readonly DrawnGlyph[];
  readonly edges: readonly DrawnEdge[];
  /** Seen, but not part of the text: drawn across it. */
  readonly watermark: readonly DrawnGlyph[];
  /** Drawn, but not seen: invisible, white on white, clipped away, outside the page. */
  readonly hidden: readonly DrawnGlyph[];
  /** How many characters were drawn a second time on the same spot, to look bold. */
  readonly doubled: number;
  /** The text is an invisible layer over a picture. */
  readonly recognised: boolean;
}

/** A line that the end of a page cuts off can be read as long as this much of it is seen. */
export const legible = 0.3;

const luminance = (color: string): number => {
  if (color.length !== 7) return 0;
  const rgb = Number.parseInt(color.slice(1), 16);
  return (0.3 * (rgb >> 16) + 0.59 * ((rgb >> 8) & 255) + 0.11 * (rgb & 255)) / 255;
};

const holds = (box: Box, x: number, y: number): boolean => x > box.x0 && x < box.x1 && y > box.top && y < box.bottom;
const middle = (box: Box): [number, number] => [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];

/** A character drawn again within a hair of itself. A font's narrowest letters still advance by a fifth of an em. */
function withoutDoubles(glyphs: readonly DrawnGlyph[]): DrawnGlyph[] {
  const seen = new Map<number, DrawnGlyph[]>();
  // Two points a field, so that what is near stands in the same field or the next.
  const field = (column: number, row: number) => column * 0x10000 + row;
  return glyphs.filter(glyph => {
    const [x, y] = middle(glyph.box);
    const near = Math.min(2, 0.15 * glyph.size, 0.45 * Math.max(glyph.box.x1 - glyph.box.x0, 0.3 * glyph.size));
    const twin = (other: DrawnGlyph) => {
      const [u, v] = middle(other.box);
      const close = Math.abs(u - x) <= near && Math.abs(v - y) <= near;
      return close && other.text === glyph.text && Math.abs(other.size - glyph.size) < 0.5;
    };
    const [column, row] = [Math.round(x / 2), Math.round(y / 2)];
    for (let i = column - 1; i <= column + 1; i++)
      for (let j = row - 1; j <= row + 1; j++) if (seen.get(field(i, j))?.some(twin)) return false;
    const there = seen.get(field(column, row));
    if (there) there.push(glyph);
    else seen.set(field(column, row), [glyph]);
    return true;
  });
}

const slanted = (glyph: DrawnGlyph): boolean => {
  const quarters = glyph.angle / (Math.PI / 2);
  return Math.abs(quarters - Math.round(quarters)) > 0.035;
};

/** Neighbours in drawing order that look alike: what one operation of a writer drew. */
function runs(glyphs: readonly DrawnGlyph[]): DrawnGlyph[][] {
  const found: DrawnGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = found.at(-1)?.at(-1);
    const alike =
      last &&
      last.size === glyph.size &&
      last.color === glyph.color &&
      last.alpha === glyph.alpha &&
      last.angle === glyph.angle;
    if (alike) found.at(-1)!.push(glyph);
    else found.push([glyph]);
  }
  return found;
}

/**
 * A watermark is slanted; or pale, or far larger than the text, and drawn across other text. Pale text that stands
 * free, and a large title, are text.
 */
function watermarks(glyphs: readonly DrawnGlyph[]): Set<DrawnGlyph> {
  const found = new Set(glyphs.filter(slanted));
  const upright = glyphs.filter(glyph => !found.has(glyph));
  const body = median(upright.map(glyph => glyph.size));
  const pale = (glyph: DrawnGlyph) => glyph.alpha <= 0.6 || luminance(glyph.color) >= 0.7;
  const suspect = (glyph: DrawnGlyph) => pale(glyph) || glyph.size >= 2.5 * body;
  const plain = upright.filter(glyph => !suspect(glyph));
  for (const run of runs(upright.filter(suspect))) {
    const crossed = run.filter(glyph => plain.some(other => overlaps(glyph.box, other.box))).length;
    const faint = run[0]!.alpha <= 0.6 && run[0]!.size >= 1.8 * body;
    if (crossed >= 0.2 * run.length || faint) for (const glyph of run) found.add(glyph);
  }
  return found;
}

/** Tells what a reader sees from what else a page draws. */
export function visible(drawn: Drawn, pageArea: number): Visible {
  const { shades, images } = drawn;
  const dark = shades.filter(shade => luminance(shade.color) < 0.9).map(shade => shade.box);
  const behind = (boxes: readonly Box[], x: number, y: number) => boxes.some(box => holds(box, x, y));
  const shown = (glyph: DrawnGlyph) =>
    !glyph.invisible &&
    glyph.share >= legible &&
    (!isWhite(glyph.color) || behind(dark, ...middle(glyph.box)) || behind(images, ...middle(glyph.box)));
  let seen = drawn.glyphs.filter(shown);
  let hidden = drawn.glyphs.filter(glyph => !shown(glyph));
  // A scanned page with a layer of recognised text: the layer is all there is to read.
  const picture = images.reduce(
    (sum, box) => sum + Math.max(0, box.x1 - box.x0) * Math.max(0, box.bottom - box.top),
    0,
  );
  const layer = hidden.filter(glyph => glyph.invisible && glyph.share >= legible);
  const recognised = picture > 0.5 * pageArea && layer.length > seen.length;
  if (recognised) {
    hidden = hidden.filter(glyph => !layer.includes(glyph));
    seen = [...seen, ...layer];
  }
  const single = withoutDoubles(seen);
  const marks = watermarks(single);
  // A white ruling shows on a shaded area, and along its side, where it parts it from the next one.
  const wider = shades.map(({ box: { x0, top, x1, bottom } }) => ({
    x0: x0 - 1,
    top: top - 1,
    x1: x1 + 1,
    bottom: bottom + 1,
  }));
  const onShade = (edge: DrawnEdge) => {
    const along = (edge.from + edge.to) / 2;
    return edge.direction === 'h' ? behind(wider, along, edge.at) : behind(wider, edge.at, along);
  };
  return {
    glyphs: single.filter(glyph => !marks.has(glyph)),
    edges: drawn.edges.filter(edge => !edge.white || onShade(edge)),
    watermark: single.filter(glyph => marks.has(glyph)),
    hidden,
    doubled: seen.length - single.length,
    recognised,
  };
}
