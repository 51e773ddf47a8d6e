import { describe, expect, test } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { joinGrids } from '../../src/geometry/join-pages.ts';
import type { PageGrid } from '../../src/geometry/page-grid.ts';
import { paint, type Sketch } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };
const head = ['号', '事项', '要求'];

/** A page of rows; `/` parts lines, and a text of `^` goes on from the row above: its cell is merged over both. */
function page(number: number, ...texts: string[][]): PageGrid {
  const sketch: Sketch = {
    widths: [30, 80, 80],
    heights: texts.map(row => 10 + 10 * Math.max(...row.map(text => text.split('/').length))),
    cells: texts.flatMap((row, i) =>
      row.flatMap((text, column) => {
        if (text === '^') return [];
        let rowSpan = 1;
        while (texts[i + rowSpan]?.[column] === '^') rowSpan++;
        return [{ row: i, column, rowSpan, colSpan: 1, lines: text === '' ? [] : text.split('/') }];
      }),
    ),
  };
  const [table] = ruledTables({ ...paint(sketch, { rules: 'pieces' }), page: number }, hints, null).tables;
  return { page: number, number: 1, table: table!, startsPage: true, endsPage: true, onPage: box => box };
}

const whole = '按照信用风险分类/合理确定抽查比例';

/** The third column's texts and the codes of findings, where the upper row ends a page and the lower begins the next. */
function joined(upper: string, lower: string, others = [whole, '不涉及信用']) {
  const first = page(1, head, ['1', '甲', others[0]!], ['2', '乙', '^'], ['3', '丙', others[1]!], ['4', '丁', upper]);
  const second = page(2, head, ['5', '戊', lower], ['6', '己', '^'], ['7', '庚', others[1]!]);
  const [{ grid, findings }] = joinGrids([first, second], hints) as [ReturnType<typeof joinGrids>[0]];
  const texts = grid.cells.filter(cell => cell.column === 2).map(cell => cell.text.replace(/\n/g, ''));
  return { texts: texts.slice(3, -1), codes: findings.map(({ code }) => code) };
}

describe('the text of a merged cell that a page break cuts between two rows', () => {
  test.each<[string, string, string]>([
    ['together they are a text of the column', '按照信用风险分类', '合理确定抽查比例'],
    ['together they end as a text of the column', '对企业信用风险分类', '合理确定抽查比例'],
    ['a bracket stands open over the break', '按照企业分类（低于', '一般）提高抽查'],
    ['the upper half ends with a comma', '对较高风险企业的，', '提高抽查比例次数'],
    ['a number stands open over the break', '二〇2024年10', '月30日分类'],
    ['the lower half begins with a comma', '对较高风险企业的人', '，提高抽查比例'],
  ])('is one where %s', (_, upper, lower) => {
    const { texts, codes } = joined(upper, lower);
    expect(texts).toEqual([upper + lower]);
    expect(codes).toContain('text-rejoined');
  });

  test.each<[string, string, string, string[]]>([
    ['the lower half is a text of the column', '对较高风险企业的人', '不涉及信用', []],
    ['the upper half is a text of the column', '不涉及信用', '提高抽查比例次数', []],
    ['both halves are numbers', '2024', '1030户', ['text-cut-unclear']],
    ['the upper half ends with a full stop', '提高抽查的比例。', '对高风险企业加查', []],
    ['the lower half begins as a text of the column does', '对较高风险企业的人', '按照信用状况确定', []],
    ['nothing tells: both readings are reported', '对较高风险企业的人', '提高抽查比例次数', ['text-cut-unclear']],
  ])('is two where %s', (_, upper, lower, codes) => {
    expect(joined(upper, lower)).toEqual({ texts: [upper, lower], codes });
  });
});

describe('a row that a page break cuts under a key merged over rows', () => {
  const first = (last: string[]) =>
    page(1, head, ['1', '食品', '许可'], ['^', '药品', '台账'], ['2', '电梯', '标志'], last);
  const rows = (last: string[], next: string[]) =>
    joinGrids([first(last), page(2, head, next, ['4', '锅炉', '年检'])], hints)[0]!.grid.rows;

  test('is one where a text goes on below full text and nothing else is printed', () => {
    const wide = (texts: string[]) => texts;
    expect(rows(wide(['3', '药品经营企业检/查药品生产企业检', '教育局']), ['', '查药品', ''])).toBe(6);
  });

  test('is two where the row has texts of its own', () => {
    expect(rows(['3', '药品经营企业检/查药品生产企业检', '教育局'], ['', '查药品', '税务'])).toBe(7);
  });
});

describe('a header printed again with less room', () => {
  test('is the header', () => {
    const title = ['号', '事项', '抽查比例/及频次'];
    const [found] = joinGrids(
      [page(1, title, ['1', '甲', '乙']), page(2, ['号', '事项', '抽查比例'], ['2', '丙', '丁'])],
      hints,
    );
    expect(found!.grid.rows).toBe(3);
    expect(found!.repeated.map(({ text }) => text)).toEqual(['号', '事项', '抽查比例']);
  });

  test('is the header where most of it shows no more than whole lines', () => {
    const title = ['号', '检查/事项', '抽查比例/及频次'];
    const pages = [page(1, title, ['1', '甲', '乙']), page(2, ['号', '检查', '抽查比例'], ['2', '丙', '丁'])];
    expect(joinGrids(pages, hints)[0]!.grid.rows).toBe(3);
  });

  test.each<[string, string[]]>([
    ['another word', ['号', '事项', '抽查频次']],
    ['too many words short', ['号', '事', '抽查']],
  ])('is a row where it has %s', (_, again) => {
    const title = ['号', '事项', '抽查比例/及频次'];
    const [found] = joinGrids([page(1, title, ['1', '甲', '乙']), page(2, again, ['2', '丙', '丁'])], hints);
    expect(found!.grid.rows).toBe(4);
  });
});
