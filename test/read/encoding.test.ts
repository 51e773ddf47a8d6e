import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { decode } from '../../src/read/encoding.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};
/** Two-byte encodings, written by turning their decoders round. */
const doubleByte = (encoding: string): ((text: string) => Uint8Array) => {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !codes.has(text)) codes.set(text, [lead, trail]);
    }
  return text => Uint8Array.from([...text].flatMap(c => (c < '\x80' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))));
};
const gbk = doubleByte('gb18030');
const big5 = doubleByte('big5');
const marked = (mark: number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);

const simplified = '序号\t抽查任务名称\t牵头部门\n1\t对旅馆业治安管理情况的检查\t县公安局\n';
const traditional = '序號\t抽查任務名稱\t牽頭部門\n1\t對旅館業治安管理情況的檢查\t縣公安局\n';
const refusalOf = (bytes: Uint8Array, declared?: string): string | null => {
  try {
    decode(bytes, declared);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.finding.code;
    throw error;
  }
};

describe('decode', () => {
  test.each([
    ['UTF-8', utf8(simplified), simplified, 'utf-8'],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], utf8(simplified)), simplified, 'utf-8'],
    ['ASCII', utf8('1\t2\n'), '1\t2\n', 'utf-8'],
    ['UTF-16 LE with a mark', marked([0xff, 0xfe], utf16(simplified)), simplified, 'utf-16le'],
    ['UTF-16 BE with a mark', marked([0xfe, 0xff], utf16(simplified, true)), simplified, 'utf-16be'],
    ['UTF-16 LE', utf16(simplified), simplified, 'utf-16le'],
    ['UTF-16 BE', utf16(simplified, true), simplified, 'utf-16be'],
    ['UTF-16 LE, ASCII alone', utf16('No.\tName\n1\tA\n'), 'No.\tName\n1\tA\n', 'utf-16le'],
    ['GBK', gbk(simplified), simplified, 'gb18030'],
    ['GBK, traditional', gbk(traditional), traditional, 'gb18030'],
    [
      'GB18030 of four bytes',
      Uint8Array.from([...gbk(simplified), 0x95, 0x32, 0x82, 0x36]),
      `${simplified}𠀀`,
      'gb18030',
    ],
    ['Big5', big5(traditional), traditional, 'big5'],
    ['GBK, two words', gbk('抽查计划'), '抽查计划', 'gb18030'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding, findings: [] });
  });

  test.each([
    ['decides where the bytes read as well in two encodings', Uint8Array.of(0xb0, 0xa1), 'big5', 'big5'],
    ['does not overrule valid UTF-8', utf8(simplified), 'gb2312', 'utf-8'],
    ['does not overrule a mark', marked([0xff, 0xfe], utf16(simplified)), 'utf-8', 'utf-16le'],
    ['does not overrule what is plainly Chinese', gbk(simplified), 'windows-1252', 'gb18030'],
    ['gb2312 is read as gb18030', gbk(simplified), 'gb2312', 'gb18030'],
    ['nobody knows is ignored', gbk(simplified), 'x-klingon', 'gb18030'],
  ])('a declared encoding %s', (_, bytes, declared, encoding) => {
    expect(decode(bytes, declared).encoding).toBe(encoding);
  });

  test('a character destroyed earlier is reported with its place', () => {
    const { findings } = decode(utf8(`${simplified}2\t对\ufffd场的检查\t县文旅局\n`));
    expect(findings).toEqual([{ code: 'lost-characters', params: { count: 1 }, places: [{ line: 3, column: 4 }] }]);
  });

  test.each([
    ['UTF-8 cut off inside a character', utf8(simplified.repeat(3)).slice(0, -2), 'utf-8'],
    ['GBK with a stray byte', Uint8Array.from([...gbk(simplified.repeat(3)), 0xff, 0x0a]), 'gb18030'],
  ])('%s loses that character alone', (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text.startsWith(simplified)).toBe(true);
    expect(decoded.findings.map(finding => finding.code)).toEqual(['lost-characters']);
  });

  const garbled = new TextDecoder('gb18030').decode(utf8(simplified.repeat(3)));
  test.each([
    ['UTF-8 read as GBK', utf8(garbled.replaceAll('\ufffd', '')), 'garbled-source'],
    [
      'UTF-8 read as GBK, twice',
      utf8(new TextDecoder('gb18030').decode(utf8(garbled)).replaceAll('\ufffd', '')),
      'garbled-source',
    ],
    ['UTF-8 read as Latin-1', utf8(new TextDecoder('latin1').decode(utf8(simplified))), 'garbled-source'],
    ['GBK read as Latin-1', utf8(new TextDecoder('latin1').decode(gbk(simplified))), 'garbled-source'],
    ['text that is mostly lost', utf8('\ufffd\ufffd\t\ufffd1\n'.repeat(20)), 'unknown-encoding'],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * i * 31 + (i >> 2) * 77) % 256), 'binary-source'],
    ['NUL bytes', new Uint8Array(64), 'binary-source'],
  ])('refuses %s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  test.each([
    ['rare place names', '嵊泗县、鄢陵县、郏县、濮阳县、濉溪县、歙县、黟县的计划'],
    ['a few words', '璟瑄'],
    ['English', 'The annual plan of inspections, as published.'],
    ['curly quotes', '“a” – “b” … “c”'],
  ])('does not take %s for garbled text', (_, text) => {
    expect(refusalOf(utf8(text))).toBe(null);
  });

  const plan = readFileSync('samples/lvliang-2023.txt', 'utf8');
  test.each([
    ['utf-16le', utf16(plan)],
    ['utf-16be', utf16(plan, true)],
    ['gb18030', gbk(plan)],
  ])('the founding plan in %s', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text: plan, encoding, findings: [] });
  });

  test('any bytes are decoded or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect([null, 'binary-source', 'unknown-encoding', 'garbled-source']).toContain(refusalOf(bytes));
      }),
    );
  });

  test('any text comes back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        if (refusalOf(utf8(text)) === null && !text.startsWith('\ufeff')) expect(decode(utf8(text)).text).toBe(text);
      }),
    );
  });
});
