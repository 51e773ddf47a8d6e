import { type Cut, cutColumns, type Guides, tokensOf } from './columns.ts';
import { type Line, placer } from './lines.ts';
import type { Piece } from './table.ts';
import { type Measure, measures } from './width.ts';

/** Rows cut into columns, and how to cut one more line; that gives null where the line runs over a column's edge. */
export interface BestCut {
  readonly columns: number;
  readonly cells: readonly (readonly Piece[])[];
  readonly starts: readonly number[];
  readonly measure: Measure;
}

/** Rows at the top of a table that its header may take. */
const headerRows = 4;

const asText = (cut: Cut): string => cut.cells.map(row => row.map(cell => cell.text).join('\t')).join('\n');

/**
 * Every header must have a column of its own, every column a header (of an upper or lower row), and no cell may look
 * like two: text that has slipped into a gap would otherwise pass for a column.
 */
function proves(cut: Cut, rows: readonly Line[], { heads }: Guides): boolean {
  const lastHead = rows.findLastIndex((line, i) => i < headerRows && heads.has(line));
  const head = cut.cells.slice(0, lastHead + 1);
  return (
    cut.starts.length >= 3 &&
    cut.starts.every((_, c) => head.some(cells => cells[c]!.text !== '')) &&
    cut.cells.every((cells, i) => cells.every(cell => tokensOf(cell.text, heads.has(rows[i]!) ? 2 : 3).length < 2))
  );
}

/**
 * Rows that are not aligned, but have as many texts as the header, with the same blanks between all of them: a blank
 * cell would show as a wider gap.
 */
function cutByCount(rows: readonly Line[], { heads }: Guides): BestCut | null {
  const tokens = rows.map(line => tokensOf(line.text));
  const columns = tokens[0]!.length;
  const gaps = new Set(
    tokens.flatMap((row, i) => row.slice(1).map((token, c) => rows[i]!.text.slice(row[c]!.end, token.start))),
  );
  const proven = heads.size > 0 && columns >= 3 && gaps.size === 1 && tokens.every(row => row.length === columns);
  if (!proven) return null;
  const cells = rows.map((line, i) => {
    const place = placer(line);
    return tokens[i]!.map(({ text, start }) => ({ text, places: [place(start)] }));
  });
  return { columns, cells, starts: [0], measure: measures[0]! };
}

/** Rows by which the way of counting is chosen. */
const sample = 400;

/**
 * The way of counting under which rows fall into columns; null where none does, or two do with different cells. One
 * under which every cell stands at its column's edge is surer than one that only leaves gaps.
 */
function alignedCut(rows: readonly Line[], guides: Guides): BestCut | null {
  const cuts = measures
    .map(measure => ({ ...cutColumns(rows, guides, measure), measure }))
    .filter(cut => proves(cut, rows, guides));
  const sure = cuts.some(cut => cut.strict) ? cuts.filter(cut => cut.strict) : cuts;
  const most = Math.max(0, ...sure.map(cut => cut.starts.length));
  const [best, ...others] = sure.filter(cut => cut.starts.length === most);
  if (!best || others.some(cut => asText(cut) !== asText(best))) return null;
  return { ...best, columns: most };
}

/** Cuts aligned rows into cells, or counts them; null where neither proves which column a text is in. */
export function bestCut(rows: readonly Line[], guides: Guides): BestCut | null {
  if (rows.length > sample) {
    const some = rows.slice(0, sample);
    const chosen = alignedCut(some, guides);
    const cut = chosen && cutColumns(rows, guides, chosen.measure);
    if (chosen && cut?.starts.length === chosen.columns && proves(cut, rows, guides)) return { ...chosen, ...cut };
  }
  return alignedCut(rows, guides) ?? cutByCount(rows, guides);
}
