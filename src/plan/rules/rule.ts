import type { Code, Finding } from '../../model/diagnostic.ts';
import type { Trace, TracedCell } from '../../model/traced.ts';
import type { Plan, Task } from '../schema.ts';

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

export const pointerTo = (task: number, field: string): string => `/tasks/${task}/${field}`;

/** How people call a task: its printed number, else its position. */
export const label = (task: Task | undefined, index: number): string =>
  task?.number != null ? String(task.number) : `#${index + 1}`;

/** Index of the task that a trace row belongs to. */
export const taskIndex = (row: { readonly task: string }): number => Number(row.task.slice('/tasks/'.length));

/** The trace's cell behind a task's field, and its row. */
export function cellBehind(
  { trace }: Evidence,
  task: number,
  field: string,
): { readonly row: string; readonly cell: TracedCell } | null {
  const index = trace?.rows.findIndex(row => taskIndex(row) === task && row.cells[field]) ?? -1;
  const cell = trace?.rows[index]?.cells[field];
  return cell ? { row: `/rows/${index}`, cell } : null;
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
