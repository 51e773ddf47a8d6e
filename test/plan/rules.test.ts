import { describe, expect, test } from 'vitest';
import type { TracedCell } from '../../src/model/traced.ts';
import { checkPlan } from '../../src/plan/rules/index.ts';
import type { Evidence } from '../../src/plan/rules/rule.ts';
import type { Plan, Task } from '../../src/plan/schema.ts';
import { makePlan } from './make-plan.ts';

/** Codes and pointers that the rules give for a plan. */
const codes = (plan: Plan, trace: Evidence['trace'] = null): string[] =>
  checkPlan({ plan, trace }, []).diagnostics.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());

const numbered = (...numbers: (number | null)[]): Plan => makePlan(numbers.map(number => ({ number })));

describe('numbering', () => {
  test.each([
    [[1, 2, 3], []],
    [[1, 2, 4], ['number-gap /tasks/2/number']],
    [[2, 3], ['number-gap /tasks/0/number']],
    [[1, 2, 2, 3], ['number-repeated /tasks/2/number']],
    [
      [1, 3, 2],
      ['number-gap /tasks/1/number', 'number-order /tasks/2/number'],
    ],
    [[1, 2, 1, 2], ['number-restart /tasks/2/number']],
    [[null, null], []],
    [[1, null, 2], []],
  ] as const)('%j gives %j', (numbers, expected) => {
    expect(codes(numbered(...numbers))).toEqual(expected);
  });

  test('a restart where a new section or city begins is what it should be', () => {
    const tasks = [1, 2, 1, 2].map((number, i) => ({ number, section: i < 2 ? '市商务局' : '市公安局' }));
    expect(codes(makePlan(tasks))).toEqual([]);
  });

  test('a number merged over several tasks is no repeat', () => {
    const plan = numbered(1, 1, 2);
    const cell = (origin: 'read' | 'merged'): TracedCell => ({ raw: '1', by: 'integer', origin, places: [] });
    const rows = plan.tasks.map((_, i) => ({
      task: `/tasks/${i}`,
      cells: { number: cell(i === 1 ? 'merged' : 'read') },
    }));
    expect(codes(plan, { rows, columns: [] })).toEqual([]);
  });
});

describe('one task twice', () => {
  const task: Partial<Task> = { name: '旅行社检查', targets: '旅行社', items: ['许可证'] };
  test.each([
    [[task, task], ['task-repeated /tasks/1/name']],
    [[task, { ...task, targets: '导游' }], []],
    [
      [
        { ...task, city: '甲市' },
        { ...task, city: '乙市' },
      ],
      [],
    ],
    [[{ name: null }, { name: null }], []],
  ])('%j gives %j', (tasks, expected) => {
    expect(codes(makePlan(tasks))).toEqual(expected);
  });
});

describe('year conflict', () => {
  test.each([
    ['2024-03', '2024-12', false],
    ['2024-10', '2025-03', false],
    [null, '2024-11', false],
    ['2023-03', '2023-12', true],
    [null, '2025-06', true],
    [null, null, false],
  ])('%s to %s in 2024: %s', (start, end, conflict) => {
    expect(codes(makePlan([{ period: { start, end } }]))).toEqual(conflict ? ['year-conflict /tasks/0/period'] : []);
  });
  test('a plan without a year is in conflict with none', () => {
    expect(codes(makePlan([{ period: { start: '2020-01', end: null } }], { year: null }))).toEqual([]);
  });
});

describe('misplaced text', () => {
  test.each([
    [
      'a credit rule that is another row’s item',
      [{ unread: { creditRule: '教育的检查' } }, { items: ['教育的检查'] }],
      'misplaced-text /tasks/0/creditRule',
    ],
    ['a window in the column of bodies', [{ unread: { lead: '3月-12月' } }], 'misplaced-text /tasks/0/lead'],
    ['a text that is nobody’s', [{ unread: { lead: '另行通知办理' } }], 'unread-cell /tasks/0/lead'],
    ['targets that read as a window', [{ targets: '3月-12月' }], 'misplaced-text /tasks/0/targets'],
    ['targets that end as a matter does', [{ targets: '企业安全生产情况' }], 'misplaced-text /tasks/0/targets'],
    ['a name that lists matters', [{ name: '1.许可情况；2.台账情况' }], 'misplaced-text /tasks/0/name'],
  ])('%s', (_, tasks, expected) => {
    expect(codes(makePlan(tasks))).toEqual([expected]);
  });

  test.each([
    '本辖区获证企业',
    '各类用人单位（与劳动者建立劳动关系）',
    '加油站（点）',
    '3A级及以上旅游景区',
    '中小学校',
    '年综合能源消费量1000吨标准煤（含）以上的单位',
  ])('targets %j are where they belong', targets => expect(codes(makePlan([{ targets }]))).toEqual([]));
});

