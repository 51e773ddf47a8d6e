import type { Period } from '../../fields/period/schema.ts';
import type { Kind } from '../schema.ts';
import { sameText } from '../wording.ts';
import { compareNotes, inOrder } from './amount.ts';
import { type Comparing, cannotTell, differs, same, stated, type Verdict } from './verdict.ts';

/** A stretch of days, both ends inclusive, as days since 1970; an open end is infinite. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

const day = 86_400_000;

/** First or last day of a date, moved by whole years; 29 February becomes the 28th where there is none. */
function dayOf(date: string, edge: 'first' | 'last', years: number): number {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number?];
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  const its = dayOfMonth === undefined ? (edge === 'first' ? 1 : lastOfMonth) : Math.min(dayOfMonth, lastOfMonth);
  return Date.UTC(year + years, month - 1, its) / day;
}

/** The days of a period in order, stretches that touch made one; null where it names no date. */
export function daysOf(period: Period, years = 0): readonly Stretch[] | null {
  if (period.start === null && period.end === null) return null;
  const windows = period.segments ?? [period];
  const stretches = windows
    .map(({ start, end }) => ({
      first: start === null ? Number.NEGATIVE_INFINITY : dayOf(start, 'first', years),
      last: end === null ? Number.POSITIVE_INFINITY : dayOf(end, 'last', years),
    }))
    .sort((a, b) => a.first - b.first);
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && stretch.first <= last.last + 1)
      joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, stretch.last) };
    else joined.push(stretch);
  }
  return joined;
}

/** Whether every day of the one is a day of the other. */
export const within = (inner: readonly Stretch[], outer: readonly Stretch[]): boolean =>
  inner.every(one => outer.some(other => one.first >= other.first && one.last <= other.last));

function compareDays(base: readonly Stretch[], head: readonly Stretch[]): Kind | null {
  const [narrower, wider] = [within(head, base), within(base, head)];
  if (narrower && wider) return null;
  if (narrower) return 'narrowed';
  if (wider) return 'widened';
  const [from, to] = [outer(base), outer(head)];
  const oneEach = base.length === 1 && head.length === 1;
  return oneEach && Math.sign(to.first - from.first) === Math.sign(to.last - from.last) ? 'shifted' : 'changed';
}

const outer = (stretches: readonly Stretch[]): Stretch => ({
  first: stretches[0]!.first,
  last: stretches.at(-1)!.last,
});

/** What became of a window, by its days; a deadline is open to the past. */
export const comparePeriods = (base: Period | null, head: Period | null, comparing: Comparing): Verdict =>
  stated(base, head, (base, head) => {
    const [from, to] = [daysOf(base, comparing.years), daysOf(head)];
    if (from === null && to === null) {
      const folded = sameText(base.note ?? '', head.note ?? '', comparing);
      return folded ? same(folded) : differs('changed');
    }
    if (from === null || to === null) return cannotTell('undated');
    const kind = compareDays(from, to);
    return inOrder(
      () => (kind === null ? same(isWrittenAlike(base, head, comparing.years) ? [] : ['cosmetic']) : differs(kind)),
      () => compareNotes(base.note, head.note, comparing),
    );
  });

/** Whether the dates are as precise and as divided on both sides. */
function isWrittenAlike(base: Period, head: Period, years: number): boolean {
  const moved = moveYears(base, years);
  const dates = ({ start, end, segments }: Period): string => JSON.stringify([start, end, segments]);
  return dates(moved) === dates(head);
}

const moveDate = (date: string, years: number): string => {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  const leap = new Date(Date.UTC(Number(moved.slice(0, 4)), 2, 0)).getUTCDate() === 29;
  return moved.endsWith('-02-29') && !leap ? moved.replace(/29$/, '28') : moved;
};

/** The period as it would be that many years later. */
export function moveYears(period: Period, years: number): Period {
  if (years === 0) return period;
  const move = (date: string | null) => (date === null ? null : moveDate(date, years));
  return {
    ...period,
    start: move(period.start),
    end: move(period.end),
    ...(period.segments && {
      segments: period.segments.map(({ start, end }) => ({
        start: moveDate(start, years),
        end: moveDate(end, years),
      })),
    }),
  };
}
