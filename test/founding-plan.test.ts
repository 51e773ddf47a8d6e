import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../src/check.ts';
import { type Converted, convert } from '../src/convert.ts';
import { emit } from '../src/emit/index.ts';
import { fromYaml } from '../src/emit/yaml.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { planSchema } from '../src/plan/schema.ts';
import { traceSchema } from '../src/plan/trace-schema.ts';

// The whole pipeline on the founding document: what a careful clerk finds in it.

const bytes = readFileSync(resolve(import.meta.dirname, '../samples/lvliang-2023.txt'));
let converted: Converted;

beforeAll(async () => {
  converted = (await convert({ name: 'samples/lvliang-2023.txt', bytes })).plans[0]!;
});

const task = (number: number) => converted.plan.tasks[number - 1]!;
const cell = (number: number, field: string) => converted.trace.rows[number - 1]!.cells[field]!;
const said = (number: number, field: string, code?: string): Diagnostic[] =>
  converted.trace.diagnostics.filter(
    ({ pointer, code: found }) => pointer === `/tasks/${number - 1}/${field}` && (code === undefined || found === code),
  );
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const every = range(1, 58);

describe('the plan as a whole', () => {
  test('title block', () => {
    const { tasks, ...head } = converted.plan;
    expect(tasks).toHaveLength(58);
    expect(head).toEqual({
      schema: 'choucha/plan@1',
      id: '141100-2023-joint-adjusted',
      title: '吕梁市2023年度部门联合双随机抽查工作计划',
      subtitle: '“一业一查”部门联合双随机抽查工作计划',
      edition: '市级调整计划',
      year: 2023,
      kind: 'joint',
      region: { name: '吕梁市', code: '141100', level: 'city' },
      issuer: [],
      documentNumber: null,
      issued: null,
      notes: [],
    });
  });

  test('numbers and ids', () => {
    expect(converted.plan.tasks.map(({ number }) => number)).toEqual(every);
    expect(task(1).id).toBe('141100-2023-joint-adjusted-001');
    expect(task(58).id).toBe('141100-2023-joint-adjusted-058');
  });

  test('the ledger adds up', () => {
    const { characters, discarded, ...parts } = converted.trace.ledger;
    expect(characters).toBe(7490);
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(7490);
    expect(discarded).toEqual([]);
    expect(parts).toMatchObject({ cells: 7268, header: 55, title: 51, prose: 2, markup: 114, notes: 0 });
  });

  test('plan and trace fit their schemas', () => {
    expect(planSchema.safeParse(converted.plan).error).toBeUndefined();
    expect(traceSchema.safeParse(converted.trace).error).toBeUndefined();
  });

  test('exactly two errors: the credit rules of 26 and 27', () => {
    const errors = converted.trace.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/tasks/25/creditRule', 'misplaced-text'],
      ['/tasks/26/creditRule', 'misplaced-text'],
    ]);
  });
});

describe('ratio and frequency', () => {
  test.each([1, 2, 3])('%d: the lost 于 is restored and reported', number => {
    expect(task(number).ratio).toEqual({ kind: 'percent', min: 5, max: null });
    expect(said(number, 'ratio').map(({ severity }) => severity)).toEqual(['info']);
  });
  test.each([
    [5, 2],
    [6, 2],
    [13, 35],
    [14, 40],
    [15, 50],
    [35, 50],
    [38, 20],
    [47, 5],
    [48, 5],
    [49, 5],
  ])('%d: exactly %d%%', (number, percent) => {
    expect(task(number).ratio).toEqual({ kind: 'percent', min: percent, max: percent });
  });
  test('37: 0.1%', () => expect(task(37).ratio).toEqual({ kind: 'percent', min: 0.1, max: null }));
  test('all ratios are read', () =>
    expect(converted.plan.tasks.every(({ ratio }) => ratio?.kind === 'percent')).toBe(true));

  const unstated = [23, 24, 29, 34, 36, 40, 41, 50, 51, 52];
  test.each(unstated)('%d: no frequency, which is said and no error', number => {
    expect(task(number).frequency).toBeNull();
    expect(task(number).unread).toBeUndefined();
    expect(said(number, 'frequency').map(({ severity }) => severity)).toEqual(['info']);
    expect(cell(number, 'frequency')).toMatchObject({ origin: 'read', raw: cell(number, 'ratio').raw });
    expect(cell(number, 'frequency').by).toBeUndefined();
  });
  test('the others have one', () => {
    const none = every.filter(number => task(number).frequency === null);
    expect(none).toEqual(unstated);
  });
  test.each([47, 48])('%d: once or twice', number => {
    expect(task(number).frequency).toEqual({ min: 1, max: 2, per: null });
  });
  test('25: once a year', () => expect(task(25).frequency).toEqual({ min: 1, max: 1, per: 'P1Y' }));
});

