import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import { withStreams } from '../../src/geometry/stream-tables.ts';
import type { Table } from '../../src/geometry/table.ts';
import { glyphsOf, latin } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };
type Sides = 'top' | 'bottom' | 'left' | 'right';

/** A cell's sides, without those named, and its lines of text from the top. */
function cell(x0: number, top: number, x1: number, bottom: number, text = '', without: readonly Sides[] = []) {
  const sides: [Sides, Edge][] = [
    ['top', { direction: 'h', at: top, from: x0, to: x1 }],
    ['bottom', { direction: 'h', at: bottom, from: x0, to: x1 }],
    ['left', { direction: 'v', at: x0, from: top, to: bottom }],
    ['right', { direction: 'v', at: x1, from: top, to: bottom }],
  ];
  return {
    edges: sides.filter(([side]) => !without.includes(side)).map(([, edge]) => edge),
    glyphs: text === '' ? [] : text.split('/').flatMap((line, i) => glyphsOf(line, x0 + 3, top + 3 + 10 * i)),
  };
}

const page = (parts: readonly { edges: Edge[]; glyphs: Glyph[] }[], loose: Glyph[] = []): PageContent => ({
  page: 1,
  width: 600,
  height: 800,
  edges: parts.flatMap(part => part.edges),
  glyphs: [...parts.flatMap(part => part.glyphs), ...loose],
  shades: [],
});

const tablesOf = (content: PageContent, before: Table | null = null): Table[] => {
  const { tables, rest } = ruledTables(content, hints, before);
  return withStreams(content, rest, tables, hints, null);
};
const texts = (table: Table): string[] =>
  table.cells.map(({ row, column, rowSpan, colSpan, text }) => {
    const spans = rowSpan > 1 || colSpan > 1 ? ` ${rowSpan}x${colSpan}` : '';
    return `${row},${column}${spans}: ${text.replace(/\n/g, '')}`;
  });
const codes = (table: Table): string[] => table.findings.map(({ code }) => code);

describe('text that runs out of a cell which the page break leaves open', () => {
  const upper = [cell(50, 100, 100, 130, '1'), cell(100, 100, 200, 130, '食品检查')];
  const open = cell(100, 130, 200, 155, '许可情况经营情况/台账情况应急预案', ['bottom']);
  const below = (top: number, x = 103) => glyphsOf('标志年检情况', x, top);

  test('goes on below the last ruling', () => {
    const [table] = tablesOf(page([...upper, cell(50, 130, 100, 155, '2'), open], below(154)));
    expect(texts(table!)).toContain('1,1: 许可情况经营情况台账情况应急预案标志年检情况');
    expect(codes(table!)).toEqual(['cell-overflow']);
  });

  test('is half inside where no cell is closed', () => {
    const left = cell(50, 130, 100, 155, '2', ['bottom']);
    const [table] = tablesOf(page([...upper, left, open], below(152)));
    expect(texts(table!)).toContain('1,1: 许可情况经营情况台账情况应急预案标志年检情况');
  });

  test.each<[string, Sides[], Glyph[]]>([
    ['stands below a closed cell', [], below(156)],
    ['stands wholly below a table that is open everywhere', ['bottom'], below(156)],
    ['stands far below', ['bottom'], below(175)],
    ['reaches over the sides of the cell', ['bottom'], glyphsOf('注：抽查比例由牵头部门按照实际情况确定', 103, 154)],
  ])('is none where it %s', (_, without, loose) => {
    const left = cell(50, 130, 100, 155, '2', without);
    const right = cell(100, 130, 200, 155, '许可情况经营情况/台账情况', without);
    const [table] = tablesOf(page([...upper, left, right], loose));
    expect(texts(table!)).toContain('1,1: 许可情况经营情况台账情况');
    expect(codes(table!)).toEqual([]);
  });
});

