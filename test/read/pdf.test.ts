import { describe, expect, test } from 'vitest';
import { type Block, countCharacters, type Document } from '../../src/model/document.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { explainPages } from '../../src/read/pdf/explain.ts';
import { pdfReader, readPageGrids } from '../../src/read/pdf/index.ts';
import { defaultLimits, type ReadOptions } from '../../src/read/reader.ts';
import { cjk, type PageBytes, pdf, ruledTable, say } from './pdf-bytes.ts';

const options: ReadOptions = { hints: { headers: ['序号', '事项'], rowKey: '^\\d{1,4}$' }, limits: defaultLimits };
const read = (bytes: Uint8Array, more: Partial<ReadOptions> = {}): Promise<Document> =>
  pdfReader.read({ name: 'plan.pdf', bytes }, { ...options, ...more });
const readPages = (pages: readonly (string | PageBytes)[]): Promise<Document> =>
  read(pdf(pages.map(page => (typeof page === 'string' ? { content: page } : page))));

const grids = (document: Document) => document.blocks.flatMap(block => (block.kind === 'grid' ? [block.grid] : []));
const textsOf = (document: Document, kind: Exclude<Block['kind'], 'grid'>): string[] =>
  document.blocks.flatMap(block => (block.kind === kind ? [block.text] : []));
const rowsOf = (document: Document): (string | null)[][][] =>
  grids(document).map(grid => {
    const rows = Array.from({ length: grid.rows }, () => new Array<string | null>(grid.columns).fill(null));
    for (const cell of grid.cells) rows[cell.row]![cell.column] = cell.text;
    return rows;
  });
const codes = (document: Document): string[] => document.findings.map(finding => finding.code);
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    cause => cause,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).finding.code;
};

/** The ledger: what a reader sees stands in the blocks, every character once. */
const expectBalance = (document: Document) => {
  const texts = document.blocks.flatMap(block =>
    block.kind === 'grid' ? block.grid.cells.map(cell => cell.text) : [block.text],
  );
  expect(texts.reduce((sum, text) => sum + countCharacters(text), 0)).toBe(document.characters);
};

const table = [
  ['序号', '任务', '事项'],
  ['1', '食品检查', '许可情况'],
  ['2', '药品检查', '经营情况'],
];
const plain = ruledTable(60, 250, table);

