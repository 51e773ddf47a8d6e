import { z } from 'zod';
import { formatPer } from './duration.ts';
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
const plain = z
  .strictObject({ ...shape, note: noteShape })
  .refine(isInterval, intervalProblem)
  .meta({ title: '次数' });
const tier = z.strictObject({ of: tierName, ...shape }).refine(isInterval, intervalProblem);

export const frequencySchema = z
  .union([
    plain,
    z.discriminatedUnion('kind', [
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
    ]),
  ])
  .meta({ title: '抽查频次' });

export type Frequency = z.infer<typeof frequencySchema>;

const formatTimes = (value: Pick<z.infer<typeof plain>, 'min' | 'max' | 'per'>): string =>
  `${formatInterval(value, '次')}${value.per === null ? '' : formatPer(value.per)}`;

/** The frequency as canonical text: 1次, 不少于1次/年, 1次-2次/季度. */
export function formatFrequency(frequency: Frequency): string {
  if (!('kind' in frequency)) return `${formatTimes(frequency)}${formatNote(frequency.note)}`;
  if (frequency.kind !== 'tiered') return frequency.text;
  const tiers = frequency.tiers.map(one => `${formatTier(one.of, frequency.by)}${formatTimes(one)}`);
  return `${tiers.join('；')}${formatNote(frequency.note)}`;
}
