import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { number, rowKey } from '../../src/fields/number.ts';

describe('number', () => {
  test.each<[raw: string, value: number | string, by: string]>([
    ['1', 1, 'integer'],
    ['５８', 58, 'integer'],
    [' 12 \n', 12, 'integer'],
    ['007', 7, 'integer'],
    ['3.', 3, 'integer'],
    ['4、', 4, 'integer'],
    ['5.0', 5, 'integer'],
    ['(6)', 6, 'bracketed'],
    ['7）', 7, 'bracketed'],
    ['第8项', 8, 'bracketed'],
    ['⑨', 9, 'circled'],
    ['㊿', 50, 'circled'],
    ['十', 10, 'chinese-numeral'],
    ['二十一', 21, 'chinese-numeral'],
    ['（三）', 3, 'chinese-numeral'],
    ['HY-001', 'HY-001', 'code'],
    ['ＨＹ－００１', 'HY-001', 'code'],
    ['A12', 'A12', 'code'],
    ['1-2', '1-2', 'code'],
    ['3.1.2', '3.1.2', 'code'],
    ['4400002020001', '4400002020001', 'code'],
    ['市监-03', '市监-03', 'code'],
    ['SJ/2023/01', 'SJ/2023/01', 'code'],
  ])('%j', (raw, value, by) => {
    expect(number.parse(raw)).toEqual({ value, by, findings: [] });
  });

  test.each([
    ...number.refusals,
    '0',
    '-3',
    '1O',
    'I0',
    '1 2',
    '1\n2',
    '1、2',
    '小计',
    '总计58项',
    '一、市市场监管局',
    '对企业的双随机抽查',
    '2023/5/1',
    '抽查1',
    '1次/年',
    '---',
    'HY',
    '�1',
    '1次',
  ])('refused: %j', raw => {
    const { value, findings } = number.parse(raw);
    expect(value).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['unread-cell']);
  });

  test('blank is nothing', () => {
    expect(number.parse(' ')).toEqual({ value: null, by: null, findings: [] });
  });

  test.each(number.notations.flatMap(({ name, examples }) => examples.map(example => [name, example] as const)))(
    '%s reads %j',
    (name, example) => {
      expect(number.parse(example).by).toBe(name);
    },
  );

  test('parse∘format is the identity', () => {
    const text = fc
      .array(fc.constantFrom(...'019OAhY-_./（）①三十第项、 市'), { maxLength: 8 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, raw => {
        const { value } = number.parse(raw);
        if (value !== null) expect(number.parse(number.format(value)).value).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['1', 'A', 'A-', '1.', '-', '三'])('100 kB of %j take little time', unit => {
    expect(number.parse(unit.repeat(100_000 / unit.length)).value).toBeNull();
  });
});

describe('rowKey', () => {
  const key = new RegExp(`^${rowKey}$`, 'u');
  test.each(['1', '58', '3.', '12、', '（4）', '(4)', 'HY-001'])('%j keys a row', text => {
    expect(text).toMatch(key);
  });
  test.each(['', '5%', '3月', '2023年', '抽查1次', '市公安局', '123456'])('%j keys none', text => {
    expect(text).not.toMatch(key);
  });
});
