import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emit } from '../../src/emit/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import { choucha, root } from './run.ts';

let folder: string;
const inFolder = (...names: string[]) => join(folder, ...names);
const run = (...words: string[]) => choucha(['export', ...words], { cwd: folder });
const files = (name = ''): string[] =>
  existsSync(inFolder(name)) ? readdirSync(inFolder(name), { recursive: true }).map(String).sort() : [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha 导出-'));
  choucha(['convert', join(root, 'samples/lvliang-2023.txt'), '-o', inFolder('plans'), '--show', 'none']);
  mkdirSync(inFolder('plans', '县'));
  const plan = makePlan([{ name: '甲' }, { name: '乙' }], { id: 'x-2024' });
  writeFileSync(inFolder('plans', '县', '某县 2024.plan.yaml'), emit(plan, 'yaml'));
  mkdirSync(inFolder('bad'));
  const bad = (name: string, text: string) => writeFileSync(inFolder('bad', name), text);
  bad('broken.plan.json', '{');
  bad('empty.plan.json', '');
  bad('list.plan.json', '[]');
  bad('other.plan.json', '{"name":"x"}');
  bad('null.plan.yaml', 'null');
  bad('year.plan.json', emit(plan).replace('2024,', '"2024",'));
  bad('ids.plan.json', emit(plan).replace('x-2024-002', 'x-2024-003'));
  cpSync(inFolder('plans', 'lvliang-2023.txt.trace.json'), inFolder('bad', 'trace.plan.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is written', () => {
  test.each([
    ['jsonl', [], 'out/plans.jsonl'],
    ['csv', [], 'out/plans.csv'],
    ['tsv', ['-o', 'a/任务 表.txt'], 'a/任务 表.txt'],
    ['xlsx', ['-o', 'b/'], 'b/plans.xlsx'],
    ['sqlite', ['-o', 'plans'], 'plans/plans.sqlite'],
  ])('%s %j → %s', (to, options, path) => {
    const { status, stdout, stderr } = run('plans', '--to', to, ...options);
    expect([status, stdout, stderr]).toEqual([0, '', `2 plans, 60 tasks → ${path}\n`]);
    expect(readFileSync(inFolder(path)).length).toBeGreaterThan(0);
  });
  test.each([
    ['parquet', 'tasks.parquet'],
    ['datapackage', 'datapackage.json'],
  ])('%s is a folder of files', (to, name) => {
    const { status, stderr } = run('plans/**/*.plan.{json,yaml}', '--to', to);
    expect([status, stderr]).toEqual([0, `2 plans, 60 tasks → out/${to}\n`]);
    expect(files(`out/${to}`)).toContain(name);
  });
  test('again, over what was there: the same bytes, and nothing beside them', () => {
    const before = files('out').filter(name => /\.\w+$/.test(name));
    const bytes = before.map(name => readFileSync(inFolder('out', name)));
    for (const to of ['csv', 'parquet']) run('plans', '--to', to);
    expect(files('out').filter(name => /\.\w+$/.test(name))).toEqual(before);
    for (const [i, name] of before.entries())
      expect(readFileSync(inFolder('out', name)).equals(bytes[i]!), name).toBe(true);
  });
  test('--stdout carries only the export', () => {
    const { status, stdout, stderr } = run('plans', '--to', 'csv', '--stdout', '--header', 'zh', '--bom');
    expect([status, stderr]).toEqual([0, '2 plans, 60 tasks → stdout\n']);
    expect(stdout.startsWith('\ufeff计划标识,计划标题,')).toBe(true);
  });
  test('findings come from the trace beside a plan', () => {
    const lines = run('plans/lvliang-2023.txt.plan.json', '--to', 'jsonl', '--stdout').stdout.trimEnd().split('\n');
    expect(JSON.parse(lines[25]!)).toMatchObject({
      plan: { source: { name: 'lvliang-2023.txt' } },
      findings: expect.arrayContaining([expect.objectContaining({ code: 'misplaced-text' })]),
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['broken.plan.json', 'unreadable-file'],
    ['empty.plan.json', 'unreadable-file'],
    ['missing.plan.json', 'unreadable-file'],
    ['list.plan.json', 'not-a-plan'],
    ['other.plan.json', 'not-a-plan'],
    ['null.plan.yaml', 'not-a-plan'],
    ['year.plan.json', 'not-a-plan'],
    ['trace.plan.json', 'not-a-plan'],
    ['ids.plan.json', 'id-mismatch'],
  ])('%s: one line and what to do, exit 3, nothing written', (name, code) => {
    const { status, stdout, stderr } = run(`bad/${name}`, '--to', 'csv', '-o', 'none/plans.csv');
    expect([status, stdout, files('none')]).toEqual([3, '', []]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(new RegExp(`^bad/${name}:.*\\[${code}\\] error `));
    expect(stderr).not.toMatch(/ZodError|Invalid input|\bat .*\.js/);
  });
  test('the others are written all the same', () => {
    const { status, stderr } = run('bad', 'plans', '--to', 'jsonl', '-o', 'most.jsonl');
    expect(status).toBe(3);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('2 plans, 60 tasks, 8 refused → most.jsonl');
    expect(readFileSync(inFolder('most.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(60);
  });
  test('the same plan twice is one; two plans of one id are refused before anything is written', () => {
    cpSync(inFolder('plans', '县', '某县 2024.plan.yaml'), inFolder('twin.plan.yaml'));
    const once = run('plans', 'twin.plan.yaml', '--to', 'jsonl', '-o', 'twins.jsonl');
    expect([once.status, once.stderr]).toEqual([
      0,
      'twin.plan.yaml: the same plan as plans/县/某县 2024.plan.yaml, exported once\n2 plans, 60 tasks → twins.jsonl\n',
    ]);
    writeFileSync(inFolder('rival.plan.json'), emit(makePlan([{ name: '丙' }], { id: 'x-2024' })));
    for (const to of ['csv', 'sqlite', 'parquet']) {
      const { status, stderr } = run('plans', 'rival.plan.json', '--to', to, '-o', 'rivals/x');
      expect([status, files('rivals')]).toEqual([2, []]);
      expect(stderr).toMatch(
        /某县 2024\.plan\.yaml and rival\.plan\.json are different plans with one id, x-2024; nothing was written/,
      );
    }
    expect(files().filter(name => name.endsWith('.tmp'))).toEqual([]);
  });
  test('no plan files: exit 3', () => {
    mkdirSync(inFolder('empty'));
    expect(run('empty', '--to', 'csv').status).toBe(3);
  });
  test.each([
    [['plans']],
    [['plans', '--to', 'xml']],
    [['--to', 'csv']],
    [['plans', '--to', 'sqlite', '--bom']],
    [['plans', '--to', 'jsonl', '--header', 'zh']],
    [['plans', '--to', 'csv', '--header', 'fr']],
    [['plans', '--to', 'parquet', '--stdout']],
    [['plans', '--to', 'csv', '--stdout', '-o', 'x.csv']],
  ])('%j is wrong usage', words => {
    const { status, stdout } = run(...words);
    expect([status, stdout]).toEqual([2, '']);
  });
  test.each([
    ['csv', 'most.jsonl/plans.csv'],
    ['parquet', 'most.jsonl'],
    ['sqlite', 'most.jsonl/plans.sqlite'],
  ])('%s to where a file stands in the way: exit 2, nothing lost', (to, path) => {
    const before = files();
    const { status, stderr } = run('plans', '--to', to, '-o', path);
    expect([status, files()]).toEqual([2, before]);
    expect(stderr).toMatch(/cannot write .*most\.jsonl/);
  });
});
