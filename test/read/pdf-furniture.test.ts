import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/geometry/lines.ts';
import { furniture, type LoosePage } from '../../src/read/pdf/furniture.ts';
import { glyphsOf } from '../geometry/make-table.ts';

/** A page of 800 points with lines of 8 points at these heights, and a table. */
const page = (number: number, lines: readonly (readonly [text: string, top: number])[], table: number): LoosePage => ({
  page: number,
  height: 800,
  lines: lines.flatMap(([text, top]) => linesOf(glyphsOf(text, 100, top))),
  tables: [{ x0: 50, top: table, x1: 550, bottom: 700 }],
  rules: [],
});
const running = (pages: readonly LoosePage[]) =>
  pages.map(({ page, lines }) => {
    const found = furniture(pages);
    return `${page}: ${lines.flatMap((line, i) => (found.has(line) ? [i] : [])).join()}`;
  });

const title = '阳泉市双随机抽查工作计划';

describe('a line that stands on several pages, close to a text inside it on one of them', () => {
  test('is a running head above the title that says the same', () => {
    const first = page(
      1,
      [
        [title, 40],
        [title, 52],
      ],
      80,
    );
    expect(running([first, page(2, [[title, 40]], 80)])).toEqual(['1: 0', '2: 0']);
  });

  test('is a running head on the last page, above notes', () => {
    const pages = [1, 2].map(number => page(number, [[title, 40]], 80));
    expect(
      running([
        ...pages,
        page(
          3,
          [
            [title, 40],
            ['备注：抽查结果公示', 52],
          ],
          800,
        ),
      ])[2],
    ).toBe('3: 0');
  });

  test('is no running head where it is printed first, and nothing there says the same: it may be the title', () => {
    const first = page(
      1,
      [
        [title, 40],
        ['（修订版）', 52],
      ],
      80,
    );
    expect(running([first, page(2, [[title, 40]], 80)])[0]).toBe('1: ');
  });

  test('is text where it is close to text on most pages', () => {
    const pages = [1, 2, 3].map(number =>
      page(
        number,
        [
          ['市公安局', 40],
          [`第${'一二三'[number]}行`, 50],
        ],
        800,
      ),
    );
    expect(running(pages)).toEqual(['1: ', '2: ', '3: ']);
  });
});
