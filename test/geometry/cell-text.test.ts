import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, joinTexts, startsItem } from '../../src/geometry/cell-text.ts';
import { linesOf } from '../../src/geometry/lines.ts';
import { glyphsOf } from './make-table.ts';

test.each([
  ['1.资质情况', true],
  ['2、安全情况', true],
  ['（三）消防', true],
  ['(4)', true],
  ['⑤台账', true],
  ['六、其他', true],
  ['a) first', true],
  ['• item', true],
  ['2.5%以上', false],
  ['2024.5', false],
  ['10%', false],
  ['3月至5月', false],
  ['（含分支机构）', false],
  ['一般检查', false],
  ['第三、', false],
  ['', false],
])('%j begins a list item: %j', (text, expected) => {
  expect(startsItem(text)).toBe(expected);
});

test.each([
  ['药品经营', '企业', '药品经营企业'],
  ['网络 ABC', '企业', '网络 ABC企业'],
  ['the quick', 'brown fox', 'the quick brown fox'],
  ['well-', 'known', 'well-known'],
  ['HY-', '001', 'HY-001'],
  ['and/', 'or', 'and/or'],
  ['2007 -', '2013', '2007 - 2013'],
  ['Health', '& Safety', 'Health & Safety'],
  ['so-called', '"growth"', 'so-called "growth"'],
  ['growth', '(%)', 'growth (%)'],
  ['growth', ', total', 'growth, total'],
  ['10', '20', '10 20'],
  ['共10', '20户', '共1020户'],
  ['A3%B5%C10', '%', 'A3%B5%C10%'],
  ['抽查比例', '5%', '抽查比例5%'],
  ['LNG、CN', 'G加气站', 'LNG、CNG加气站'],
  ['获得C', 'CC认证的企业', '获得CCC认证的企业'],
  ['辖区内CNG', 'LNG加气站', '辖区内CNG LNG加气站'],
  ['取得CMA', 'Testing机构', '取得CMA Testing机构'],
  ['A、B', 'C、D四类', 'A、BC、D四类'],
  ['10%', '（20户）', '10%（20户）'],
  ['10%（20', '户）', '10%（20户）'],
  ['1.资质；', '2.安全', '1.资质；\n2.安全'],
  ['', '甲', '甲'],
  ['甲', '', '甲'],
])('%j and %j make %j', (before, after, expected) => {
  expect(joinTexts(before, after)).toBe(expected);
});

const cell = (...texts: string[]) => linesOf(texts.flatMap((text, i) => glyphsOf(text, 10, 10 + 10 * i)));

test.each<[string[], number, string]>([
  [['市公安局', '市教育局'], 80, '市公安局\n市教育局'],
  [['市公安局、市教', '育局'], 56, '市公安局、市教育局'],
  [['市公安局', '市教育局'], 32, '市公安局市教育局'],
  [['抽查不少于', '（含）五家'], 48, '抽查不少于（含）五家'],
  [['二〇二四年三月', '日-2024年'], 80, '二〇二四年三月日-2024年'],
])('lines %j in a column %d points wide read %j', (lines, room, expected) => {
  expect(cellText(cell(...lines), room)).toBe(expected);
});

test.each<[string[], number, string]>([
  [['1', '0'], 20, '10'],
  [['20%-2', '5%'], 46, '20%-25%'],
  [['10', '20'], 60, '10 20'],
  [['in 20', '12'], 50, 'in 20 12'],
])('lines %j in a cell %d points wide read %j', (lines, width, expected) => {
  expect(cellText(cell(...lines), 8 * Math.max(...lines.map(line => line.length)), width)).toBe(expected);
});

/** Characters of 8 points with these openings before each but the first. */
const spread = (text: string, ...openings: number[]) => {
  let x = 10;
  return [...text].flatMap((character, i) => {
    x += i > 0 ? 8 + openings[i - 1]! : 0;
    return glyphsOf(character, x, 10);
  });
};

test.each<[string, number[], string]>([
  ['不低于10%', [4, 4, 4, 4, 4], '不低于10%'],
  ['抽查1次', [3, 4, 4], '抽查1次'],
  ['市局10%20户', [0, 0, 0, 0, 6, 0, 0], '市局10% 20户'],
  ['市局县局', [0, 8, 0], '市局 县局'],
  ['10%', [4, 4], '1 0 %'],
])('%j drawn apart by %j points reads %j', (text, openings, expected) => {
  expect(linesOf(spread(text, ...openings)).map(line => line.text)).toEqual([expected]);
});

test('no character is lost or invented, white space aside', () => {
  const text = fc.stringMatching(/^[一二三市局查%1-9a-c.、（）-]{1,12}$/u);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 200 }), (lines, room) => {
      expect(cellText(cell(...lines), room).replace(/\s/gu, '')).toBe(lines.join(''));
    }),
  );
});

test('long lines are read in linear time', () => {
  const start = performance.now();
  for (const text of ['（'.repeat(100_000), '1'.repeat(100_000), '、'.repeat(100_000)]) {
    startsItem(text);
    joinTexts(text, text);
  }
  expect(performance.now() - start).toBeLessThan(1000);
});
