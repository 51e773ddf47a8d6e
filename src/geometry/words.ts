import type { Glyph } from './page.ts';

/** Characters of one word follow each other this closely, ems; or at even distances, where they are set apart. */
const contiguous = 0.12;
const widest = 0.5;
const even = 0.04;

/** A percentage ends with its sign: a number right behind it is another's. */
export const endsBetween = (before: Glyph, glyph: Glyph): boolean =>
  /^[%‰％]$/u.test(before.text) && /^\p{Nd}$/u.test(glyph.text);

const none: ReadonlySet<Glyph> = new Set();

/**
 * Stretches of glyphs that were drawn one after the other, without an opening, on one line.
 * @param starts glyphs that begin a text, though they touch the one before
 */
export function wordsOf(glyphs: readonly Glyph[], starts: ReadonlySet<Glyph> = none): Glyph[][] {
  const found: Glyph[][] = [];
  let pitch: number | null = null;
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const size = glyph.size;
    const gap = before ? (glyph.box.x0 - before.box.x1) / size : Infinity;
    const level =
      before && before.turn === 0 && glyph.turn === 0 && Math.abs(glyph.box.bottom - before.box.bottom) < 0.1 * size;
    const close = Math.abs(gap) <= contiguous;
    const follows = close || (gap > 0 && gap < widest && pitch !== null && Math.abs(gap - pitch) < even);
    if (level && !glyph.spaced && follows && !starts.has(glyph) && !endsBetween(before!, glyph))
      found.at(-1)!.push(glyph);
    else found.push([glyph]);
    // The first opening of a stretch is tried as its pitch: the next one must be the same.
    pitch = level ? gap : null;
    before = glyph;
  }
  return found;
}
