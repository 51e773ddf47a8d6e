import type { ExportFormat } from './export-format.ts';
import { byTask } from './tables/pointer.ts';

/**
 * One line per task: `{plan, task, findings}`. `plan` is the head of its plan in canonical form (without tasks) with its source and
 * the findings on the plan as a whole; `task` the canonical task; `findings` those on the task, as in the trace.
 */
export const jsonl: ExportFormat = {
  file: 'plans.jsonl',
  options: [],
  write: open => {
    const sink = open('plans.jsonl');
    return {
      add: ({ plan: { tasks, ...head }, trace, diagnostics }) => {
        const findings = byTask(diagnostics, ({ pointer }) => pointer);
        const on = (index: number | null) => findings.get(index) ?? [];
        const plan = { ...head, source: trace?.source ?? null, findings: on(null) };
        for (const [index, task] of tasks.entries()) sink(`${JSON.stringify({ plan, task, findings: on(index) })}\n`);
      },
      finish: () => {},
    };
  },
};
