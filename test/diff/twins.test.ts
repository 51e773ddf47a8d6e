import { describe, expect, test } from 'vitest';
import { compareTwins } from '../../src/diff/twins.ts';
import { interpretParts, type Part } from '../plan/make-document.ts';

const title = '吕梁市2024年度部门联合双随机抽查工作计划';
const head = ['序号', '抽查任务名称', '抽查比例', '抽查时间', '发起部门'];
const twin = (name: string, ...rows: string[][]) => {
  const parts: Part[] = [title, [head, ...rows]];
  return { name, ...interpretParts(...parts).plans[0]! };
};
const plain = [
  ['1', '甲检查', '5%', '3月-12月', '市商务局'],
  ['2', '乙检查', '10%', '5月-8月', '市商务局'],
  ['3', '丙检查', '5%', '3月-12月', '市公安局'],
];
const changed = (row: number, column: number, text: string) =>
  plain.map((cells, i) => cells.map((cell, j) => (i === row && j === column ? text : cell)));
const addresses = (differences: readonly { task: string; field: string }[]) =>
  differences.map(({ task, field }) => `${task}.${field}`);

describe('documents of one plan, cell by cell', () => {
  test.each([
    ['the same', plain, [], []],
    ['other punctuation', changed(0, 3, '3月—12月'), [], []],
    ['a blank that the other settles', changed(1, 3, ''), ['2.period'], []],
    ['another value', changed(1, 2, '20%'), [], ['2.ratio']],
    ['a text that gives no value', changed(1, 2, '5O%'), [], ['2.ratio']],
    ['another name', changed(1, 1, '丁检查'), [], ['2.name']],
  ])('%s', (_, rows, settled, disagreements) => {
    const result = compareTwins([twin('a', ...plain), twin('b', ...rows)]);
    expect([addresses(result.settled), addresses(result.disagreements)]).toEqual([settled, disagreements]);
  });

  test('what one document infers settles nothing, but agrees', () => {
    const blank = changed(1, 4, '');
    const result = compareTwins([twin('a', ...plain), twin('b', ...blank)]);
    expect([result.settled, result.disagreements]).toEqual([[], []]);
  });

  test('a task that one document lacks', () => {
    const result = compareTwins([twin('a', ...plain), twin('b', plain[0]!, plain[2]!)]);
    expect(new Set(result.disagreements.map(({ task }) => task))).toEqual(new Set(['2']));
    expect(result.disagreements[0]!.shown.map(({ state }) => state)).toEqual(['stated', 'missing']);
    const mirrored = compareTwins([twin('b', plain[0]!, plain[2]!), twin('a', ...plain)]);
    expect(addresses(mirrored.disagreements)).toEqual(addresses(result.disagreements));
  });

  test('three documents: one against two', () => {
    const result = compareTwins([twin('a', ...plain), twin('b', ...changed(1, 3, '')), twin('c', ...plain)]);
    expect(result.settled[0]!.shown.map(({ state }) => state)).toEqual(['stated', 'blank', 'stated']);
    expect(compareTwins([twin('a', ...plain), twin('b', ...plain)]).agreements).toBeGreaterThan(10);
  });

  const causes = (...rows: string[][][]) =>
    compareTwins(rows.map((own, i) => twin('abc'[i]!, ...own))).causes.map(
      ({ document, address, code, cause }) => `${document} ${address} ${code} ${cause.in}`,
    );
  test.each<[string, string[][][], string[]]>([
    ['nothing odd', [plain, plain], []],
    ['a blank that the other fills', [plain, changed(1, 3, '')], ['b 2.period ambiguous-blank conversion']],
    ['a text that only one spoils', [changed(1, 2, '5O%'), plain], ['a 2.ratio unread-cell conversion']],
    [
      'a text that all show',
      [changed(1, 2, '5O%'), changed(1, 2, '5O%')],
      ['a 2.ratio unread-cell source', 'b 2.ratio unread-cell source'],
    ],
    ['each spoils it its own way', [changed(1, 2, '5O%'), changed(1, 2, 'S%')], []],
    [
      'blank in both',
      [changed(1, 3, ''), changed(1, 3, '')],
      ['a 2.period ambiguous-blank source', 'b 2.period ambiguous-blank source'],
    ],
  ])('causes: %s', (_, rows, expected) => expect(causes(...rows)).toEqual(expected));
});
