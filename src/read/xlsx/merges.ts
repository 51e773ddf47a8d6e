import { Refusal } from '../../model/refusal.ts';
import type { Lines } from './lines.ts';
import { maxColumns, type Range, type Sheet, type SheetCell } from './sheet.ts';

/** The merged ranges of a sheet, by the cell that each begins with. */
export interface Merges {
  readonly ranges: readonly Range[];
  /** The range that begins with this cell, by its index; -1 where none does. */
  readonly startingAt: (cell: { readonly row: number; readonly column: number }) => number;
  /** Where a cell's text shows: a merged range whose first row or column is hidden shows on the next one. */
  readonly shownAt: (cell: SheetCell) => { readonly row: number; readonly column: number };
}

export function mergesOf({ merges, hiddenRows, hiddenColumns }: Sheet): Merges {
  const ranges = merges.filter(({ top, left, bottom, right }) => top < bottom || left < right);
  const key = (row: number, column: number): number => row * maxColumns + column;
  const starts = new Map<number, number>();
  for (const [id, { top, left }] of ranges.entries()) if (!starts.has(key(top, left))) starts.set(key(top, left), id);
  const firstShown = (line: number, end: number, hidden: ReadonlySet<number>): number => {
    let at = line;
    while (at < end && hidden.has(at)) at++;
    return at;
  };
  const startingAt: Merges['startingAt'] = ({ row, column }) => starts.get(key(row, column)) ?? -1;
  return {
    ranges,
    startingAt,
    shownAt: cell => {
      const range = ranges[startingAt(cell)];
      if (!range) return cell;
      return {
        row: firstShown(range.top, range.bottom, hiddenRows),
        column: firstShown(range.left, range.right, hiddenColumns),
      };
    },
  };
}

/**
 * Says which range owns each position of the lines that are used, by its index, -1 where none does; a range
 * that would overlap another is left unmerged.
 */
export function ownersOf(ranges: readonly Range[], rows: Lines, columns: Lines, limit: number) {
  const width = columns.numbers.length;
  const owners = new Int32Array(rows.numbers.length * width).fill(-1);
  const overlaps: Range[] = [];
  let steps = 4 * limit;
  for (const [id, range] of ranges.entries()) {
    const [top, bottom] = [rows.find(range.top), rows.find(range.bottom + 1)];
    const [left, right] = [columns.find(range.left), columns.find(range.right + 1)];
    steps -= 1 + (bottom - top) * (right - left);
    if (steps < 0) throw new Refusal({ code: 'table-too-large', params: { limit } });
    let free = true;
    for (let i = top; free && i < bottom; i++)
      for (let j = left; free && j < right; j++) free = owners[i * width + j] === -1;
    if (!free) overlaps.push(range);
    else for (let i = top; i < bottom; i++) owners.fill(id, i * width + left, i * width + right);
  }
  return { owners, overlaps };
}