describe('one body under several names', () => {
  const body = (name: string, unit: string, level: 'city' | 'province' = 'city') => ({ name, unit, level });
  test.each([
    [[body('市文旅局', '文化和旅游局'), body('市文化和旅游局', '文化和旅游局')], 1],
    [[body('市文旅局', '文化和旅游局'), body('省文化和旅游厅', '文化和旅游局', 'province')], 0],
    [[body('市文旅局', '文化和旅游局'), body('市公安局', '公安机关')], 0],
    [[body('市文旅局', '文化和旅游局'), body('市文旅局', '文化和旅游局')], 0],
  ])('%j: %d', (bodies, count) => {
    expect(codes(makePlan(bodies.map(lead => ({ lead: [lead] }))))).toHaveLength(count);
  });
});

describe('near-template typos', () => {
  const items = (...texts: string[]) => makePlan(texts.map(text => ({ items: [text] })));
  test.each([
    [
      'a lost character',
      ['印刷企业经营活动况', '出版单位经营活动情况', '电影场所经营活动情况'],
      ['near-typo /tasks/0/items'],
    ],
    ['nothing shared', ['印刷企业经营活动况', '出版单位许可证管理'], []],
    ['a shorter but right ending', ['旅行社许可情况', '电影院许可证情况', '印刷厂许可证情况', '网吧许可情况'], []],
  ])('%s', (_, texts, expected) => {
    expect(codes(items(...texts))).toEqual(expected);
  });
  test.each([
    [['现场检查', '现场检查', '现场检查', '现将检查'], ['near-typo /tasks/3/method']],
    [['现场检查', '现场检查', '书面检查', '网络检查'], []],
    [['现场检查', '现场检查', '现场检查', '书面检查'], []],
  ])('methods %j', (methods, expected) => {
    expect(codes(makePlan(methods.map(method => ({ method }))))).toEqual(expected);
  });
});

describe('blank cells', () => {
  const lead = (name: string) => [{ name, unit: name, level: null }];
  const stands: TracedCell = { raw: '3月-12月', by: 'months', origin: 'read', places: [] };
  const gone: TracedCell = { raw: '', origin: 'blank', places: [] };
  const of = (rows: readonly [body: string, period: TracedCell][]) => {
    const plan = makePlan(rows.map(([body]) => ({ lead: lead(body) })));
    return codes(plan, {
      rows: rows.map(([, period], i) => ({ task: `/tasks/${i}`, cells: { period } })),
      columns: [{ header: '时间', fields: ['period'], column: 1 }],
    });
  };
  test.each([
    [
      'below a value of the same lead body',
      [
        ['甲', stands],
        ['甲', gone],
      ],
      ['ambiguous-blank /tasks/1/period'],
    ],
    [
      'below a value of another lead body',
      [
        ['甲', stands],
        ['乙', gone],
      ],
      ['missing-value /tasks/1/period'],
    ],
    [
      'first of its block',
      [
        ['甲', gone],
        ['甲', stands],
      ],
      ['missing-value /tasks/0/period'],
    ],
    [
      'a column mostly blank',
      [
        ['甲', stands],
        ['甲', gone],
        ['甲', gone],
      ],
      [],
    ],
    [
      'nothing blank',
      [
        ['甲', stands],
        ['甲', stands],
      ],
      [],
    ],
  ] as [string, [string, TracedCell][], string[]][])('%s', (_, rows, expected) => {
    expect(of(rows)).toEqual(expected);
  });
  test('needs the trace, and says so', () => {
    expect(checkPlan({ plan: makePlan([{}]), trace: null }, []).skipped).toEqual([
      'blank-cells',
      'style-drift',
      'uncorrected-copies',
    ]);
  });
});

describe('style drift', () => {
  const of = (...raws: string[]) =>
    codes(makePlan(raws.map(() => ({}))), {
      rows: raws.map((raw, i) => ({ task: `/tasks/${i}`, cells: { remarks: { raw, origin: 'read', places: [] } } })),
      columns: [],
    });
  test.each([
    ['by blocks', ['甲,乙', '甲;乙', '甲，乙', '甲；乙'], ['style-drift']],
    ['row by row', ['甲,乙', '甲，乙', '甲,乙', '甲，乙'], []],
    ['one style', ['甲，乙', '甲；乙'], []],
    ['none', ['甲', '1,000'], []],
  ])('%s', (_, raws, expected) => {
    expect(of(...raws)).toEqual(expected);
  });
});

describe('ids', () => {
  test('an id that is not the plan’s with the position', () => {
    expect(codes(makePlan([{ id: 'x-2024-002' }]))).toEqual(['id-mismatch /tasks/0/id']);
  });
});
