import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import { Refusal } from '../../model/refusal.ts';
import { type Budget, buildGrid, type LaidCell } from '../grid.ts';
import { address, columnName, maxColumns, type Range, type Sheet, type SheetCell } from './sheet.ts';

/** A sheet's rows or columns that are shown, in order; `find` gives the first position at or after a line. */
interface Lines {
  readonly numbers: readonly number[];
  readonly find: (line: number) => number;
}

/**
 * The lines that hold text and are not hidden, with one blank line for every gap between them: it may part two tables, but a stray note a
 * million rows below must not cost a million rows.
 */
function usedLines(used: ReadonlySet<number>, hidden: ReadonlySet<number>): Lines {
  const numbers: number[] = [];
  for (const line of [...used].sort((a, b) => a - b)) {
    if (hidden.has(line)) continue;
    const last = numbers.at(-1);
    let blank = (last ?? line) + 1;
    while (blank < line && hidden.has(blank)) blank++;
    if (last !== undefined && blank < line) numbers.push(blank);
    numbers.push(line);
  }
  const find = (line: number): number => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { numbers, find };
}

/** Marks the positions of each merged range; one that would overlap another is left unmerged. */
function mark(
  merges: readonly Range[],
  rows: Lines,
  columns: Lines,
  limit: number,
): { owners: Int32Array; overlaps: Range[] } {
  const width = columns.numbers.length;
  const owners = new Int32Array(rows.numbers.length * width);
  const overlaps: Range[] = [];
  let steps = 4 * limit;
  for (const [id, { top, left, bottom, right }] of merges.entries()) {
    const [i0, i1, j0, j1] = [rows.find(top), rows.find(bottom + 1), columns.find(left), columns.find(right + 1)];
    steps -= 1 + (i1 - i0) * (j1 - j0);
    if (steps < 0) throw new Refusal({ code: 'table-too-large', params: { limit } });
    let free = true;
    for (let i = i0; free && i < i1; i++) for (let j = j0; free && j < j1; j++) free = owners[i * width + j] === 0;
    if (!free) overlaps.push(merges[id]!);
    else for (let i = i0; i < i1; i++) owners.fill(id + 1, i * width + j0, i * width + j1);
  }
  return { owners, overlaps };
}

/** Row or column numbers for people: 3—5、9. */
function listed(numbers: Iterable<number>, write: (n: number) => string): string {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? write(from) : `${write(from)}–${write(to)}`)).join(', ');
}

/** What one sheet comes to: its table, and what of it is not seen. */
export interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/** Lays a sheet out as it is shown: the used range, merged ranges once, hidden rows and columns left out and reported. */
export function layOutSheet(sheet: Sheet, table: number, limit: number, budget: Budget): SheetBlocks {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const place = (row: number, column: number): Place => ({ sheet: name, cell: address(row, column) });
  const merges = sheet.merges.filter(({ top, left, bottom, right }) => top < bottom || left < right);
  const anchors = new Map<number, number>();
  const key = (row: number, column: number): number => row * maxColumns + column;
  for (const [id, { top, left }] of merges.entries()) if (!anchors.has(key(top, left))) anchors.set(key(top, left), id);
  // A merged range is shown where any of its lines is: a hidden anchor then shows on the first of them.
  const shown = (line: number, end: number, hidden: ReadonlySet<number>): number => {
    let at = line;
    while (at < end && hidden.has(at)) at++;
    return at;
  };
  const where = ({ row, column }: SheetCell): readonly [number, number] => {
    const merge = merges[anchors.get(key(row, column)) ?? -1];
    return merge ? [shown(row, merge.bottom, hiddenRows), shown(column, merge.right, hiddenColumns)] : [row, column];
  };
  const isShown = (cell: SheetCell): boolean => {
    const [row, column] = where(cell);
    return !hiddenRows.has(row) && !hiddenColumns.has(column);
  };
  const visible = sheet.cells.filter(isShown);
  const rows = usedLines(new Set(visible.map(cell => where(cell)[0])), hiddenRows);
  const columns = usedLines(new Set(visible.map(cell => where(cell)[1])), hiddenColumns);
  const width = columns.numbers.length;
  const owners = new Int32Array(rows.numbers.length * width);
  const overlaps: Range[] = [];
  let steps = 4 * limit;
  for (const [id, { top, left, bottom, right }] of merges.entries()) {
    const [i0, i1, j0, j1] = [rows.find(top), rows.find(bottom + 1), columns.find(left), columns.find(right + 1)];
    steps -= 1 + (i1 - i0) * (j1 - j0);
    if (steps < 0) throw new Refusal({ code: 'table-too-large', params: { limit } });
    let free = true;
    for (let i = i0; free && i < i1; i++) for (let j = j0; free && j < j1; j++) free = owners[i * width + j] === 0;
    if (!free) overlaps.push(merges[id]!);
    else for (let i = i0; i < i1; i++) owners.fill(id + 1, i * width + j0, i * width + j1);
  }
  return { owners, overlaps };
}

