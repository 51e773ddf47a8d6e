import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff } from '../../src/diff/apply.ts';
import { comparePlans, hasChanges } from '../../src/diff/compare.ts';
import { areEquivalent } from '../../src/diff/equivalent.ts';
import type { Diff, Kind, Reason, Status } from '../../src/diff/schema.ts';
import { emit } from '../../src/emit/index.ts';
import { fromYaml } from '../../src/emit/yaml.ts';
import { taskId } from '../../src/plan/identity.ts';
import { loadPlan } from '../../src/plan/load.ts';
import type { Plan, Task } from '../../src/plan/schema.ts';
import { composePair } from './compose-pair.ts';
import { planOf } from './make-plans.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 15 };
const timeout = 120_000;

const withTasks = (plan: Plan, tasks: readonly Task[]): Plan => ({
  ...plan,
  tasks: tasks.map((task, i) => ({ ...task, id: taskId(plan.id, i) })),
});

/** Another order, told by a number; other printed numbers. */
const shuffled = (plan: Plan, by: number): Plan =>
  withTasks(
    plan,
    plan.tasks
      .map((task, i) => ({ task, key: (i * 7919 + by) % 997 }))
      .sort((a, b) => a.key - b.key)
      .map(({ task }, i) => ({ ...task, number: i + 101 })),
  );

const other: Readonly<Record<string, string>> = { '，': '、', '；': '，', '（': '', '）': '', '。': '' };
const flip = (text: string): string => text.replace(/[，；（）。]/gu, mark => other[mark]!);
const flipped = (plan: Plan): Plan =>
  withTasks(
    plan,
    plan.tasks.map(task => ({
      ...task,
      name: task.name && flip(task.name),
      targets: task.targets && flip(task.targets),
      items: task.items.map(flip),
    })),
  );

const mirroredKind: Partial<Record<Kind, Kind>> = {
  added: 'removed',
  removed: 'added',
  raised: 'lowered',
  lowered: 'raised',
  widened: 'narrowed',
  narrowed: 'widened',
  strengthened: 'weakened',
  weakened: 'strengthened',
};
const mirroredStatus: Readonly<Record<Status, Status>> = {
  kept: 'kept',
  added: 'dropped',
  dropped: 'added',
  split: 'merged',
  merged: 'split',
};
const mirroredReason: Partial<Record<Reason, Reason>> = { 'unread-base': 'unread-head', 'unread-head': 'unread-base' };

/** What happened, without scores and places; mirrored: as seen from the other side. */
function outline({ tasks }: Diff, mirror: boolean): unknown[] {
  return tasks
    .map(({ status, base, head, renamed, changes }) => ({
      status: mirror ? mirroredStatus[status] : status,
      base: [...(mirror ? head : base)].sort(),
      head: [...(mirror ? base : head)].sort(),
      renamed,
      changes: changes
        .map(({ field, kind, reason, task, from, to }) => ({
          field,
          kind: mirror ? (mirroredKind[kind] ?? kind) : kind,
          reason: mirror && reason ? (mirroredReason[reason] ?? reason) : reason,
          task,
          from: mirror ? to : from,
          to: mirror ? from : to,
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    }))
    .sort((a, b) => (JSON.stringify([a.base, a.head]) < JSON.stringify([b.base, b.head]) ? -1 : 1));
}

/** What the rules found, as it is known whatever the order and numbers. */
const fingerprints = ({ findings }: Diff): string[] => findings.map(finding => finding.fingerprint).sort();

describe('laws', () => {
  test('a plan has no change to itself', { timeout }, () => {
    fc.assert(
      fc.property(seeds, seed => {
        for (const plan of Object.values(composePair(seed)).slice(0, 2) as Plan[]) {
          const diff = comparePlans(plan, plan);
          expect([hasChanges(diff), diff.findings, areEquivalent(plan, plan)]).toEqual([false, [], true]);
        }
      }),
      runs,
    );
  });

  test('order, numbers, punctuation and format of the file change no finding', { timeout }, () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 996 }), (seed, by) => {
        const { base, head } = composePair(seed);
        const diff = comparePlans(base, head);
        const loaded = loadPlan(fromYaml(emit(head, 'yaml')));
        const again = [shuffled(head, by), flipped(head), 'plan' in loaded ? loaded.plan : null!];
        for (const plan of again) {
          expect(areEquivalent(head, plan)).toBe(true);
          expect(hasChanges(comparePlans(head, plan))).toBe(false);
          const other = comparePlans(base, plan);
          expect(other.summary).toEqual(diff.summary);
          expect(fingerprints(other)).toEqual(fingerprints(diff));
        }
        expect(fingerprints(comparePlans(shuffled(base, by), head))).toEqual(fingerprints(diff));
      }),
      runs,
    );
  });

  test('a diff has changes exactly where the plans are not equivalent', { timeout }, () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 0.1, noNaN: true }), (seed, share) => {
        const { base, head } = composePair(seed, share);
        expect(hasChanges(comparePlans(base, head))).toBe(!areEquivalent(base, head));
      }),
      { numRuns: 40 },
    );
  });

  test('applied to its base a diff gives a plan equivalent to its head', { timeout }, () => {
    fc.assert(
      fc.property(seeds, seed => {
        const { base, head } = composePair(seed);
        const applied = applyDiff(base, comparePlans(base, head));
        expect(areEquivalent(applied, head)).toBe(true);
        expect(hasChanges(comparePlans(applied, head))).toBe(false);
      }),
      runs,
    );
  });

  test('seen from the other side it is the same, mirrored', { timeout }, () => {
    fc.assert(
      fc.property(seeds, seed => {
        const { base, head } = composePair(seed);
        expect(outline(comparePlans(head, base), true)).toEqual(outline(comparePlans(base, head), false));
      }),
      runs,
    );
  });
});

