import { convert } from '../convert.ts';
import { emit, toJson } from '../emit/index.ts';
import { tellAll } from '../report/findings.ts';
import { refusedBy, type TaskName, type TaskResults, type Unit, type UnitResult } from './unit.ts';

/** Does one task. A fault of ours is the refusal of its source, and is told as such; only an abort rejects. */
export async function perform<N extends TaskName>(name: N, unit: Unit, signal?: AbortSignal): Promise<TaskResults[N]> {
  try {
    return (await tasks[name](unit, signal)) as TaskResults[N];
  } catch (cause) {
    signal?.throwIfAborted();
    return refusedBy('internal-fault', { reason: whereItBroke(cause) }) as TaskResults[N];
  }
}

const tasks = {
  source: ({ source, options }: Unit, signal?: AbortSignal) =>
    convert(source, { ...options, ...(signal && { signal }) }),
  unit: async (unit: Unit, signal?: AbortSignal): Promise<UnitResult> => {
    const { plans, ...rest } = await tasks.source(unit, signal);
    return {
      ...rest,
      plans: plans.map(({ plan, trace }) => ({
        plan: emit(plan, unit.options.format),
        trace: toJson(trace),
        report: {
          format: trace.source.format,
          tasks: plan.tasks.length,
          findings: tellAll(plan, trace.diagnostics),
        },
      })),
    };
  },
};

/** The message and the innermost frame of ours, on one line. */
function whereItBroke(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const frame = /^ +at .*?([\w-]+\.[jt]s:\d+)(?::\d+)?\)?$/m.exec(cause.stack ?? '')?.[1];
  return `${cause.message.split('\n')[0]}${frame ? ` (${frame})` : ''}`;
}
