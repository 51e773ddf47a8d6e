import { describe, expect, test } from 'vitest';
import { docxReader } from '../../src/read/docx/index.ts';
import { numeral } from '../../src/read/numerals.ts';
import { blocksOf, codes, docx, readWell, w } from './office-files.ts';

const { p, tbl, tr, tc, list } = w;

const level = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const startAt = (i: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${i}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

const shown = async (body: string, numbering: string, styles = '') =>
  blocksOf(await readWell(docxReader, docx(body, { numbering, styles })));

describe('formats', () => {
  test.each<[format: string, n: number, text: string | null]>([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedCircle', 51, '51'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 3, 'c'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 9, 'ix'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 19, '十九'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 101, '一○一'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 2005, '二千零五'],
    ['chineseCountingThousand', 10_050, '一万零五十'],
    ['japaneseCounting', 111, '百十一'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 21, '贰拾壹'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 12, '亥'],
    ['001, 002, 003, ...', 12, '012'],
    ['none', 3, ''],
    ['bullet', 3, ''],
    ['decimal', 0, '0'],
    ['lowerLetter', 0, '0'],
    ['hebrew1', 3, null],
    ['toString', 3, null],
  ])('%s of %i is %s', (format, n, text) => {
    expect(numeral(format, n)).toBe(text);
  });
});

describe('lists', () => {
  test('a column of list numbers is a column of text', async () => {
    const body = tbl([1, 2, 3].map(i => tr([tc(p('', list(1))), tc(`任务${i}`)])));
    expect(await shown(body, abstract(0, level(0, 'decimal', '%1')) + num(1, 0))).toEqual([
      [
        ['1', '任务1'],
        ['2', '任务2'],
        ['3', '任务3'],
      ],
    ]);
  });

  const twoLevels = abstract(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2'));
  test.each<[name: string, body: string, numbering: string, lines: string[]]>([
    [
      '第%1条',
      p('甲', list(1)) + p('乙', list(1)),
      abstract(0, level(0, 'chineseCountingThousand', '第%1条')) + num(1, 0),
      ['第一条 甲', '第二条 乙'],
    ],
    [
      'a deeper level shows the one above, and starts anew',
      p('a', list(1)) + p('b', list(1, 1)) + p('c', list(1, 1)) + p('d', list(1)) + p('e', list(1, 1)),
      twoLevels + num(1, 0),
      ['一、 a', '一.1 b', '一.2 c', '二、 d', '二.1 e'],
    ],
    [
      'legal numbering is in digits throughout',
      p('a', list(1)) + p('b', list(1, 1)),
      abstract(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0),
      ['一、 a', '1.1 b'],
    ],
    [
      'a level that nothing restarts',
      p('a', list(1)) + p('b', list(1, 1)) + p('c', list(1)) + p('d', list(1, 1)),
      abstract(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')) + num(1, 0),
      ['1. a', '(1) b', '2. c', '(2) d'],
    ],
    [
      'what follows the number',
      p('a', list(1)) + p('b', list(1, 1)),
      abstract(
        0,
        level(0, 'decimal', '%1、', '<w:suff w:val="nothing"/>') + level(1, 'decimal', '%2', '<w:suff w:val="space"/>'),
      ) + num(1, 0),
      ['1、a', '1 b'],
    ],
    [
      'another start',
      p('a', list(1)) + p('b', list(1)),
      abstract(0, level(0, 'decimal', '%1.').replace('start w:val="1"', 'start w:val="5"')) + num(1, 0),
      ['5. a', '6. b'],
    ],
    [
      'lists of one kind count on together',
      p('a', list(1)) + p('b', list(2)),
      twoLevels + num(1, 0) + num(2, 0),
      ['一、 a', '二、 b'],
    ],
    [
      'a list with a start of its own begins with it, once',
      p('a', list(1)) + p('b', list(2)) + p('c', list(2)),
      twoLevels + num(1, 0) + num(2, 0, startAt(0, 1)),
      ['一、 a', '一、 b', '二、 c'],
    ],
    ['a bullet says nothing', p('a', list(1)), abstract(0, level(0, 'bullet', '\uf0b7')) + num(1, 0), ['a']],
    [
      'a hidden number is not printed',
      p('a', list(1)),
      abstract(0, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')) + num(1, 0),
      ['a'],
    ],
    ['list 0 is no list', p('a', list(0)), twoLevels + num(1, 0), ['a']],
    ['a list that is not defined', p('a', list(9)), twoLevels + num(1, 0), ['a']],
    ['a level that is not defined', p('a', list(1, 7)), twoLevels + num(1, 0), ['a']],
    [
      'a deleted paragraph is not counted',
      p('a', list(1)) +
        p('<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>', `${list(1)}<w:rPr><w:del w:id="1"/></w:rPr>`) +
        p('b', list(1)),
      twoLevels + num(1, 0),
      ['一、 a', '二、 b', 'discarded x (tracked deletion)'],
    ],
  ])('%s', async (_, body, numbering, lines) => {
    expect(await shown(body, numbering)).toEqual(lines);
  });

  test('styles bring lists, and their level', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
          level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + num(1, 0);
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`;
    const styles =
      style('H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('H2', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('Own', '<w:basedOn w:val="H1"/>');
    const body =
      ['H1', 'H2', 'Own'].map(id => p(id, `<w:pStyle w:val="${id}"/>`)).join('') +
      p('x', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await shown(body, numbering, styles)).toEqual(['一、 H1', '（一） H2', '二、 Own', 'x']);
  });

  test('a list may point to a numbering style', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'decimal', '%1)')}</w:abstractNum>${num(1, 0)}`;
    expect(await shown(p('a', list(1)), numbering)).toEqual(['1) a']);
  });

  test('an unknown format is told', async () => {
    const document = await readWell(
      docxReader,
      docx(p('a', list(1)), { numbering: abstract(0, level(0, 'hebrew1', '%1.')) + num(1, 0) }),
    );
    expect(blocksOf(document)).toEqual(['1. a']);
    expect(codes(document)).toEqual(['unknown-numbering']);
  });

  test.each<[name: string, styles: string, numbering: string]>([
    [
      'styles based on each other',
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
      '',
    ],
    ['a style based on itself', '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>', ''],
    [
      'a list that leads to itself',
      '',
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/><w:styleLink w:val="S"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ],
  ])('circles end: %s', async (_, styles, numbering) => {
    expect(await shown(p('甲', `<w:pStyle w:val="A"/>${list(1)}`), numbering, styles)).toEqual(['甲']);
  });
});
