import type { Box } from '../model/box.ts';
import { union } from './box.ts';
import { endsParagraph } from './cell-text.ts';
import { chunks, type Line, linesOf } from './lines.ts';
import type { Glyph } from './page.ts';

/** Lines of running text that stand below each other. */
export interface Prose {
  readonly lines: readonly Line[];
  readonly box: Box;
}

/** Openings in justified lines get this wide, in ems; between columns of a page they are wider. */
const opening = 1.1;
/** Narrower text, in ems, may as well be a column of a table. */
const narrowest = 12;
/** Fewer lines may be a cell of a table. */
const fewest = 4;

/** True where a line can be the next one of running text. */
function follows(above: Line, line: Line, pitch: number | null): boolean {
  const step = line.box.bottom - above.box.bottom;
  const em = above.size;
  return (
    Math.abs(line.size - em) < 0.1 * em &&
    step > 0.8 * em &&
    step < (pitch === null ? 1.8 * em : pitch + 0.12 * em) &&
    Math.abs(line.box.x0 - above.box.x0) < 3 * em &&
    line.box.x0 < above.box.x1 &&
    line.box.x1 > above.box.x0
  );
}

function isProse(lines: readonly Line[], box: Box): boolean {
  if (lines.length < fewest || box.x1 - box.x0 < narrowest * lines[0]!.size) return false;
  const full = lines.slice(0, -1).filter((line, i) => !endsParagraph(line, lines[i + 1]!, box.x1 - line.box.x0));
  return full.length >= 0.7 * (lines.length - 1);
}

/**
 * Finds running text: lines on one pitch, left ends below each other, of which nearly all had no room for the next
 * line's first word. Lists and the cells of a table have many lines that end early.
 */
export function proseIn(glyphs: readonly Glyph[]): Prose[] {
  const upright = glyphs.filter(glyph => glyph.turn === 0);
  const pieces = linesOf(upright, 0).flatMap(line =>
    chunks(line, (before, after) => opening * Math.max(before.size, after.size)),
  );
  const open: Line[][] = [];
  for (const piece of pieces) {
    const found = open.findLast(lines => {
      const pitch = lines.length > 1 ? lines.at(-1)!.box.bottom - lines.at(-2)!.box.bottom : null;
      return follows(lines.at(-1)!, piece, pitch);
    });
    if (found) found.push(piece);
    else open.push([piece]);
  }
  return open.flatMap(lines => {
    const box = union(lines.map(line => line.box))!;
    return isProse(lines, box) ? [{ lines, box }] : [];
  });
}
