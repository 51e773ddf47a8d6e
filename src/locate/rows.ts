import { countCharacters } from '../model/document.ts';
import type { Cell, Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';

/** What a reader sees at one position of a row. */
export interface Slot {
  readonly cell: Cell;
  /** The cell is printed in a row above and merged down to here. */
  readonly covered: boolean;
}

/** One row of a grid by position; a position without a cell is undefined. */
export interface Row {
  readonly index: number;
  readonly slots: readonly (Slot | undefined)[];
}

/** A text in its place, outside the table's cells or taken out of them. */
export interface Line {
  readonly text: string;
  readonly places: readonly Place[];
}

/** The grid row by row; a merged cell stands at every position it covers. */
export function rowsOf(grid: Grid): Row[] {
  const slots: (Slot | undefined)[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const line = slots[row];
        if (line) line[column] = { cell, covered: row > cell.row };
      }
  return slots.map((line, index) => ({ index, slots: line }));
}

/** The cells printed in this row, each once, from left to right. */
export const ownCells = (row: Row): Cell[] => [
  ...new Set(row.slots.flatMap(slot => (slot && !slot.covered ? [slot.cell] : []))),
];

export const isBlank = (text: string): boolean => countCharacters(text) === 0;

/** The cells printed in this row that hold text. */
export const filledCells = (row: Row): Cell[] => ownCells(row).filter(cell => !isBlank(cell.text));

export const textAt = (row: Row, column: number): string => row.slots[column]?.cell.text ?? '';

/** A cell's lines as lines of prose. */
export const linesOf = (cell: Cell): Line[] =>
  cell.text
    .split('\n')
    .filter(text => !isBlank(text))
    .map(text => ({ text, places: cell.places }));
