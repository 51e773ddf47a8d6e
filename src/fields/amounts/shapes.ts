import { z } from 'zod';
import { formatNumber } from '../numerals.ts';
import type { Interval } from './resolve.ts';

/** At least one end, and the ends in order. */
export const isInterval = ({ min, max }: Interval): boolean =>
  (min !== null || max !== null) && (min === null || max === null || min <= max);
export const intervalProblem = { message: 'min or max must be given, in order' };

/** What ratios and frequencies have in common. */
export const noteShape = z.string().min(1).optional().meta({ title: '附加条件或说明' });
export const tierName = z.string().min(1).meta({ title: '适用的类别、层级或对象；other 为其余' });
export const tieredKind = z.literal('tiered').meta({ title: '分档' });
export const tieredBy = z.enum(['credit', 'level', 'object']).meta({ title: '分档依据：信用类别、层级、对象' });

const text = z.string().min(1).meta({ title: '原文' });
export const reference = z
  .strictObject({ kind: z.literal('reference').meta({ title: '另见' }), text })
  .meta({ title: '另见其他文件' });
export const undecided = z
  .strictObject({ kind: z.literal('undecided').meta({ title: '未定' }), text })
  .meta({ title: '未定' });

/** An interval as canonical text: 5%, 不低于5%, 不少于2次, 不超过5%, 5%-10%; `unit` stands after every number. */
export function formatInterval({ min, max }: Interval, unit: string): string {
  const one = (value: number) => `${formatNumber(value)}${unit}`;
  if (min === null) return `不超过${one(max!)}`;
  if (max === null) return `${unit === '%' ? '不低于' : '不少于'}${one(min)}`;
  return min === max ? one(min) : `${one(min)}-${one(max)}`;
}

/** A note stands in brackets after what it is about. */
export const formatNote = (note: string | undefined): string => (note === undefined ? '' : `（${note}）`);
