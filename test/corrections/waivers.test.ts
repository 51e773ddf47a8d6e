import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { type Converted, convert } from '../../src/convert.ts';
import type { Waiver } from '../../src/corrections/schema.ts';
import { isWaived } from '../../src/corrections/waivers.ts';
import { emit } from '../../src/emit/index.ts';
import { traceSchema } from '../../src/plan/trace-schema.ts';
import { judge, tally, tellAll } from '../../src/report/findings.ts';
import { settle } from './settle.ts';

const samples = resolve(import.meta.dirname, '../../samples');
const bytes = readFileSync(resolve(samples, 'lvliang-2023.txt'));
const text = readFileSync(resolve(samples, 'corrections/lvliang-2023.corrections.yaml'), 'utf8');
const read = (corrections?: string, name = 'lvliang-2023.txt', content: Uint8Array = bytes) =>
  convert({ name, bytes: content }, corrections === undefined ? {} : { corrections });

const today = '2026-11-27';
const counts = ({ plan, trace }: Converted, day = today) =>
  tally(judge(tellAll(plan, trace.diagnostics), { levels: {}, today: day }));

describe('the founding plan with its corrections file', () => {
  let plain: Converted;
  let settled: Converted;
  beforeAll(async () => {
    plain = (await read()).plans[0]!;
    settled = (await read(text)).plans[0]!;
  });

  test('nothing is left to decide', () => {
    expect(counts(plain)).toMatchObject({ error: 2, warning: 9, waived: 0 });
    expect(counts(settled)).toMatchObject({ error: 0, warning: 0, waived: 1 });
    expect(traceSchema.safeParse(settled.trace).error).toBeUndefined();
  });
  test('only what was decided on changed', () => {
    const differing = plain.plan.tasks.flatMap((task, i) =>
      Object.entries(settled.plan.tasks[i]!)
        .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify((task as Record<string, unknown>)[field]))
        .map(([field]) => `${task.number}.${field}`),
    );
    expect(differing).toEqual(['5.targets', ...[31, 33, 48, 51, 52].map(number => `${number}.creditRule`)]);
    expect(settled.plan.tasks.map(({ id }) => id)).toEqual(plain.plan.tasks.map(({ id }) => id));
    expect(settled.plan.tasks.filter(({ unread }) => unread)).toEqual([]);
  });
  test('a waiver changes no byte of the plan', async () => {
    const waiversOnly = text.replace(/corrections:\n[\s\S]*(?=waivers:)/, '');
    expect(emit((await read(waiversOnly)).plans[0]!.plan)).toBe(emit(plain.plan));
  });
  test('the same decisions hold for its twins in other formats', async () => {
    const docx = readFileSync(resolve(samples, 'received/lvliang-2023.docx'));
    const { plans, unsettled } = await read(text, 'lvliang-2023.docx', docx);
    expect(unsettled).toEqual([]);
    expect(emit(plans[0]!.plan)).toBe(emit(settled.plan));
  });
  test('another text in a cell makes its entry stale, at its place', async () => {
    const edited = new TextEncoder().encode(
      new TextDecoder().decode(bytes).replace('冶金工贸行业企业安全生产情况', '冶金工贸行业企业'),
    );
    const { plans, unsettled } = await read(text, 'lvliang-2023.txt', edited);
    expect(plans).toEqual([]);
    expect(unsettled.map(({ code, places }) => [code, places])).toEqual([
      ['correction-stale', [{ line: 6, column: 5 }]],
    ]);
  });
  test('check agrees with convert, waivers and all', () => {
    const again = check(JSON.parse(emit(settled.plan)), JSON.parse(JSON.stringify(settled.trace)));
    expect(again.diagnostics).toEqual(settled.trace.diagnostics);
  });
  test('what the pages tell: the changing punctuation and the lost 于 were made by conversion', () => {
    const causes = settled.trace.diagnostics.flatMap(({ code, cause }) => (cause ? [`${code} ${cause.in}`] : []));
    expect([...new Set(causes)].sort()).toEqual(['restored-character conversion', 'style-drift conversion']);
  });
});

