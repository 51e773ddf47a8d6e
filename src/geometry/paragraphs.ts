import type { Box } from '../model/box.ts';
import { union } from './box.ts';
import { endsParagraph, joinTexts, startsItem } from './cell-text.ts';
import { type Line, linesOf } from './lines.ts';
import type { Glyph, Turn } from './page.ts';

export interface Paragraph {
  readonly text: string;
  /** Boxes of its lines. */
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** Lines outside tables, from top to bottom. Text turned against the page makes lines of its own. */
export function looseLines(glyphs: readonly Glyph[]): Line[] {
  const turns: Turn[] = [0, 1, 2, 3];
  return turns
    .flatMap(turn =>
      linesOf(
        glyphs.filter(glyph => glyph.turn === turn),
        turn,
      ),
    )
    .sort((a, b) => a.box.top - b.box.top || a.box.x0 - b.box.x0);
}

/** True where a line goes on with the paragraph of the line above it. */
function continues(above: Line, line: Line, right: number): boolean {
  if (above.turn !== 0 || line.turn !== 0 || startsItem(line.text)) return false;
  if (Math.abs(above.size - line.size) > 0.1 * above.size) return false;
  const step = line.box.bottom - above.box.bottom;
  if (step <= 0 || step > 2.2 * above.size) return false;
  // A line that begins further right than the one above begins a paragraph, unless both are centred.
  const [left, inner] = [line.box.x0 - above.box.x0, above.box.x1 - line.box.x1];
  const centred = left > 0 && inner > 0 && Math.abs(left - inner) < 1.5 * line.size;
  if (left > 0.5 * line.size && !centred) return false;
  const room = right - above.box.x0 + (centred ? above.box.x0 - (line.box.x0 + line.box.x1 - right) : 0);
  return !endsParagraph(above, line, room);
}

/**
 * Joins lines to paragraphs: a line that had room for the next line's first word ended its paragraph.
 * @param breaks true where something stands between two lines, so that they are apart in any case
 */
export function paragraphs(
  lines: readonly Line[],
  right: number,
  breaks: (above: Line, below: Line) => boolean,
): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const above = groups.at(-1)?.at(-1);
    if (above && !breaks(above, line) && continues(above, line, right)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map(group => ({
    text: group.reduce((text, line) => (text === '' ? line.text : joinTexts(text, line.text)), ''),
    boxes: group.map(line => union([line.box])!),
    lines: group,
  }));
}
