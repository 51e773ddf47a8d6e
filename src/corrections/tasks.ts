import type { CellContext } from '../fields/field.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Trace, TracedCell, TracedRow } from '../model/traced.ts';
import { findTask, readAddress } from '../plan/address.ts';
import type { Assembled } from '../plan/assemble.ts';
import { rowsOfTask } from '../plan/rules/index.ts';
import type { Plan, Task } from '../plan/schema.ts';
import { type Decisions, unfitValue } from './read.ts';
import { reasonOf } from './reason.ts';
import type { Correction } from './schema.ts';
import { type Named, type Nowhere, resolve } from './targets.ts';
import { type Decided, decide } from './values.ts';

/** The field of a task that a correction is about. */
export interface Cell extends Named {
  readonly task: number;
  readonly field: string;
}

/**
 * Puts the decisions on tasks in place of what was read. A decision holds for one field of one task, nothing else: neither ids
 * nor cells that took their text over from it change.
 */
export function correctTasks(
  plans: readonly Assembled[],
  { corrections }: Decisions,
): { readonly plans: readonly Assembled[]; readonly problems: readonly Diagnostic[] } {
  const { resolved, problems } = resolve(
    corrections.filter(({ target }) => readAddress(target).task !== 'plan'),
    plans.length,
    ({ target }, plan) => findCell(plans[plan]!.plan, plans[plan]!, target),
  );
  const unfit: Diagnostic[] = [];
  const corrected = plans.map((assembled, plan) =>
    resolved
      .filter(one => one.plan === plan)
      .reduce((result, one) => {
        const { field } = one.found;
        const decided = decide('task', field, one.entry.set, contextOf(assembled, field));
        if (!('expected' in decided)) return replace(result, one.found, one.entry, decided);
        unfit.push(unfitValue('correction-unfit', one.entry, decided.expected, one.entry.at));
        return result;
      }, assembled),
  );
  return { plans: corrected, problems: [...problems, ...unfit] };
}

function contextOf({ plan, columns }: Assembled, field: string): CellContext {
  const header = columns.find(({ fields }) => fields.includes(field))?.header;
  return {
    year: plan.year,
    level: plan.region?.level ?? null,
    region: plan.region?.name ?? null,
    ...(header !== undefined && { header }),
  };
}

/** The cells behind a field of a task that say something of their own, in row order. */
function said({ rows }: Pick<Trace, 'rows'>, task: number, field: string): TracedCell[] {
  return rowsOfTask(rows, task).flatMap((row, nth) => {
    const cell = rows[row]!.cells[field];
    return cell && cell.raw.trim() !== '' && (nth === 0 || cell.origin !== 'merged') ? [cell] : [];
  });
}

/** What an address names in a plan, and the text that stands there: of several rows the texts of each, in order. */
export function findCell(
  plan: Plan,
  { rows, columns }: Pick<Trace, 'rows' | 'columns'>,
  target: string,
): Cell | Nowhere {
  const { task: name, field } = readAddress(target);
  const task = findTask(plan, name);
  if (typeof task === 'object') return task;
  const there = new Set(rowsOfTask(rows, task).flatMap(row => Object.keys(rows[row]!.cells)));
  if (!there.has(field) && !columns.some(({ fields }) => fields.includes(field)) && !(field in plan.tasks[task]!)) {
    const fields = [...there].join(', ');
    return {
      problem: {
        zh: `计划中没有栏目“${field}”（有 ${fields}）`,
        en: `the plan has no field “${field}” (it has ${fields})`,
      },
    };
  }
  const texts = said({ rows }, task, field).map(cell => cell.raw);
  return { key: `${task}.${field}`, raw: texts.join('\n'), task, field };
}

type Value = Exclude<Decided, { expected: unknown }>;

function replace(assembled: Assembled, { task, field }: Cell, entry: Correction, decided: Value): Assembled {
  const { plan, columns } = assembled;
  const order = columns.flatMap(({ fields }) => fields);
  return {
    ...assembled,
    plan: {
      ...plan,
      tasks: plan.tasks.map((old, i) => (i === task ? withValue(old, field, decided.value, order) : old)),
    },
    rows: markRows(assembled, task, field, entry, decided.by),
  };
}

/** The task with a value decided on: it is no longer unread, and no longer differs by row. */
function withValue(task: Task, field: string, value: unknown, order: readonly string[]): Task {
  const { unread, parts, extra, ...rest } = task;
  const header = field.startsWith('extra:') ? field.slice('extra:'.length) : null;
  const stated = header === null ? { ...rest, [field]: value } : rest;
  const texts = header === null ? extra : withText(extra ?? {}, header, value as string | null, order);
  const left = without(unread ?? {}, field);
  const differing = (parts ?? []).map(part =>
    header === null ? (field === 'items' ? part : without(part, field)) : withoutText(part, header),
  ) as NonNullable<Task['parts']>;
  return {
    ...stated,
    ...(texts && Object.keys(texts).length > 0 && { extra: texts }),
    ...(differing.some(part => Object.keys(part).length > 1) && { parts: differing }),
    ...(Object.keys(left).length > 0 && { unread: left }),
  } as Task;
}

const without = <T extends object>(record: T, key: string): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as T;

function withoutText(part: { extra?: Record<string, string> | undefined }, header: string): object {
  const { extra, ...rest } = part;
  const left = without(extra ?? {}, header);
  return Object.keys(left).length > 0 ? { ...rest, extra: left } : rest;
}

/** Texts of unknown columns stay in the order of their columns. */
function withText(
  texts: Record<string, string>,
  header: string,
  text: string | null,
  order: readonly string[],
): Record<string, string> {
  const all: Record<string, string | null> = { ...texts, [header]: text };
  const headers = order.filter(field => field.startsWith('extra:')).map(field => field.slice('extra:'.length));
  return Object.fromEntries(headers.flatMap(name => (all[name] == null ? [] : [[name, all[name]]])));
}

/** Marks the cells that a value stands for: those with a text, and the first row's even where it is blank. */
function markRows(
  { rows }: Assembled,
  task: number,
  field: string,
  entry: Correction,
  by: string | null,
): readonly TracedRow[] {
  const own = rowsOfTask(rows, task);
  return rows.map((row, index) => {
    const cell = row.cells[field];
    if (!own.includes(index) || (index !== own[0] && (cell?.raw ?? '').trim() === '')) return row;
    const { raw = '', from, places = [] } = cell ?? {};
    const corrected: TracedCell = {
      raw,
      ...(by !== null && { by }),
      origin: 'corrected',
      ...(from !== undefined && { from }),
      correction: reasonOf(entry),
      places,
    };
    return { ...row, cells: { ...row.cells, [field]: corrected } };
  });
}