describe('a table reads the same however it is drawn', () => {
  const thin = (x: number, y: number, u: number, v: number) => `${x} ${y} ${u - x || 0.5} ${v - y || 0.5} re f\n`;
  const pieces = (x: number, y: number, u: number, v: number) => {
    const count = Math.round(Math.max(u - x, v - y) / 20);
    const [dx, dy] = [(u - x) / count, (v - y) / count];
    return Array.from(
      { length: count },
      (_, i) => `${x + i * dx} ${y + i * dy} m ${x + (i + 1) * dx} ${y + (i + 1) * dy} l S\n`,
    ).join('');
  };
  const squares = (size: number, pitch: number) => (x: number, y: number, u: number, v: number) => {
    const count = Math.ceil(Math.max(u - x, v - y) / pitch);
    const at = (from: number, to: number, i: number) => from + ((to - from) * i) / count - size / 2;
    return Array.from({ length: count + 1 }, (_, i) => `${at(x, u, i)} ${at(y, v, i)} ${size} ${size} re f\n`).join('');
  };
  const inForm = `q 0.1 0 0 0.1 0 0 cm ${ruledTable(60, 250, table, (x, y, u, v) => `5 w ${10 * x} ${10 * y} m ${10 * u} ${10 * v} l S\n`).replace(/BT[\s\S]*?ET\n/g, '')} Q\n${plain.replace(/[\d.]+ [\d.]+ m .* S\n/g, '')}`;
  test.each<[string, string]>([
    ['strokes', plain],
    ['thin rectangles', ruledTable(60, 250, table, thin)],
    ['dashes', `[2 2] 0 d ${plain}`],
    ['small dots', ruledTable(60, 250, table, squares(0.75, 1.5))],
    ['dots as thick as a ruling may be', ruledTable(60, 250, table, squares(2.25, 4.5))],
    ['a piece per cell', ruledTable(60, 250, table, pieces)],
    ['a scaled matrix', inForm],
    [
      'rules that a clip cuts',
      `q 60 250 240 60 re W n ${ruledTable(60, 250, table, (x, y, u, v) => `${x - (v === y ? 30 : 0)} ${y} m ${u + (v === y ? 30 : 0)} ${v} l S\n`)} Q`,
    ],
    ['white rules on shading', `0.8 g 60 250 240 60 re f 1 1 1 RG 0 g ${plain}`],
    ['white rules on pale shading', `0.95 g 60 250 240 60 re f 1 1 1 RG 0 g ${plain}`],
    [
      'text twice, to look bold',
      `${plain}${plain.replace(/BT \/C 10 Tf (\d+) /g, (_, x) => `BT /C 10 Tf ${Number(x) + 0.3} `)}`,
    ],
    ['text with its letters outlined', `${plain}70 295 m 90 295 l 90 304 l 86 307 l 70 307 l h 72 297 16 8 re S\n`],
    ['letters as curves beside it', `${plain}70 295 m 90 295 l 90 305 84 309 70 307 c h 70 299 18 1 re f\n`],
    ['text from the last to the first', plain.split('\n').reverse().join('\n')],
  ])('%s', async (_, content) => {
    const document = await readPages([content]);
    expect(rowsOf(document)).toEqual([table]);
    expectBalance(document);
  });

  test.each<[string, PageBytes]>([
    ['page turned by 90', { content: `0 1 -1 0 400 0 cm ${plain}`, box: [400, 600], rotate: 90 }],
    ['page turned by 180', { content: `-1 0 0 -1 600 400 cm ${plain}`, rotate: 180 }],
    ['page turned by 270', { content: `0 -1 1 0 0 600 cm ${plain}`, box: [400, 600], rotate: 270 }],
    ['content turned, page not', { content: `0 1 -1 0 400 0 cm ${plain}`, box: [400, 600] }],
    ['content turned the other way', { content: `0 -1 1 0 0 600 cm ${plain}`, box: [400, 600] }],
    ['page turned, content not', { content: plain, rotate: 90 }],
  ])('%s', async (_, page) => {
    expect(rowsOf(await readPages([page]))).toEqual([table]);
  });

  test('a place is where the cell stands on the page, whichever way its text is turned', async () => {
    const document = await readPages([{ content: `0 1 -1 0 400 0 cm ${plain}`, box: [400, 600] }]);
    const { places } = grids(document)[0]!.cells[0]!;
    expect(places).toEqual([{ page: 1, box: { x0: 90, top: 460, x1: 110, bottom: 540 } }]);
  });
});

test('a page that magnifies its units reads the same, in its own units', async () => {
  const document = await read(pdf([{ content: plain }], { page: '/UserUnit 5' }));
  expect(grids(document)).toEqual(grids(await readPages([plain])));
});

describe('what a reader sees', () => {
  const slanted = `q 0.7 0.7 -0.7 0.7 100 50 cm /Pale gs BT /C 30 Tf ${cjk('内部资料')} ET Q\n`;
  test('a watermark is set aside', async () => {
    const document = await readPages([slanted + plain]);
    expect(rowsOf(document)).toEqual([table]);
    expect(textsOf(document, 'discarded')).toEqual(['内部资料']);
    expectBalance(document);
  });

  test.each<[string, string]>([
    ['invisible text', `BT 3 Tr /C 10 Tf 60 100 Td ${cjk('隐形')} ET`],
    ['white text on white', `1 g ${say(60, 100, '白字')} 0 g`],
    ['text outside the page', say(-200, 100, '页外')],
    ['text that a clip hides', `q 0 0 10 10 re W n ${say(60, 100, '裁去')} Q`],
  ])('%s is left out and reported', async (_, content) => {
    const document = await readPages([plain + content]);
    expect(codes(document)).toContain('hidden-text');
    expect(textsOf(document, 'paragraph')).toEqual([]);
    expectBalance(document);
  });

  test('white text on a dark area is text', async () => {
    const document = await readPages([`0.2 g 50 90 200 30 re f 1 g ${say(60, 100, '标题')} 0 g ${plain}`]);
    expect(textsOf(document, 'paragraph')).toEqual(['标题']);
  });

  test('running headers, footers and page numbers are set aside', async () => {
    const page = (n: number) => say(60, 380, '市市场监管局') + plain + say(280, 15, `— ${n} —`);
    const document = await readPages([page(1), page(2), page(3)]);
    expect(textsOf(document, 'furniture')).toEqual([1, 2, 3].flatMap(n => ['市市场监管局', `— ${n} —`]));
    expect(textsOf(document, 'paragraph')).toEqual([]);
    expectBalance(document);
  });

  test.each<[string, string, string]>([
    ['接下页', '接上页', ''],
    ['Continued on next page', '表1：(Continued)', ''],
    ['（转下页）', '（续表）', ''],
    ['续建项目另行安排。', '接上级通知', '续建项目另行安排。接上级通知'],
    ['Continued on request', '续', 'Continued on request'],
  ])('a line that says that the table goes on is furniture: %s, %s', async (below, above, kept) => {
    const first = ruledTable(60, 40, table) + say(60, 26, below) + say(280, 2, '— 1 —');
    const second =
      say(60, 386, above) +
      ruledTable(60, 320, [
        ['3', '水', '电'],
        ['4', '气', '热'],
      ]);
    const document = await readPages([first, second]);
    expect(textsOf(document, 'paragraph').join('')).toBe(kept);
    expect(grids(document)).toHaveLength(kept === '' ? 1 : 2);
    expectBalance(document);
  });

  test('lines around the table are paragraphs, in reading order', async () => {
    const content = say(200, 360, '2024年度抽查计划') + plain + say(60, 200, '注：由市局解释。');
    const document = await readPages([content]);
    expect(document.blocks.map(block => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
      '2024年度抽查计划',
      'grid',
      '注：由市局解释。',
    ]);
  });
});

