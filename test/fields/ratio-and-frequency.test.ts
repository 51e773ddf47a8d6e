import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count } from '../../src/fields/count.ts';
import { frequency } from '../../src/fields/frequency.ts';
import { ratio } from '../../src/fields/ratio.ts';
import { ratioAndFrequency } from '../../src/fields/ratio-and-frequency.ts';
import { amountsEntries } from '../../src/model/catalogue/amounts.ts';
import { diagnose } from '../../src/model/diagnostic.ts';
import { anyFrequency, anyRatio } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

describe('reads both halves', () => {
  /** Each half must be what its own field makes of its part. */
  test.each([
    ['3%;2次/年', '3%', '2次/年'],
    ['100%,抽查1次', '100%', '1次'],
    ['抽查比例不低于3%;抽查1次', '不低于3%', '1次'],
    ['抽查比例10%;抽查1次', '10%', '1次'],
    ['25%,不少于1次/年', '25%', '不少于1次/年'],
    ['5%、1次/年', '5%', '1次/年'],
    ['3%/1次', '3%', '1次'],
    ['5%1次', '5%', '1次'],
    ['5%\n1次/年', '5%', '1次/年'],
    ['5%（1次/年）', '5%', '1次/年'],
    ['1次/年（20户）', '20户', '1次/年'],
    ['比例5%、频次1次', '5%', '1次'],
    ['抽查比例：5%；抽查频次：1次/年', '5%', '1次/年'],
    ['抽查比例和频次：5%，1次', '5%', '1次'],
    ['(抽查频次:2次、抽查概率:20%)', '20%', '2次'],
    ['每季度一次,抽查比例不少于30%。', '不少于30%', '每季度一次'],
    [
      '根据工作安排,不定期抽查,初步确定每季度一次,抽查比例不少于30%。',
      '不少于30%',
      '根据工作安排，不定期抽查，初步确定每季度一次',
    ],
    ['抽查比例5%,每年抽查1次', '5%', '每年1次'],
    ['學校抽查比例為5%;,抽查1次', '學校5%', '1次'],
    ['幼兒園抽查一次,抽查比例10%', '10%', '幼兒園抽查一次'],
    [
      '农药生产企业抽查比例不低于10%,农药经营者抽查比例不低于0.5%;抽查一次',
      '农药生产企业不低于10%，农药经营者不低于0.5%',
      '1次',
    ],
    ['抽查比例不超过企业名录库的20%;同一年度对同一单位(人)的抽查次数为1次。', '不超过企业名录库的20%', '每年1次'],
    ['全年抽查比例不低于5%,抽查頻次根據監管需要確定', '不低于5%', '根據監管需要確定'],
    ['5%，根据实际情况确定', '5%', '根据实际情况确定'],
    ['5%，不定期抽查', '5%', '不定期抽查'],
    ['抽查比例和频次根据实际情况确定', '根据实际情况确定', '根据实际情况确定'],
    ['详见附件', '详见附件', '详见附件'],
    ['5%，原则上上年度抽查过的不再抽取，1次/年', '5%（原则上上年度抽查过的不再抽取）', '1次/年'],
    ['5%，1次，由县级组织实施', '5%', '1次（由县级组织实施）'],
    ['每半年抽查一次，每次不低于5%', '每次不低于5%', '每半年1次'],
    ['全覆盖，1次/年', '全覆盖', '1次/年'],
    ['A类10%，2次/年；B类5%，1次/年', 'A类10%，B类5%', 'A类2次/年，B类1次/年'],
    [
      '一般企业抽查比例5%、每年1次；重点企业抽查比例20%、每年2次',
      '一般企业5%，重点企业20%',
      '一般企业每年1次，重点企业每年2次',
    ],
    ['10%（不少于20家）；1-2次', '10%（不少于20家）', '1-2次'],
    ['抽查比例不低5%; 抽查1次', '不低5%', '1次'],
  ])('%j', (text, stated, often) => {
    const { value, by, halves } = ratioAndFrequency.parse(text);
    expect(value).toStrictEqual({ ratio: ratio.parse(stated).value, frequency: frequency.parse(often).value });
    expect(value?.ratio).not.toBeNull();
    expect(value?.frequency).not.toBeNull();
    expect(by).toBe('both');
    expect({ ratio: halves.ratio.value, frequency: halves.frequency.value }).toStrictEqual(value);
  });
});

