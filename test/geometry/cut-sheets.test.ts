import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSheets } from '../../src/geometry/cut-sheets.ts';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { glueSheets } from '../../src/geometry/glue-sheets.ts';
import type { PageContent } from '../../src/geometry/page.ts';
import { bare, expected, glyphsOf, paint, type Sketch, sketches } from './make-table.ts';

const rowKey = /^\d{1,4}$/u;
const hints = { headers: [], rowKey: rowKey.source };

/** Some rows and columns of a sketch; null where a merged cell would be cut. */
function piece(sketch: Sketch, rows: [number, number], columns: [number, number]): Sketch | null {
  const within = (at: number, span: number, [from, to]: [number, number]) => at >= from && at + span <= to;
  const apart = (at: number, span: number, [from, to]: [number, number]) => at + span <= from || at >= to;
  const cells = sketch.cells.filter(
    cell => within(cell.row, cell.rowSpan, rows) && within(cell.column, cell.colSpan, columns),
  );
  const torn = sketch.cells.some(
    cell => !cells.includes(cell) && !apart(cell.row, cell.rowSpan, rows) && !apart(cell.column, cell.colSpan, columns),
  );
  return torn
    ? null
    : {
        widths: sketch.widths.slice(...columns),
        heights: sketch.heights.slice(...rows),
        cells: cells.map(cell => ({ ...cell, row: cell.row - rows[0], column: cell.column - columns[0] })),
      };
}

/** A table of one line per cell: text by row and column. */
const plain = (
  heights: readonly number[],
  widths: readonly number[],
  text: (row: number, column: number) => string,
) => ({
  widths,
  heights,
  cells: heights.flatMap((_, row) =>
    widths.map((_, column) => ({ row, column, rowSpan: 1, colSpan: 1, lines: [text(row, column)] })),
  ),
});

const keyed = (row: number, column: number): string =>
  row === 0 ? ['序号', '任务名称', '抽查事项'][column]! : column === 0 ? `${row}` : '检查'.repeat(1 + (row % 2));
const partners = (row: number, column: number): string => (row === 0 ? ['比例', '部门'][column]! : '公安局');

const uneven = [20, 30, 44, 26, 30, 60, 20];
const even = [20, 30, 30, 30, 30, 30, 30];
const left = (heights: readonly number[]) => plain(heights, [40, 300, 200], keyed);
const right = (heights: readonly number[], widths = [90, 120]) => plain(heights, widths, partners);

const sheet = (sketch: Sketch, page: number, change: Partial<PageContent> = {}): PageContent => ({
  ...paint(sketch, { rules: 'pieces' }),
  page,
  width: 640,
  ...change,
});
const inOrder = (sketch: Sketch, i: number): PageContent => sheet(sketch, i + 1);
const titled = (content: PageContent, x: number): PageContent => ({
  ...content,
  glyphs: [...content.glyphs, ...glyphsOf('某市联合抽查工作计划', x, 40)],
});

const pagesOf = (contents: readonly PageContent[]) => {
  const { joined, doubts } = cutSheets(contents, rowKey);
  return { joined: joined.map(row => row.map(({ page }) => page)), doubts };
};

