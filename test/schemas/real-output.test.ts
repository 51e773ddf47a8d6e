import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { type Converted, convert } from '../../src/convert.ts';
import { emit, toJson } from '../../src/emit/index.ts';
import { jsonSchema, type SchemaName, schemaNames } from '../../src/json-schema.ts';
import { everything } from '../emit/make-everything.ts';

// Every published schema, compiled by a validator that is not the one it was made with, on what the program really writes.

const samples = resolve(import.meta.dirname, '../../samples');
const documents = readdirSync(samples, { recursive: true })
  .map(String)
  .filter(name => /\.(?:txt|docx|html|xlsx|pdf)$/.test(name))
  .sort();

const converted = await Promise.all(
  documents.map(
    async (name): Promise<Converted> =>
      (await convert({ name, bytes: readFileSync(resolve(samples, name)) })).plans[0]!,
  ),
);

/** Real output of each schema that the program writes, by what it came from. */
const outputs: Partial<Record<SchemaName, () => readonly (readonly [name: string, text: string])[]>> = {
  plan: () => [
    ...converted.map(({ plan }, i) => [documents[i]!, emit(plan)] as const),
    ['a plan that has everything', emit(everything)],
  ],
  trace: () => converted.map(({ trace }, i) => [documents[i]!, toJson(trace)] as const),
};

const compiled = (name: SchemaName): ValidateFunction => {
  // A union of types is how a nullable value is written; everything else of strict mode holds.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  formats.default(ajv);
  return ajv.compile(jsonSchema(name));
};

describe.each(schemaNames)('%s', name => {
  test('compiles in strict mode, is as published, and says what it is', () => {
    compiled(name);
    const published = JSON.parse(readFileSync(resolve(samples, `../schemas/${name}.schema.json`), 'utf8'));
    expect(published).toEqual(jsonSchema(name));
    expect(published).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:choucha:schema:${name}@1`,
      title: expect.stringMatching(/\p{Script=Han}/u),
    });
  });
});

describe.each(Object.entries(outputs))('%s', (name, made) => {
  const validate = compiled(name as SchemaName);
  const written = made();
  test.each(written)('holds for %s', (_, text) => {
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  });
  test('refuses what lacks something, and what has something else', () => {
    const data = JSON.parse(written[0]![1]);
    for (const key of Object.keys(data)) {
      const { [key]: _, ...without } = data;
      expect([key, validate(without)]).toEqual([key, false]);
    }
    expect(validate({ ...data, colour: 'red' })).toBe(false);
    expect(validate({ ...data, schema: 'choucha/other@1' })).toBe(false);
  });
});