describe('a word that its cell is too narrow for', () => {
  const pair = (right: string) => [
    ...[cell(50, 100, 80, 130), cell(80, 100, 200, 130, right)],
    ...[cell(50, 130, 80, 160, '甲'), cell(80, 130, 200, 160, '乙')],
  ];
  const first = (parts: ReturnType<typeof pair>, word: Glyph[]) => {
    const { glyphs, ...content } = page(parts);
    return tablesOf({ ...content, glyphs: [...word, ...glyphs] })[0]!;
  };

  test.each<[string, string, Glyph[]]>([
    ['over the next cell’s text', '一年两次', glyphsOf('不低于五', 53, 103)],
    ['with a character on the ruling', '/一年两次', glyphsOf('不低于五', 52, 103)],
    ['with its characters set apart', '/一次', [...'不低于五'].flatMap((text, i) => glyphsOf(text, 54 + 10 * i, 103))],
  ])('stays one, %s', (_, right, word) => {
    const table = first(pair(right), word);
    expect(texts(table)[0]).toBe(`0,0: ${word.map(glyph => glyph.text).join('')}`);
    expect(texts(table)[1]).toBe(`0,1: ${right.replace('/', '')}`);
  });

  test('ends with its unit, though the next cell’s number touches it', () => {
    const table = first(pair(''), glyphsOf('20%2次', 55, 103));
    expect(texts(table).slice(0, 2)).toEqual(['0,0: 20%', '0,1: 2次']);
    const torn = first(pair(''), glyphsOf('20至2次', 55, 103));
    expect(texts(torn)[0]).toBe('0,0: 20至2次');
  });

  test.each<[string, string, Glyph[]]>([
    ['the ruling parts two characters, and the other text stands free', '/一年两次', glyphsOf('不低于五', 56, 103)],
    [
      'they were not drawn one after the other',
      '/一年两次',
      [...glyphsOf('不低', 60, 103), ...glyphsOf('于五', 84, 103)],
    ],
  ])('is two words where %s', (_, right, word) => {
    expect(texts(first(pair(right), word))[0]).not.toContain('五');
  });
});

describe('a text that reaches up to the next cell’s text', () => {
  const centred = (line: string, top: number) => glyphsOf(line, 140 - 4 * line.length, top);
  /** The first row's cells have these glyphs; the right column has lines below that begin, or are centred, alike. */
  const table = (first: readonly Glyph[], other: (line: string, top: number) => Glyph[]) => {
    const rows = [100, 130, 160].flatMap(top => [cell(50, top, 80, top + 30), cell(80, top, 200, top + 30)]);
    const others = [...other('一年两次', 133), ...other('每年一次', 163), ...glyphsOf('甲', 53, 133)];
    return tablesOf(page(rows, [...first, ...others, ...glyphsOf('乙', 53, 163)]))[0]!;
  };
  const left = (line: string, top: number) => glyphsOf(line, 83, top);

  test.each<[string, Glyph[], typeof left]>([
    ['begins where the column’s lines do', [...glyphsOf('不低于五', 51, 103), ...left('一次', 103)], left],
    ['begins there though it lies on the other', [...glyphsOf('不低于五', 51.5, 103), ...left('一次', 103)], left],
    [
      'is centred as the column’s lines are',
      [...glyphsOf('不低于百分之', 60, 103), ...centred('一年至少抽查一次', 103)],
      centred,
    ],
    [
      'was drawn before the other’s last line',
      [...glyphsOf('不低', 67, 103), ...glyphsOf('于五', 53, 113), ...left('一次', 103)],
      left,
    ],
  ])('leaves it to it where that %s', (_, first, other) => {
    const [a, b] = texts(table(first, other));
    expect(b).toMatch(/^0,1: (一年至少抽查)?一次$/);
    expect(a).not.toContain('次');
  });

  test.each<[string, Glyph[]]>([
    ['where the column’s lines begin elsewhere', [...glyphsOf('不低于五', 54, 103), ...glyphsOf('一次', 86, 103)]],
    [
      'where a number would be torn',
      [...glyphsOf('不低于', 51, 103), ...latin('20', 75, 103), ...latin('24', 83, 103)],
    ],
    ['where punctuation would begin it', [...glyphsOf('不低于五', 51, 103), ...glyphsOf('；一次', 83.5, 103)]],
    ['where a sign would begin it', [...glyphsOf('不低于五', 51, 103), ...left('/一次', 103)]],
  ])('is all one, and says so, %s', (_, first) => {
    const found = table(first, left);
    expect(texts(found)[0]).toBe(`0,0: ${first.map(glyph => glyph.text).join('')}`);
    expect(codes(found)).toContain('cell-overflow');
  });

  test('a number is parted where its halves do not follow each other exactly', () => {
    const first = [...glyphsOf('不低于', 50.5, 103), ...latin('20', 74.5, 103), ...latin('24', 83, 103)];
    expect(texts(table(first, left)).slice(0, 2)).toEqual(['0,0: 不低于20', '0,1: 24']);
  });
});

