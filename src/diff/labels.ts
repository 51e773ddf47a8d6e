import type { Bilingual } from '../model/diagnostic.ts';
import { label } from '../plan/rules/index.ts';
import type { Plan } from '../plan/schema.ts';
import type { Diff, Entry, Side } from './schema.ts';

type Language = keyof Bilingual;

/** The tasks of two plans by id: what the entries of a diff call by id, as people call it. */
export interface Labels {
  /** Printed number, else `#` and the position. */
  readonly number: (side: Side, id: string) => string;
  readonly name: (side: Side, id: string) => string;
}

export function labelsOf(base: Plan, head: Plan): Labels {
  const of = ({ tasks }: Plan) =>
    new Map(
      tasks.map((task, index) => [
        task.id,
        { number: label(task, index), name: task.name ?? task.targets ?? task.items[0] ?? '' },
      ]),
    );
  const known = { base: of(base), head: of(head) };
  return {
    number: (side, id) => known[side].get(id)?.number ?? id,
    name: (side, id) => known[side].get(id)?.name ?? '',
  };
}

/** Numbers as printed on both sides: 第 5 项 → 第 6、7 项; an added task has nothing before the arrow. */
export function numbersOf({ base, head }: Pick<Entry, 'base' | 'head'>, labels: Labels, language: Language): string {
  const list = (side: Side, ids: readonly string[]): string => {
    if (ids.length === 0) return '—';
    const numbers = ids.map(id => labels.number(side, id));
    return language === 'zh' ? `第 ${numbers.join('、')} 项` : numbers.join(', ');
  };
  return `${list('base', base)} → ${list('head', head)}`;
}

/** What an entry is called: the name on the base's side, else the head's; both where they differ. */
export function titleOfEntry({ base, head, renamed, status }: Entry, labels: Labels): string {
  const join = (side: Side, ids: readonly string[]) => ids.map(id => labels.name(side, id)).join(' / ');
  if (status === 'added') return join('head', head);
  if (status === 'kept' && !renamed) return join('base', base);
  return head.length > 0 ? `${join('base', base)} → ${join('head', head)}` : join('base', base);
}

/** The closing count. */
export function summaryLine({ summary, plan }: Diff, language: Language): string {
  const { kept, changed, added, dropped, split, merged, renamed, cannotTell } = summary;
  const beside = plan.changes.length;
  return language === 'zh'
    ? `合计：保留 ${kept}，有变化 ${changed}，新增 ${added}，取消 ${dropped}，拆分 ${split}，合并 ${merged}，改名 ${renamed}，无法判断 ${cannotTell}${beside ? `；任务之外的变化 ${beside}` : ''}`
    : `total: ${kept} kept, ${changed} changed, ${added} added, ${dropped} dropped, ${split} split, ${merged} merged, ${renamed} renamed, ${cannotTell} cannot tell${beside ? `; ${beside} beside the tasks` : ''}`;
}
