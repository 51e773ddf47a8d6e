import { type Notice, noticeOn, type Rule } from './rule.ts';

/** A window names another year than the plan; one that runs into the next year does not. */
export const yearConflict: Rule = {
  name: 'year-conflict',
  codes: ['year-conflict'],
  needs: 'plan',
  check(evidence) {
    const { year, tasks } = evidence.plan;
    if (year === null) return [];
    return tasks.flatMap((task, index): Notice[] => {
      const period = task.period;
      if (!period) return [];
      const [start, end] = [period.start, period.end].map(date => (date === null ? null : Number(date.slice(0, 4))));
      const starts = start ?? end ?? null;
      if (starts === null || starts === year) return [];
      return [noticeOn(evidence, index, 'period', { code: 'year-conflict', params: { year, found: starts } })];
    });
  },
};
