import { describe, expect, test } from 'vitest';
import { type Frequency, frequency } from '../../src/fields/frequency.ts';
import { anyFrequency } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

const times = (min: number | null, max: number | null, per: string | null, more: object = {}) =>
  ({ min, max, per, ...more }) as Frequency;
const tiers = (by: string, amounts: Record<string, Frequency>) =>
  ({ kind: 'tiered', by, tiers: Object.entries(amounts).map(([of, amount]) => ({ of, ...amount })) }) as Frequency;

describe('reads without a word', () => {
  test.each<[string, Frequency]>([
    ['抽查1次', times(1, 1, null)],
    ['抽查一次', times(1, 1, null)],
    ['1 次', times(1, 1, null)],
    ['抽查频次：2次', times(2, 2, null)],
    ['2023年度抽查1次', times(1, 1, null)],
    ['1次/年', times(1, 1, 'P1Y')],
    ['1次／年', times(1, 1, 'P1Y')],
    ['1次/年度', times(1, 1, 'P1Y')],
    ['1次/年/单位', times(1, 1, 'P1Y')],
    ['1次/户·年', times(1, 1, 'P1Y')],
    ['每年1次', times(1, 1, 'P1Y')],
    ['每年抽查两次', times(2, 2, 'P1Y')],
    ['一年兩次', times(2, 2, 'P1Y')],
    ['1年1次', times(1, 1, 'P1Y')],
    ['1年/次', times(1, 1, 'P1Y')],
    ['全年抽查2次', times(2, 2, 'P1Y')],
    ['年度抽查1次', times(1, 1, 'P1Y')],
    ['全年抽查频次2次', times(2, 2, 'P1Y')],
    ['抽查1次（每年）', times(1, 1, 'P1Y')],
    ['同一年度对同一单位(人)的抽查次数为1次。', times(1, 1, 'P1Y')],
    ['每户每年1次', times(1, 1, 'P1Y')],
    ['每年组织开展2次联合抽查工作', times(2, 2, 'P1Y')],
    ['每半年1次', times(1, 1, 'P6M')],
    ['半年一次', times(1, 1, 'P6M')],
    ['上、下半年各1次', times(1, 1, 'P6M')],
    ['1次/半年', times(1, 1, 'P6M')],
    ['每季度一次', times(1, 1, 'P3M')],
    ['每个季度抽查1次', times(1, 1, 'P3M')],
    ['一季度一次', times(1, 1, 'P3M')],
    ['1次/季', times(1, 1, 'P3M')],
    ['每月不少于1次', times(1, null, 'P1M')],
    ['一月一次', times(1, 1, 'P1M')],
    ['每两个月1次', times(1, 1, 'P2M')],
    ['每周一次', times(1, 1, 'P1W')],
    ['每日1次', times(1, 1, 'P1D')],
    ['每旬1次', times(1, 1, 'P10D')],
    ['每两年一次', times(1, 1, 'P2Y')],
    ['两年抽查1次', times(1, 1, 'P2Y')],
    ['1次/3年', times(1, 1, 'P3Y')],
    ['每三年至少覆盖一次', times(1, null, 'P3Y')],
    ['三年内全覆盖一次', times(1, 1, 'P3Y')],
    ['每三年一轮', times(1, 1, 'P3Y')],
    ['至少2次', times(2, null, null)],
    ['1次以上', times(1, null, null)],
    ['每年不少于1次', times(1, null, 'P1Y')],
    ['不少于每年1次', times(1, null, 'P1Y')],
    ['至少每年检查1次', times(1, null, 'P1Y')],
    ['不少于1次/年', times(1, null, 'P1Y')],
    ['1次/年以上', times(1, null, 'P1Y')],
    ['每年不超过2次', times(null, 2, 'P1Y')],
    ['对同一单位每年抽查最多1次', times(null, 1, 'P1Y')],
    ['2次以内', times(null, 2, null)],
    ['1-2次', times(1, 2, null)],
    ['1次—2次/年', times(1, 2, 'P1Y')],
    ['一到两次', times(1, 2, null)],
    ['每年1至2次', times(1, 2, 'P1Y')],
    ['不少于1次，不超过3次', times(1, 3, null)],
    ['检查频次:1次/年/单位\n上限:2次/年/单位', times(1, 2, 'P1Y')],
    ['1', times(1, 1, null)],
    ['=1', times(1, 1, null)],
    ['>=1', times(1, null, null)],
    ['原则上每年不超过1次', times(null, 1, 'P1Y', { note: '原则上' })],
    ['1次（2024年3月至10月）', times(1, 1, null, { note: '2024年3月至10月' })],
    ['每年1次，由县级组织实施', times(1, 1, 'P1Y', { note: '由县级组织实施' })],
    [
      '根据工作安排，不定期抽查，初步确定每季度一次',
      times(1, 1, 'P3M', { note: '根据工作安排；不定期抽查；初步确定' }),
    ],
    ['幼兒園抽查一次', times(1, 1, null, { note: '幼兒園' })],
    ['市级局每年组织1次;县级局每月组织1次', tiers('level', { 市级局: times(1, 1, 'P1Y'), 县级局: times(1, 1, 'P1M') })],
    [
      '对A、B、C、D类企业分别不超过2次、4次、6次、4次',
      tiers('credit', {
        A: times(null, 2, null),
        B: times(null, 4, null),
        C: times(null, 6, null),
        D: times(null, 4, null),
      }),
    ],
    ['低风险每2年1次、高风险每年2次', tiers('credit', { low: times(1, 1, 'P2Y'), high: times(2, 2, 'P1Y') })],
    [
      'D类企业每年不少于2次，其他企业每年不超过1次',
      tiers('credit', { D: times(2, null, 'P1Y'), other: times(null, 1, 'P1Y') }),
    ],
    ['详见频次表', { kind: 'reference', text: '详见频次表' }],
    ['抽查频次按照省级计划执行', { kind: 'reference', text: '按照省级计划执行' }],
  ])('%j', (text, value) => {
    const parsed = frequency.parse(text);
    expect(parsed.findings).toStrictEqual([]);
    expect(parsed.value).toStrictEqual(value);
    expect(JSON.stringify(parsed.value)).toBe(JSON.stringify(value));
  });
});

