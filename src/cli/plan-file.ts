import { traceOf } from '../check.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Trace } from '../model/traced.ts';
import { loadPlan } from '../plan/load.ts';
import type { Plan } from '../plan/schema.ts';
import { exit, UsageError } from './exit.ts';
import { readPlanFile } from './plan-files.ts';
import { convertSettled, type SettleOptions, type Unsettled } from './settled.ts';

/** A plan and its trace: made just now, or the one beside the plan file. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly trace: Trace | null;
}

/**
 * Reads a plan from a plan file (JSON or YAML) or from a document of any format, with the corrections beside it; why not, where that is
 * not possible.
 * @throws UsageError where a document holds several plans.
 */
export const readPlan = (file: string, options: SettleOptions): Promise<ReadPlan | Unsettled> =>
  /\.(?:json|ya?ml)$/i.test(file) ? fromPlanFile(file) : fromDocument(file, options);

async function fromPlanFile(path: string): Promise<ReadPlan | Unsettled> {
  const read = await readPlanFile(path);
  if ('severity' in read) return { path, problems: [read], code: exit.unreadable };
  const loaded = loadPlan(read.plan);
  return 'plan' in loaded
    ? { plan: loaded.plan, trace: traceOf(loaded.plan, read.trace) }
    : { path, problems: loaded.notices.map(notice => diagnose(notice, notice)), code: exit.unreadable };
}

async function fromDocument(file: string, options: SettleOptions): Promise<ReadPlan | Unsettled> {
  const settled = await convertSettled(file, options);
  if ('problems' in settled) return settled;
  const { plans } = settled.conversion;
  if (plans.length > 1)
    throw new UsageError(
      `${file}: 文件中有 ${plans.length} 个计划，请先转换，再比较计划文件 / it holds ${plans.length} plans; convert it first and compare the plan files`,
    );
  return plans[0]!;
}
