import { readFile } from 'node:fs/promises';
import { convert } from '../convert.ts';
import { fromYaml } from '../emit/yaml.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Trace } from '../model/traced.ts';
import { loadPlan } from '../plan/load.ts';
import type { Plan } from '../plan/schema.ts';
import { UsageError } from './exit.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';

/** A plan and, where it was converted just now, its trace. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly trace: Trace | null;
}

/**
 * Reads a plan from a plan file (JSON or YAML) or from a document of any format; a diagnostic where that is not possible.
 * @throws UsageError where a document holds several plans.
 */
export async function readPlan(file: string, reading: ReadingArguments): Promise<ReadPlan | readonly Diagnostic[]> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error) return [unreadable(bytes)];
  return /\.(?:json|ya?ml)$/i.test(file) ? fromPlanFile(bytes) : fromDocument(file, bytes, reading);
}

function fromPlanFile(bytes: Uint8Array): ReadPlan | readonly Diagnostic[] {
  try {
    // YAML 1.2 holds JSON.
    const loaded = loadPlan(fromYaml(new TextDecoder().decode(bytes)));
    if ('plan' in loaded) return { plan: loaded.plan, trace: null };
    return loaded.notices.map(notice => diagnose(notice, notice));
  } catch (cause) {
    return [unreadable(cause as Error)];
  }
}

async function fromDocument(
  name: string,
  bytes: Uint8Array,
  reading: ReadingArguments,
): Promise<ReadPlan | readonly Diagnostic[]> {
  const { plans, refusal } = await convert({ name, bytes }, convertOptions(reading));
  if (refusal) return [refusal];
  if (plans.length > 1)
    throw new UsageError(
      `${name}: 文件中有 ${plans.length} 个计划，请先转换，再比较计划文件 / it holds ${plans.length} plans; convert it first and compare the plan files`,
    );
  return plans[0]!;
}

const unreadable = (cause: NodeJS.ErrnoException): Diagnostic =>
  diagnose({ code: 'unreadable-file', params: { reason: cause.code ?? cause.message.split('\n')[0]! } });
