import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { keysOf } from '../../src/geometry/numbered.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import { shadeGroups } from '../../src/geometry/shade-groups.ts';
import type { Table } from '../../src/geometry/table.ts';
import type { Box } from '../../src/model/box.ts';
import { glyphsOf, latin } from './make-table.ts';

const hints = { headers: ['序号', '任务', '事项', '部门'], rowKey: '^\\d{1,4}$' };
const page = (change: Partial<PageContent>): PageContent => ({
  ...{ page: 1, width: 600, height: 800, glyphs: [], edges: [], shades: [] },
  ...change,
});
const textsOf = (tables: readonly Table[]): string[][][] =>
  tables.map(table =>
    table.ys.slice(1).map((_, row) => table.cells.filter(cell => cell.row === row).map(cell => cell.text)),
  );

/** Areas side by side on one height. */
const strip = (top: number, ...xs: number[]): Box[] =>
  xs.slice(1).map((x1, i) => ({ x0: xs[i]!, x1, top, bottom: top + 14 }));

describe('shaded areas', () => {
  test.each<[string, Box[][], number[]]>([
    ['of one table', [strip(100, 40, 140, 240), strip(128, 40, 140, 240)], [4]],
    ['with a heading over all columns', [strip(100, 40, 140, 240), strip(128, 40, 240), strip(156, 40, 140, 240)], [5]],
    ['with titles over several columns', [strip(100, 40, 140, 340), strip(128, 40, 140, 240, 340)], [5]],
    ['of rows that begin in some columns only', [strip(100, 40, 140, 240, 340), strip(128, 140, 240, 340)], [5]],
    ['of tables with the same left side', [strip(100, 40, 140, 240), strip(300, 40, 110, 200)], [2, 2]],
    [
      'of tables as wide as the page',
      [strip(100, 40, 140, 240, 340), strip(128, 40, 140, 240, 340), strip(300, 40, 180, 340)],
      [6, 2],
    ],
    ['of a table and a word', [strip(100, 40, 140, 240), strip(114, 60, 90), strip(128, 40, 140, 240)], [4, 1]],
  ])('%s', (_, strips, sizes) => {
    expect(shadeGroups(strips.flat()).map(group => group.length)).toEqual(sizes);
  });

  test('show two tables of a page with text between them', () => {
    const row = (top: number, ...words: [number, string][]) => words.flatMap(([x, word]) => latin(word, x, top));
    const rows = [0, 1, 2, 3].map(i => row(103 + 14 * i, [44, `Item ${'abcd'[i]}`], [144, `1${i}`], [244, `2${i}`]));
    const form = [0, 1, 2, 3].map(i => row(303 + 14 * i, [44, `Name ${'abcd'[i]}`], [184, `Answer ${i}`]));
    const shades = [100, 128].flatMap(top => strip(top, 40, 140, 240, 340));
    const others = [300, 328].flatMap(top => strip(top, 40, 180, 340));
    const prose = latin('Between them stands a sentence that keeps to no column at all', 40, 220);
    const content = page({ glyphs: [...rows, ...form, prose].flat(), shades: [...shades, ...others] });
    const { tables, rest } = ruledTables(content, hints, null);
    expect(textsOf(tables).map(found => [found.length, found[0]!.length])).toEqual([
      [4, 3],
      [4, 2],
    ]);
    expect(rest.map(({ text }) => text).join('')).toBe('Betweenthemstandsasentencethatkeepstonocolumnatall');
  });
});