describe('a line that the end of a page cuts off', () => {
  /** Clips at a height of 92, and says a line whose characters reach from 80 + y to 90 + y. */
  const clipped = (y: number) => `${plain}q 0 0 600 92 re W n ${say(60, y + 81.2, '截断')} Q`;
  test.each<[number, string[], string[]]>([
    [2, ['截断'], []],
    [8, ['截断'], []],
    [11, [], ['hidden-text']],
  ])('%d points above the clip: %j is read', async (y, texts, found) => {
    const document = await readPages([clipped(y)]);
    expect(textsOf(document, 'paragraph')).toEqual(texts);
    expect(codes(document)).toEqual(found);
    expectBalance(document);
  });

  test('is read once where the next page draws its other half', async () => {
    const lower = `${plain}q 0 92 600 300 re W n ${say(60, 87.2, '截断')} Q`;
    const document = await readPages([clipped(6), lower]);
    expect(textsOf(document, 'paragraph')).toEqual(['截断']);
    const other = `${plain}q 0 92 600 300 re W n ${say(60, 87.2, '另行')} Q`;
    expect(textsOf(await readPages([clipped(6), other]), 'paragraph')).toEqual(['截断', '另行']);
  });

  /** The end of a page at a height of 92 that cuts a row of a table: its text reaches from `y` to `y` + 10. */
  const head = ruledTable(60, 100, table);
  const walls = [60, 140, 220, 300].map(x => `${x} 92 m ${x} 100 l S\n`).join('');
  const begun = (y: number) => `q 0 92 600 300 re W n ${head}${walls}${say(63, y + 1.2, '续行')} Q`;
  const rest = (y: number) =>
    `q 0 0 600 380 re W n ${ruledTable(60, 300, [
      ['3', '水', '电'],
      ['4', '气', '热'],
    ]).replace(
      /BT \/C 10 Tf \d+ 326[^\n]*\n/g,
      '',
    )}${[60, 140, 220, 300].map(x => `${x} 340 m ${x} 380 l S\n`).join('')}${say(63, 288 + y + 1.2, '续行')} Q`;
  test.each<[string, number, number]>([
    ['more of it on the first page', 89, 1],
    ['more of it on the next page', 85, 2],
  ])('is read where more of it is seen: %s', async (_, y, page) => {
    const document = await readPages([begun(y), rest(y)]);
    const places = grids(document)
      .flatMap(grid => grid.cells)
      .filter(cell => cell.text.includes('续行'))
      .flatMap(cell => cell.places);
    expect(places.map(place => 'page' in place && place.page)).toContain(page);
    expect(
      document.blocks
        .flatMap(block => (block.kind === 'grid' ? block.grid.cells.map(cell => cell.text) : [block.text]))
        .filter(text => text.includes('续行')),
    ).toHaveLength(1);
    expect(codes(document)).not.toContain('hidden-text');
  });
});

