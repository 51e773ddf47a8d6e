import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { items } from '../../src/fields/items.ts';
import { itemsEntries } from '../../src/model/catalogue/items.ts';
import { diagnose } from '../../src/model/diagnostic.ts';

const read = (raw: string) => items.parse(raw).value;
const codes = (raw: string) => items.parse(raw).findings.map(finding => finding.code);

describe('items', () => {
  test.each<[raw: string, items: string[]]>([
    ['1. 许可情况; 2. 台账情况; 3. 其他。', ['许可情况', '台账情况', '其他']],
    ['1．许可情况\n2．台账情况', ['许可情况', '台账情况']],
    ['1、许可情况2、台账情况', ['许可情况', '台账情况']],
    ['1)许可情况;2)台账情况', ['许可情况', '台账情况']],
    ['(1)许可情况(2)台账情况', ['许可情况', '台账情况']],
    ['（一）许可情况。（二）台账情况。', ['许可情况', '台账情况']],
    ['一、许可情况；二、台账情况', ['许可情况', '台账情况']],
    ['十、许可情况；十一、台账情况', ['许可情况', '台账情况']],
    ['⼀、许可情况；⼆、台账情况', ['许可情况', '台账情况']],
    ['①许可情况②台账情况③其他', ['许可情况', '台账情况', '其他']],
    ['⑴许可情况⑵台账情况', ['许可情况', '台账情况']],
    ['⒈许可情况⒉台账情况', ['许可情况', '台账情况']],
    ['㈠许可情况㈡台账情况', ['许可情况', '台账情况']],
    ['❶许可情况❷台账情况', ['许可情况', '台账情况']],
    ['第一，许可情况；第二，台账情况', ['许可情况', '台账情况']],
    ['一是检查许可情况，二是检查台账情况', ['检查许可情况', '检查台账情况']],
    ['a.许可情况；b.台账情况', ['许可情况', '台账情况']],
    ['A、许可情况；B、台账情况', ['许可情况', '台账情况']],
    ['Ⅰ.许可情况；Ⅱ.台账情况', ['许可情况', '台账情况']],
    ['1，许可情况；2，台账情况', ['许可情况', '台账情况']],
    ['●许可情况●台账情况', ['许可情况', '台账情况']],
    ['\uf06c许可情况\n\uf06c台账情况', ['许可情况', '台账情况']],
    ['- 许可情况\n- 台账情况', ['许可情况', '台账情况']],
    // Numbers that run through the whole table.
    ['7.许可情况', ['许可情况']],
    ['2.进销货台账、票据;', ['进销货台账、票据']],
    ['118.许可情况；119.台账情况', ['许可情况', '台账情况']],
    // A mark without a separator before it; a numbered cell is divided at its marks only.
    ['1.许可情况 2.车辆情况;3.其他', ['许可情况', '车辆情况', '其他']],
    ['1.执行ISO9001 2.使用证书', ['执行ISO9001', '使用证书']],
    ['1.许可；台账；2.其他', ['许可；台账', '其他']],
    ['1.2024年度报告公示情况；2.即时信息公示情况', ['2024年度报告公示情况', '即时信息公示情况']],
    ['1.一次性用品；2.二手车', ['一次性用品', '二手车']],
    // Sub-lists stay in their item.
    ['1.许可：(1)甲；(2)乙；2.台账', ['许可：（1）甲；（2）乙', '台账']],
    ['（一）许可：1.甲；2.乙；（二）台账', ['许可：1.甲；2.乙', '台账']],
    ['1.许可：1、甲；2、乙；3、丙；2.台账', ['许可：1、甲；2、乙；3、丙', '台账']],
    ['1.许可，包括：甲；乙；2.台账', ['许可，包括：甲；乙', '台账']],
    ['许可；台账，包括：1.甲；2.乙', ['许可', '台账，包括：1.甲；2.乙']],
    // Unnumbered.
    ['许可情况；台账情况。', ['许可情况', '台账情况']],
    ['许可（含甲；乙）情况；台账', ['许可（含甲；乙）情况', '台账']],
    ['是否“亮证；亮照”；台账', ['是否“亮证；亮照”', '台账']],
    ['经营是否合法：证照是否齐全；台账是否规范。', ['经营是否合法：证照是否齐全；台账是否规范']],
    ['8:00前到岗情况；台账', ['8:00前到岗情况', '台账']],
    ['登记事项检查', ['登记事项检查']],
    ['无', []],
    ['/', []],
  ])('%j', (raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });

  test.each([
    '许可情况、台账情况',
    '许可情况。台账情况',
    '许可情况\n台账情况',
    '许可情况，台账情况',
    // Numbers and letters that are text.
    '1.5米以上围栏检查',
    '第1、2、3类医疗器械检查',
    '1、2、3类医疗器械检查',
    '一、二级医院检查',
    'A、B、C类企业检查',
    'Ⅰ、Ⅱ类射线装置检查',
    'PM2.5、PM10监测情况',
    '表1、表2、表3填报情况',
    '一是否持证，二是否公示',
    '对照《办法》第五条（二）检查',
    '12.4消防宣传',
    '★重点检查',
    '2024.5.1后登记的',
  ])('one item: %j', raw => {
    expect(read(raw)).toHaveLength(1);
    expect(codes(raw)).toEqual([]);
  });

  test.each<[raw: string, items: string[], findings: string[]]>([
    ['1.许可；3.台账', ['许可', '台账'], ['mark-out-of-sequence']],
    ['1.许可；1.台账；2.其他', ['许可', '台账', '其他'], ['mark-out-of-sequence']],
    ['1.许可\n1.台账', ['许可', '台账'], ['mark-out-of-sequence']],
    ['1.许可2.台账；2.其他', ['许可', '台账', '其他'], ['mark-out-of-sequence']],
    ['1.许可；2、台账；3.其他', ['许可', '台账', '其他'], ['mixed-marks']],
    ['1.许可3.台账', ['许可3.台账'], ['doubtful-mark']],
    ['1、附表1、附表2、填报；2、台账', ['附表1、附表2、填报', '台账'], []],
    ['1、型号甲2、型号乙；2、台账', ['型号甲2、型号乙', '台账'], ['doubtful-mark']],
    ['1.许可；2.5吨以上锅炉', ['许可；2.5吨以上锅炉'], ['doubtful-mark']],
    ['1.许可；台账', ['许可；台账'], ['semicolon-in-item']],
    ['是否持证：甲；乙；2.台账；3.其他', ['是否持证：甲；乙', '台账', '其他'], ['text-before-marks']],
    ['1.许可；台账；2.其他', ['许可；台账', '其他'], ['semicolon-in-item']],
    ['1.许可；2.台账；其他', ['许可', '台账；其他'], ['semicolon-in-item']],
    ['是否持证：甲；乙；2.台账；3.其他', ['是否持证：甲；乙', '台账', '其他'], ['text-before-marks']],
    ['许可；2.台账；3.其他', ['许可', '台账', '其他'], ['text-before-marks']],
    ['对旅行社检查：1.许可；2.台账', ['对旅行社检查：', '许可', '台账'], ['text-before-marks']],
    ['检查内容包括：1.许可；2.台账', ['许可', '台账'], ['label-dropped']],
    ['1.许可；2.；3.其他', ['许可', '其他'], ['empty-item']],
    ['/', [], ['placeholder-cell']],
  ])('%j is reported', (raw, expected, findings) => {
    expect(read(raw)).toEqual(expected);
    expect(codes(raw)).toEqual(findings);
  });

  test.each<[raw: string, code: string]>([
    ...items.refusals.map((raw): [string, string] => [raw, '']),
    ['1.；2.；', 'unread-cell'],
    ['（）', 'unread-cell'],
    ['20', 'unread-cell'],
    ['鐢熶骇锛岀粡钀�', 'garbled-text'],
    ['ÉúÂ³ÏúÊÛ', 'garbled-text'],
    ['#N/A', 'garbled-text'],
    ['同上', 'ditto-cell'],
  ])('refused: %j', (raw, code) => {
    expect(read(raw)).toBeNull();
    expect(codes(raw)).toHaveLength(1);
    expect(codes(raw)[0]).toMatch(code);
  });

  test.each(items.notations.flatMap(({ name, examples }) => examples.map(example => [name, example] as const)))(
    '%s reads %j',
    (name, example) => {
      expect(items.parse(example).by).toBe(name);
    },
  );

  test('every finding is worded in both languages', () => {
    const cells = [
      '1.许可；3.台账',
      '1.许可；2、台账',
      '1.许可3.台账',
      '许可；2.台账',
      '1.许可；台账',
      '1.许可；2.；3.其他',
    ];
    const findings = [...cells, '内容：1.许可；2.台账', '/', '同上', '#N/A'].flatMap(
      cell => items.parse(cell).findings,
    );
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(Object.keys(itemsEntries)));
    for (const finding of findings) {
      const { message, hint } = diagnose(finding);
      for (const sentence of [message.zh, message.en, hint.zh, hint.en]) expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });

  test('blank is nothing', () => {
    for (const raw of ['', ' \n', '\u200b']) expect(items.parse(raw)).toEqual({ value: null, by: null, findings: [] });
  });

  test('the founding plan', () => {
    const counts = new Map<number, number>();
    for (const line of readFileSync('samples/lvliang-2023.txt', 'utf8').split('\n')) {
      const [number = '', , cell] = line.split('\t');
      if (/^\d+$/.test(number) && cell !== undefined) {
        counts.set(Number(number), read(cell)?.length ?? 0);
        expect(codes(cell)).toEqual([]);
      }
    }
    const several = [...counts].filter(([, count]) => count !== 1);
    expect(several).toEqual(
      [1, 2, 3]
        .map(row => [row, 4])
        .concat([
          [13, 5],
          [14, 5],
          [15, 4],
          [24, 3],
          [26, 2],
          [33, 2],
          [35, 2],
          [36, 5],
          [38, 3],
          [41, 3],
          [42, 4],
        ]),
    );
    expect(counts.size).toBe(58);
  });
});

