import { fieldOf, fieldTitle } from '../fields/index.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { Trace, TracedCell } from '../model/traced.ts';
import { label, rowsOfTask } from '../plan/rules/index.ts';
import { type Plan, type Task, taskFields } from '../plan/schema.ts';
import { type TwinFinding, twinCauses } from './causes.ts';

/** One document of a plan, converted. */
export interface Twin {
  readonly name: string;
  readonly plan: Plan;
  readonly trace: Trace;
}

/** What one document shows for a field of a task. */
export interface Shown {
  readonly document: string;
  readonly state: 'stated' | 'blank' | 'unread' | 'missing';
  readonly origin: string | null;
  /** The value as people write it, or the text that gave none. */
  readonly text: string | null;
  readonly places: readonly Place[];
}

/** A field on which the documents do not all say the same. */
export interface Difference {
  /** Printed number of the task, else `#` and its position. */
  readonly task: string;
  readonly field: string;
  readonly title: Bilingual;
  readonly shown: readonly Shown[];
}

export interface TwinsResult {
  readonly schema: 'choucha/twins@1';
  readonly documents: readonly string[];
  /** Fields for which every document shows the same, read or not. */
  readonly agreements: number;
  /** Fields that every document leaves blank. */
  readonly blanks: number;
  /** Fields that some leave blank and the others, from what they print or merge, state alike. */
  readonly settled: readonly Difference[];
  readonly disagreements: readonly Difference[];
  /** Findings of which the documents tell whether they stand in the source or were made by conversion. */
  readonly causes: readonly TwinFinding[];
}

/** Pairs the tasks of documents that show one plan: by number and name, else by position. */
function alignTasks(twins: readonly Twin[]): (number | null)[][] {
  const keyOf = (task: Task) => JSON.stringify([task.number ?? task.code ?? null, task.name]);
  const positions = twins.map(({ plan }) => {
    const keys = new Map<string, number>();
    for (const [index, task] of plan.tasks.entries()) if (!keys.has(keyOf(task))) keys.set(keyOf(task), index);
    return keys;
  });
  const sizes = new Set(twins.map(({ plan }) => plan.tasks.length));
  const first = twins[0]!.plan.tasks;
  const aligned = first.map((task, index) =>
    positions.map((keys, i) => (i === 0 ? index : (keys.get(keyOf(task)) ?? (sizes.size === 1 ? index : null)))),
  );
  // Tasks that the first document lacks stand after its own.
  for (const [i, { plan }] of twins.entries())
    for (const index of plan.tasks.keys())
      if (!aligned.some(row => row[i] === index)) aligned.push(twins.map((_, j) => (j === i ? index : null)));
  return aligned;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const cellOf = ({ trace }: Twin, task: number, field: string): TracedCell | undefined =>
  rowsOfTask(trace.rows, task).flatMap(row => trace.rows[row]!.cells[field] ?? [])[0];

function show(twin: Twin, task: number | null, field: string): Shown {
  const found = task === null ? undefined : twin.plan.tasks[task];
  if (task === null || !found) return { document: twin.name, state: 'missing', origin: null, text: null, places: [] };
  const cell = cellOf(twin, task, field);
  const value = (found as Record<string, unknown>)[field];
  const unread = found.unread?.[field];
  const state = unread !== undefined ? 'unread' : isEmpty(value) ? 'blank' : 'stated';
  return {
    document: twin.name,
    state,
    origin: cell?.origin ?? null,
    text: state === 'stated' ? fieldOf(field).format(value) : (unread ?? null),
    places: cell?.places ?? [],
  };
}

/** Compares documents of one plan cell by cell: what they agree on, what differs, and what one settles for the others. */
export function compareTwins(twins: readonly Twin[]): TwinsResult {
  const settled: Difference[] = [];
  const disagreements: Difference[] = [];
  let [agreements, blanks] = [0, 0];
  const fields = taskFields.filter(field => twins.some(({ plan }) => plan.tasks.some(task => field in task)));
  const aligned = alignTasks(twins);
  for (const positions of aligned) {
    const owner = positions.findIndex(position => position !== null);
    const task = label(twins[owner]!.plan.tasks[positions[owner]!], positions[owner]!);
    for (const field of fields) {
      const shown = twins.map((twin, i) => show(twin, positions[i]!, field));
      const stated = shown.filter(({ state }) => state === 'stated');
      const alike = new Set(shown.map(({ state, text }) => `${state} ${text ?? ''}`)).size === 1;
      if (alike && shown[0]!.state === 'blank') blanks++;
      else if (alike) agreements++;
      else {
        const oneValue = stated.length > 0 && new Set(stated.map(({ text }) => text)).size === 1;
        const othersBlank = shown.every(({ state }) => state === 'stated' || state === 'blank');
        const evident = stated.some(({ origin }) => origin === 'read' || origin === 'merged');
        const difference = { task, field, title: fieldTitle(field), shown };
        (oneValue && othersBlank && evident ? settled : disagreements).push(difference);
      }
    }
  }
  return {
    schema: 'choucha/twins@1',
    documents: twins.map(({ name }) => name),
    agreements,
    blanks,
    settled,
    disagreements,
    causes: twinCauses(twins, aligned),
  };
}
