import { describe, expect, test } from 'vitest';
import { type Ratio, ratio } from '../../src/fields/ratio.ts';
import { anyRatio } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

const codes = (text: string, header?: string) =>
  ratio.parse(text, header === undefined ? {} : { header }).findings.map(({ code }) => code);

const percent = (min: number | null, max: number | null, more: object = {}) =>
  ({ kind: 'percent', min, max, ...more }) as Ratio;
const count = (min: number | null, max: number | null, unit: string, more: object = {}) =>
  ({ kind: 'count', min, max, unit, ...more }) as Ratio;
const tiers = (by: string, amounts: Record<string, Ratio>, more: object = {}) =>
  ({ kind: 'tiered', by, tiers: Object.entries(amounts).map(([of, amount]) => ({ of, ...amount })), ...more }) as Ratio;

describe('reads without a word', () => {
  test.each<[string, Ratio]>([
    ['20%', percent(20, 20)],
    ['0.5%', percent(0.5, 0.5)],
    ['抽查比例10%', percent(10, 10)],
    ['抽查比例：3%', percent(3, 3)],
    ['比例为3%', percent(3, 3)],
    ['总数的4%', percent(4, 4)],
    ['占企业总数的5%', percent(5, 5)],
    ['按5%比例抽取', percent(5, 5)],
    ['按照3%的比例进行随机抽查', percent(3, 3)],
    ['5％', percent(5, 5)],
    ['5‰', percent(0.5, 0.5)],
    ['0.7‰', percent(0.07, 0.07)],
    ['百分之五', percent(5, 5)],
    ['百分之二十五', percent(25, 25)],
    ['百分之零点五', percent(0.5, 0.5)],
    ['百分之百', percent(100, 100)],
    ['千分之三', percent(0.3, 0.3)],
    ['万分之五', percent(0.05, 0.05)],
    ['两成', percent(20, 20)],
    ['三成五', percent(35, 35)],
    ['四分之一', percent(25, 25)],
    ['一半', percent(50, 50)],
    ['不低于5%', percent(5, null)],
    ['不得低于 5%', percent(5, null)],
    ['不得少于百分之二', percent(2, null)],
    ['不少于5%', percent(5, null)],
    ['应不低于5%', percent(5, null)],
    ['≥5%', percent(5, null)],
    ['>=5%', percent(5, null)],
    ['大于等于5%', percent(5, null)],
    ['至少5%', percent(5, null)],
    ['最低5%', percent(5, null)],
    ['5%以上', percent(5, null)],
    ['5%及以上', percent(5, null)],
    ['5%以上（含5%）', percent(5, null)],
    ['不低于5%以上', percent(5, null)],
    ['半数以上', percent(50, null)],
    ['全年抽查比例不低于5%', percent(5, null)],
    ['每年抽查比例不低于5%', percent(5, null)],
    ['检查比例不低于100%', percent(100, null)],
    ['抽查比例不低\n于5%', percent(5, null)],
    ['不高于10%', percent(null, 10)],
    ['不超过20%', percent(null, 20)],
    ['最高不超过10%', percent(null, 10)],
    ['≤10%', percent(null, 10)],
    ['10%以内', percent(null, 10)],
    ['10%以下', percent(null, 10)],
    ['控制在5%以内', percent(null, 5)],
    ['10-20%', percent(10, 20)],
    ['3%-5%', percent(3, 5)],
    ['10%～20%之间', percent(10, 20)],
    ['百分之五至百分之十', percent(5, 10)],
    ['一至两成', percent(10, 20)],
    ['不低于5%，不超过10%', percent(5, 10)],
    ['5%以上10%以下', percent(5, 10)],
    ['5%，上限10%', percent(5, 10)],
    ['约1.5%', percent(1.5, 1.5, { about: true })],
    ['5%左右', percent(5, 5, { about: true })],
    ['全覆盖', percent(100, 100)],
    ['100%全覆盖', percent(100, 100)],
    ['100%', percent(100, 100)],
    ['全部抽查', percent(100, 100)],
    ['1户', count(1, 1, '户')],
    ['60-70家', count(60, 70, '家')],
    ['不少于10家', count(10, null, '家')],
    ['约20户', count(20, 20, '户', { about: true })],
    ['2.8万户', count(28_000, 28_000, '户')],
    ['1200戶', count(1200, 1200, '戶')],
    ['两百户', count(200, 200, '户')],
    ['抽取3家企业', count(3, 3, '家')],
    ['企业5%', percent(5, 5)],
    ['抽取辖区内5%的企业', percent(5, 5)],
    ['全市抽查比例不低于5%', percent(5, null)],
    ['不少于3户次', count(3, null, '户次')],
    ['10%（20户）', percent(10, 10, { count: { min: 20, max: 20, unit: '户' } })],
    ['5%，且不少于3家', percent(5, 5, { count: { min: 3, max: null, unit: '家' } })],
    ['30家中，按10%比例进行抽取3户', percent(10, 10, { count: { min: 3, max: 3, unit: '户' }, note: '30家中' })],
    ['基数186万, 总体抽查比例约1.5%。', percent(1.5, 1.5, { about: true, note: '基数186万' })],
    [
      '全市抽查基數約40065戶(動態更新),抽查比例不低于3%。',
      percent(3, null, { note: '全市抽查基數約40065戶（動態更新）' }),
    ],
    ['原则上不低于5%', percent(5, null, { note: '原则上' })],
    ['抽查比例达到5%', percent(5, 5, { note: '达到' })],
    ['5%（重点企业除外）', percent(5, 5, { note: '重点企业除外' })],
    ['20%（不足5家的全覆盖）', percent(20, 20, { note: '不足5家的全覆盖' })],
    ['10%，不足1家的按1家抽取', percent(10, 10, { note: '不足1家的按1家抽取' })],
    [
      '2%以上(根據企業信用不同風險級別設置差異化抽查比例)',
      percent(2, null, { note: '根據企業信用不同風險級別設置差異化抽查比例' }),
    ],
    ['5%，按照国市监信发〔2019〕38号执行', percent(5, 5, { note: '按照国市监信发〔2019〕38号执行' })],
    ['市局抽查比例不少于30%', percent(30, null, { note: '市局' })],
    ['學校抽查比例為5%', percent(5, 5, { note: '學校' })],
    ['各县（市、区）抽取2家', count(2, 2, '家', { note: '各县（市、区）' })],
    ['每次5%', percent(5, 5, { note: '每次' })],
    ['A3%\nB4%\nC5%\nD6%', tiers('credit', { A: percent(3, 3), B: percent(4, 4), C: percent(5, 5), D: percent(6, 6) })],
    [
      'A、B类3%，C、D类10%',
      tiers('credit', { A: percent(3, 3), B: percent(3, 3), C: percent(10, 10), D: percent(10, 10) }),
    ],
    [
      'A、B、C类企业抽查比例分别不低于1%、3%、5%',
      tiers('credit', { A: percent(1, null), B: percent(3, null), C: percent(5, null) }),
    ],
    [
      '低1%、一般3%、较高5%、高10%',
      tiers('credit', { low: percent(1, 1), general: percent(3, 3), higher: percent(5, 5), high: percent(10, 10) }),
    ],
    ['高风险企业全覆盖，其他企业不低于5%', tiers('credit', { high: percent(100, 100), other: percent(5, null) })],
    ['低风险（A类）1%、高风险（D类）10%', tiers('credit', { low: percent(1, 1), high: percent(10, 10) })],
    // Another system than low-high: in the plan's own words.
    [
      '低风险1%，中风险5%，高风险10%',
      tiers('credit', { 低风险: percent(1, 1), 中风险: percent(5, 5), 高风险: percent(10, 10) }),
    ],
    ['守信1%，失信20%', tiers('credit', { 守信: percent(1, 1), 失信: percent(20, 20) })],
    ['市级2% 区级10%', tiers('level', { 市级: percent(2, 2), 区级: percent(10, 10) })],
    [
      '农药生产企业抽查比例不低于10%,农药经营者抽查比例不低于0.5%',
      tiers('object', { 农药生产企业: percent(10, null), 农药经营者: percent(0.5, null) }),
    ],
    ['中職學校的抽查比例為5%、高職院校10%', tiers('object', { 中職學校: percent(5, 5), 高職院校: percent(10, 10) })],
    ['企业5%，个体工商户1%', tiers('object', { 企业: percent(5, 5), 个体工商户: percent(1, 1) })],
    ['生产企业10户，经营企业5%', tiers('object', { 生产企业: count(10, 10, '户'), 经营企业: percent(5, 5) })],
    [
      'A类原则上不低于3%；B类5%（由县级组织实施）',
      tiers('credit', { A: percent(3, null), B: percent(5, 5) }, { note: 'A类：原则上；由县级组织实施' }),
    ],
    ['省级计划规定比例', { kind: 'reference', text: '省级计划规定比例' }],
    ['根据《抽查规程(试行)的通知》确定', { kind: 'reference', text: '根据《抽查规程（试行）的通知》确定' }],
    ['按1：10比例抽取', { kind: 'reference', text: '按1:10比例抽取' }],
  ])('%j', (text, value) => {
    const parsed = ratio.parse(text);
    expect(parsed.findings).toStrictEqual([]);
    expect(parsed.value).toStrictEqual(value);
    // Also in canonical order.
    expect(JSON.stringify(parsed.value)).toBe(JSON.stringify(value));
  });
});

