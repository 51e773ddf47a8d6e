import fc from 'fast-check';
import type { Count } from '../../src/fields/count.ts';
import type { Frequency } from '../../src/fields/frequency.ts';
import type { Ratio } from '../../src/fields/ratio.ts';

/** Values as the schemas allow them, each made only of words that a plan could print. */
const percentage = fc.integer({ min: 1, max: 100_000 }).map(thousandths => thousandths / 1000);
const whole = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10_000_000 }));
const times = fc.integer({ min: 1, max: 366 });

const interval = (end: fc.Arbitrary<number>) =>
  fc.oneof(
    end.map(value => ({ min: value, max: value })),
    end.map(min => ({ min, max: null })),
    end.map(max => ({ min: null, max })),
    fc
      .tuple(end, end)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
  );

/** Only what has both ends can be approximate. */
const maybeAbout = <T extends { min: number | null; max: number | null }>(arbitrary: fc.Arbitrary<T>) =>
  fc
    .tuple(arbitrary, fc.boolean())
    .map(([value, about]) =>
      about && value.min !== null && value.max !== null ? { ...value, about: true as const } : value,
    );

const percent = maybeAbout(interval(percentage)).map(value => ({ kind: 'percent' as const, ...value }));
const unit = fc.constantFrom('户', '家', '个', '所', '人', '辆', '台', '件', '批次', '家次', '户次', '处', '艘');
const count = fc.tuple(interval(whole), unit, fc.boolean()).map(([ends, counter, about]) => ({
  kind: 'count' as const,
  ...ends,
  unit: counter,
  ...(about && ends.min !== null && ends.max !== null && { about: true as const }),
}));

const rider = fc.constantFrom(
  '原则上',
  '每次',
  '学校',
  '市局',
  '县（市、区）',
  '重点企业除外',
  '由县级组织实施',
  '不足5家的全覆盖',
  '不足1户的按1户抽取',
  '原则上上年度抽检查过的不再抽取',
  '根据企业信用风险分类结果适当调整抽查比例和频次',
  '按照国市监信发〔2019〕38号执行',
  '含个体工商户',
  'A：原则上',
);
const note = fc.option(
  fc.uniqueArray(rider, { minLength: 1, maxLength: 3 }).map(parts => parts.join('；')),
  { nil: undefined },
);
const withNote = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  fc.tuple(arbitrary, note).map(([value, text]) => (text === undefined ? value : { ...value, note: text }));

const names = fc
  .oneof(
    fc.record({
      by: fc.constant('credit' as const),
      of: fc.subarray(['low', 'general', 'higher', 'high', 'other'], { minLength: 2 }),
    }),
    fc.record({
      by: fc.constant('credit' as const),
      of: fc.subarray(['A', 'B', 'C', 'D', 'E', 'other'], { minLength: 2 }),
    }),
    fc.record({
      by: fc.constant('credit' as const),
      of: fc.subarray(['守信', '警示', '失信', '严重失信'], { minLength: 2 }),
    }),
    fc.record({ by: fc.constant('credit' as const), of: fc.constant(['低风险', '中风险', '中高风险', '高风险']) }),
    fc.record({
      by: fc.constant('level' as const),
      of: fc.subarray(['省级', '市级', '县级', '区级', '乡镇级'], { minLength: 2 }),
    }),
    fc.record({
      by: fc.constant('level' as const),
      of: fc.subarray(['省局', '市局', '县局', 'other'], { minLength: 2 }),
    }),
    fc.record({
      by: fc.constant('object' as const),
      of: fc.subarray(['农药生产企业', '农药经营者', '中职学校', '3A级景区', '加油站（点）', 'other'], {
        minLength: 2,
      }),
    }),
  )
  .filter(({ of }) => of.some(name => name !== 'other') && of.length >= 2);

const tiered = <T extends object>(amount: fc.Arbitrary<T>) =>
  withNote(
    names.chain(({ by, of }) =>
      fc
        .tuple(...of.map(() => amount))
        .map(amounts => ({ kind: 'tiered' as const, by, tiers: of.map((name, i) => ({ of: name, ...amounts[i]! })) })),
    ),
  );

