import { fieldTitle, readableAs } from '../../fields/index.ts';
import type { Bilingual } from '../../model/diagnostic.ts';
import type { Plan, Task } from '../schema.ts';
import { type Evidence, label, type Notice, noticeOn, type Rule } from './rule.ts';

/** A cell that holds another column's or another row's text: a shifted cell, a slip of the editor. */
export const misplacedText: Rule = {
  name: 'misplaced-text',
  codes: ['misplaced-text'],
  needs: 'plan',
  check(evidence) {
    const owners = textOwners(evidence.plan);
    return evidence.plan.tasks.flatMap((task, index): Notice[] => [
      ...Object.entries(task.unread ?? {}).flatMap(([field, text]) => {
        const suspicion = fromOwner(evidence.plan, owners, text, index, field) ?? fromColumn(text, field);
        return suspicion ? [notice(evidence, index, field, text, suspicion, 'error')] : [];
      }),
      ...(['name', 'targets'] as const).flatMap(field => {
        const text = task[field];
        const suspicion = text === null ? null : (fromColumn(text, field) ?? fromItems(text, field, task));
        return suspicion ? [notice(evidence, index, field, text!, suspicion, 'warning')] : [];
      }),
    ]);
  },
};

/** What a text reads like, and what to do if it is that. */
interface Suspicion {
  readonly like: Bilingual;
  readonly proposal: Bilingual;
}

const notice = (
  evidence: Evidence,
  task: number,
  field: string,
  text: string,
  { like, proposal }: Suspicion,
  severity: 'error' | 'warning',
): Notice =>
  noticeOn(evidence, task, field, {
    code: 'misplaced-text',
    severity,
    params: { field: fieldTitle(field), text, like, proposal },
  });

interface Owner {
  readonly task: number;
  readonly field: string;
}

/** Which tasks say a text in a text column. */
function textOwners(plan: Plan): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  for (const [task, { name, targets, items }] of plan.tasks.entries())
    for (const [field, text] of [
      ['items', items.join('；')],
      ['name', name],
      ['targets', targets],
    ] as const)
      if (text) owners.set(text, [...(owners.get(text) ?? []), { task, field }]);
  return owners;
}

/** The nearest other cell that says the same; where its own cell in this column is blank, the column has slipped. */
function fromOwner(
  plan: Plan,
  owners: Map<string, Owner[]>,
  text: string,
  task: number,
  field: string,
): Suspicion | null {
  const said = (owners.get(text) ?? []).filter(owner => owner.task !== task || owner.field !== field);
  const [nearest] = said.sort((a, b) => Math.abs(a.task - task) - Math.abs(b.task - task));
  if (!nearest) return null;
  const { zh, en } = fieldTitle(nearest.field);
  const number = label(plan.tasks[nearest.task], nearest.task);
  const own = plan.tasks[nearest.task] as Record<string, unknown>;
  const slipped = own[field] === null && !plan.tasks[nearest.task]!.unread?.[field];
  return {
    like: { zh: `第${number}项的${zh}`, en: `the ${en} of task ${number}` },
    proposal: {
      zh: `宜视此格为空白，该文字本属第${number}项${slipped ? `（其${fieldTitle(field).zh}格空白，似整格错位）` : ''}`,
      en: `treat this cell as blank, the text belongs to task ${number}${slipped ? ` (whose own ${fieldTitle(field).en} is blank: the cells have slipped)` : ''}`,
    },
  };
}

/** The one other kind of column that reads a text entirely. */
function fromColumn(text: string, field: string): Suspicion | null {
  const others = readableAs(text).filter(name => name !== field);
  if (others.length !== 1) return null;
  const like = fieldTitle(others[0]!);
  return { like, proposal: { zh: `宜移到${like.zh}栏`, en: `move it to the column ${like.en}` } };
}

/** Targets are objects, not matters: a text that ends in 情况 or 检查, or lists marked matters, belongs to the items. */
function fromItems(text: string, field: 'name' | 'targets', task: Task): Suspicion | null {
  const listed = /(?:^|[；。])1[.．、][^；。]+[；。]2[.．、]/u.test(text);
  const matter = field === 'targets' && /(?:情况|检查|抽查)$/u.test(text.replace(/（[^（）]*）$/u, ''));
  if (!listed && !(matter && !task.items.includes(text))) return null;
  return {
    like: fieldTitle('items'),
    proposal: { zh: '宜核对此格与抽查事项是否写混', en: 'see whether it was mixed up with the items' },
  };
}
