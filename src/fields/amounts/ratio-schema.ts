import { z } from 'zod';
import { formatInterval, isInterval, noteText, percentEnd, wholeEnd } from './interval.ts';
import { formatTier } from './subjects.ts';

/** An approximate amount is a number or a range, not a bound. */
const isRatio = (value: { min: number | null; max: number | null; about?: true | undefined }): boolean =>
  isInterval(value) && (!value.about || (value.min !== null && value.max !== null));
const problem = { message: 'min or max must be given, in order; about only with both' };

const percentShape = {
  kind: z.literal('percent').meta({ title: '百分比' }),
  min: percentEnd.meta({ title: '下限（%，含）' }),
  max: percentEnd.meta({ title: '上限（%，含）' }),
  about: z.literal(true).optional().meta({ title: '约数' }),
};
const countShape = {
  kind: z.literal('count').meta({ title: '数量' }),
  min: wholeEnd.meta({ title: '下限（含）' }),
  max: wholeEnd.meta({ title: '上限（含）' }),
  unit: z.string().min(1).meta({ title: '单位' }),
  about: z.literal(true).optional().meta({ title: '约数' }),
};
const note = noteText.optional().meta({ title: '附加条件或说明' });
const text = z.string().min(1).meta({ title: '原文' });

const beside = z
  .strictObject({ min: countShape.min, max: countShape.max, unit: countShape.unit })
  .refine(isInterval, problem)
  .optional()
  .meta({ title: '同时写明的数量' });

const of = z.string().min(1).meta({ title: '适用的类别、层级或对象；other 为其余' });
const tier = z.discriminatedUnion('kind', [
  z.strictObject({ of, ...percentShape }).refine(isRatio, problem),
  z.strictObject({ of, ...countShape }).refine(isRatio, problem),
]);

export const ratioSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ ...percentShape, count: beside, note })
      .refine(isRatio, problem)
      .meta({ title: '百分比' }),
    z
      .strictObject({ ...countShape, note })
      .refine(isRatio, problem)
      .meta({ title: '数量' }),
    z
      .strictObject({
        kind: z.literal('tiered').meta({ title: '分档' }),
        by: z.enum(['credit', 'level', 'object']).meta({ title: '分档依据：信用类别、层级、对象' }),
        tiers: z.array(tier).min(1).meta({ title: '各档' }),
        note,
      })
      .meta({ title: '分档' }),
    z.strictObject({ kind: z.literal('reference').meta({ title: '另见' }), text }).meta({ title: '另见其他文件' }),
    z.strictObject({ kind: z.literal('undecided').meta({ title: '未定' }), text }).meta({ title: '未定' }),
  ])
  .meta({ title: '抽查比例' });

export type Ratio = z.infer<typeof ratioSchema>;
export type Tier = z.infer<typeof tier>;

const amount = (value: Tier | Exclude<Ratio, { kind: 'tiered' | 'reference' | 'undecided' }>): string =>
  `${value.about ? '约' : ''}${formatInterval(value, value.kind === 'percent' ? '%' : value.unit)}`;

/** The ratio as canonical text: 不低于5%, 10%（20户）, 低风险1%；高风险10%. */
export function formatRatio(ratio: Ratio): string {
  const end = 'note' in ratio && ratio.note !== undefined ? `（${ratio.note}）` : '';
  switch (ratio.kind) {
    case 'percent':
      return `${amount(ratio)}${ratio.count ? `（${formatInterval(ratio.count, ratio.count.unit)}）` : ''}${end}`;
    case 'count':
      return `${amount(ratio)}${end}`;
    case 'tiered':
      return `${ratio.tiers.map(one => `${formatTier(one.of, ratio.by)}${amount(one)}`).join('；')}${end}`;
    default:
      return ratio.text;
  }
}
