import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { joinGrids } from '../../src/geometry/join-pages.ts';
import type { PageGrid } from '../../src/geometry/page-grid.ts';
import { bare, expected, paint, type Sketch, type SketchCell, sketches } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };

/** Rows `from` to `to` of a table, with its first row above them where they are not the beginning. */
function part(sketch: Sketch, from: number, to: number, header: boolean): Sketch {
  const shown = (cell: SketchCell) => cell.row >= from && cell.row < to;
  const head = header && from > 0 ? sketch.cells.filter(cell => cell.row === 0) : [];
  const shift = head.length > 0 ? 1 - from : -from;
  return {
    widths: sketch.widths,
    heights: [...(head.length > 0 ? [sketch.heights[0]!] : []), ...sketch.heights.slice(from, to)],
    cells: [...head, ...sketch.cells.filter(shown).map(cell => ({ ...cell, row: cell.row + shift }))],
  };
}

interface Open {
  /** The ruling below the last row is missing, or the one above the first. */
  readonly below?: boolean;
  readonly above?: boolean;
}

function pageGrid(sketch: Sketch, page: number, x: number, open: Open = {}): PageGrid {
  const content = paint(sketch, { rules: 'pieces', x });
  const ends = content.edges.filter(edge => edge.direction === 'h').map(edge => edge.at);
  const missing = [...(open.below ? [Math.max(...ends)] : []), ...(open.above ? [Math.min(...ends)] : [])];
  const edges = content.edges.filter(edge => !(edge.direction === 'h' && missing.includes(edge.at)));
  const [table] = ruledTables({ ...content, page, edges }, hints, null).tables;
  return { page, number: 1, table: table!, startsPage: true, endsPage: true, onPage: box => box };
}

/** Boundaries of rows that no merged cell crosses. */
const cuts = (sketch: Sketch): number[] =>
  sketch.heights
    .map((_, row) => row)
    .filter(row => row > 1 && sketch.cells.every(cell => cell.row >= row || cell.row + cell.rowSpan <= row));

const showsColumns = (sketch: Sketch): boolean =>
  sketch.widths.slice(1).every((_, i) => sketch.cells.some(cell => cell.column + cell.colSpan === i + 1));

describe('tables over pages', () => {
  test.each([true, false])('are joined as they were cut, header repeated: %s', header => {
    fc.assert(
      fc.property(sketches(4), fc.nat(), fc.integer({ min: -4, max: 4 }), (sketch, pick, shift) => {
        const places = cuts(sketch);
        const plainHeader = sketch.cells.filter(cell => cell.row === 0).every(cell => cell.rowSpan === 1);
        fc.pre(places.length > 0 && (!header || plainHeader));
        const at = places[pick % places.length]!;
        const parts = [part(sketch, 0, at, header), part(sketch, at, sketch.heights.length, header)];
        fc.pre(parts.every(showsColumns) && parts.every(({ heights }) => heights.length > 1));
        const joined = joinGrids(
          parts.map((piece, i) => pageGrid(piece, i + 1, 40 + i * shift)),
          hints,
        );
        expect(joined.map(({ grid }) => bare(grid.cells))).toEqual([expected(sketch)]);
        expect(joined[0]!.repeated).toHaveLength(header ? sketch.cells.filter(cell => cell.row === 0).length : 0);
      }),
      { numRuns: 150 },
    );
  });

  test('a row left open by the page break is one row, and its cells have two places', () => {
    fc.assert(
      fc.property(sketches(3), fc.integer({ min: 1, max: 3 }), (sketch, lines) => {
        const last = sketch.heights.length - 1;
        const cells = sketch.cells.filter(cell => cell.row + cell.rowSpan > last);
        fc.pre(cells.every(cell => cell.row === last && cell.colSpan === 1));
        const heights = [...sketch.heights.slice(0, last), 60];
        const rest = cells.map(cell => ({ ...cell, row: 0, lines: ['续'.repeat(lines), '末'] }));
        const upper = pageGrid({ ...sketch, heights }, 1, 40, { below: true });
        const lower = pageGrid(
          { widths: sketch.widths, heights: [40, 20], cells: [...rest, ...second(sketch)] },
          2,
          40,
          {
            above: true,
          },
        );
        const [joined] = joinGrids([upper, lower], hints);
        const row = joined!.grid.cells.filter(cell => cell.row === last);
        expect(joined!.grid.rows).toBe(last + 2);
        expect(row.map(cell => cell.text.replace(/\n/g, ''))).toEqual(
          cells.map(cell => `${cell.lines.join('')}${'续'.repeat(lines)}末`),
        );
        expect(row.every(cell => cell.places.length === 2)).toBe(true);
        expect(joined!.findings.map(finding => finding.code)).toContain('row-rejoined');
      }),
      { numRuns: 60 },
    );
  });
});

const second = (sketch: Sketch): SketchCell[] =>
  sketch.widths.map((_, column) => ({ row: 1, column, rowSpan: 1, colSpan: 1, lines: ['尾'] }));

