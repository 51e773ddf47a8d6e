import { describe, expect, test } from 'vitest';
import { xlsxReader } from '../../src/read/xlsx/index.ts';
import { parseFormat } from '../../src/read/xlsx/number-format.ts';
import { columnName, parseAddress, parseRange } from '../../src/read/xlsx/sheet.ts';
import { blocksOf, codes, read, readWell, xlsx } from './office-files.ts';

/** A cell of text, or of XML. */
const c = (at: string, content: string, attributes = 't="inlineStr"'): string =>
  `<c r="${at}" ${attributes}>${content.startsWith('<') ? content : `<is><t>${content}</t></is>`}</c>`;
const n = (at: string, value: number | string, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
/** Sheet data from cells, put into rows by their addresses. */
function data(...cells: string[]): string {
  const rows = new Map<string, string>();
  for (const cell of cells) {
    const row = /r="[A-Z]+(\d+)"/.exec(cell)![1]!;
    rows.set(row, (rows.get(row) ?? '') + cell);
  }
  return `<sheetData>${[...rows].map(([row, xml]) => `<row r="${row}">${xml}</row>`).join('')}</sheetData>`;
}
const merges = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map(range => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
const formats = (...codes: string[]): string =>
  `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${codes.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs>`;
const shown = async (xml: string, given: Parameters<typeof xlsx>[1] = {}) =>
  blocksOf(await readWell(xlsxReader, xlsx([{ xml }], given)));

describe('number formats', () => {
  test.each<[value: number, format: string, text: string | null]>([
    [0.05, '0%', '5%'],
    [0.015, '0.0%', '1.5%'],
    [0.05, '0.00%', '5.00%'],
    [0.145, '0%', '15%'],
    [0.05, '0.##%', '5%'],
    [5, '"不低于"0"%"', '不低于5%'],
    [0.05, '"不低于"0%', '不低于5%'],
    [0.05, '≥0%', '≥5%'],
    [-0.05, '0%', '-5%'],
    [5, '0"户"', '5户'],
    [5, '第0条', '第5条'],
    [1, '"HY-"000', 'HY-001'],
    [3, 'General"家"', '3家'],
    [3, 'G/通用格式', '3'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e14, 'General', '100000000000000'],
    [0.00001, 'General', '0.00001'],
    [1 / 3, 'General', '0.333333333'],
    [1e21, 'General', '1E+21'],
    [7, '@', '7'],
    [2.5, '0', '3'],
    [1.005, '0.00', '1.01'],
    [5, '0.##', '5'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [12_345_678, '#,##0,"千"', '12,346千'],
    [13_912_345_678, '000-0000-0000', '139-1234-5678'],
    [-3, '0;(0)', '(3)'],
    [-3, '0_ ;[Red]\\-0\\ ', '-3'],
    [0, '0;-0;;@', ''],
    [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    [60, '[>=50]"高";[<50]"低"', '高'],
    [40, '[>=50]"高";[<50]"低"', '低'],
    [1234.5, '[$¥-804]#,##0.00', '¥1,234.50'],
    [12, '[DBNum1]General', '一十二'],
    [45_000, 'yyyy/m/d', '2023/3/15'],
    [45_000, 'yyyy"年"m"月"d"日"', '2023年3月15日'],
    [45_000, '[$-804]yyyy"年"m"月"d"日";@', '2023年3月15日'],
    [45_000, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二三年三月十五日'],
    [45_000, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2023年3月15日'],
    [45_000, 'yyyy.mm', '2023.03'],
    [45_000, 'mmm-yy', 'Mar-23'],
    [45_000, 'aaaa', '星期三'],
    [45_000.6, '上午/下午h"时"mm"分"', '下午2时24分'],
    [45_000.5, 'yyyy-mm-dd hh:mm', '2023-03-15 12:00'],
    [1.5, '[h]:mm', '36:00'],
    [59, 'yyyy/m/d', '1900/2/28'],
    [60, 'yyyy/m/d', '1900/2/29'],
    [61, 'yyyy/m/d', '1900/3/1'],
    // What is not rendered is told, not guessed.
    [0.25, '# ?/?', null],
    [1234, '0.00E+00', null],
    [45_000, 'ge.m.d', null],
    [-1, 'yyyy/m/d', null],
    [3_000_000, 'yyyy/m/d', null],
    [Number.NaN, '0', null],
    [1.5, '[DBNum1]General', null],
  ])('%f as %s is %s', (value, format, text) => {
    expect(parseFormat(format).number(value, false)).toBe(text);
  });

  test('the 1904 date system', () => {
    expect(parseFormat('yyyy/m/d').number(43_538, true)).toBe('2023/3/15');
  });

  test.each<[text: string, format: string, shown: string]>([
    ['文', 'General', '文'],
    ['文', '0;-0;;@', '文'],
    ['文', '"某"@"局"', '某文局'],
    ['3-12', 'm"月"d"日"', '3-12'],
  ])('text %s as %s is %s', (text, format, expected) => {
    expect(parseFormat(format).text(text)).toBe(expected);
  });

  test('any format is parsed in time', () => {
    for (const piece of ['0', '#,', '"', '[', 'y', '\\', '_', ';', '.0', '[>1]', '%', '上午/下午'])
      expect(() => parseFormat(piece.repeat(20_000)).number(1.5, false)).not.toThrow();
  });
});

describe('addresses', () => {
  test.each<[text: string, expected: unknown]>([
    ['A1', { row: 0, column: 0 }],
    ['$AB$12', { row: 11, column: 27 }],
    ['XFD1048576', { row: 1_048_575, column: 16_383 }],
    ['XFE1', null],
    ['A0', null],
    ['A1048577', null],
    ['A', null],
    ['1', null],
    ['AAAA1', null],
  ])('%s', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });

  test('columns are named as they are read', () => {
    for (const column of [0, 25, 26, 51, 701, 702, 16_383])
      expect(parseAddress(`${columnName(column)}1`)?.column).toBe(column);
  });

  test('ranges stand upright', () => {
    expect(parseRange('C3:A1')).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(parseRange('A1:')).toBeNull();
  });
});

describe('sheets', () => {
  const strings =
    '<si><t>序号</t></si><si><r><t>抽查</t></r><r><rPr/><t>任务</t></r><rPh sb="0" eb="1"><t>chou</t></rPh></si><si><t>甲_x000D_&#10;乙</t></si>';
  const s = (at: string, index: number): string => `<c r="${at}" t="s"><v>${index}</v></c>`;

  test.each<[name: string, xml: string, blocks: unknown[], given?: Parameters<typeof xlsx>[1]]>([
    [
      'shared strings, rich text',
      data(s('A1', 0), s('B1', 1), s('A2', 2), c('B2', '乙')),
      [
        [
          ['序号', '抽查任务'],
          ['甲\n乙', '乙'],
        ],
      ],
      { strings },
    ],
    [
      'blank cells are cells',
      data(c('A1', '甲'), c('B1', '乙'), c('A2', '丙')),
      [
        [
          ['甲', '乙'],
          ['丙', ''],
        ],
      ],
    ],
    ['the used range only', data(c('C3', '甲'), c('D3', '乙'), `<c r="H9" s="0"/>`, c('J12', ' ')), [[['甲', '乙']]]],
    [
      'a gap is one blank line',
      data(c('A1', '标题'), c('A9', '序号'), c('B9', '任务')),
      [
        [
          ['标题', ''],
          ['', ''],
          ['序号', '任务'],
        ],
      ],
    ],
    [
      'typed cells',
      data(
        n('A1', 1),
        n('B1', 0.05, 1),
        n('C1', 45_000, 2),
        '<c r="D1" t="b"><v>1</v></c>',
        '<c r="E1" t="e"><v>#N/A</v></c>',
      ),
      [[['1', '5%', '2023年3月15日', 'TRUE', '#N/A']]],
      { styles: formats('0%', 'yyyy"年"m"月"d"日"') },
    ],
    [
      'formats without a definition',
      data(n('A1', 0.05, 1), n('B1', 45_000, 2), n('C1', 45_000, 3)),
      [[['5%', '2023/3/15', '2023年3月']]],
      { styles: '<cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="57"/></cellXfs>' },
    ],
    [
      'formulas by their saved value',
      data('<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', '<c r="B1"><f>1+1</f><v>2</v></c>'),
      [[['ab', '2']]],
    ],
    [
      'cells and rows without addresses',
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
      [
        [
          ['1', '2'],
          ['3', ''],
        ],
      ],
    ],
    [
      'merged over rows and columns',
      data(c('A1', '标题'), c('A2', 'a'), c('B2', 'b'), c('C2', 'c'), c('B3', 'd'), c('C3', 'e')) +
        merges('A1:C1', 'A2:A3'),
      [
        [
          ['标题·1×3', '^', '^'],
          ['a·2×1', 'b', 'c'],
          ['^', 'd', 'e'],
        ],
      ],
    ],
    [
      'a merge beyond the used range',
      data(c('A1', '标题'), c('A2', 'a'), c('B2', 'b')) + merges('A1:XFD1'),
      [
        [
          ['标题·1×2', '^'],
          ['a', 'b'],
        ],
      ],
    ],
    [
      'a blank merge',
      data(c('A1', 'a'), c('B1', 'x'), c('A2', 'b'), c('B2', 'x'), c('C1', 'y'), c('A3', 'c')) + merges('C2:C3'),
      [
        [
          ['a', 'x', 'y'],
          ['b', 'x', '·2×1'],
          ['c', '', '^'],
        ],
      ],
    ],
    [
      'columns merged in every row are one',
      data(c('A1', 'a'), c('C1', 'b'), c('A2', 'c'), c('C2', 'd'), c('B3', '')) + merges('A1:B1', 'A2:B2'),
      [
        [
          ['a', '', 'b'],
          ['c', '', 'd'],
        ],
      ].map(() => [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ],
  ])('%s', async (_, xml, blocks, given) => {
    expect(await shown(xml, given)).toEqual(blocks);
  });

  test('places are addresses, also behind hidden and blank lines', async () => {
    const xml = `<cols><col min="2" max="2" hidden="1"/></cols>${data(c('A2', 'a'), c('B2', '暗'), c('C2', 'c'), c('A7', 'd'), c('C7', 'e'))}`;
    const { blocks } = await readWell(xlsxReader, xlsx([{ name: '计划', xml }]));
    const cells = blocks.flatMap(block => (block.kind === 'grid' ? block.grid.cells : []));
    expect(cells.filter(cell => cell.text !== '').map(cell => [cell.text, cell.places])).toEqual([
      ['a', [{ sheet: '计划', cell: 'A2' }]],
      ['c', [{ sheet: '计划', cell: 'C2' }]],
      ['d', [{ sheet: '计划', cell: 'A7' }]],
      ['e', [{ sheet: '计划', cell: 'C7' }]],
    ]);
  });

  test('hidden rows and columns are left out, and told', async () => {
    const xml =
      '<cols><col min="3" max="4" width="0"/></cols><sheetData>' +
      `<row r="1">${c('A1', 'a')}${c('B1', 'b')}${c('C1', 'x')}</row><row r="2" hidden="1">${c('A2', 'y')}</row><row r="3" ht="0">${c('A3', 'z')}</row><row r="4">${c('A4', 'c')}${c('B4', 'd')}</row></sheetData>`;
    const document = await readWell(xlsxReader, xlsx([{ xml }]));
    expect(blocksOf(document)).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ...['x', 'y', 'z'].map(text => `discarded ${text} (hidden row or column)`),
    ]);
    expect(document.findings).toMatchObject([
      { code: 'hidden-lines', params: { lines: { zh: '行 2–3', en: 'rows 2–3' } } },
      { code: 'hidden-lines', params: { lines: { zh: '列 C', en: 'columns C' } } },
    ]);
  });

  test('a merged cell whose first row is hidden shows on the next', async () => {
    const xml = `<sheetData><row r="1" hidden="1">${c('A1', '甲局')}${c('B1', '1')}</row><row r="2">${c('B2', '2')}</row><row r="3">${c('B3', '3')}</row></sheetData>${merges('A1:A3')}`;
    expect(await shown(xml)).toEqual([
      [
        ['甲局·2×1', '2'],
        ['^', '3'],
      ],
      'discarded 1 (hidden row or column)',
    ]);
  });

  test('several sheets, hidden ones aside', async () => {
    const document = await readWell(
      xlsxReader,
      xlsx([
        { name: '封面', xml: data(c('B2', '某市计划')) },
        { name: '空', xml: '<sheetData/>' },
        { name: '计划', xml: data(c('A1', '序号'), c('B1', '任务')) },
        { name: '草稿', state: 'hidden', xml: data(c('A1', '旧')) },
        { name: '码表', state: 'veryHidden', xml: data(c('A1', '码')) },
      ]),
    );
    expect(blocksOf(document)).toEqual([
      [['某市计划']],
      [['序号', '任务']],
      'discarded 旧 (hidden sheet)',
      'discarded 码 (hidden sheet)',
    ]);
    const grids = document.blocks.flatMap(block =>
      block.kind === 'grid' ? [[block.grid.sheet, block.grid.table, block.grid.page]] : [],
    );
    expect(grids).toEqual([
      ['封面', 1, null],
      ['计划', 2, null],
    ]);
    expect(codes(document)).toEqual(['hidden-sheet', 'hidden-sheet']);
    expect(document.characters).toBe('某市计划序号任务旧码'.length);
  });

  test('text boxes are read, comments told, print heads are furniture', async () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>计</a:t></a:r><a:r><a:t>划</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>';
    const comments =
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>科长</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>再核</t></r></text></comment></commentList></comments>';
    const relation = (id: number, type: string, target: string): string =>
      `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const document = await readWell(
      xlsxReader,
      xlsx(
        [
          {
            xml: `${data(c('A1', '甲'), c('B1', '乙'))}<headerFooter><oddHeader>&amp;C&amp;"宋体,常规"&amp;12内部资料</oddHeader><oddFooter>&amp;P</oddFooter></headerFooter>`,
          },
        ],
        {},
        {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation(1, 'drawing', '../drawings/drawing1.xml')}${relation(2, 'comments', '../comments1.xml')}</Relationships>`,
          'xl/drawings/drawing1.xml': drawing,
          'xl/comments1.xml': comments,
        },
      ),
    );
    expect(blocksOf(document)).toEqual(['计划', [['甲', '乙']], 'discarded 再核 (comment)', 'furniture 内部资料']);
    expect(document.findings).toMatchObject([
      { code: 'comment', params: { author: '科长', text: '再核' }, places: [{ cell: 'A1' }] },
    ]);
  });

  test.each<[name: string, xml: string, code: string, styles?: string]>([
    [
      'text under a merged cell',
      data(c('A1', 'a'), c('B1', '旧'), c('A2', 'b'), c('B2', 'c')) + merges('A1:B1'),
      'covered-text',
    ],
    [
      'merges that overlap',
      data(c('A1', 'a'), c('B1', 'b'), c('A2', 'c'), c('B2', 'd')) + merges('A1:A2', 'A2:B2'),
      'overlapping-cells',
    ],
    ['a formula that was never worked out', data('<c r="A1"><f>ROW()</f></c>', c('B1', 'x')), 'formula-without-value'],
    [
      'a shared formula that was never worked out',
      data('<c r="A1"><f t="shared" si="0"/></c>', c('B1', 'x')),
      'formula-without-value',
    ],
    ['a format that is not rendered', data(n('A1', 0.25, 1), c('B1', 'x')), 'unrendered-number', formats('# ?/?')],
    ['a number that its format hides', data(n('A1', 0, 1), c('B1', 'x')), 'text-set-hidden', formats('0;;;@')],
  ])('says so: %s', async (_, xml, code, styles) => {
    expect(codes(await readWell(xlsxReader, xlsx([{ xml }], styles === undefined ? {} : { styles })))).toContain(code);
  });

  test('other prefixes and strict namespaces', async () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const strict =
      '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></worksheet>';
    const file = xlsx(
      [{ xml: '' }, { xml: '' }],
      {},
      { 'xl/worksheets/sheet1.xml': prefixed, 'xl/worksheets/sheet2.xml': strict },
    );
    expect(blocksOf(await readWell(xlsxReader, file))).toEqual([[['甲']], [['2']]]);
  });
});

