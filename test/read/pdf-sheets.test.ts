import { describe, expect, test } from 'vitest';
import { countCharacters, type Document } from '../../src/model/document.ts';
import { pdfReader, readPageGrids } from '../../src/read/pdf/index.ts';
import { defaultLimits, type ReadOptions } from '../../src/read/reader.ts';
import { pdf, say } from './pdf-bytes.ts';

const options: ReadOptions = { hints: { headers: ['序号'], rowKey: '^\\d{1,4}$' }, limits: defaultLimits };

/** A ruled table whose upper left corner stands at 40, 340 of a page of 600 by 400, with a page number below. */
function sheet(
  number: number,
  widths: readonly number[],
  heights: readonly number[],
  text: (row: number, column: number) => string,
): string {
  const ends = (sizes: readonly number[]) =>
    [0, ...sizes].map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
  const [xs, ys] = [ends(widths).map(x => 40 + x), ends(heights).map(y => 340 - y)];
  const lines = [
    ...xs.map(x => `${x} 340 m ${x} ${ys.at(-1)} l S\n`),
    ...ys.map(y => `40 ${y} m ${xs.at(-1)} ${y} l S\n`),
    ...heights.flatMap((_, row) =>
      widths.map((_, column) =>
        text(row, column) === '' ? '' : say(xs[column]! + 3, ys[row]! - 14, text(row, column)),
      ),
    ),
  ];
  return `${lines.join('')}${say(290, 15, `第${number}页`)}`;
}

const heights = [20, 35, 50, 25, 35];
const keyed = (row: number, column: number) =>
  row === 0 ? ['序号', '任务', '事项'][column]! : ['', '食品检查', '许可'][column] || `${row}`;
const further = (row: number, column: number) => (row === 0 ? ['比例', '部门'][column]! : ['5%', '公安局'][column]!);
const left = sheet(1, [40, 300, 180], heights, keyed);
const right = (number: number, sizes = heights) => sheet(number, [100, 150], sizes, further);

const read = (contents: readonly string[]): Promise<Document> =>
  pdfReader.read({ name: 'wide.pdf', bytes: pdf(contents.map(content => ({ content }))) }, options);
const gridsOf = (document: Document) => document.blocks.flatMap(block => (block.kind === 'grid' ? [block.grid] : []));

const expectBalance = (document: Document) => {
  const texts = document.blocks.flatMap(block =>
    block.kind === 'grid' ? block.grid.cells.map(cell => cell.text) : [block.text],
  );
  expect(texts.reduce((sum, text) => sum + countCharacters(text), 0)).toBe(document.characters);
};

describe('a spreadsheet wider than its paper', () => {
  test('is one table; its cells stand where they were printed', async () => {
    const title = (x: number, text: string) => say(x, 350, text, 14);
    const document = await read([`${left}${title(500, '某市抽查')}`, `${right(2)}${title(40, '计划')}`]);
    expectBalance(document);
    expect(document.findings.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'sheets-joined', params: { left: '1', right: '2' } },
    ]);
    const [grid] = gridsOf(document);
    expect([grid!.rows, grid!.columns]).toEqual([5, 5]);
    const row = grid!.cells.filter(cell => cell.row === 2);
    expect(row.map(({ text }) => text)).toEqual(['2', '食品检查', '许可', '5%', '公安局']);
    expect(row.map(({ places }) => places)).toEqual(
      [
        [1, 40, 80],
        [1, 80, 380],
        [1, 380, 560],
        [2, 40, 140],
        [2, 140, 290],
      ].map(([page, x0, x1]) => [{ page, box: { x0, x1, top: 115, bottom: 165 } }]),
    );
    const others = document.blocks.flatMap(block => (block.kind === 'grid' ? [] : [[block.kind, block.text]]));
    expect(others).toEqual([
      ['paragraph', '某市抽查计划'],
      ['furniture', '第1页'],
      ['furniture', '第2页'],
    ]);
  });

  test('has the columns that are printed again once', async () => {
    const again = sheet(2, [40, 300, 120], heights, (row, column) =>
      column < 2 ? keyed(row, column) : further(row, 1),
    );
    const document = await read([left, again]);
    expectBalance(document);
    expect(gridsOf(document).map(({ columns }) => columns)).toEqual([4]);
    const repeated = document.blocks.flatMap(block => (block.kind === 'repeated-header' ? [block.text] : []));
    expect(repeated.join('').replace(/\s/g, '')).toBe('序号任务1食品检查2食品检查3食品检查4食品检查');
  });

  test('is told where only some of its rows can be found again', async () => {
    const document = await read([left, right(2, [20, 35, 50, 12, 23, 25])]);
    expectBalance(document);
    expect(document.findings.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'columns-apart', params: { left: '1', right: '2' } },
    ]);
    expect(gridsOf(document)).toHaveLength(2);
  });

  test('shows page by page what stands on each page', async () => {
    const bytes = pdf([{ content: left }, { content: right(2) }]);
    const { grids } = await readPageGrids({ name: 'wide.pdf', bytes }, options);
    expect(grids.map(({ page, columns }) => [page, columns])).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });
});
