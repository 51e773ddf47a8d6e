import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { pdfReader } from '../../src/read/pdf/index.ts';
import { defaultLimits, type ReadOptions } from '../../src/read/reader.ts';
import { pdfOf, plain, reaching, table } from './hostile-pdfs.ts';
import { type PdfOptions, pdf, say } from './pdf-bytes.ts';

// Files made by hand, each damaged in one way: read with a diagnostic, or refused.

const options: ReadOptions = { hints: { headers: ['序号', '事项'], rowKey: '^\\d{1,4}$' }, limits: defaultLimits };
const read = (bytes: Uint8Array): Promise<Document> => pdfReader.read({ name: 'plan.pdf', bytes }, options);
const outcome = (bytes: Uint8Array): Promise<Document | Refusal> =>
  read(bytes).catch(cause => {
    if (cause instanceof Refusal) return cause;
    throw cause;
  });
const rowsOf = (document: Document): (string | null)[][][] =>
  document.blocks.flatMap(block => {
    if (block.kind !== 'grid') return [];
    const rows = Array.from({ length: block.grid.rows }, () => new Array<string | null>(block.grid.columns).fill(null));
    for (const cell of block.grid.cells) rows[cell.row]![cell.column] = cell.text;
    return [rows];
  });
const codes = (document: Document): string[] => [...new Set(document.findings.map(({ code }) => code))];

describe('what is damaged and can be read', () => {
  const encrypted = (permissions: PdfOptions) => pdf([{ content: plain }], permissions);
  test.each<[name: string, bytes: Uint8Array, reported: string[]]>([
    ['a negative page count', pdf([{ content: plain }], { count: -5 }), ['page-count']],
    ['a page count beyond all bounds', pdf([{ content: plain }], { count: 1e12 }), ['pdf-warning']],
    ['a page of a billion points', pdf([{ content: plain, box: [1e9, 1e9] }]), []],
    ['a page without size', pdf([{ content: plain, box: [0, 0] }]), ['pdf-warning']],
    [
      'text of absurd size',
      pdf([{ content: `${plain}BT /C 99999999999999 Tf 60 100 Td <0041> Tj ET` }]),
      ['hidden-text'],
    ],
    [
      'numbers that are none',
      pdf([{ content: `${plain}BT /C nan Tf 1e999 -1e999 Td <0041> Tj ET 1e999 1e999 m -1e999 5 l S` }]),
      ['pdf-warning'],
    ],
    [
      'coordinates beyond all bounds',
      pdf([{ content: `${plain}${'9'.repeat(400)} 0 0 1 0 0 cm 0 0 m 1 1 l S BT /C 10 Tf <0041> Tj ET` }]),
      ['hidden-text'],
    ],
    ['operators that are none', pdf([{ content: `${plain}1 2 frob ]] >> (` }]), ['pdf-warning']],
    ['states that are never restored', pdf([{ content: `${'q '.repeat(5000)}${plain}` }]), []],
    ['states that were never saved', pdf([{ content: `${'Q '.repeat(5000)}${plain}` }]), []],
    ['a font that is not there', pdf([{ content: `${plain}BT /Lost 10 Tf (x) Tj ET` }]), ['pdf-warning']],
    ['an owner’s password alone', encrypted({ password: '' }), []],
    ['a form that shows itself', selfShowing(), ['pdf-warning']],
  ])('%s', async (_, bytes, reported) => {
    const document = await read(bytes);
    expect(rowsOf(document)).toEqual([table]);
    expect(codes(document)).toEqual(expect.arrayContaining(reported));
    if (reported.length === 0) expect(document.findings).toEqual([]);
  });

  function selfShowing(): Uint8Array {
    const form =
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>/Length 5>>stream\n/X Do\nendstream';
    return pdf([{ content: `${plain}/X Do` }], { objects: [form], xobjects: '/X 10 0 R' });
  }
});

describe('damage anywhere', () => {
  const bytes = pdf([{ content: plain }, { content: say(60, 300, '第二页') }]);

  test('cut short: what is read of it is reported, or it is refused', async () => {
    for (let end = 0; end < bytes.length - 6; end += 61) {
      const got = await outcome(bytes.slice(0, end));
      if (got instanceof Refusal) expect(got.finding.code).toMatch(/^(?:broken-pdf|page-unreadable)$/);
      else expect(codes(got)).toContain('pdf-warning');
    }
  });

  test('a byte changed: never an exception', async () => {
    for (let at = 10; at < bytes.length; at += 43) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 0x15;
      const got = await outcome(changed);
      expect(got instanceof Refusal ? got.finding.code : got.format).toBeTruthy();
    }
  });

  test('a stream damaged in its middle is reported', async () => {
    const text = Buffer.from(bytes).toString('latin1');
    const start = text.indexOf('stream\n', text.indexOf('/FlateDecode')) + 7;
    const changed = bytes.slice();
    changed.fill(0xff, start + 60, start + 90);
    const got = await outcome(changed);
    if (!(got instanceof Refusal)) expect(codes(got)).toEqual(expect.arrayContaining(['pdf-warning']));
  });
});

test.each<[name: string, bytes: Uint8Array, code: string]>([
  ['no objects', new TextEncoder().encode('%PDF-1.7\n%%EOF'), 'broken-pdf'],
  ['no catalogue', pdfOf(['<</Type/Nothing>>']), 'broken-pdf'],
  ['no pages', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']), 'broken-pdf'],
])('refused: %s', async (_, bytes, code) => {
  const got = await outcome(bytes);
  expect(got instanceof Refusal ? got.finding.code : got).toBe(code);
});

describe('glyphs that are pictures of characters', () => {
  const glyph = '<</Length 43>>stream\n1000 0 0 0 1000 1000 d1 0 0 m 500 900 l f \nendstream';
  const font = (names: string) =>
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1/LastChar 2/Widths[1000 1000]/Resources<<>>/CharProcs<</${names.replace(' ', ' 11 0 R/')} 11 0 R>>/Encoding<</Type/Encoding/Differences[1/${names.replace(' ', '/')}]>>>>`;
  const show = (names: string) =>
    pdf([{ content: 'BT /T 10 Tf 60 100 Td <0102> Tj ET' }], { objects: [font(names), glyph], resources: '/T 10 0 R' });

  test('and say which: read', async () => {
    const document = await read(show('uni4E00 uni4E8C'));
    expect(document.blocks).toMatchObject([{ kind: 'paragraph', text: '一二' }]);
  });
  test('stand on their baseline, whichever way the font turns their own axis', async () => {
    const upright = await read(show('uni4E00 uni4E8C'));
    // As Skia draws: page, text and glyphs each turned upside down.
    const turned = font('uni4E00 uni4E8C').replace('0.001 0 0 0.001', '0.001 0 0 -0.001');
    const content = 'q 1 0 0 -1 0 200 cm BT /T 10 Tf 1 0 0 -1 60 100 Tm <0102> Tj ET Q';
    const skia = await read(pdf([{ content }], { objects: [turned, glyph], resources: '/T 10 0 R' }));
    expect(skia.blocks).toEqual(upright.blocks);
  });
  test('and do not: refused, it needs OCR', async () => {
    const got = await outcome(show('picture1 picture2'));
    expect(got instanceof Refusal && got.finding).toMatchObject({
      code: 'no-text-layer',
      params: { reason: { en: 'its fonts do not say, or say wrongly, which characters they draw' } },
    });
  });
});

test('what asks for something from outside is read for what it shows', async () => {
  expect(rowsOf(await read(reaching()))).toEqual([table]);
});
