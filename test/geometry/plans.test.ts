import { describe, expect, test } from 'vitest';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import type { Box } from '../../src/model/box.ts';
import { glyphsOf } from './make-table.ts';
import { joined } from './plan-laws.ts';

/** Plans without full rulings: 序号, 任务, 事项, 对象, 部门 at these abscissas, lines 10 points apart. */
const columns = [40, 90, 180, 330, 420];
type Word = [line: number, column: number, text: string];

const text = (...words: Word[]): Glyph[] =>
  words.flatMap(([line, column, word]) => glyphsOf(word, columns[column]!, 100 + 10 * line));

const pageOf = (glyphs: Glyph[], page = 1, edges: Edge[] = [], shades: Box[] = []): PageContent => ({
  page,
  width: 600,
  height: 800,
  glyphs,
  edges,
  shades,
});

const head: Word[] = ['序号', '任务', '事项', '对象', '部门'].map((word, column): Word => [0, column, word]);

/** A row of one line. */
const row = (line: number, key: string, task = '任务名称', unit = '公安局'): Word[] => [
  [line, 0, key],
  [line, 1, task],
  [line, 2, '检查事项一'],
  [line, 3, '对象'],
  [line, 4, unit],
];

/** A row whose texts stand in its middle, the item in two lines. */
const centred = (line: number, key: string, unit: Word[] = [[line, 4, '公安局']]): Word[] => [
  ...row(line, key).filter(([, column]) => column !== 2 && column !== 4),
  [line - 0.6, 2, '检查事项一二三四五六'],
  [line + 0.6, 2, '检查事项'],
  ...unit,
];

/** Rows of all tables: a merged cell's text where it begins, null where it goes on. */
const rows = (...pages: PageContent[]) =>
  joined(pages).flatMap(({ grid }) =>
    Array.from({ length: grid.rows }, (_, r) =>
      Array.from({ length: grid.columns }, (_, c) => {
        const cell = grid.cells.find(
          ({ row, column, rowSpan, colSpan }) => r >= row && r < row + rowSpan && c >= column && c < column + colSpan,
        );
        return cell && cell.row === r && cell.column === c ? cell.text.replace(/\n/g, '') : null;
      }),
    ),
  );

const codes = (...pages: PageContent[]) => joined(pages).flatMap(({ findings }) => findings.map(({ code }) => code));
const column = (table: ReturnType<typeof rows>, index: number) => table.map(cells => cells[index]);

describe('a header of known wordings', () => {
  test('a column of full lines under it is no running text of a page in columns', () => {
    const long = [0, 1, 2, 3, 4, 5].map((i): Word => [2 + i, 2, '检查事项一二三四五六七八九十一二'.slice(0, 17)]);
    const glyphs = [
      ...text(...head.slice(0, 3)),
      ...['对象', '部门'].flatMap((word, i) => glyphsOf(word, 340 + 90 * i, 100)),
      ...text(...long),
      ...text([2, 0, '1'], [2, 1, '任务名称'], [10, 0, '2'], [10, 1, '任务名称'], [10, 2, '检查事项一']),
      ...[120, 200].flatMap(y => [...glyphsOf('企业', 340, y), ...glyphsOf('公安局', 430, y)]),
    ];
    expect(column(rows(pageOf(glyphs)), 0)).toEqual(['序号', '1', '2']);
  });

  test('it ends after its wrapped text, where rows follow as closely as lines', () => {
    const glyphs = text(
      [0, 0, '序'],
      [0, 1, '抽查任务'],
      [0, 2, '检查事项'],
      [0, 3, '检查对象'],
      [0, 4, '发起部'],
      [1.2, 0, '号'],
      [1.2, 4, '门'],
      ...row(2.4, '1'),
      ...row(3.6, '2'),
      ...row(4.8, '3'),
    );
    expect(rows(pageOf(glyphs))[0]).toEqual(['序号', '抽查任务', '检查事项', '检查对象', '发起部门']);
  });

  test('two headers side by side part columns that texts bring too close', () => {
    const close = (y: number, left: string, right: string) => [
      ...glyphsOf(left, 420, y),
      ...glyphsOf(right, 420 + 8 * 5 + 1, y),
    ];
    const glyphs = [
      ...text(...head),
      ...glyphsOf('时间', 470, 100),
      ...text(...[2, 4, 6].flatMap(line => row(line, `${line / 2}`).slice(0, 4))),
      ...close(120, '市公安局局', '全年'),
      ...close(140, '市教育局', '三月'),
      ...close(160, '市水利局', '五月'),
    ];
    expect(rows(pageOf(glyphs)).map(cells => cells.slice(4))).toEqual([
      ['部门', '时间'],
      ['市公安局局', '全年'],
      ['市教育局', '三月'],
      ['市水利局', '五月'],
    ]);
  });
});

