import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/fields/fold.ts';
import { documentedFields } from '../../src/fields/index.ts';
import { catalogue } from '../../src/model/catalogue/index.ts';

// A million cells close to the grammars: nothing throws, what is read fits its schema, and formatting it is idempotent.

const cells = 1_000_000;
const each = Math.ceil(cells / documentedFields.length);

describe.each(documentedFields.map(field => [field.name, field] as const))('%s', (_, field) => {
  const samples = [...field.notations.flatMap(({ examples }) => examples), ...field.refusals];
  const characters = [...new Set(samples.join(''))];
  const near = fc.oneof(
    fc.array(fc.constantFrom(...samples), { maxLength: 3 }).map(texts => texts.join('')),
    fc.string({ unit: fc.constantFrom(...characters, '\n', ' ', '，', '；', '（', '）'), maxLength: 24 }),
    fc
      .tuple(fc.constantFrom(...samples), fc.nat(40), fc.nat(3), fc.constantFrom(...characters))
      .map(([text, at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone)),
  );
  test(`${each} cells`, () => {
    fc.assert(
      fc.property(near, text => {
        const { value, findings } = field.parse(text, { year: 2024, level: 'city', region: '吕梁市' });
        if (value === null) return;
        expect(field.schema.safeParse(value).success).toBe(true);
        // What was read with a doubt may be written as the doubt was resolved.
        if (findings.some(({ code, severity }) => (severity ?? catalogue[code].severity) !== 'info')) return;
        const written = field.format(value);
        const again = field.parse(written, { year: 2024, level: 'city', region: '吕梁市' }).value;
        if (again !== null) expect(field.format(again)).toBe(written);
      }),
      { numRuns: each },
    );
  });
});

test('foldText is idempotent on any text', () => {
  const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(any, text => foldText(foldText(text)) === foldText(text)),
    { numRuns: 300_000 },
  );
});
