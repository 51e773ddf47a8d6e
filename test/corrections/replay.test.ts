import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/corrections/expect.ts';
import type { Correction } from '../../src/corrections/schema.ts';
import { emit } from '../../src/emit/index.ts';
import { planSchema } from '../../src/plan/schema.ts';
import { traceSchema } from '../../src/plan/trace-schema.ts';
import type { Part } from '../plan/make-document.ts';
import { decided, settle } from './settle.ts';

const header = ['序号', '抽查任务名称', '抽查事项', '抽查对象', '抽查比例', '抽查时间', '发起部门', '适用区域'];
const rows = [
  ['1', '旅行社检查', '许可证', '旅行社', '不低于5%', '3月-12月', '市文旅局', '全市'],
  ['2', '印刷企业检查', '台账', '印刷企业', '不低5', '57', '市委宣传部', ''],
  ['3', '加油站检查', '计量器具', '加油站', '', '4月', '', '城区'],
];
const title = '吕梁市2023年度部门联合双随机抽查工作计划';
const plain: Part[] = [title, [header, ...rows]];

const codes = (...corrections: Partial<Correction>[]) =>
  settle(plain, decided(...corrections)).unsettled.map(({ code }) => code);

describe('a correction', () => {
  // target, the text it was decided on, the decision, the value in the plan
  test.each<[string, string, unknown, unknown]>([
    ['2.ratio', '不低5', '不低于5%', { kind: 'percent', min: 5, max: null }],
    ['2.ratio', '不低5', { kind: 'percent', min: 5, max: 5 }, { kind: 'percent', min: 5, max: 5 }],
    ['2.ratio', '不低5', null, null],
    ['#2.period', '57', '5月-7月', { start: '2023-05', end: '2023-07' }],
    ['#2.period', '５７', '5月至7月', { start: '2023-05', end: '2023-07' }],
    ['3.ratio', '', '全覆盖', { kind: 'percent', min: 100, max: 100 }],
    ['1.name', '旅行社检查', ' 旅行社,检查 ', '旅行社，检查'],
    ['1.items', '许可证', ['许可证', '台账'], ['许可证', '台账']],
    ['1.items', '许可证', '1.许可证；2.台账', ['许可证', '台账']],
    ['1.number', '1', 7, 7],
    ['1.lead', '市文旅局', null, []],
    ['1.lead', '市文旅局', '市商务局', [{ name: '市商务局', unit: '商务局', level: 'city' }]],
    ['1.partners', '', '市商务局', [{ name: '市商务局', unit: '商务局', level: 'city' }]],
    ['1.targets', hashOf('旅行社'), '旅行社分社', '旅行社分社'],
  ])('%s over %j: %j', (target, expected, set, value) => {
    const { plans, unsettled } = settle(plain, decided({ target, expect: expected, set: set as Correction['set'] }));
    expect(unsettled).toEqual([]);
    const [{ plan, trace }] = plans as [(typeof plans)[0]];
    const field = target.split('.')[1]!;
    const task = plan.tasks[Number(target.match(/\d/)![0]) - 1]! as Record<string, unknown>;
    expect(task[field]).toEqual(value);
    expect((task.unread as Record<string, string> | undefined)?.[field]).toBeUndefined();
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    expect(traceSchema.safeParse(trace).error).toBeUndefined();
    const cells = trace.rows.map(row => row.cells[field]).filter(cell => cell?.origin === 'corrected');
    expect(cells.map(cell => cell?.correction)).toEqual([{ reason: '对照原件' }]);
    if (!expected.startsWith('sha256:')) expect(cells[0]?.raw).toBe(expected === '５７' ? '57' : expected);
    expect(
      trace.diagnostics.filter(
        ({ pointer }) =>
          pointer?.endsWith(`/${field}`) && pointer.startsWith(`/tasks/${plan.tasks.indexOf(task as never)}/`),
      ),
    ).toEqual([]);
  });

  test('changes nothing else: ids, other fields and their cells stay', () => {
    const before = settle(plain, decided()).plans[0]!;
    const { plan, trace } = settle(plain, decided({ target: '2.ratio', expect: '不低5', set: '不低于5%' })).plans[0]!;
    expect(plan.id).toBe(before.plan.id);
    expect(plan.tasks.map(({ id }) => id)).toEqual(before.plan.tasks.map(({ id }) => id));
    const { ratio: _, unread: __, ...rest } = plan.tasks[1]!;
    const { ratio: ___, unread: ____, ...same } = before.plan.tasks[1]!;
    expect(rest).toEqual(same);
    expect(plan.tasks[1]!.unread).toEqual({ period: '57' });
    expect(trace.rows[0]).toEqual(before.trace.rows[0]);
  });

  test('a text of a column that nobody knows, set, taken out and put in', () => {
    const extra = (...corrections: Partial<Correction>[]) =>
      settle(plain, decided(...corrections)).plans[0]!.plan.tasks.map(task => task.extra);
    expect(
      extra(
        { target: '1.extra:适用区域', expect: '全市', set: '市区' },
        { target: '2.extra:适用区域', expect: '', set: '全市' },
        { target: '3.extra:适用区域', expect: '城区', set: null },
      ),
    ).toEqual([{ 适用区域: '市区' }, { 适用区域: '全市' }, undefined]);
  });

  test('the printed number is the source’s, whatever another correction says', () => {
    const { plans, unsettled } = settle(
      plain,
      decided({ target: '1.number', expect: '1', set: 2 }, { target: '2.ratio', expect: '不低5', set: '5%' }),
    );
    expect(unsettled).toEqual([]);
    expect(plans[0]!.plan.tasks[1]!.ratio).toMatchObject({ min: 5, max: 5 });
  });
});

