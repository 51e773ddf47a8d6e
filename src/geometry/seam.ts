import { isFull } from './page-end.ts';
import type { TableCell } from './table.ts';

/** The two rows that meet at a page break, each as its cells by column; cells that cover several columns stand once. */
export interface Meeting {
  /** Cells that reach the bottom of the earlier page. */
  readonly above: readonly TableCell[];
  /** Cells of the first row below the header on the later page. */
  readonly below: readonly TableCell[];
  /** Rulings tell: the table's cells are closed all around where they end. */
  readonly closed: boolean;
  /** Column of the row keys (serial numbers), -1 where there is none. */
  readonly key: number;
  /** The last row key before the rows that meet, digits only; empty where it is none. */
  readonly keyBefore: string;
  /** Columns in which cells are merged over rows elsewhere. */
  readonly merging: ReadonlySet<number>;
  /** Columns that are blank nowhere else. */
  readonly everFilled: ReadonlySet<number>;
}

export interface Seam {
  /** The two rows are one row that the page break cut. */
  cut: boolean;
  /** What was decided without a ruling that says so. */
  evidence: 'rulings' | 'keys' | 'flow' | 'guess';
}

const at = (cells: readonly TableCell[], column: number): TableCell | undefined =>
  cells.find(cell => column >= cell.column && column < cell.column + cell.colSpan);

/** The cell's last line runs to the end of the cell: what follows may be the rest of its sentence. */
function breaksOff(cell: TableCell): boolean {
  const last = cell.lines.at(-1);
  return last !== undefined && last.box.x1 - last.box.x0 > cell.box.x1 - cell.box.x0 - 2.5 * last.size;
}

/** A row of its own hardly lacks the text of so many columns that are blank nowhere else; nor do so many texts of whole
 * rows run to the ends of their last lines. */
const hardlyChance = 3;

/**
 * True where the lower row can be read as the rest of the upper one: text only goes on in cells that are full to the
 * page's end, and some cell that is always filled had nothing left to print; or most texts break off below a row key.
 */
function flows({ above, below, everFilled, key, merging }: Meeting): boolean {
  const going = below.filter(cell => cell.text !== '');
  const full = (spare: number) =>
    going.every(cell => {
      const before = at(above, cell.column);
      return before !== undefined && (before.text === '' ? cell.column === key : isFull(before, spare));
    });
  // A blank half of a merged cell says nothing: the row may be one of its others.
  const empty = below.filter(cell => cell.text === '' && everFilled.has(cell.column) && !merging.has(cell.column));
  const broken = going.filter(cell => {
    const before = at(above, cell.column);
    return before !== undefined && isFull(before) && breaksOff(before);
  });
  const keyless = key >= 0 && at(below, key)?.text === '' && at(above, key)?.text !== '';
  const torn = keyless && broken.length >= hardlyChance && broken.length >= 0.6 * going.length;
  // Without keys, or where one key stands for several rows, any two short rows would pass: some sentence must break off
  // at the page's end, or no row of its own be so empty.
  const shown = (key >= 0 && !merging.has(key)) || empty.length >= hardlyChance || broken.length > 0;
  return going.length > 0 && ((torn && full(1)) || (empty.length > 0 && shown && full(0)));
}

/** A number in a column too narrow for it, cut in two by the page break: only together do its halves count on. */
function tornKey(upper: string, lower: string, before: string): boolean {
  const next = String(Number(before) + 1);
  return /^\d+$/.test(before) && upper !== next && upper + lower === next;
}

/** Under a key merged over rows, the lower row has text wherever the table always has, merged cells aside. */
function isWholeRow({ below, everFilled, key, merging }: Meeting): boolean {
  const own = [...everFilled].filter(column => !merging.has(column));
  return key >= 0 && merging.has(key) && own.length > 0 && own.every(column => (at(below, column)?.text ?? '') !== '');
}

