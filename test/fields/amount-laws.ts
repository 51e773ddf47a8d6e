import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '../../src/fields/field.ts';
import { nearAmounts, retype } from './amount-arbitraries.ts';

/** A value without its free words: names of tiers, notes, texts. */
const numbersOf = (value: unknown): string =>
  JSON.stringify(value, (key, part) => (['note', 'text', 'of', 'by', 'unit'].includes(key) ? undefined : part));

/** The free words of a value, as its canonical text shows them. */
function wordsOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ['note', 'text', 'of', 'unit'].includes(key) && typeof part === 'string' ? [part] : wordsOf(part),
  );
}

/**
 * Dropping one of these gives a text that is itself a correct reading of something else: 15% → 5%, 1.5% → 15%,
 * 约5% → 5%, 1次/半年 → 1次/年, 较高风险 → 高风险, 中高风险 → 高风险, 5批次 → 5次.
 */
const dropped = /[\d.约半较中低严批]|[家户](?=次)/u;

const runs = Number(process.env.LAW_RUNS ?? 300);

/** The laws that every field of amounts keeps. */
export function keepsLaws<T>(field: Field<T>, values: fc.Arbitrary<T>, rightlyDropped = dropped, numRuns = runs): void {
  test('what is formatted is read as the same value', () => {
    fc.assert(
      fc.property(values, value => {
        expect(field.schema.safeParse(value).error).toBeUndefined();
        expect(field.parse(field.format(value)).value).toStrictEqual(value);
      }),
      { numRuns },
    );
  });

  test('reading never throws; what is read is a value of the schema, and formatting it is idempotent', () => {
    fc.assert(
      fc.property(nearAmounts, text => {
        const { value, findings } = field.parse(text);
        if (value === null) return;
        expect(field.schema.safeParse(value).error, text).toBeUndefined();
        const again = field.parse(field.format(value));
        // A canonical text needs no repair, and may lack the words that gave rise to a warning.
        if (findings.every(({ code }) => code !== 'incomplete-tiers')) expect(again.value, text).toStrictEqual(value);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  test('width of marks, kind of dash and white space change nothing', () => {
    fc.assert(
      fc.property(
        values.chain(value => retype(field.format(value)).map(text => ({ value, text }))),
        ({ value, text }) => {
          expect(field.parse(text).value, text).toStrictEqual(value);
        },
      ),
      { numRuns },
    );
  });

  test('a lost character gives no other value without a word', () => {
    fc.assert(
      fc.property(values, fc.nat(), (value, at) => {
        const text = field.format(value);
        const characters = [...text];
        const lost = characters.splice(at % characters.length, 1)[0]!;
        const shorter = characters.join('');
        const parsed = field.parse(shorter);
        const right = rightlyDropped.test(lost + (characters[at % text.length] ?? ''));
        if (parsed.value === null || parsed.findings.length > 0 || right) return;
        const free = wordsOf(value).some(word => word.includes(lost));
        if (free) expect(numbersOf(parsed.value), shorter).toBe(numbersOf(value));
        else expect(parsed.value, shorter).toStrictEqual(value);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  test('any text of 100,000 characters is read quickly', () => {
    for (const unit of [
      '5%',
      '抽',
      '（',
      '（）',
      '1',
      '1.',
      '不低于',
      '抽查',
      '每年',
      '根据',
      'A、',
      '五',
      '，5%',
      '百分之',
      '5%-',
      '中高',
      'A',
      '的企业',
      '，',
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      field.parse(text);
    }
  });

  test('the longest text that is looked into is read quickly', () => {
    for (const unit of [
      '5%',
      '抽',
      '（',
      '（（）',
      '1',
      '1.',
      '不低于',
      '抽查',
      '每年',
      '根据',
      'A、',
      '五',
      '，5%',
      '百分之',
      '5%-',
      '中高',
      'A',
      '的企业',
      '，',
    ]) {
      const text = unit.repeat(Math.floor(990 / unit.length));
      field.parse(text);
    }
  });

  test.each(field.notations.flatMap(({ name, examples }) => examples.map(text => [name, text] as const)))(
    '%s reads %j',
    (name, text) => {
      const { value, by } = field.parse(text);
      expect(by).toBe(name);
      expect(field.parse(field.format(value!)).value).toStrictEqual(value);
    },
  );

  test.each(field.refusals)('refuses %j', text => {
    const { value, by, findings } = field.parse(text);
    expect({ value, by }).toStrictEqual({ value: null, by: null });
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each(['', ' ', '\n\u3000', '。'])('says nothing of a blank cell %j', text => {
    expect(field.parse(text)).toMatchObject({ value: null, by: null, findings: [] });
  });
}