describe('a waiver', () => {
  const header = ['序号', '抽查任务名称', '抽查比例', '发起部门'];
  const gap = [header, ['1', '甲检查', '5%', '市公安局'], ['3', '乙检查', '5%', '市公安局']];
  const title = '吕梁市2023年度抽查计划';
  const [first] = settle([title, gap], '{schema: choucha/corrections@1}').plans;
  const found = tellAll(first!.plan, first!.trace.diagnostics).find(({ code }) => code === 'number-gap')!;
  const waiver = (more: Partial<Waiver> = {}): Waiver => ({
    ...{ target: found.address, code: found.code, fingerprint: found.fingerprint, reason: '原件如此', ...more },
  });
  const judged = (more: Partial<Waiver>, table = gap, day = today) => {
    const { plan, trace } = settle([title, table], { schema: 'choucha/corrections@1', waivers: [waiver(more)] })
      .plans[0]!;
    return judge(tellAll(plan, trace.diagnostics), { levels: {}, today: day });
  };
  const codes = (more: Partial<Waiver>, table = gap, day = today) =>
    judged(more, table, day)
      .filter(({ accepted }) => !accepted)
      .map(({ code }) => code)
      .filter(code => /number|waiver/.test(code));

  test.each<[string, Partial<Waiver>, string[]]>([
    ['holds', {}, []],
    ['holds on its last day', { until: today }, []],
    ['ends, and says so', { until: '2026-11-26' }, ['number-gap', 'waiver-expired']],
    ['of another code accepts nothing', { code: 'number-order' }, ['waiver-unused', 'number-gap']],
    ['of another fingerprint accepts nothing', { fingerprint: '0'.repeat(16) }, ['waiver-unused', 'number-gap']],
  ])('%s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  test('holds when the row moves', () => {
    const moved = [
      header,
      ['1', '甲检查', '5%', '市公安局'],
      ['2', '丙检查', '5%', '市公安局'],
      ['3', '乙检查', '5%', '市公安局'],
    ];
    expect(codes({}, moved)).toEqual(['waiver-unused']);
    const gone = [
      header,
      ['1', '丁检查', '5%', '市公安局'],
      ['2', '甲检查', '5%', '市公安局'],
      ['3', '戊检查', '5%', '市公安局'],
      ['5', '乙检查', '5%', '市公安局'],
    ];
    // Another printed number is another text: the finding is not the one that was accepted.
    expect(codes({}, gone)).toEqual(['waiver-unused', 'number-gap']);
    const shifted = [header, ['1', '甲检查', '5%', '市公安局'], ['', '', '6%', ''], ['3', '乙检查', '5%', '市公安局']];
    expect(codes({}, shifted)).toEqual([]);
  });
  test('stands in the trace with its reason, whatever the day', () => {
    const [finding] = judged({ until: '2000-01-01' }).filter(({ code }) => code === 'number-gap');
    expect(finding).toMatchObject({ accepted: false, waived: { reason: '原件如此', until: '2000-01-01' } });
    expect([isWaived(finding!, '1999-12-31'), isWaived(finding!, '2000-01-02')]).toEqual([true, false]);
  });
});

describe('levels', () => {
  const finding = (code: 'near-typo' | 'style-drift') => ({
    ...({
      code,
      severity: 'warning',
      places: [],
      params: {},
      message: { zh: '', en: '' },
      hint: { zh: '', en: '' },
    } as const),
    ...{ address: 'plan', fingerprint: '' },
  });
  test.each([
    [{}, ['warning', 'warning']],
    [{ 'near-typo': 'error' }, ['error', 'warning']],
    [{ 'near-typo': 'off', 'style-drift': 'info' }, ['info']],
  ] as const)('%j', (levels, expected) => {
    const judged = judge([finding('near-typo'), finding('style-drift')], { levels, today });
    expect(judged.map(({ severity }) => severity)).toEqual(expected);
  });
});
