import { toJson } from '../emit/json.ts';
import { jsonSchema, schemaNames } from '../json-schema.ts';
import { exit, UsageError } from './exit.ts';

/** `choucha schema`: gives the exit code. */
export async function schemaCommand(name: string): Promise<number> {
  const known = schemaNames.find(other => other === name);
  if (!known) throw new UsageError(`没有名为“${name}”的模式 / no schema “${name}”: ${schemaNames.join(' | ')}`);
  process.stdout.write(toJson(jsonSchema(known)));
  return exit.fine;
}
