import { z } from 'zod';
import { formatNumber } from '../numerals.ts';
import type { Interval } from './resolve.ts';

/** At least one end, and the ends in order. */
export const isInterval = ({ min, max }: Interval): boolean =>
  (min !== null || max !== null) && (min === null || max === null || min <= max);

/** Percent: more than 0, up to 100. */
export const percentEnd = z.number().positive().max(100).nullable();
/** Things or times: whole numbers from 1. */
export const wholeEnd = z.int().positive().nullable();
export const noteText = z.string().min(1);

/** An interval as canonical text: 5%, 不低于5%, 不少于2次, 不超过5%, 5%-10%; `unit` stands after every number. */
export function formatInterval({ min, max }: Interval, unit: string): string {
  const one = (value: number) => `${formatNumber(value)}${unit}`;
  if (min === null) return `不超过${one(max!)}`;
  if (max === null) return `${unit === '%' ? '不低于' : '不少于'}${one(min)}`;
  return min === max ? one(min) : `${one(min)}-${one(max)}`;
}
