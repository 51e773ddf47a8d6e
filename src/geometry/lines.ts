import type { Box } from '../model/box.ts';
import { median, union } from './box.ts';
import { type Glyph, ideographic, type Turn } from './page.ts';

/** Characters that stand on one baseline, in reading order. */
export interface Line {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly turn: Turn;
  /** Size of the largest character, points. */
  readonly size: number;
}

/** Where a glyph starts, ends and stands in the frame of a reading direction: `u` along the line, `v` down the lines. */
interface Placed {
  readonly glyph: Glyph;
  readonly start: number;
  readonly end: number;
  readonly v: number;
}

// The baseline lies 0.12 em above the lower side of the one-em box.
const descent = 0.12;

function place(glyph: Glyph, turn: Turn): Placed {
  const { box } = glyph;
  const base = glyph.turn === turn ? 0.5 - descent : 0;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.top + box.bottom) / 2];
  const drop = base * glyph.size;
  if (turn === 0) return { glyph, start: box.x0, end: box.x1, v: y + drop };
  if (turn === 1) return { glyph, start: box.top, end: box.bottom, v: -x + drop };
  if (turn === 2) return { glyph, start: -box.x1, end: -box.x0, v: -y + drop };
  return { glyph, start: -box.bottom, end: -box.top, v: x + drop };
}

/** The reading direction of most of the glyphs. */
export function prevailingTurn(glyphs: readonly Glyph[]): Turn {
  const count = [0, 0, 0, 0];
  for (const glyph of glyphs) count[glyph.turn]!++;
  return count.indexOf(Math.max(...count)) as Turn;
}

const wide = (glyph: Glyph): boolean => ideographic.test(glyph.text);

/** How far the characters of a justified line are drawn apart: the usual opening, where ideographs are among them. */
function stretch(sorted: readonly Placed[]): number {
  if (sorted.length < 3 || !sorted.some(({ glyph }) => wide(glyph))) return 0;
  return Math.max(0, median(sorted.slice(1).map((after, i) => after.start - sorted[i]!.end)));
}

/**
 * White space between two neighbours on a line. Ideographs are set solid or justified, so that only a drawn space or a
 * wide opening counts; Latin words stand apart by a fifth of an em or more. A justified line with ideographs is drawn
 * apart at every character, in its numbers too: only what exceeds that is an opening.
 */
function spaceBetween(before: Placed, after: Placed, stretched: number): boolean {
  const size = Math.max(before.glyph.size, after.glyph.size);
  const gap = after.start - before.end;
  const solid = ideographic.test(before.glyph.text.at(-1)!) || ideographic.test(after.glyph.text[0]!);
  return gap - stretched > (solid ? 0.4 : 0.2) * size || (after.glyph.spaced && gap > (solid ? 0.2 : 0.1) * size);
}

function line(placed: readonly Placed[], turn: Turn): Line {
  const sorted = [...placed].sort((a, b) => a.start - b.start || a.end - b.end);
  const stretched = stretch(sorted);
  let text = '';
  sorted.forEach((glyph, i) => {
    if (i > 0 && spaceBetween(sorted[i - 1]!, glyph, stretched)) text += ' ';
    text += glyph.glyph.text;
  });
  const glyphs = sorted.map(item => item.glyph);
  return {
    text,
    glyphs,
    turn,
    box: union(glyphs.map(glyph => glyph.box))!,
    size: Math.max(...glyphs.map(glyph => glyph.size)),
  };
}

/**
 * Cuts glyphs into lines, top to bottom in the reading direction. A raised or lowered character (m²) stays on its line:
 * lines are at least an em apart, so half an em tells them.
 */
export function linesOf(glyphs: readonly Glyph[], turn: Turn = prevailingTurn(glyphs)): Line[] {
  const placed = glyphs.map(glyph => place(glyph, turn)).sort((a, b) => a.v - b.v);
  const lines: Line[] = [];
  for (let i = 0; i < placed.length; ) {
    let j = i + 1;
    let last = placed[i]!;
    while (j < placed.length) {
      const next = placed[j]!;
      const near = Math.min(last.glyph.size, next.glyph.size);
      if (next.v - last.v > 0.4 * near || next.v - placed[i]!.v > 0.7 * Math.max(last.glyph.size, next.glyph.size))
        break;
      last = next;
      j++;
    }
    lines.push(line(placed.slice(i, j), turn));
    i = j;
  }
  return lines;
}

/** A stretch of a line without a wide opening: the part of a line that certainly belongs to one cell. */
export function chunks(whole: Line, opening: (before: Glyph, after: Glyph) => number): Line[] {
  const placed = whole.glyphs.map(glyph => place(glyph, whole.turn));
  const parts: Placed[][] = [];
  let end = -Infinity;
  placed.forEach((item, i) => {
    if (i === 0 || item.start - end > opening(placed[i - 1]!.glyph, item.glyph)) parts.push([]);
    parts.at(-1)!.push(item);
    end = Math.max(end, item.end);
  });
  return parts.map(part => line(part, whole.turn));
}
