import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Period, period } from '../../src/fields/period.ts';
import { retype } from './amount-arbitraries.ts';

const context = { year: 2023 };
const runs = Number(process.env.LAW_RUNS ?? 1000);
const pad = (number: number) => String(number).padStart(2, '0');
const lengthOf = (y: number, month: number) => new Date(Date.UTC(y, month, 0)).getUTCDate();
const date = fc
  .record({
    y: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 0, max: 31 }),
  })
  .map(({ y, month, day }) => `${y}-${pad(month)}${day === 0 ? '' : `-${pad(Math.min(day, lengthOf(y, month)))}`}`);
const note = fc.constantFrom(
  '各地分阶段开展',
  '不定期',
  '节假日除外',
  '7、8月除外',
  '每季度1次',
  '视情况调整（含复查）',
);
const words = fc.constantFrom(
  '局统一安排',
  '待定',
  '每月',
  '根据监管需要确定',
  '国庆节前',
  '春、秋季，根据上级监管要求确定',
);
const ordered = fc
  .tuple(date, date)
  .map(([a, b]) => (a.slice(0, 7) < b.slice(0, 7) ? [a, b] : [b, a]) as [string, string])
  .filter(([a, b]) => a === b || a.slice(0, 7) !== b.slice(0, 7));
const window = fc.oneof(
  ordered.map(([start, end]) => ({ start, end })),
  date.map(end => ({ start: null, end })),
  date.map(start => ({ start, end: null })),
);
const segments = fc
  .uniqueArray(date, { minLength: 4, maxLength: 8, selector: text => text.slice(0, 7) })
  .map(dates =>
    dates.sort().flatMap((start, i) => (i % 2 || i + 1 >= dates.length ? [] : [{ start, end: dates[i + 1]! }])),
  )
  .map(list => ({ start: list[0]!.start, end: list.at(-1)!.end, segments: list }));
const periods: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: window },
  { weight: 2, arbitrary: segments },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.oneof(window, segments), note).map(([value, text]) => ({ ...value, note: text })),
  },
  words.map(text => ({ start: null, end: null, note: text })),
);
const near = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'0123456789月日年季度半上下全次至到-—~一、，。（）./三十第底前旬中起止 \n'),
    maxLength: 16,
  }),
  fc
    .array(
      fc.constantFrom(
        '3月',
        '12',
        '月',
        '-',
        '至',
        '2023年',
        '2024',
        '次年',
        '10',
        '日',
        '第二',
        '季度',
        '上半年',
        '全年',
        '底',
        '前',
        '、',
        '，',
        '（',
        '）',
        '不定期',
        '9.1',
        '2021-05-20',
        '统一安排',
        '根据',
        '确定',
        '一',
      ),
      { maxLength: 8 },
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('laws of period', () => {
  test('what is formatted is read as the same value', () => {
    fc.assert(
      fc.property(periods, value => {
        expect(period.schema.safeParse(value).error).toBeUndefined();
        expect(period.parse(period.format(value)).value, period.format(value)).toStrictEqual(value);
      }),
      { numRuns: runs },
    );
  });

  test('reading never throws, gives values of the schema, and formatting what is read is idempotent', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(context, {}), (text, given) => {
        const { value, by, findings } = period.parse(text, given);
        expect(by === null).toBe(value === null);
        if (value === null) return;
        expect(period.schema.safeParse(value).error, text).toBeUndefined();
        if (value.start === null && value.end === null) expect(findings.length).toBeGreaterThan(0);
        expect(period.parse(period.format(value), {}).value, text).toStrictEqual(value);
      }),
      { numRuns: runs * 5 },
    );
  });

  test('width of marks, kind of dash and white space change nothing', () => {
    fc.assert(
      fc.property(
        periods.chain(value => retype(period.format(value)).map(text => ({ value, text }))),
        ({ value, text }) => {
          expect(period.parse(text).value, text).toStrictEqual(value);
        },
      ),
      { numRuns: runs },
    );
  });

  // What is left when one of these goes is a correct reading of itself: 12月 → 1月, 十二月 → 十月, 前三季度 → 三季度.
  const rightlyDropped = /[\d一二三四十前]/u;
  const shapeOf = (value: Period) => [value.start === null, value.end === null, value.segments?.length, value.note];
  const written = [
    '3月-12月',
    '4-11月',
    '全年',
    '2023年10月至11月',
    '2026年1月1日-2026年12月31日',
    '10月底前',
    '11月30日前',
    '年底',
    '10月-次年3月',
    '3-5月、9-11月',
    '3月上旬-5月下旬',
    '第一季度',
    '一至三季度',
    '第二、四季度',
    '2025年下半年',
    '9.1-12.31',
    '2020.4-2020.12',
    '2021/5/20',
    '2021-05-20',
    '20230301-20231231',
    '自3月起至12月止',
    '2025年4月1日开始，2025年12月31日结束',
    '3月起',
    '6月和11月',
    '10-12月、次年1-3月',
    '2024年3月至10月（各地分阶段开展）',
    '三月至十二月',
    '3月15-20日',
    '前三季度',
    '4月一12月',
    '2023年全年',
  ];
  test.each(written)('a character lost from %j gives no other value of its shape without a word', text => {
    const whole = period.parse(text, context).value!;
    for (const [at, lost] of [...text].entries()) {
      if (rightlyDropped.test(lost)) continue;
      const rest = [...text].toSpliced(at, 1).join('');
      const { value, findings } = period.parse(rest, context);
      if (value === null || findings.some(({ code }) => code !== 'period-note')) continue;
      const { note: kept, ...dates } = value;
      const { note: had, ...wholeDates } = whole;
      if (kept !== undefined && had !== undefined) expect(dates, rest).toStrictEqual(wholeDates);
      else if (JSON.stringify(shapeOf(value)) === JSON.stringify(shapeOf(whole)))
        expect(value, rest).toStrictEqual(whole);
    }
  });

  test.each([
    '3月',
    '2023',
    '1',
    '-',
    '、',
    '年',
    '3-5月、',
    '根据',
    '（',
    '一',
    '2021-05-',
    '，',
    '9.1-',
    '次年',
    '春季',
    '。',
  ])('100,000 characters of %j are read quickly', unit => {
    for (const tail of ['', '月', '）', 'x']) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length)) + tail;
      period.parse(text, context);
    }
  });
});
