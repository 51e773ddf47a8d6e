import { type Plan, planSchema } from '../plan/schema.ts';
import { toJson } from './json.ts';
import { toYaml } from './yaml.ts';

/** Formats that a plan is emitted in; each gives the same data. */
export const planFormats = { json: toJson, yaml: toYaml } as const;
export type PlanFormat = keyof typeof planFormats;

/**
 * The canonical text of a plan: properties in canonical order whatever order they came in.
 * Throws a ZodError where the plan does not fit the schema.
 */
export const emit = (plan: Plan, format: PlanFormat = 'json'): string => planFormats[format](planSchema.parse(plan));

export { toJson } from './json.ts';
export { listed } from './listed.ts';
