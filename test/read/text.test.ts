import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textReader } from '../../src/read/text/index.ts';
import { gridsOf, header, held, pad, read, refusalOf, rows, table, textsOf, writers } from './text-tables.ts';

const [first, second, third, fourth] = rows as [string[], string[], string[], string[]];
const tabs = writers.tabs!;
const codes = async (text: string): Promise<string[]> => (await read(text)).findings.map(finding => finding.code);

describe('the founding plan', () => {
  const source = readFileSync('samples/lvliang-2023.txt', 'utf8');
  test('has a title of three lines, 58 rows of nine cells, a stray rule, and 7,490 characters', async () => {
    const document = await read(source);
    const [grid] = gridsOf(document);
    expect(document.encoding).toBe('utf-8');
    expect(document.characters).toBe(7490);
    expect(held(document)).toBe(7490);
    expect(textsOf(document, 'paragraph')).toHaveLength(3);
    expect(textsOf(document, 'markup')).toHaveLength(1);
    expect(grid!.slice(1).map(row => row[0])).toEqual(Array.from({ length: 58 }, (_, i) => `${i + 1}`));
    expect(grid!.every(row => row.length === 9 && !row.includes(null))).toBe(true);
    expect(document.findings).toEqual([]);
  });
});

describe('lines between two rows of a table', () => {
  const section = '一、县公安局（2项）';
  const alone = [section, null, null, null, null, null];
  test.each([
    ['a blank line', '', [], []],
    ['a form feed', '\f', [], []],
    ['a section heading', section, [alone], []],
    ['a section heading with blank lines around it', `\n${section}\n`, [alone], []],
    ['a section heading filled up with tabs', `${section}\t\t\t\t\t`, [[section, '', '', '', '', '']], []],
    ['two headings', `${section}\n（一）治安`, [alone, ['（一）治安', null, null, null, null, null]], []],
    [
      'a text that may continue the cell above',
      '县税务局',
      [['县税务局', null, null, null, null, null]],
      ['lone-line'],
    ],
    ['a page number', '— 3 —', [], []],
    ['a bare page number before a form feed', '3\n\f', [], []],
    ['a rule', '------\t------', [], []],
    ['the header again', header.join('\t'), [header], []],
    ['the header again at a new page', `\n${header.join('\t')}`, [header], []],
    ['a row of blank cells', '\t\t\t\t\t', [], []],
  ])('%s', async (_, line, expected, findings) => {
    const document = await read(
      `抬头\n\n${tabs([header, first, second])}\n${line}\n${tabs([third, fourth])}\n\n注：完`,
    );
    expect(gridsOf(document)).toEqual([[header, first, second, ...expected, third, fourth]]);
    expect(textsOf(document, 'paragraph')).toEqual(['抬头', '注：完']);
    expect(document.findings.map(finding => finding.code)).toEqual(findings);
    expect(held(document)).toBe(document.characters);
  });

  test('a title and header repeated at a page break are furniture and a header', async () => {
    const document = await read(`抬头\n${tabs([header, first])}\n\f抬头\n${tabs([header, second])}`);
    expect(gridsOf(document)).toEqual([[header, first, header, second]]);
    expect(textsOf(document, 'furniture')).toEqual(['抬头']);
  });

  test.each(['comma', 'pipes', 'padded'])('a section heading in %s', async name => {
    const [head, ...written] = writers[name]!(table).split('\n');
    const at = name === 'pipes' ? 2 : 1;
    const text = [head, ...written.slice(0, at), '一、县公安局（2项）', ...written.slice(at)].join('\n');
    expect(gridsOf(await read(text))[0]![2]).toEqual(['一、县公安局（2项）', null, null, null, null, null]);
  });
});

