import { taskId } from '../plan/identity.ts';
import { type Plan, planSchema, type Task } from '../plan/schema.ts';
import { yearsOf } from './compare.ts';
import type { Change, Diff } from './schema.ts';
import { type Row, rowsOf } from './task-values.ts';
import { moveYears } from './values/period.ts';

type Draft = Record<string, unknown> & { extra?: Record<string, string>; unread?: Record<string, string> };

/**
 * Makes of a plan what a diff says it became: a plan equivalent to the head. Tasks stand in base order, with what was added or
 * divided behind; title and id stay the base's. Windows that did not change move to the head's year.
 * @throws RangeError where the diff is of another plan.
 */
export function applyDiff(base: Plan, diff: Diff): Plan {
  if (diff.base.id !== base.id) throw new RangeError(`the diff is of ${diff.base.id}, not of ${base.id}`);
  const byId = new Map(base.tasks.map(task => [task.id, task]));
  const years = yearsOf(diff);
  const tasks = diff.tasks.flatMap(({ head, content, changes, base: [id] }): (readonly [string, Draft])[] => {
    if (content) return content.head.map((task): [string, Draft] => [task.id, structuredClone(task) as Draft]);
    const task = byId.get(id!);
    if (!task) throw new RangeError(`the plan has no task ${id}`);
    return [[head[0]!, changed(task, changes, years)]];
  });
  for (const change of diff.plan.changes) applyColumn(change, tasks);
  const notes = diff.plan.changes.find(({ field }) => field === 'notes');
  return planSchema.parse({
    ...base,
    year: diff.head.year,
    notes: notes ? notes.to : base.notes,
    tasks: tasks.map(([, task], index) => ({ ...task, id: taskId(base.id, index) })),
  });
}

/** A task with its changes; what is said by row is put together again, row by row. */
function changed(task: Task, changes: readonly Change[], years: number): Draft {
  const draft = structuredClone(task) as Draft;
  if (task.period) draft.period = moveYears(task.period, years);
  if (task.parts && years !== 0)
    draft.parts = task.parts.map(part => {
      const { period } = part as Pick<Task, 'period'>;
      return period ? { ...part, period: moveYears(period, years) } : part;
    });
  for (const change of changes) setValue(draft, change);
  return draft;
}

const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.length > 0 && value.every(row => isRow(row));
const isRow = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.keys(row).sort().join() === 'items,value';

function setValue(draft: Draft, { field, to, unread }: Pick<Change, 'field' | 'to' | 'unread'>): void {
  const header = field.startsWith('extra:') ? field.slice('extra:'.length) : null;
  const texts = { ...draft.unread };
  delete texts[field];
  if (unread?.head !== undefined) texts[field] = unread.head;
  draft.unread = texts;
  if (Object.keys(texts).length === 0) delete draft.unread;

  takeRows(draft, field);
  const rows = isRows(to) ? to : null;
  const value = rows ? (['lead', 'partners', 'executors'].includes(field) ? [] : null) : to;
  if (header === null) draft[field] = value;
  else {
    draft.extra = { ...draft.extra };
    delete draft.extra[header];
    if (typeof value === 'string') draft.extra[header] = value;
    if (Object.keys(draft.extra).length === 0) delete draft.extra;
  }
  if (rows) putRows(draft, field, rows);
}

type Part = { items: string[]; extra?: Record<string, string> } & Record<string, unknown>;

/** What the task said of the field by row goes; a row that says nothing any more is none. */
function takeRows(draft: Draft, field: string): void {
  if (!rowsOf(draft as unknown as Task, field)) return;
  const parts = (draft.parts as Part[]).map(({ ...part }) => {
    if (field.startsWith('extra:')) part.extra = without(part.extra, field.slice('extra:'.length));
    else delete part[field];
    if (part.extra && Object.keys(part.extra).length === 0) delete part.extra;
    return part;
  });
  if (parts.every(part => Object.keys(part).length === 1)) delete draft.parts;
  else draft.parts = parts;
}

const without = (texts: Record<string, string> | undefined, header: string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts ?? {}).filter(([name]) => name !== header));

/** Joins the values of a field by row to what else is said by row; rows are the same where their items are. */
function putRows(draft: Draft, field: string, rows: readonly Row[]): void {
  const rest = [...((draft.parts as Part[] | undefined) ?? [])];
  draft.parts = rows.map(({ items, value }): Part => {
    const key = JSON.stringify(items);
    const at = rest.findIndex(part => JSON.stringify(part.items) === key);
    const known = (at >= 0 ? rest.splice(at, 1)[0] : rest.length === rows.length ? undefined : rest.shift()) ?? {};
    const part: Part = { ...known, items: [...items] };
    if (field.startsWith('extra:')) part.extra = { ...part.extra, [field.slice('extra:'.length)]: String(value) };
    else part[field] = value;
    return part;
  });
}

/** A column that came or went does so for every task. */
function applyColumn({ field, kind, to }: Change, tasks: readonly (readonly [string, Draft])[]): void {
  if (field === 'notes') return;
  for (const [id, task] of tasks) {
    const value = kind === 'added' ? ((to as Record<string, unknown>)[id] ?? null) : null;
    const header = field.startsWith('extra:') ? field.slice('extra:'.length) : null;
    if (header === null && value === null && kind === 'removed') delete task[field];
    else setValue(task, { field, to: value });
  }
}
