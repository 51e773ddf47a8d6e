import { describe, expect, test } from 'vitest';
import { isAmount, isYear } from '../../src/geometry/amounts.ts';
import { joinDots } from '../../src/geometry/dots.ts';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import { withStreams } from '../../src/geometry/stream-tables.ts';
import { latin } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };
const columns = [40, 160, 220, 280];
const h = (at: number, from = 38, to = 330): Edge => ({ direction: 'h', at, from, to });
const v = (at: number, from: number, to: number): Edge => ({ direction: 'v', at, from, to });

/** Text at `[line, column, text]`; lines are ten points apart, characters eight points high. */
const text = (...words: [number, number, string][]): Glyph[] =>
  words.flatMap(([line, column, word]) => latin(word, columns[column]!, 100 + 10 * line));

function rowsOf(glyphs: Glyph[], edges: Edge[] = []) {
  const content: PageContent = { page: 1, width: 600, height: 800, glyphs, edges, shades: [] };
  const ruled = ruledTables(content, hints, null);
  return withStreams(content, ruled.rest, ruled.tables, hints, null).map(table =>
    table.ys.slice(1).map((_, row) => table.cells.filter(cell => cell.row === row).map(cell => cell.text)),
  );
}

test.each(['1,234', '-5.2', '(3.1)', '12.5%', '$ 1,200', '1 200 km²', '2.1p', '–', ':', 'n.a.', '(NA)', '03/2009'])(
  '%s is an amount',
  word => expect(isAmount(word)).toBe(true),
);
test.each(['', 'Total', '12 March 2010', '第3项', 'EU-27 average', 'a', '5户'])('%s is no amount', word =>
  expect(isAmount(word)).toBe(false),
);
test.each<[string, boolean]>([
  ['2008', true],
  ['2007-13', true],
  ['1999/2000', true],
  ['2,008', false],
  ['1703', false],
])('%s is a year: %s', (word, expected) => expect(isYear(word)).toBe(expected));

describe('rows', () => {
  const head: [number, number, string][] = [
    [0, 1, '2008'],
    [0, 2, '2009'],
  ];

  test.each<[string, [number, number, string][]]>([
    [
      'above its amounts',
      [
        [1, 0, 'Electricity, gas, steam and'],
        [2, 0, 'water'],
        [2, 1, '5.1'],
        [2, 2, '6.1'],
      ],
    ],
    [
      'below its amounts',
      [
        [1, 0, 'Electricity, gas, steam and'],
        [1, 1, '5.1'],
        [1, 2, '6.1'],
        [2, 0, 'water'],
      ],
    ],
    [
      'around its amounts',
      [
        [1, 0, 'Electricity, gas, steam and'],
        [1.5, 1, '5.1'],
        [1.5, 2, '6.1'],
        [2, 0, 'water'],
      ],
    ],
  ])('a label wraps %s', (_, wrapped) => {
    const rest: [number, number, string][] = [3, 4, 5].flatMap((line): [number, number, string][] => [
      [line, 0, 'Education'],
      [line, 1, `${line}.5`],
      [line, 2, `${line}.7`],
    ]);
    const rows = rowsOf(text(...head, ...wrapped, ...rest))[0]!;
    expect(rows[1]).toEqual(['Electricity, gas, steam and water', '5.1', '6.1']);
    expect(rows).toHaveLength(5);
  });

  test('a heading is a row of its own', () => {
    const rows = rowsOf(
      text(
        ...head,
        [1, 0, 'Males'],
        ...[2, 3].flatMap((line): [number, number, string][] => [
          [line, 0, 'Employment in agriculture'],
          [line, 1, `${line}.5`],
          [line, 2, `${line}.7`],
        ]),
      ),
    )[0]!;
    expect(rows.map(row => row[0])).toEqual(['', 'Males', 'Employment in agriculture', 'Employment in agriculture']);
  });

  test('a label in the middle of two rows is merged over both', () => {
    const glyphs = text(
      ...head,
      [1, 1, '1.5'],
      [1, 2, '1.6'],
      [1.75, 0, 'Austria'],
      [2.5, 1, '2.5'],
      [2.5, 2, '2.6'],
      [4, 0, 'Belgium'],
      [4, 1, '3.5'],
      [4, 2, '3.6'],
    );
    expect(rowsOf(glyphs)[0]).toEqual([
      ['', '2008', '2009'],
      ['Austria', '1.5', '1.6'],
      ['2.5', '2.6'],
      ['Belgium', '3.5', '3.6'],
    ]);
  });

  test('leaders keep with their label', () => {
    const lines = ['Alabama ................', 'Alaska ..................'];
    const glyphs = lines.flatMap((line, i) => [
      ...latin(line, 40, 110 + 10 * i),
      ...latin(`${i}.5`, 43 + 4 * line.length, 110 + 10 * i),
      ...latin(`${i}.7`, 220, 110 + 10 * i),
    ]);
    expect(rowsOf(glyphs)[0]!.map(row => row.length)).toEqual([3, 3]);
  });
});