describe('rows without rulings', () => {
  const heading = (line: number, word: string) => glyphsOf(word, 190, 100 + 10 * line);

  test.each<[string, Glyph[]]>([
    ['in the middle of the table', heading(4, '一、市公安局牵头的任务事项')],
    ['at its left end', glyphsOf('一、市公安局牵头', 40, 140)],
  ])('a heading %s is a row of its own', (_, glyphs) => {
    const table = rows(pageOf([...text(...head, ...row(2, '1'), ...row(6, '2'), ...row(8, '3')), ...glyphs]));
    expect(table.map(cells => cells.filter(cell => cell !== null).length)).toEqual([5, 5, 1, 5, 5]);
  });

  test('a heading is told by its wording where rows stand as close as lines', () => {
    const glyphs = [
      ...text(...head, ...row(1.2, '1'), ...row(3.6, '2'), ...row(4.8, '3')),
      ...glyphsOf('一、市公安局牵头', 40, 124),
    ];
    expect(column(rows(pageOf(glyphs)), 0)).toEqual(['序号', '1', '一、市公安局牵头', '2', '3']);
  });

  test('the last line of a cell is no heading', () => {
    const glyphs = text(...head, ...row(2, '1'), [3.1, 2, '检查事项的末行'], ...row(6, '2'), ...row(8, '3'));
    expect(column(rows(pageOf(glyphs)), 2)).toEqual(['事项', '检查事项一检查事项的末行', '检查事项一', '检查事项一']);
  });

  test('a key stands for several rows that are as far apart as rows with keys', () => {
    const glyphs = text(...head, ...row(2, '1'), ...row(4, '', ''), ...row(6, '2'), ...row(8, '3'), ...row(10, '4'));
    expect(column(rows(pageOf(glyphs)), 3)).toEqual(['对象', '对象', '对象', '对象', '对象', '对象']);
    expect(column(rows(pageOf(glyphs)), 0)).toEqual(['序号', '1', '', '2', '3', '4']);
  });

  test('paragraphs of one cell are no rows', () => {
    const glyphs = text(...head, ...row(2, '1'), [4, 2, '第二段'], ...row(6, '2'), ...row(8, '3'), ...row(10, '4'));
    expect(column(rows(pageOf(glyphs)), 0)).toEqual(['序号', '1', '2', '3', '4']);
  });

  test('a line that may belong to either row is reported', () => {
    // As far from the row above as from the one below.
    const glyphs = text(...head, ...centred(4, '1'), ...centred(8, '2'), [12, 2, '检查事项二'], ...centred(16, '3'));
    expect(codes(pageOf(glyphs))).toContain('row-end-doubt');
  });

  test('blanks that no merged cells explain are reported', () => {
    const glyphs = text(
      ...head,
      ...centred(4, '1', [[4, 4, '公安局']]),
      ...centred(8, '2', []),
      ...centred(12, '3', [[13.2, 4, '教育局']]),
      ...centred(16, '4', [[16, 4, '水利局']]),
    );
    expect(codes(pageOf(glyphs))).toContain('merge-doubt');
  });
});

describe('a plan without rulings over pages', () => {
  const first = text(...head, ...row(2, '1'), ...row(4, '2'), ...row(6, '3'), [7, 2, '事项未完']);

  test.each<[string, Word[], Word[]]>([
    ['with its header printed again', head, []],
    ['with its header printed once', [], []],
  ])('%s: the rest of a row is joined to it', (_, header) => {
    const start = header.length > 0 ? 2 : 0;
    const second = text(...header, [start, 2, '的下半截'], ...row(start + 2, '4'), ...row(start + 4, '5'));
    const table = rows(pageOf(first), pageOf(second, 2));
    expect(column(table, 0)).toEqual(['序号', '1', '2', '3', '4', '5']);
    expect(column(table, 2)[3]).toBe('检查事项一事项未完的下半截');
  });

  test('the rest of a row alone on a page', () => {
    const table = rows(pageOf(first), pageOf(text([0, 2, '的下半截'], [0, 3, '企业']), 2));
    expect(column(table, 2)[3]).toBe('检查事项一事项未完的下半截');
  });

  test('a row without a key that fills all columns is a row', () => {
    const keyless = text(...head, ...row(2, '1'), ...row(4, '', ''), ...row(6, '2'), ...row(8, '3'), ...row(10, '4'));
    const second = text(...row(0, '', '', '教育局'), ...row(2, '5'), ...row(4, '6'));
    expect(column(rows(pageOf(keyless), pageOf(second, 2)), 0)).toEqual(['序号', '1', '', '2', '3', '4', '', '5', '6']);
  });

  test('few keys on a page are enough under a known header', () => {
    const second = text(...head, ...row(2, '4'));
    expect(column(rows(pageOf(first), pageOf(second, 2)), 0)).toEqual(['序号', '1', '2', '3', '4']);
  });

  test('with rules between rows, the row that the page cuts has none below it', () => {
    const h = (at: number): Edge => ({ direction: 'h', at, from: 38, to: 460 });
    const one = pageOf(text(...head, ...row(2, '1'), ...row(4, '2'), ...row(6, '3')), 1, [
      h(95),
      h(114),
      h(134),
      h(154),
    ]);
    const two = pageOf(text(...head, [2, 2, '的下半截'], ...row(4, '4'), ...row(6, '5')), 2, [
      h(95),
      h(114),
      h(134),
      h(154),
      h(174),
    ]);
    const table = rows(one, two);
    expect(column(table, 0)).toEqual(['序号', '1', '2', '3', '4', '5']);
    expect(column(table, 2)[3]).toBe('检查事项一的下半截');
  });
});

