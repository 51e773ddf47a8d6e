// The public library. Re-exports only.
export { type CheckResult, check } from './check.ts';
export { mapHeader } from './columns/index.ts';
export { type Conversion, type Converted, type ConvertOptions, convert } from './convert.ts';
export { type Correction, type CorrectionsFile, correctionsSchema, type Waiver } from './corrections/schema.ts';
export { compareTwins, type Twin, type TwinsResult } from './diff/twins.ts';
export { emit, type PlanFormat } from './emit/index.ts';
export { type Explanation, explain } from './explain.ts';
export { foldText } from './fields/fold.ts';
export { parseCell } from './fields/index.ts';
export { jsonSchema } from './json-schema.ts';
export type { Code, Diagnostic, Severity } from './model/diagnostic.ts';
export type { Source } from './model/document.ts';
export type { Place } from './model/place.ts';
export type { Trace } from './model/traced.ts';
export { fingerprintOf } from './plan/fingerprints.ts';
export { type Plan, planSchema, type Task } from './plan/schema.ts';
export { traceSchema } from './plan/trace-schema.ts';
export { type RawTable, readTables } from './tables.ts';
