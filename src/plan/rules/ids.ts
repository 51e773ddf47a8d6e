import { taskId } from '../identity.ts';
import { type Notice, pointerTo, type Rule } from './rule.ts';

/** Every task's id is the plan's with its position. */
export const ids: Rule = {
  name: 'ids',
  codes: ['id-mismatch'],
  needs: 'plan',
  check: ({ plan }) =>
    plan.tasks.flatMap((task, index): Notice[] => {
      const expected = taskId(plan.id, index);
      return task.id === expected
        ? []
        : [{ code: 'id-mismatch', pointer: pointerTo(index, 'id'), params: { found: task.id, expected } }];
    }),
};