describe('laws of items', () => {
  const word = fc.constantFrom(
    ...['许可情况', '台账', '市公安局', 'ODS', '5', '12', '年', '第', '表', '类', '一', '二', '三', '十'],
  );
  const sign = fc.constantFrom(
    ...[
      '；',
      ';',
      '：',
      ':',
      '。',
      '、',
      '，',
      ',',
      '.',
      '(',
      '）',
      '“',
      '”',
      '"',
      ' ',
      '\n',
      '-',
      '%',
      '①',
      '②',
      '●',
      '是',
    ],
  );
  const mark = fc.constantFrom(
    ...['1.', '2.', '3.', '1、', '2、', '（1）', '（2）', '（一）', '（二）', '一、', '二、', 'a.', 'B、'],
  );
  const cell = fc.array(fc.oneof(word, sign, mark), { maxLength: 14 }).map(parts => parts.join(''));

  test('parse∘format is the identity', () => {
    fc.assert(
      fc.property(cell, raw => {
        const value = read(raw);
        if (value !== null) expect(read(items.format(value))).toEqual(value);
      }),
      { numRuns: 3000 },
    );
  });

  test('every item is folded, non-empty text of the cell, in its order', () => {
    fc.assert(
      fc.property(cell, raw => {
        const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
        let rest = bare(raw);
        for (const item of read(raw) ?? []) {
          expect(items.schema.safeParse([item]).success).toBe(true);
          const at = rest.indexOf(bare(item));
          expect(at).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + bare(item).length);
        }
      }),
    );
  });

  const listed = fc.array(
    fc.constantFrom('许可情况', '人员、设备情况', '含（甲；乙）', '是否持证：甲；乙', '2024年年报'),
    {
      minLength: 2,
      maxLength: 6,
    },
  );
  const numbering = fc.constantFrom<(i: number) => string>(
    i => `${i}.`,
    i => `${i}、`,
    i => `（${i}）`,
    i => `${i}）`,
    i => String.fromCodePoint(0x245f + i),
    i => `${'一二三四五六'[i - 1]}、`,
    i => `（${'一二三四五六'[i - 1]}）`,
  );

  test('line breaks, spaces or nothing between items: the same items', () => {
    fc.assert(
      fc.property(listed, numbering, fc.constantFrom('；', ';', '。', ''), (texts, numeral, end) => {
        const join = (gap: string) => texts.map((text, i) => numeral(i + 1) + text + end).join(gap);
        for (const gap of ['', ' ', '\n', '\n\n', '\u3000']) expect(read(join(gap))).toEqual(texts);
      }),
    );
  });

  test('a mark that lost its number never passes unreported', () => {
    fc.assert(
      fc.property(listed, fc.nat(), (all, lost) => {
        // What follows a ： cannot be told from its list.
        const texts = all.filter(text => !text.includes('：'));
        fc.pre(texts.length >= 2);
        const cell = texts.map((text, i) => (i === lost % texts.length ? '' : `${i + 1}.`) + text).join('；');
        const parsed = items.parse(cell);
        if (JSON.stringify(parsed.value) !== JSON.stringify(texts)) expect(parsed.findings).not.toEqual([]);
      }),
    );
  });

  test.each(['（1）a', '1.a；', '；', '（', '“（', '1、', '一、', '①', '甲；2.', '、1、', '●', '是：'])(
    '100 kB of %j take little time',
    unit => {
      items.parse(unit.repeat(100_000 / unit.length));
    },
  );
});