const rows = (...texts: string[][]): Sketch => ({
  widths: [30, 80, 80],
  heights: texts.map(row => 10 + 10 * Math.max(...row.map(text => text.split('/').length))),
  cells: texts.flatMap((row, i) =>
    row.map((text, column) => ({ row: i, column, rowSpan: 1, colSpan: 1, lines: text === '' ? [] : text.split('/') })),
  ),
});
const merged = (sketch: Sketch, row: number, column: number, rowSpan: number): Sketch => ({
  ...sketch,
  cells: sketch.cells
    .filter(cell => cell.column !== column || cell.row <= row || cell.row >= row + rowSpan)
    .map(cell => (cell.column === column && cell.row === row ? { ...cell, rowSpan } : cell)),
});
const head = ['号', '事项', '部门'];

/** What becomes of two pages, all sides closed: the texts of the joined rows, covered positions repeated. */
function joinedRows(first: Sketch, then: Sketch, change: Partial<PageGrid> = {}) {
  const found = joinGrids([{ ...pageGrid(first, 1, 40), ...change }, pageGrid(then, 2, 40)], hints);
  return found.map(({ grid }) =>
    Array.from({ length: grid.rows }, (_, row) =>
      Array.from(
        { length: grid.columns },
        (_, column) =>
          grid.cells.find(
            cell =>
              row >= cell.row &&
              row < cell.row + cell.rowSpan &&
              column >= cell.column &&
              column < cell.column + cell.colSpan,
          )!.text,
      ),
    ),
  );
}

describe('how a table was found', () => {
  test.each([
    ['lattice', []],
    ['stream', ['cells-inferred']],
    ['ruled-rows', ['columns-inferred']],
  ] as const)('%s', (style, expected) => {
    const part = pageGrid(rows(head, ['1', '甲', '公安局'], ['2', '乙', '税务局']), 1, 40);
    const [joined] = joinGrids([{ ...part, table: { ...part.table, style } }], hints);
    expect(joined!.findings.map(({ code }) => code)).toEqual(expected);
  });
});