describe('a half that the cell says nothing of', () => {
  test.each([
    ['抽查比例不低于40%', 'frequency'],
    ['不低于5%', 'frequency'],
    ['检查比例不低于100%', 'frequency'],
    ['每月抽查数量为5家，全年抽查比例不低于6%', 'frequency'],
    ['5%，结合日常监管开展', 'frequency'],
    ['抽查比例待定', 'frequency'],
    ['抽查1次', 'ratio'],
    ['每季度一次', 'ratio'],
    ['适时抽查', 'ratio'],
  ] as const)('%j says nothing of the %s', (text, silent) => {
    const { value, findings, halves } = ratioAndFrequency.parse(text);
    expect(value?.[silent]).toBeNull();
    expect(value?.[silent === 'ratio' ? 'frequency' : 'ratio']).not.toBeNull();
    expect(halves[silent]).toStrictEqual({
      value: null,
      by: null,
      findings: [{ code: `${silent}-not-stated`, params: { text } }],
    });
    expect(findings.filter(finding => diagnose(finding).severity === 'error')).toStrictEqual([]);
  });
});

describe('a half that cannot be read does not take the other with it', () => {
  test.each([
    // [cell, ratio, frequency, the half that is an error, code, the stretch it quotes]
    ['3%;1/', 'ratio', 'frequency', 'unit-lost', '1/'],
    ['抽查比例不低于10%;抽查1', 'ratio', 'frequency', 'unit-lost', '抽查1'],
    ['抽查比例不低于5%；抽查', 'ratio', 'frequency', 'unread-cell', '抽查'],
    ['抽查比例不低于5%；次', 'ratio', 'frequency', 'unread-cell', '次'],
    ['抽查比例不低于5%；抽查频次', 'ratio', 'frequency', 'unread-cell', '抽查频次'],
    ['抽查比例不低于5%；抽查l次', 'ratio', 'frequency', 'unread-cell', '抽查l次'],
    ['5%；1次；2次', 'ratio', 'frequency', 'several-amounts', '1次，2次'],
    ['5%；甲乙', 'ratio', 'frequency', 'unread-cell', '甲乙'],
    ['不低于500%；抽查1次', 'frequency', 'ratio', 'impossible-amount', '不低于500%'],
    ['5%~3%；抽查1次', 'frequency', 'ratio', 'reversed-range', '5%-3%'],
    ['5；1次', 'frequency', 'ratio', 'unit-lost', '5'],
    ['抽查比例；抽查1次', 'frequency', 'ratio', 'unread-cell', '抽查比例'],
    ['抽查比例不低于；抽查1次', 'frequency', 'ratio', 'unread-cell', '抽查比例不低于'],
    ['抽查比列不低于5%，抽查1次', 'frequency', 'ratio', 'unread-cell', '抽查比列不低于5%'],
    ['5%，10%；1次', 'frequency', 'ratio', 'several-amounts', '5%，10%'],
  ] as const)('%j', (text, read, lost, code, stretch) => {
    const { value, halves } = ratioAndFrequency.parse(text);
    expect(value?.[read]).not.toBeNull();
    expect(value?.[lost]).toBeNull();
    expect(halves[read].findings).toStrictEqual([]);
    expect(halves[lost].findings.map(finding => [finding.code, finding.params?.text])).toStrictEqual([[code, stretch]]);
    expect(diagnose(halves[lost].findings[0]!).severity).toBe('error');
  });

  test('an unread half is named by its own title', () => {
    const { halves } = ratioAndFrequency.parse('市市场监管局');
    expect(halves.ratio.findings[0]?.params?.field).toStrictEqual(ratio.title);
    expect(halves.frequency.findings[0]?.params?.field).toStrictEqual(frequency.title);
  });

  test.each(['涓嶄綆浜�5%', '5O%；l次', '1', '抽查1', '5%，10%', '1；2'])('%j gives no value at all', text => {
    const { value, by, findings } = ratioAndFrequency.parse(text);
    expect({ value, by }).toStrictEqual({ value: null, by: null });
    expect(findings.some(finding => diagnose(finding).severity === 'error')).toBe(true);
  });
});

