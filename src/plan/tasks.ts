import type { ReadCell, ReadRow } from './read-rows.ts';
import { isBlankCell } from './read-rows.ts';
import { type Task, taskFields } from './schema.ts';

/** One task before it has its id: the rows it spans. */
export interface TaskRows {
  readonly rows: readonly number[];
}

type Draft = Omit<Task, 'id'>;

const listFields: ReadonlySet<string> = new Set(['items', 'lead', 'partners', 'executors']);
const alwaysThere: ReadonlySet<string> = new Set([
  'number',
  'name',
  'items',
  'targets',
  'ratio',
  'frequency',
  'creditRule',
  'period',
  'lead',
  'partners',
]);

const stands = (cell: ReadCell | undefined, merged: boolean): boolean =>
  !isBlankCell(cell) && (merged || cell?.origin !== 'merged');

/**
 * Groups rows into tasks: a row that prints neither number nor name continues the task above. A row whose number
 * is merged with the one above but that prints a name of its own is a task of its own.
 */
export function groupRows(rows: readonly ReadRow[], fields: ReadonlySet<string>): TaskRows[] {
  const keys = ['number', 'code', 'name'].filter(field => fields.has(field));
  const tasks: number[][] = [];
  for (const [index, row] of rows.entries()) {
    const last = tasks.at(-1);
    const own = keys.some(key => stands(row.cells.get(key), false));
    const sameSection = last && rows[last.at(-1)!]?.section === row.section;
    if (last && keys.length > 0 && !own && sameSection) last.push(index);
    else tasks.push([index]);
  }
  return tasks.map(rows => ({ rows }));
}

const empty = (field: string): unknown => (listFields.has(field) ? [] : null);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The cells of a field in a task's rows that say something of their own. */
const said = (rows: readonly ReadRow[], field: string): ReadCell[] =>
  rows.flatMap((row, i) => {
    const cell = row.cells.get(field);
    return cell && stands(cell, i === 0) ? [cell] : [];
  });

/** One task from the rows it spans; `present` are the fields that the plan has columns for. */
export function buildTask(rows: readonly ReadRow[], present: ReadonlySet<string>): Draft {
  const fields = taskFields.filter(field => alwaysThere.has(field) || present.has(field));
  const differing = fields.filter(field => field !== 'items' && differs(rows, field));
  const extras = [...present].filter(field => field.startsWith('extra:'));
  const differingExtras = extras.filter(field => differs(rows, field));

  const task: Record<string, unknown> = {};
  for (const field of fields) {
    const cells = said(rows, field);
    if (field === 'items') task[field] = cells.flatMap(({ value }) => (value as string[] | null) ?? []);
    else task[field] = differing.includes(field) ? empty(field) : (firstValue(cells) ?? empty(field));
  }
  addExtra(
    task,
    rows,
    extras.filter(field => !differingExtras.includes(field)),
  );
  if (differing.length > 0 || differingExtras.length > 0)
    task.parts = rows.map(row => {
      const part: Record<string, unknown> = { items: row.cells.get('items')?.value ?? [] };
      for (const field of differing) part[field] = row.cells.get(field)?.value ?? empty(field);
      addExtra(part, [row], differingExtras);
      return part;
    });
  const unread = unreadOf(rows, [...fields, ...present]);
  if (unread) task.unread = unread;
  return task as Draft;
}

const firstValue = (cells: readonly ReadCell[]): unknown => cells.find(({ value }) => value !== null)?.value;

/** A field differs by row where two rows of the task say different things of it. */
function differs(rows: readonly ReadRow[], field: string): boolean {
  const [first, ...others] = said(rows, field);
  return (
    first !== undefined &&
    others.some(other => !same(other.value, first.value) || (other.value === null && other.text !== first.text))
  );
}

function addExtra(target: Record<string, unknown>, rows: readonly ReadRow[], fields: readonly string[]): void {
  const extra = Object.fromEntries(
    fields.flatMap(field => {
      const text = rows.map(row => row.cells.get(field)?.text ?? '').find(found => found !== '');
      return text === undefined ? [] : [[field.slice('extra:'.length), text]];
    }),
  );
  if (Object.keys(extra).length > 0) target.extra = extra;
}

/** Texts that gave no value, by field in column order. */
function unreadOf(rows: readonly ReadRow[], fields: readonly string[]): Record<string, string> | null {
  const unread: Record<string, string> = {};
  for (const row of rows)
    for (const [field, cell] of row.cells)
      if (fields.includes(field) && cell.unread && !(field in unread)) unread[field] = cell.text;
  return Object.keys(unread).length > 0 ? unread : null;
}
