import { describe, expect, test } from 'vitest';
import { emit } from '../../src/emit/index.ts';
import { interpretParts, type Part } from './make-document.ts';

const title = '吕梁市2024年度部门联合双随机抽查工作计划';
const head = ['序号', '抽查任务名称', '抽查事项', '抽查比例', '抽查时间', '发起部门', '配合部门'];
const row = (
  number: string,
  more: Partial<Record<'name' | 'items' | 'ratio' | 'period' | 'lead' | 'partners', string>> = {},
) => [
  number,
  more.name ?? `任务${number}`,
  more.items ?? `事项${number}`,
  more.ratio ?? '5%',
  more.period ?? '3月-12月',
  more.lead ?? '市商务局',
  more.partners ?? '市税务局',
];

/** Interprets parts; every plan must fit the schema and every ledger add up. */
function read(...parts: Part[]) {
  const conversion = interpretParts(...parts);
  for (const { plan, trace } of conversion.plans) {
    emit(plan);
    const { characters, discarded, ...counts } = trace.ledger;
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    const gone = discarded.reduce((total, { text }) => total + [...text].filter(c => /\S/u.test(c)).length, 0);
    expect(sum + gone).toBe(characters);
  }
  return conversion;
}
const one = (...parts: Part[]) => {
  const { plans, refusal } = read(...parts);
  expect([refusal?.code, plans.length]).toEqual([undefined, 1]);
  return { ...plans[0]!, codes: plans[0]!.trace.diagnostics.map(({ code }) => code) };
};

