import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePair, type TrueChange } from '../../samples/make/composed/pair.ts';
import { convert } from '../../src/convert.ts';
import { comparePlans } from '../../src/diff/compare.ts';
import { type Diff, diffSchema } from '../../src/diff/schema.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { composePair, type Truth } from './compose-pair.ts';

const folder = resolve(import.meta.dirname, '../../samples/composed');
const read = (name: string): Buffer => readFileSync(resolve(folder, name));

/** A diff as the truth is written: tasks by position from 0, changes by field. Changes of divided tasks are left out. */
function asTruth(diff: Diff, base: Plan, head: Plan): Truth[] {
  const at = (plan: Plan, ids: readonly string[]) =>
    ids.map(id => plan.tasks.findIndex(task => task.id === id)).sort((a, b) => a - b);
  return diff.tasks.map(({ status, base: from, head: to, renamed, changes }) => ({
    status,
    base: at(base, from),
    head: at(head, to),
    renamed,
    changes: status === 'kept' ? Object.fromEntries(changes.map(({ field, kind }) => [field, kind]).sort()) : {},
  }));
}
const sorted = (truth: readonly Truth[]): Truth[] =>
  truth
    .map(one => ({ ...one, changes: Object.fromEntries(Object.entries(one.changes).sort()) }))
    .map(one => (one.status === 'kept' ? one : { ...one, changes: {} }))
    .sort((a, b) => (JSON.stringify([a.base, a.head]) < JSON.stringify([b.base, b.head]) ? -1 : 1));

test('composed pairs: no false pair, every change found, nothing cosmetic reported', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), seed => {
      const { base, head, truth } = composePair(seed);
      const diff = comparePlans(base, head);
      expect(sorted(asTruth(diff, base, head))).toEqual(sorted(truth));
      expect(diffSchema.parse(diff)).toEqual(diff);
    }),
    { numRuns: 25 },
  );
});

describe('the composed pair of samples', () => {
  const truth = JSON.parse(read('changes.json').toString()) as TrueChange[];
  let [base, head, diff]: [Plan, Plan, Diff] = [] as never;

  beforeAll(async () => {
    const plan = async (name: string) => (await convert({ name, bytes: read(name) })).plans[0]!.plan;
    [base, head] = [await plan('province-2024.docx'), await plan('city-2024-adjusted.html')];
    diff = comparePlans(base, head);
  });

  test.each(Object.entries(makePair()))('%s is as it is made', (name, content) => {
    expect(read(name).equals(Buffer.from(content))).toBe(true);
  });

  test('says of itself that no authority published it', () => {
    const word = strFromU8(unzipSync(read('province-2024.docx'))['word/document.xml']!);
    for (const text of [word, read('city-2024-adjusted.html').toString()])
      expect(text).toContain('不是任何机关发布的文件');
  });

  test('what became of each task is found, by printed numbers', () => {
    const number = (plan: Plan, ids: readonly string[]) =>
      ids.map(id => plan.tasks.find(task => task.id === id)!.number!).sort((a, b) => a - b);
    const found = diff.tasks.map(entry => ({
      status: entry.status,
      base: number(base, entry.base),
      head: number(head, entry.head),
      renamed: entry.renamed,
      changes: Object.fromEntries(entry.changes.map(({ field, kind }) => [field, kind])),
    }));
    const order = (all: readonly TrueChange[]) =>
      all.toSorted((a, b) => (JSON.stringify([a.base, a.head]) < JSON.stringify([b.base, b.head]) ? -1 : 1));
    expect(order(found)).toEqual(order(truth));
  });

  test('the closing count', () => {
    expect(diff.summary).toEqual({
      kept: 46,
      changed: 31,
      added: 3,
      dropped: 2,
      split: 2,
      merged: 1,
      renamed: 2,
      cannotTell: 2,
    });
    expect(diff.as).toBe('adjustment');
  });

  test('what the rules say', () => {
    const count = (id: string, outcome: string) =>
      diff.findings.filter(finding => finding.id === id && finding.outcome === outcome).length;
    expect(Object.fromEntries(diff.rules.map(({ id, fail, cannotDecide }) => [id, [fail, cannotDecide]]))).toEqual({
      'ratio-below-base': [1, 2],
      'ratio-above-ceiling': [1, 0],
      'comparator-lost': [1, 0],
      'frequency-reduced': [3, 1],
      'window-outside-base': [3, 0],
      'base-task-missing': [2, 0],
      'task-added': [3, 0],
      'partner-dropped': [2, 0],
      'lead-changed': [2, 0],
      'credit-rule-weakened': [1, 0],
      'targets-narrowed': [2, 0],
    });
    for (const { id, fail, cannotDecide } of diff.rules)
      expect([count(id, 'fail'), count(id, 'cannot-decide')]).toEqual([fail, cannotDecide]);
  });
});
