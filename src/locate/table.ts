import { foldText } from '../fields/fold.ts';
import type { Cell, Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';
import { findHeader, type Header, type HeaderCell, repeatsHeader } from './header.ts';
import { isSectionText, isTotal, opensNotes } from './line-kinds.ts';
import { filledCells, isBlank, type Line, linesOf, ownCells, type Row, rowsOf } from './rows.ts';
import { discard, emptyTally, enter, type Tally } from './tally.ts';

/** What a row shows under one column. */
export interface RowCell {
  readonly text: string;
  readonly places: readonly Place[];
  /** Index of the data row that prints it, where a merge covers this position; null where this row prints it. */
  readonly donor: number | null;
  /** First and last column it lies over, where there are several. */
  readonly across?: readonly [number, number];
}

/** A data row: what it shows by column (0-based); a position that the source lacks is missing. */
export interface DataRow {
  readonly cells: ReadonlyMap<number, RowCell>;
  /** The section row above it, as it stands in the source. */
  readonly section: Line | null;
}

/** What one grid holds around and below its header. */
export interface Table {
  readonly above: readonly Line[];
  readonly header: readonly HeaderCell[];
  readonly rows: readonly DataRow[];
  readonly below: readonly Line[];
  readonly tally: Tally;
}

type Kind = 'data' | 'blank' | 'repeated-header' | 'section' | 'total' | 'rule';

/** The only text of a row: one filled cell and nothing merged down beside it. */
function loneCell(row: Row) {
  const filled = filledCells(row);
  const beside = row.slots.some(slot => slot?.covered && !isBlank(slot.cell.text));
  return filled.length === 1 && !beside ? filled[0]! : null;
}

function kindOf(row: Row, header: Header, columns: number): Kind {
  const filled = filledCells(row);
  if (filled.length === 0) return 'blank';
  if (filled.every(cell => /^[\s\-—–─━=_:|+]+$/u.test(cell.text))) return 'rule';
  if (repeatsHeader(row, header)) return 'repeated-header';
  if (isTotal(foldText(filled[0]!.text))) return 'total';
  const lone = loneCell(row);
  if (lone) {
    if (isWide(lone, columns) || (lone.column <= 1 && isSectionText(foldText(lone.text)))) return 'section';
  }
  return 'data';
}

const isWide = (cell: Cell, columns: number): boolean => cell.colSpan >= Math.max(3, columns * 0.6);

/** Index of the first of the closing rows that hold one text each: a note, or anything across the table. */
function tailStart(rows: readonly Row[], from: number, columns: number): number {
  let lowest = rows.length;
  while (lowest > from && (filledCells(rows[lowest - 1]!).length === 0 || loneCell(rows[lowest - 1]!))) lowest--;
  for (let i = lowest; i < rows.length; i++) {
    // A narrow lone text that opens no note may be a row cut short: it stays data.
    const lone = loneCell(rows[i]!);
    if (lone && (isWide(lone, columns) || opensNotes(foldText(lone.text)))) return i;
  }
  return rows.length;
}

/** Columns where no cell begins are an artefact of merging, not columns. */
function realColumns(rows: readonly Row[], header: Header): Set<number> {
  const real = new Set<number>();
  for (const row of rows.slice(header.start)) for (const cell of ownCells(row)) real.add(cell.column);
  return real;
}

/** Reads a grid as a table with the given header; null where it has none. */
export function readTable(grid: Grid): Table | null {
  const rows = rowsOf(grid);
  const header = findHeader(grid, rows);
  return header && readBody(grid, rows, header);
}

/** Reads a grid that has no header of its own as more rows under the header of the grid before it. */
export function readContinuation(grid: Grid, before: Table): Table {
  return readBody(grid, rowsOf(grid), { start: 0, height: 0, cells: before.header });
}

function readBody(grid: Grid, rows: readonly Row[], header: Header): Table {
  const tally = emptyTally();
  const above = rows.slice(0, header.start).flatMap(ownCells).flatMap(linesOf);
  for (const row of rows.slice(header.start, header.start + header.height))
    for (const cell of ownCells(row)) enter(tally, 'header', cell.text);

  const first = header.start + header.height;
  const tail = tailStart(rows, first, grid.columns);
  const columns = realColumns(rows, header);
  const data: DataRow[] = [];
  const printedIn = new Map<object, number>();
  let section: Line | null = null;
  for (const row of rows.slice(first, tail)) {
    const own = ownCells(row);
    switch (kindOf(row, header, grid.columns)) {
      case 'blank':
        break;
      case 'rule':
        for (const cell of own) enter(tally, 'markup', cell.text);
        break;
      case 'repeated-header':
        for (const cell of own) enter(tally, 'repeatedHeaders', cell.text);
        break;
      case 'total':
        for (const cell of own) discard(tally, cell.text, 'totals row', cell.places);
        break;
      case 'section': {
        const cell = filledCells(row)[0]!;
        section = { text: cell.text, places: cell.places };
        enter(tally, 'sections', cell.text);
        break;
      }
      case 'data': {
        for (const cell of own) {
          enter(tally, 'cells', cell.text);
          printedIn.set(cell, data.length);
        }
        const cells = new Map<number, RowCell>();
        for (const [column, slot] of row.slots.entries()) {
          if (!slot || !columns.has(column)) continue;
          const { cell, covered } = slot;
          const last = cell.column + cell.colSpan - 1;
          const spanned = [...columns].filter(c => c >= cell.column && c <= last);
          cells.set(column, {
            text: cell.text,
            places: cell.places,
            donor: covered ? (printedIn.get(cell) ?? null) : null,
            ...(spanned.length > 1 && { across: [Math.min(...spanned), Math.max(...spanned)] as const }),
          });
        }
        data.push({ cells, section });
      }
    }
  }
  return {
    above,
    header: header.cells.filter(cell => columns.has(cell.column)),
    rows: data,
    below: rows.slice(tail).flatMap(ownCells).flatMap(linesOf),
    tally,
  };
}
