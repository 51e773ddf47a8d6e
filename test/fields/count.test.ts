import { describe, expect, test } from 'vitest';
import { count } from '../../src/fields/count.ts';
import { anyCount } from './amount-arbitraries.ts';
import { keepsLaws } from './amount-laws.ts';

type Expected = [number | null, number | null, string | null];

describe('reads without a word', () => {
  test.each<[string, string, ...Expected]>([
    // [header, cell, min, max, unit]
    ['抽查基数', '51', 51, 51, null],
    ['抽取对象数（户）', '14', 14, 14, '户'],
    ['抽查户数', '3', 3, 3, '户'],
    ['抽查家数', '3', 3, 3, '家'],
    ['抽查基数（户）', '2.8万', 28_000, 28_000, '户'],
    ['抽查基数（户）', '46家', 46, 46, '家'],
    ['抽查目标数', '1,200', 1200, 1200, null],
    ['', '539家', 539, 539, '家'],
    ['', '1200戶', 1200, 1200, '戶'],
    ['', '2.8万户', 28_000, 28_000, '户'],
    ['', '两百户', 200, 200, '户'],
    ['', '共抽取20户', 20, 20, '户'],
    ['', '20户企业', 20, 20, '户'],
    ['', '不少于10家', 10, null, '家'],
    ['', '最多5户', null, 5, '户'],
    ['', '60—70家', 60, 70, '家'],
    ['', '不少于5家，不超过10家', 5, 10, '家'],
    ['', '基数186万', 1_860_000, 1_860_000, null],
  ])('%s over %j', (header, text, min, max, unit) => {
    const { value, findings } = count.parse(text, { header });
    expect(findings).toStrictEqual([]);
    expect(value).toStrictEqual({ min, max, unit, text: text.replace('—', '-') });
  });
});

describe('reads and says what to mind', () => {
  test.each<[string, string, Expected, string[]]>([
    ['抽查基数', '约300', [300, 300, null], ['count-about']],
    ['抽查户数', '3000余户', [3000, 3000, '户'], ['count-about']],
    ['抽取户数', '每月5家', [5, 5, '家'], ['ratio-per-period']],
    ['抽查基数和比例', '基数186万, 总体抽查比例约1.5%', [1_860_000, 1_860_000, null], ['other-amount']],
    [
      '抽查基數和比例',
      '抽查基數約40065戶(動態更新),抽查比例不低于3%',
      [40_065, 40_065, '戶'],
      ['count-about', 'other-amount'],
    ],
    ['抽查基数（户）', '30家中，按10%比例进行抽取3户', [30, 30, '家'], ['other-amount']],
    ['抽取户数', '30家中，按10%比例进行抽取3户', [3, 3, '户'], ['other-amount']],
    ['抽取户数', '根据实际情况确定', [null, null, null], ['amount-undecided']],
  ])('%s over %j', (header, text, [min, max, unit], codes) => {
    const { value, findings } = count.parse(text, { header });
    expect(value).toMatchObject({ min, max, unit });
    expect(findings.map(({ code }) => code)).toStrictEqual(codes);
  });
});

describe('refuses and says why', () => {
  test.each([
    ['0', 'impossible-amount'],
    ['12.5', 'impossible-amount'],
    ['05', 'doubtful-number'],
    ['1,20', 'doubtful-number'],
    ['70-60家', 'reversed-range'],
    ['抽查5', 'unit-lost'],
    ['1 2', 'unit-lost'],
    ['-5', 'unit-lost'],
    ['5家，8家', 'several-amounts'],
    ['学校5家，幼儿园3家', 'several-amounts'],
    ['30家中，按10%比例进行抽取3户', 'several-amounts'],
    ['3O', 'unread-cell'],
    ['5%', 'unread-cell'],
    ['1次', 'unread-cell'],
    ['2023年', 'unread-cell'],
    ['市市场监管局', 'unread-cell'],
    ['无', 'amount-none'],
  ])('%j: %s', (text, code) => {
    const { value, findings } = count.parse(text);
    expect(value).toBeNull();
    expect(findings.map(finding => finding.code)).toStrictEqual([code]);
  });
});

// 1-2户 → 12户 is right, too.
describe('laws', () => keepsLaws(count, anyCount, /[\d-]/u));
