import type { DrawnGlyph } from './drawn.ts';

/** A character that is not seen whole. */
const cut = ({ share }: DrawnGlyph): boolean => share > 0 && share < 0.97;

/**
 * Leaves out one half of characters that a page break slices: some programs draw a line on both pages, the upper part of
 * it at the end of one and the lower part at the beginning of the next. It is read where more of it is seen, as its cell is.
 * @param before glyphs of the page before
 */
export function withoutSlices(
  before: readonly DrawnGlyph[],
  glyphs: readonly DrawnGlyph[],
): [DrawnGlyph[], DrawnGlyph[]] {
  const halves = new Map(before.filter(cut).map(glyph => [`${glyph.text}:${Math.round(glyph.box.x0)}`, glyph]));
  const dropped = new Set<DrawnGlyph>();
  for (const glyph of halves.size > 0 ? glyphs.filter(cut) : []) {
    const x = Math.round(glyph.box.x0);
    const other = [x, x - 1, x + 1].map(at => halves.get(`${glyph.text}:${at}`)).find(found => found);
    if (other && Math.abs(other.share + glyph.share - 1) < 0.15) dropped.add(other.share < glyph.share ? other : glyph);
  }
  const kept = (glyph: DrawnGlyph) => !dropped.has(glyph);
  return [before.filter(kept), glyphs.filter(kept)];
}
