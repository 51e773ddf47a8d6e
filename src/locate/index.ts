import { mapHeader } from '../columns/index.ts';
import { foldText } from '../fields/fold.ts';
import type { Bilingual, Finding } from '../model/diagnostic.ts';
import type { Block, Document } from '../model/document.ts';
import type { Grid } from '../model/grid.ts';
import { isAttachmentMark, isContinuationMark, isSectionText, isTitleLike, opensNotes } from './line-kinds.ts';
import { filledCells, type Line, rowsOf } from './rows.ts';
import { readContinuation, readTable, type Table } from './table.ts';
import { discard, emptyTally, enter, type Tally } from './tally.ts';

export type { HeaderCell } from './header.ts';
export {
  bracketGroups,
  hasOwnMark,
  isAttachmentMark,
  isSignature,
  isTitleLike,
  opensNotes,
  sectionName,
} from './line-kinds.ts';
export type { Line } from './rows.ts';
export type { DataRow, RowCell } from './table.ts';
export { closeLedger, enter, type Tally } from './tally.ts';

/** One plan as the document shows it: its table and the prose around it. */
export interface PlanTable extends Table {
  /** Lines between the table before (or the document's start) and this one, title rows of the table included. */
  readonly above: readonly Line[];
  /** Lines after the table, up to the next plan's caption. */
  readonly below: readonly Line[];
}

export interface Located {
  readonly plans: readonly PlanTable[];
  /** What belongs to no plan: furniture, markup, tables that are no plans. */
  readonly tally: Tally;
  /** What must be said of the document, e.g. of tables that were left out. */
  readonly findings: readonly Finding[];
  /** Why there is no plan; meaningful only where there is none. */
  readonly refusal: Finding;
}

/** A plan names its tasks or their items, and says how much, how often, when or by whom. */
function isPlan(table: Table): boolean {
  const fields = new Set(
    table.header.flatMap(
      ({ text, upper }) => mapHeader(upper === undefined ? text : [upper, text]) ?? mapHeader(text) ?? [],
    ),
  );
  const any = (...names: string[]) => names.some(name => fields.has(name));
  return (
    any('name', 'items') &&
    any('ratio', 'frequency', 'period', 'period.start', 'lead', 'executors', 'population', 'sample') &&
    table.rows.length > 0
  );
}

const headerKey = (table: Table): string =>
  table.header.map(({ text, upper }) => foldText(`${upper ?? ''}${text}`)).join('|');

/** The printed number that a table's rows end or begin with, if it numbers them. */
function edgeNumber(table: Table, edge: 'first' | 'last'): number | null {
  const column = table.header.find(({ text }) => mapHeader(text)?.includes('number'))?.column;
  if (column === undefined) return null;
  const numbers = table.rows.flatMap(({ cells }) => {
    const text = foldText(cells.get(column)?.text ?? '');
    return /^\d{1,6}$/.test(text) ? [Number(text)] : [];
  });
  return numbers.at(edge === 'first' ? 0 : -1) ?? null;
}

/** Does a table with the same header go on with the one before? Numbers decide, else a title that stands between. */
function continues(before: Table, table: Table, between: readonly Line[]): boolean {
  if (headerKey(before) !== headerKey(table)) return false;
  const last = edgeNumber(before, 'last');
  const first = edgeNumber(table, 'first');
  if (first !== null && last !== null && first === last + 1) return true;
  return ![...between, ...table.above].some(({ text }) => isTitleLike(foldText(text)));
}

const joinRows = (before: PlanTable, table: Table, section: Line | null): PlanTable => {
  const shift = before.rows.length;
  const tally: Tally = {
    counts: { ...before.tally.counts },
    discarded: [...before.tally.discarded, ...table.tally.discarded],
  };
  for (const heading of Object.keys(tally.counts) as (keyof Tally['counts'])[])
    tally.counts[heading === 'header' ? 'repeatedHeaders' : heading] += table.tally.counts[heading];
  return {
    ...before,
    rows: [
      ...before.rows,
      ...table.rows.map(row => ({
        section: row.section ?? section ?? before.rows.at(-1)?.section ?? null,
        cells: new Map(
          [...row.cells].map(([column, cell]) => [
            column,
            cell.donor === null ? cell : { ...cell, donor: cell.donor + shift },
          ]),
        ),
      })),
    ],
    below: table.below,
    tally,
  };
};

