import type { Plan, Task } from '../plan/schema.ts';
import { relationOf, yearsBetween } from './compare.ts';
import { compareField, compareNames } from './compare-task.ts';
import { comparePlanLevel } from './plan-level.ts';
import type { Relation } from './schema.ts';
import { columnsOf } from './task-values.ts';
import type { Comparing } from './values/verdict.ts';
import { nameKey, settingsOf, textKey } from './wording.ts';

/**
 * Whether two plans say the same: their tasks can be put in pairs that differ in nothing but id, number, order, alternative
 * names, words of level and ways of writing, and their notes are the same. Titles are not compared.
 */
export function areEquivalent(base: Plan, head: Plan, as: Relation = relationOf(base, head)): boolean {
  if (base.tasks.length !== head.tasks.length) return false;
  const comparing: Comparing = { ...settingsOf(base, head), years: yearsBetween(base, head, as) };
  if (comparePlanLevel(base, head, comparing).changes.length > 0) return false;
  const fields = columnsOf(base);
  const isSame = (one: Task, other: Task): boolean =>
    compareNames(one, other, comparing).same && fields.every(field => compareField(field, one, other, comparing).same);
  // Being the same is transitive, so whichever of several equals is taken leaves equals for the rest.
  const left = new Map<string, Task[]>();
  for (const task of head.tasks) {
    const key = keyOf(task, comparing.head);
    left.set(key, [...(left.get(key) ?? []), task]);
  }
  return base.tasks.every(task => {
    const others = left.get(keyOf(task, comparing.base)) ?? [];
    const at = others.findIndex(other => isSame(task, other));
    if (at >= 0) others.splice(at, 1);
    return at >= 0;
  });
}

const keyOf = ({ name, city }: Task, setting: Comparing['base']): string =>
  JSON.stringify([name === null ? null : nameKey(name, setting), textKey(city ?? '', setting)]);
