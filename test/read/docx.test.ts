import { describe, expect, test } from 'vitest';
import { docxReader } from '../../src/read/docx/index.ts';
import { blocksOf, codes, docx, readWell, w } from './office-files.ts';

const { p, run, tbl, tr, tc, table } = w;
const change = 'w:id="1" w:author="审核" w:date="2024-01-02T03:04:05Z"';
const field = (code: string, result?: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${
    result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`
  }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
const drawn = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(text)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const shown = async (body: string, parts?: Parameters<typeof docx>[1]) =>
  blocksOf(await readWell(docxReader, docx(body, parts)));

describe('paragraphs', () => {
  test.each<[name: string, body: string, blocks: unknown[]]>([
    ['runs are joined', p(run('市市场') + run('监管局')), ['市市场监管局']],
    [
      'proofing marks and bookmarks are no text',
      p(`${run('抽')}<w:proofErr/><w:bookmarkStart w:id="0" w:name="_a"/>${run('查')}`),
      ['抽查'],
    ],
    ['empty paragraphs are none', p('') + p('一') + p('　 '), ['一']],
    ['a break makes two lines', p(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`), ['甲', '乙']],
    ['a tab is white space', p(`${run('甲')}<w:r><w:tab/></w:r>${run('乙')}`), ['甲\t乙']],
    ['hyphens', p(`${run('3')}<w:r><w:noBreakHyphen/></w:r>${run('12月')}<w:r><w:softHyphen/></w:r>`), ['3-12月']],
    [
      'links and smart tags are looked through',
      p(`<w:hyperlink>${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag>`),
      ['ab'],
    ],
    [
      'content controls',
      `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${run('内')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ['内'],
    ],
    [
      'a placeholder is not content',
      p(
        `${run('年度：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>`,
      ),
      ['年度：', 'discarded 单击此处 (placeholder)'],
    ],
    ['a text box is read once, after its paragraph', p(run('正文') + drawn('框')), ['正文', '框']],
    ['a text box alone leaves no blank line', p(drawn('标题')), ['标题']],
    ['old WordArt', p('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'), ['艺术字']],
    ['the symbol font', p(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run('5%')}`), ['≥5%']],
    ['private use letters in the symbol font', p(run('\uf0a3', '<w:rFonts w:ascii="Symbol"/>') + run('5%')), ['≤5%']],
    ['hidden text', p(run('明') + run('暗', '<w:vanish/>')), ['明', 'discarded 暗 (hidden text)']],
    ['vanish switched off', p(run('明', '<w:vanish w:val="0"/>')), ['明']],
    ['a field shows its result', p(run('共') + field('SEQ 表 \\* ARABIC', '3') + run('项')), ['共3项']],
    [
      'a field inside a field',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field('PAGE', '1')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('是')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      ['是', 'discarded 1 (field code)'],
    ],
    ['page numbers are furniture', p(run('第') + field(' PAGE ', '7') + run('页')), ['第页', 'furniture 7']],
    [
      'a simple field',
      p(`<w:fldSimple w:instr="NUMPAGES">${run('9')}</w:fldSimple>${run('页')}`),
      ['页', 'furniture 9'],
    ],
    ['a ringed number is a field without result', p(run('见') + field('eq \\o\\ac(○,12)')), ['见⑫']],
    ['a ringed word', p(field('eq \\o\\ac(○,特)')), ['(特)']],
    [
      'a fraction keeps its bar',
      p(`<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>`),
      ['1/3'],
    ],
    [
      'a reading aid is not read twice',
      p(`<w:r><w:ruby><w:rt>${run('shi')}</w:rt><w:rubyBase>${run('市')}</w:rubyBase></w:ruby></w:r>`),
      ['市', 'discarded shi (phonetic guide)'],
    ],
    [
      'old check boxes',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('是')}`,
      ),
      ['☑是'],
    ],
  ])('%s', async (_, body, blocks) => {
    expect(await shown(body)).toEqual(blocks);
  });

  test('styles may hide text, directly or from the style below', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="H"><w:basedOn w:val="Base"/></w:style>';
    expect(await shown(p(run('暗', '<w:rStyle w:val="H"/>') + run('明')), { styles })).toEqual([
      '明',
      'discarded 暗 (hidden text)',
    ]);
  });

  test('headers, footers, notes and comments stand where they belong', async () => {
    const body = p(
      `${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('续')}<w:r><w:commentReference w:id="0"/></w:r>`,
    );
    const document = await readWell(
      docxReader,
      docx(body, {
        header: p('页眉'),
        footer: p(run('第') + field('PAGE', '1') + run('页')),
        footnotes: `<w:footnote w:id="0" w:type="separator">${p('——')}</w:footnote><w:footnote w:id="2">${p('脚注')}</w:footnote><w:footnote w:id="3">${p('无人引用')}</w:footnote>`,
        comments: `<w:comment w:id="0" w:author="科长" w:date="2024-05-06">${p('再核')}</w:comment>`,
      }),
    );
    expect(blocksOf(document)).toEqual([
      'furniture 页眉',
      '正文续',
      'discarded 再核 (comment)',
      '脚注',
      'furniture 第页',
      'furniture 1',
    ]);
    expect(document.findings).toMatchObject([
      { code: 'comment', params: { author: '科长', date: '2024-05-06', text: '再核' } },
    ]);
    expect(document.characters).toBe(2 + 3 + 2 + 2 + 2 + 1);
  });

  test.each<[name: string, body: string, codes: string[]]>([
    ['an unknown symbol', p('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'), ['unknown-symbol']],
    ['a field that Word works out', p(field('AUTONUM')), ['unrendered-field']],
    ['a field without an end', p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('正文')}`), ['unrendered-field']],
    ['a formula field', p(field('EQ \\f(1,2)')), ['unrendered-field']],
    ['struck text', p(run('5%', '<w:strike/>') + run('10%')), ['struck-text']],
    ['neighbouring runs are one remark', p(run('暗', '<w:vanish/>') + run('处', '<w:vanish/>')), ['text-set-hidden']],
    ['a part in another format', '<w:altChunk r:id="rId9"/>', ['unread-part']],
    ['nothing to say', p('平常'), []],
  ])('says so: %s', async (_, body, expected) => {
    expect(codes(await readWell(docxReader, docx(body)))).toEqual(expected);
  });
});

describe('tables', () => {
  test.each<[name: string, body: string, grid: string[][]]>([
    [
      'plain',
      table([
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'merged over columns and rows',
      tbl([
        tr([tc('标题', '<w:gridSpan w:val="2"/>'), tc('c', '<w:vMerge w:val="restart"/>')]),
        tr([tc('a'), tc('b'), tc('', '<w:vMerge/>')]),
        tr([tc('d'), tc('e'), tc('', '<w:vMerge w:val="continue"/>')]),
      ]),
      [
        ['标题·1×2', '^', 'c·3×1'],
        ['a', 'b', '^'],
        ['d', 'e', '^'],
      ],
    ],
    [
      'two merges below each other',
      tbl([
        tr([tc('a', '<w:vMerge w:val="restart"/>'), tc('1')]),
        tr([tc('', '<w:vMerge/>'), tc('2')]),
        tr([tc('b', '<w:vMerge w:val="restart"/>'), tc('3')]),
        tr([tc('', '<w:vMerge/>'), tc('4')]),
      ]),
      [
        ['a·2×1', '1'],
        ['^', '2'],
        ['b·2×1', '3'],
        ['^', '4'],
      ],
    ],
    [
      'rows that begin late or end early',
      tbl([tr([tc('a'), tc('b'), tc('c')]), tr([tc('x')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')]),
      [
        ['a', 'b', 'c'],
        ['-', 'x', '-'],
      ],
    ],
    [
      'a continuation without a beginning stands for itself',
      tbl([tr([tc('', '<w:vMerge/>'), tc('1')]), tr([tc('a'), tc('2')])]),
      [
        ['', '1'],
        ['a', '2'],
      ],
    ],
    [
      'a continuation of another width stands for itself',
      tbl([
        tr([tc('a', '<w:vMerge w:val="restart"/>'), tc('1'), tc('2')]),
        tr([tc('', '<w:gridSpan w:val="2"/><w:vMerge/>'), tc('3')]),
      ]),
      [
        ['a', '1', '2'],
        ['·1×2', '^', '3'],
      ],
    ],
    [
      'old horizontal merge',
      tbl([tr([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>')]), tr([tc('b'), tc('c')])]),
      [
        ['a·1×2', '^'],
        ['b', 'c'],
      ],
    ],
    [
      'slivers of dragged borders',
      tbl(
        [tr([tc('序号', '<w:gridSpan w:val="2"/>'), tc('任务')]), tr([tc('1'), tc('检查', '<w:gridSpan w:val="2"/>')])],
        [700, 20, 3000],
      ),
      [
        ['序号', '任务'],
        ['1', '检查'],
      ],
    ],
    [
      'a narrow column of its own is no sliver',
      tbl([tr([tc('a'), tc('|'), tc('b')])], [700, 100, 3000]),
      [['a', '|', 'b']],
    ],
    [
      'rows and cells inside content controls',
      tbl([
        `<w:sdt><w:sdtContent>${tr([`<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`, tc('b')])}</w:sdtContent></w:sdt>`,
        tr([tc('c'), tc('d')]),
      ]),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'paragraphs of a cell are lines',
      table([['x', 'y']]).replace(w.p('y'), p('1.甲；') + p('2.乙。')),
      [['x', '1.甲；\n2.乙。']],
    ],
    [
      'blank lines stay only inside',
      table([['x', 'y']]).replace(w.p('y'), p('') + p('甲') + p('') + p('乙') + p('')),
      [['x', '甲\n\n乙']],
    ],
    ['a box in a cell', table([['x', 'y']]).replace(w.p('y'), p(drawn('框内'))), [['x', '框内']]],
    [
      'a small table in a cell of data is its text',
      tbl([
        tr(['1', '检查', '甲局', '乙局'].map(text => tc(text))),
        tr([
          tc('2'),
          tc('抽查'),
          tc('丙局'),
          tc(
            table([
              ['1.', '资质；'],
              ['2.', '报告。'],
            ]) + p(''),
          ),
        ]),
      ]),
      [
        ['1', '检查', '甲局', '乙局'],
        ['2', '抽查', '丙局', '1. 资质；\n2. 报告。'],
      ],
    ],
  ])('%s', async (_, body, grid) => {
    expect(await shown(body)).toEqual([grid]);
  });

  test('a table around the page does not hide the table inside', async () => {
    const inner = table([
      ['序号', '任务', '部门'],
      ['1', '检查', '甲局'],
    ]);
    const page = tbl([tr([tc(p('某市计划') + inner + p('注：无'))])]);
    expect(await shown(page)).toEqual([
      '某市计划',
      [
        ['序号', '任务', '部门'],
        ['1', '检查', '甲局'],
      ],
      '注：无',
    ]);
  });

  test('a cell knows its place, a merged one once', async () => {
    const body =
      table([['x', 'y']]) + tbl([tr([tc('a', '<w:gridSpan w:val="2"/>'), tc('b')]), tr([tc('c'), tc('d'), tc('e')])]);
    const { blocks } = await readWell(docxReader, docx(body));
    const places = blocks.map(block => (block.kind === 'grid' ? block.grid.cells.map(cell => cell.places) : []));
    expect(places[1]).toEqual([
      [{ table: 2, row: 1, column: 1 }],
      [{ table: 2, row: 1, column: 3 }],
      [{ table: 2, row: 2, column: 1 }],
      [{ table: 2, row: 2, column: 2 }],
      [{ table: 2, row: 2, column: 3 }],
    ]);
  });

  test('text under a merged cell is not seen, and reported', async () => {
    const document = await readWell(
      docxReader,
      docx(tbl([tr([tc('a', '<w:vMerge w:val="restart"/>'), tc('1')]), tr([tc('旧', '<w:vMerge/>'), tc('2')])])),
    );
    expect(blocksOf(document)).toEqual([
      [
        ['a·2×1', '1'],
        ['^', '2'],
      ],
      'discarded 旧 (covered by a merged cell)',
    ]);
    expect(document.findings).toMatchObject([{ code: 'covered-text', places: [{ table: 1, row: 1, column: 1 }] }]);
  });
});

describe('tracked changes', () => {
  const ins = (content: string): string => `<w:ins ${change}>${content}</w:ins>`;
  const del = (text: string): string => `<w:del ${change}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  test.each<[name: string, body: string, blocks: unknown[], insertions: number, deletions: number]>([
    [
      'replaced text',
      p(run('不低于') + del('5%') + ins(run('10%'))),
      ['不低于10%', 'discarded 5% (tracked deletion)'],
      1,
      1,
    ],
    ['runs of one change count once', p(ins(run('甲')) + ins(run('乙'))), ['甲乙'], 1, 0],
    ['inserted, then deleted', p(run('甲') + ins(del('乙'))), ['甲', 'discarded 乙 (tracked deletion)'], 0, 1],
    [
      'a deleted paragraph mark joins',
      `${p(run('前'), `<w:rPr><w:del ${change}/></w:rPr>`)}${p(run('后'))}`,
      ['前后'],
      0,
      0,
    ],
    [
      'moved text is read at its new place',
      p(`<w:moveTo ${change}>${run('乙')}</w:moveTo>`) +
        p(`${run('甲')}<w:moveFrom ${change}>${run('乙')}</w:moveFrom>`),
      ['乙', '甲', 'discarded 乙 (tracked deletion)'],
      1,
      1,
    ],
    [
      'rows',
      tbl([
        tr([tc('1'), tc('a')]),
        tr([tc(p(ins(run('2')))), tc(p(ins(run('b'))))], `<w:ins ${change}/>`),
        tr([tc(p(del('3'))), tc(p(del('c')))], `<w:del ${change}/>`),
      ]),
      [
        [
          ['1', 'a'],
          ['2', 'b'],
        ],
        'discarded 3\nc (tracked deletion)',
      ],
      1,
      1,
    ],
    [
      'a table of deleted rows is gone',
      tbl([tr([tc(p(del('x')))], `<w:del ${change}/>`)]),
      ['discarded x (tracked deletion)'],
      0,
      1,
    ],
    [
      'old formatting is no text',
      p(`<w:r><w:rPr><w:rPrChange ${change}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>`),
      ['甲'],
      0,
      0,
    ],
  ])('%s', async (_, body, blocks, insertions, deletions) => {
    const document = await readWell(docxReader, docx(body));
    expect(blocksOf(document)).toEqual(blocks);
    const summary = document.findings.find(finding => finding.code === 'unaccepted-changes');
    expect(summary?.params).toEqual(insertions + deletions > 0 ? { insertions, deletions } : undefined);
    expect(codes(document).filter(code => code === 'tracked-change')).toHaveLength(insertions + deletions);
  });

  test('a change says who made it, when, what and where', async () => {
    const document = await readWell(
      docxReader,
      docx(
        table([
          ['a', 'b'],
          ['c', 'd'],
        ]).replace(run('d'), ins(run('新'))),
      ),
    );
    expect(document.findings.find(finding => finding.code === 'tracked-change')).toEqual({
      code: 'tracked-change',
      params: { change: { zh: '插入', en: 'inserted' }, text: '新', author: '审核', date: '2024-01-02T03:04:05Z' },
      places: [{ table: 1, row: 2, column: 2 }],
    });
  });
});