describe('tables and their headers', () => {
  test('two header rows, title rows inside the table, notes below', () => {
    const { plan, trace } = one([
      [title, '<', '<', '<'],
      ['序号', '抽查任务', '抽查比例及频次', '<'],
      ['^', '^', '比例', '频次'],
      ['1', '旅行社检查', '5%', '1次/年'],
      ['注：比例为户数比例', '<', '<', '<'],
      ['以省级计划为准', '<', '<', '<'],
    ]);
    expect(plan.title).toBe(title);
    expect(plan.tasks).toMatchObject([{ number: 1, ratio: { min: 5 }, frequency: { per: 'P1Y' } }]);
    expect(plan.notes).toEqual(['注：比例为户数比例以省级计划为准']);
    expect(trace.columns.map(({ fields }) => fields.join())).toEqual(['number', 'name', 'ratio', 'frequency']);
  });

  test('one table per page, with or without its header again, is one table', () => {
    const parts = [title, [head, row('1'), row('2')], '续表', [head, row('3')], [row('4')]];
    const { plan, trace } = one(...parts);
    expect(plan.tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(trace.ledger).toMatchObject({ repeatedHeaders: head.join('').length, pageFurniture: 2 });
    expect(trace.rows[3]!.cells.name!.places).toEqual([{ table: 3, row: 1, column: 2 }]);
  });

  test('a header repeated inside the table is no row', () => {
    expect(one(title, [head, row('1'), head, row('2')]).plan.tasks).toHaveLength(2);
  });

  test('rows that are no tasks: sections, totals, blank rows, rules', () => {
    const { plan, trace, codes } = one(title, [
      head.slice(0, 5),
      ['一、市商务局（2项）', '<', '<', '<', '<'],
      row('1').slice(0, 5),
      row('2').slice(0, 5),
      ['二、市公安局（1项）', '', '', '', ''],
      row('3').slice(0, 5),
      ['', '', '', '', ''],
      ['----', '----', '----', '----', '----'],
      ['合计', '3项', '', '', ''],
    ]);
    expect(plan.tasks.map(({ section }) => section)).toEqual(['市商务局', '市商务局', '市公安局']);
    expect(plan.tasks.map(({ lead }) => lead[0]?.name)).toEqual(['市商务局', '市商务局', '市公安局']);
    expect(trace.rows[0]!.cells.lead).toMatchObject({ origin: 'inferred', raw: '一、市商务局（2项）' });
    expect(codes).toContain('section-lead');
    expect(trace.ledger.discarded).toMatchObject([
      { text: '合计', why: 'totals row' },
      { text: '3项', why: 'totals row' },
    ]);
    expect(trace.ledger).toMatchObject({ sections: 20, markup: 20 });
  });

  test('a table that is no plan is left out, and said so', () => {
    const { codes, trace } = one(title, [head, row('1')], '联系方式', [
      ['单位', '联系人', '电话'],
      ['市商务局', '张三', '0358'],
    ]);
    expect(codes).toContain('other-table');
    expect(trace.ledger.discarded.map(({ why }) => why)).toContain('table that is no plan');
  });

  test.each([
    ['no table', [title], 'no-plan'],
    [
      'a table that is no plan',
      [
        title,
        [
          ['单位', '联系人', '电话'],
          ['市商务局', '张三', '1'],
        ],
      ],
      'no-plan',
    ],
    ['a header without rows', [title, [head]], 'header-without-rows'],
    ['nothing', [], 'no-plan'],
  ] as [string, Part[], string][])('%s is refused', (_, parts, code) => {
    const { plans, refusal } = read(...parts);
    expect([plans, refusal?.code]).toEqual([[], code]);
  });

  test('two plans in one document', () => {
    const second = '吕梁市2024年度本部门双随机抽查工作计划';
    const { plans } = read('通知正文。', '附件1', title, [head, row('1'), row('2')], '注：略', '附件2', second, [
      head,
      row('1'),
    ]);
    expect(plans.map(({ plan }) => [plan.title, plan.tasks.length, plan.notes.length])).toEqual([
      [title, 2, 1],
      [second, 1, 0],
    ]);
    expect(plans[1]!.plan.id).toBe('141100-2024-departmental-2');
    expect(plans[0]!.trace.ledger.otherPlans).toBeGreaterThan(0);
  });
});

describe('tasks over several rows', () => {
  const spanned = [
    ['1', '旅行社检查', '许可证', '5%', '3月-12月', '市商务局', '市税务局'],
    ['^', '^', '合同', '10%', '^', '^', '^'],
    ['2', '网吧检查', '登记', '5%', '3月-12月', '市公安局', ''],
  ];
  const expected = {
    items: ['许可证', '合同'],
    ratio: null,
    parts: [
      { items: ['许可证'], ratio: { min: 5 } },
      { items: ['合同'], ratio: { min: 10 } },
    ],
  };
  test('merged number and name: items are joined, what differs stands in parts', () => {
    const { plan, trace } = one(title, [head, ...spanned]);
    expect(plan.tasks).toHaveLength(2);
    expect(plan.tasks[0]).toMatchObject(expected);
    expect(plan.tasks[0]!.period).not.toBeNull();
    expect(Object.keys(plan.tasks[0]!.parts![0]!)).toEqual(['items', 'ratio']);
    expect(trace.rows.map(({ task }) => task)).toEqual(['/tasks/0', '/tasks/0', '/tasks/1']);
    expect(trace.rows[1]!.cells.name).toMatchObject({ origin: 'merged', from: '/rows/0', raw: '旅行社检查' });
  });
  test('the same with the merges lost gives the same plan', () => {
    const lost = spanned.map(texts => texts.map(text => (text === '^' ? '' : text)));
    expect(emit(one(title, [head, ...lost]).plan)).toBe(emit(one(title, [head, ...spanned]).plan));
  });
  test('only the items differ: no parts', () => {
    const { plan } = one(title, [head, row('1'), ['', '', '另一事项', '', '', '', ''], row('2')]);
    expect(plan.tasks[0]!.items).toEqual(['事项1', '另一事项']);
    expect(plan.tasks[0]!.parts).toBeUndefined();
  });
  test('a merged number over several names is several tasks', () => {
    const { plan } = one(title, [head, row('1', { name: '甲检查' }), ['^', '乙检查', ...row('1').slice(2)], row('2')]);
    expect(plan.tasks.map(({ number, name }) => [number, name])).toEqual([
      [1, '甲检查'],
      [1, '乙检查'],
      [2, '任务2'],
    ]);
  });
  test('a number without a name is a task of its own, and said so', () => {
    const { plan, codes } = one(title, [head, row('1'), row('2', { name: '' })]);
    expect(plan.tasks[1]!.name).toBeNull();
    expect(codes).toContain('missing-name');
  });
});

describe('merged and blank cells', () => {
  test('a merge gives every row its value, and the plan is that of the inferred blanks', () => {
    const merged = one(title, [
      head,
      row('1'),
      [...row('2').slice(0, 5), '^', '市税务局'],
      row('3', { lead: '市公安局' }),
    ]);
    const blank = one(title, [head, row('1'), row('2', { lead: '' }), row('3', { lead: '市公安局' })]);
    expect(merged.plan.tasks[1]!.lead[0]!.name).toBe('市商务局');
    expect(merged.trace.rows[1]!.cells.lead).toMatchObject({ origin: 'merged', from: '/rows/0' });
    expect(blank.trace.rows[1]!.cells.lead).toMatchObject({ origin: 'inferred', from: '/rows/0' });
    expect(emit(blank.plan)).toBe(emit(merged.plan));
    expect(merged.codes).not.toContain('inferred-blank');
    expect(blank.codes).toContain('inferred-blank');
  });
  test('a column blank in more than half its rows is left alone', () => {
    const { plan, codes } = one(title, [head, row('1'), row('2', { lead: '' }), row('3', { lead: '' })]);
    expect(plan.tasks.map(({ lead }) => lead.length)).toEqual([1, 0, 0]);
    expect(codes).not.toContain('inferred-blank');
  });
  test('a text above that gave no value is never copied', () => {
    const { plan } = one(title, [head, row('1', { lead: '3月-12月' }), row('2', { lead: '' }), row('3'), row('4')]);
    expect(plan.tasks[1]!.lead).toEqual([]);
    expect(plan.tasks[1]!.unread).toBeUndefined();
  });
  test('nothing is inferred across a section', () => {
    const { plan } = one(title, [
      head,
      row('1'),
      ['一、其他（1项）', '<', '<', '<', '<', '<', '<'],
      row('2', { lead: '' }),
      row('3'),
      row('4'),
    ]);
    expect(plan.tasks[1]!.lead).toEqual([]);
  });
  test('a cell over ratio and frequency is read as both; one over other columns is reported', () => {
    const wide = ['序号', '抽查任务名称', '抽查比例', '抽查频次', '抽查时间', '发起部门'];
    const both = one(title, [
      wide,
      ['1', '甲', '5%；抽查1次', '<', '3月', '市商务局'],
      ['2', '乙', '5%', '1次', '3月', '市商务局'],
    ]);
    expect(both.plan.tasks[0]).toMatchObject({ ratio: { min: 5, max: 5 }, frequency: { min: 1, max: 1 } });
    const other = one(title, [
      wide,
      ['1', '甲', '5%', '1次', '局统一安排', '<'],
      ['2', '乙', '5%', '1次', '3月', '市商务局'],
    ]);
    expect(other.codes).toContain('cell-across-columns');
  });
});

describe('columns', () => {
  test('HY-001 under 序号 is a code', () => {
    const { plan } = one(title, [head, row('HY-001'), row('HY-002')]);
    expect(plan.tasks.map(({ number, code }) => [number, code])).toEqual([
      [null, 'HY-001'],
      [null, 'HY-002'],
    ]);
  });
  test('a window in two columns is one period', () => {
    const { plan } = one(title, [
      ['序号', '抽查任务名称', '抽取日期自', '抽取日期至'],
      ['1', '甲', '2024.04.01', '2024.10.31'],
      ['2', '乙', '2024.12.01', '2024.10.31'],
    ]);
    expect(plan.tasks[0]!.period).toEqual({ start: '2024-04-01', end: '2024-10-31' });
    expect(plan.tasks[1]).toMatchObject({ period: null, unread: { period: expect.any(String) } });
  });
  test('columns that nobody knows go to extra, a second equal header numbered', () => {
    const { plan, codes } = one(title, [
      [...head, '甲乙丙', '甲乙丙'],
      [...row('1'), 'x1', 'x2'],
      [...row('2'), '', 'y2'],
    ]);
    expect(plan.tasks.map(({ extra }) => extra)).toEqual([{ 甲乙丙: 'x1', '甲乙丙#2': 'x2' }, { '甲乙丙#2': 'y2' }]);
    expect(codes.filter(code => code === 'unknown-column')).toHaveLength(2);
  });
  test('a known further column stands on every task, null where blank', () => {
    const { plan } = one(title, [
      [...head, '备注'],
      [...row('1'), '市县联动'],
      [...row('2'), ''],
    ]);
    expect(plan.tasks.map(({ remarks }) => remarks)).toEqual(['市县联动', null]);
  });
});

describe('a province’s table for all its cities', () => {
  const wide = ['地市', '序号', '抽查任务名称', '抽查事项', '抽查比例', '抽查时间', '检查主体'];
  test('the city is merged over its rows, and the numbers start again in each', () => {
    const { plan, codes } = one('山西省2024年度双随机抽查计划', [
      wide,
      ['太原市', '1', '旅行社检查', '许可证', '5%', '3月', '市文旅局'],
      ['^', '2', '网吧检查', '登记', '5%', '4月', '^'],
      ['大同市', '1', '旅行社检查', '许可证', '5%', '3月', '市文旅局'],
      ['^', '2', '网吧检查', '登记', '5%', '4月', '^'],
    ]);
    expect(plan.tasks.map(({ city, number }) => [city, number])).toEqual([
      ['太原市', 1],
      ['太原市', 2],
      ['大同市', 1],
      ['大同市', 2],
    ]);
    expect(plan.tasks.map(({ executors }) => executors?.[0]?.name)).toEqual(Array(4).fill('市文旅局'));
    expect(codes).not.toContain('number-restart');
    expect(codes).not.toContain('task-repeated');
  });
});

describe('the title block', () => {
  const table = [head, row('1')];
  const headOf = (...lines: string[]) => {
    const { plan, codes } = one(...lines, table);
    return { ...plan, codes };
  };
  test.each([
    [[title], { title, year: 2024, kind: 'joint', edition: null, id: '141100-2024-joint' }],
    [[title, title], { title, subtitle: null }],
    [[title, '（修订版）'], { title, edition: '修订版', subtitle: null, id: '141100-2024-joint-revised' }],
    [[`${title}（征求意见稿）`], { edition: '征求意见稿', id: '141100-2024-joint-draft' }],
    [['吕梁市部门联合双随机抽查工作计划', '（2026年度）'], { year: 2026, subtitle: null }],
    [['吕梁市2024年度部门联合', '双随机抽查工作计划'], { title, year: 2024 }],
    [
      ['山西省2024年度本部门抽查计划'],
      { region: { name: '山西省', code: '140000', level: 'province' }, kind: 'departmental' },
    ],
    [['汾阳市2024年度双随机抽查计划'], { region: { name: '汾阳市', code: '141182', level: 'county' }, kind: null }],
    [['附件1：', title], { title }],
    [
      ['关于印发吕梁市抽查计划的通知', '各县（市、区）：现将计划印发给你们，请于2024年12月31日前完成。', title],
      { title, issued: null },
    ],
  ] as [string[], object][])('%j', (lines, expected) => {
    expect(headOf(...lines)).toMatchObject(expected);
  });
  test('a place that nobody knows has no code and a digest in its id', () => {
    const { region, id, codes } = headOf('清河市2024年度联合抽查工作计划');
    expect(region).toEqual({ name: '清河市', code: null, level: 'city' });
    expect(id).toMatch(/^x[0-9a-f]{8}-2024-joint$/);
    expect(codes).toContain('unknown-region');
  });
  test('no title, no year', () => {
    const { title, year, id, codes } = headOf('这里说些别的。');
    expect([title, year]).toEqual([null, null]);
    expect(id).toMatch(/^x[0-9a-f]{8}$/);
    expect(codes).toEqual(expect.arrayContaining(['title-missing', 'year-unstated']));
  });
  test('a year or place from the prose around says so', () => {
    const { year, region, codes } = headOf('吕梁市关于印发2024年度抽查计划的通知', '双随机抽查工作计划');
    expect([year, region?.code]).toEqual([2024, '141100']);
    expect(codes).toContain('head-inferred');
  });
});