describe('reads and says what to mind', () => {
  test.each<[string, Ratio, string]>([
    ['抽查比例不低5%', percent(5, null), 'restored-character'],
    ['不少5%', percent(5, null), 'restored-character'],
    ['不高10%', percent(null, 10), 'restored-character'],
    ['大于5%', percent(5, null), 'strict-bound'],
    ['低于5%', percent(null, 5), 'strict-bound'],
    ['超过20%', percent(20, null), 'strict-bound'],
    [
      '不低于备案数的5%,原则上上年度抽检查过的不再抽取',
      percent(5, null, { note: '原则上上年度抽检查过的不再抽取' }),
      'ratio-base',
    ],
    ['轄區學校總數的20%', percent(20, 20), 'ratio-base'],
    ['从检查对象名录库中随机抽取10%', percent(10, 10), 'ratio-base'],
    ['每季度不低于5%', percent(5, null, { note: '每季度' }), 'ratio-per-period'],
    ['5户/季度', count(5, 5, '户', { note: '每季度' }), 'ratio-per-period'],
    [
      '每月检查数量不少于80家次,检查比例不低于10%',
      percent(10, null, { note: '每月检查数量不少于80家次' }),
      'ratio-per-period',
    ],
    ['A:3%;', tiers('credit', { A: percent(3, 3) }), 'incomplete-tiers'],
    ['高风险企业不低于30%', tiers('credit', { high: percent(30, null) }), 'incomplete-tiers'],
    ['A类1%，一类3%', tiers('object', { A类: percent(1, 1), 一类: percent(3, 3) }), 'mixed-tiers'],
    ['市级2%，级区10%', tiers('object', { 市级: percent(2, 2), 级区: percent(10, 10) }), 'mixed-tiers'],
    ['5%；抽查1次', percent(5, 5), 'other-amount'],
    ['5%，抽查频次根据实际情况确定', percent(5, 5), 'other-amount'],
    ['待定', { kind: 'undecided', text: '待定' }, 'amount-undecided'],
    ['根据企业信用风险分类结果确定', { kind: 'undecided', text: '根据企业信用风险分类结果确定' }, 'amount-undecided'],
  ])('%j', (text, value, code) => {
    const { value: read, findings } = ratio.parse(text);
    expect(read).toStrictEqual(value);
    expect(findings.map(finding => finding.code)).toStrictEqual([code]);
  });
});

