import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../src/diff/compare.ts';
import { ruleIds } from '../../src/diff/rules/ids.ts';
import { diffRules } from '../../src/diff/rules/index.ts';
import type { Relation } from '../../src/diff/schema.ts';
import { type Cells, four, planOf, two } from './make-plans.ts';

/** What a rule finds of one cell that changed: nothing, `fail`, or why it cannot decide. */
function judge(id: string, column: keyof Cells, from: string, to: string, as: Relation = 'adjustment'): string {
  const diff = comparePlans(planOf([{ [column]: from }]), planOf([{ [column]: to }]), { as });
  const found = diff.findings.filter(finding => finding.id === id);
  return found.map(({ outcome, reason }) => reason ?? outcome).join();
}

const amounts = (ratio: string): string => `${ratio}；抽查1次`;

test('the list of rules and the list of their ids are one', () => {
  expect(diffRules.map(({ id }) => id)).toEqual([...ruleIds]);
});

describe('ratio', () => {
  test.each([
    ['不低于5%', '不低于8%', '', '', ''],
    ['不低于5%', '不低于3%', 'fail', '', ''],
    ['不低于5%', '5%', '', '', 'fail'],
    ['不低于5%', '3%', 'fail', '', 'fail'],
    ['不低于5%', '不高于10%', 'fail', '', 'fail'],
    ['不低于5%', '5%-10%', '', '', ''],
    ['不低于5%', '约5%', 'about', '', 'fail'],
    ['不低于5%', '20户', 'not-comparable', '', ''],
    ['不低于5%', '待定', 'undecided', '', ''],
    ['不低于5%', '省级计划规定比例', 'reference', '', ''],
    ['不低于5%', '不低于5O%', 'unread-head', '', ''],
    ['不低于5O%', '不低于5%', 'unread-base', '', ''],
    ['不低于5%', '全覆盖', '', '', ''],
    ['不高于10%', '不高于20%', '', 'fail', ''],
    ['不高于10%', '不低于5%', '', 'not-stated', 'fail'],
    ['不高于10%', '不低于15%', '', 'fail', 'fail'],
    ['不高于10%', '不高于5%', '', '', ''],
    ['不高于10%', '不高于1O%', '', 'unread-head', ''],
    ['5%', '10%', '', '', ''],
    ['A3%，B4%，C5%，D6%', 'A3%，B4%，C5%，D5%', 'fail', '', ''],
    ['A3%，B4%，C5%，D6%', '5%', 'fail', '', ''],
    ['A3%，B4%，C5%，D6%', '6%', '', '', ''],
    ['不低于5%', '低风险5%，一般风险5%，较高风险8%，高风险10%', '', '', 'fail'],
    ['待定', '5%', '', '', ''],
  ])('%s → %s: below “%s”, above “%s”, bound “%s”', (from, to, below, above, bound) => {
    const found = ['ratio-below-base', 'ratio-above-ceiling', 'comparator-lost'].map(id =>
      judge(id, 'amounts', amounts(from), amounts(to)),
    );
    expect(found).toEqual([below, above, bound]);
  });
});

describe('other rules', () => {
  test.each<[string, keyof Cells, string, string, string]>([
    ['frequency-reduced', 'amounts', '5%；每年2次', '5%；每年1次', 'fail'],
    ['frequency-reduced', 'amounts', '5%；每年2次', '5%；每半年1次', ''],
    ['frequency-reduced', 'amounts', '5%；抽查1次', '5%', 'not-stated'],
    ['frequency-reduced', 'amounts', '5%；抽查1次', '5%；不定期', 'undecided'],
    ['frequency-reduced', 'amounts', '5%', '5%；抽查1次', ''],
    ['window-outside-base', 'period', '3月-11月', '4月-10月', ''],
    ['window-outside-base', 'period', '3月-11月', '3月-12月', 'fail'],
    ['window-outside-base', 'period', '3月-11月', '10月底前', 'open-window'],
    ['window-outside-base', 'period', '3月-11月', '12月底前', 'fail'],
    ['window-outside-base', 'period', '11月底前', '10月底前', ''],
    ['window-outside-base', 'period', '3月-11月', '局统一安排', 'undated'],
    ['window-outside-base', 'period', '局统一安排', '3月-11月', ''],
    ['partner-dropped', 'partners', '市公安局、市教育局', '市公安局', 'fail'],
    ['partner-dropped', 'partners', '市公安局', '市公安局、市教育局', ''],
    ['partner-dropped', 'partners', '市公安局', '市公安局', ''],
    ['partner-dropped', 'partners', '省公安厅', '市公安局', ''],
    ['lead-changed', 'lead', '市文化和旅游局', '市商务局', 'fail'],
    ['lead-changed', 'lead', '省文化和旅游厅', '市文旅局', ''],
    ['credit-rule-weakened', 'credit', four, two, 'fail'],
    ['credit-rule-weakened', 'credit', two, four, ''],
    ['credit-rule-weakened', 'credit', four, '不涉及信用风险分类', 'fail'],
    ['targets-narrowed', 'targets', '商场、市场、宾馆', '商场、宾馆', 'fail'],
    ['targets-narrowed', 'targets', '商场、宾馆', '商场、市场、宾馆', ''],
    ['targets-narrowed', 'targets', '本辖区获证电影院', '本辖区二级电影院', 'text-changed'],
  ])('%s of %s: %s → %s: “%s”', (id, column, from, to, expected) => {
    expect(judge(id, column, from, to)).toBe(expected);
  });

  test('a partner that became the lead is not gone, a lead that became partner is another lead', () => {
    const diff = comparePlans(
      planOf([{ lead: '市商务局', partners: '市公安局' }]),
      planOf([{ lead: '市公安局', partners: '市商务局' }]),
    );
    expect(diff.findings.map(({ id }) => id)).toEqual(['lead-changed']);
  });

  test('tasks that are missing and tasks that were added', () => {
    const [one, two]: Cells[] = [
      {},
      { name: '对民宿的双随机抽查', items: '民宿登记情况', targets: '民宿', lead: '市公安局' },
    ];
    const diff = comparePlans(planOf([one!]), planOf([two!]));
    expect(diff.findings.map(({ id, level, outcome }) => `${id} ${level} ${outcome}`)).toEqual([
      'base-task-missing error fail',
      'task-added info fail',
    ]);
  });
});

