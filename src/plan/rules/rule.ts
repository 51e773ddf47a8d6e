import type { Code, Finding } from '../../model/diagnostic.ts';
import type { Trace, TracedCell } from '../../model/traced.ts';
import { pointerTo } from '../address.ts';
import type { Plan } from '../schema.ts';

export { label, pointerTo } from '../address.ts';

/** Something a rule noticed, with where in the plan it stands. */
export interface Notice extends Finding {
  readonly pointer?: string;
  readonly row?: string;
}

/** What a rule sees: the same whether the plan was just converted or read back from files. */
export interface Evidence {
  readonly plan: Plan;
  readonly trace: Pick<Trace, 'rows' | 'columns'> | null;
}

/** One check over a whole plan. It says what it saw and what it would propose; it never edits. */
export interface Rule {
  readonly name: string;
  /** Every code it can give. */
  readonly codes: readonly Code[];
  /** Whether the plan alone is enough, or its trace is needed. */
  readonly needs: 'plan' | 'trace';
  /** `before`: what the rules above it in the list noticed. */
  readonly check: (evidence: Evidence, before: readonly Notice[]) => Notice[];
}

/** Index of the task that a trace row belongs to. */
export const taskIndex = (row: { readonly task: string }): number => Number(row.task.slice('/tasks/'.length));

type Rows = Trace['rows'];

/** Rows by task, made once per trace. */
const byTask = new WeakMap<Rows, ReadonlyMap<number, readonly number[]>>();

/** Indexes of the trace rows of a task, in order. */
export function rowsOfTask(rows: Rows, task: number): readonly number[] {
  let index = byTask.get(rows);
  if (!index) {
    const built = new Map<number, number[]>();
    for (const [i, row] of rows.entries()) built.set(taskIndex(row), [...(built.get(taskIndex(row)) ?? []), i]);
    byTask.set(rows, built);
    index = built;
  }
  return index.get(task) ?? [];
}

/** The trace's cell behind a task's field, and its row. */
export function cellBehind(
  { trace }: Evidence,
  task: number,
  field: string,
): { readonly row: string; readonly cell: TracedCell } | null {
  if (!trace) return null;
  const index = rowsOfTask(trace.rows, task).find(i => trace.rows[i]!.cells[field]);
  return index === undefined ? null : { row: `/rows/${index}`, cell: trace.rows[index]!.cells[field]! };
}

/** Puts a notice on a task's field, with the source's text and place where the trace is at hand. */
export function noticeOn(evidence: Evidence, task: number, field: string, finding: Finding): Notice {
  const behind = cellBehind(evidence, task, field);
  return {
    ...finding,
    pointer: pointerTo(task, field),
    ...(behind && { row: behind.row, places: behind.cell.places, raw: behind.cell.raw }),
  };
}
