import { z } from 'zod';
import {
  formatInterval,
  formatNote,
  intervalProblem,
  isInterval,
  noteShape,
  reference,
  tieredBy,
  tieredKind,
  tierName,
  undecided,
} from './shapes.ts';
import { formatTier } from './subjects.ts';

/** An approximate amount is a number or a range, not a bound. */
const isAmount = (value: { min: number | null; max: number | null; about?: true | undefined }): boolean =>
  isInterval(value) && (!value.about || (value.min !== null && value.max !== null));
const problem = { message: `${intervalProblem.message}; about only with both` };

const percentEnd = z.number().positive().max(100).nullable();
const countEnd = z.int().positive().nullable();
const about = z.literal(true).optional().meta({ title: '约数' });

const percentShape = {
  kind: z.literal('percent').meta({ title: '百分比' }),
  min: percentEnd.meta({ title: '下限（%，含）' }),
  max: percentEnd.meta({ title: '上限（%，含）' }),
  about,
};
const countShape = {
  kind: z.literal('count').meta({ title: '数量' }),
  min: countEnd.meta({ title: '下限（含）' }),
  max: countEnd.meta({ title: '上限（含）' }),
  unit: z.string().min(1).meta({ title: '单位' }),
  about,
};

const beside = z
  .strictObject({ min: countShape.min, max: countShape.max, unit: countShape.unit })
  .refine(isInterval, intervalProblem)
  .optional()
  .meta({ title: '同时写明的数量' });

const tier = z.discriminatedUnion('kind', [
  z.strictObject({ of: tierName, ...percentShape }).refine(isAmount, problem),
  z.strictObject({ of: tierName, ...countShape }).refine(isAmount, problem),
]);

export const ratioSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ ...percentShape, count: beside, note: noteShape })
      .refine(isAmount, problem)
      .meta({ title: '百分比' }),
    z
      .strictObject({ ...countShape, note: noteShape })
      .refine(isAmount, problem)
      .meta({ title: '数量' }),
    z
      .strictObject({
        kind: tieredKind,
        by: tieredBy,
        tiers: z.array(tier).min(1).meta({ title: '各档' }),
        note: noteShape,
      })
      .meta({ title: '分档' }),
    reference,
    undecided,
  ])
  .meta({ title: '抽查比例' });

export type Ratio = z.infer<typeof ratioSchema>;
type Amount = Pick<z.infer<typeof tier>, 'kind' | 'min' | 'max' | 'about'> & { unit?: string };

const formatAmount = ({ about: approximate, unit = '%', ...ends }: Amount): string =>
  `${approximate ? '约' : ''}${formatInterval(ends, unit)}`;

/** The ratio as canonical text: 不低于5%, 10%（20户）, 低风险1%；高风险10%. */
export function formatRatio(ratio: Ratio): string {
  switch (ratio.kind) {
    case 'percent': {
      const { count, note } = ratio;
      return `${formatAmount(ratio)}${count ? `（${formatInterval(count, count.unit)}）` : ''}${formatNote(note)}`;
    }
    case 'count':
      return `${formatAmount(ratio)}${formatNote(ratio.note)}`;
    case 'tiered': {
      const tiers = ratio.tiers.map(one => `${formatTier(one.of, ratio.by)}${formatAmount(one)}`);
      return `${tiers.join('；')}${formatNote(ratio.note)}`;
    }
    default:
      return ratio.text;
  }
}
