import type { TableCell } from './table.ts';

/** What a cell keeps free above its lower side at most, ems. */
const padding = 0.5;
/** Lines stand at least so far apart, ems; a cell with one line does not show how far its lines do. */
const leading = 1.2;
/** Room for less than a line is no room, lines. */
const noRoom = 1.2;

/**
 * True where no line of text would still fit below a cell's last line: what does not fit goes on over the page break.
 * @param spare lines that may still fit: the first lines of a paragraph are kept together
 */
export function isFull({ box, lines }: TableCell, spare = 0): boolean {
  const [before, last] = [lines.at(-2), lines.at(-1)];
  if (!last) return false;
  const pitch = before ? last.box.bottom - before.box.bottom : 0;
  const room = Math.max(noRoom * leading * last.size, pitch + padding * last.size);
  return box.bottom - last.box.bottom < room + spare * leading * last.size;
}
