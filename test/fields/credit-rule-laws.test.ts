import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CreditRule, creditRule } from '../../src/fields/credit-rule.ts';
import { retype } from './amount-arbitraries.ts';

type Rule = Extract<CreditRule, { applies: true }>;

const runs = Number(process.env.LAW_RUNS ?? 1000);
const low = fc.constantFrom<readonly (readonly [string, string])[]>([
  ['低风险', 'low'],
  ['一般风险', 'general'],
  ['较高风险', 'higher'],
  ['高风险', 'high'],
]);
const rules = fc
  .record({
    basis: fc.constantFrom('企业信用风险分类结果', '风险等级', '企业信用风险状况，结合日常检查结果', null),
    chosen: fc.oneof(
      low
        .chain(classes => fc.subarray([...classes], { minLength: 1 }))
        .map(pairs => ({
          system: 'low-high' as const,
          named: pairs.map(([word]) => word).join('、'),
          classes: pairs.map(([, key]) => key),
        })),
      fc
        .subarray([...'ABCD'], { minLength: 1 })
        .map(letters => ({ system: 'A-D' as const, named: `${letters.join('、')}类`, classes: letters })),
      fc
        .subarray(['守信', '警示', '失信', '严重失信'], { minLength: 1 })
        .map(words => ({ system: 'trust' as const, named: words.join('、'), classes: words })),
      fc
        .constantFrom(['低风险', '中风险', '高风险'], ['绿牌', '蓝牌', '红牌'])
        .map(words => ({ system: 'other' as const, named: words.join('、'), classes: words })),
    ),
    verb: fc.constantFrom('分别递加', '依次提高', '适当增加', '分别确定', '适当降低'),
    measures: fc.subarray(['ratio', 'frequency'] as const, { minLength: 1 }),
  })
  .map(({ basis, chosen, verb, measures }): Rule => {
    const named = measures.map(measure => (measure === 'ratio' ? '抽查比例' : '频次')).join('、');
    const text = `${basis === null ? '' : `根据${basis}，`}对${chosen.named}企业${verb}${named}`;
    const raises = /确定|降低/.test(verb) ? [] : [...measures];
    return { applies: true, basis, system: chosen.system, classes: [...chosen.classes], raises, text };
  });
const near = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '根据',
        '企业',
        '信用',
        '风险',
        '分类结果',
        '，',
        '、',
        '对',
        '低',
        '一般',
        '较高',
        '高',
        '中',
        'A',
        'B',
        '类',
        '级',
        '守信',
        '失信',
        '分别',
        '递加',
        '降低',
        '不',
        '抽查',
        '比例',
        '频次',
        '5%',
        '2次',
        '。',
        '《',
        '》',
        '（',
        '）',
        '不涉及',
        '力度',
        '检查',
      ),
      { maxLength: 16 },
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('laws of credit rules', () => {
  test('what is formatted is read as the same value', () => {
    fc.assert(
      fc.property(rules, value => {
        expect(creditRule.schema.safeParse(value).error).toBeUndefined();
        const parsed = creditRule.parse(creditRule.format(value));
        expect(parsed.value).toStrictEqual(value);
        expect(parsed.findings.filter(({ code }) => code !== 'credit-classes-gap')).toStrictEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('reading never throws, gives values of the schema, and formatting what is read is idempotent', () => {
    fc.assert(
      fc.property(near, text => {
        const { value, by } = creditRule.parse(text);
        expect(by === null).toBe(value === null);
        if (value === null) return;
        expect(creditRule.schema.safeParse(value).error, text).toBeUndefined();
        expect(creditRule.parse(creditRule.format(value)).value, text).toStrictEqual(value);
      }),
      { numRuns: runs * 5 },
    );
  });

  test('width of marks and white space change nothing', () => {
    fc.assert(
      fc.property(
        rules.chain(value => retype(value.text).map(text => ({ value, text }))),
        ({ value, text }) => {
          expect(creditRule.parse(text).value, text).toStrictEqual(value);
        },
      ),
      { numRuns: runs },
    );
  });

  // The basis is free words, quoted as they stand. 较高风险 less one character is 高风险.
  test('a lost character gives no other classes or measures without a word', () => {
    fc.assert(
      fc.property(rules, fc.nat(), (value, n) => {
        const at = n % value.text.length;
        const rest = [...value.text].toSpliced(at, 1).join('');
        const parsed = creditRule.parse(rest);
        if (parsed.value === null || parsed.findings.length > 0 || value.text[at] === '较') return;
        const { basis: _, text: __, ...read } = parsed.value as Rule;
        const { basis: ___, text: ____, ...had } = value;
        expect(read, rest).toStrictEqual(had);
      }),
      { numRuns: runs * 5 },
    );
  });

  test.each(['低、', '低风险、', 'A、', '抽查', '《', '根据', '对', '递加', '比例、', '，', '。', '信用风险高、', '1'])(
    '980 and 100,000 characters of %j are read quickly',
    unit => {
      for (const head of ['', '根据企业信用风险分类结果，对'])
        for (const length of [980, 100_000]) {
          const text = head + unit.repeat(Math.floor(length / unit.length));
          creditRule.parse(text);
        }
    },
  );
});