const openOf = (kind: 'undecided' | 'reference', texts: readonly string[]) =>
  fc.constantFrom(...texts).map(text => ({ kind, text }));
const undecided = openOf('undecided', [
  '待定',
  '根据监管需要确定',
  '根据实际情况确定',
  '视情况而定',
  '另行通知',
  '按需抽查，由县级确定',
]);
const reference = openOf('reference', [
  '详见附件2',
  '按省级计划执行',
  '根据《双随机抽查规程（试行）》确定',
  '省级计划规定',
]);

const beside = fc.option(
  fc.tuple(interval(whole), unit).map(([ends, counter]) => ({ ...ends, unit: counter })),
  { nil: undefined },
);

/** Single credit tiers are left out: 高风险企业30% is read, but with a warning. */
export const anyRatio = fc.oneof(
  withNote(fc.tuple(percent, beside).map(([value, more]) => (more ? { ...value, count: more } : value))),
  withNote(count),
  tiered(fc.oneof(percent, count)),
  undecided,
  reference,
) as fc.Arbitrary<Ratio>;

const per = fc.constantFrom('P1Y', 'P6M', 'P3M', 'P1M', 'P1W', 'P1D', 'P2Y', 'P3Y', 'P2M', 'P2W', 'P10D', null);
const frequency = fc.tuple(interval(times), per).map(([ends, every]) => ({ ...ends, per: every }));
export const anyFrequency = fc.oneof(
  withNote(frequency),
  tiered(frequency),
  undecided,
  reference,
) as fc.Arbitrary<Frequency>;

export const anyCount: fc.Arbitrary<Count> = fc
  .tuple(interval(whole), fc.option(unit))
  .filter(([{ min, max }, counter]) => counter !== null || min === max)
  .map(([{ min, max }, counter]) => {
    const one = (value: number) => `${value}${counter ?? ''}`;
    const text =
      min === null
        ? `不超过${one(max!)}`
        : max === null
          ? `不少于${one(min)}`
          : min === max
            ? one(min)
            : `${min}-${one(max)}`;
    return { min, max, unit: counter, text };
  });

/** The same text as another office types it: width of marks and digits, kind of dash, white space. */
export const retype = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 7 }), { minLength: text.length, maxLength: text.length }).map(choices =>
    [...text]
      .map((character, i) => {
        const choice = choices[i]!;
        const wide = '，；：（）'.indexOf(character);
        const typed =
          wide >= 0 && choice % 2
            ? ',;:()'[wide]!
            : character === '-'
              ? '-—–~～'[choice % 5]!
              : /[\d%/]/.test(character) && choice === 1
                ? String.fromCharCode(character.charCodeAt(0) + 0xfee0)
                : character;
        const next = text[i + 1] ?? '';
        const glued = /[A-Za-z\d.,]/.test(character) && /[A-Za-z\d.,]/.test(next);
        return typed + (choice === 7 && !glued ? ' ' : choice === 6 && !glued ? '\n' : '');
      })
      .join(''),
  );

/** Strings that look like amounts, and strings that do not. */
export const nearAmounts = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...'0123456789.,%‰-—~至到，；。、：:/（）()≥≤<>= \n',
        ...[
          '不低于',
          '不超过',
          '以上',
          '约',
          '抽查',
          '比例',
          '频次',
          '抽查比例',
          '次',
          '次/年',
          '每年',
          '每季度',
          '半年',
        ],
        ...[
          '百分之',
          '成',
          '五',
          '两',
          '户',
          '家',
          'A',
          'B类',
          '低风险',
          '企业',
          '市级',
          '总数的',
          '分别',
          '全覆盖',
          '待定',
        ],
        ...['根据', '确定', '不足', '的', '不', '于', '其他', '原则上', 'O', '𠀀', '\ud800'],
      ),
      { maxLength: 14 },
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