describe('what a task says row by row', () => {
  const rows = (ratios: readonly number[], items = ['甲情况', '乙情况', '丙情况']): Plan => {
    const plan = planOf([{}]);
    const parts = ratios.map((min, i) => ({
      items: [items[i]!],
      ratio: { kind: 'percent' as const, min, max: null },
    }));
    const [task] = plan.tasks;
    return { ...plan, tasks: [{ ...task!, items: items.slice(0, ratios.length), ratio: null, parts: parts as never }] };
  };

  test.each<[string, Plan, Plan, string[]]>([
    ['the same', rows([5, 10]), rows([5, 10]), []],
    ['one raised', rows([5, 10]), rows([5, 20]), ['ratio raised 乙情况']],
    ['one raised, one lowered', rows([5, 10]), rows([3, 20]), ['ratio changed 甲情况 乙情况']],
    ['one for all', rows([5, 10]), planOf([{ items: '1.甲情况；2.乙情况' }]), ['ratio lowered 乙情况']],
    ['a row more', rows([5, 10]), rows([5, 10, 20]), ['items added ', 'ratio added 丙情况']],
  ])('%s', (_, base, head, expected) => {
    const diff = comparePlans(base, head);
    const told = diff.tasks[0]!.changes.map(
      ({ field, kind, details }) =>
        `${field} ${kind} ${field === 'items' ? '' : (details ?? []).map(({ of }) => of).join(' ')}`,
    );
    expect(told).toEqual(expected);
    expect(areEquivalent(applyDiff(base, diff), head)).toBe(true);
    expect(hasChanges(diff)).toBe(!areEquivalent(base, head));
  });
});

describe('beside the tasks', () => {
  const plain = planOf([{}]);
  const withColumn = (values: readonly (string | null)[]): Plan => {
    const plan = planOf(values.map((_, i) => ({ targets: `旅行社${'甲乙丙'[i]}` })));
    return { ...plan, tasks: plan.tasks.map((task, i) => ({ ...task, domain: values[i]! })) };
  };
  const empty = (count: number): Plan =>
    planOf(Array.from({ length: count }, (_, i) => ({ targets: `旅行社${'甲乙丙'[i]}` })));

  test.each<[string, Plan, Plan, string[]]>([
    ['notes', { ...plain, notes: ['甲', '乙'] }, { ...plain, notes: ['乙'] }, ['notes removed']],
    ['notes in another order', { ...plain, notes: ['甲', '乙'] }, { ...plain, notes: ['乙；', '甲'] }, []],
    ['a column more is one change', empty(3), withColumn(['文旅', '文旅', '商务']), ['domain added']],
    ['a column less', withColumn(['文旅', null, '商务']), empty(3), ['domain removed']],
    ['a column without values is none', withColumn([null, null]), empty(2), []],
    [
      'another title and id',
      plain,
      { ...plain, title: '别的标题', id: 'x-1', tasks: [{ ...plain.tasks[0]!, id: 'x-1-001' }] },
      [],
    ],
  ])('%s', (_, base, head, expected) => {
    const diff = comparePlans(base, head);
    expect(diff.plan.changes.map(({ field, kind }) => `${field} ${kind}`)).toEqual(expected);
    expect(diff.tasks.flatMap(({ changes }) => changes)).toEqual([]);
    expect(areEquivalent(applyDiff(base, diff), head)).toBe(true);
    expect(hasChanges(diff)).toBe(!areEquivalent(base, head));
  });

  test('a column that both have is compared task by task', () => {
    const diff = comparePlans(withColumn(['文旅', '文旅']), withColumn(['文旅', '商务']));
    expect(diff.tasks.map(({ changes }) => changes.map(({ field, kind }) => `${field} ${kind}`))).toEqual([
      [],
      ['domain changed'],
    ]);
  });

  test('a successor’s windows move with the year when applied', () => {
    const of = (year: number, period: string) =>
      planOf(
        [{ period }, { name: '对民宿的双随机抽查', items: '民宿登记', targets: '民宿' }],
        `吕梁市${year}年度部门联合双随机抽查工作计划`,
      );
    const [base, head] = [of(2023, '3月-11月'), of(2024, '4月-11月')];
    const diff = comparePlans(base, head);
    expect([diff.as, diff.summary.changed]).toEqual(['successor', 1]);
    const applied = applyDiff(base, diff);
    expect([applied.year, areEquivalent(applied, head)]).toEqual([2024, true]);
  });

  test('a diff of another plan is refused', () => {
    const diff = comparePlans(plain, plain);
    expect(() => applyDiff({ ...plain, id: 'x' }, diff)).toThrow(RangeError);
  });
});
