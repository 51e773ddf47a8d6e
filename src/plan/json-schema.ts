import { z } from 'zod';
import { planSchema } from './schema.ts';
import { traceSchema } from './trace-schema.ts';

const schemas = { plan: planSchema, trace: traceSchema } as const;

export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[];

/** A published schema as JSON Schema 2020-12. */
export const jsonSchema = (name: SchemaName): object => ({
  $id: `urn:choucha:schema:${name}@1`,
  ...z.toJSONSchema(schemas[name], { target: 'draft-2020-12', io: 'output', reused: 'ref' }),
});
