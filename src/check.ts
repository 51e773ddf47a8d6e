import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { Trace } from './model/traced.ts';
import { fingerprintOf } from './plan/fingerprints.ts';
import { loadPlan } from './plan/load.ts';
import { checkPlan, type Notice, ruleCodes } from './plan/rules/index.ts';
import type { Plan } from './plan/schema.ts';
import { traceSchema } from './plan/trace-schema.ts';

export interface CheckResult {
  /** Null where the data is no plan. */
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that need the trace and were skipped without one. */
  readonly skipped: readonly string[];
}

/**
 * Checks the data of a plan file, and of the trace beside it where there is one, as `convert` did: it never reports
 * what `convert` did not, but for what was changed since.
 */
export function check(data: unknown, traceData?: unknown): CheckResult {
  const loaded = loadPlan(data);
  if ('notices' in loaded)
    return { plan: null, diagnostics: loaded.notices.map(notice => diagnose(notice, notice)), skipped: [] };
  const { plan } = loaded;
  const trace = traceOf(plan, traceData);
  const noticed: Notice[] = trace ? replay(trace, plan) : [];
  if (traceData !== undefined && !trace) noticed.push({ code: 'trace-mismatch' });
  const { diagnostics, skipped } = checkPlan({ plan, trace }, noticed);
  return { plan, diagnostics: asWaived(diagnostics, plan, trace), skipped };
}

/** A waiver that `convert` found to hold, holds. */
function asWaived(diagnostics: readonly Diagnostic[], plan: Plan, trace: Trace | null): readonly Diagnostic[] {
  const key = (diagnostic: Diagnostic) => `${diagnostic.code} ${fingerprintOf(diagnostic, plan)}`;
  const waived = new Map(trace?.diagnostics.flatMap(known => (known.waived ? [[key(known), known.waived]] : [])));
  if (waived.size === 0) return diagnostics;
  return diagnostics.map(diagnostic => {
    const accepted = waived.get(key(diagnostic));
    return accepted ? { ...diagnostic, waived: accepted } : diagnostic;
  });
}

/** The data as the plan's trace; null where it is none, or another plan's. */
export function traceOf(plan: Plan, data: unknown): Trace | null {
  const parsed = traceSchema.safeParse(data);
  return parsed.success && belongs(parsed.data as Trace, plan) ? (parsed.data as Trace) : null;
}

const belongs = ({ rows }: Trace, plan: Plan): boolean =>
  new Set(rows.map(({ task }) => task)).size === plan.tasks.length &&
  rows.every(({ task }) => plan.tasks[Number(task.slice('/tasks/'.length))] !== undefined);

/** What reading the cells said; an error goes once the plan states a value. */
const replay = (trace: Trace, plan: Plan): Notice[] =>
  trace.diagnostics.filter(
    ({ code, severity, pointer }) => !ruleCodes.has(code) && !(severity === 'error' && isSettled(plan, pointer)),
  );

function isSettled(plan: Plan, pointer: string | undefined): boolean {
  const [, tasks, index, field] = pointer?.split('/') ?? [];
  const task = tasks === 'tasks' ? plan.tasks[Number(index)] : undefined;
  if (!task || field === undefined) return false;
  const value = (task as Record<string, unknown>)[field];
  return task.unread?.[field] === undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
