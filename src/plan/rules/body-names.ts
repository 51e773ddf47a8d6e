import type { Body } from '../../fields/bodies.ts';
import type { Task } from '../schema.ts';
import { cellBehind, type Notice, pointerTo, type Rule } from './rule.ts';

const columns = ['lead', 'partners', 'executors'] as const;

const bodiesOf = (task: Task): { field: (typeof columns)[number]; body: Body }[] =>
  columns.flatMap(field => (task[field] ?? []).map(body => ({ field, body })));

/** One body under several names in one plan: 市文化旅游局, 市文化和旅游局, 市文旅局. */
export const bodyNames: Rule = {
  name: 'body-names',
  codes: ['body-under-several-names'],
  needs: 'plan',
  check(evidence) {
    const found = new Map<string, Map<string, { pointer: string; task: number; field: string; count: number }>>();
    for (const [index, task] of evidence.plan.tasks.entries())
      for (const { field, body } of bodiesOf(task)) {
        const key = `${body.level ?? ''}|${body.unit}`;
        const names = found.get(key) ?? new Map();
        found.set(key, names);
        const seen = names.get(body.name);
        if (seen) seen.count++;
        else names.set(body.name, { pointer: pointerTo(index, field), task: index, field, count: 1 });
      }
    return [...found].flatMap(([key, names]): Notice[] => {
      if (names.size < 2) return [];
      const listed = [...names].sort(([, a], [, b]) => b.count - a.count);
      const rare = listed.at(-1)![1];
      const places = [...names.values()].flatMap(
        ({ task, field }) => cellBehind(evidence, task, field)?.cell.places[0] ?? [],
      );
      return [
        {
          code: 'body-under-several-names',
          pointer: rare.pointer,
          places,
          params: {
            unit: key.slice(key.indexOf('|') + 1),
            names: listed.map(([name, { count }]) => `${name} ×${count}`).join('、'),
          },
        },
      ];
    });
  },
};
