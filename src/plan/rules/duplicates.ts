import { label, type Notice, noticeOn, type Rule } from './rule.ts';

/** The same task twice: equal name, targets and items. */
export const duplicates: Rule = {
  name: 'duplicates',
  codes: ['task-repeated'],
  needs: 'plan',
  check(evidence) {
    const first = new Map<string, number>();
    return evidence.plan.tasks.flatMap((task, index): Notice[] => {
      if (task.name === null) return [];
      const key = JSON.stringify([task.name, task.targets, task.items, task.city ?? null, task.section ?? null]);
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      return before === undefined
        ? []
        : [
            noticeOn(evidence, index, 'name', {
              code: 'task-repeated',
              params: { number: label(evidence.plan.tasks[before], before) },
            }),
          ];
    });
  },
};