describe('reads and says what to mind', () => {
  test.each<[string, Frequency, string]>([
    ['每半年', times(1, 1, 'P6M'), 'times-implied'],
    ['按季度抽查', times(1, 1, 'P3M'), 'times-implied'],
    ['不少1次', times(1, null, null), 'restored-character'],
    ['少于2次', times(null, 2, null), 'strict-bound'],
    ['1次；5%', times(1, 1, null), 'other-amount'],
    ['高风险企业每年2次', tiers('credit', { high: times(2, 2, 'P1Y') }), 'incomplete-tiers'],
    ['根据监管需要确定', { kind: 'undecided', text: '根据监管需要确定' }, 'amount-undecided'],
    ['抽查頻次根據監管需要確定', { kind: 'undecided', text: '根據監管需要確定' }, 'amount-undecided'],
    ['根据工作安排，适时抽查', { kind: 'undecided', text: '根据工作安排，适时抽查' }, 'amount-undecided'],
    ['不定期', { kind: 'undecided', text: '不定期' }, 'amount-undecided'],
  ])('%j', (text, value, code) => {
    const { value: read, findings } = frequency.parse(text);
    expect(read).toStrictEqual(value);
    expect(findings.map(finding => finding.code)).toStrictEqual([code]);
  });
});

describe('refuses and says why', () => {
  test.each([
    ['抽查1', 'unit-lost'],
    ['每年1', 'unit-lost'],
    ['1/', 'unit-lost'],
    ['57', 'unit-lost'],
    ['2023', 'unit-lost'],
    ['每年4月1次', 'unit-lost'],
    ['0次', 'impossible-amount'],
    ['1.5次', 'impossible-amount'],
    ['500次', 'impossible-amount'],
    ['3次-1次', 'reversed-range'],
    ['两三次', 'doubtful-number'],
    ['1、2次', 'several-amounts'],
    ['1次，2次', 'several-amounts'],
    ['每月1次，全年12次', 'several-amounts'],
    ['每年1次，重点企业每年2次', 'several-amounts'],
    ['1次或2次', 'relative-amount'],
    ['增加1次', 'relative-amount'],
    ['不少于不超过1次', 'comparator-conflict'],
    ['约1次', 'unread-cell'],
    ['1次/', 'unit-lost'],
    ['次/年', 'unread-cell'],
    ['抽查次', 'unread-cell'],
    ['1次年', 'unread-cell'],
    ['l次/年', 'unread-cell'],
    ['O次', 'unread-cell'],
    ['年/次', 'unread-cell'],
    ['每半月一次', 'unread-cell'],
    ['每隔一年抽查一次', 'unread-cell'],
    ['每学期1次', 'unread-cell'],
    ['第一季度1次', 'unread-cell'],
    ['1月1次', 'unread-cell'],
    ['5%', 'unread-cell'],
    ['每月检查5家', 'unread-cell'],
    ['每年抽查5%', 'unread-cell'],
    ['市级检查', 'unread-cell'],
    ['配合省级检查', 'unread-cell'],
    ['市级检查(每半年开展一次) 区级发起,区级检查(每季度开展一次', 'unread-cell'],
    ['常态化', 'unread-cell'],
    ['/', 'amount-none'],
  ])('%j: %s', (text, code) => {
    const { value, findings } = frequency.parse(text);
    expect(value).toBeNull();
    expect(findings.map(finding => finding.code)).toStrictEqual([code]);
  });
});

describe('a number alone under a header', () => {
  test.each<[string | undefined, string, Frequency | null]>([
    ['抽查频次', '1', times(1, 1, null)],
    [undefined, '2', times(2, 2, null)],
    ['抽查频次（次/年）', '1', times(1, 1, 'P1Y')],
    ['检查频次(次/季度)', '不少于1', times(1, null, 'P3M')],
    ['每年抽查次数', '2', times(2, 2, 'P1Y')],
    ['抽查次数（次）', '24', times(24, 24, null)],
    ['抽查频次', '24', null],
    ['抽查频次（次/年）', '抽查1', null],
    ['抽查频次（次/年）', '0', null],
  ])('%s over %j', (header, text, value) => {
    const parsed = frequency.parse(text, header === undefined ? {} : { header });
    expect(parsed.value).toStrictEqual(value);
    expect(parsed.findings.length === 0).toBe(value !== null);
  });
});

describe('laws', () => keepsLaws(frequency, anyFrequency));