describe('text of an open and empty cell, below the table', () => {
  const rows = (last: string) => [
    cell(50, 100, 100, 130, '1'),
    cell(50, 130, 100, 160, '2'),
    cell(100, 100, 200, 160, last, ['bottom']),
  ];

  test('is that cell’s', () => {
    const [table] = tablesOf(page(rows(''), glyphsOf('市公安局', 110, 220)));
    expect(texts(table!)).toEqual(['0,0: 1', '0,1 2x1: 市公安局', '1,0: 2']);
    expect(codes(table!)).toEqual(['cell-overflow']);
  });

  test.each<[string, ReturnType<typeof rows>, Glyph[]]>([
    ['the cell has text', rows('市教育局'), glyphsOf('市公安局', 110, 220)],
    ['the cell is closed', [...rows('').slice(0, 2), cell(100, 100, 200, 160)], glyphsOf('市公安局', 110, 220)],
    ['the text stands below other columns', rows(''), glyphsOf('市公安局', 60, 220)],
  ])('is not where %s', (_, parts, loose) => {
    expect(tablesOf(page(parts, loose)).flatMap(texts).join()).not.toContain('市公安局');
  });
});

describe('one text in a row of blank cells', () => {
  const row = (xs: number[], top: number, texts: string[]) =>
    xs.slice(1).map((x, i) => cell(xs[i]!, top, x, top + 30, texts[i]));
  const before = tablesOf(
    page([...row([50, 100, 200, 300], 100, ['1', '甲', '局']), ...row([50, 100, 200, 300], 130, ['2', '乙', '局'])]),
  )[0]!;
  const rest = (xs: number[]) => page(row(xs, 50, ['', '检查', '']));

  test('is a table on the columns of the table before, and else none', () => {
    expect(tablesOf(rest([50, 100, 200, 300]), before).map(texts)).toEqual([['0,0: ', '0,1: 检查', '0,2: ']]);
    expect(tablesOf(rest([50, 100, 200, 300]))).toEqual([]);
    expect(tablesOf(rest([50, 120, 200, 300]), before)).toEqual([]);
  });
});

describe('columns merged over all rows of a page', () => {
  const row = (top: number, texts: string[], merged = false) =>
    [50, 100, 200, 260, 340]
      .slice(0, 4)
      .map((x, i) =>
        cell(x, top, [100, 200, 260, 340][i]!, top + 30, texts[i], merged && i === 2 ? ['top', 'bottom'] : []),
      );
  const first = tablesOf(
    page([row(100, ['1', '甲', '公安局', '教育局']), row(130, ['2', '乙', '税务局', '水利局'])].flat()),
  )[0]!;
  const apart = page([row(50, ['3', '丙', '', '民政局'], true), row(80, ['4', '丁', '', '商务局'], true)].flat());

  test('do not part the columns beside them from the table', () => {
    expect(tablesOf(apart, first).map(texts)).toEqual([
      ['0,0: 3', '0,1: 丙', '0,2 2x1: ', '0,3: 民政局', '1,0: 4', '1,1: 丁', '1,3: 商务局'],
    ]);
  });

  test('do not part them where the merged cell alone runs on to the end of the page', () => {
    const rows = [row(50, ['3', '丙', '', '民政局'], true), row(80, ['4', '丁', '', '商务局'], true)].flat();
    const open = [cell(100, 50, 200, 80, '丙'), cell(100, 80, 200, 110, '丁'), cell(50, 50, 100, 300, '3', ['bottom'])];
    const found = tablesOf(page([...rows.filter((_, i) => i % 4 > 1), ...open]), first);
    expect(found.map(table => table.xs.length)).toEqual([5]);
    const lower = row(92, ['', '', '', '商务局']).slice(3);
    const uneven = tablesOf(page([...open, ...row(62, ['', '', '', '民政局']).slice(3), ...lower]), first);
    expect(uneven[0]!.xs).toHaveLength(3);
  });

  test('are not looked for without a table on the page before, or with one of other columns', () => {
    const narrow = page(
      [row(50, ['3', '丙', '', ''])].flat().map(({ edges, glyphs }) => ({
        glyphs,
        edges: edges.map(edge =>
          edge.direction === 'v'
            ? { ...edge, at: edge.at * 1.2 }
            : { ...edge, from: edge.from * 1.2, to: edge.to * 1.2 },
        ),
      })),
    );
    const other = tablesOf(narrow)[0]!;
    for (const before of [null, other]) expect(tablesOf(apart, before)[0]!.xs).toHaveLength(3);
  });

  test('nor what stands in a cell over several columns, if it is on the table’s own columns', () => {
    const head = [50, 100, 200, 260].map((x, i) => cell(x, 100, [100, 200, 260, 340][i]!, 120, '题'));
    const left = [cell(50, 120, 100, 150, '1'), cell(50, 150, 100, 180, '2', ['bottom'])];
    const open = cell(100, 120, 340, 180, '', ['top', 'bottom', 'left']);
    const inner = (x: number[]) =>
      [125, 150].flatMap(top => [cell(x[0]!, top, x[1]!, top + 25, '甲'), cell(x[1]!, top, x[2]!, top + 25, '乙')]);
    const [table] = tablesOf(page([...head, ...left, open, ...inner([200, 260, 340])]));
    expect(table!.cells.filter(({ row, column }) => row > 0 && column > 1).map(({ text }) => text)).toEqual([
      '甲',
      '乙',
      '甲',
      '乙',
    ]);
    const [nested] = tablesOf(page([...head, ...left, open, ...inner([130, 230, 330])]));
    expect(nested!.cells.filter(({ row, column }) => row > 0 && column > 1)).toEqual([]);
  });
});

