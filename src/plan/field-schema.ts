import { z } from 'zod';
import { planSchema, taskSchema } from './schema.ts';

const published = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output', reused: 'inline' });
  return rest;
};

/** JSON Schema of a field's value in a task; a column that nobody knows holds text. */
export function fieldSchema(name: string): object {
  const shape: Readonly<Record<string, z.ZodType>> = taskSchema.shape;
  return published(shape[name] ?? z.string().min(1).nullable());
}

/** JSON Schema of a property of the plan itself. */
export const headSchema = (name: keyof typeof planSchema.shape): object => published(planSchema.shape[name]);
