/** What a spreadsheet shows in one place; 0-based. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As shown, never blank. */
  readonly text: string;
}

/** A range of cells, both ends included; 0-based. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as its format stores it: sparse, in any order. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The limits of a sheet: 1,048,576 rows, 16,384 columns. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** `AB` for column 27. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** `B7` or `$B$7` as row and column; null where it is no address inside a sheet. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match) return null;
  const letters = match[1]!.toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  return row >= 0 && row < maxRows && column < maxColumns ? { row, column } : null;
}

/** `A1:J1`, or a single address. */
export function parseRange(text: string): Range | null {
  const [from = '', to = from] = text.split(':');
  const [start, end] = [parseAddress(from), parseAddress(to)];
  if (!start || !end) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}
