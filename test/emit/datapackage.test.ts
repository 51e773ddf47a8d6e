import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/emit/tables/index.ts';
import { exportPlans } from '../../src/export.ts';
import { everything, founding } from './make-everything.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

const { plan, trace } = await founding();
const files = new Map(
  (await exportPlans([{ plan, trace }, { plan: everything }], 'datapackage')).map(({ name, bytes }) => [name, bytes]),
);
const textOf = (name: string): string => new TextDecoder().decode(files.get(name));
const descriptor = JSON.parse(textOf('datapackage.json')) as { resources: Resource[] };
const rowsOf = ({ path }: Resource): Record<string, string>[] => parse(textOf(path), { columns: true });

/** Table Schema's lexical forms, as its specification gives them. */
const forms: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: text => /^[+-]?\d+$/.test(text),
  number: text => /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text),
  boolean: text => /^(?:true|false)$/.test(text),
  date: text => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  array: text => Array.isArray(JSON.parse(text)),
  object: text => JSON.parse(text).constructor === Object,
};

test('a resource per table, and nothing else but the scripts that load them', () => {
  expect(descriptor.resources.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
  expect([...files.keys()].sort()).toEqual(
    [
      ...descriptor.resources.map(({ path }) => path),
      'datapackage.json',
      'load-duckdb.sql',
      'load-postgresql.sql',
    ].sort(),
  );
});

describe.each(descriptor.resources.map(resource => [resource.name, resource] as const))('%s', (name, resource) => {
  const { fields, primaryKey, foreignKeys = [] } = resource.schema;
  const rows = rowsOf(resource);

  test('bytes and hash are those of the file', () => {
    const bytes = files.get(resource.path)!;
    expect([resource.bytes, resource.hash]).toEqual([
      bytes.length,
      `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ]);
  });
  test('the cells are what Table Schema says they are', () => {
    expect(textOf(resource.path).split('\n')[0]).toBe(fields.map(({ name: field }) => field).join(','));
    expect(rows.length).toBeGreaterThan(0);
    for (const { name: field, type, constraints } of fields)
      for (const row of rows) {
        const text = row[field]!;
        const fits = text === '' ? !constraints?.required : forms[type]!(text);
        expect([field, text, fits && (text === '' || (constraints?.enum?.includes(text) ?? true))]).toEqual([
          field,
          text,
          true,
        ]);
      }
  });
  test('keys name one row, foreign keys find theirs', () => {
    const keyOf = (row: Record<string, string>, names: readonly string[]) => names.map(key => row[key]).join('\0');
    expect(new Set(rows.map(row => keyOf(row, primaryKey))).size).toBe(rows.length);
    for (const { fields: from, reference } of foreignKeys) {
      const other = descriptor.resources.find(one => one.name === reference.resource)!;
      const known = new Set(rowsOf(other).map(row => keyOf(row, reference.fields)));
      expect(rows.filter(row => row[from[0]!] !== '' && !known.has(keyOf(row, from)))).toEqual([]);
    }
  });
  test.each(['load-postgresql.sql', 'load-duckdb.sql'])('%s makes the table with its columns and fills it', script => {
    const text = textOf(script);
    const create = text.slice(text.indexOf(`CREATE TABLE "${name}" (`)).split('\n);')[0]!;
    for (const { name: field } of fields) expect(create).toContain(`\n  "${field}" `);
    expect(create).toContain(`PRIMARY KEY (${primaryKey.map(key => `"${key}"`).join(', ')})`);
    expect(text.match(new RegExp(`copy "${name}" FROM '${name}\\.csv'`, 'gi'))).toHaveLength(1);
  });
});