describe('what keeps a correction from being replayed', () => {
  test.each<[string, Partial<Correction>[], string[]]>([
    ['another text in the cell', [{ target: '1.ratio', expect: '不低于6%' }], ['correction-stale']],
    ['another hash', [{ target: '1.ratio', expect: hashOf('x') }], ['correction-stale']],
    ['a cell that is blank now', [{ target: '3.ratio', expect: '5%' }], ['correction-stale']],
    ['a cell that is filled now', [{ target: '1.ratio', expect: '' }], ['correction-stale']],
    ['no such task', [{ target: '99.ratio' }], ['correction-without-target']],
    ['no such position', [{ target: '#0.ratio' }], ['correction-without-target']],
    ['a column that the plan has not', [{ target: '1.remarks' }], ['correction-without-target']],
    ['a header that the plan has not', [{ target: '1.extra:说明' }], ['correction-without-target']],
    ['no such plan', [{ target: '1.ratio', plan: 2, expect: '不低于5%' }], ['correction-without-target']],
    [
      'two on one target',
      [
        { target: '1.ratio', expect: '不低于5%', set: '5%' },
        { target: '#1.ratio', expect: '不低于5%', set: '6%' },
      ],
      ['correction-conflict'],
    ],
    [
      'two on the plan’s year',
      [
        { target: 'plan.year', expect: title, set: 2023 },
        { target: 'plan.year', expect: title, set: 2024 },
      ],
      ['correction-conflict'],
    ],
  ])('%s', (_, corrections, expected) => {
    const { plans, refusal, unsettled } = settle(plain, decided(...corrections));
    expect(unsettled.map(({ code }) => code)).toEqual(expected);
    expect([plans, refusal]).toEqual([[], unsettled[0]]);
  });

  test('every problem is told, not only the first', () => {
    expect(codes({ target: '9.ratio' }, { target: '1.ratio', expect: 'x' }, { target: 'plan.title' })).toEqual([
      'correction-stale',
      'correction-without-target',
      'correction-stale',
    ]);
  });

  test('a text that only the document makes unreadable', () => {
    const undated: Part[] = ['吕梁市部门联合双随机抽查工作计划', [header, ...rows]];
    const { unsettled } = settle(undated, decided({ target: '2.period', expect: '57', set: '5月-7月' }));
    expect(unsettled.map(({ code }) => code)).toEqual(['correction-unfit']);
  });
});

describe('the plan as a whole', () => {
  const undated: Part[] = ['吕梁市部门联合双随机抽查工作计划', [header, ...rows]];
  test('a year decided on dates the windows, and is part of the id', () => {
    const { plan, trace } = settle(undated, decided({ target: 'plan.year', expect: '', set: 2023 })).plans[0]!;
    expect([plan.year, plan.id, plan.tasks[0]!.period]).toEqual([
      2023,
      '141100-2023-joint',
      { start: '2023-03', end: '2023-12' },
    ]);
    expect(trace.plan.year).toEqual({ raw: '', origin: 'corrected', correction: { reason: '对照原件' }, places: [] });
    expect(trace.diagnostics.map(({ code }) => code)).not.toContain('year-unstated');
  });
  test.each<[string, unknown, unknown]>([
    ['title', '某某计划', '某某计划'],
    ['kind', 'departmental', 'departmental'],
    ['region', '孝义市', { name: '孝义市', code: '141181', level: 'county' }],
    ['region', { name: '某开发区', code: null, level: 'county' }, { name: '某开发区', code: null, level: 'county' }],
    ['region', null, null],
    ['issuer', '吕梁市市场监督管理局', 'bodies'],
    ['issued', '2023-03-01', '2023-03-01'],
    ['documentNumber', '吕双随机办〔2023〕1号', '吕双随机办〔2023〕1号'],
  ])('plan.%s: %j', (field, set, value) => {
    const raw = ['title', 'kind', 'region'].includes(field) ? title : '';
    const { plans } = settle(plain, decided({ target: `plan.${field}`, expect: raw, set: set as Correction['set'] }));
    const stated = (plans[0]!.plan as Record<string, unknown>)[field];
    if (value === 'bodies') expect(stated).toMatchObject([{ unit: '市场监督管理局', level: 'city' }]);
    else expect(stated).toEqual(value);
  });
});