const headings = { furniture: 'pageFurniture', 'repeated-header': 'repeatedHeaders', markup: 'markup' } as const;

/** Finds the plan tables of a document and shares out everything around them. */
export function locate(document: Document): Located {
  const tally = emptyTally();
  const plans: PlanTable[] = [];
  const findings: Finding[] = [];
  let headerOnly = false;
  let lines: Line[] = [];

  for (const block of document.blocks) {
    if (block.kind !== 'grid') {
      take(block);
      continue;
    }
    const { grid } = block;
    const before = plans.at(-1);
    const table = readTable(grid);
    if (table && isPlan(table)) {
      if (before && continues(before, table, lines)) join(before, table);
      else {
        const caption = before ? captionStart(lines) : 0;
        if (before) plans[plans.length - 1] = { ...before, below: [...before.below, ...lines.slice(0, caption)] };
        plans.push({ ...table, above: [...lines.slice(caption), ...table.above] });
        lines = [];
      }
    } else if (before && !table && widthOf(before) === grid.columns && lines.every(isBetweenPages)) {
      join(before, readContinuation(grid, before));
    } else if (before && opensNotes(foldText(rowLines(grid)[0]?.text ?? ''))) {
      // Notes laid out as a small table of marks and texts.
      lines.push(...rowLines(grid));
    } else {
      headerOnly ||= table !== null && table.rows.length === 0;
      findings.push(leftOut(grid));
      for (const cell of grid.cells) discard(tally, cell.text, 'table that is no plan', cell.places);
    }
  }
  const last = plans.at(-1);
  if (last) plans[plans.length - 1] = { ...last, below: [...last.below, ...lines] };
  else for (const line of lines) enter(tally, 'prose', line.text);
  const refusal: Finding = headerOnly
    ? { code: 'header-without-rows' }
    : { code: 'no-plan', params: { seen: seen(findings.length) } };
  return { plans, tally, findings, refusal };

  function take(block: Exclude<Block, { kind: 'grid' }>): void {
    if (block.kind === 'paragraph') lines.push({ text: block.text, places: block.places });
    else if (block.kind === 'discarded') discard(tally, block.text, block.why, block.places);
    else enter(tally, headings[block.kind], block.text);
  }

  /** Appends rows to the last plan; what stands between goes to its place. */
  function join(before: PlanTable, table: Table): void {
    const between = [...before.below, ...lines, ...table.above];
    const captions = between.filter(line => isSectionText(foldText(line.text)));
    const section = captions.length === 1 ? captions[0]! : null;
    for (const line of between)
      enter(
        tally,
        line === section ? 'sections' : isContinuationMark(foldText(line.text)) ? 'pageFurniture' : 'prose',
        line.text,
      );
    plans[plans.length - 1] = joinRows(before, table, section);
    lines = [];
  }
}

/** Between two plans: where the notes of the first end and the caption of the second begins. */
function captionStart(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }) => isAttachmentMark(foldText(text)) || isTitleLike(foldText(text)));
  return at < 0 ? lines.length : at;
}

/** A grid's rows as lines of prose. */
const rowLines = (grid: Grid): Line[] =>
  rowsOf(grid).flatMap(row => {
    const cells = filledCells(row);
    return cells.length === 0
      ? []
      : [{ text: cells.map(({ text }) => text).join(' '), places: cells.flatMap(({ places }) => places) }];
  });

const leftOut = (grid: Grid): Finding => ({
  code: 'other-table',
  params: {
    text: grid.cells
      .slice(0, 6)
      .map(cell => foldText(cell.text))
      .filter(text => text !== '')
      .join(' ')
      .slice(0, 60),
  },
  places: grid.cells[0]?.places ?? [],
});

const seen = (tables: number): Bilingual =>
  tables === 0
    ? { zh: '文中没有表格', en: 'the document holds no table' }
    : { zh: `文中的 ${tables} 张表都不是计划表`, en: `none of its ${tables} table(s) is one` };

const widthOf = (table: Table): number => Math.max(...table.header.map(({ column }) => column)) + 1;
const isBetweenPages = (line: Line): boolean => isContinuationMark(foldText(line.text));
