// Data alone: a parent whose children convert need not load what converts.
import type { Conversion, ConvertOptions } from '../convert.ts';
import type { PlanFormat } from '../emit/index.ts';
import { type Diagnostic, diagnose, type Params } from '../model/diagnostic.ts';
import type { Source } from '../model/document.ts';
import type { Told } from '../report/findings.ts';

/** One piece of a batch's work, all data: it can be done in this process or in another. */
export interface Unit {
  readonly source: Source;
  readonly options: UnitOptions;
}

/** What the result of a unit depends on besides the source. */
export interface UnitOptions extends Omit<ConvertOptions, 'signal'> {
  readonly format: PlanFormat;
}

/**
 * What two units have in common that give the same files: everything that a result depends on but the bytes of the source. A password and
 * the time allowed are not in it: they decide whether there is a result, not what it is.
 */
export const samenessOf = ({ source, options }: Unit): readonly unknown[] => {
  const { milliseconds: _, ...limits } = options.limits ?? {};
  const { format, soffice = null, corrections = null } = options;
  return [source.name.split(/[\\/]/).at(-1), format, soffice, limits, corrections];
};

/** What a unit came to, all data: the texts of its files, or why there are none. */
export interface UnitResult {
  /** In document order; empty where the source is refused. */
  readonly plans: readonly UnitPlan[];
  readonly refusal: Diagnostic | null;
  /** What keeps its corrections from being replayed; then there is no plan, and `refusal` is the first of these. */
  readonly unsettled: readonly Diagnostic[];
}

/** One plan of a source as it is written, and what is to be said of it. */
export interface UnitPlan {
  /** The plan file. */
  readonly plan: string;
  /** The trace file. */
  readonly trace: string;
  /** What is said of the plan, without its texts. */
  readonly report: PlanReport;
}

/** What is said of a plan, small enough to wait for its turn. */
export interface PlanReport {
  /** The reader's format: `pdf`, `docx`, … */
  readonly format: string;
  /** How many tasks it has. */
  readonly tasks: number;
  /** Its diagnostics, each to be understood without the plan. */
  readonly findings: readonly Told[];
}

/** What workers do, by name, and what it gives. */
export interface TaskResults {
  /** The texts of a source's files. */
  readonly unit: UnitResult;
  /** The plans themselves. */
  readonly source: Conversion;
}
export type TaskName = keyof TaskResults;

/** What any task gives when it gives nothing else. */
export const refusedBy = (
  code: 'internal-fault' | 'time-limit' | 'worker-died',
  params: Params,
): UnitResult & Conversion => ({ plans: [], refusal: diagnose({ code, params }), unsettled: [] });
