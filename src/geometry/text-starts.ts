import { median } from './box.ts';
import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';
import { wordsOf } from './words.ts';

/** Lines of a column begin at one place, or have one middle, to this much, ems. */
const exact = 0.04;
/** Characters of one text follow each other to this much, ems: a text of its own seldom happens to begin there. */
const solid = 0.02;
/** So many other lines show how a column is aligned. */
const telling = 2;

const latin = /[\p{Script=Latin}\p{Nd}]$/u;
const latinNext = /^[\p{Script=Latin}\p{Nd}%‰％℃]/u;
/** What needs something behind it, and what nothing begins with. */
const goesOn = /[\p{Ps}\p{Pi}\p{Pd}/~～]$/u;
const cannotBegin = /^[\p{Pe}\p{Pf}、，。：；！？,.:;!?…·%‰％]/u;
const needsBefore = /^[\p{Pd}/~～]/u;

/** A text may end before the one character and another begin with the other. */
const parts = (before: string, after: string): boolean =>
  !goesOn.test(before) && !needsBefore.test(after) && !(latin.test(before) && latinNext.test(after));

/** Where a line begins, has its middle and ends, from the same place of its cell; points. */
type Standing = readonly [start: number, middle: number, end: number];

interface Sides {
  readonly x0: number;
  readonly x1: number;
}

const standing = (line: Sides, cell: Sides): Standing => [
  line.x0 - cell.x0,
  (line.x0 + line.x1 - cell.x0 - cell.x1) / 2,
  line.x1 - cell.x1,
];

/** What lies in two cells and seems to be one word: as it was drawn, and as it looks. */
function crossingWords<Cell>(inside: readonly Glyph[], held: ReadonlyMap<Glyph, Cell>): Glyph[][] {
  const upright = inside.filter(({ turn }) => turn === 0);
  const seen = linesOf(upright, 0).flatMap(line => wordsOf(line.glyphs));
  return [...wordsOf(upright), ...seen].filter(word => word.some(glyph => held.get(glyph) !== held.get(word[0]!)));
}

/**
 * Finds where the text of a cell begins although the text of the cell before it, too long for its own, reaches up to it:
 * drawn one behind the other on one line, the two look like one. Text begins where most other lines of its column do, or
 * is centred as they are; and there either the characters do not follow each other exactly, or none are parted that
 * must stand together.
 *
 * @param glyphs in the order in which they were drawn
 * @param held the cell of each glyph, by its middle
 * @param sides where a cell begins and ends: cells of one column have the same
 * @returns the first characters of such texts
 */
export function touchingStarts<Cell>(
  glyphs: readonly Glyph[],
  held: ReadonlyMap<Glyph, Cell>,
  sides: (cell: Cell) => Sides,
): Set<Glyph> {
  const found = new Set<Glyph>();
  const inside = glyphs.filter(glyph => held.has(glyph));
  const crossing = crossingWords(inside, held);
  if (crossing.length === 0) return found;
  const inWord = new Set(crossing.flatMap(word => word.slice(1)));
  const content = new Map<Cell, Glyph[]>();
  for (const glyph of inside) {
    const cell = held.get(glyph)!;
    const own = content.get(cell);
    if (own) own.push(glyph);
    else content.set(cell, [glyph]);
  }
  // Lines are left out that another cell's text seems to reach into.
  const known = [...content].flatMap(([cell, own]) =>
    linesOf(own)
      .filter(({ glyphs: line, turn }) => turn === 0 && !inWord.has(line[0]!))
      .map(({ box }) => ({ column: sides(cell), line: standing(box, sides(cell)) })),
  );

  for (const word of crossing) {
    const pitch = median(word.slice(1).map(({ box }, i) => box.x0 - word[i]!.box.x1));
    const choices = word.flatMap((glyph, i) => {
      const [before, cell] = [word[i - 1], held.get(glyph)!];
      if (!before || held.get(word[0]!) === cell || cannotBegin.test(glyph.text)) return [];
      const { box, size } = glyph;
      const level = (other: Glyph) => Math.abs(other.box.bottom - box.bottom) < 0.1 * size && other.box.x0 >= box.x0;
      const x1 = Math.max(
        ...content
          .get(cell)!
          .filter(level)
          .map(other => other.box.x1),
      );
      const { x0: left, x1: right } = sides(cell);
      const own = known.filter(({ column }) => column.x0 === left && column.x1 === right);
      const apart = Math.abs(box.x0 - before.box.x1 - pitch) > solid * size;
      const [start, middle, end] = standing({ x0: box.x0, x1 }, sides(cell)).map((place, at) =>
        // A column may hold little but its header: then lines stand as in the table's other cells.
        (apart ? [own, known] : [own]).some(others => {
          const alike = others.filter(({ line }) => Math.abs(line[at]! - place) <= exact * size).length;
          return alike >= telling && alike >= 0.5 * others.length;
        }),
      );
      const begins = start || middle || (apart && end);
      return begins && (apart || parts(before.text, glyph.text)) ? [{ glyph, apart }] : [];
    });
    const start = choices.find(({ apart }) => apart) ?? choices[0];
    if (start) found.add(start.glyph);
  }
  return found;
}
