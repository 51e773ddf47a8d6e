import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { identity } from '../../src/read/pdf/matrix.ts';
import { drawsLetters, subpaths } from '../../src/read/pdf/path.ts';
import { pdf } from './pdf-bytes.ts';

/** The paths of a page as pdf.js gives them, with the operator that paints each. */
async function pathsOf(content: string): Promise<[number, number[] | null][]> {
  const task = getDocument({ data: pdf([{ content }]), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const list = await page.getOperatorList();
  const found = list.argsArray
    .filter((_, i) => list.fnArray[i] === OPS.constructPath)
    .map(([paint, [data]]): [number, number[] | null] => [paint, data && [...data]]);
  await task.destroy();
  return found;
}

describe('the form of a path in pdf.js', () => {
  test.each<[string, string, number, number[]]>([
    ['a line', '1 2 m 3 4 l S', OPS.stroke, [0, 1, 2, 1, 3, 4]],
    ['a rectangle', '10 20 30 40 re f', OPS.fill, [0, 10, 20, 1, 40, 20, 1, 40, 60, 1, 10, 60, 4]],
    ['a flat rectangle', '10 20 30 0 re f', OPS.fill, [0, 10, 20, 1, 40, 20, 4]],
    ['a curve', '1 2 m 3 4 5 6 7 8 c b', OPS.closeFillStroke, [0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 4]],
    ['two subpaths', '1 2 m 3 4 l h 5 6 m 7 8 l s', OPS.closeStroke, [0, 1, 2, 1, 3, 4, 4, 0, 5, 6, 1, 7, 8, 4]],
  ])('%s', async (_, content, paint, data) => {
    expect(await pathsOf(content)).toEqual([[paint, data]]);
  });
});

describe('a path in pieces', () => {
  test.each<[string, number[], { points: number[]; closed: boolean }[]]>([
    ['a line', [0, 1, 2, 1, 3, 4], [{ points: [1, 2, 3, 4], closed: false }]],
    ['a closed one', [0, 1, 2, 1, 3, 4, 1, 5, 6, 4], [{ points: [1, 2, 3, 4, 5, 6], closed: true }]],
    [
      'two',
      [0, 1, 2, 1, 3, 4, 0, 5, 6, 1, 7, 8],
      [
        { points: [1, 2, 3, 4], closed: false },
        { points: [5, 6, 7, 8], closed: false },
      ],
    ],
    ['a curve', [0, 1, 2, 2, 0, 0, 0, 0, 7, 8], [{ points: [1, 2, 7, 8], closed: false }]],
    ['a point alone', [0, 1, 2], []],
    ['an unknown code', [0, 1, 2, 1, 3, 4, 9, 5, 6], [{ points: [1, 2, 3, 4], closed: false }]],
    ['a code without its numbers', [0, 1, 2, 1, 3], []],
    ['nothing', [], []],
  ])('%s', (_, data, expected) => {
    expect(subpaths(data, identity).map(({ points, closed }) => ({ points, closed }))).toEqual(expected);
  });
});

test.each<[string, number[], boolean]>([
  ['a letter with a slanted side', [0, 0, 0, 1, 9, 0, 1, 7, 9, 4], true],
  [
    'letters with curves, and one that is a box',
    [
      0, 0, 0, 2, 1, 1, 2, 2, 3, 3, 2, 1, 1, 2, 2, 9, 3, 2, 1, 1, 2, 2, 9, 9, 2, 1, 1, 2, 2, 0, 9, 2, 1, 1, 2, 2, 0, 0,
      4, 0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 4,
    ],
    true,
  ],
  ['a box', [0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 4], false],
  ['a large slanted line', [0, 0, 0, 1, 100, 90], false],
  [
    'a box with round corners',
    [
      0, 2, 0, 1, 8, 0, 2, 9, 0, 10, 1, 10, 2, 1, 10, 8, 2, 10, 9, 9, 10, 8, 10, 1, 2, 10, 2, 1, 10, 0, 9, 0, 8, 1, 0,
      2, 2, 0, 1, 1, 0, 2, 0, 4,
    ],
    false,
  ],
  [
    'one slanted line among rulings',
    [0, 0, 0, 1, 20, 20, ...[10, 20, 30, 40].flatMap(y => [0, 0, y, 1, 90, y])],
    false,
  ],
  ['nothing', [], false],
])('tells outlines of letters: %s', (_, data, expected) => {
  expect(drawsLetters(subpaths(data, identity))).toBe(expected);
});