describe('tables over pages', () => {
  const next = [table[0]!, ['3', '环境检查', '排放情况']];
  const pages = [ruledTable(60, 60, table), ruledTable(63, 320, next)];

  test('are one grid, with the repeated header aside', async () => {
    const document = await readPages(pages);
    expect(rowsOf(document)).toEqual([[...table, next[1]!]]);
    expect(textsOf(document, 'repeated-header')).toEqual(['序号', '任务', '事项']);
    expectBalance(document);
  });

  test('are two grids as they stand on the pages', async () => {
    const { grids } = await readPageGrids(
      { name: 'plan.pdf', bytes: pdf(pages.map(content => ({ content }))) },
      options,
    );
    expect(grids.map(({ page, table, rows }) => [page, table, rows])).toEqual([
      [1, 1, 3],
      [2, 1, 2],
    ]);
  });

  test('can be drawn step by step', async () => {
    const bytes = pdf(pages.map(content => ({ content })));
    const [first, second] = (await explainPages({ name: 'plan.pdf', bytes }, options)).pages;
    expect([first!.edges.length, first!.intersections.length, first!.tables[0]!.cells.length]).toEqual([8, 16, 9]);
    const [above, below] = [first!.tables[0]!, second!.tables[0]!];
    expect([above.from, above.onto]).toEqual([null, { x0: 60, top: 340, x1: 300, bottom: 340 }]);
    expect([below.from, below.onto]).toEqual([{ x0: 63, top: 40, x1: 303, bottom: 40 }, null]);
    expect(below.cells.map(({ repeated }) => repeated)).toEqual([true, true, true, false, false, false]);
    expect([...above.inferred, ...below.inferred]).toEqual([]);
  });
});

