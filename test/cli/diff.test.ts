import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, describe, expect, test } from 'vitest';
import type { Diff } from '../../src/diff/schema.ts';
import { emit } from '../../src/emit/index.ts';
import { type Cells, planOf } from '../diff/make-plans.ts';
import { choucha } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'choucha-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const plan = (name: string, cells: readonly Cells[]): string => put(`${name}.plan.json`, emit(planOf(cells)));

const [province, city] = ['samples/composed/province-2024.docx', 'samples/composed/city-2024-adjusted.html'];
const base = plan('base', [{}]);
const head = plan('head', [{ amounts: '不低于3%；抽查1次' }]);
const widened = plan('widened', [{ period: '3月-12月' }]);

const json = (...words: string[]): Diff => JSON.parse(choucha(['diff', ...words, '--format', 'json']).stdout) as Diff;

describe('choucha diff', () => {
  test('the corrections beside a document hold; stale ones end with 4', () => {
    const text = readFileSync('samples/lvliang-2023.txt', 'utf8');
    const corrections = readFileSync('samples/corrections/lvliang-2023.corrections.yaml', 'utf8');
    const settled = put('settled.txt', text);
    put('settled.txt.corrections.yaml', corrections);
    const { tasks } = json('samples/lvliang-2023.txt', settled);
    expect(tasks.filter(({ changes }) => changes.some(({ field }) => field === 'targets'))).toHaveLength(1);
    const stale = put('stale.txt', text.replaceAll('冶金工贸行业企业安全生产情况', '冶金行业企业安全生产情况'));
    put('stale.txt.corrections.yaml', corrections);
    const { status, stdout, stderr } = choucha(['diff', settled, stale]);
    expect([status, stdout]).toEqual([4, '']);
    expect(stderr).toContain('[correction-stale]');
  });

  test('documents of two formats: the same as the published schema says', () => {
    const { status, stdout, stderr } = choucha(['diff', province, city, '--format', 'json']);
    expect([status, stderr.split('\n').length]).toEqual([1, 3]);
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(JSON.parse(choucha(['schema', 'diff']).stdout));
    const diff = JSON.parse(stdout) as Diff;
    expect([validate(diff), validate.errors]).toEqual([true, null]);
    // Where it stands is told of both sides, in the plan and in the source.
    expect(diff.tasks[0]!.changes[0]!.places).toEqual([
      { side: 'base', pointer: '/tasks/0/ratio', places: [{ table: 1, row: 2, column: 5 }] },
      { side: 'head', pointer: '/tasks/40/ratio', places: [{ table: 1, row: 42, column: 7 }] },
    ]);
  });

  test.each([
    ['a plan and itself', [base, base], 0],
    ['a change', [base, head], 1],
    ['a change, but only findings count', [base, widened, '--fail-on', 'error'], 0],
    ['a finding of that level', [base, widened, '--fail-on', 'warning'], 1],
    ['no finding counts', [base, head, '--fail-on', 'never'], 0],
    ['one plan', [base], 2],
    ['three plans', [base, base, base], 2],
    ['an unknown format', [base, base, '--format', 'pdf'], 2],
    ['a file that is not there', [base, join(folder, 'none.docx')], 3],
    ['a file that is no plan', [base, put('other.json', '{"a": 1}')], 3],
    ['broken JSON', [base, put('broken.json', '{"a":')], 3],
    ['twins in a format of comparisons', ['--twins', province, province, '--format', 'html'], 2],
  ])('%s: exit %#', (_, words, status) => {
    const found = choucha(['diff', ...words]);
    expect(found.status).toBe(status);
    if (status > 1) {
      expect(found.stdout).toBe('');
      expect(found.stderr).not.toBe('');
    }
  });

  test('YAML and JSON of one plan are the same', () => {
    const yaml = put('head.plan.yaml', emit(planOf([{ amounts: '不低于3%；抽查1次' }]), 'yaml'));
    expect(json(base, yaml)).toEqual(json(base, head));
    expect(json(head, yaml).summary.changed).toBe(0);
  });

  test('writes a file, whole or not at all', () => {
    const out = join(folder, 'sub', 'page.html');
    const { status, stdout } = choucha(['diff', base, head, '--format', 'html', '-o', out]);
    expect([status, stdout]).toEqual([1, '']);
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  test('in Chinese and English', () => {
    expect(choucha(['diff', base, head, '--lang', 'zh']).stdout).toContain('抽查比例由“不低于5%”降低为“不低于3%”。');
    expect(choucha(['diff', base, head, '--lang', 'en']).stdout).toContain('ratio lowered: “不低于5%” → “不低于3%”.');
  });

  test('a pairs file decides', () => {
    const pairs = put(
      'pairs.yaml',
      'schema: choucha/pairs@1\npairs:\n  - base: 1\n    head: []\n    reason: another task\n',
    );
    expect(json(base, head, '--pairs', pairs).summary).toMatchObject({ kept: 0, dropped: 1, added: 1 });
  });

  test.each([
    ['a task that is not there', 'schema: choucha/pairs@1\npairs: [{base: 7, head: 1}]', 'base: there is no task 7'],
    ['another form', 'pairs: []', '/schema'],
    ['no YAML', 'pairs: [', 'refused.yaml'],
  ])('a pairs file with %s is refused', (_, text, message) => {
    const { status, stdout, stderr } = choucha(['diff', base, head, '--pairs', put('refused.yaml', text)]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('a document with two plans is refused with what to do', () => {
    const row = '1\t甲检查\t5%\t3月-12月\t市商务局\n';
    const one = `序号\t抽查任务名称\t抽查比例\t抽查时间\t发起部门\n${row}`;
    const two = put('two.txt', `吕梁市2024年度抽查计划\n${one}\n汾阳市2024年度抽查计划\n${one}`);
    const { status, stderr } = choucha(['diff', two, base]);
    expect([status, stderr.includes('convert it first')]).toEqual([2, true]);
  });
});
