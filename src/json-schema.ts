import { z } from 'zod';
import { configSchema } from './config.ts';
import { correctionsSchema } from './corrections/schema.ts';
import { diffSchema } from './diff/schema.ts';
import { planSchema } from './plan/schema.ts';
import { traceSchema } from './plan/trace-schema.ts';
import { reportSchema } from './report/machine/schema.ts';

const schemas = {
  plan: planSchema,
  trace: traceSchema,
  diff: diffSchema,
  corrections: correctionsSchema,
  config: configSchema,
  report: reportSchema,
} as const;

export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[];

/** A published schema as JSON Schema 2020-12. */
export const jsonSchema = (name: SchemaName): object => ({
  $id: `urn:choucha:schema:${name}@1`,
  ...z.toJSONSchema(schemas[name], { target: 'draft-2020-12', io: 'output', reused: 'ref' }),
});
