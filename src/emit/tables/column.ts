import type { Bilingual, Diagnostic } from '../../model/diagnostic.ts';
import type { Trace } from '../../model/traced.ts';
import type { Plan } from '../../plan/schema.ts';

/** A plan with what is known of it; `trace` is null where there is none that belongs to it. */
export interface TracedPlan {
  readonly plan: Plan;
  readonly trace: Trace | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** `list`: texts; `json`: any value, in canonical property order; `date`: YYYY-MM-DD. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'list' | 'json';

/** What stands in a cell. Null is "nothing"; there are no empty texts and no empty lists. */
export type Cell = string | number | boolean | readonly string[] | object | null;
export type Row = readonly Cell[];

/** One column as every format describes it. */
export interface Column<Source> {
  /** The name in headers and databases: letters, digits and `_`. */
  readonly name: string;
  readonly type: ColumnType;
  readonly title: Bilingual;
  /** What the title does not say. */
  readonly description?: Bilingual;
  /** Never null. */
  readonly required?: boolean;
  /** All values that it can have. */
  readonly values?: readonly string[];
  readonly read: (source: Source) => Cell;
}

type Extras<Source> = Pick<Column<Source>, 'description' | 'required' | 'values'>;

/** A column by name, type, Chinese and English title, and where its value comes from. */
export const column = <Source>(
  name: string,
  type: ColumnType,
  zh: string,
  en: string,
  read: (source: Source) => Cell | undefined,
  extras: Extras<Source> = {},
): Column<Source> => ({ name, type, title: { zh, en }, ...extras, read: source => presentable(read(source)) });

/** Empty texts and lists say nothing. */
const presentable = (cell: Cell | undefined): Cell =>
  cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0)
    ? null
    : typeof cell === 'string'
      ? storable(cell)
      : cell;

/** NUL and halves of characters, which no database stores, as �. */
const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '\ufffd');

/** A list or JSON cell as text that every database takes. */
export function jsonText(value: object): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? storable(inner) : inner));
}

/** The same columns of something that a source holds. */
export const within = <Outer, Inner>(
  columns: readonly Column<Inner>[],
  inner: (outer: Outer) => Inner,
): readonly Column<Outer>[] => columns.map(one => ({ ...one, read: outer => one.read(inner(outer)) }));

/** Columns of this table whose values stand in the key of another. */
export interface Reference {
  readonly columns: readonly string[];
  readonly table: string;
}

/** One table of the relational form of plans. */
export interface Table {
  readonly name: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly columns: readonly Omit<Column<never>, 'read'>[];
  /** The primary key. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** The rows that one plan gives, cells in the order of the columns. */
  readonly rows: (plan: TracedPlan) => Row[];
}

/** A table from its columns and what in a plan its rows are made of. */
export const table = <Source>(
  description: Omit<Table, 'columns' | 'rows'>,
  columns: readonly Column<Source>[],
  sources: (plan: TracedPlan) => readonly Source[],
): Table => ({
  ...description,
  columns,
  rows: plan => sources(plan).map(source => columns.map(one => one.read(source))),
});

/** A list as a text cell holds it: one entry a line. */
export const lines = (texts: readonly string[] | undefined): string => (texts ?? []).join('\n');
