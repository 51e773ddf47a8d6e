import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import { withStreams } from '../../src/geometry/stream-tables.ts';
import { glyphsOf } from './make-table.ts';

const hints = { headers: ['序号', '事项', '部门'], rowKey: '^\\d{1,4}$' };
const columns = [40, 90, 200, 300];
const h = (at: number, from = 38, to = 360): Edge => ({ direction: 'h', at, from, to });

/** Text at rows and columns: `[row in lines, column, text]`; lines are 10 points apart, rows may be set further apart. */
const text = (...words: [number, number, string][]): Glyph[] =>
  words.flatMap(([line, column, word]) => glyphsOf(word, columns[column]!, 100 + 10 * line));

const page = (glyphs: Glyph[], edges: Edge[] = []): PageContent => ({
  page: 1,
  width: 600,
  height: 800,
  glyphs,
  edges,
  shades: [],
});

function rowsOf(content: PageContent) {
  const ruled = ruledTables(content, hints, null);
  return withStreams(content, ruled.rest, ruled.tables, hints, null).map(table =>
    table.ys.slice(1).map((_, row) =>
      table.xs.slice(1).map((_, column) => {
        const cell = table.cells.find(
          ({ row: r, column: c, rowSpan, colSpan }) =>
            row >= r && row < r + rowSpan && column >= c && column < c + colSpan,
        )!;
        return cell.row === row && cell.column === column ? cell.text.replace(/\n/g, '') : null;
      }),
    ),
  );
}

const head: [number, number, string][] = [
  [0, 0, '序号'],
  [0, 1, '任务'],
  [0, 2, '事项'],
  [0, 3, '部门'],
];

describe('a table without rulings', () => {
  test('rows of several lines go with the key in their middle', () => {
    const glyphs = text(
      ...head,
      [2, 2, '许可情况一'],
      [3, 0, '1'],
      [3, 1, '食品检查'],
      [3, 2, '许可情况二'],
      [3, 3, '公安局'],
      [4, 2, '许可情况三'],
      [6, 0, '2'],
      [6, 1, '药品检查'],
      [6, 2, '经营情况'],
      [6, 3, '教育局'],
      [8, 2, '环境情况一'],
      [8.5, 0, '3'],
      [8.5, 1, '环境检查'],
      [8.5, 3, '环境局'],
      [9, 2, '环境情况二'],
    );
    expect(rowsOf(page(glyphs))).toEqual([
      [
        ['序号', '任务', '事项', '部门'],
        ['1', '食品检查', '许可情况一许可情况二许可情况三', '公安局'],
        ['2', '药品检查', '经营情况', '教育局'],
        ['3', '环境检查', '环境情况一环境情况二', '环境局'],
      ],
    ]);
  });

  test('text in the middle of several rows is merged over them', () => {
    const body = [1, 2, 3, 4].flatMap((n): [number, number, string][] => [
      [2 * n, 0, `${n}`],
      [2 * n, 1, '任务名称'],
      [2 * n, 2, '检查事项'],
    ]);
    const content = page(text(...head, ...body, [3, 3, '公安局'], [7, 3, '教育局']));
    const [table] = rowsOf(content);
    const { rest, tables } = ruledTables(content, hints, null);
    expect(withStreams(content, rest, tables, hints, null)[0]!.findings.map(({ code }) => code)).toContain(
      'merges-inferred',
    );
    expect(table!.map(row => row[3])).toEqual(['部门', '公安局', null, '教育局', null]);
  });

  test('a paragraph above and a note below stay outside', () => {
    const body = [1, 2, 3].flatMap((n): [number, number, string][] => [
      [2 * n, 0, `${n}`],
      [2 * n, 1, '任务名称'],
      [2 * n, 2, '检查事项'],
      [2 * n, 3, '公安局'],
    ]);
    const around = [
      ...glyphsOf('为进一步规范检查行为减轻企业负担现将有关事项通知如下请认真', 40, 60),
      ...glyphsOf('注表中比例为占检查对象名录库总数的比例各部门可以调整', 40, 180),
    ];
    const [table] = rowsOf(page([...text(...head, ...body), ...around]));
    expect(table).toHaveLength(4);
    expect(table!.flat().join('')).not.toMatch(/注|为进/);
  });

  test('in another language, by lines', () => {
    const lines = [
      ['Country', '2009', '2010', 'Change'],
      ['Austria', '1,234', '1,300', '+3.8'],
      ['Belgium', '2,001', '', '-1.1'],
    ];
    const glyphs = lines.flatMap((row, i) =>
      row.flatMap((word, j) => glyphsOf(word, columns[j]!, 100 + 12 * i, 4).map(glyph => ({ ...glyph, size: 8 }))),
    );
    expect(rowsOf(page(glyphs))).toEqual([lines]);
  });

  test.each<[string, Glyph[]]>([
    [
      'prose',
      [0, 1, 2, 3, 4].flatMap(i => glyphsOf('进一步规范检查行为减轻企业负担现将有关事项通知', 40, 100 + 12 * i)),
    ],
    [
      'a numbered list',
      [1, 2, 3].flatMap(i => [...glyphsOf(`${i}`, 40, 80 + 12 * i), ...glyphsOf('资质条件保持情况', 60, 80 + 12 * i)]),
    ],
    ['a signature', [...glyphsOf('负责人', 40, 100), ...glyphsOf('审核人', 200, 100), ...glyphsOf('填表人', 300, 100)]],
    ['nothing', []],
  ])('%s is no table', (_, glyphs) => {
    expect(rowsOf(page(glyphs))).toEqual([]);
  });
});

