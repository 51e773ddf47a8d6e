import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../src/diff/compare.ts';
import { type Cells, four, planOf, two } from './make-plans.ts';

/** What comparing one cell of a task comes to: the changes by field and kind, and what was folded. */
function compare(column: keyof Cells, from: string, to: string, titles: [string?, string?] = []) {
  const diff = comparePlans(planOf([{ [column]: from }], titles[0]), planOf([{ [column]: to }], titles[1]));
  const [entry] = diff.tasks;
  return {
    status: entry!.status,
    changes: entry!.changes.map(({ field, kind, reason }) => `${field} ${kind}${reason ? ` (${reason})` : ''}`),
    folded: entry!.folded.map(({ field, kind }) => `${field} ${kind}`),
  };
}

const changesOf = (column: keyof Cells, from: string, to: string): string =>
  compare(column, from, to).changes.join(', ');

describe('ratio', () => {
  test.each([
    ['不低于5%', '不低于5％', ''],
    ['不低于5%', '≥5%', ''],
    ['5%', '百分之五', ''],
    ['不低于5%', '不低于8%', 'ratio raised'],
    ['不低于5%', '不低于3%', 'ratio lowered'],
    ['不低于5%', '5%', 'ratio bound-changed'],
    ['5%', '不低于5%', 'ratio bound-changed'],
    ['不低于5%', '不高于5%', 'ratio bound-changed'],
    ['不低于5%', '10%', 'ratio raised'],
    ['不低于5%', '3%', 'ratio lowered'],
    ['不低于5%', '5%-10%', 'ratio bound-changed'],
    ['5%-10%', '8%-10%', 'ratio raised'],
    ['5%-10%', '5%-8%', 'ratio lowered'],
    ['5%-10%', '6%-9%', 'ratio bound-changed'],
    ['不高于10%', '不高于20%', 'ratio raised'],
    ['约5%', '5%', 'ratio bound-changed'],
    ['约5%', '约6%', 'ratio raised'],
    ['全覆盖', '100%', ''],
    ['不低于100%', '全覆盖', ''],
    ['全覆盖', '不低于50%', 'ratio lowered'],
    ['10户', '20户', 'ratio raised'],
    ['10户', '10家', ''],
    ['10户', '不少于10户', 'ratio bound-changed'],
    ['10户', '10台', 'ratio cannot-tell (not-comparable)'],
    ['5%', '20户', 'ratio cannot-tell (not-comparable)'],
    ['5%（20户）', '5%（30户）', 'ratio raised'],
    ['5%', '待定', 'ratio cannot-tell (undecided)'],
    ['省级计划规定比例', '5%', 'ratio cannot-tell (reference)'],
    ['待定', '待定', ''],
    ['A3%，B4%，C5%，D6%', 'A3%，B4%，C5%，D8%', 'ratio raised'],
    ['A3%，B4%，C5%，D6%', 'A2%，B4%，C5%，D8%', 'ratio changed'],
    ['A3%，B4%，C5%，D6%', 'D6%，C5%，B4%，A3%', ''],
    ['5%', '低风险5%，一般风险5%，较高风险8%，高风险10%', 'ratio raised'],
    ['A3%，B4%，C5%，D6%', '低风险3%，一般风险4%，较高风险5%，高风险6%', 'ratio changed'],
    ['市级2% 区级10%', '市级2% 区级8%', 'ratio lowered'],
  ])('%s → %s: %s', (from, to, changes) => {
    expect(changesOf('amounts', `${from}；抽查1次`, `${to}；抽查1次`)).toBe(changes);
  });

  test('a ratio that the head no longer states', () => {
    expect(changesOf('amounts', '不低于5%；抽查1次', '抽查1次')).toBe('ratio changed');
  });
});

describe('frequency', () => {
  test.each([
    ['抽查1次', '抽查一次', ''],
    ['抽查1次', '1次/年', ''],
    ['每年2次', '每年1次', 'frequency lowered'],
    ['抽查1次', '抽查2次', 'frequency raised'],
    ['每季度1次', '每半年1次', 'frequency lowered'],
    ['每年2次', '每半年1次', 'frequency changed'],
    ['每三年1次', '每年1次', 'frequency raised'],
    ['不少于1次/年', '1次/年', 'frequency bound-changed'],
    ['1-2次', '1-3次', 'frequency raised'],
    ['抽查1次', '根据监管需要确定', 'frequency cannot-tell (undecided)'],
    ['每月1次', '每月1次', ''],
  ])('%s → %s: %s', (from, to, changes) => {
    expect(changesOf('amounts', `不低于5%；${from}`, `不低于5%；${to}`)).toBe(changes);
  });
});

