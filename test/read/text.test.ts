import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gridsOf, header, held, read, rows, table, textsOf, writers } from './text-tables.ts';

const [first, second, third, fourth] = rows as [string[], string[], string[], string[]];
const tabs = writers.tabs!;

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
    ['a line of zero-width characters', '\u200b\u200b', [], []],
    ['a rule with zero-width characters', '---\u200b\t\u200b---', [], []],
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
