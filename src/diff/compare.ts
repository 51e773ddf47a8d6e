import type { Trace } from '../model/traced.ts';
import type { Plan, Task } from '../plan/schema.ts';
import { compareTasks, type Found } from './compare-task.ts';
import { compareDivided } from './divided.ts';
import { findings } from './findings.ts';
import { type Group, matchTasks, type Pins } from './match/index.ts';
import { placeOf, type Traces } from './places.ts';
import { comparePlanLevel } from './plan-level.ts';
import type { Change, Diff, Entry, Relation, Status } from './schema.ts';
import { columnsOf } from './task-values.ts';
import type { Comparing } from './values/verdict.ts';
import { settingsOf } from './wording.ts';

export interface CompareOptions {
  /** How the plans stand to each other; by default plans of different years are successors, others adjustments. */
  readonly as?: Relation;
  /** Decisions on what belongs together, by position; they outrank the score. */
  readonly pins?: Pins;
  /** Traces, for places in the sources. */
  readonly traces?: { readonly base?: Pick<Trace, 'rows'>; readonly head?: Pick<Trace, 'rows'> };
}

/** Plans of different years follow one another; those of one year are editions or levels of one. */
export function relationOf(base: Plan, head: Plan): Relation {
  const [from, to] = [yearOf(base), yearOf(head)];
  return from !== null && to !== null && from !== to ? 'successor' : 'adjustment';
}

/** Years by which the base's dates are moved. */
export function yearsBetween(base: Plan, head: Plan, as: Relation): number {
  return yearsOf({ as, base: { year: yearOf(base) }, head: { year: yearOf(head) } });
}

/** The same of a diff. */
export const yearsOf = ({ as, base, head }: Pick<Diff, 'as'> & Record<'base' | 'head', Pick<Diff['base'], 'year'>>) =>
  as === 'successor' && base.year !== null && head.year !== null ? head.year - base.year : 0;

/** The year of a plan, or where it names none the one in which most of its windows end. */
export function yearOf({ year, tasks }: Pick<Plan, 'year' | 'tasks'>): number | null {
  if (year !== null) return year;
  const counts = new Map<number, number>();
  for (const { period } of tasks) {
    const date = period?.end ?? period?.start;
    if (date) counts.set(Number(date.slice(0, 4)), (counts.get(Number(date.slice(0, 4))) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/**
 * What changed from one plan to another. Tasks are paired by what they say, never by number; values are compared as values.
 * The result has no changes exactly where the plans are equivalent (`areEquivalent`).
 */
export function comparePlans(base: Plan, head: Plan, options: CompareOptions = {}): Diff {
  const as = options.as ?? relationOf(base, head);
  const settings = settingsOf(base, head);
  const comparing: Comparing = { ...settings, years: yearsBetween(base, head, as) };
  const traces: Traces = { base: options.traces?.base ?? null, head: options.traces?.head ?? null };
  const groups = matchTasks(base, head, settings, options.pins);
  const columns = columnsOf(head);
  const fields = columnsOf(base).filter(field => columns.includes(field));
  const tasks = groups.map(group => entryOf(group, { base, head, fields, comparing, traces }));
  return {
    schema: 'choucha/diff@1',
    base: titleOf(base),
    head: titleOf(head),
    as,
    tasks,
    plan: comparePlanLevel(base, head, comparing),
    ...findings(groups, { base, head, as, comparing, traces }),
    summary: summarise(tasks),
  };
}

const titleOf = (plan: Plan): Diff['base'] => ({ id: plan.id, title: plan.title, year: yearOf(plan) });

interface Scene {
  readonly base: Plan;
  readonly head: Plan;
  readonly fields: readonly string[];
  readonly comparing: Comparing;
  readonly traces: Traces;
}

const statusOf = ({ base, head }: Group): Status => {
  if (head.length === 0) return 'dropped';
  if (base.length === 0) return 'added';
  if (base.length === 1 && head.length === 1) return 'kept';
  return base.length <= head.length ? 'split' : 'merged';
};

function entryOf(group: Group, { base, head, fields, comparing, traces }: Scene): Entry {
  const status = statusOf(group);
  const from = group.base.map(i => base.tasks[i]!);
  const to = group.head.map(j => head.tasks[j]!);
  const compared = compareGroup(status, from, to, fields, comparing);
  const other = status === 'dropped' ? head : base;
  const placed = (change: Found): Change => ({
    ...change,
    places: [
      ...group.base.filter(only(change, base)).map(i => placeOf(traces, 'base', i, change.field)),
      ...group.head.filter(only(change, head)).map(j => placeOf(traces, 'head', j, change.field)),
    ],
  });
  return {
    status,
    base: from.map(({ id }) => id),
    head: to.map(({ id }) => id),
    renamed: compared.renamed,
    ...(group.match && { match: group.match }),
    ...(group.nearest !== undefined && { nearest: other.tasks[group.nearest]!.id }),
    changes: compared.changes.map(placed),
    folded: [...compared.folded],
    ...(status !== 'kept' && { content: { base: from, head: to } }),
  };
}

/** A change of one part of a divided task stands there, not at the other parts. */
const only =
  ({ task }: Found, { tasks }: Plan) =>
  (index: number, _: number, all: readonly number[]): boolean =>
    task === undefined || !all.some(i => tasks[i]!.id === task) || tasks[index]!.id === task;

function compareGroup(
  status: Status,
  base: readonly Task[],
  head: readonly Task[],
  fields: readonly string[],
  comparing: Comparing,
): ReturnType<typeof compareTasks> {
  if (status === 'kept') return compareTasks(base[0]!, head[0]!, fields, comparing);
  if (status === 'split' && base.length === 1)
    return { ...compareDivided({ whole: base[0]!, parts: head, side: 'base' }, fields, comparing), renamed: false };
  if (status === 'merged' && head.length === 1)
    return { ...compareDivided({ whole: head[0]!, parts: base, side: 'head' }, fields, comparing), renamed: false };
  return { changes: [], folded: [], renamed: false };
}

function summarise(tasks: readonly Entry[]): Diff['summary'] {
  const count = (holds: (entry: Entry) => boolean): number => tasks.filter(holds).length;
  const of = (status: Status) => count(entry => entry.status === status);
  return {
    kept: of('kept'),
    changed: count(({ changes }) => changes.some(isKnown)),
    added: of('added'),
    dropped: of('dropped'),
    split: of('split'),
    merged: of('merged'),
    renamed: count(({ renamed }) => renamed),
    cannotTell: count(({ changes }) => changes.some(({ kind }) => kind === 'cannot-tell')),
  };
}

/** Whether it is known that something changed: of a text that nobody could read it is not. */
const isKnown = ({ kind, reason }: Change): boolean =>
  kind !== 'cannot-tell' || !(reason === 'unread-base' || reason === 'unread-head');

/** Whether a diff tells of any difference. */
export const hasChanges = ({ tasks, plan }: Diff): boolean =>
  plan.changes.length > 0 || tasks.some(({ status, changes }) => status !== 'kept' || changes.length > 0);
