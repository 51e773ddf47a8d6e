import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/json-schema.ts';
import { broken } from './compatible.ts';

// plan@1 as it was first published. Never regenerate this file: what breaks its promise is plan@2.
const published = JSON.parse(readFileSync(resolve(import.meta.dirname, 'plan@1.json'), 'utf8'));

test('the schema of today keeps the promise of plan@1', () => {
  expect(broken(published, jsonSchema('plan') as never)).toEqual([]);
});

describe('the promise', () => {
  const small = {
    type: 'object',
    properties: {
      id: { $ref: '#/$defs/text' },
      kind: { anyOf: [{ type: 'string', enum: ['joint', 'departmental'] }, { type: 'null' }] },
      year: { type: 'integer', minimum: 1990 },
      tasks: { type: 'array', items: { type: 'object', properties: { name: { $ref: '#/$defs/text' } }, required: [] } },
    },
    required: ['id', 'kind', 'year', 'tasks'],
    additionalProperties: false,
    $defs: { text: { type: 'string', minLength: 1 } },
  };
  // biome-ignore lint/suspicious/noExplicitAny: edits reach into JSON
  type Edit = (schema: any) => unknown;
  const edited = (edit: Edit) => {
    const copy = structuredClone(small);
    edit(copy);
    return broken(small, copy);
  };
  test.each<[string, Edit]>([
    ['nothing', () => {}],
    ['a title', schema => Object.assign(schema.properties.id, { title: '标识' })],
    ['a new optional property', schema => Object.assign(schema.properties, { note: { type: 'string' } })],
    ['one deep down', schema => Object.assign(schema.properties.tasks.items.properties, { note: { type: 'string' } })],
    ['a definition moved', schema => Object.assign(schema.properties, { id: { type: 'string', minLength: 1 } })],
  ])('allows: %s', (_, edit) => {
    expect(edited(edit)).toEqual([]);
  });
  test.each<[string, Edit, string]>([
    ['a property removed', schema => delete schema.properties.kind, '/properties/kind: removed'],
    ['one that is no longer required', schema => schema.required.pop(), '/required: changed'],
    ['a new required one', schema => schema.required.push('note'), '/required: changed'],
    [
      'a new value',
      schema => schema.properties.kind.anyOf[0].enum.push('other'),
      '/properties/kind/anyOf/0/enum: changed',
    ],
    ['a value removed', schema => schema.properties.kind.anyOf[0].enum.pop(), '/properties/kind/anyOf/0/enum: changed'],
    [
      'null where there was none',
      schema =>
        Object.assign(schema.properties, { year: { anyOf: [{ type: 'integer', minimum: 1990 }, { type: 'null' }] } }),
      '/properties/year/type: removed',
    ],
    [
      'another type',
      schema => Object.assign(schema.properties.year, { type: 'number' }),
      '/properties/year/type: changed',
    ],
    ['another bound', schema => delete schema.properties.year.minimum, '/properties/year/minimum: removed'],
    ['a new bound', schema => Object.assign(schema.$defs.text, { maxLength: 9 }), '/properties/id/maxLength: added'],
    [
      'what an item is',
      schema => Object.assign(schema.properties.tasks.items, { type: 'string' }),
      '/properties/tasks/items/type: changed',
    ],
    [
      'a further alternative',
      schema => schema.properties.kind.anyOf.push({ type: 'integer' }),
      '/properties/kind/anyOf: changed',
    ],
    ['open objects', schema => Object.assign(schema, { additionalProperties: true }), '/additionalProperties: changed'],
  ])('breaks: %s', (_, edit, where) => {
    expect(edited(edit)).toContain(where);
  });
});
