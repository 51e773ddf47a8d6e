import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** What the pipeline is made of, in the order in which data flows. */
const stages = [
  ...['model', 'geometry', 'fields', 'read', 'columns', 'locate', 'plan'],
  ...['corrections', 'emit', 'diff', 'report'],
];

/** Which folders a folder may import from, besides itself. `.` stands for the files directly in src. */
const allowed: Record<string, readonly string[]> = {
  model: [],
  geometry: ['model'],
  fields: ['model'],
  read: ['model', 'geometry', 'fields'],
  columns: ['model', 'fields'],
  locate: ['model', 'fields', 'columns'],
  plan: ['model', 'fields', 'columns', 'locate'],
  emit: ['model', 'fields', 'plan'],
  diff: ['model', 'fields', 'plan', 'emit'],
  corrections: ['model', 'fields', 'plan', 'emit'],
  report: ['model', 'fields', 'plan', 'emit', 'diff', 'corrections'],
  '.': [...stages, 'batch'],
  batch: ['.', ...stages],
  cli: ['.', ...stages, 'batch'],
};

/** Each third-party package has one home. */
const homes: Record<string, readonly string[]> = {
  zod: ['fields', 'plan', 'diff', 'corrections', 'json-schema.ts', 'config.ts', 'report/machine'],
  commander: ['cli'],
  'fast-glob': ['cli'],
  yaml: ['emit', 'corrections'],
  'csv-stringify': ['emit/csv.ts'],
  'csv-parse': ['read/text'],
  'pdfjs-dist': ['read/pdf'],
  fflate: ['read/zip.ts', 'read/docx', 'emit/xlsx.ts'],
  saxes: ['read/xml.ts'],
  cheerio: ['read/html'],
  mammoth: ['read/docx'],
  munkres: ['diff'],
  diff: ['diff', 'report'],
  tinypool: ['batch'],
  'cli-progress': ['cli'],
  'string-width': ['cli'],
  picocolors: ['cli'],
  hucre: ['emit'],
  'node-sqlite3-wasm': ['emit'],
  'hyparquet-writer': ['emit'],
};

const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(src, name), 'utf8') }));

const folderOf = (name: string): string => (name.includes('/') ? name.split('/')[0]! : '.');

const imports = files.flatMap(({ name, text }) =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g)].map(([, target]) => ({ name, target: target! })),
);

describe('architecture', () => {
  test('folders import only from those before them', () => {
    const strangers = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ name, target }) => ({ name, to: folderOf(relative(src, resolve(src, dirname(name), target))) }))
      .filter(({ name, to }) => to !== folderOf(name) && !allowed[folderOf(name)]?.includes(to))
      .map(({ name, to }) => `${name} imports from ${to}`);
    expect(strangers).toEqual([]);
  });

  test('every folder stands in the table', () => {
    expect([...new Set(files.map(({ name }) => folderOf(name)))].filter(folder => !(folder in allowed))).toEqual([]);
  });

  test('each package has one home', () => {
    const strangers = imports
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .filter(({ name, target }) => {
        const pack = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : target.split('/')[0]!;
        return !homes[pack]?.some(home => name === home || name === `${home}.ts` || name.startsWith(`${home}/`));
      })
      .map(({ name, target }) => `${name} imports ${target}`);
    expect(strangers).toEqual([]);
  });

  test('no module is over 300 lines', () => {
    const long = files
      .map(({ name, text }) => `${name}: ${text.split('\n').length - 1}`)
      .filter(line => Number(line.split(': ')[1]) > 300);
    expect(long).toEqual([]);
  });

  test('modules import each other without cycles', () => {
    const edges = new Map<string, string[]>();
    for (const { name, target } of imports.filter(({ target }) => target.startsWith('.'))) {
      const to = relative(src, resolve(src, dirname(name), target));
      // Types are erased: a cycle of types alone is no cycle at run time.
      const text = files.find(file => file.name === name)!.text;
      const line = text.split(/;\n/).find(part => part.includes(`'${target}'`)) ?? '';
      if (!/import type\b/.test(line)) edges.set(name, [...(edges.get(name) ?? []), to]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) cycles.push([...path.slice(path.indexOf(name)), name].join(' → '));
      if (path.includes(name) || done.has(name)) return;
      for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
      done.add(name);
    };
    for (const { name } of files) visit(name, []);
    expect(cycles).toEqual([]);
  });
});
