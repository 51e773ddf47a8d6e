import { middleX, middleY } from './box.ts';
import type { Mesh } from './mesh.ts';
import type { Glyph } from './page.ts';
import type { Region } from './regions.ts';

/** Lines of one text stand no further apart than this, ems. */
const leading = 0.8;

/**
 * Gives text that runs out of a cell to it: where a page break cuts a cell, no ruling closes it, and its text may go on
 * beyond the table's end, line by line inside the cell's own columns. Under a table that no ruling closes anywhere, the
 * first such line must begin inside the table: text close below it may be a note.
 *
 * @param beyond glyphs above or below the table
 * @param held the cell of each glyph in the table; changed in place
 * @returns the cells whose text runs out of them
 */
export function keepOverflow(
  net: Mesh,
  all: readonly Region[],
  beyond: readonly Glyph[],
  held: Map<Glyph, Region>,
): Set<Region> {
  const found = new Set<Region>();
  if (beyond.length === 0) return found;
  const ends = [0, net.ys.length - 1] as const;
  const columns = net.xs.length - 1;
  for (const end of ends) {
    const below = end > 0;
    const edge = net.ys[end]!;
    const open = Array.from({ length: columns }, (_, column) => !net.wallH(end, column));
    const loose = open.every(Boolean);
    const side = beyond.filter(glyph => (below ? middleY(glyph.box) > edge : middleY(glyph.box) < edge));
    if (side.length === 0 || !open.includes(true)) continue;
    for (const region of all) {
      if ((below ? region.bottom : region.top) !== end || !open[region.left]) continue;
      const [x0, x1] = [net.xs[region.left]!, net.xs[region.right]!];
      const near = side
        .filter(({ box }) => middleX(box) > x0 && middleX(box) < x1)
        .sort((a, b) => (below ? a.box.top - b.box.top : b.box.bottom - a.box.bottom));
      if (near.length === 0) continue;
      // How far down (or up) the cell's text reaches so far.
      const far = (box: Glyph['box']) => (below ? box.bottom : -box.top);
      const start = (box: Glyph['box']) => (below ? box.top : -box.bottom);
      let reached = -Infinity;
      for (const [glyph, owner] of held) if (owner === region) reached = Math.max(reached, far(glyph.box));
      for (const glyph of near) {
        const { box, size } = glyph;
        const straddles = start(box) < (below ? edge : -edge) - 0.15 * size;
        const first = reached <= (below ? edge : -edge) + 0.01;
        if (start(box) - reached > leading * size || box.x0 < x0 - 1 || box.x1 > x1 + 1) break;
        if (loose && first && !straddles) break;
        held.set(glyph, region);
        found.add(region);
        reached = Math.max(reached, far(box));
      }
    }
  }
  return found;
}
