import { fieldTitle, readableAs } from '../../fields/index.ts';
import type { Bilingual } from '../../model/diagnostic.ts';
import type { Plan, Task } from '../schema.ts';
import { label, type Notice, noticeOn, type Rule } from './rule.ts';

/** A cell that holds another column's or another row's text: a shifted cell, a slip of the editor. */
export const misplacedText: Rule = {
  name: 'misplaced-text',
  codes: ['misplaced-text'],
  needs: 'plan',
  check(evidence) {
    const owners = textOwners(evidence.plan);
    return evidence.plan.tasks.flatMap((task, index): Notice[] => [
      ...Object.entries(task.unread ?? {}).flatMap(([field, text]) => {
        const like = ownerOf(owners, text, index, field) ?? otherField(text, field);
        return like
          ? [
              noticeOn(evidence, index, field, {
                code: 'misplaced-text',
                severity: 'error',
                params: params(field, text, like),
              }),
            ]
          : [];
      }),
      ...(['name', 'targets'] as const).flatMap(field => {
        const text = task[field];
        const like = text === null ? null : (otherField(text, field) ?? readsLikeItems(text, field, task));
        return like
          ? [noticeOn(evidence, index, field, { code: 'misplaced-text', params: params(field, text!, like) })]
          : [];
      }),
    ]);
  },
};

const params = (field: string, text: string, like: Bilingual) => ({ field: fieldTitle(field), text, like });

interface Owner {
  readonly task: number;
  readonly field: string;
  readonly number: string;
}

/** Which tasks say a text in a text column. */
function textOwners(plan: Plan): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  for (const [task, { name, targets, items }] of plan.tasks.entries())
    for (const [field, text] of [
      ['items', items.join('；')],
      ['name', name],
      ['targets', targets],
    ] as const) {
      if (!text) continue;
      const said = owners.get(text) ?? [];
      said.push({ task, field, number: label(plan.tasks[task], task) });
      owners.set(text, said);
    }
  return owners;
}

/** The nearest other cell that says the same. */
function ownerOf(owners: Map<string, Owner[]>, text: string, task: number, field: string): Bilingual | null {
  const said = (owners.get(text) ?? []).filter(owner => owner.task !== task || owner.field !== field);
  const nearest = said.sort((a, b) => Math.abs(a.task - task) - Math.abs(b.task - task))[0];
  if (!nearest) return null;
  const title = fieldTitle(nearest.field);
  return { zh: `第${nearest.number}项的${title.zh}`, en: `the ${title.en} of task ${nearest.number}` };
}

/** The one other kind of column that reads a text entirely. */
function otherField(text: string, field: string): Bilingual | null {
  const others = readableAs(text).filter(name => name !== field);
  return others.length === 1 ? fieldTitle(others[0]!) : null;
}

/** Targets are objects, not matters: a text that ends in 情况 or 检查, or lists marked matters, belongs to the items. */
function readsLikeItems(text: string, field: 'name' | 'targets', task: Task): Bilingual | null {
  const listed = /(?:^|[；。])1[.．、][^；。]+[；。]2[.．、]/u.test(text);
  const matter = field === 'targets' && /(?:情况|检查|抽查)$/u.test(text.replace(/（[^（）]*）$/u, ''));
  if (!listed && !(matter && !task.items.includes(text))) return null;
  return fieldTitle('items');
}
