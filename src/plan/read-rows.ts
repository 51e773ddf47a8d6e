import { type Column, divideCell } from '../columns/index.ts';
import { remembered } from '../fields/data.ts';
import { blank, type CellContext, isRefused, type Parsed } from '../fields/field.ts';
import { foldText } from '../fields/fold.ts';
import { bodyFields, fieldOf, looksLike } from '../fields/index.ts';
import { joinEnds, type Period, periodEnd } from '../fields/period.ts';
import { ratioAndFrequency } from '../fields/ratio-and-frequency.ts';
import type { Line, PlanTable, RowCell } from '../locate/index.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Origin } from '../model/traced.ts';

/** One field of one row: what stands there and what it was read as. */
export interface ReadCell {
  /** As the source shows it. */
  readonly raw: string;
  readonly text: string;
  readonly value: unknown;
  readonly by: string | null;
  readonly origin: Origin;
  /** Index of the row it was taken from. */
  readonly from: number | null;
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  /** A text stands here and gave no value (a combined cell that says nothing of this field is not unread). */
  readonly unread: boolean;
}

/** A data row by field; `extra:<header>` for columns that nobody knows. */
export interface ReadRow {
  readonly cells: Map<string, ReadCell>;
  readonly section: Line | null;
}

export const isBlankCell = (cell: ReadCell | undefined): boolean => cell === undefined || cell.text === '';

/** Reads every cell of a table by the fields of its columns. */
export function readRows(table: PlanTable, columns: readonly Column[], context: CellContext): ReadRow[] {
  const bodyTexts = columns
    .filter(({ fields }) => fields.some(field => bodyFields.has(field)))
    .flatMap(({ column }) => table.rows.map(row => row.cells.get(column)?.text ?? ''));
  const read = columns.map(column =>
    columnReader(column, columns, { ...context, header: column.header, column: bodyTexts }),
  );
  return table.rows.map(row => {
    const cells = new Map(columns.flatMap(({ column }, i) => read[i]!(row.cells.get(column))));
    joinPeriod(cells);
    moveCode(cells);
    return { section: row.section, cells };
  });
}

type ReadFields = [field: string, cell: ReadCell][];

/** Reads the cells of one column; a text that the column repeats is parsed once. */
function columnReader(
  { column, fields }: Column,
  columns: readonly Column[],
  context: CellContext,
): (cell: RowCell | undefined) => ReadFields {
  const both = remembered(raw => ratioAndFrequency.parse(raw, context).halves);
  const readBoth = (cell: RowCell | undefined): ReadFields => {
    const halves = both(cell?.text ?? '');
    return [
      ['ratio', readCell(cell, halves.ratio)],
      ['frequency', readCell(cell, halves.frequency)],
    ];
  };
  const parsers = fields.map(field => remembered(raw => parse(field, raw, context)));
  return cell => {
    const across = cell?.across;
    const covered = across ? columns.filter(other => other.column >= across[0] && other.column <= across[1]) : [];
    const held = across ? covered.flatMap(other => other.fields) : fields;
    const isCombined = held.includes('ratio') && held.includes('frequency');
    // A cell that lies over several columns is read in the first of them.
    if (across && column > across[0]) return isCombined ? [] : fields.map(field => [field, blankCell(cell)]);
    if (isCombined) return readBoth(cell);
    const raw = cell?.text ?? '';
    const shares = fields.length > 1 ? divideCell(fields, raw, looksLike) : null;
    return fields.map((field, i) => {
      // A combined cell that cannot be divided is reported once, under the first of its fields.
      const share = fields.length === 1 ? raw : shares ? (shares.get(field) ?? null) : i === 0 ? raw : null;
      const findings = i === 0 && across ? [liesAcross(raw, covered)] : [];
      return [field, readCell(cell, share === null ? blank : parsers[i]!(share), findings)];
    });
  };
}

const liesAcross = (raw: string, columns: readonly Column[]): Finding => ({
  code: 'cell-across-columns',
  params: { columns: columns.map(({ header }) => header).join('、'), text: foldText(raw) },
});

function parse(field: string, raw: string, context: CellContext): Parsed<unknown> {
  if (field === 'period.start') return periodEnd(raw, context, 'start');
  if (field === 'period.end') return periodEnd(raw, context, 'end');
  return fieldOf(field).parse(raw, context);
}

const blankCell = (cell: RowCell | undefined): ReadCell => ({
  raw: '',
  text: '',
  value: null,
  by: null,
  origin: 'blank',
  from: null,
  places: cell?.places ?? [],
  findings: [],
  unread: false,
});

function readCell(cell: RowCell | undefined, parsed: Parsed<unknown>, more: readonly Finding[] = []): ReadCell {
  const text = foldText(cell?.text ?? '');
  if (!cell || text === '') return blankCell(cell);
  const merged = cell.donor !== null;
  return {
    raw: cell.text,
    text,
    value: parsed.value,
    by: parsed.by,
    origin: merged ? 'merged' : 'read',
    from: cell.donor,
    places: cell.places,
    // What is to be said of a merged cell is said once, where it is printed.
    findings: merged ? [] : [...parsed.findings, ...more],
    unread: isRefused(parsed),
  };
}

/** A window in two columns, 抽取日期自 and 至, becomes one period; both cells stay in the trace. */
function joinPeriod(cells: Map<string, ReadCell>): void {
  const start = cells.get('period.start');
  const end = cells.get('period.end');
  if ((!start && !end) || cells.has('period')) return;
  const joined = joinEnds((start?.value ?? null) as string | null, (end?.value ?? null) as string | null);
  const both = [start, end].filter(cell => cell !== undefined && !isBlankCell(cell)) as ReadCell[];
  cells.set('period', {
    raw: both.map(({ raw }) => raw).join('\n'),
    text: both.map(({ text }) => text).join(' '),
    value: joined.value as Period | null,
    by: joined.by,
    origin: both[0]?.origin ?? 'blank',
    from: both[0]?.from ?? null,
    places: both.flatMap(({ places }) => places),
    findings: [...both.flatMap(({ findings }) => findings), ...joined.findings],
    unread: both.some(({ unread }) => unread) || (both.length > 0 && joined.value === null),
  });
  cells.delete('period.start');
  cells.delete('period.end');
}

/** HY-001 under 序号 is no number but a code. */
function moveCode(cells: Map<string, ReadCell>): void {
  const number = cells.get('number');
  if (typeof number?.value !== 'string') return;
  const free = isBlankCell(cells.get('code'));
  if (free) cells.set('code', number);
  cells.set('number', free ? blankCell(undefined) : { ...number, value: null, unread: true });
}