describe('text that cannot be read', () => {
  const image = 'q 600 0 0 400 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n';
  const curves = Array.from(
    { length: 20 },
    (_, i) => `${20 * i} 100 m ${20 * i + 5} 120 ${20 * i + 9} 90 ${20 * i + 12} 100 c f\n`,
  ).join('');

  test.each<[string, string]>([
    ['an image', image],
    ['curves', curves],
  ])('a file of %s is refused: it needs OCR', async (_, content) => {
    expect(await refusal(readPages([content, content]))).toBe('no-text-layer');
  });

  test('one such page among others is named', async () => {
    const document = await readPages([plain, image]);
    expect(
      document.findings.filter(({ code }) => code === 'page-without-text').map(({ params }) => params?.page),
    ).toEqual([2]);
    expect(rowsOf(document)).toEqual([table]);
  });

  test('a file on whose pages nothing is written', async () => {
    const rulings = plain.replace(/BT[\s\S]*?ET\n/g, '');
    expect(await refusal(readPages([rulings, '']))).toBe('no-text-layer');
  });

  test('an invisible layer over an image is read, and doubted', async () => {
    const document = await readPages([`${image}3 Tr ${plain}`]);
    expect(rowsOf(document)).toEqual([table]);
    expect(codes(document)).toContain('recognised-text');
  });

  test('a font without Unicode values', async () => {
    const objects = [
      '<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[11 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 12 0 R>>',
      '<</Type/FontDescriptor/FontName/Odd/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ];
    const content = 'BT /X 10 Tf 60 100 Td <04d204d3> Tj ET\n';
    const mixed = await read(pdf([{ content: plain + content }], { objects, resources: '/X 10 0 R' }));
    expect(mixed.findings.find(({ code }) => code === 'unmapped-characters')?.params).toMatchObject({
      pages: '1',
      count: 2,
    });
    expect(textsOf(mixed, 'paragraph')).toEqual(['\ufffd\ufffd']);
    expect(await refusal(read(pdf([{ content }], { objects, resources: '/X 10 0 R' })))).toBe('no-text-layer');
  });

  /** A font /X of one byte a code; `advance` in thousandths of an em, `map` of codes to UTF-16, `more` of its dictionary. */
  const odd = (advance: number, map: Readonly<Record<string, string>> | null, more = '', name = 'ABCDEF+Odd') => {
    const entries = Object.entries(map ?? {}).map(([code, to]) => `<${code}> <${to}>\n`);
    const cmap = `1 begincodespacerange <00> <ff> endcodespacerange ${entries.length} beginbfchar\n${entries.join('')}endbfchar`;
    return {
      objects: [
        `<</Type/Font/Subtype/TrueType/BaseFont/${name}/FirstChar 0/LastChar 255/Widths[${`${advance} `.repeat(256)}]/FontDescriptor 11 0 R${map ? '/ToUnicode 12 0 R' : ''}${more}>>`,
        `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>`,
        `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`,
      ],
      resources: '/X 10 0 R',
    };
  };
  const three =
    '/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/Encoding<</Differences[65/g4E2D]>>';
  const shown = (codes: string, y = 100) => `BT /X 10 Tf 60 ${y} Td <${codes}> Tj ET\n`;

  test.each<[string, string, ReturnType<typeof odd>, string, number]>([
    ['a map that gives 市 as ^', '79', odd(1000, { 79: '005e' }), '\ufffd', 1],
    ['a map that gives 价 as þ, 于 as itself', '0405', odd(1000, { '04': '00fe', '05': '4e8e' }), '\ufffd于', 1],
    ['digits as wide as ideographs beside it', '3104', odd(1000, { 31: '0031', '04': '00fe' }), '\ufffd\ufffd', 2],
    [
      'control characters as wide as ideographs beside it',
      '0304',
      odd(1000, { '03': '0003', '04': '00fe' }),
      '\ufffd\ufffd',
      2,
    ],
    ['numbered glyphs without a map, all of them', '8081', odd(1000, null), '\ufffd\ufffd', 2],
    ['private use', '41', odd(1000, { 41: 'e5a1' }), '\ufffd', 1],
    ['"unknown" in the map itself', '41', odd(1000, { 41: 'fffd' }), '\ufffd', 1],
    ['glyphs with numbers for names', '41', odd(1000, null, three), '\ufffd', 1],
    ['a picture of a symbol font that no table knows', '2a', odd(746, null, '', 'ABCDEF+Wingdings'), '\ufffd', 1],
    ['characters that look like others', '010203', odd(1000, { '01': '2780', '02': '2f42', '03': '2011' }), '①文-', 0],
    // Near misses: what is read as it stands.
    ['glyphs named by Unicode', '41', odd(1000, null, '/Encoding<</Differences[65/uni4E2D]>>'), '中', 0],
    ['numbers for names beside a map', '41', odd(1000, { 41: '4e2d' }, three), '中', 0],
    ['the code of a space that draws 体', '4120', odd(1000, { 20: '4f53', 41: '6574' }), '整体', 0],
    ['Latin letters of their own width', 'c3fe', odd(520, null, '/Encoding/WinAnsiEncoding'), 'Ãþ', 0],
    ['full-width digits and signs of pinyin', '3141', odd(1000, { 31: '0031', 41: '0101' }), '1ā', 0],
    ['letters as wide as an em that are two', 'c6', odd(1000, { c6: '00c6' }), 'Æ', 0],
    ['a multiplication sign as wide as an em', 'd7', odd(1000, { d7: '00d7' }), '×', 0],
    ['Wingdings by their codes', 'd8fc', odd(1000, null, '', 'ABCDEF+Wingdings'), '➢✓', 0],
    ['Wingdings in private use', 'd8', odd(1000, { d8: 'f0d8' }, '', 'Wingdings-Regular'), '➢', 0],
    ['the Symbol font', 'b3', odd(549, null, '', 'ABCDEF+SymbolMT'), '≥', 0],
  ])('%s', async (_, codes, font, text, count) => {
    const document = await read(pdf([{ content: plain + shown(codes) }], font));
    expect(textsOf(document, 'paragraph')).toEqual([text]);
    const found = document.findings.filter(({ code }) => code === 'unmapped-characters');
    const total = document.characters;
    expect(found.map(({ params }) => params)).toEqual(count > 0 ? [{ pages: '1', count, total }] : []);
    expectBalance(document);
  });

  test('a proof on a later page holds for the earlier ones', async () => {
    const pages = [plain + shown('31'), plain + shown('3104')].map(content => ({ content }));
    const document = await read(pdf(pages, odd(1000, { 31: '0031', '04': '00fe' })));
    const found = document.findings.filter(({ code }) => code === 'unmapped-characters');
    // Said once, of all pages.
    expect(found.map(({ params }) => params)).toEqual([{ pages: '1–2', count: 3, total: document.characters }]);
    expect(found[0]!.places).toMatchObject([{ page: 1 }, { page: 2 }]);
  });

  test.each<[string, string, string | null]>([
    ['nearly all of the text', shown('8081'.repeat(40)), 'no-text-layer'],
    ['half of the text', shown('8081'.repeat(10)), null],
  ])('a file is refused where such a font draws %s', async (_, content, code) => {
    const reading = read(pdf([{ content: plain + content }], odd(1000, null)));
    if (code) expect(await refusal(reading)).toBe(code);
    else expect(codes(await reading)).toEqual(['unmapped-characters']);
  });
});

describe('encrypted files', () => {
  const locked = (password: string) => pdf([{ content: plain }], { password });
  test('an empty password opens', async () => {
    expect(rowsOf(await read(locked('')))).toEqual([table]);
  });
  test('the right password opens', async () => {
    expect(rowsOf(await read(locked('secret'), { password: 'secret' }))).toEqual([table]);
  });
  test.each<[string, Partial<ReadOptions>, string]>([
    ['no password', {}, 'password-needed'],
    ['a wrong password', { password: 'guess' }, 'wrong-password'],
  ])('%s does not', async (_, more, code) => {
    expect(await refusal(read(locked('secret'), more))).toBe(code);
  });
});

describe('damaged and hostile files', () => {
  const bytes = pdf([{ content: plain }, { content: say(60, 300, '第二页') }]);
  const changed = (from: string, to: string) =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));

  test.each<[string, Uint8Array]>([
    ['a lost xref', changed('startxref', 'startxxxx')],
    ['a wrong xref', changed('00000 n', '00001 n')],
    ['junk around', new Uint8Array(Buffer.concat([Buffer.from('junk\n'.repeat(20)), bytes, Buffer.from('junk')]))],
    ['too high a page count', pdf([{ content: plain }, { content: say(60, 300, '第二页') }], { count: 99 })],
    ['too low a page count', pdf([{ content: plain }, { content: say(60, 300, '第二页') }], { count: 1 })],
  ])('%s is repaired', async (_, damaged) => {
    const document = await read(damaged);
    expect(rowsOf(document)).toEqual([table]);
    expect(textsOf(document, 'paragraph')).toEqual(['第二页']);
  });

  test('a repair is reported', async () => {
    expect(codes(await read(changed('startxref', 'startxxxx')))).toContain('pdf-warning');
    expect(codes(await read(pdf([{ content: plain }, { content: plain }], { count: 1 })))).toContain('page-count');
    expect(codes(await read(bytes))).toEqual([]);
  });

  test.each<[string, Uint8Array, Partial<ReadOptions>, string]>([
    ['nothing but a header', bytes.slice(0, 9), {}, 'broken-pdf'],
    ['a truncated file', bytes.slice(0, 400), {}, 'broken-pdf'],
    ['pages that hold themselves', changed('/Kids[10 0 R 12 0 R]', '/Kids[2 0 R  2 0 R  ]'), {}, 'page-unreadable'],
    ['too many pages', bytes, { limits: { ...defaultLimits, pages: 1 } }, 'too-many-pages'],
    ['too many bytes', bytes, { limits: { ...defaultLimits, bytes: 100 } }, 'too-large'],
    ['too much time', bytes, { limits: { ...defaultLimits, milliseconds: -1 } }, 'too-slow'],
    ['too many cells', bytes, { limits: { ...defaultLimits, cells: 8 } }, 'too-many-cells'],
  ])('%s is refused', async (_, damaged, more, code) => {
    expect(await refusal(read(damaged, more))).toBe(code);
  });

  test('a stream that inflates beyond measure is refused before it is inflated', async () => {
    const content = ' '.repeat(300 * 2 ** 20);
    expect(await refusal(read(pdf([{ content }])))).toBe('inflates-too-large');
  }, 30_000);

  test('reading stops when it is told to', async () => {
    await expect(read(bytes, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  test.each<[string, Uint8Array, boolean]>([
    ['a PDF', bytes, true],
    ['a PDF behind junk', new Uint8Array(Buffer.concat([Buffer.from('junk\n'), bytes])), true],
    ['text', new TextEncoder().encode('序号\t任务'), false],
    ['nothing', new Uint8Array(), false],
  ])('recognises %s', (_, content, expected) => {
    expect(pdfReader.recognises(content)).toBe(expected);
  });
});
