import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, codes } from '../src/model/catalogue/index.ts';

const read = (folder: string): { name: string; text: string }[] =>
  readdirSync(resolve(import.meta.dirname, folder), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.ts') && !name.endsWith('diagnostics.test.ts'))
    .map(name => ({ name, text: readFileSync(resolve(import.meta.dirname, folder, name), 'utf8') }));

const tests = read('.')
  .map(({ text }) => text)
  .join('\n');
const sources = read('../src').filter(({ name }) => !name.startsWith('model/catalogue/'));
const entries = read('../src/model/catalogue').flatMap(({ text }) =>
  [...text.matchAll(/^ {2}'?([a-z-]+)'?: \{$/gm)].map(([, code]) => code!),
);

test('every code stands in one catalogue file', () => {
  expect(entries.filter((code, i) => entries.indexOf(code) !== i)).toEqual([]);
  expect([...entries].sort()).toEqual([...codes].sort());
});

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe.each(codes)('%s', code => {
  const { message, hint } = catalogue[code];
  test('has a sentence in both languages that says what to do next', () => {
    for (const { zh, en } of [message, hint]) {
      expect(zh).toMatch(/\p{Script=Han}|\{/u);
      expect(en).not.toMatch(/^\p{Script=Han}/u);
      expect([...new Set(placeholders(zh))]).toEqual([...new Set(placeholders(en))]);
    }
    expect(hint.en.length).toBeGreaterThan(5);
  });
  test('is given somewhere, and has an example in the tests', () => {
    expect(sources.some(({ text }) => text.includes(`'${code}'`))).toBe(true);
    expect(tests.includes(code)).toBe(true);
  });
});
