import type { Plan } from '../plan/schema.ts';
import type { Change, Diff } from './schema.ts';
import { columnsOf, shownValue } from './task-values.ts';
import { compareItems } from './values/items.ts';
import type { Comparing } from './values/verdict.ts';

/** What changed of a plan beside its tasks: the notes below the table, and columns that only one of the plans has. */
export function comparePlanLevel(base: Plan, head: Plan, comparing: Comparing): Diff['plan'] {
  const verdict = compareItems(base.notes, head.notes, comparing);
  const columns = columnChanges(base, head);
  if (verdict.same) return { changes: columns, folded: verdict.folded.map(kind => ({ field: 'notes', kind })) };
  const notes: Change = {
    field: 'notes',
    kind: verdict.kind,
    from: base.notes,
    to: head.notes,
    ...(verdict.details && { details: [...verdict.details] }),
    places: [
      { side: 'base', pointer: '/notes' },
      { side: 'head', pointer: '/notes' },
    ],
  };
  return { changes: [notes, ...columns], folded: [] };
}

/** A column that came or went is one change, not one of every task; its values stand by task. */
function columnChanges(base: Plan, head: Plan): Change[] {
  const [from, to] = [columnsOf(base), columnsOf(head)];
  const valuesOf = ({ tasks }: Plan, field: string) =>
    Object.fromEntries(
      tasks.flatMap(task => {
        const value = shownValue(task, field);
        return value === null ? [] : [[task.id, value]];
      }),
    );
  const change = (field: string, kind: 'added' | 'removed'): Change => ({
    field,
    kind,
    from: kind === 'removed' ? valuesOf(base, field) : null,
    to: kind === 'added' ? valuesOf(head, field) : null,
    places: [{ side: kind === 'added' ? 'head' : 'base', pointer: '/tasks' }],
  });
  return [
    ...from.filter(field => !to.includes(field)).map(field => change(field, 'removed')),
    ...to.filter(field => !from.includes(field)).map(field => change(field, 'added')),
  ];
}