describe('rulings in part', () => {
  const body = [1, 2, 3, 4].flatMap((line): [number, number, string][] => [
    [line + 0.5, 0, `Item ${'abcd'[line - 1]}`],
    [line + 0.5, 1, `${line}.5`],
    [line + 0.5, 2, `${line}.7`],
  ]);
  const head: [number, number, string][] = [
    [0, 0, 'Item'],
    [0, 1, 'Men'],
    [0, 2, 'Women'],
  ];
  const sides = (...at: number[]) => at.map(x => v(x, 95, 156));

  test.each<[string, Edge[]]>([
    ['a frame', [h(95), h(156), ...sides(38, 330)]],
    ['a frame, and a rule under the header', [h(95), h(111), h(156), ...sides(38, 330)]],
    ['between columns', [h(95), h(111), h(156), ...sides(150, 210)]],
    ['around blocks of rows', [h(95), h(111), h(133), h(156), ...sides(38, 150, 330)]],
    ['under the header', [h(111)]],
    ['above and under the header', [h(95), h(111)]],
    ['none', []],
  ])('%s', (_, edges) => {
    const rows = rowsOf(text(...head, ...body), edges);
    expect(rows).toEqual([
      [
        ['Item', 'Men', 'Women'],
        ['Item a', '1.5', '1.7'],
        ['Item b', '2.5', '2.7'],
        ['Item c', '3.5', '3.7'],
        ['Item d', '4.5', '4.7'],
      ],
    ]);
  });

  test('two tables between rules of one width are two, the text between them is none', () => {
    const second = [...head, ...body].map(([line, column, word]): [number, number, string] => [
      line + 12,
      column,
      word,
    ]);
    const prose = latin('Note: figures for the last year are provisional and may yet be revised.', 40, 175);
    const edges = [h(95), h(111), h(156), h(215), h(231), h(276)];
    const found = rowsOf([...text(...head, ...body, ...second), ...prose], edges);
    expect(found.map(rows => rows.length)).toEqual([5, 5]);
    expect(found.flat(2).join(' ')).not.toContain('Note');
  });

  test('dots are rulings only in a row', () => {
    const dots = (direction: 'h' | 'v') =>
      Array.from(
        { length: 10 },
        (_, i): Edge => ({
          direction,
          at: direction === 'h' ? 50 : 10 + 1.5 * i,
          from: direction === 'h' ? 9.6 + 1.5 * i : 49.6,
          to: direction === 'h' ? 10.4 + 1.5 * i : 50.4,
        }),
      );
    for (const direction of ['h', 'v'] as const) {
      const [edge, ...others] = joinDots(dots(direction));
      expect(others).toEqual([]);
      // A ruling begins and ends where its first and last dot do.
      expect(edge).toMatchObject({ direction: 'h', at: 50 });
      expect([edge!.from, edge!.to].map(end => Math.round(10 * end) / 10)).toEqual([9.6, 23.9]);
    }
    expect(joinDots([h(10, 0, 0.8), h(40, 0, 0.8), v(80, 0, 0.8), v(90, 70, 70.8)])).toEqual([]);
    // Large dots are told by their shape; dashes of the same length stay what they are.
    const large = Array.from({ length: 5 }, (_, i) => v(10 + 5 * i, 49, 51));
    expect(joinDots(large.map(edge => ({ ...edge, dot: true })))).toEqual([h(50, 9, 31)]);
    expect(joinDots(large)).toEqual(large);
    // A short ruling whose end dots are stretched; and a piece of a ruling that is no dot, however near.
    const [first, second] = [v(50, 24.5, 26.8), v(50, 29, 31.3)].map(edge => ({ ...edge, dot: true }));
    const short = [v(50, 20, 23), first!, second!, v(50, 34, 37)];
    const among = (edges: Edge[]) =>
      joinDots([...large.map(edge => ({ ...edge, at: edge.at + 90, dot: true })), ...edges]).filter(
        edge => edge.direction === 'v' && edge.to - edge.from > 3,
      );
    expect(among(short)).toEqual([v(50, 20, 37)]);
    const long = [v(50, 10, 22), first!, second!, v(50, 34, 46)];
    expect(among(long)).toEqual([long[0], long[3]]);
  });
});

describe('what is no table', () => {
  const sentence = 'the average share of all persons in the regions has been reported since then as';
  const column = (x: number, top: number, count: number) =>
    Array.from({ length: count }, (_, i) => latin(sentence.slice(i, i + 44), x, top + 10 * i)).flat();

  test.each<[string, Glyph[]]>([
    ['two columns of running text', [...column(40, 100, 9), ...column(240, 100, 9)]],
    ['three of them', [...column(40, 100, 9), ...column(230, 100, 9), ...column(420, 100, 9)]],
    [
      'an address beside a date',
      text([0, 0, 'Rue de la Loi'], [0, 2, '12 March 2010'], [1, 0, 'Brussels'], [1, 2, 'Page 1']),
    ],
    ['a list', [1, 2, 3, 4, 5].flatMap(i => [...latin(`${i}.`, 40, 90 + 12 * i), ...latin(sentence, 60, 90 + 12 * i)])],
    [
      'a page of contents',
      [1, 2, 3, 4, 5].flatMap(i => [
        ...latin('Chapter ....................', 40, 90 + 12 * i),
        ...latin(`${3 * i}`, 200, 90 + 12 * i),
      ]),
    ],
  ])('%s', (_, glyphs) => expect(rowsOf(glyphs)).toEqual([]));

  test('a table in one of two columns of running text is found alone', () => {
    const table = [0, 1, 2, 3].flatMap(i => [
      ...latin(`Item ${'abcd'[i]}`, 240, 200 + 12 * i),
      ...latin(`${i}.5`, 330, 200 + 12 * i),
      ...latin(`${i}.7`, 380, 200 + 12 * i),
    ]);
    const rows = rowsOf([...column(40, 100, 20), ...column(240, 100, 8), ...table]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.map(row => row.length)).toEqual([3, 3, 3, 3]);
  });
});