describe('period and blank cells', () => {
  test('58 periods, 55 read and 3 inferred', () => {
    const origins = every.map(number => cell(number, 'period').origin);
    expect(origins.filter(origin => origin === 'read')).toHaveLength(55);
    expect(origins.filter(origin => origin === 'inferred')).toHaveLength(3);
    expect(converted.plan.tasks.every(({ period }) => period?.start && period.end)).toBe(true);
    expect(task(7).period).toEqual({ start: '2023-09', end: '2023-12' });
  });
  test.each([20, 21, 22])('%d: credit rule, period and lead are those of row 19', number => {
    for (const field of ['creditRule', 'period', 'lead'] as const) {
      expect(task(number)[field]).toEqual(task(19)[field]);
      expect(cell(number, field)).toMatchObject({ origin: 'inferred', from: '/rows/18', raw: cell(19, field).raw });
      expect(said(number, field, 'inferred-blank')).toHaveLength(1);
    }
  });
  test.each([15, 28, 31, 33, 48, 51, 52])('%d: undecidable blank credit rule', number => {
    expect(task(number).creditRule).toBeNull();
    expect(task(number).unread).toBeUndefined();
    expect(said(number, 'creditRule').map(({ code, severity }) => [code, severity])).toEqual([
      ['ambiguous-blank', 'warning'],
    ]);
  });
  test('28: its would-be donor is itself suspect', () => {
    expect(said(28, 'creditRule')[0]!.message.zh).toContain('错位');
    expect(said(15, 'creditRule')[0]!.message.zh).not.toContain('错位');
  });
});

describe('misplaced texts', () => {
  test.each([26, 27])('%d: row 28’s item stands in the credit column', number => {
    expect(task(number).creditRule).toBeNull();
    expect(task(number).unread).toEqual({ creditRule: '对学校开展气象灾害防御教育的检查' });
    expect(said(number, 'creditRule')[0]!.message.zh).toContain('28');
  });
  test('5: the target reads like an item', () => {
    expect(task(5).targets).toBe('冶金工贸行业企业安全生产情况');
    expect(said(5, 'targets').map(({ code, severity }) => [code, severity])).toEqual([['misplaced-text', 'warning']]);
  });
  test('no other text is called misplaced', () => {
    expect(converted.trace.diagnostics.filter(({ code }) => code === 'misplaced-text')).toHaveLength(3);
  });
});

