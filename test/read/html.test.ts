import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../src/read/html/index.ts';
import { encodeGb18030 } from './gb18030.ts';
import { blocksOf, codes, read, readWell, rowsOf } from './office-files.ts';

const bytes = (html: string): Uint8Array => new TextEncoder().encode(html);
const shown = async (html: string) => blocksOf(await readWell(htmlReader, bytes(html)));
/** A table of plain texts, so that what is around it is a page. */
const data = '<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>检查</td></tr></table>';
const grid = [
  ['序号', '任务'],
  ['1', '检查'],
];

describe('cells', () => {
  test.each<[name: string, rows: string, grid: string[][]]>([
    [
      'spans',
      '<tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>',
      [
        ['a·2×1', 'b·1×2', '^'],
        ['^', 'c', 'd'],
      ],
    ],
    [
      'heads of two rows',
      '<thead><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th><th>d</th></tr></thead><tr><td>1</td><td>2</td><td>3</td></tr>',
      [
        ['a·2×1', 'b·1×2', '^'],
        ['^', 'c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a foot is shown last',
      '<tfoot><tr><td>合计</td><td>2</td></tr></tfoot><tbody><tr><td>a</td><td>b</td></tr></tbody>',
      [
        ['a', 'b'],
        ['合计', '2'],
      ],
    ],
    [
      'several bodies',
      '<tbody><tr><td>a</td><td>1</td></tr></tbody><tbody><tr><td>b</td><td>2</td></tr></tbody>',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'rowspan=0 goes to the end of its group',
      '<tbody><tr><td rowspan=0>a</td><td>1</td></tr><tr><td>2</td></tr></tbody><tbody><tr><td>b</td><td>3</td></tr></tbody>',
      [
        ['a·2×1', '1'],
        ['^', '2'],
        ['b', '3'],
      ],
    ],
    [
      'a rowspan ends with its group',
      '<thead><tr><th rowspan=9>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a rowspan beyond the table',
      '<tr><td rowspan=99999>a</td><td>1</td></tr><tr><td>2</td></tr>',
      [
        ['a·2×1', '1'],
        ['^', '2'],
      ],
    ],
    [
      'colspan=100 means all columns',
      '<tr><td colspan=100>标题</td></tr><tr><td>a</td><td>b</td></tr>',
      [
        ['标题·1×2', '^'],
        ['a', 'b'],
      ],
    ],
    [
      'colspan=100000',
      '<tr><td colspan=100000>标题</td></tr><tr><td>a</td><td>b</td></tr>',
      [
        ['标题·1×2', '^'],
        ['a', 'b'],
      ],
    ],
    [
      'spans that are no numbers',
      '<tr><td colspan=x rowspan=-1>a</td><td colspan=0>b</td></tr><tr><td colspan="1px">c</td><td>d</td></tr>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'short rows',
      '<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>',
      [
        ['a', 'b'],
        ['c', '-'],
      ],
    ],
    [
      'rows without cells are none',
      '<tr><td>a</td><td>b</td></tr><tr></tr><tr><td>c</td><td>d</td></tr>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'columns that are merged in every row are one',
      '<tr><td colspan=2>a</td><td>b</td></tr><tr><td colspan=2>c</td><td>d</td></tr>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['breaks end lines', '<tr><td>1</td><td>甲；<br>乙。<br></td></tr>', [['1', '甲；\n乙。']]],
    [
      'paragraphs and list items end lines',
      '<tr><td>1</td><td><p>甲</p><ul><li>乙</li><li>丙</li></ul><div>丁</div></td></tr>',
      [['1', '甲\n乙\n丙\n丁']],
    ],
    ['white space counts once', '<tr><td>1</td><td>\n  市市场\n  监管局  </td></tr>', [['1', '市市场 监管局']]],
    ['white space between inline elements', '<tr><td>1</td><td><b>甲 </b> <i> 乙</i></td></tr>', [['1', '甲 乙']]],
    ['preformatted text', '<tr><td>1</td><td style="white-space:pre-wrap">甲\n乙</td></tr>', [['1', '甲\n乙']]],
    ['no-break spaces', '<tr><td>1</td><td>&nbsp;</td><td>甲&nbsp;</td></tr>', [['1', '', '甲']]],
    ['entities', '<tr><td>&ge;5&#37;</td><td>&#x4e2d;&amp;lt;</td></tr>', [['≥5%', '中&lt;']]],
    [
      'text of Word',
      '<tr><td><p class="MsoNormal"><span lang="EN-US"><o:p></o:p></span><span>序</span><span>号</span></p></td><td><!--[if gte mso 9]>x<![endif]-->b</td></tr>',
      [['序号', 'b']],
    ],
    [
      'Word’s list numbers',
      "<tr><td>1</td><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>甲</p></td></tr>",
      [['1', '1.  甲']],
    ],
    [
      'values of input boxes',
      '<tr><td>比例</td><td><input value="5%"><input type="hidden" value="x"></td></tr>',
      [['比例', '5%']],
    ],
    ['scripts and styles are no text', '<tr><td>a<script>x</script></td><td><style>y</style>b</td></tr>', [['a', 'b']]],
    [
      'unclosed tags',
      '<tr><td>a<td>b<tr><td>c<td>d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a small table in a cell of data',
      '<tr><td>1</td><td>检查</td><td>甲局</td><td><table><tr><td>1.</td><td>资质；</td></tr><tr><td>2.</td><td>报告。</td></tr></table></td><td>乙局</td></tr><tr><td>2</td><td>抽查</td><td>丙局</td><td>无</td><td>丁局</td></tr>',
      [
        ['1', '检查', '甲局', '1. 资质；\n2. 报告。', '乙局'],
        ['2', '抽查', '丙局', '无', '丁局'],
      ],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await shown(`<table>${rows}</table>`)).toEqual([expected]);
  });

  test.each<[name: string, list: string, text: string]>([
    ['digits', '<ol><li>甲<li>乙</ol>', '1. 甲\n2. 乙'],
    ['a start', '<ol start=3><li>甲<li value=7>乙<li>丙</ol>', '3. 甲\n7. 乙\n8. 丙'],
    ['backwards', '<ol reversed><li>甲<li>乙</ol>', '2. 甲\n1. 乙'],
    ['letters', '<ol type=a><li>甲<li>乙</ol>', 'a. 甲\nb. 乙'],
    ['Chinese numerals', '<ol style="list-style-type:cjk-ideographic"><li>甲<li>乙</ol>', '一、甲\n二、乙'],
    ['turned off', '<ol style="list-style: none"><li>甲</ol>', '甲'],
    ['items that number themselves', '<ol><li>1、甲<li>（二）乙</ol>', '1、甲\n（二）乙'],
    ['an amount is no number of the list', '<ol><li>5%以上</ol>', '1. 5%以上'],
  ])('list numbers: %s', async (_, list, text) => {
    expect(await shown(`<table><tr><td>1</td><td>${list}</td></tr></table>`)).toEqual([[['1', text]]]);
  });

  test('a span that runs into another cell is cut, and told', async () => {
    const document = await readWell(
      htmlReader,
      bytes('<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr></table>'),
    );
    expect(blocksOf(document)).toEqual([
      [
        ['a', 'b·2×1'],
        ['c', '^'],
      ],
    ]);
    expect(document.findings).toMatchObject([{ code: 'overlapping-cells', places: [{ table: 1, row: 2, column: 1 }] }]);
  });

  test('hidden rows and cells are not laid out, and told', async () => {
    const document = await readWell(
      htmlReader,
      bytes(
        '<table><tr><td>a</td><td style="display:none">x</td><td>b</td></tr><tr hidden><td>y</td></tr><tr><td>c</td><td>d</td></tr></table>',
      ),
    );
    expect(blocksOf(document).at(-1)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(codes(document)).toEqual(['text-set-hidden', 'text-set-hidden']);
  });

  test('struck text is read, and told', async () => {
    const document = await readWell(htmlReader, bytes('<table><tr><td>1</td><td><del>5%</del>10%</td></tr></table>'));
    expect(blocksOf(document)).toEqual([[['1', '5%10%']]]);
    expect(document.findings).toMatchObject([
      { code: 'struck-text', params: { text: '5%' }, places: [{ table: 1, row: 1, column: 2 }] },
    ]);
  });

  const table = fc.array(
    fc.array(fc.record({ rowspan: fc.integer({ min: -1, max: 6 }), colspan: fc.integer({ min: -1, max: 6 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    { minLength: 2, maxLength: 6 },
  );
  test('whatever the spans, cells never overlap, lie inside and keep their text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        let n = 0;
        const html = `<table>${rows.map(cells => `<tr>${cells.map(({ rowspan, colspan }) => `<td rowspan=${rowspan} colspan=${colspan}>${n++}</td>`).join('')}</tr>`).join('')}</table>`;
        const { blocks } = await readWell(htmlReader, bytes(html));
        const texts = blocks.flatMap(block => {
          if (block.kind !== 'grid') return [];
          rowsOf(block.grid);
          return block.grid.cells.map(cell => cell.text);
        });
        // A table of one cell is a paragraph.
        if (n > 1) expect(texts.map(Number).sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('pages', () => {
  test.each<[name: string, html: string, blocks: unknown[]]>([
    ['prose around', `<h1>计划</h1>${data}<p>注：无</p>`, ['计划', grid, '注：无']],
    ['lines between breaks', `附件1<br>某市<br><br>计划${data}`, ['附件1', '某市', '计划', grid]],
    ['a caption', data.replace('<table>', '<table><caption>计划</caption>'), ['计划', grid]],
    ['one table per page', `${data}<p>续表</p>${data}`, [grid, '续表', grid]],
    [
      'the whole page in a table of one cell',
      `<table><tr><td><p>计划</p>${data}<p>注</p></td></tr></table>`,
      ['计划', grid, '注'],
    ],
    [
      'layout tables around layout tables',
      `<table><tr><td>左</td><td><table><tr><td>计划</td></tr><tr><td>${data.replaceAll('</tr>', '<td>部门</td></tr>')}</td></tr></table></td></tr></table>`,
      [
        '左',
        '计划',
        [
          ['序号', '任务', '部门'],
          ['1', '检查', '部门'],
        ],
      ],
    ],
    [
      'site navigation by element',
      `<nav>首页</nav>${data}<footer>地址</footer>`,
      ['discarded 首页 (site navigation)', grid, 'discarded 地址 (site navigation)'],
    ],
    [
      'site navigation by class',
      `<div class="top-nav"><table><tr><td><a>首页</a></td><td><a>公开</a></td></tr></table></div>${data}<div id="footer"><table><tr><td>主办单位</td></tr><tr><td>地址</td></tr></table></div>`,
      ['discarded 首页 公开 (site navigation)', grid, 'discarded 主办单位 地址 (site navigation)'],
    ],
    [
      'a table of nothing but links',
      `<table><tr><td><a>首页</a></td><td><a>公开</a></td></tr></table>${data.replace('检查', '<a>检查</a>')}`,
      ['discarded 首页 公开 (site navigation)', grid],
    ],
    ['a head that holds the title', `<header><h1>计划</h1></header>${data}`, ['计划', grid]],
    [
      'what is called a menu but holds the data',
      `<div class="menu">${data.replaceAll('</table>', '')}${'<tr><td>2</td><td>抽查</td></tr>'.repeat(6)}</table></div>`,
      [[...grid, ...Array(6).fill(['2', '抽查'])]],
    ],
    [
      'lines that sites print',
      `${data}<p>注：无</p><p>【打印】【关闭】</p><p>晋ICP备05000000号-1</p><p>上一篇：通知</p>`,
      [grid, '注：无', 'furniture 【打印】【关闭】', 'furniture 晋ICP备05000000号-1', 'furniture 上一篇：通知'],
    ],
    ['a date of issue is no site line', `<p>发布日期：2023-03-01</p>${data}`, ['发布日期：2023-03-01', grid]],
    ['hidden elements', `<div style="display: none">暗</div>${data}`, ['discarded 暗 (hidden text)', grid]],
    [
      'the title of the window is not on the page',
      `<html><head><title>窗口</title></head><body>${data}</body></html>`,
      [grid],
    ],
    ['rows without their table', '<tr><td>a</td><td>b</td></tr>', [[['a', 'b']]]],
    ['no table at all', '<p>通知</p>', ['通知']],
  ])('%s', async (_, html, blocks) => {
    expect(await shown(html)).toEqual(blocks);
  });

  test('lines know their place in the file', async () => {
    const { blocks } = await readWell(htmlReader, bytes('<body>\n<p>\n  甲</p>\n<p>乙</p>'));
    expect(blocks.map(block => ('places' in block ? block.places : []))).toEqual([
      [{ line: 3, column: 3 }],
      [{ line: 4, column: 4 }],
    ]);
  });

  test('every character stands in one block', async () => {
    const document = await readWell(
      htmlReader,
      bytes(`<nav>首页</nav><p>甲 乙</p>${data}<p style="display:none">暗</p>`),
    );
    expect(document.characters).toBe('首页甲乙序号任务1检查暗'.length);
  });
});

describe('encodings', () => {
  const page = (charset: string): string =>
    `<html><head><meta charset="${charset}"></head><body><p>吕梁市抽查工作计划，抽查比例不低于百分之五</p>${data}</body></html>`;
  const utf16 = (text: string, mark: boolean): Uint8Array =>
    new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));

  test.each<[name: string, source: Uint8Array, encoding: string, findings: string[]]>([
    ['declared GB2312', encodeGb18030(page('gb2312')), 'gb18030', []],
    ['declared GBK', encodeGb18030(page('GBK')), 'gb18030', []],
    ['GBK that declares UTF-8', encodeGb18030(page('utf-8')), 'gb18030', ['charset-corrected']],
    ['UTF-8 that declares GB2312', bytes(page('gb2312')), 'utf-8', ['charset-corrected']],
    [
      'UTF-8 with a mark, declared GBK',
      new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(page('gbk'))]),
      'utf-8',
      ['charset-corrected'],
    ],
    ['UTF-16 with a mark', utf16(page('utf-16'), true), 'utf-16le', []],
    ['nothing declared', encodeGb18030(page('').replace(/<meta[^>]*>/, '')), 'gb18030', []],
    [
      'an old declaration',
      encodeGb18030(
        page('').replace(/<meta[^>]*>/, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
      ),
      'gb18030',
      [],
    ],
    ['a charset nobody knows', bytes(page('klingon')), 'utf-8', ['charset-corrected']],
  ])('%s', async (_, source, encoding, findings) => {
    expect(htmlReader.recognises(source)).toBe(true);
    const document = await readWell(htmlReader, source);
    expect(document.encoding).toBe(encoding);
    expect(codes(document)).toEqual(findings);
    expect(blocksOf(document)).toEqual(['吕梁市抽查工作计划，抽查比例不低于百分之五', grid]);
  });
});

describe('recognition', () => {
  test.each<[text: string, expected: boolean]>([
    ['<!DOCTYPE html><p>x', true],
    ['\n <!-- x --> <html>', true],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', true],
    ['<table><tr><td>x', true],
    ['附件1<br><table border=1><tr><td>x', true],
    ['<p>x</p>', true],
    ['序号\t任务\n1\t<检查>', false],
    ['| a | b |', false],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', false],
    ['<svg><text>x</text></svg>', false],
    ['%PDF-1.4 <table>', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(htmlReader.recognises(bytes(text))).toBe(expected);
  });
});

describe('bounds', () => {
  const rows = '<tr><td>1</td><td>2</td></tr>';
  test.each<[name: string, html: string, code: string]>([
    [
      'more attributes than a tag has',
      `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>x</p>`,
      'too-complex',
    ],
    ['elements without end', '<div>'.repeat(100_000), 'too-complex'],
    ['lists in lists', '<ol><li>'.repeat(20_000), 'too-complex'],
    ['tables in tables', '<table><tr><td>'.repeat(5_000), 'too-complex'],
    ['a million cells', `<table>${'<tr>'.padEnd(40_004, '<td>')}`.repeat(100), 'too-complex'],
    [
      'spans over spans',
      `<table><tr>${'<td colspan=1000 rowspan=60000>'.repeat(1000)}</tr>${rows.repeat(10)}</table>`,
      'table-too-large',
    ],
  ])('refuses %s, soon', async (_, html, code) => {
    const begun = performance.now();
    expect(await read(htmlReader, bytes(html))).toMatchObject({ code });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test.each<[name: string, html: string, tables: number]>([
    ['10,000 columns', `<table>${`<tr>${'<td>x'.repeat(10_000)}</tr>`.repeat(3)}</table>`, 1],
    ['a comment without end', `${data}<!--${'<!--'.repeat(100_000)}`, 1],
    ['tags without end', `${data}${'<table'.repeat(100_000)}`, 1],
    ['many entities', `${data}${'&amp;'.repeat(500_000)}`, 1],
    ['a script of tags', `<script>${'<div>'.repeat(100_000)}</script>${data}`, 1],
    ['tables 20 deep', `${'<table><tr><td>'.repeat(20)}${data}`, 1],
  ])('reads %s, soon', async (_, html, tables) => {
    const begun = performance.now();
    const { blocks } = await readWell(htmlReader, bytes(html));
    expect(blocks.filter(block => block.kind === 'grid')).toHaveLength(tables);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('the limits of the caller', async () => {
    expect(await read(htmlReader, bytes(data), { bytes: 50 })).toMatchObject({ code: 'text-too-large' });
    expect(await read(htmlReader, bytes(data), { cells: 3 })).toMatchObject({ code: 'table-too-large' });
    expect(await read(htmlReader, bytes(data), { cells: 4 })).not.toHaveProperty('code');
  });
});
