import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import type { Edge } from '../../src/geometry/page.ts';
import { bare, expected, glyphsOf, paint, type Rules, type Sketch, sketches } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };
const tablesOf = (content: Parameters<typeof ruledTables>[0]) => ruledTables(content, hints, null).tables;

describe('a ruled table', () => {
  const styles: Rules[] = ['whole', 'pieces', 'dashed', 'double', 'inner'];
  test.each(styles)('comes back as it was painted, rules %s', rules => {
    fc.assert(
      fc.property(sketches(), fc.boolean(), (sketch, centred) => {
        const tables = tablesOf(paint(sketch, { rules, centred }));
        expect(tables.map(table => bare(table.cells))).toEqual([expected(sketch)]);
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the order in which it is drawn', () => {
    fc.assert(
      fc.property(sketches(), fc.infiniteStream(fc.nat()), (sketch, random) => {
        const content = paint(sketch, { rules: 'pieces' });
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map(item => ({ item, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const tables = tablesOf({ ...content, glyphs: shuffled(content.glyphs), edges: shuffled(content.edges) });
        expect(tables.map(table => bare(table.cells))).toEqual([expected(sketch)]);
      }),
      { numRuns: 100 },
    );
  });
});

const two: Sketch = {
  widths: [60, 60],
  heights: [20, 20],
  cells: [
    { row: 0, column: 0, rowSpan: 1, colSpan: 1, lines: ['甲'] },
    { row: 0, column: 1, rowSpan: 1, colSpan: 1, lines: ['乙'] },
    { row: 1, column: 0, rowSpan: 1, colSpan: 1, lines: ['丙'] },
    { row: 1, column: 1, rowSpan: 1, colSpan: 1, lines: ['丁'] },
  ],
};
const page = paint(two, { rules: 'whole' });
const v = (at: number, from: number, to: number): Edge => ({ direction: 'v', at, from, to });
const h = (at: number, from: number, to: number): Edge => ({ direction: 'h', at, from, to });

describe('what is no table', () => {
  test.each<[string, Edge[], number]>([
    ['a frame around text', [h(10, 10, 200), h(90, 10, 200), v(10, 10, 90), v(200, 10, 90)], 0],
    ['two rules that meet', [h(50, 10, 200), v(10, 50, 90)], 0],
    ['an underline', [h(70, 40, 80)], 0],
    ['nothing', [], 0],
  ])('%s', (_, edges, count) => {
    expect(tablesOf({ ...page, edges })).toHaveLength(count);
  });

  test('a frame around a table leaves the table', () => {
    const frame = [h(20, 20, 400), h(300, 20, 400), v(20, 20, 300), v(400, 20, 300)];
    expect(tablesOf({ ...page, edges: [...page.edges, ...frame] }).map(table => bare(table.cells))).toEqual([
      expected(two),
    ]);
  });
});

describe('cells', () => {
  test('a strip as narrow as a ruling above the first row takes no row away', () => {
    const [left, top, right] = [Math.min, Math.min, Math.max].map((pick, i) =>
      pick(
        ...page.edges.map(edge =>
          i === 1 ? (edge.direction === 'h' ? edge.at : edge.from) : edge.direction === 'v' ? edge.at : edge.from,
        ),
      ),
    );
    const walls = page.edges.map(edge =>
      edge.direction === 'v' && edge.from === top ? { ...edge, from: top! - 3 } : edge,
    );
    expect(left).toBeLessThan(right!);
    expect(tablesOf({ ...page, edges: walls }).map(table => bare(table.cells))).toEqual([expected(two)]);
  });

  test('punctuation that hangs over the end of a cell stays in it', () => {
    const glyphs = [...glyphsOf('公安局教育局生、', 43, 64), ...glyphsOf('乙', 103, 64), ...glyphsOf('丙丁', 43, 84)];
    const [table] = tablesOf({ ...page, glyphs });
    expect(table!.cells.map(cell => cell.text)).toEqual(['公安局教育局生、', '乙', '丙丁', '']);
  });

  test('text that spills into an empty cell stays whole', () => {
    const glyphs = [...glyphsOf('本辖区内的全部企业', 43, 64), ...glyphsOf('丙', 43, 84), ...glyphsOf('丁', 103, 84)];
    expect(tablesOf({ ...page, glyphs })[0]!.cells.map(cell => cell.text)).toEqual([
      '本辖区内的全部企业',
      '',
      '丙',
      '丁',
    ]);
  });

  test('columns dragged a few points apart from row to row are one column', () => {
    const edges = page.edges.map(edge => (edge.at === 100 && edge.from === 60 ? { ...edge, at: 106 } : edge));
    expect(tablesOf({ ...page, edges }).map(table => bare(table.cells))).toEqual([expected(two)]);
  });

  test('cells that are no rectangle are cut and reported', () => {
    const edges = page.edges.filter(
      edge => !(edge.at === 80 && edge.from === 40) && !(edge.at === 100 && edge.from === 60),
    );
    const [table] = tablesOf({ ...page, edges });
    expect(table!.findings.map(finding => finding.code)).toContain('torn-cell');
  });

  test('a page with too many crossings is not searched', () => {
    const lines = Array.from({ length: 1100 }, (_, i) => [h(i * 10, 0, 11000), v(i * 10, 0, 11000)]).flat();
    const found = ruledTables({ ...page, edges: lines }, hints, null);
    expect(found.tables).toEqual([]);
    expect(found.findings.map(finding => finding.code)).toEqual(['page-too-complex']);
  });
});