/**
 * Where no rulings tell: a row that begins a page without a key is the rest of the one above, unless every column that is
 * always filled has text in it and rows without keys stand elsewhere too.
 */
function withoutRulings(meeting: Meeting): Seam {
  const { above, below, everFilled, key, merging } = meeting;
  const filled = (column: number) => (at(below, column)?.text ?? '') !== '';
  const always = [...everFilled].filter(column => column !== key && !merging.has(column));
  const whole = always.length > 0 && always.every(filled);
  const keyless = !everFilled.has(key) || merging.has(key);
  if (whole && keyless) return { cut: false, evidence: 'keys' };
  const within = below.every(cell => cell.text === '' || (at(above, cell.column)?.text ?? '') !== '');
  return { cut: true, evidence: !whole && within ? 'flow' : 'guess' };
}

/**
 * Decides whether a page break cut a row in two.
 *
 * 1. Two row keys are two rows, whatever else is seen; unless they are two halves of the next one.
 * 2. A row that was cut is often left open: no ruling below its first half, or above its second. That decides, unless
 *    the table has no closing rulings anywhere.
 * 3. Programs that close both halves (word processors, browsers) leave the key on one side only, and text goes on only
 *    in cells that are full to the page's end. Where cells of the key column are merged over rows elsewhere, a blank
 *    key with text that does not flow is a new row under the same key.
 * 4. A blank key without any of this is a guess, and says so.
 */
export function seam(meeting: Meeting): Seam {
  const { above, below, key, closed, merging } = meeting;
  const [upper, lower] = [at(above, key)?.text ?? '', at(below, key)?.text ?? ''];
  if (key >= 0 && upper !== '' && lower !== '')
    return { cut: tornKey(upper, lower, meeting.keyBefore), evidence: 'keys' };
  // Some browsers leave out the rulings between two rows at a page break too: text goes on only below text that is full.
  const canFlow = below.every(cell => {
    const before = at(above, cell.column);
    return cell.text === '' || !before || before.text === '' || isFull(before, 1);
  });
  const [openAbove, openBelow] = [above.every(cell => cell.openBottom), below.every(cell => cell.openTop)];
  if (closed && above.length > 0 && (openAbove ? !openBelow || canFlow || !isWholeRow(meeting) : openBelow && canFlow))
    return { cut: true, evidence: 'rulings' };
  if (below.every(cell => cell.text === '')) return { cut: false, evidence: 'rulings' };
  if (!closed && key >= 0) return withoutRulings(meeting);
  if (flows(meeting)) return { cut: true, evidence: 'flow' };
  if (key >= 0 && lower === '' && upper !== '' && !merging.has(key)) return { cut: true, evidence: 'guess' };
  return { cut: false, evidence: 'keys' };
}

/**
 * Tells whether a cell goes on over a page break between two whole rows. An open side says so, unless both halves have
 * text and the upper one did not run to the end of the page. Else, a blank cell goes with the filled one on the other side
 * where cells of that column are merged elsewhere and none is simply blank: programs close the halves of a merged cell
 * and print its text in one of them.
 * @param filled the upper cell has text, on whichever page
 */
export function mergesOver(
  upper: TableCell,
  lower: TableCell,
  meeting: Meeting,
  filled = upper.text !== '',
): Seam['evidence'] | null {
  if (upper.column !== lower.column || upper.colSpan !== lower.colSpan) return null;
  const someClosed = meeting.above.some(cell => !cell.openBottom) && meeting.below.some(cell => !cell.openTop);
  // Text goes on over a page break only from the very end of the page.
  const another = filled && lower.text !== '' && !isFull(upper);
  if (another) return null;
  if (meeting.closed && someClosed && (upper.openBottom || lower.openTop)) return 'rulings';
  const halves = filled !== (lower.text !== '');
  return halves && meeting.merging.has(upper.column) && meeting.everFilled.has(upper.column) ? 'flow' : null;
}
