import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, readNumber } from '../../src/fields/numerals.ts';

describe('readNumber', () => {
  test.each([
    ['5', 5],
    ['0.5', 0.5],
    ['1,200', 1200],
    ['1,234,567.5', 1234567.5],
    ['2.8万', 28_000],
    ['3.5亿', 350_000_000],
    ['3千', 3000],
    ['5百万', 5_000_000],
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['廿五', 25],
    ['卅', 30],
    ['九十九', 99],
    ['一百零二', 102],
    ['一百二十', 120],
    ['两百', 200],
    ['一千零五十', 1050],
    ['一万零五百', 10_500],
    ['两万五千', 25_000],
    ['一百二十万五千', 1_205_000],
    ['三亿五千万', 350_000_000],
    ['一〇〇', 100],
    ['二〇二三', 2023],
    ['壹拾伍', 15],
    ['零点五', 0.5],
    ['三点一四', 3.14],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    // [what it is not, why]
    ['', 'nothing'],
    ['05', 'a point or a digit may be lost'],
    ['00', 'no number'],
    ['5.', 'a digit is lost'],
    ['1.2.3', 'two points'],
    ['1,20', 'thousands have three digits'],
    ['12,3456', 'thousands have three digits'],
    ['5O', 'a letter'],
    ['-5', 'no sign'],
    ['1e3', 'no exponent'],
    ['一百二', '102 or 120'],
    ['两万五', '20005 or 25000'],
    ['三五', '35 or three to five'],
    ['五三', 'two digits in a row'],
    ['百', 'how many hundreds'],
    ['十十', 'no number'],
    ['百十', 'no number'],
    ['零五', 'a leading zero'],
    ['一千零零五', 'two zeros'],
    ['三点', 'a digit is lost'],
    ['点五', 'a digit is lost'],
    ['1万2千', 'mixed'],
    ['五百分', 'other characters'],
    ['9'.repeat(41), 'too long'],
  ])('%j is none: %s', text => {
    expect(readNumber(text)).toBeNull();
  });

  test.each([
    ['5', -1, 0.5],
    ['0.7', -1, 0.07],
    ['1.1', -1, 0.11],
    ['三', 1, 30],
    ['2.9', 1, 29],
    ['4.35', 2, 435],
  ])('%s shifted by %d is exactly %d', (text, shift, value) => {
    expect(readNumber(text, shift)).toBe(value);
  });

  test('never throws, and reads no number twice the same way', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789.,零〇一二两三十百千万亿廿点壹拾a '), maxLength: 12 });
    fc.assert(
      fc.property(near, text => {
        const value = readNumber(text);
        if (value !== null) expect(readNumber(formatNumber(value))).toBe(value);
      }),
    );
  });
});

describe('formatNumber', () => {
  test.each([
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [1.5e-9, '0.0000000015'],
    [1.5e22, '15000000000000000000000'],
    [123456789.125, '123456789.125'],
    [1e21, '1000000000000000000000'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('is read back exactly', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), value => {
        const text = formatNumber(value);
        expect(text).toMatch(/^\d+(?:\.\d+)?$/);
        expect(Number(text)).toBe(value);
      }),
    );
  });
});