describe('refuses and says why', () => {
  test.each([
    ['不低于500%', 'impossible-amount'],
    ['0%', 'impossible-amount'],
    ['0家', 'impossible-amount'],
    ['5%~3%', 'reversed-range'],
    ['70-60家', 'reversed-range'],
    ['5%-5%', 'reversed-range'],
    ['05%', 'doubtful-number'],
    ['5.5.5%', 'doubtful-number'],
    ['百分之三五', 'doubtful-number'],
    ['三分之一', 'inexact-fraction'],
    ['5', 'unit-lost'],
    ['抽查1', 'unit-lost'],
    ['5O%', 'unit-lost'],
    ['1 5%', 'unit-lost'],
    ['3月-12月', 'unread-cell'],
    ['5%；3月-12月', 'unread-cell'],
    ['不低于高于5%', 'comparator-conflict'],
    ['不低于5%以下', 'comparator-conflict'],
    ['约不低于5%', 'comparator-conflict'],
    ['5%，10%', 'several-amounts'],
    ['5%、10%', 'several-amounts'],
    ['5%/10%', 'several-amounts'],
    ['不低于5%，不超过3%', 'several-amounts'],
    ['不低于5%，其中重点企业不低于10%', 'several-amounts'],
    ['5%，3户，5户', 'several-amounts'],
    ['其中重点企业10%', 'several-amounts'],
    ['学校5%，学校10%', 'repeated-tier'],
    ['提高5%', 'relative-amount'],
    ['5%或10%', 'relative-amount'],
    ['5%或不少于3家', 'relative-amount'],
    ['不低于上年度抽查数的5%', 'relative-amount'],
    ['百分之', 'unread-cell'],
    ['5%不低于', 'unread-cell'],
    ['不于5%', 'unread-cell'],
    ['不底于5%', 'unread-cell'],
    ['低5%', 'unread-cell'],
    ['抽查比列不低于5%', 'unread-cell'],
    ['M50%', 'unread-cell'],
    ['5%%', 'unread-cell'],
    ['5%（次/年）', 'unread-cell'],
    ['5%（农药', 'unread-cell'],
    ['5%；农药经营者', 'unread-cell'],
    ['5%；市出入境检验检疫局', 'unread-cell'],
    ['5%；抽查比例结合', 'unread-cell'],
    ['每个工作日抽查5%', 'unread-cell'],
    ['5%，由', 'unread-cell'],
    ['三年全覆盖', 'unread-cell'],
    ['抽查1次', 'unread-cell'],
    ['抽查频次待定', 'unread-cell'],
    ['适时开展', 'unread-cell'],
    ['由县级组织实施', 'unread-cell'],
    ['信用良好: 无事不扰', 'unread-cell'],
    ['投诉/转办: 必查对象', 'unread-cell'],
    ['一般: 总量3%-5%', 'unread-cell'],
    ['同上', 'unread-cell'],
    ['/', 'amount-none'],
    ['无', 'amount-none'],
  ])('%j: %s', (text, code) => {
    expect(ratio.parse(text).value).toBeNull();
    expect(codes(text)).toStrictEqual([code]);
  });

  test('the finding quotes the cell', () => {
    expect(ratio.parse('抽查比列5%').findings[0]?.params).toMatchObject({
      text: '抽查比列5%',
      field: { zh: '抽查比例' },
    });
    expect(ratio.parse('不低于500%').findings[0]?.params).toMatchObject({ text: '不低于500%' });
  });
});