describe('sheets of a table wider than its paper', () => {
  const [upper, lower] = [uneven, [20, 52, 33, 20]];
  const single = (heights: readonly number[]) => plain(heights, [80], row => (row === 0 ? '备注' : '实地核查'));
  const again = (heights: readonly number[]) =>
    plain(heights, [40, 300, 150], (row, column) => (column < 2 ? keyed(row, column) : partners(row, 1)));
  /** A cell merged over two rows, and a row that the sides of a merged cell leave out. */
  const merged = (sketch: Sketch, at: number, column: number): Sketch => ({
    ...sketch,
    cells: sketch.cells
      .filter(cell => !(cell.row === at + 1 && cell.column >= column))
      .map(cell => (cell.row === at && cell.column >= column ? { ...cell, rowSpan: 2 } : cell)),
  });
  test.each<[string, PageContent[], number[][]]>([
    ['one row of sheets', [sheet(left(uneven), 1), sheet(right(uneven), 2)], [[0, 1]]],
    [
      'down, then over',
      [left(upper), left(lower), right(upper), right(lower)].map(inOrder),
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [
      'over, then down',
      [left(upper), right(upper), left(lower), right(lower)].map(inOrder),
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['a last sheet of one column', [left(uneven), right(uneven), single(uneven)].map(inOrder), [[0, 1, 2]]],
    [
      'a last page of one row',
      [left(upper), left([30]), right(upper), right([30])].map(inOrder),
      [
        [0, 2],
        [1, 3],
      ],
    ],
    ['rows merged on one sheet only', [left(uneven), merged(right(uneven), 2, 0)].map(inOrder), [[0, 1]]],
    ['columns printed again on every sheet', [left(uneven), again(uneven)].map(inOrder), [[0, 1]]],
    ['rows of one height, where the paper has no room', [left(even), right(even)].map(inOrder), [[0, 1]]],
    [
      'a title that runs over both',
      [titled(sheet(left(uneven), 1), 560), titled(sheet(right(uneven), 2), 38)],
      [[0, 1]],
    ],
    [
      'text below that runs over, on pages of its own',
      [
        sheet(left(uneven), 1),
        sheet(left([]), 2, { glyphs: glyphsOf('备注：比例由牵头部门', 100, 60) }),
        sheet(right(uneven), 3),
        sheet(left([]), 4, { glyphs: glyphsOf('确定。', 40, 60) }),
      ],
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [
      'after another table, before text',
      [
        sheet(plain([20, 25, 40], [100, 100], keyed), 1),
        sheet(left(uneven), 2),
        sheet(right(uneven), 3),
        sheet(left([]), 4, { glyphs: glyphsOf('备注', 40, 60) }),
      ],
      [[1, 2]],
    ],
  ])('%s', (_, contents, joined) => {
    expect(pagesOf(contents)).toEqual({ joined, doubts: [] });
  });

  const renumbered = plain(uneven, [60, 150], (row, column) => (row > 0 && column === 0 ? `${row}` : '名单'));
  test.each<[string, PageContent[]]>([
    ['a second table with its own keys', [left(uneven), renumbered].map(inOrder)],
    ['a table that goes on', [left(uneven), left(uneven)].map(inOrder)],
    ['another number of rows', [left(uneven), right([20, 25, 61, 35, 28])].map(inOrder)],
    ['other paper', [sheet(left(uneven), 1), sheet(right(uneven), 2, { height: 842 })]],
    ['few rows', [left([20, 30, 44]), right([20, 30, 44])].map(inOrder)],
    ['rows of one height under a title', [sheet(left(even), 1), titled(sheet(right(even), 2), 100)]],
    ['no rulings', [sheet(left(uneven), 1), sheet(right(uneven), 2, { edges: [] })]],
  ])('are not seen in %s', (_, contents) => {
    expect(pagesOf(contents)).toEqual({ joined: [], doubts: [] });
  });

  test.each<[string, PageContent[]]>([
    ['some rows agree and some do not', [left(uneven), right([20, 30, 44, 26, 45, 45, 20])].map(inOrder)],
    [
      'rows of one height, where the paper has room',
      [sheet(left(even), 1, { width: 900 }), sheet(right(even), 2, { width: 900 })],
    ],
    ['a page is missing', [left(upper), left(lower), right(upper)].map(inOrder)],
  ])('may be there where %s', (_, contents) => {
    const { joined, doubts } = pagesOf(contents);
    expect(joined).toEqual([]);
    expect(doubts).toEqual([{ left: contents.slice(0, -1).map((_, i) => i), right: [contents.length - 1] }]);
  });
});

describe('glued sheets', () => {
  test('are the page that was cut', () => {
    fc.assert(
      fc.property(sketches(6), fc.nat(), (sketch, pick) => {
        const [rows, columns] = [sketch.heights.length, sketch.widths.length];
        fc.pre(columns > 2 && new Set(sketch.heights).size >= 3);
        const at = 1 + (pick % (columns - 1));
        const halves = [piece(sketch, [0, rows], [0, at]), piece(sketch, [0, rows], [at, columns])];
        const sides = (half: Sketch) => new Set(half.cells.map(cell => cell.row + cell.rowSpan)).size;
        fc.pre(halves.every(half => half !== null && sides(half) === rows));
        // Halves of the same widths cannot be told from a table that goes on.
        fc.pre(String(halves[0]!.widths) !== String(halves[1]!.widths));
        const contents = halves.map((half, i) => sheet(half!, i + 1));
        const { joined } = cutSheets(contents, rowKey);
        expect(joined).toHaveLength(1);
        const whole = glueSheets(
          joined[0]!.map(({ page, ...place }) => ({ ...place, content: contents[page]! })),
          new Set(),
        );
        const [table] = ruledTables(whole, hints, null).tables;
        expect(bare(table!.cells)).toEqual(expected(sketch));
      }),
    );
  });

  test('show a character once that the edge of a sheet cuts, and no columns printed again', () => {
    const first = sheet(plain(uneven, [100, 100], keyed), 1);
    const second = sheet(plain(uneven, [100, 80], keyed), 2);
    const cut = { ...first, glyphs: [...first.glyphs, ...glyphsOf('计划表', 224, 40)] };
    const rest = { ...second, glyphs: [...second.glyphs, ...glyphsOf('表格', 140, 40)] };
    const again = new Set(second.glyphs.filter(({ box }) => box.x1 < 140));
    const whole = glueSheets(
      [
        { content: cut, from: Number.NEGATIVE_INFINITY, cut: Number.NEGATIVE_INFINITY, shift: 0 },
        { content: rest, from: 140, cut: 240, shift: 100 },
      ],
      again,
    );
    const title = whole.glyphs.filter(({ box }) => box.top === 40).map(({ text }) => text);
    expect(title.join('')).toBe('计划表格');
    const [table] = ruledTables(whole, hints, null).tables;
    expect(table!.xs.map(Math.round)).toEqual([40, 140, 240, 320]);
  });
});