describe('shading in place of rulings', () => {
  const xs = [38, 85, 175, 325, 415, 470];
  const strip = (top: number, bottom: number, without: readonly number[] = []): Box[] =>
    xs.slice(1).flatMap((x1, i) => (without.includes(i) ? [] : [{ x0: xs[i]!, x1, top, bottom }]));
  const body = text(...head, ...row(2, '1'), ...row(4, '2'), ...row(6, '3'), ...row(8, '4'));

  test.each<[string, Box[]]>([
    ['every cell', [95, 115, 135, 155, 175].flatMap(top => strip(top, top + 20))],
    ['every other row', [95, 135, 175].flatMap(top => strip(top, top + 20))],
    ['the even rows, header and last row white', [115, 155].flatMap(top => strip(top, top + 20))],
  ])('%s', (_, shades) => {
    const table = rows(pageOf(body, 1, [], shades));
    expect(column(table, 0)).toEqual(['序号', '1', '2', '3', '4']);
    expect(column(table, 4)).toEqual(['部门', '公安局', '公安局', '公安局', '公安局']);
  });

  test('a header of two levels', () => {
    const [left, right] = [strip(95, 135).slice(0, 3), strip(115, 135).slice(3)];
    const over = { x0: 325, x1: 470, top: 95, bottom: 115 };
    const rest = [135, 155, 175].flatMap(top => strip(top, top + 20));
    const glyphs = [
      ...text([1, 0, '序号'], [1, 1, '任务'], [1, 2, '事项'], [2, 3, '发起'], [2, 4, '配合']),
      ...glyphsOf('部门', 380, 100),
      ...text(...row(4, '1'), ...row(6, '2'), ...row(8, '3')),
    ];
    const table = rows(pageOf(glyphs, 1, [], [...left, over, ...right, ...rest]));
    expect(table.slice(0, 2)).toEqual([
      ['序号', '任务', '事项', '部门', null],
      [null, null, null, '发起', '配合'],
    ]);
  });

  const without = (line: number) =>
    text(...head, ...[2, 4, 6, 8].flatMap(l => row(l, `${l / 2}`, '任务名称', l === line ? '' : '公安局')));

  test('a white cell goes on through the shaded row below', () => {
    const shades = [...strip(95, 115), ...strip(135, 155, [4]), ...strip(175, 195)];
    expect(column(rows(pageOf(without(4), 1, [], shades)), 4)).toEqual(['部门', '公安局', null, '公安局', '公安局']);
  });

  test('a shaded cell goes on through the white row below', () => {
    const shades = [
      ...strip(95, 115),
      ...strip(135, 155, [4]),
      { x0: 415, x1: 470, top: 135, bottom: 175 },
      ...strip(175, 195),
    ];
    expect(column(rows(pageOf(without(6), 1, [], shades)), 4)).toEqual(['部门', '公安局', '公安局', null, '公安局']);
  });

  test('a cell whose end is drawn too high', () => {
    const shades = [
      ...strip(95, 115),
      ...strip(135, 155, [4]),
      { x0: 415, x1: 470, top: 135, bottom: 168 },
      ...strip(175, 195),
    ];
    expect(column(rows(pageOf(without(6), 1, [], shades)), 4)).toEqual(['部门', '公安局', '公安局', null, '公安局']);
  });

  test('a white cell over several white rows, its text at neither its top nor its middle, is reported', () => {
    const shades = [...strip(95, 115), ...strip(135, 155, [4]), ...strip(175, 195, [4]), ...strip(215, 235)];
    const words = [2, 4, 6, 8, 10, 12].flatMap(line => row(line, `${line / 2}`, '任务名称', ''));
    const glyphs = [...text(...head, ...words.filter(([, , word]) => word !== '')), ...glyphsOf('公安局', 420, 131)];
    expect(codes(pageOf(glyphs, 1, [], shades))).toContain('merge-doubt');
  });

  test.each<[string, Box[]]>([
    [
      'words',
      [
        { x0: 90, x1: 122, top: 119, bottom: 129 },
        { x0: 180, x1: 220, top: 139, bottom: 149 },
      ],
    ],
    ['one row', strip(95, 115)],
    ['whole rows, which tell nothing of columns', [95, 135].map(top => ({ x0: 38, x1: 470, top, bottom: top + 20 }))],
  ])('shaded %s leave the rest to the text', (_, shades) => {
    expect(column(rows(pageOf(body, 1, [], shades)), 4)).toEqual(['部门', '公安局', '公安局', '公安局', '公安局']);
  });
});
