import { type Chunk, columnBands, reachedBands } from './columns.ts';
import { type TextLine, tableOfLines, textLines } from './find-streams.ts';
import type { Glyph, PageContent } from './page.ts';
import type { Table } from './table.ts';

/** Openings between the columns of such a table, in ems: far wider than any between words. */
const opening = 1.2;
/** Fewer lines or columns may stand one below the other by accident. */
const fewest = 3;

const apart = (line: TextLine): boolean =>
  line.chunks.filter((chunk, i) => i > 0 && chunk.box.x0 - line.chunks[i - 1]!.box.x1 > opening * line.size).length >=
  fewest - 1;

/** Stretches of lines that show columns; a line that does not may stand between two that do, if they are close. */
function stretches(lines: readonly TextLine[]): TextLine[][] {
  const found: TextLine[][] = [];
  let last: TextLine | undefined;
  let between: TextLine[] = [];
  for (const line of lines) {
    const near = last !== undefined && line.top - (between.at(-1) ?? last).bottom < 1.5 * line.size;
    if (!apart(line)) {
      between = near ? [...between, line] : [];
      if (!near) last = undefined;
      continue;
    }
    if (near && between.length <= 1) found.at(-1)!.push(...between, line);
    else found.push([line]);
    [last, between] = [line, []];
  }
  return found.filter(stretch => stretch.filter(apart).length >= fewest);
}

/** Tables without rulings and row keys: at least three lines with at least three columns that stand below each other. */
export function alignedTables(glyphs: readonly Glyph[], page: PageContent): Table[] {
  return stretches(textLines(glyphs)).flatMap(lines => {
    const sure: Chunk[] = lines.filter(apart).flatMap(line => line.chunks);
    const { bands } = columnBands({ sure, single: [], header: [] });
    const astray = sure.filter(chunk => reachedBands(bands, chunk) > 1).length;
    if (bands.length < fewest || astray > 0.1 * sure.length) return [];
    const table = tableOfLines([], lines, [], glyphs, page);
    return table ? [table] : [];
  });
}