describe('a table without rulings on its sides', () => {
  const row = (top: number) => [
    cell(50, top, 100, top + 20, '1', ['left']),
    cell(100, top, 200, top + 20, '甲'),
    cell(200, top, 300, top + 20, '公安局', ['right']),
  ];
  test('goes on below a row of one cell', () => {
    const parts = [...row(100), ...row(140)];
    expect(tablesOf(page(parts, glyphsOf('一、市教育局', 60, 126))).map(texts)).toEqual([
      ['0,0: 1', '0,1: 甲', '0,2: 公安局', '1,0 1x3: 一、市教育局', '2,0: 1', '2,1: 甲', '2,2: 公安局'],
    ]);
  });

  test.each<[string, number, Glyph[]]>([
    ['more room than a row', 170, glyphsOf('一、市教育局', 60, 140)],
    ['no text', 135, []],
  ])('does not where there is %s between', (_, top, loose) => {
    expect(tablesOf(page([...row(100), ...row(top)], loose))).toHaveLength(2);
  });
});

describe('the end of a merged cell that stands off from the row’s', () => {
  const row = (top: number, bottom: number, key: string) => [
    cell(50, top, 100, bottom, key),
    cell(100, top, 260, bottom, '检查情况'),
  ];
  const body = [row(100, 140, '1'), row(140, 180, '2'), row(180, 220, '3'), row(220, 260, '4')].flat();

  test('is the row’s end', () => {
    const merged = [cell(260, 100, 340, 168, '公安局'), cell(260, 180, 340, 260, '教育局')];
    const [table] = tablesOf(page([...body, ...merged]));
    expect(texts(table!).filter(text => text.includes('局'))).toEqual(['0,2 2x1: 公安局', '2,2 2x1: 教育局']);
    expect(table!.ys).toHaveLength(5);
  });

  test.each<[string, ReturnType<typeof cell>[]]>([
    [
      'text stands between the two',
      [cell(260, 100, 340, 164, '公安局'), cell(260, 164, 340, 180, '同'), cell(260, 180, 340, 260, '教育局')],
    ],
    ['the two are far apart', [cell(260, 100, 340, 148, '公安局'), cell(260, 180, 340, 260, '教育局')]],
    ['the next cell begins there too', [cell(260, 100, 340, 168, '公安局'), cell(260, 168, 340, 260, '教育局')]],
  ])('is a line of its own where %s', (_, merged) => {
    expect(tablesOf(page([...body, ...merged]))[0]!.ys).toHaveLength(6);
  });
});

describe('row keys one below the other in a drawn row', () => {
  const row = (top: number, key: string, text: string, bottom = top + 30) => [
    cell(50, top, 70, bottom, key),
    cell(70, top, 160, bottom, text),
    cell(160, top, 250, bottom, text),
  ];
  test('are rows where nothing is drawn between rows', () => {
    const [table] = tablesOf(page([...row(100, '号', '题'), ...row(130, '1/2/3', '甲/乙/丙', 170)]));
    expect(table!.ys).toHaveLength(5);
  });

  test('are one number that wraps where the rows above have rulings', () => {
    const rows = [row(100, '号', '题'), row(130, '9', '甲'), row(160, '10', '乙'), row(190, '1/2', '丙/丁')].flat();
    expect(tablesOf(page(rows))[0]!.ys).toHaveLength(5);
  });
});
