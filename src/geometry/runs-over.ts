import { follows, mayHang } from './hanging.ts';
import type { Glyph } from './page.ts';
import { wordsOf } from './words.ts';

/** A character stands on a ruling that it overlaps so far on both sides, ems; box and glyph are not the same. */
const clearly = 0.15;
/** What begins so far before the next cell, ems, did not begin in it. */
const slightly = 0.03;

const latin = /^[\p{Script=Latin}\p{Nd}]$/u;
const unit = /^[%‰％]$/u;

const overlaps = ({ box }: Glyph, other: Glyph['box']): boolean =>
  box.x0 < other.x1 - 0.5 && box.x1 > other.x0 + 0.5 && box.top < other.bottom - 1 && box.bottom > other.top + 1;

/** The cell that holds most of a word. */
function homeOf<Cell>(word: readonly Glyph[], held: ReadonlyMap<Glyph, Cell>): Cell {
  const counts = new Map<Cell, number>();
  for (const glyph of word) counts.set(held.get(glyph)!, (counts.get(held.get(glyph)!) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** For each character the one where its number or Latin word begins, or itself. */
function beginnings(word: readonly Glyph[]): Glyph[] {
  const found: Glyph[] = [];
  for (const glyph of word) {
    const before = word[found.length - 1];
    const goesOn = before && latin.test(before.text) && (latin.test(glyph.text) || unit.test(glyph.text));
    found.push(goesOn ? found.at(-1)! : glyph);
  }
  return found;
}

/**
 * Gives words that their cells are too narrow for back to them. Of a word that lies in two cells,
 *
 * 1. all belongs to the cell that has most of it, or, if another text begins right behind it, the cell where it begins:
 *    where one of its characters stands on the ruling or on another text's spot, which no two cells' texts do by
 *    accident. Slightly on the ruling is enough for a last character, where all other text of its cell stands behind it;
 * 2. else its numbers and Latin words, which are not broken in mid-line, each belong to the cell where they begin;
 * 3. else every character belongs to the cell that holds its middle.
 *
 * @param glyphs in the order in which they were drawn
 * @param held the cell of each glyph; changed in place
 * @param starts glyphs that begin a text, though they touch the one before
 * @param sides where a cell begins and ends; null where no rulings say so, and only 2 and 3 hold
 * @returns the cells whose text runs out of them
 */
export function keepWords<Cell>(
  glyphs: readonly Glyph[],
  held: Map<Glyph, Cell>,
  starts: ReadonlySet<Glyph>,
  sides: ((cell: Cell) => { readonly x0: number; readonly x1: number }) | null,
): Set<Cell> {
  const inside = glyphs.filter(glyph => held.has(glyph));

  const runsOver = (word: readonly Glyph[], home: Cell): boolean => {
    if (!sides) return false;
    const { x0, x1 } = sides(home);
    const on =
      (wall: number) =>
      ({ box, size }: Glyph) =>
        box.x0 < wall - clearly * size && box.x1 > wall + clearly * size;
    const own = new Set(word);
    const astray = word.filter(glyph => held.get(glyph) !== home && !mayHang(glyph));
    if (word.some(on(x0)) || word.some(on(x1))) return true;
    if (astray.some(glyph => inside.some(other => !own.has(other) && overlaps(other, glyph.box)))) return true;
    const [last, ...more] = astray;
    if (!last || more.length > 0 || !(last.box.x0 < x1 - slightly * last.size && last.box.x1 > x1)) return false;
    const others = inside.filter(other => held.get(other) === held.get(last) && !own.has(other));
    return others.length > 0 && others.every(({ box }) => box.x0 >= last.box.x1 - 0.5);
  };

  const reachesUp = (last: Glyph) =>
    [...starts].some(start => follows(last, start) && Math.abs(start.box.bottom - last.box.bottom) < 0.1 * last.size);

  const found = new Set<Cell>();
  const changes = new Map<Glyph, Cell>();
  for (const word of wordsOf(inside, starts)) {
    if (word.every(glyph => held.get(glyph) === held.get(word[0]!))) continue;
    const home = reachesUp(word.at(-1)!) ? held.get(word[0]!)! : homeOf(word, held);
    const whole = runsOver(word, home);
    if (whole) found.add(home);
    const firsts = beginnings(word);
    word.forEach((glyph, i) => {
      const cell = whole ? home : held.get(firsts[i]!)!;
      if (cell !== held.get(glyph)) found.add(cell);
      changes.set(glyph, cell);
    });
  }
  for (const [glyph, cell] of changes) held.set(glyph, cell);
  return found;
}