/** Row or column numbers for people: 3—5、9. */
function listed(numbers: Iterable<number>, write: (n: number) => string): string {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? write(from) : `${write(from)}–${write(to)}`)).join(', ');
}

/** What one sheet comes to: its table, and what of it is not seen. */
export interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/** Lays a sheet out as it is shown: the used range, merged ranges once, hidden rows and columns left out and reported. */
export function layOutSheet(sheet: Sheet, table: number, limit: number, budget: Budget): SheetBlocks {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const place = (row: number, column: number): Place => ({ sheet: name, cell: address(row, column) });
  const merges = sheet.merges.filter(({ top, left, bottom, right }) => top < bottom || left < right);
  const anchors = new Map<number, number>();
  const key = (row: number, column: number): number => row * maxColumns + column;
  for (const [id, { top, left }] of merges.entries()) if (!anchors.has(key(top, left))) anchors.set(key(top, left), id);
  // A merged range is shown where any of its lines is: a hidden anchor then shows on the first of them.
  const shown = (line: number, end: number, hidden: ReadonlySet<number>): number => {
    let at = line;
    while (at < end && hidden.has(at)) at++;
    return at;
  };
  const where = ({ row, column }: SheetCell): readonly [number, number] => {
    const merge = merges[anchors.get(key(row, column)) ?? -1];
    return merge ? [shown(row, merge.bottom, hiddenRows), shown(column, merge.right, hiddenColumns)] : [row, column];
  };
  const seen = sheet.cells.map(cell => ({ cell, at: where(cell) }));
  const visible = seen.filter(({ at: [row, column] }) => !hiddenRows.has(row) && !hiddenColumns.has(column));
  const rows = usedLines(
    visible.map(({ at }) => at[0]),
    hiddenRows,
  );
  const columns = usedLines(
    visible.map(({ at }) => at[1]),
    hiddenColumns,
  );
  const width = columns.numbers.length;
  if (rows.numbers.length * width > limit) throw new Refusal({ code: 'table-too-large', params: { limit } });
  const { owners, overlaps } = mark(merges, rows, columns, limit);

  const texts = new Map<number, string>();
  const covered: SheetCell[] = [];
  for (const cell of visible) {
    const at = where(cell);
    const position = rows.find(at[0]) * width + columns.find(at[1]);
    const owner = owners[position]!;
    const own = owner === 0 || anchors.get(key(cell.row, cell.column)) === owner - 1;
    if (own) texts.set(position, cell.text);
    else covered.push(cell);
  }
  const laid: LaidCell[] = [];
  for (let i = 0; i < rows.numbers.length; i++)
    for (let j = 0; j < width; j++) {
      const position = i * width + j;
      const owner = owners[position]!;
      if (owner > 0 && ((j > 0 && owners[position - 1] === owner) || (i > 0 && owners[position - width] === owner)))
        continue;
      const merge = merges[owner - 1];
      const rowSpan = merge ? rows.find(merge.bottom + 1) - i : 1;
      const colSpan = merge ? columns.find(merge.right + 1) - j : 1;
      laid.push({ row: i, column: j, rowSpan, colSpan, text: texts.get(position) ?? '' });
    }

  const blocks: Block[] = [];
  const findings: Finding[] = [];
  if (laid.length > 0) {
    const at = (cell: LaidCell): Place => {
      const merge = merges[owners[cell.row * width + cell.column]! - 1];
      return merge ? place(merge.top, merge.left) : place(rows.numbers[cell.row]!, columns.numbers[cell.column]!);
    };
    blocks.push({ kind: 'grid', grid: buildGrid(laid, { table, sheet: name }, at, budget) });
  }
  for (const { row, column, text } of covered) {
    const places = [place(row, column)];
    blocks.push({ kind: 'discarded', text, why: 'covered by a merged cell', places });
    findings.push({ code: 'covered-text', params: { text }, places });
  }
  for (const { top, left } of overlaps) findings.push({ code: 'overlapping-cells', places: [place(top, left)] });
  const hidden = sheet.cells.filter(cell => !isShown(cell));
  for (const { row, column, text } of hidden)
    blocks.push({ kind: 'discarded', text, why: 'hidden row or column', places: [place(row, column)] });
  const inRows = listed(
    hidden.filter(({ row }) => hiddenRows.has(row)).map(({ row }) => row),
    n => String(n + 1),
  );
  const inColumns = listed(
    hidden.filter(({ row }) => !hiddenRows.has(row)).map(({ column }) => column),
    columnName,
  );
  const first = hidden[0];
  for (const [lines, zh, en] of [
    [inRows, '行', 'rows'],
    [inColumns, '列', 'columns'],
  ] as const)
    if (lines !== '' && first)
      findings.push({
        code: 'hidden-lines',
        params: { lines: { zh: `${zh} ${lines}`, en: `${en} ${lines}` } },
        places: [place(first.row, first.column)],
      });
  return { blocks, findings };
}
