import { fieldExpected, fieldOf, fieldTitle } from '../../fields/index.ts';
import { origins, type Trace, type TracedCell } from '../../model/traced.ts';
import { fieldSchema, headSchema } from '../../plan/field-schema.ts';
import { headTitles } from '../../plan/head-titles.ts';
import { label, rowsOfTask } from '../../plan/rules/index.ts';
import { type Plan, type Task, taskFields } from '../../plan/schema.ts';
import type { CellData, FieldData, ReviewData, RowData, TaskData, ValueId } from './data.ts';
import type { Tables } from './tables.ts';

/** The fields of a plan in canonical order, then the columns that nobody knows. */
export function fieldsOf(trace: Trace): string[] {
  const present = new Set(trace.rows.flatMap(({ cells }) => Object.keys(cells)));
  return [...taskFields.filter(name => present.has(name)), ...[...present].filter(name => name.startsWith('extra:'))];
}

export const fieldData = (name: string): FieldData => ({
  name,
  title: fieldTitle(name),
  expected: fieldExpected(name),
  schema: fieldSchema(name),
});

/** How a corrections file calls each task: by its printed number where no other bears it, else by position. */
export function addressesOf({ tasks }: Plan): string[] {
  const times = new Map<number | null, number>();
  for (const { number } of tasks) times.set(number, (times.get(number) ?? 0) + 1);
  return tasks.map(({ number }, index) =>
    number !== null && times.get(number) === 1 ? String(number) : `#${index + 1}`,
  );
}

type Row = Record<string, unknown> & Pick<Task, 'extra'>;

/** The value of a field in a task or one of its parts. */
export const statedIn = (from: Row, field: string): unknown =>
  field.startsWith('extra:') ? from.extra?.[field.slice('extra:'.length)] : from[field];

/** Enters a value with its canonical text; null where there is none. */
export function enterValue(field: string, value: unknown, { values }: Tables): ValueId {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  const isText = typeof value === 'string' || field === 'items';
  return values.of([isText ? null : fieldOf(field).format(value), value]);
}

export function taskData(plan: Plan, trace: Trace, fields: readonly string[], tables: Tables): TaskData[] {
  const addresses = addressesOf(plan);
  const valuesOf = (from: Row, all: boolean): Record<number, ValueId> =>
    Object.fromEntries(
      fields.flatMap((field, i) =>
        all || statedIn(from, field) !== undefined ? [[i, enterValue(field, statedIn(from, field), tables)]] : [],
      ),
    );
  return plan.tasks.map((task, index) => ({
    label: label(task, index),
    address: addresses[index]!,
    name: task.name,
    rows: rowsOfTask(trace.rows, index),
    values: valuesOf(task as Row, true),
    ...(task.parts && { parts: task.parts.map(part => valuesOf(part as Row, false)) }),
    unread: Object.keys(task.unread ?? {}).flatMap(field => (fields.includes(field) ? [fields.indexOf(field)] : [])),
  }));
}

export function rowData(trace: Trace, fields: readonly string[], tables: Tables): RowData[] {
  return trace.rows.map(({ task, cells }) => ({
    task: Number(task.slice('/tasks/'.length)),
    cells: Object.fromEntries(
      fields.flatMap((field, i) => (cells[field] ? [[i, cellData(field, cells[field], tables)]] : [])),
    ),
  }));
}

function cellData(field: string, { raw, by, origin, from, places }: TracedCell, tables: Tables): CellData {
  const title = fieldOf(field).notations.find(({ name }) => name === by)?.title;
  const notation = by === undefined ? -1 : tables.notations.of(title ?? { zh: by, en: by });
  return [
    tables.texts.of(raw),
    notation,
    origins.indexOf(origin),
    from === undefined ? -1 : Number(from.slice('/rows/'.length)),
    ...places.map(tables.spots.of),
  ];
}

type HeadField = keyof typeof headTitles;
export const headFields = Object.keys(headTitles) as HeadField[];

/** What the plan says of itself. */
export const headData = (plan: Plan, trace: Trace, tables: Tables): ReviewData['head'] =>
  headFields.map(name => {
    const cell = trace.plan[name];
    return {
      name,
      title: headTitles[name],
      expected: headTitles[name],
      schema: headSchema(name),
      value: headValue(plan, name, tables),
      cell: cell ? cellData(name, cell, tables) : null,
    };
  });

function headValue(plan: Plan, name: HeadField, { values }: Tables): ValueId {
  const value = plan[name];
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  return values.of([typeof value === 'string' && name !== 'kind' ? null : headText(plan, name), value]);
}

function headText(plan: Plan, name: HeadField): string {
  if (name === 'issuer') return plan.issuer.map(body => body.name).join('、');
  if (name === 'region') return [plan.region?.name, plan.region?.code].filter(Boolean).join(' ');
  if (name === 'kind') return plan.kind === 'joint' ? '部门联合' : '本部门';
  return String(plan[name]);
}
