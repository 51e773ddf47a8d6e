import { compareTargets } from '../values/texts.ts';
import { cannotDecide, fail, onField, pass, type Rule } from './rule.ts';

/** No member of the base's objects is lost; whether another wording covers less, a person must say. */
export const targetsNarrowed: Rule = {
  id: 'targets-narrowed',
  levels: { adjustment: 'warning', successor: 'warning' },
  title: { zh: '抽查对象范围缩小', en: 'the objects are narrowed' },
  field: 'targets',
  on: 'pair',
  whole: true,
  judge: onField<string | null>('targets', (base, head, { comparing }) => {
    if (base === null) return null;
    if (head === null) return cannotDecide('not-stated');
    const verdict = compareTargets(base, head, comparing);
    if (verdict.same || verdict.kind === 'widened') return pass;
    return verdict.kind === 'narrowed' ? fail : cannotDecide('text-changed');
  }),
};

export const baseTaskMissing: Rule = {
  id: 'base-task-missing',
  levels: { adjustment: 'error', successor: 'warning' },
  title: { zh: '基准计划的任务在对比计划中没有', en: 'a task of the base plan is missing' },
  field: 'name',
  on: 'dropped',
  judge: () => fail,
};

export const taskAdded: Rule = {
  id: 'task-added',
  levels: { adjustment: 'info', successor: 'info' },
  title: { zh: '新增任务', en: 'a task was added' },
  field: 'name',
  on: 'added',
  judge: () => fail,
};