describe('a page break', () => {
  test('two keys are two rows', () => {
    const found = joinedRows(rows(head, ['1', '甲', '公安局']), rows(head, ['2', '乙', '']));
    expect(found).toEqual([[head, ['1', '甲', '公安局'], ['2', '乙', '']]]);
  });

  test('a row without key whose text goes on is the rest of the row above', () => {
    const found = joinedRows(
      rows(head, ['1', '食品检查', '公安局'], ['2', '药品经营企业检/查药品生产企业检', '教育局']),
      rows(head, ['', '查', ''], ['3', '乙', '税务局']),
    );
    expect(found[0]![2]).toEqual(['2', '药品经营企业检查药品生产企业检查', '教育局']);
    expect(found[0]).toHaveLength(4);
  });

  test('a blank cell goes with the merged cell above it where its column has merged cells and no blanks', () => {
    const first = merged(rows(head, ['1', '甲', '公安局'], ['2', '乙', ''], ['3', '丙', '税务局']), 1, 2, 2);
    const found = joinedRows(first, rows(head, ['4', '丁', ''], ['5', '戊', '教育局']));
    expect(found[0]!.map(row => row[2])).toEqual(['部门', '公安局', '公安局', '税务局', '税务局', '教育局']);
    const [joined] = joinGrids(
      [pageGrid(first, 1, 40), pageGrid(rows(head, ['4', '丁', ''], ['5', '戊', '教育局']), 2, 40)],
      hints,
    );
    expect(joined!.findings.map(({ code }) => code)).toEqual(['merge-rejoined']);
  });

  test('a merged cell whose text is on the first page ends where the next text begins', () => {
    const first = merged(rows(head, ['1', '甲', '公安局'], ['2', '乙', ''], ['3', '丙', '税务局']), 1, 2, 2);
    const second = merged(rows(head, ['4', '丁', ''], ['5', '戊', '']), 1, 2, 2);
    const grids = [first, second, rows(head, ['6', '己', '教育局'])].map((sketch, i) => pageGrid(sketch, i + 1, 40));
    const cells = joinGrids(grids, hints)[0]!.grid.cells.filter(cell => cell.column === 2);
    expect(cells.map(({ rowSpan, text }) => `${rowSpan} ${text}`)).toEqual([
      '1 部门',
      '2 公安局',
      '3 税务局',
      '1 教育局',
    ]);
  });

  test.each<[string, string, string, string[]]>([
    ['two halves of the next key are one row', '1', '2', ['号', '11', '12', '13']],
    ['two keys that count on are two rows', '12', '13', ['号', '11', '12', '13', '13']],
    ['two keys that do not count on together are two rows', '1', '3', ['号', '11', '1', '3', '13']],
  ])('%s', (_, upper, lower, keys) => {
    const narrow = (...texts: string[][]) => ({ ...rows(...texts), widths: [20, 80, 80] });
    const found = joinedRows(
      narrow(head, ['11', '甲', '公安局'], [upper, '药品经营企业检/查药品生产企业检', '教育局']),
      narrow(head, [lower, '查药品', ''], ['13', '乙', '税务局']),
    );
    expect(found[0]!.map(row => row[0])).toEqual(keys);
  });

  describe('two rows that no ruling parts at it', () => {
    const open = (first: Sketch, then: Sketch) =>
      joinGrids([pageGrid(first, 1, 40, { below: true }), pageGrid(then, 2, 40, { above: true })], hints)[0]!.grid.rows;
    const keys = (...last: string[][]) =>
      merged(rows(head, ['1', '甲', '公安局'], ['', '乙', '税务局'], ...last), 1, 0, 2);
    const roomy = (sketch: Sketch) => ({ ...sketch, heights: [...sketch.heights.slice(0, -1), 60] });

    test.each<[string, number, Sketch, Sketch]>([
      [
        'one where text goes on below full text',
        5,
        keys(['2', '药品/药品', '局/局']),
        rows(['', '药品', '局'], ['3', '戊', '局']),
      ],
      [
        'one where the lower lacks a text',
        5,
        roomy(keys(['2', '药品', '局'])),
        rows(['', '药品', ''], ['3', '戊', '局']),
      ],
      [
        'two where the lower is whole and the upper not full',
        6,
        roomy(keys(['2', '药品', '局'])),
        rows(['', '药品', '局'], ['3', '戊', '局']),
      ],
    ])('are %s', (_, count, first, then) => {
      expect(open(first, then)).toBe(count);
    });
  });

  test('a first row without a ruling above it is the rest of a full row, else a row of its own', () => {
    const then = rows(['', '药品', '局'], ['3', '戊', '局']);
    const below = (first: Sketch) =>
      joinGrids([pageGrid(first, 1, 40), pageGrid(then, 2, 40, { above: true })], hints)[0]!.grid.rows;
    const first = merged(rows(head, ['1', '甲', '局'], ['', '乙', '局'], ['2', '药品/药品', '局/局']), 1, 0, 2);
    expect(below(first)).toBe(5);
    expect(below({ ...first, heights: [...first.heights.slice(0, -1), 90] })).toBe(6);
  });

  test('a place without a cell in its first row is as the cells above it', () => {
    const wide = { row: 0, column: 1, rowSpan: 1, colSpan: 2, lines: [] };
    const first = merged(rows(head, ['1', '甲', '局'], ['2', '', '局'], ['3', '乙', '所']), 1, 1, 2);
    const below = rows(['4', '', ''], ['5', '丙', '委']);
    const then = { ...below, cells: [below.cells[0]!, wide, ...below.cells.slice(3)] };
    const shape = (sketch: Sketch) =>
      joinGrids([pageGrid(first, 1, 40), pageGrid(sketch, 2, 40)], hints)[0]!.grid.cells.some(cell => cell.colSpan > 1);
    expect(shape(then)).toBe(false);
    expect(shape({ ...then, cells: then.cells.map(cell => (cell === wide ? { ...wide, lines: ['停'] } : cell)) })).toBe(
      true,
    );
  });

  test('a row without key under a key merged over rows is a row of its own', () => {
    const first = merged(rows(head, ['1', '甲', '公安局'], ['', '乙', '税务局'], ['2', '丙', '教育局']), 1, 0, 2);
    const found = joinedRows(first, rows(head, ['', '丁', '税务局'], ['3', '戊', '教育局']));
    expect(found[0]!.map(row => row[0])).toEqual(['号', '1', '1', '2', '2', '3']);
  });

  test.each<[string, Sketch]>([
    ['its column has no merged cells', rows(head, ['1', '甲', '公安局'], ['2', '乙', '税务局'])],
    [
      'its column has other blanks',
      merged(rows(head, ['1', '甲', '公安局'], ['2', '乙', ''], ['3', '丙', ''], ['4', '丁', '税务局']), 1, 2, 2),
    ],
  ])('a blank cell stays blank where %s', (_, first) => {
    const found = joinedRows(first, rows(head, ['9', '丁', ''], ['10', '戊', '教育局']));
    expect(found[0]!.at(-2)).toEqual(['9', '丁', '']);
  });

  test('a title above repeated headers stays', () => {
    const first = rows(['', '计划', ''], head, ['1', '甲', '公安局']);
    const found = joinedRows(first, rows(head, ['2', '乙', '税务局']));
    expect(found[0]!.map(row => row[0])).toEqual(['', '号', '1', '2']);
  });

  test.each<[string, Partial<PageGrid>, Sketch]>([
    ['text stands between them', { endsPage: false }, rows(head, ['2', '乙', '税务局'])],
    ['they have other columns', {}, { ...rows(head, ['2', '乙', '税务局']), widths: [80, 30, 80] }],
  ])('parts two tables where %s', (_, change, then) => {
    expect(joinedRows(rows(head, ['1', '甲', '公安局']), then, change)).toHaveLength(2);
  });
});
