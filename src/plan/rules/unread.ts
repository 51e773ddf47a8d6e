import { fieldExpected, fieldTitle } from '../../fields/index.ts';
import { noticeOn, pointerTo, type Rule } from './rule.ts';

/** Every text that gave no value is an error, unless one was said of it already. */
export const unread: Rule = {
  name: 'unread',
  codes: ['unread-cell'],
  needs: 'plan',
  check: (evidence, before) =>
    evidence.plan.tasks.flatMap((task, index) =>
      Object.entries(task.unread ?? {})
        .filter(
          ([field]) =>
            !before.some(({ pointer, severity }) => pointer === pointerTo(index, field) && severity === 'error'),
        )
        .map(([field, text]) =>
          noticeOn(evidence, index, field, {
            code: 'unread-cell',
            params: { field: fieldTitle(field), text, expected: fieldExpected(field) },
          }),
        ),
    ),
};
