import type { Box } from '../model/box.ts';
import { chunksOf } from './columns.ts';
import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import type { Prose } from './prose.ts';

/** A side of running text that other text stands beside: `x`, on the heights from `top` to `bottom`. */
interface Gutter {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a gutter beside running text reaches up and down: until a text crosses it. Null where nothing is beside it. */
function gutterAt(x: number, prose: Box, texts: readonly Box[], side: 'left' | 'right'): Gutter | null {
  const crossing = texts.filter(box => box.x0 < x - 1 && box.x1 > x + 1);
  const above = Math.max(...crossing.filter(box => box.top < prose.top).map(box => box.bottom), -Infinity);
  const below = Math.min(...crossing.filter(box => box.bottom > prose.bottom).map(box => box.top), Infinity);
  if (crossing.some(box => box.bottom > prose.top && box.top < prose.bottom)) return null;
  const beside = texts.some(
    box => (side === 'left' ? box.x1 <= x : box.x0 >= x) && box.bottom > prose.top && box.top < prose.bottom,
  );
  return beside ? { x, top: above, bottom: below } : null;
}

/**
 * Parts the glyphs of a page at the gutters between its columns of running text, so that lines of neighbouring columns
 * are not taken for lines of one table. A page without such columns is one part.
 */
export function pageColumns(glyphs: readonly Glyph[], prose: readonly Prose[]): Glyph[][] {
  const texts = chunksOf(
    linesOf(
      glyphs.filter(glyph => glyph.turn === 0),
      0,
    ),
  ).map(chunk => chunk.box);
  const gutters = prose.flatMap(({ box, lines }) => {
    const em = lines[0]!.size;
    return [gutterAt(box.x0 - 0.5 * em, box, texts, 'left'), gutterAt(box.x1 + 0.5 * em, box, texts, 'right')].filter(
      gutter => gutter !== null,
    );
  });
  if (gutters.length === 0) return [[...glyphs]];
  const parts = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.top + glyph.box.bottom) / 2];
    const key = gutters.map(({ x: at, top, bottom }) => (y < top || y > bottom ? '-' : x < at ? 'l' : 'r')).join('');
    const part = parts.get(key);
    if (part) part.push(glyph);
    else parts.set(key, [glyph]);
  }
  return [...parts.values()];
}
