/** The first day of `YYYY-MM` or `YYYY-MM-DD`; null where there is no such day. */
export const firstDay = (date: string | null | undefined): string | null =>
  date ? existing(date.length === 7 ? `${date}-01` : date) : null;

/** The last day of `YYYY-MM`, or `YYYY-MM-DD` itself; null where there is no such day. */
export function lastDay(date: string | null | undefined): string | null {
  if (!date || date.length > 7) return firstDay(date);
  const [year, month] = date.split('-').map(Number);
  return isoDay(Date.UTC(year!, month!, 0));
}

/** The schema knows the form of a date, not the calendar: 2025-02-30 would break every database. */
const existing = (date: string): string | null => (isoDay(Date.parse(date)) === date ? date : null);

const isoDay = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10));
