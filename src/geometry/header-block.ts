import type { Hints } from '../model/hints.ts';
import type { Chunk } from './columns.ts';
import { headingTest } from './headings.ts';
import { bare, several, type TextLine } from './text-lines.ts';

/** The lines of a header: the first, and one after the last. */
export interface HeaderBlock {
  readonly start: number;
  readonly end: number;
}

/** Fewer known wordings on one line may stand in a sentence. */
const fewest = 3;
/** A narrower opening does not part the header from the first row, ems. */
const narrowest = 0.15;

/** How much free space stands above a line, below all lines before it from `from` on. */
const openingAbove = (lines: readonly TextLine[], from: number, line: number): number =>
  lines[line]!.top - Math.max(...lines.slice(from, line).map(({ bottom }) => bottom));

/** What is known of headers and headings, to tell them from rows. */
interface Wordings {
  readonly headers: ReadonlySet<string>;
  readonly isHeading: (text: string) => boolean;
}

/** How well a line reads as part of a header: texts written in the characters of known wordings, against others. */
const score = (line: TextLine, characters: ReadonlySet<string>, isHeading: Wordings['isHeading']): number =>
  line.chunks
    .map(({ text }) => !isHeading(text) && [...bare(text)].every(one => characters.has(one)))
    .reduce((sum, known) => sum + (known ? 1 : -1), 0);

/**
 * Where the header ends that has a line `anchor`: after the lines that read as its wrapped text or its lower level. Else at
 * the first opening that is about as wide as any above the first row's key: lines of one cell stand closer; a heading may
 * stand between the header and the first row.
 */
function blockEnd(
  lines: readonly TextLine[],
  anchor: number,
  firstKey: number,
  { headers, isHeading }: Wordings,
): number {
  const last = Math.min(firstKey, lines.length - 1);
  const after = Array.from({ length: last - anchor }, (_, i) => anchor + 1 + i);
  if (after.length === 0) return firstKey;
  const openings = after.map(line => openingAbove(lines, anchor, line) / lines[line]!.size);
  const wide = 0.75 * Math.max(...openings, narrowest);
  const byGap = after[openings.findIndex(opening => opening >= wide)] ?? firstKey;
  const characters = new Set([...headers].join(''));
  // How the lines down to each end read; the key's own line is of the first row.
  const sums = after.map(end =>
    lines.slice(anchor + 1, end).reduce((sum, line) => sum + score(line, characters, isHeading), 0),
  );
  const most = Math.max(...sums);
  return most > sums[after.indexOf(byGap)]! ? after[sums.indexOf(most)]! : byGap;
}

/** Lines above that belong to the header: several texts or a known wording, close by; or wrapped text of the same size. */
function blockStart(lines: readonly TextLine[], anchor: number, known: (chunk: Chunk) => boolean): number {
  let start = anchor;
  while (start > 0) {
    const [line, below] = [lines[start - 1]!, lines[start]!];
    const gap = below.top - line.bottom;
    const alike = Math.abs(line.size - below.size) < 0.12 * below.size;
    const short = line.chunks.every(chunk => chunk.end - chunk.box.x0 < 12 * line.size);
    const near = several(line) || line.chunks.some(known) ? gap < 1.6 * line.size : gap < 0.8 * line.size && short;
    // Wrapped text beside others in the middle of their cells stands half a line off them.
    const belongs = near || gap < 0.1 * line.size;
    if (!alike || !belongs) break;
    start--;
  }
  return start;
}

/**
 * Finds the header above the first row of a table without rulings: around the last line above the row's key in which
 * several texts are known wordings. Null where there is none.
 */
export function headerBlock(lines: readonly TextLine[], firstKey: number, hints: Hints): HeaderBlock | null {
  const headers = new Set(hints.headers.map(bare));
  const known = (chunk: Chunk) => headers.has(bare(chunk.text));
  const anchor = lines.findLastIndex((line, i) => i < firstKey && line.chunks.filter(known).length >= fewest);
  if (anchor < 0) return null;
  const end = blockEnd(lines, anchor, firstKey, { headers, isHeading: headingTest(hints) });
  return { start: blockStart(lines, anchor, known), end };
}