describe('lines above and below a table', () => {
  test.each([
    ['prose with a tab', '联系人：张三\t电话：12345'],
    ['a note with a tab', '注：\t1. 另行公布。'],
    ['a note with commas', '注：本表, 供参考, 以正式文件为准'],
    ['a signature', '县市场监督管理局\n2024年3月1日'],
    ['an aligned signature', '        县市场监督管理局        2024年3月1日'],
    ['prose with a bar', '见附件|正文'],
  ])('%s is prose', async (_, line) => {
    for (const name of ['tabs', 'comma', 'pipes', 'padded']) {
      const document = await read(`${line}\n\n${writers[name]!(table)}\n\n${line}`);
      expect(gridsOf(document)).toEqual([table]);
      expect(textsOf(document, 'paragraph')).toEqual([...line.split('\n'), ...line.split('\n')]);
      expect(document.findings).toEqual([]);
    }
  });

  test('a title filled up with separators is a row of the table', async () => {
    const title = ['县2024年抽查计划', '', '', '', '', ''];
    for (const name of ['tabs', 'comma'])
      expect(gridsOf(await read(writers[name]!([title, ...table])))).toEqual([[title, ...table]]);
  });

  test('prose without a table gives no grid and no refusal', async () => {
    const document = await read('关于印发计划的通知\n\n一、总体要求\t按照，执行。\n二、有关事项, 另行通知, 照此办理');
    expect(gridsOf(document)).toEqual([]);
    expect(held(document)).toBe(document.characters);
  });

  test('marks of a heading and of emphasis are markup beside a Markdown table', async () => {
    const document = await read(`# **抬头**\n\n${writers.pipes!(table)}`);
    expect(textsOf(document, 'paragraph')).toEqual(['抬头']);
    expect(held(document)).toBe(document.characters);
  });
});