describe('bounds', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => n(`${columnName(i)}1`, 1)).join('');
  test.each<[name: string, xml: string, rows: number, columns: number]>([
    ['a cell in each corner', data(n('A1', 1), n('XFD1048576', 2)), 3, 3],
    ['10,000 columns', data(wide), 1, 10_000],
    [
      'ranges merged over each other without end',
      data(n('A1', 1), n('C5', 1), n('XFD1048576', 2)) +
        merges(...Array.from({ length: 20_000 }, (_, i) => `A1:XFD${i + 2}`)),
      4,
      5,
    ],
  ])('reads %s, soon', async (_, xml, rows, columns) => {
    const begun = performance.now();
    const { blocks } = await readWell(xlsxReader, xlsx([{ xml }]));
    expect(blocks[0]).toMatchObject({ grid: { rows, columns } });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  const diagonal = data(...Array.from({ length: 2_000 }, (_, i) => n(`${columnName(i * 8)}${i + 1}`, 1)));
  test.each<[name: string, xml: string, code: string]>([
    ['a diagonal', diagonal, 'table-too-large'],
    ['an address outside the sheet', data(c('XFE1', 'x')), 'broken-xml'],
    ['a row outside the sheet', '<sheetData><row r="99999999"/></sheetData>', 'broken-xml'],
    ['a row that is no number', '<sheetData><row r="x"/></sheetData>', 'broken-xml'],
  ])('refuses %s', async (_, xml, code) => {
    expect(await read(xlsxReader, xlsx([{ xml }]))).toMatchObject({ code });
  });

  test('one long string in very many cells', async () => {
    const cells = Array.from({ length: 3_000 }, (_, i) => `<c r="A${i + 1}" t="s"><v>0</v></c>`);
    const file = xlsx([{ xml: data(...cells) }], { strings: `<si><t>${'长'.repeat(100_000)}</t></si>` });
    expect(await read(xlsxReader, file)).toMatchObject({ code: 'too-complex' });
  });

  test('the limits of the caller', async () => {
    const file = xlsx([{ xml: data(c('A1', 'a'), c('B1', 'b'), c('A2', 'c')) }]);
    expect(await read(xlsxReader, file, { cells: 3 })).toMatchObject({ code: 'table-too-large' });
    expect(await read(xlsxReader, file, { bytes: 100 })).toMatchObject({ code: 'package-too-large' });
    expect(await read(xlsxReader, file, { cells: 4 })).not.toHaveProperty('code');
  });

  test.each<[name: string, more: Record<string, string | undefined>, code: string]>([
    ['a missing sheet', { 'xl/worksheets/sheet1.xml': undefined }, 'broken-package'],
    ['a missing workbook', { 'xl/workbook.xml': undefined }, 'broken-package'],
    ['broken XML', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'broken-xml'],
    ['a document type', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }, 'broken-xml'],
  ])('%s is refused', async (_, more, code) => {
    expect(await read(xlsxReader, xlsx([{ xml: data(n('A1', 1)) }], {}, more))).toMatchObject({ code });
  });
});