describe('a unit in the header', () => {
  test.each<[string, string, Ratio]>([
    ['抽查比例(%)', '5', percent(5, 5)],
    ['抽查比 例（％）', '不低于5', percent(5, null)],
    ['抽查比例（单位：%）', '5-10', percent(5, 10)],
    ['抽查比例（‰）', '5', percent(0.5, 0.5)],
    ['抽查比例(%)', '5%', percent(5, 5)],
    ['抽查比例(%)', '20户', count(20, 20, '户')],
    ['抽查比例/数量（户）', '20', count(20, 20, '户')],
  ])('%s over %j', (header, text, value) => {
    expect(ratio.parse(text, { header })).toMatchObject({ value, findings: [] });
  });

  test.each([
    ['抽查比例', '5', 'unit-lost'],
    ['抽查比例及频次（%，次）', '5', 'unit-lost'],
    ['抽查比例(%)', '抽查5', 'unit-lost'],
    ['抽查比例(%)', '500', 'impossible-amount'],
    ['抽查频次（次/年）', '5', 'unit-lost'],
  ])('%s over %j is refused', (header, text, code) => {
    expect(ratio.parse(text, { header }).value).toBeNull();
    expect(codes(text, header)).toStrictEqual([code]);
  });
});

describe('laws', () => keepsLaws(ratio, anyRatio));
