import { z } from 'zod';
import { formatPer } from './duration.ts';
import { formatInterval, isInterval, noteText } from './interval.ts';
import { formatTier } from './subjects.ts';

const problem = { message: 'min or max must be given, in order' };
const times = z.int().positive().max(366).nullable();
const shape = {
  min: times.meta({ title: '最少次数' }),
  max: times.meta({ title: '最多次数' }),
  per: z
    .string()
    .regex(/^P[1-9]\d*[YMWD]$/)
    .nullable()
    .meta({ title: '每多长时间（ISO 8601）；null 为本计划内' }),
};
const note = noteText.optional().meta({ title: '附加条件或说明' });
const text = z.string().min(1).meta({ title: '原文' });
const of = z.string().min(1).meta({ title: '适用的类别、层级或对象；other 为其余' });

const plain = z
  .strictObject({ ...shape, note })
  .refine(isInterval, problem)
  .meta({ title: '次数' });
const kinds = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('tiered').meta({ title: '分档' }),
      by: z.enum(['credit', 'level', 'object']).meta({ title: '分档依据：信用类别、层级、对象' }),
      tiers: z
        .array(z.strictObject({ of, ...shape }).refine(isInterval, problem))
        .min(1)
        .meta({ title: '各档' }),
      note,
    })
    .meta({ title: '分档' }),
  z.strictObject({ kind: z.literal('reference').meta({ title: '另见' }), text }).meta({ title: '另见其他文件' }),
  z.strictObject({ kind: z.literal('undecided').meta({ title: '未定' }), text }).meta({ title: '未定' }),
]);

export const frequencySchema = z.union([plain, kinds]).meta({ title: '抽查频次' });

export type Frequency = z.infer<typeof frequencySchema>;
type Times = Pick<z.infer<typeof plain>, 'min' | 'max' | 'per'>;

const formatTimes = (value: Times): string =>
  `${formatInterval(value, '次')}${value.per === null ? '' : formatPer(value.per)}`;

/** The frequency as canonical text: 1次, 不低于1次/年, 1次-2次/季度. */
export function formatFrequency(frequency: Frequency): string {
  if (!('kind' in frequency)) return `${formatTimes(frequency)}${frequency.note ? `（${frequency.note}）` : ''}`;
  if (frequency.kind !== 'tiered') return frequency.text;
  const { by, tiers, note: rider } = frequency;
  return `${tiers.map(one => `${formatTier(one.of, by)}${formatTimes(one)}`).join('；')}${rider ? `（${rider}）` : ''}`;
}