describe('several tables', () => {
  const contacts = [
    ['姓名', '单位', '电话'],
    ['张三', '县公安局', '12345'],
    ['李四', '县税务局', '12346'],
  ];
  test.each([
    ['with a caption between', `${tabs(table)}\n附件2：第二张表\n${tabs(table)}`, [table, table]],
    [
      'with another header between blank lines',
      `${tabs(table)}\n\n${tabs([header.toReversed(), ...rows.map(row => row.toReversed())])}`,
      [table, [header.toReversed(), ...rows.map(row => row.toReversed())]],
    ],
    ['one of them no plan', `${tabs(table)}\n\n联系人\n${tabs(contacts)}`, [table, contacts]],
    [
      'one of them no plan, with as many columns',
      `${tabs([
        ['序号', '任务名称', '备注'],
        ['1', '甲', '乙'],
        ['2', '丙', '丁'],
      ])}\n联系人\n${tabs(contacts)}`,
      [
        [
          ['序号', '任务名称', '备注'],
          ['1', '甲', '乙'],
          ['2', '丙', '丁'],
        ],
        contacts,
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const document = await read(text);
    expect(gridsOf(document)).toEqual(expected);
    expect(held(document)).toBe(document.characters);
  });
});

describe('two header rows', () => {
  const upper = ['序号', '任务名称', '检查内容', '抽查比例', '', '备注'];
  const lower = ['', '', '', '比例', '频次', ''];
  test.each(['tabs', 'comma', 'pipes', 'padded', 'one cell a line'])('in %s', async name => {
    expect(gridsOf(await read(writers[name]!([upper, lower, ...rows])))).toEqual([[upper, lower, ...rows]]);
  });
});

describe('cells with line breaks', () => {
  const broken = '1. 登记情况;\n2. 消防"设施"情况';
  const cells = [header, ['1', '对旅馆业的检查', broken, '5%', '县公安局', ''], second];
  const raw = tabs(cells);
  const quoted = raw.replace(broken, `"${broken.replaceAll('"', '""')}"`);
  test.each([
    ['quoted, by a spreadsheet', quoted, []],
    ['quoted, in CSV', writers.comma!(cells), []],
    ['<br>', writers.pipes!(cells), []],
    ['unquoted, where the number of cells proves the row', raw, ['row-over-lines']],
  ])('%s', async (_, text, findings) => {
    const document = await read(text);
    expect(gridsOf(document)).toEqual([cells]);
    expect(document.findings.map(finding => finding.code)).toEqual(findings);
    expect(held(document)).toBe(document.characters);
  });

  test.each([
    ['a task that begins with a quoted word', '"四上"企业的检查'],
    ['a task that is a quoted word', '"四上"'],
    ['a lone quote', '"四上企业'],
    ['a quote inside', '对"四上"企业的检查'],
  ])('%s keeps its quotes among tabs', async (_, name) => {
    const cells = [
      header,
      ['1', name, '台账', '5%', '县统计局', ''],
      second,
      ['3', name, '台账', '5%', '县统计局', ''],
    ];
    expect(gridsOf(await read(tabs(cells)))).toEqual([cells]);
  });
});

describe('rows with a wrong number of cells', () => {
  const short = ['3', '对药店的检查', '台账'];
  test.each([
    ['cut short, inside', [header, first, short, fourth], ['ragged-row']],
    ['cut short, at the end', [header, first, second, short], ['ragged-row']],
    ['too long', [header, first, [...second, '多出'], fourth], ['ragged-row']],
    ['too long by blank cells', [header, first, [...second, '', ''], fourth], []],
    [
      'blank cells trimmed from a column that is mostly blank',
      [header, first.slice(0, 5), second, [...third.slice(0, 4), '县药监局'], ['4', '甲', '乙', '1%', '县教育局']],
      [],
    ],
    [
      'blank cells trimmed and one row cut short',
      [header, first.slice(0, 5), second, short, ['4', '甲', '乙', '1%', '县教育局']],
      ['ragged-row'],
    ],
  ])('%s', async (_, cells, findings) => {
    for (const name of ['tabs', 'comma']) {
      const document = await read(writers[name]!(cells));
      expect(gridsOf(document)[0]).toHaveLength(cells.length);
      expect(document.findings.map(finding => finding.code)).toEqual(findings);
      expect(held(document)).toBe(document.characters);
    }
  });

  test('a row too long keeps its last cell', async () => {
    expect(gridsOf(await read(tabs([header, first, [...second, '多出']])))[0]![2]).toEqual([...second, '多出']);
  });
});

describe('wrapped text', () => {
  const head = ['序号  任务名称      检查内容              抽查比例  牵头部门    备注'];
  const one = ['1     对旅馆业和其  1. 登记情况;          5%        县公安局', '      他住宿的检查  2. 消防情况'];
  const two = [
    '                    从业人员健康证明、                          与其他检',
    '2     对药店的检查  进货查验、药品储存    10%       县市场监管  查一并开',
    '                    条件                            局          展',
  ];
  const joined = [
    header,
    ['1', '对旅馆业和其他住宿的检查', '1. 登记情况;\n2. 消防情况', '5%', '县公安局', ''],
    ['2', '对药店的检查', '从业人员健康证明、进货查验、药品储存条件', '10%', '县市场监管局', '与其他检查一并开展'],
  ];
  test.each([
    ['blank lines between the rows', [...head, '', ...one, '', ...two].join('\n')],
    ['rules between the rows', [...head, '-'.repeat(60), ...one, '-'.repeat(60), ...two].join('\n')],
  ])('is joined where there are %s', async (_, text) => {
    const document = await read(text);
    expect(gridsOf(document)).toEqual([joined]);
    expect(held(document)).toBe(document.characters);
  });

  test.each([
    ['nothing stands between the rows', [...head, ...one, ...two].join('\n')],
    ['blank lines stand inside rows', [...head, '', one[0], '', one[1], '', ...two].join('\n')],
    ['a blank line is missing', [...head, '', ...one, ...two].join('\n')],
  ])('is refused where %s', async (_, text) => {
    expect(await refusalOf(text)).toBe('ambiguous-layout');
  });

  test('rows without a key are rows where nothing above runs on into them', async () => {
    const parts = [
      header,
      first,
      ['', '', '台账', '2%', '县税务局', ''],
      second,
      ['', '', '年报', '3%', '县税务局', ''],
      fourth,
    ];
    expect(gridsOf(await read(pad(parts)))).toEqual([parts]);
  });
});

describe('a frame', () => {
  const frame = '+----+------------+----------+';
  test('with one line a row', async () => {
    const text = [frame, '| 序号 | 任务名称 | 抽查比例 |', frame, '| 1 | 甲 | 5% |', '| 2 | 乙 | 6% |', frame].join(
      '\n',
    );
    expect(gridsOf(await read(text))).toEqual([
      [
        ['序号', '任务名称', '抽查比例'],
        ['1', '甲', '5%'],
        ['2', '乙', '6%'],
      ],
    ]);
  });

  test('with a rule below every row joins the lines of a cell', async () => {
    const text = [
      '┌────┬────┐',
      '│序号│任务名称│备注│',
      '├────┼────┤',
      '│1│对旅馆业的│无│',
      '││检查││',
      '├────┼────┤',
      '│2│对药店的检│││',
      '││查││',
      '└────┴────┘',
    ]
      .join('\n')
      .replace('│││', '││');
    expect(gridsOf(await read(text))).toEqual([
      [
        ['序号', '任务名称', '备注'],
        ['1', '对旅馆业的检查', '无'],
        ['2', '对药店的检查', ''],
      ],
    ]);
  });
});

describe('what a person must look at', () => {
  const long = '很长的一段文字。'.repeat(20);
  test.each([
    [
      'prose between two rows',
      `${tabs([header, first, second])}\n${long}\n${tabs([third, fourth])}`,
      ['lines-between-rows'],
      2,
    ],
    [
      'prose before the only row left',
      `${tabs([header, first, second, third])}\n${long}\n${tabs([fourth])}`,
      ['lines-between-rows'],
      2,
    ],
    ['a row without a key, cut short, behind a blank line', `${tabs(table)}\n\n\t甲\t乙\t丙`, ['row-left-out'], 1],
    ['an aligned line behind a blank line', `${pad(table)}\n\n      甲  乙  丙`, ['row-left-out'], 1],
    ['labels side by side below the table', `${tabs(table)}\n\n制表：甲    审核：乙    日期：丙`, [], 1],
    [
      'one cell a line, with a text at once below',
      `${writers['one cell a line']!([header, second, fourth.with(0, '3')])}\n县公安局`,
      ['open-last-row'],
      1,
    ],
  ])('%s', async (_, text, findings, grids) => {
    const document = await read(text);
    expect(document.findings.map(finding => finding.code)).toEqual(findings);
    expect(gridsOf(document)).toHaveLength(grids);
    expect(held(document)).toBe(document.characters);
  });
});

describe('other hands', () => {
  const plain = [
    ['序号', '任务名称', '抽查比例'],
    ['1', '对甲的检查', '5%'],
    ['2', '对乙的检查', '6%'],
  ];
  test.each([
    ['lines of tabs between the cells', plain.map(row => row.join('\n\t\n')).join('\n')],
    [
      'several tabs that bring columns under each other',
      '序号\t任务名称\t\t抽查比例\n1\t对甲的检查\t5%\n2\t对乙的检查\t6%',
    ],
    ['an indent of tabs', plain.map(row => `\t${row.join('\t')}`).join('\n')],
    ['a blank around the tabs', plain.map(row => row.join(' \t ')).join('\n')],
    ['a margin of blanks', pad(plain).replace(/^/gm, '    ')],
    ['the same blanks between all texts', plain.map(row => row.join('    ')).join('\n')],
    [
      'what a database prints',
      ' 序号 | 任务名称 | 抽查比例 \n------+----------+------\n 1 | 对甲的检查 | 5%\n 2 | 对乙的检查 | 6%',
    ],
    ['Markdown without a frame', '序号 | 任务名称 | 抽查比例\n:-:|---|-\n1 | 对甲的检查 | 5%\n2 | 对乙的检查 | 6%'],
    ['Markdown in bold', '|**序号**|**任务名称**|**抽查比例**|\n|:-:|:-:|:-:|\n|1|对甲的检查|5%|\n|2|对乙的检查|6%|'],
    ['a ruler of dashes', '序号 任务名称   抽查比例\n---- ---------- --------\n1    对甲的检查 5%\n2    对乙的检查 6%'],
    ['a blank behind the commas', plain.map(row => row.map(cell => `"${cell}"`).join(', ')).join('\n')],
  ])('%s', async (_, text) => {
    const document = await read(text);
    expect(gridsOf(document)).toEqual([plain]);
    expect(document.findings).toEqual([]);
    expect(held(document)).toBe(document.characters);
  });

  test('a header spaced out is one header', async () => {
    expect(
      gridsOf(await read('序　号  任务名称    抽查比例\n1       对甲的检查  5%\n2       对乙的检查  6%'))[0]![0],
    ).toEqual(['序　号', ...plain[0]!.slice(1)]);
  });

  test('a section heading among cells on lines of their own', async () => {
    const text = [plain[0], ['一、县公安局'], ...plain.slice(1)].map(row => row!.join('\n')).join('\n');
    expect(gridsOf(await read(text))).toEqual([[plain[0], ['一、县公安局', null, null], ...plain.slice(1)]]);
  });
});

describe('noise of 100 kB', () => {
  const start = [
    header.join('\t'),
    header.join(','),
    header.join('  '),
    `|${header.join('|')}|\n|1|`,
    header.join('\n'),
  ];
  test.each([
    '\t',
    '|',
    ',',
    '"',
    ' ',
    '-',
    '\\',
    '(',
    '1',
    '1\n',
    '\n',
    '\f',
    '",\n"',
    '**',
    'a  ',
    '- ',
    '"\t"\n',
    '1  2  3\n',
    '序号\t任务名称\n',
  ])(
    '%j is read or refused quickly',
    async unit => {
      const noise = unit.repeat(100_000 / unit.length);
      for (const text of [noise, ...start.map(line => `${line}\n${noise}`)]) {
        const begun = process.cpuUsage();
        await refusalOf(text);
        expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(8);
      }
    },
    120_000,
  );
});

describe('what gives nothing', () => {
  test.each([
    ['an empty file', '', 'empty-source'],
    ['white space', ' \n\t\r\n\f\u3000', 'empty-source'],
    ['single blanks between the columns', table.map(row => row.join(' ')).join('\n'), 'ambiguous-layout'],
    [
      'columns that do not line up',
      [header.join('  '), '1  甲   乙  5%', '2    丙  6%  县公安局'].join('\n'),
      'ambiguous-layout',
    ],
    ['one cell a line, a line missing', writers['one cell a line']!(table).replace('台账\n', ''), 'ambiguous-layout'],
    [
      'one cell a line, one of two lines',
      writers['one cell a line']!(table).replace('台账', '台\n账'),
      'ambiguous-layout',
    ],
    ['one cell a line, a single row', writers['one cell a line']!([header, second]), 'ambiguous-layout'],
    ['quotes that never close', `${writers.comma!([header, first])}\n2,"甲,乙,5%,丙,丁`, 'ambiguous-layout'],
    ['words run together', 'ÐòºÅ ³é²éÈÎÎñÃû³Æ ³é²éÊÂÏî ³é²é¶ÔÏó·¶Î§', 'garbled-source'],
  ])('%s', async (_, text, code) => {
    expect(await refusalOf(text)).toBe(code);
  });

  test('a text beyond the limit is refused unread', async () => {
    expect(await refusalOf(new Uint8Array(2 ** 20 + 1), { bytes: 2 ** 20 })).toBe('text-too-large');
  });

  test('too many cells', async () => {
    expect(await refusalOf(tabs(table), { cells: 10 })).toBe('table-too-large');
  });

  test('one readable table does not hide one that is not', async () => {
    const text = `${tabs(table)}\n\n附件2\n${[header.join('  '), '1  甲   乙  5%', '2    丙  6%  县公安局'].join('\n')}`;
    expect(await codes(text)).toEqual(['ambiguous-layout']);
  });
});

test.each([
  ['a text', '序号\t任务\n1\t甲', true],
  ['noise', Uint8Array.from({ length: 512 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256), false],
  ['nothing', '', false],
])('recognises %s', (_, source, expected) => {
  expect(textReader.recognises(typeof source === 'string' ? new TextEncoder().encode(source) : source)).toBe(expected);
});
