import type { DrawnGlyph } from './drawn.ts';
import { legible } from './visible.ts';

/** A character cut off by more than a quarter. */
const cut = ({ share }: DrawnGlyph): boolean => share > 0 && share < 0.75;

/**
 * Leaves out the second half of characters that a page break slices: some programs draw a line on both pages, the upper
 * part of it at the end of one and the lower part at the beginning of the next. It is read where it begins.
 * @param before glyphs of the page before that it cuts off
 */
export function withoutSlices(glyphs: readonly DrawnGlyph[], before: readonly DrawnGlyph[]): DrawnGlyph[] {
  if (before.length === 0) return [...glyphs];
  const halves = new Map(before.map(glyph => [`${glyph.text}:${Math.round(glyph.box.x0)}`, glyph]));
  const twin = (glyph: DrawnGlyph) => {
    const x = Math.round(glyph.box.x0);
    const other = [x, x - 1, x + 1].map(at => halves.get(`${glyph.text}:${at}`)).find(found => found);
    return other && Math.abs(other.share + glyph.share - 1) < 0.15;
  };
  return glyphs.filter(glyph => !(cut(glyph) && twin(glyph)));
}

/** The glyphs that a page cuts off and shows enough of, to be compared with the next page's. */
export const slices = (glyphs: readonly DrawnGlyph[]): DrawnGlyph[] =>
  glyphs.filter(glyph => cut(glyph) && glyph.share >= legible);
