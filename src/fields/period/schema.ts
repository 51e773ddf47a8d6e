import { z } from 'zod';
import { isAfter, type Window } from './window.ts';

const date = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
const inOrder = ({ start, end }: Window): boolean => !isAfter(start, end);

const segment = z
  .strictObject({ start: date.meta({ title: '开始时间' }), end: date.meta({ title: '结束时间' }) })
  .refine(inOrder, 'start is after end');

/**
 * When a task is carried out: `YYYY-MM` or `YYYY-MM-DD` as precisely as written, both ends inclusive; a deadline has no
 * start, several windows stand as segments beside the outer ends, words without a date stand in the note.
 */
export const periodSchema = z
  .strictObject({
    start: date.nullable().meta({ title: '开始时间' }),
    end: date.nullable().meta({ title: '结束时间' }),
    segments: z.array(segment).min(2).optional().meta({ title: '各时间段' }),
    note: z.string().min(1).optional().meta({ title: '说明' }),
  })
  .refine(inOrder, 'start is after end');
export type Period = z.infer<typeof periodSchema>;

const formatDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
};

function formatWindow({ start, end }: Window): string {
  if (start === null && end === null) return '';
  if (start === null) return `${formatDate(end!)}${end!.length === 7 ? '底前' : '前'}`;
  if (end === null) return `${formatDate(start)}起`;
  return start === end ? formatDate(start) : `${formatDate(start)}-${formatDate(end)}`;
}

/** Canonical text, the year always written: `2025年3月-2025年11月（分批开展）`. */
export function formatPeriod({ start, end, segments, note }: Period): string {
  const dates = segments ? segments.map(formatWindow).join('、') : formatWindow({ start, end });
  if (note === undefined) return dates;
  return dates === '' ? note : `${dates}（${note}）`;
}
