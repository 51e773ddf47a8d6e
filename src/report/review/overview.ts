import { fieldTitle } from '../../fields/index.ts';
import { severities } from '../../model/diagnostic.ts';
import { origins, type Trace } from '../../model/traced.ts';
import type { Plan, Task } from '../../plan/schema.ts';
import type { Bar, OverviewData } from './data.ts';

/** Counts of a plan as it was read, for small charts. */
export const overview = (plan: Plan, trace: Trace, fields: readonly string[]): OverviewData => ({
  leads: byLead(plan),
  months: byMonth(plan),
  ratios: ratiosByLead(plan),
  otherRatios: plan.tasks.filter(({ ratio }) => ratio !== null && ratio.kind !== 'percent').length,
  coverage: coverage(plan, trace, fields),
  findings: byCode(trace),
});

const nobody = { zh: '未写明', en: 'not stated' };
const leadOf = ({ lead, executors }: Task): string | null => (lead[0] ?? executors?.[0])?.unit ?? null;
const named = (name: string | null) => (name === null ? nobody : { zh: name, en: name });

function grouped<T>(things: readonly T[], key: (thing: T) => string | null): [key: string | null, things: T[]][] {
  const groups = new Map<string | null, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const byLead = ({ tasks }: Plan): Bar[] =>
  grouped(tasks, leadOf).map(([name, all]) => ({ name: named(name), parts: [all.length] }));

/** Longer windows than this are a slip, and no reason to draw a chart without end. */
const mostMonths = 36;
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** In how many tasks' windows each month lies; a deadline counts for its own month. */
function byMonth({ tasks }: Plan): OverviewData['months'] {
  const counts = new Map<number, number>();
  for (const { period } of tasks) {
    const windows = period?.segments ?? (period ? [period] : []);
    const months = new Set<number>();
    for (const { start, end } of windows) {
      const [from, to] = [start ?? end, end ?? start];
      if (from === null || to === null) continue;
      const last = Math.min(monthOf(to), monthOf(from) + mostMonths - 1);
      for (let month = monthOf(from); month <= last; month++) months.add(month);
    }
    for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const last = Math.min(Math.max(...counts.keys()), first + mostMonths - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    month: monthName(first + i),
    tasks: counts.get(first + i) ?? 0,
  }));
}

function ratiosByLead({ tasks }: Plan): OverviewData['ratios'] {
  const stated = tasks.flatMap(task => {
    const { ratio } = task;
    if (ratio?.kind !== 'percent') return [];
    const { min, max } = ratio;
    const bound = max === null ? 'min' : min === null ? 'max' : 'exact';
    return [{ lead: leadOf(task), percent: (min ?? max)!, bound } as const];
  });
  return grouped(stated, ({ lead }) => lead).map(([name, all]) => ({
    name: named(name),
    marks: grouped(all, ({ percent, bound }) => `${percent} ${bound}`)
      .map(([, same]) => ({ percent: same[0]!.percent, bound: same[0]!.bound, tasks: same.length }))
      .sort((a, b) => a.percent - b.percent),
  }));
}

/** Of each field: how many tasks have it read, merged, inferred, corrected, blank, and unread. */
function coverage({ tasks }: Plan, { rows }: Trace, fields: readonly string[]): Bar[] {
  const first = new Map<string, Trace['rows'][number]>();
  for (const row of rows) if (!first.has(row.task)) first.set(row.task, row);
  return fields.map(field => {
    const parts = [...origins.map(() => 0), 0];
    for (const [index, { unread }] of tasks.entries()) {
      const origin = first.get(`/tasks/${index}`)?.cells[field]?.origin ?? 'blank';
      const at = unread?.[field] !== undefined ? origins.length : origins.indexOf(origin);
      parts[at] = parts[at]! + 1;
    }
    return { name: fieldTitle(field), parts };
  });
}

const byCode = ({ diagnostics }: Trace): Bar[] =>
  grouped(diagnostics, ({ code }) => code).map(([code, all]) => ({
    name: named(code),
    parts: severities.map(severity => all.filter(one => one.severity === severity).length),
  }));
