import type { Bilingual } from '../model/diagnostic.ts';
import type { Plan, Task } from './schema.ts';

/** How people call a task: its printed number, else its position. */
export const label = (task: Task | undefined, index: number): string =>
  task?.number != null ? String(task.number) : `#${index + 1}`;

/** Why an address names nothing. */
export type Unknown = { readonly problem: Bilingual };

export interface Address {
  /** Printed number, `#` and position, or code; `plan` for what belongs to the plan as a whole. */
  readonly task: string;
  /** Name in the plan, or `extra:<header>`; empty where the address names none. */
  readonly field: string;
}

/** Divides `26.creditRule`; a code may hold dots (`3.1.period`), so may a header (`3.extra:a.b`). */
export function readAddress(address: string): Address {
  const [, task, field] = /^(.+?)\.(extra:.*|[^.]*)$/su.exec(address) ?? [];
  return { task: task ?? address, field: field ?? '' };
}

/** Finds the task of an address: a printed number, `#` and a position, or a code. */
export function findTask(plan: Plan, name: string): number | Unknown {
  const position = /^#(\d+)$/.exec(name)?.[1];
  if (position !== undefined)
    return plan.tasks[Number(position) - 1] ? Number(position) - 1 : nothing(`#${position}`, `1–${plan.tasks.length}`);
  const found = plan.tasks.flatMap((task, index) =>
    String(task.number) === name || task.code === name ? [index] : [],
  );
  if (found.length === 1) return found[0]!;
  const positions = found.map(index => `#${index + 1}`).join(' ');
  return found.length === 0
    ? nothing(name, `${label(plan.tasks[0], 0)} … ${label(plan.tasks.at(-1), plan.tasks.length - 1)}`)
    : {
        problem: {
          zh: `序号 ${name} 有多项，请用位置：${positions}`,
          en: `several tasks are numbered ${name}, use a position: ${positions}`,
        },
      };
}

const nothing = (name: string, known: string): Unknown => ({
  problem: { zh: `计划中没有任务 ${name}（有 ${known}）`, en: `the plan has no task ${name} (it has ${known})` },
});

const escapeKey = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');
const unescapeKey = (key: string): string => key.replace(/~1/g, '/').replace(/~0/g, '~');

/** JSON Pointer of a task's field: `/tasks/25/creditRule`, `/tasks/2/extra/适用区域`. */
export const pointerTo = (task: number, field: string): string =>
  field.startsWith('extra:')
    ? `/tasks/${task}/extra/${escapeKey(field.slice('extra:'.length))}`
    : `/tasks/${task}/${field}`;

/** The address of a pointer, as `explain` takes it: `26.creditRule`, `3.extra:适用区域`, `plan.year`; `plan` for none. */
export function addressOf(pointer: string | undefined, plan: Plan | null): string {
  const [, head, index, field, ...rest] = pointer?.split('/') ?? [];
  if (head === undefined) return 'plan';
  if (head !== 'tasks' || index === undefined) return `plan.${head}`;
  const task = label(plan?.tasks[Number(index)], Number(index));
  if (field === undefined) return task;
  return field === 'extra' && rest.length > 0
    ? `${task}.extra:${rest.map(unescapeKey).join('/')}`
    : [task, field, ...rest].join('.');
}