describe('the founding plan', () => {
  const cells = readFileSync(new URL('../../samples/lvliang-2023.txt', import.meta.url), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(([number]) => /^\d+$/.test(number ?? ''))
    .map(([number, , , , cell]) => [Number(number), cell!] as const);
  const rows = new Map(cells.map(([number, cell]) => [number, ratioAndFrequency.parse(cell)]));

  test('58 ratios, all percentages', () => {
    expect(rows.size).toBe(58);
    for (const { value } of rows.values()) expect(value?.ratio).toMatchObject({ kind: 'percent' });
  });
  test('rows 1-3: at least 5, the lost 于 reported', () => {
    for (const row of [1, 2, 3]) {
      expect(rows.get(row)!.value?.ratio).toStrictEqual({ kind: 'percent', min: 5, max: null });
      expect(rows.get(row)!.findings.map(({ code }) => code)).toStrictEqual(['restored-character']);
    }
  });
  test('exact ratios', () => {
    const exact = [...rows].filter(([, { value }]) => value?.ratio && 'max' in value.ratio && value.ratio.max !== null);
    expect(exact.map(([row]) => row)).toStrictEqual([5, 6, 13, 14, 15, 35, 38, 47, 48, 49]);
  });
  test('no frequency where none is stated', () => {
    const silent = [...rows].filter(([, { value }]) => value?.frequency === null);
    expect(silent.map(([row]) => row)).toStrictEqual([23, 24, 29, 34, 36, 40, 41, 50, 51, 52]);
    for (const [, { findings }] of silent)
      expect(findings.map(({ code }) => code)).toStrictEqual(['frequency-not-stated']);
  });
  test('ranges and small numbers', () => {
    for (const row of [47, 48]) expect(rows.get(row)!.value?.frequency).toStrictEqual({ min: 1, max: 2, per: null });
    expect(rows.get(37)!.value?.ratio).toStrictEqual({ kind: 'percent', min: 0.1, max: null });
    const yearly = [...rows].filter(
      ([, { value }]) => value?.frequency && 'per' in value.frequency && value.frequency.per,
    );
    expect(yearly.map(([row]) => row)).toStrictEqual([25, 38, 43, 44, 49]);
  });
  test('nothing else is said of any row', () => {
    for (const { findings } of rows.values()) {
      expect(findings.every(({ code }) => ['restored-character', 'frequency-not-stated'].includes(code))).toBe(true);
    }
  });
});

describe('every code has an example', () => {
  const examples: Record<keyof typeof amountsEntries, readonly ['r' | 'f' | 'c' | 'b', string]> = {
    'ratio-not-stated': ['b', '抽查1次'],
    'frequency-not-stated': ['b', '5%'],
    'amount-none': ['r', '/'],
    'amount-undecided': ['r', '待定'],
    'restored-character': ['r', '不低5%'],
    'strict-bound': ['r', '低于5%'],
    'ratio-base': ['r', '备案数的5%'],
    'ratio-per-period': ['r', '每月5%'],
    'times-implied': ['f', '每半年'],
    'count-about': ['c', '约20户'],
    'other-amount': ['r', '5%；抽查1次'],
    'incomplete-tiers': ['r', 'A:3%;'],
    'mixed-tiers': ['r', 'A类1%，一类3%'],
    'repeated-tier': ['r', 'A类5%，A类6%'],
    'several-amounts': ['r', '5%，10%'],
    'impossible-amount': ['r', '500%'],
    'reversed-range': ['r', '5%-3%'],
    'doubtful-number': ['r', '05%'],
    'inexact-fraction': ['r', '三分之一'],
    'unit-lost': ['f', '抽查1'],
    'comparator-conflict': ['r', '不低于不超过5%'],
    'relative-amount': ['r', '提高5%'],
  };
  const fields = { r: ratio, f: frequency, c: count, b: ratioAndFrequency };
  test.each(Object.entries(examples))('%s', (code, [field, text]) => {
    const findings = fields[field].parse(text).findings;
    expect(findings.map(finding => finding.code)).toContain(code);
    for (const finding of findings) {
      const { message, hint } = diagnose(finding);
      // No placeholder is left open.
      for (const words of [message.zh, message.en, hint.zh, hint.en]) expect(words).not.toMatch(/\{\w+\}/);
    }
  });
  test('and no code is without one', () => {
    expect(Object.keys(examples).sort()).toStrictEqual(Object.keys(amountsEntries).sort());
  });
});

describe('laws', () => {
  const both = fc
    .record({ ratio: fc.option(anyRatio), frequency: fc.option(anyFrequency) }, { noNullPrototype: true })
    .filter(value => value.ratio !== null || value.frequency !== null);
  keepsLaws(ratioAndFrequency, both);
});
