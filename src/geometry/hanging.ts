import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import { endsBetween } from './words.ts';

/** Punctuation that ends what stands before it; typesetters let it hang over the end of a full line. */
const closing = /^[\p{Pe}\p{Pf}、，。；：！？．,.;:!?…·]$/u;
export const mayHang = (glyph: Glyph): boolean => closing.test(glyph.text);

/** Neighbours this close, in ems, were set one after the other: between cells there is padding. */
const contiguous = 0.12;

/** True where one glyph follows the other without an opening. */
export const follows = (before: Glyph, after: Glyph): boolean =>
  Math.abs(after.box.x0 - before.box.x1) <= contiguous * Math.max(before.size, after.size);

/**
 * Gives text that runs over the end of its cell back to it: punctuation that hangs over the end of a line, and a whole
 * text that spills into a cell with no text of its own (spreadsheets print it so). Other characters stay in the cell
 * that holds their middle.
 *
 * @param owner the cell that holds the glyph's middle; changed in place
 * @param starts glyphs that begin a text, though they touch the one before
 * @returns the cells whose text spills
 */
export function keepTogether<Cell>(
  glyphs: readonly Glyph[],
  owner: Map<Glyph, Cell>,
  starts: ReadonlySet<Glyph>,
): Set<Cell> {
  const upright = glyphs.filter(glyph => glyph.turn === 0);
  /** For each cell, the glyphs that spill into it, with the cell where their text begins. */
  const spilt = new Map<Cell, Map<Glyph, Cell>>();
  for (const line of linesOf(upright, 0)) {
    let from: Cell | undefined;
    line.glyphs.forEach((glyph, i) => {
      const before = line.glyphs[i - 1];
      const own = owner.get(glyph)!;
      const hangs = before && mayHang(glyph) && owner.get(before) !== own && follows(before, glyph);
      if (hangs) owner.set(glyph, owner.get(before)!);
      // What touches punctuation at the end of a cell only happens to stand there.
      else if (!before || (mayHang(before) && owner.get(before) !== own) || !follows(before, glyph)) from = own;
      else if (starts.has(glyph) || endsBetween(before, glyph)) from = own;
      else if (from !== undefined && from !== own) {
        const into = spilt.get(own) ?? new Map<Glyph, Cell>();
        spilt.set(own, into.set(glyph, from));
      }
    });
  }
  const found = new Set<Cell>();
  if (spilt.size === 0) return found;
  const held = new Map<Cell, number>();
  for (const glyph of glyphs) {
    const cell = owner.get(glyph)!;
    held.set(cell, (held.get(cell) ?? 0) + 1);
  }
  for (const [cell, into] of spilt) {
    if (held.get(cell) !== into.size) continue;
    for (const [glyph, from] of into) {
      owner.set(glyph, from);
      found.add(from);
    }
  }
  return found;
}
