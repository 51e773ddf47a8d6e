import { foldText } from '../fields/fold.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Plan, Task } from './schema.ts';

/** What a task is called, with the city and section that it stands under. */
const nameOf = ({ name, items, targets, code, city, section }: Task): string =>
  JSON.stringify([city ?? null, section ?? null, code ?? null, name ?? [items, targets]]);

/** What a task covers: tells tasks of one name apart. */
const coverOf = ({ targets, items }: Task): string => JSON.stringify([targets, items]);

/** Identities of a plan's tasks, made once per plan. */
const known = new WeakMap<Plan['tasks'], readonly string[]>();

/**
 * Who each task is by what it says, never by number or position: its name; where several bear that name also its targets and
 * items; and where these are equal too, which of the equals it is.
 */
function identities(tasks: Plan['tasks']): readonly string[] {
  const found = known.get(tasks);
  if (found) return found;
  const bearers = new Map<string, number>();
  for (const name of tasks.map(nameOf)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  const made = tasks.map(task => {
    const name = nameOf(task);
    if (bearers.get(name) === 1) return name;
    const full = `${name} ${coverOf(task)}`;
    const nth = (seen.get(full) ?? 0) + 1;
    seen.set(full, nth);
    return nth === 1 ? full : `${full} ${nth}`;
  });
  known.set(tasks, made);
  return made;
}

/**
 * The identity of a diagnostic of a plan, 16 hex digits: its code, the task by what it says, the field, and the folded text of
 * the source. It stays the same when rows move or are numbered anew, and in every format; two findings of one code on
 * one cell share it.
 */
export function fingerprintOf(
  { code, pointer = '', raw = '' }: Pick<Diagnostic, 'code' | 'pointer' | 'raw'>,
  plan: Plan,
): string {
  const [, head = '', index, ...rest] = pointer.split('/');
  const task = head === 'tasks' ? identities(plan.tasks)[Number(index)] : undefined;
  const [owner, field] = task === undefined ? ['plan', head] : [task, rest.join('/')];
  return fingerprint(code, owner, field, foldText(raw));
}
