import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, guarded, toCsv, withoutGuard } from '../../src/emit/csv.ts';

const parsed = (text: string, delimiter = ','): string[][] =>
  parse(text, { delimiter, relax_column_count: true }) as string[][];

describe('what begins like a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝1', "'＝1"],
    ['－0351', "'－0351"],
    ["'=1", "''=1"],
    ["''-", "'''-"],
  ])('%j becomes %j', (text, shown) => {
    expect([guarded(text), withoutGuard(shown)]).toEqual([shown, text]);
  });
  test.each(['', '1', '5%', 'a=b', '不低于5%', '—', '——', "'a", "'", ' =1', '{"a":"=1"}', '[1]'])('%j stays', text => {
    expect([guarded(text), withoutGuard(text)]).toEqual([text, text]);
  });
  test('is guarded, and given back', () => {
    const awkward = fc.string({
      unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', '\r', '\n', '＋', 'a', '文', '"', ','),
    });
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'grapheme' })), text => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(withoutGuard(guarded(text))).toBe(text);
      }),
    );
  });
});

test.each([
  [null, ''],
  [true, 'true'],
  [false, 'false'],
  [0.5, '0.5'],
  [58, '58'],
  [['low', 'high'], '["low","high"]'],
  [{ a: '=1', b: null }, '{"a":"=1","b":null}'],
  ['=1', "'=1"],
])('the cell %j is %j', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

describe('rows', () => {
  test.each([
    [[['a', 'b']], ',', 'a,b\n'],
    [[['a,b', 'c"d', 'e\nf', 'g\rh', '', ' i ']], ',', '"a,b","c""d","e\nf","g\rh",, i \n'],
    [[['a,b', 'c\td']], '\t', 'a,b\t"c\td"\n'],
    [[], ',', ''],
  ])('%j', (rows, delimiter, text) => {
    expect(toCsv(rows, delimiter)).toBe(text);
  });
  test('are read back as they were', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\t', '\r', '\n', "'", '=', 'a', '文', ' ', '𠮷') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', '\t'), (cells, delimiter) => {
        expect(parsed(toCsv(cells, delimiter), delimiter)).toEqual(cells);
      }),
    );
  });
});
