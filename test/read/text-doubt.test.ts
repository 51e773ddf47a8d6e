import { describe, expect, test } from 'vitest';
import { textReader } from '../../src/read/text/index.ts';
import { gridsOf, header, held, pad, read, refusalOf, rows, table, writers } from './text-tables.ts';

const [first, second, third, fourth] = rows as [string[], string[], string[], string[]];
const tabs = writers.tabs!;
const codes = async (text: string): Promise<string[]> => (await read(text)).findings.map(finding => finding.code);

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
