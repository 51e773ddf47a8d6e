import type { Finding } from '../model/diagnostic.ts';
import { type Block, countCharacters } from '../model/document.ts';
import type { Grid } from '../model/grid.ts';
import type { Place } from '../model/place.ts';
import { type Budget, buildGrid, type LaidCell } from './grid.ts';

/** What a page or a table cell holds, in order, before anyone asks which tables are data. */
export type Flow = readonly Item[];

export type Item =
  /** A line: a paragraph, a list item, or a part of one up to an explicit break. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly place?: Place;
      /** Outside tables it belongs to the page and not to the document. */
      readonly furniture?: boolean;
    }
  | { readonly kind: 'table'; readonly cells: readonly FlowCell[] }
  /** Text that stands here but is not part of the line or cell. */
  | { readonly kind: 'furniture'; readonly text: string }
  | { readonly kind: 'discarded'; readonly text: string; readonly why: string }
  /** Said of the line before, or of the cell around. */
  | { readonly kind: 'finding'; readonly finding: Finding };

type Table = Extract<Item, { kind: 'table' }>;
type Aside = Extract<Item, { kind: 'furniture' | 'discarded' | 'finding' }>;

/** Cells of one table, not overlapping; 0-based. */
export interface FlowCell extends Omit<LaidCell, 'text'> {
  readonly content: Flow;
}

const tablesIn = (flow: Flow): Table[] => flow.filter(item => item.kind === 'table');
const holdsTable = (cell: FlowCell): boolean => cell.content.some(item => item.kind === 'table');
const hasText = (cell: FlowCell): boolean => cell.content.some(item => item.kind === 'line' && item.text.trim() !== '');
const ownCells = (table: Table): FlowCell[] => table.cells.filter(hasText);

/** How many cells with text the table itself has, or the largest one inside it. */
const weight = (table: Table): number =>
  table.cells
    .filter(holdsTable)
    .flatMap(cell => tablesIn(cell.content))
    .reduce((most, inner) => Math.max(most, weight(inner)), ownCells(table).length);

/**
 * A table that only places things on the page: text in one cell at most; or a table inside it is larger than itself (more cells
 * with text) and stands in a row with fewer than three other texts. A row of data has its number, name and
 * bodies beside the small table that a clerk put in one of its cells.
 */
function isWrapper(table: Table): boolean {
  const own = ownCells(table);
  const holders = table.cells.filter(holdsTable);
  if (own.length <= 1 && (own.length === 0 || holders.every(cell => cell === own[0]))) return true;
  return holders.some(holder => {
    const beside = own.filter(
      cell => cell !== holder && cell.row <= holder.row && cell.row + cell.rowSpan > holder.row,
    );
    return beside.length < 3 && tablesIn(holder.content).some(inner => weight(inner) > own.length);
  });
}

/** The lines of a cell; a table inside it gives a line per row, its cells joined by spaces. */
export function linesOf(flow: Flow): string[] {
  return flow.flatMap(item => {
    if (item.kind === 'line') return [item.text.trim()];
    if (item.kind !== 'table') return [];
    const rows = new Map<number, string[]>();
    for (const cell of item.cells) {
      const text = cellText(cell.content);
      if (text !== '') rows.set(cell.row, [...(rows.get(cell.row) ?? []), text]);
    }
    return [...rows].sort(([a], [b]) => a - b).map(([, texts]) => texts.join(' '));
  });
}

/** A cell's text: its lines; blank ones stay only between others. */
export function cellText(flow: Flow): string {
  const [only] = flow;
  // The commonest cell, of which a table has thousands.
  if (flow.length === 1 && only?.kind === 'line') return only.text.trim();
  return linesOf(flow).join('\n').replace(/^\n+/, '').trimEnd();
}

function asidesOf(flow: Flow): Aside[] {
  if (flow.every(item => item.kind === 'line')) return [];
  return flow.flatMap(item => {
    if (item.kind === 'table') return item.cells.flatMap(cell => asidesOf(cell.content));
    return item.kind === 'line' ? [] : [item];
  });
}

const textsOf = (block: Block): string[] =>
  block.kind === 'grid' ? block.grid.cells.map(cell => cell.text) : [block.text];

/** What the blocks hold, in the unit of the ledger. */
export const charactersOf = (blocks: readonly Block[]): number =>
  blocks.flatMap(textsOf).reduce((sum, text) => sum + countCharacters(text), 0);

/** What a flow comes to: blocks in reading order, and what was noticed on the way. */
export interface Assembled {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/**
 * Turns a flow into blocks: data tables into grids, numbered in reading order; the contents of wrappers into what
 * they hold; lines without a place of their own are numbered over the document.
 */
export function assemble(flow: Flow, budget: Budget): Assembled {
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  let lines = 0;
  let tables = 0;
  let last: readonly Place[] = [];

  const note = (item: Aside, places: readonly Place[]) => {
    if (item.kind === 'finding') findings.push({ places, ...item.finding });
    else blocks.push({ ...item, places });
  };
  const grid = (table: Table): Grid => {
    const name = { table: ++tables };
    const laid = table.cells.map(cell => ({ ...cell, text: cellText(cell.content) }));
    const place = (_: LaidCell, row: number, column: number) => ({ ...name, row: row + 1, column: column + 1 });
    return buildGrid(laid, name, place, budget);
  };
  const add = (items: Flow): void => {
    for (const item of items) {
      if (item.kind === 'line') {
        const text = item.text.trim();
        if (text === '') continue;
        last = [item.place ?? { line: ++lines, column: 1 }];
        blocks.push({ kind: item.furniture ? 'furniture' : 'paragraph', text, places: last });
      } else if (item.kind !== 'table') note(item, last);
      else if (isWrapper(item)) for (const cell of item.cells) add(cell.content);
      else {
        const made = grid(item);
        blocks.push({ kind: 'grid', grid: made });
        const inOrder = [...item.cells].sort((a, b) => a.row - b.row || a.column - b.column);
        for (const [i, cell] of inOrder.entries())
          for (const aside of asidesOf(cell.content)) note(aside, made.cells[i]!.places);
      }
    }
  };
  add(flow);
  return { blocks, findings };
}