describe('cells that stand for several tasks or rows', () => {
  const merged: Part[] = [title, [header, rows[0]!, ['2', '印刷企业检查', '台账', '印刷企业', '5%', '^', '^', '']]];
  test('a decision holds for one task; a copy that was not decided on is a warning, and none once it is', () => {
    const lead = { expect: '市文旅局', set: '市商务局' };
    const one = settle(merged, decided({ target: '1.lead', ...lead })).plans[0]!;
    expect(one.plan.tasks.map(task => task.lead[0]!.name)).toEqual(['市商务局', '市文旅局']);
    expect(one.trace.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(
      'uncorrected-copy /tasks/1/lead',
    );
    const both = settle(merged, decided({ target: '1.lead', ...lead }, { target: '2.lead', ...lead })).plans[0]!;
    expect(both.plan.tasks.map(task => task.lead[0]!.name)).toEqual(['市商务局', '市商务局']);
    expect(both.trace.rows[1]!.cells.lead).toMatchObject({ origin: 'corrected', from: '/rows/0', raw: '市文旅局' });
    expect(both.trace.diagnostics.map(({ code }) => code)).not.toContain('uncorrected-copy');
  });
  test('an inferred body stays what its donor printed', () => {
    const { plan, trace } = settle(plain, decided({ target: '2.lead', expect: '市委宣传部', set: '市商务局' }))
      .plans[0]!;
    expect(plan.tasks[2]!.lead[0]!.name).toBe('市委宣传部');
    expect(trace.diagnostics.map(({ code }) => code)).toContain('uncorrected-copy');
  });

  const parted: Part[] = [
    title,
    [header, rows[0]!, ['^', '^', '台账', '导游', '不低于10%', '^', '^', '全市'], rows[1]!],
  ];
  test('a field that differs by row is decided on as a whole, over the texts of its rows', () => {
    const before = settle(parted, decided()).plans[0]!.plan.tasks[0]!;
    expect(before.parts).toHaveLength(2);
    const ratio = { target: '1.ratio', expect: '不低于5%\n不低于10%', set: '8%' };
    const { plan, trace } = settle(parted, decided(ratio)).plans[0]!;
    expect(plan.tasks[0]!.ratio).toEqual({ kind: 'percent', min: 8, max: 8 });
    expect(plan.tasks[0]!.parts?.map(part => Object.keys(part))).toEqual([
      ['items', 'targets'],
      ['items', 'targets'],
    ]);
    expect(trace.rows.slice(0, 2).map(row => row.cells.ratio!.origin)).toEqual(['corrected', 'corrected']);
    const none = settle(
      parted,
      decided(
        { target: '1.ratio', expect: '不低于5% 不低于10%', set: '8%' },
        { target: '1.targets', expect: '旅行社\n导游', set: '旅行社和导游' },
      ),
    ).plans[0]!.plan.tasks[0]!;
    expect(none.parts).toBeUndefined();
  });

  const two: Part[] = ['甲市2023年度抽查计划', [header, ...rows], '乙市2023年度抽查计划', [header, rows[0]!]];
  test('of two plans in one document the one where the text stands; else the entry must say which', () => {
    const { plans } = settle(two, decided({ target: '2.ratio', expect: '不低5', set: '5%' }));
    expect(plans.map(({ plan }) => plan.tasks.map(({ ratio }) => ratio?.kind ?? null))).toEqual([
      ['percent', 'percent', null],
      ['percent'],
    ]);
    const entry = { target: '1.ratio', expect: '不低于5%', set: '6%' };
    expect(settle(two, decided(entry)).unsettled.map(({ code }) => code)).toEqual(['correction-ambiguous']);
    const second = settle(two, decided({ ...entry, plan: 2 })).plans;
    expect(second.map(({ plan }) => plan.tasks[0]!.ratio)).toMatchObject([{ max: null }, { max: 6 }]);
  });
});

test('the order of the entries says nothing', () => {
  const entries: Partial<Correction>[] = [
    { target: 'plan.year', expect: title, set: 2024 },
    { target: '2.period', expect: '57', set: '5月-7月' },
    { target: '2.ratio', expect: '不低5', set: '不低于5%' },
    { target: '2.extra:适用区域', expect: '', set: '全市' },
    { target: '3.number', expect: '3', set: 1 },
    { target: '3.lead', expect: '市委宣传部', set: null },
  ];
  const outcome = (list: Partial<Correction>[]) => {
    const { plan, trace } = settle(plain, decided(...list)).plans[0]!;
    return emit(plan) + JSON.stringify(trace);
  };
  const expected = outcome(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), order => {
      expect(outcome(order)).toBe(expected);
    }),
    { numRuns: 40 },
  );
});