describe('how the plans stand to each other', () => {
  test('is a choice of rules and of their levels', () => {
    const base = planOf([{ amounts: amounts('不低于5%') }]);
    const head = planOf([{ amounts: amounts('不低于3%'), period: '3月-12月' }]);
    const of = (as: Relation) => comparePlans(base, head, { as }).findings.map(({ id, level }) => `${id} ${level}`);
    expect(of('adjustment')).toEqual(['ratio-below-base error', 'window-outside-base warning']);
    expect(of('successor')).toEqual(['ratio-below-base warning']);
  });

  test('plans that name no year are of the year of their windows', () => {
    const of = (year: number) => planOf([{ period: `${year}年3月-${year}年11月` }], '吕梁市部门联合双随机抽查工作计划');
    expect(comparePlans(of(2023), of(2024))).toMatchObject({ as: 'successor', summary: { changed: 0 } });
    expect(comparePlans(of(2024), of(2024)).as).toBe('adjustment');
  });

  test.each([
    ['吕梁市2023年度部门联合双随机抽查工作计划', '吕梁市2024年度部门联合双随机抽查工作计划', 'successor'],
    ['山西省2024年度部门联合双随机抽查工作计划', '吕梁市2024年度部门联合双随机抽查工作计划', 'adjustment'],
    ['吕梁市部门联合双随机抽查工作计划', '吕梁市2024年度部门联合双随机抽查工作计划', 'adjustment'],
  ])('%s → %s: %s', (base, head, as) => {
    expect(comparePlans(planOf([{}], base), planOf([{}], head)).as).toBe(as);
  });
});

describe('a finding', () => {
  const base = planOf([{ amounts: amounts('不低于5%') }]);
  const other: Cells = { name: '对民宿的双随机抽查', items: '民宿登记情况', targets: '民宿' };
  const [finding] = comparePlans(base, planOf([{ amounts: amounts('不低于3%') }])).findings;

  test('says what is wrong in both languages, and where on both sides', () => {
    expect(finding).toMatchObject({
      message: {
        zh: '抽查比例低于基准计划：不低于5% → 不低于3%',
        en: 'the ratio is below the base plan: 不低于5% → 不低于3%',
      },
      places: [
        { side: 'base', pointer: '/tasks/0/ratio' },
        { side: 'head', pointer: '/tasks/0/ratio' },
      ],
    });
  });

  test('keeps its fingerprint when rows move and words of level change, and has another when it is about something else', () => {
    const print = (cells: Cells[]) =>
      comparePlans(base, planOf(cells)).findings.find(({ id }) => id === 'ratio-below-base')!.fingerprint;
    expect(print([other, { amounts: amounts('不低于3%') }])).toBe(finding!.fingerprint);
    expect(print([{ amounts: amounts('≥3%'), name: '旅行社经营活动检查' }])).toBe(finding!.fingerprint);
    expect(print([{ amounts: amounts('不低于2%') }])).not.toBe(finding!.fingerprint);
    expect(print([{ amounts: amounts('不低于3%'), targets: '旅行社' }])).not.toBe(finding!.fingerprint);
  });
});
