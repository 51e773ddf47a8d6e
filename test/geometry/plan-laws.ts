import fc from 'fast-check';
import { expect } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { joinGrids } from '../../src/geometry/join-pages.ts';
import type { Glyph, PageContent } from '../../src/geometry/page.ts';
import type { PageGrid } from '../../src/geometry/page-grid.ts';
import { withStreams } from '../../src/geometry/stream-tables.ts';
import type { Table } from '../../src/geometry/table.ts';
import { em, glyphsOf } from './make-table.ts';

const headers = ['序号', '任务', '事项', '对象', '部门'];
const hints = { headers, rowKey: '^\\d{1,4}$', heading: '^[一二三四]、' };
const lefts = [40, 80, 180, 400, 520];
/** Characters that a line of each column holds. */
const widths = [3, 10, 24, 12, 10];
const leading = 11;

/** A plan as rows of lines, column by column. */
type Row = readonly (readonly string[])[];

const hanzi = '检查抽取企业市场监管局食品药品公安环境许可情况随机名称比例频次';

/** Wraps a text as wide as its column; no line breaks early. */
function wrapped(length: number, width: number, random: (limit: number) => number): string[] {
  const text = Array.from({ length }, () => hanzi[random(hanzi.length)]!).join('');
  return Array.from({ length: Math.ceil(length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));
}

interface Plan {
  readonly rows: readonly Row[];
  /** Texts begin at the top of their rows, or stand in their middle. */
  readonly topped: boolean;
  /** Free space above and below the text of a row, points. */
  readonly padding: number;
  readonly repeated: boolean;
  /** Height of a page's text area, points. */
  readonly height: number;
}

export const plans: fc.Arbitrary<Plan> = fc
  .record({
    count: fc.integer({ min: 4, max: 14 }),
    seeds: fc.array(fc.nat(), { minLength: 500, maxLength: 500 }),
    topped: fc.boolean(),
    padding: fc.integer({ min: 2, max: 6 }),
    repeated: fc.boolean(),
    height: fc.integer({ min: 260, max: 520 }),
  })
  .map(({ count, seeds, ...plan }) => {
    let next = 0;
    const random = (limit: number) => seeds[next++ % seeds.length]! % limit;
    const rows = Array.from({ length: count }, (_, i): Row => {
      const most = [0, 20, 90, 30, 25];
      return headers.map((_, column) =>
        column === 0 ? [`${i + 1}`] : wrapped(3 + random(most[column]!), widths[column]!, random),
      );
    });
    return { rows, ...plan };
  });

const heightOf = (row: Row, padding: number): number =>
  Math.max(...row.map(lines => lines.length)) * leading - (leading - em) + 2 * padding;

/** Paints whole rows page by page. */
export function paintPages({ rows, topped, padding, repeated, height }: Plan): PageContent[] {
  const pages: Glyph[][] = [];
  let y = 0;
  const header = headers.map(text => [text]);
  const put = (row: Row, centred: boolean) => {
    const tall = heightOf(row, padding);
    row.forEach((lines, column) => {
      const own = lines.length * leading - (leading - em);
      const start = y + (centred ? (tall - own) / 2 : padding);
      lines.forEach((line, i) => {
        pages.at(-1)!.push(...glyphsOf(line, lefts[column]!, start + i * leading));
      });
    });
    y += tall;
  };
  for (const row of rows) {
    if (pages.length === 0 || y + heightOf(row, padding) > 40 + height) {
      pages.push([]);
      y = 40;
      if (pages.length === 1 || repeated) put(header, true);
    }
    put(row, !topped);
  }
  return pages.map((glyphs, i) => ({ page: i + 1, width: 700, height: 600, glyphs, edges: [], shades: [] }));
}

/** Tables of all pages, joined. */
export function joined(pages: readonly PageContent[]) {
  let before: Table | null = null;
  const grids = pages.flatMap(content => {
    const { tables, rest } = ruledTables(content, hints, null);
    const found = withStreams(content, rest, tables, hints, before);
    before = found.at(-1) ?? null;
    return found.map(
      (table, i): PageGrid => ({
        page: content.page,
        number: i + 1,
        table,
        startsPage: i === 0,
        endsPage: i === found.length - 1,
        onPage: box => box,
      }),
    );
  });
  return joinGrids(grids, hints);
}

/** A plan without rulings comes back, row by row, from the pages it was painted on. */
export const planLaw = (numRuns: number) =>
  fc.assert(
    fc.property(plans, plan => {
      const tables = joined(paintPages(plan)).map(({ grid }) =>
        Array.from({ length: grid.rows }, (_, row) =>
          grid.cells.filter(cell => cell.row === row).map(cell => cell.text.replace(/\n/g, '')),
        ),
      );
      expect(tables).toEqual([[headers, ...plan.rows.map(row => row.map(lines => lines.join('')))]]);
    }),
    { numRuns },
  );