describe('bodies', () => {
  test('10: four bodies, all of the city', () => {
    expect(task(10).partners.map(({ name, level }) => [name, level])).toEqual([
      ['市市场监管局', 'city'],
      ['市公安局', 'city'],
      ['市生态环境局', 'city'],
      ['市交通运输局', 'city'],
    ]);
  });
  test('20 and 22: repaired, and said so', () => {
    expect(task(20).partners).toMatchObject([{ name: '市市场监管局', printed: '市场监管局' }]);
    expect(task(22).partners).toMatchObject([
      { name: '市市场监管局', printed: '市市场监管' },
      { name: '市交通运输局' },
    ]);
    expect(said(20, 'partners').length).toBeGreaterThan(0);
    expect(said(22, 'partners').length).toBeGreaterThan(0);
  });
  test('27: two bodies split at a space', () => {
    expect(task(27).partners.map(({ name }) => name)).toEqual(['市市场监管局', '市应急管理局']);
    expect(said(27, 'partners').map(({ severity }) => severity)).toEqual(['info']);
  });
  test('1: second name plate', () => {
    expect(task(1).lead).toEqual([{ name: '市委宣传部', unit: '党委宣传部', level: 'city', alias: '市新闻出版局' }]);
  });
  test('three names of the culture bureau have one unit', () => {
    const units = [task(1).partners[0], task(19).lead[0], task(50).partners[1]].map(body => body?.unit);
    expect(new Set(units)).toEqual(new Set(['文化和旅游局']));
    expect(
      converted.trace.diagnostics.some(
        ({ code, params }) => code === 'body-under-several-names' && params.unit === '文化和旅游局',
      ),
    ).toBe(true);
  });
});

describe('items', () => {
  test.each([
    [13, 5],
    [14, 5],
    [32, 1],
    [33, 2],
    [36, 5],
    [38, 3],
    [42, 4],
    [1, 4],
    [4, 1],
  ])('%d: %d items', (number, count) => expect(task(number).items).toHaveLength(count));
});

describe('credit rules', () => {
  const all = ['low', 'general', 'higher', 'high'];
  test.each([38, 39, 40, 41, 42])('%d: the upper two classes', number => {
    expect(task(number).creditRule).toMatchObject({
      system: 'low-high',
      classes: ['higher', 'high'],
      raises: ['ratio', 'frequency'],
    });
  });
  test('1: all four', () => {
    expect(task(1).creditRule).toEqual({
      applies: true,
      basis: '企业信用风险分类结果',
      system: 'low-high',
      classes: all,
      raises: ['ratio', 'frequency'],
      text: '根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次',
    });
  });
  test('16: ratio only', () => expect(task(16).creditRule).toMatchObject({ classes: all, raises: ['ratio'] }));
  test('6: by safety grade, no classes, raises nothing', () => {
    expect(task(6).creditRule).toMatchObject({
      basis: '企业安全生产信用等级分类结果',
      system: null,
      classes: [],
      raises: [],
    });
  });
  test('47: by risk grade, frequency only', () => {
    expect(task(47).creditRule).toMatchObject({ basis: '风险等级', system: null, classes: [], raises: ['frequency'] });
  });
  test.each([19, 25, 45])('%d: by credit risk and daily inspection', number => {
    expect(task(number).creditRule).toMatchObject({ basis: '企业信用风险状况，结合日常检查结果' });
  });
});

describe('the same bytes', () => {
  test('on every run, wherever the file lies and whatever the time zone', async () => {
    const before = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const again = (await convert({ name: 'C:\\elsewhere\\lvliang-2023.txt', bytes })).plans[0]!;
    process.env.TZ = before;
    expect(emit(again.plan)).toBe(emit(converted.plan));
    expect(JSON.stringify(again.trace)).toBe(JSON.stringify(converted.trace));
  });
  test('JSON and YAML load to equal data', () => {
    expect(fromYaml(emit(converted.plan, 'yaml'))).toEqual(JSON.parse(emit(converted.plan, 'json')));
  });
  test('read back and emitted again, nothing changes', () => {
    const json = emit(converted.plan);
    expect(emit(planSchema.parse(JSON.parse(json)))).toBe(json);
  });
  test('check agrees with convert', () => {
    const result = check(JSON.parse(emit(converted.plan)), JSON.parse(JSON.stringify(converted.trace)));
    expect(result.skipped).toEqual([]);
    expect(result.diagnostics).toEqual(converted.trace.diagnostics);
  });
  test('check without the trace reports nothing that convert did not', () => {
    const { diagnostics, skipped } = check(JSON.parse(emit(converted.plan)));
    expect(skipped.length).toBeGreaterThan(0);
    const known = new Set(converted.trace.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`));
    expect(diagnostics.filter(({ code, pointer }) => !known.has(`${code} ${pointer}`))).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });
});
