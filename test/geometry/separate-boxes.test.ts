import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import type { Table } from '../../src/geometry/table.ts';
import { glyphsOf } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };
interface Drawn {
  readonly edges: Edge[];
  readonly glyphs: Glyph[];
}

/** A box with its text; without a top or a bottom where a page break cuts it. */
function box(x0: number, top: number, x1: number, bottom: number, text = '', without = ''): Drawn {
  const edges: Edge[] = [
    { direction: 'v', at: x0, from: top, to: bottom },
    { direction: 'v', at: x1, from: top, to: bottom },
    ...(without.includes('t') ? [] : [{ direction: 'h' as const, at: top, from: x0, to: x1 }]),
    ...(without.includes('b') ? [] : [{ direction: 'h' as const, at: bottom, from: x0, to: x1 }]),
  ];
  return { edges, glyphs: text === '' ? [] : glyphsOf(text, x0 + 3, top + 3) };
}

const found = (parts: readonly Drawn[], before: Table | null = null): readonly Table[] => {
  const content: PageContent = {
    page: 1,
    width: 600,
    height: 800,
    edges: parts.flatMap(part => part.edges),
    glyphs: parts.flatMap(part => part.glyphs),
    shades: [],
  };
  return ruledTables(content, hints, before).tables;
};
const texts = (table: Table): string[] =>
  table.cells.map(({ row, column, rowSpan, colSpan, text }) => {
    const spans = rowSpan > 1 || colSpan > 1 ? ` ${rowSpan}x${colSpan}` : '';
    return `${row},${column}${spans}: ${text}`;
  });

const xs = [50, 80, 160, 240];
/** A row of boxes with `gap` between them; a null leaves a place free. */
const row = (top: number, bottom: number, gap: number, cells: readonly (string | null)[]): Drawn[] =>
  cells.flatMap((text, i) => (text === null ? [] : [box(xs[i]!, top, xs[i + 1]! - gap, bottom, text)]));

describe('cells drawn as boxes of their own', () => {
  test.each([1.5, 2.25, 3.75, 5])('hang together, %f points apart', gap => {
    const parts = [
      ...row(100, 130 - gap, gap, ['号', '题', '部']),
      ...row(130, 160 - gap, gap, ['1', '甲', '乙']),
      ...row(160, 190, gap, ['2', '丙', '丁']),
    ];
    expect(found(parts).map(texts)).toEqual([
      ['0,0: 号', '0,1: 题', '0,2: 部', '1,0: 1', '1,1: 甲', '1,2: 乙', '2,0: 2', '2,1: 丙', '2,2: 丁'],
    ]);
  });

  test('hang together in the only two rows of a page', () => {
    const parts = [...row(100, 128, 2, ['号', '题', '部']), ...row(130, 160, 2, ['1', '甲', '乙'])];
    expect(found(parts).map(texts)).toEqual([['0,0: 号', '0,1: 题', '0,2: 部', '1,0: 1', '1,1: 甲', '1,2: 乙']]);
  });

  test('hang together in the only row of a page', () => {
    expect(found(row(100, 130, 2, ['1', '甲', '乙'])).map(texts)).toEqual([['0,0: 1', '0,1: 甲', '0,2: 乙']]);
  });

  test('a caption’s room parts the two tables of a page', () => {
    const parts = [...row(100, 120, 2, ['1', '甲', '乙']), ...row(134, 154, 2, ['1', '丙', '丁'])];
    expect(found(parts)).toHaveLength(2);
  });

  test('two tables side by side are two', () => {
    const side = (x: number) => [box(x, 100, x + 40, 120, '甲'), box(x + 40, 100, x + 80, 120, '乙')];
    expect(found([...side(50), ...side(150)])).toHaveLength(2);
  });

  const gap = 2.25;
  const first = found([
    ...row(100, 130 - gap, gap, ['号', '题', '部']),
    ...row(130, 160 - gap, gap, ['1', '甲', '乙']),
    ...row(160, 190, gap, ['2', '丙', '丁']),
  ])[0]!;

  test('a merged cell that goes on from the page before and ends too high reaches to the next box', () => {
    const parts = [
      ...row(100, 130 - gap, gap, ['3', '甲', null]),
      ...row(130, 160 - gap, gap, ['4', '丙', null]),
      ...row(160, 190, gap, ['5', '戊', '己']),
      box(xs[2]!, 100, xs[3]! - gap, 118, '', 't'),
    ];
    expect(texts(found(parts, first)[0]!)).toEqual([
      '0,0: 3',
      '0,1: 甲',
      '0,2 2x1: ',
      '1,0: 4',
      '1,1: 丙',
      '2,0: 5',
      '2,1: 戊',
      '2,2: 己',
    ]);
  });

  test('a box with a top is what it is', () => {
    const parts = [
      ...row(100, 130 - gap, gap, ['3', '甲', '']),
      ...row(130, 160 - gap, gap, ['4', '丙', '']),
      ...row(160, 190, gap, ['5', '戊', '己']),
    ];
    expect(texts(found(parts, first)[0]!)).toContain('1,2: ');
  });
});

describe('what is drawn below the last row', () => {
  const rows = [...row(100, 130, 0, ['1', '甲', '乙']), ...row(130, 160, 0, ['2', '丙', null])];
  test('is the end of a merged cell', () => {
    const [table] = found([...rows, box(xs[2]!, 130, xs[3]!, 230, '丁')]);
    expect(texts(table!)).toEqual(['0,0: 1', '0,1: 甲', '0,2: 乙', '1,0: 2', '1,1: 丙', '1,2: 丁']);
  });

  test.each<[string, Drawn[]]>([
    ['a row with text', row(160, 190, 0, ['3', '戊', null])],
    ['a row that the page break cuts above its text', [0, 1].map(i => box(xs[i]!, 160, xs[i + 1]!, 190, '', 'b'))],
  ])('is %s', (_, last) => {
    const [table] = found([...rows, box(xs[2]!, 130, xs[3]!, 190, '丁'), ...last]);
    expect(table!.ys).toHaveLength(4);
  });
});

describe('text set apart in narrow cells', () => {
  const spread = (text: string, x: number, top: number) =>
    [...text].flatMap((one, i) => glyphsOf(one, x + 14 * i, top));
  const narrow = (top: number, key: string): Drawn[] => [
    box(50, top, 80, top + 44, key),
    box(80, top, 160, top + 44, '检查事项'),
    {
      ...box(160, top, 204, top + 44),
      glyphs: [
        ...spread('不超过', 163, top + 3),
        ...spread('一般事', 163, top + 13),
        ...spread('的比例', 163, top + 23),
      ],
    },
    box(204, top, 284, top + 44, '公安局'),
  ];
  test('is no column where rulings part rows and columns', () => {
    const [table] = found([...narrow(100, '1'), ...narrow(144, '2'), ...narrow(188, '3')]);
    expect(table!.style).toBe('lattice');
    expect(table!.xs).toHaveLength(5);
  });
});
