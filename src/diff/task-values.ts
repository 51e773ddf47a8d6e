import { type Plan, type Task, taskFields } from '../plan/schema.ts';

/** Columns that only name a task: its place in the list is no part of what it says. */
const naming: ReadonlySet<string> = new Set(['number', 'code', 'name']);

const lists: ReadonlySet<string> = new Set(['items', 'lead', 'partners', 'executors']);
const always: ReadonlySet<string> = new Set([
  ...['items', 'targets', 'ratio', 'frequency', 'creditRule', 'period', 'lead', 'partners'],
]);

/** The columns whose values say what a task is about, in canonical order, unknown ones (`extra:<header>`) last. */
export function columnsOf({ tasks }: Plan): string[] {
  const present = new Set<string>(always);
  for (const task of tasks)
    for (const holder of [task, ...(task.parts ?? [])]) {
      for (const [field, value] of Object.entries(holder)) if (!isEmpty(value)) present.add(field);
      for (const header of Object.keys(holder.extra ?? {})) present.add(`extra:${header}`);
      for (const field of Object.keys(task.unread ?? {})) present.add(field);
    }
  const known = taskFields.filter(field => present.has(field) && !naming.has(field));
  return [...known, ...[...present].filter(field => field.startsWith('extra:'))];
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

type Holder = Partial<Task> | NonNullable<Task['parts']>[number];

/** The value of a field; `extra:<header>` is the text under that header. */
export function fieldValue(holder: Holder, field: string): unknown {
  if (field.startsWith('extra:')) return holder.extra?.[field.slice('extra:'.length)] ?? null;
  return (holder as Record<string, unknown>)[field] ?? (lists.has(field) ? [] : null);
}

/** The rows of a task on which a field differs: what each is about, and its value. */
export interface Row {
  readonly items: readonly string[];
  readonly value: unknown;
}

/** The values of a field by row, where the task has several and they differ in it; else null. */
export function rowsOf(task: Task, field: string): readonly Row[] | null {
  const differs = (part: Holder): boolean =>
    field.startsWith('extra:')
      ? part.extra?.[field.slice('extra:'.length)] !== undefined
      : field !== 'items' && field in part;
  if (!task.parts?.some(differs)) return null;
  return task.parts.map(part => ({ items: (part as { items: string[] }).items, value: fieldValue(part, field) }));
}

/** What stands in a change for the value of a field: the value, or the values by row. */
export const shownValue = (task: Task, field: string): unknown => rowsOf(task, field) ?? fieldValue(task, field);