describe('a table that goes on', () => {
  const tableOf = (rows: readonly string[][]): Table => ({
    ...{
      style: 'stream',
      box: { x0: 0, x1: 0, top: 0, bottom: 0 },
      xs: [],
      ys: [],
      glyphs: [],
      edges: [],
      findings: [],
    },
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({
        ...{ row, column, rowSpan: 1, colSpan: 1, text, lines: [], openTop: false, openBottom: false },
        box: { x0: 0, x1: 0, top: 0, bottom: 0 },
      })),
    ),
  });
  test.each<[string, boolean, string[][]]>([
    [
      'has keys that count on',
      true,
      [
        ['序号', '任务'],
        ['7', '甲'],
        ['8', '乙'],
      ],
    ],
    [
      'has keys in its second column',
      true,
      [
        ['城市', '序号'],
        ['甲', '7'],
        ['', '8'],
        ['乙', '1'],
        ['', '2'],
      ],
    ],
    ['has one row with a key', true, [['7', '甲']]],
    [
      'has shown no key so far',
      true,
      [
        ['序号', '任务'],
        ['', '甲'],
      ],
    ],
    [
      'has years in its header',
      false,
      [
        ['Member', '2002'],
        ['Ireland', '-'],
        ['Malta', 'n/a'],
      ],
    ],
    [
      'has amounts',
      false,
      [
        ['Member', '2002'],
        ['Ireland', '339'],
        ['Malta', '762'],
        ['Latvia', '90'],
      ],
    ],
  ])('%s', (_, keyed, rows) => {
    expect(keysOf(tableOf(rows), /^\d{1,4}$/u).test('3')).toBe(keyed);
  });
});

describe('below the last rule of a table', () => {
  const xs = [40, 100, 240, 380];
  const rule = (at: number): Edge => ({ direction: 'h', at, from: 38, to: 480 });
  const line = (top: number, ...texts: string[]) => texts.flatMap((text, i) => glyphsOf(text, xs[i]!, top));
  const rows = [
    line(104, '序号', '任务名称', '抽查事项', '部门'),
    line(124, '1', '食品检查', '许可情况', '公安局'),
    line(144, '2', '药品检查', '经营情况', '教育局'),
    line(164, '3', '设备检查', '使用登记', '应急局'),
  ];
  const rules = [100, 120, 140, 160, 180].map(rule);
  const rowsWith = (below: Glyph[]) =>
    textsOf(ruledTables(page({ glyphs: [...rows.flat(), ...below], edges: rules }), hints, null).tables)[0]!.length;
  test.each<[string, number, Glyph[]]>([
    ['the first half of a row', 5, line(184, '4', '餐饮检查', '明码标价', '民政局')],
    [
      'a sentence whose words end where columns do',
      4,
      latin('This is a sentence as it is set in all reports of the survey on farms and on mines, every year', 40, 184),
    ],
    ['nothing', 4, []],
  ])('stands %s', (_, count, below) => {
    expect(rowsWith(below)).toBe(count);
  });
});

describe('the rest of a row on a page of its own', () => {
  const edges = (xs: readonly number[], ys: readonly number[]): Edge[] => [
    ...ys.map((at): Edge => ({ direction: 'h', at, from: xs[0]!, to: xs.at(-1)! })),
    ...xs.map((at): Edge => ({ direction: 'v', at, from: ys[0]!, to: ys.at(-1)! })),
  ];
  const xs = [40, 100, 240, 380];
  const whole = page({
    glyphs: ['序号', '任务', '事项'].flatMap((text, i) => glyphsOf(text, xs[i]! + 3, 106)),
    edges: edges(xs, [100, 120, 200]),
  });
  const [before] = ruledTables(whole, hints, null).tables;
  const rest = (columns: readonly number[], ys: readonly number[] = [40, 60]) =>
    page({ glyphs: glyphsOf('许可情况', 103, 46), edges: edges(columns, ys) });
  test.each<[string, number, PageContent, Table | null]>([
    ['goes on with the table before', 1, rest(xs), before!],
    ['is a frame where there is none', 0, rest(xs), null],
    ['is a frame where columns differ', 0, rest([40, 100, 200, 380]), before!],
    ['is a frame where it has fewer columns', 0, rest([40, 380]), before!],
    ['is a form where it has several rows', 0, rest(xs, [40, 60, 80]), before!],
  ])('%s', (_, count, content, table) => {
    expect(ruledTables(content, hints, table).tables).toHaveLength(count);
  });
});
