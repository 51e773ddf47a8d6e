import { isHeading } from './rows.ts';
import type { Doubt, Piece, Row } from './table.ts';
import { width } from './width.ts';
import type { Witness } from './witness.ts';
import { joinWrapped } from './wrap.ts';

/** The lines of an aligned table, cut into its columns. */
export type SheetLine =
  | { readonly kind: 'row'; readonly cells: readonly Piece[]; readonly head: boolean }
  /** A section heading: one text over all columns. */
  | { readonly kind: 'lone'; readonly cells: readonly Piece[] }
  | { readonly kind: 'blank' | 'rule' | 'furniture' };
export type Sheet = readonly SheetLine[];
type CutRow = Omit<Row, 'markup'>;

export const wrapped: Doubt['why'] = {
  zh: '单元格内文字折行，各行之间没有空行或横线，分不清一行到哪里为止',
  en: 'its cells wrap over several lines, and no blank line or rule shows where a row ends',
};

const sentenceEnd = /[。；;.！!]$/;
const listBegin = /^(?:\d{1,3}\s*[.．、)）]|[(（]|[①-⑳])/;
/** The part that no line break may cut: a Latin word or a number with what it holds on to, else one character. */
const unbreakable = (text: string): string =>
  /^[(（“‘《]*(?:[A-Za-z0-9.%％~-]+|.)[，。；：、）”’》]*/u.exec(text)?.[0] ?? '';

/**
 * Whether a row cannot be the rest of the one above it: some cell of the one above had room for what stands below it
 * and no reason to end, so that the text below begins a cell of its own.
 */
const beginsRow = (above: readonly Piece[], row: readonly Piece[], widths: readonly number[]): boolean =>
  row.some(({ text }, c) => {
    const over = above[c]?.text ?? '';
    if (text === '' || over === '' || sentenceEnd.test(over) || listBegin.test(text)) return false;
    return width(over) + width(unbreakable(text)) + 4 <= widths[c]!;
  });

/**
 * Says which lines are the rows. Each line is one where a row key proves it, or its place below and above other text.
 * Where blank lines or rules stand between the rows, with one key each, the lines between them are joined. Otherwise
 * text wrapped inside its cells cannot be told from new rows, and the answer is why not.
 */
export function readAsRows(sheet: Sheet, columns: number, witness: Witness): readonly CutRow[] | Doubt['why'] {
  const rows = sheet.flatMap(line => (line.kind === 'row' ? [line] : []));
  const keys = Array.from({ length: columns }, (_, c) => rows.filter(row => witness.isKey(row.cells[c]!.text)).length);
  const most = keys.reduce((a, b) => Math.max(a, b), 0);
  const keyColumn = most > 1 ? keys.indexOf(most) : -1;
  const isKeyed = (cells: readonly Piece[]): boolean => keyColumn >= 0 && witness.isKey(cells[keyColumn]!.text);
  const widths = Array.from({ length: columns }, (_, c) =>
    rows.reduce((most, row) => Math.max(most, width(row.cells[c]!.text)), 0),
  );
  const proven = rows.every((row, i) => {
    const [above, below] = [rows[i - 1], rows[i + 1]];
    if (row.head || isKeyed(row.cells) || isHeading(row.cells[0]!.text) || !above) return true;
    // Text centred beside its row key begins above it: the line must be neither the end nor the beginning of a row.
    const ends = below === undefined || below.head || beginsRow(row.cells, below.cells, widths);
    return ends && beginsRow(above.cells, row.cells, widths);
  });
  if (proven) return sheet.flatMap((line, i) => ('cells' in line ? [{ from: i, to: i + 1, cells: line.cells }] : []));
  return joinBlocks(sheet, isKeyed, widths) ?? wrapped;
}

/** Rows of several lines each, with blank lines or rules between them; null unless every one has exactly one row key. */
function joinBlocks(
  sheet: Sheet,
  isKeyed: (cells: readonly Piece[]) => boolean,
  widths: readonly number[],
): readonly CutRow[] | null {
  const blocks: { from: number; to: number; lines: (readonly Piece[])[]; head: boolean }[] = [];
  const rows: CutRow[] = [];
  let open = false;
  for (const [i, line] of sheet.entries()) {
    if (line.kind === 'row') {
      if (!open) blocks.push({ from: i, to: i, lines: [], head: false });
      const block = blocks.at(-1)!;
      block.lines.push(line.cells);
      block.to = i + 1;
      block.head ||= line.head;
    } else if (line.kind === 'lone') rows.push({ from: i, to: i + 1, cells: line.cells });
    open = line.kind === 'row';
  }
  const body = blocks.filter(block => !block.head);
  if (body.length < 2 || body.some(block => block.lines.filter(isKeyed).length !== 1)) return null;
  for (const { from, to, lines } of blocks) {
    const cells = widths.map((most, c) =>
      joinWrapped(lines.map(line => ({ ...line[c]!, room: most - width(line[c]!.text) }))),
    );
    rows.push({ from, to, cells });
  }
  return rows.sort((a, b) => a.from - b.from);
}