describe('a table with rulings in part', () => {
  const body: [number, number, string][] = [
    [2, 0, '1'],
    [2, 1, '食品检查'],
    [2, 2, '许可情况'],
    [2, 3, '公安局'],
    [4, 0, '2'],
    [4, 1, '药品检查'],
    [4, 2, '经营情况'],
    [4, 3, '教育局'],
  ];
  const rows = [
    ['序号', '任务', '事项', '部门'],
    ['1', '食品检查', '许可情况', '公安局'],
    ['2', '药品检查', '经营情况', '教育局'],
  ];
  const frame = (top: number, bottom: number): Edge[] =>
    [38, 85, 195, 295, 360].map(at => ({ direction: 'v', at, from: top, to: bottom }));

  test.each<[string, Edge[]]>([
    ['rules between rows', [h(95), h(113), h(133), h(155)]],
    ['rules above, below and under the header', [h(95), h(113), h(155)]],
    ['a ruled header only', [h(95), h(113), ...frame(95, 113)]],
    ['rules between columns only', [h(95), h(113), h(155), ...frame(95, 155)]],
    ['rules inside only', [h(113), h(133), ...frame(95, 155).slice(1, 4)]],
  ])('%s', (_, edges) => {
    expect(rowsOf(page(text(...head, ...body), edges))).toEqual([rows]);
  });

  test('a rule that leaves out a column merges its cells', () => {
    const edges = [h(95), h(113), h(133, 38, 295), h(155)];
    const glyphs = text(...head, ...body.filter(([, column]) => column < 3), [3, 3, '公安局']);
    expect(rowsOf(page(glyphs, edges))[0]!.map(row => row[3])).toEqual(['部门', '公安局', null]);
  });

  test('a header over two columns', () => {
    const glyphs = text(
      [0.5, 0, '序号'],
      [0.5, 1, '任务'],
      [1, 2, '发起'],
      [1, 3, '配合'],
      ...body.map(([line, column, word]): [number, number, string] => [line + 1, column, word]),
    );
    const over = glyphsOf('部门', 250, 98);
    const edges = [h(93), h(108, 195, 360), h(123), h(143), h(165)];
    expect(rowsOf(page([...glyphs, ...over], edges))[0]!.slice(0, 2)).toEqual([
      ['序号', '任务', '部门', null],
      [null, null, '发起', '配合'],
    ]);
  });
});
