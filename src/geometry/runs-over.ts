import { endsBetween, mayHang } from './hanging.ts';
import type { Glyph } from './page.ts';

/** Characters of one word follow each other this closely, ems; or at even distances, where they are set apart. */
const contiguous = 0.12;
const widest = 0.5;
const even = 0.04;

/** What begins so far before the next cell, ems, did not begin in it. */
const slightly = 0.03;

/** Stretches of glyphs that were drawn one after the other, without an opening, on one line. */
function words(glyphs: readonly Glyph[]): Glyph[][] {
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
    if (level && !glyph.spaced && follows && !endsBetween(before!, glyph)) found.at(-1)!.push(glyph);
    else found.push([glyph]);
    // The first opening of a stretch is tried as its pitch: the next one must be the same.
    pitch = level ? gap : null;
    before = glyph;
  }
  return found;
}

const latin = /^[\p{Script=Latin}\p{Nd}]$/u;
const unit = /^[%‰％]$/u;

const wallBetween = (glyph: Glyph, x0: number, x1: number): boolean =>
  [x0, x1].some(x => glyph.box.x0 < x - 0.15 * glyph.size && glyph.box.x1 > x + 0.15 * glyph.size);

/**
 * Gives a word that its cell is too narrow for back to it: it runs over the ruling, across or under the next cell's text.
 * A character stands on the ruling, or two texts stand on one spot: no two cells' texts do that by accident.
 *
 * @param glyphs in the order in which they were drawn
 * @param held the cell of each glyph; changed in place
 * @param sides where a cell begins and ends
 * @returns the cells whose text runs out of them
 */
export function keepWords<Cell>(
  glyphs: readonly Glyph[],
  held: Map<Glyph, Cell>,
  sides: (cell: Cell) => { readonly x0: number; readonly x1: number },
): Set<Cell> {
  const found = new Set<Cell>();
  const inside = glyphs.filter(glyph => held.has(glyph));
  const changes: [Glyph, Cell][] = [];
  for (const word of words(inside)) {
    const counts = new Map<Cell, number>();
    for (const glyph of word) counts.set(held.get(glyph)!, (counts.get(held.get(glyph)!) ?? 0) + 1);
    if (counts.size < 2) continue;
    const [home] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
    const { x0, x1 } = sides(home);
    const astray = word.filter(glyph => held.get(glyph) !== home && !mayHang(glyph));
    const own = new Set(word);
    const covered = (glyph: Glyph) =>
      inside.some(other => {
        const { box } = other;
        return (
          !own.has(other) &&
          box.x0 < glyph.box.x1 - 0.5 &&
          box.x1 > glyph.box.x0 + 0.5 &&
          box.top < glyph.box.bottom - 1 &&
          box.bottom > glyph.box.top + 1
        );
      });
    // The next cell's own text begins behind what runs over into it, at the left end of its lines.
    const ahead = (run: readonly Glyph[], wall: number) => {
      const [start, end] = [Math.min(...run.map(({ box }) => box.x0)), Math.max(...run.map(({ box }) => box.x1))];
      const cells = new Set(run.map(glyph => held.get(glyph)!));
      const others = inside.filter(other => cells.has(held.get(other)!) && !own.has(other));
      const clear = others.length > 0 && others.every(({ box }) => box.x0 >= end - 0.5);
      return run.length === 1 && clear && start < wall - slightly * run[0]!.size && end > wall;
    };
    if (
      word.some(glyph => wallBetween(glyph, x0, x1)) ||
      astray.some(covered) ||
      (astray.length === 1 && ahead(astray, x1))
    ) {
      for (const glyph of word) changes.push([glyph, home]);
      found.add(home);
    }
  }
  for (const [glyph, cell] of changes) held.set(glyph, cell);
  return found;
}

/**
 * Puts numbers and Latin words together that the end of a cell would tear: they are not broken in mid-line, so that one
 * whose characters follow each other runs over from the cell where it begins.
 *
 * @param held the cell of each glyph; changed in place
 * @returns the cells whose text runs out of them
 */
export function keepNumbers<Cell>(glyphs: readonly Glyph[], held: Map<Glyph, Cell>): Set<Cell> {
  const found = new Set<Cell>();
  let [home, before] = [undefined as Cell | undefined, undefined as Glyph | undefined];
  for (const glyph of words(glyphs.filter(one => held.has(one))).flatMap(word => [undefined, ...word])) {
    const goesOn = glyph && before && latin.test(before.text) && (latin.test(glyph.text) || unit.test(glyph.text));
    if (goesOn && home !== undefined) {
      if (held.get(glyph) !== home) found.add(home);
      held.set(glyph, home);
    } else home = glyph && held.get(glyph);
    before = glyph;
  }
  return found;
}