describe('period', () => {
  test.each([
    ['3月-11月', '3—11月', ''],
    ['3月', '3月1日-3月31日', ''],
    ['3月-5月、6月-8月', '3月-8月', ''],
    ['3月-11月', '4月-11月', 'period narrowed'],
    ['3月-11月', '3月-12月', 'period widened'],
    ['3月-11月', '4月-12月', 'period shifted'],
    ['3月-11月', '2月-10月', 'period shifted'],
    ['3月-5月', '9月-11月', 'period shifted'],
    ['3月-11月', '3月-5月、9月-11月', 'period narrowed'],
    ['3月-5月、9月-11月', '4月-5月、9月-12月', 'period changed'],
    ['3月-11月', '11月底前', 'period widened'],
    ['11月底前', '10月底前', 'period narrowed'],
    ['3月-11月', '局统一安排', 'period cannot-tell (undated)'],
    ['局统一安排', '局统一安排', ''],
    ['3月-11月', '3月1日-11月15日', 'period narrowed'],
  ])('%s → %s: %s', (from, to, changes) => {
    expect(changesOf('period', from, to)).toBe(changes);
  });

  test.each([
    ['successor', '3月-11月', '3月-11月', []],
    ['successor', '3月-11月', '4月-11月', ['narrowed']],
    ['adjustment', '3月-11月', '3月-11月', ['shifted']],
  ] as const)('as %s, %s of last year and %s of this year', (as, from, to, kinds) => {
    const [last, now] = ['吕梁市2023年度部门联合双随机抽查工作计划', '吕梁市2024年度部门联合双随机抽查工作计划'];
    const diff = comparePlans(planOf([{ period: from }], last), planOf([{ period: to }], now), { as });
    expect(diff.tasks[0]!.changes.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('February of a leap year is February of the next', () => {
    const of = (year: number, period: string) => planOf([{ period }], `吕梁市${year}年度部门联合双随机抽查工作计划`);
    for (const period of ['2月', '2月-3月', '2月29日-3月1日']) {
      const to = period.replace('29', '28');
      expect(comparePlans(of(2024, period), of(2025, to)).tasks[0]!.changes).toEqual([]);
    }
  });
});

describe('bodies', () => {
  test.each([
    ['市市场监管局、市公安局', '市公安局、市市场监管局', ''],
    ['市市场监管局', '市市场监督管理局', ''],
    ['市市场监管局、市公安局', '市公安局', 'partners removed'],
    ['市公安局', '市公安局、市教育局', 'partners added'],
    ['市公安局', '市教育局', 'partners changed'],
    ['无', '市公安局', 'partners added'],
    ['市公安局', '市公安局（检查民宿时参与）', 'partners changed'],
  ])('%s → %s: %s', (from, to, changes) => {
    expect(changesOf('partners', from, to)).toBe(changes);
  });

  test.each([
    [
      'swapped whole',
      ['市文化和旅游局', '市公安局'],
      ['市公安局', '市文化和旅游局'],
      ['lead role-swapped', 'partners role-swapped'],
    ],
    [
      'a partner leads too',
      ['市文化和旅游局', '市公安局、市教育局'],
      ['市文化和旅游局、市公安局', '市教育局'],
      ['lead role-swapped', 'partners role-swapped'],
    ],
    [
      'swapped, and one more',
      ['市文化和旅游局', '市公安局'],
      ['市公安局', '市文化和旅游局、市教育局'],
      ['lead role-swapped', 'partners changed'],
    ],
    ['another lead', ['市文化和旅游局', '市公安局'], ['市教育局', '市公安局'], ['lead changed']],
  ])('%s', (_, [lead, partners], [newLead, newPartners], changes) => {
    const diff = comparePlans(
      planOf([{ lead: lead!, partners: partners! }]),
      planOf([{ lead: newLead!, partners: newPartners! }]),
    );
    expect(diff.tasks[0]!.changes.map(({ field, kind }) => `${field} ${kind}`)).toEqual(changes);
  });

  test('level and name are folded, and say so', () => {
    expect(compare('lead', '省文化和旅游厅', '市文化和旅游局').folded).toEqual(['lead level']);
    expect(compare('lead', '省文化和旅游厅', '市文旅局').folded).toEqual(['lead level', 'lead alias']);
    expect(compare('lead', '市文化和旅游局', '市文旅局').folded).toEqual(['lead alias']);
    expect(compare('lead', '市文化和旅游局', '市文化和旅游局').folded).toEqual([]);
  });
});

describe('credit rule', () => {
  test.each([
    [four, four.replace('，', ', '), ''],
    [four, four.replace('抽查比例、频次', '抽查频次、比例'), ''],
    [four, two, 'creditRule weakened'],
    [two, four, 'creditRule strengthened'],
    [four, four.replace('抽查比例、频次', '抽查比例'), 'creditRule weakened'],
    [four, '不涉及信用风险分类', 'creditRule weakened'],
    [four, '', 'creditRule removed'],
    ['', two, 'creditRule added'],
    [
      four,
      '根据企业安全生产信用等级分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次',
      'creditRule changed',
    ],
    [four, '根据企业信用风险分类结果，对A、B、C、D类企业分别递加抽查比例、频次', 'creditRule changed'],
    ['不涉及信用风险分类', '不涉及', ''],
  ])('%s → %s: %s', (from, to, changes) => {
    const other = { name: '对民宿的双随机抽查', items: '民宿登记情况', targets: '民宿' };
    const diff = comparePlans(planOf([{ credit: from }, other]), planOf([{ credit: to }, other]));
    expect(diff.tasks[0]!.changes.map(({ field, kind }) => `${field} ${kind}`).join()).toBe(changes);
  });
});

describe('items and targets', () => {
  const items = '1.许可情况；2.台账情况；3.人员情况';
  test.each([
    [items, '1、许可情况；2、台账情况；3、人员情况。', ''],
    [items, '（一）许可情况（二）台账情况（三）人员情况', ''],
    [items, '1.台账情况；2.许可情况；3.人员情况', ''],
    [items, '许可情况，台账情况，人员情况', ''],
    [items, '1.许可情况；2.人员情况', 'items removed'],
    [items, `${items}；4.收费情况`, 'items added'],
    [items, '1.许可情况；2.台账记录情况；3.人员情况', 'items changed'],
    [items, '1.许可情况；2.人员情况；3.收费公示', 'items changed'],
  ])('items: %s → %s: %s', (from, to, changes) => {
    expect(changesOf('items', from, to)).toBe(changes);
  });

  test.each([
    ['商场、市场、宾馆', '商场，市场，宾馆', ''],
    ['商场、市场、宾馆', '宾馆、商场、市场', ''],
    ['全省旅行社', '全市旅行社', ''],
    ['省级发证企业', '市级发证企业', ''],
    ['各市粮食企业', '各县（市、区）粮食企业', ''],
    ['商场、市场、宾馆', '商场、宾馆', 'targets narrowed'],
    ['商场、宾馆', '商场、市场、宾馆', 'targets widened'],
    ['油库、气库、弹药库相关单位', '油库、气库相关单位', 'targets narrowed'],
    ['企业', '企业（不含个体工商户）', 'targets narrowed'],
    ['企业（不含个体工商户）', '企业', 'targets widened'],
    ['本辖区获证电影院', '本辖区电影院', 'targets changed'],
    ['电影院', '剧场', 'targets changed'],
  ])('targets: %s → %s: %s', (from, to, changes) => {
    expect(changesOf('targets', from, to)).toBe(changes);
  });

  test('what became of each item is told', () => {
    const diff = comparePlans(planOf([{ items }]), planOf([{ items: '1.许可证情况；2.人员情况；3.收费公示' }]));
    expect(diff.tasks[0]!.changes[0]!.details).toEqual([
      { kind: 'changed', from: '许可情况', to: '许可证情况' },
      { kind: 'removed', from: '台账情况', to: null },
      { kind: 'added', from: null, to: '收费公示' },
    ]);
  });
});

describe('names', () => {
  test.each([
    ['对旅行社的双随机抽查', '旅行社检查', false],
    ['对旅行社的双随机抽查', '对旅行社的部门联合“双随机、一公开”监督检查', false],
    ['对全省旅行社的双随机抽查', '对全市旅行社的双随机抽查', false],
    ['对二手车交易市场的双随机抽查', '对二手车交易市场的部门联合双随机抽查', false],
    ['对旅行社的双随机抽查', '对旅行社服务质量的双随机抽查', true],
    ['对旅行社的双随机抽查', '旅游行业监管', true],
  ])('%s → %s: renamed %s', (from, to, renamed) => {
    const [entry] = comparePlans(planOf([{ name: from }]), planOf([{ name: to }])).tasks;
    expect([entry!.status, entry!.renamed, entry!.changes.length]).toEqual(['kept', renamed, renamed ? 1 : 0]);
  });
});

describe('what nobody could read', () => {
  test.each([
    [
      '不低于5O%；抽查1次',
      '不低于5%；抽查1次',
      ['ratio cannot-tell (unread-base)', 'frequency cannot-tell (unread-base)'],
    ],
    [
      '不低于5%；抽查1次',
      '不低于5O%；抽查1次',
      ['ratio cannot-tell (unread-head)', 'frequency cannot-tell (unread-head)'],
    ],
    ['不低于5O%；抽查1次', '不低于5O％；抽查1次', []],
    [
      '不低于5O%；抽查1次',
      '不低于6O%；抽查1次',
      ['ratio cannot-tell (unread-head)', 'frequency cannot-tell (unread-head)'],
    ],
  ])('%s → %s', (from, to, changes) => {
    const found = compare('amounts', from, to).changes;
    expect(found.filter(change => change.startsWith('ratio'))).toEqual(
      changes.filter(change => change.startsWith('ratio')),
    );
  });

  test('it counts as cannot tell, not as changed', () => {
    const { summary, tasks } = comparePlans(planOf([{}]), planOf([{ amounts: '不低于5O%' }]));
    expect(tasks[0]!.changes[0]!.unread).toEqual({ head: '不低于5O%' });
    expect(summary).toMatchObject({ kept: 1, cannotTell: 1 });
  });
});
