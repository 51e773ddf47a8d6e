import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/fields/fold.ts';

describe('foldText', () => {
  test.each([
    // [as written, folded]
    ['抽查比例不低于5％；抽查1次', '抽查比例不低于5%；抽查1次'],
    ['抽查比例不低于5%; 抽查1次', '抽查比例不低于5%；抽查1次'],
    ['３月—１２月', '3月-12月'],
    ['3月 – 12月', '3月-12月'],
    ['3月——12月', '3月-12月'],
    ['10月~次年3月', '10月~次年3月'],
    ['5%～10%', '5%-10%'],
    ['4月一12月', '4月一12月'],
    ['A:3%;B:4%', 'A:3%；B:4%'],
    ['A : 3 %', 'A:3%'],
    ['1，000户', '1,000户'],
    ['(ODS)', '（ODS）'],
    ['> = 5%', '≥5%'],
    ['<=10%', '≤10%'],
    ['⽂化和旅游局', '文化和旅游局'],
    ['⺠政局', '民政局'],
    ['对"四上"企业', '对“四上”企业'],
    ['5" 屏', '5"屏'],
    ["enterprise's", "enterprise's"],
    ['抽 查 内 容', '抽查内容'],
    ['抽查\u3000比例\n及频次', '抽查比例及频次'],
    ['\ufeff市\u200b气象局', '市气象局'],
    ['市市场监管局 市应急管理局', '市市场监管局 市应急管理局'],
    ['市市场监管局\n市税务局', '市市场监管局 市税务局'],
    ['市委宣传部 (市新闻出版局)', '市委宣传部（市新闻出版局）'],
    ['市 市场监管局 市税务局', '市市场监管局 市税务局'],
    ['市市场 监管局', '市市场监管局'],
    ['Class  A', 'Class A'],
    ['2024 12', '2024 12'],
    ['①②', '①②'],
    ['㈠', '㈠'],
    ['曰O0一', '曰O0一'],
    ['', ''],
  ])('%j gives %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  const near = fc.string({
    unit: fc.constantFrom(
      ...' \t\n\u200b\ufeff０1２3%％月日年—-～~,，;；:：()（）"\'><=≥市场监管局税务厅、。/AbC①⽂⺠Ⅳ\uf9d0',
    ),
    maxLength: 30,
  });
  test('is idempotent', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), text => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
