import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/plan/fingerprints.ts';
import type { Plan, Task } from '../../src/plan/schema.ts';
import { makePlan } from '../plan/make-plan.ts';

const on = (plan: Plan, task: number, field = 'creditRule', raw = '', code = 'ambiguous-blank' as const): string =>
  fingerprintOf({ code, pointer: `/tasks/${task}/${field}`, raw }, plan);

const named = (...tasks: Partial<Task>[]): Plan => makePlan(tasks);

describe('the fingerprint of a finding', () => {
  const [a, b] = [
    { name: '旅行社检查', items: ['许可证'] },
    { name: '印刷企业检查', items: ['台账'] },
  ];
  test('is 16 hex digits, the same on every run', () => {
    expect(on(named(a, b), 0)).toBe('3c2d8ae97785d629');
  });
  test.each<[string, string, string, boolean]>([
    ['the same when rows move', on(named(a, b), 0), on(named(b, a), 1), true],
    ['the same under another number', on(named(a), 0), on(named({ ...a, number: 7 }), 0), true],
    ['the same when another field is corrected', on(named(a), 0), on(named({ ...a, targets: '旅行社' }), 0), true],
    ['the same in full and half width', on(named(a), 0, 'ratio', '5％'), on(named(a), 0, 'ratio', ' 5%'), true],
    ['another for another task', on(named(a, b), 0), on(named(a, b), 1), false],
    ['another for another field', on(named(a), 0), on(named(a), 0, 'period'), false],
    ['another for another text', on(named(a), 0, 'ratio', '5%'), on(named(a), 0, 'ratio', '6%'), false],
    ['another in another city', on(named(a), 0), on(named({ ...a, city: '太原市' }), 0), false],
    [
      'of two tasks of one name',
      on(named(a, { ...a, items: ['台账'] }), 0),
      on(named(a, { ...a, items: ['台账'] }), 1),
      false,
    ],
    ['of two equal tasks', on(named(a, a), 0), on(named(a, a), 1), false],
  ])('%s', (_, one, other, same) => expect(one === other).toBe(same));

  test('of the plan as a whole', () => {
    const plan = named(a);
    const drift = fingerprintOf({ code: 'style-drift' }, plan);
    expect(drift).toBe(fingerprintOf({ code: 'style-drift' }, named(b, a)));
    expect(drift).not.toBe(fingerprintOf({ code: 'year-unstated' }, plan));
  });

  test('whatever the order of the tasks, each keeps its own', () => {
    const task = fc.record({ name: fc.constantFrom('甲', '乙', '丙'), targets: fc.constantFrom('企业', '学校', null) });
    fc.assert(
      fc.property(fc.uniqueArray(task, { minLength: 1, selector: t => JSON.stringify(t) }), fc.gen(), (tasks, gen) => {
        const order = gen(() => fc.shuffledSubarray([...tasks.keys()], { minLength: tasks.length }));
        const [plan, moved] = [named(...tasks), named(...order.map(i => tasks[i]!))];
        expect(order.map((_, at) => on(moved, at))).toEqual(order.map(i => on(plan, i)));
        expect(new Set(tasks.map((_, i) => on(plan, i))).size).toBe(tasks.length);
      }),
    );
  });
});
