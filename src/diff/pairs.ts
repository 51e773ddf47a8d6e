import { z } from 'zod';
import type { Plan, Task } from '../plan/schema.ts';
import type { Pins } from './match/index.ts';
import type { Side } from './schema.ts';

const address = z
  .union([z.string().min(1), z.int().nonnegative()])
  .meta({ title: '任务：序号、#位置、编号或任务标识' });
const addresses = z.union([address, z.array(address)]);

/**
 * Decisions on which tasks belong together. A task is named by its printed number (12), position (#12), code or id. An empty
 * list on one side says that the tasks of the other were dropped or added; several on a side, that they were split or merged.
 */
export const pairsSchema = z
  .strictObject({
    schema: z.literal('choucha/pairs@1'),
    pairs: z.array(
      z
        .strictObject({
          base: addresses.meta({ title: '基准计划的任务' }),
          head: addresses.meta({ title: '对比计划的任务' }),
          reason: z.string().optional().meta({ title: '理由' }),
        })
        .meta({ title: '一个决定' }),
    ),
  })
  .meta({ title: '配对文件' });

export type Pairs = z.infer<typeof pairsSchema>;

/** What is wrong with a decision: `name` is the task it names, `count` how many tasks go by that name. */
export interface PairProblem {
  readonly pair: number;
  readonly side: Side | null;
  readonly problem: 'unknown' | 'ambiguous' | 'twice' | 'empty' | 'many-to-many';
  readonly name: string;
}

/** The decisions by position, or why one of them cannot be followed. */
export function resolvePairs({ pairs }: Pairs, base: Plan, head: Plan): { pins: Pins } | { problems: PairProblem[] } {
  const problems: PairProblem[] = [];
  const taken = { base: new Set<number>(), head: new Set<number>() };
  const pins = pairs.map((decision, pair) => {
    const find = (side: Side, { tasks }: Plan): number[] =>
      [decision[side]].flat().flatMap(address => {
        const name = String(address);
        const found = tasks.flatMap((task, index) => (isCalled(task, index, name) ? [index] : []));
        const report = (problem: PairProblem['problem']): [] => {
          problems.push({ pair: pair + 1, side, problem, name });
          return [];
        };
        if (found.length !== 1) return report(found.length === 0 ? 'unknown' : 'ambiguous');
        if (taken[side].has(found[0]!)) return report('twice');
        taken[side].add(found[0]!);
        return found;
      });
    const pin = { base: find('base', base), head: find('head', head) };
    const named = { base: [decision.base].flat().length, head: [decision.head].flat().length };
    const say = (problem: PairProblem['problem']) => problems.push({ pair: pair + 1, side: null, problem, name: '' });
    if (named.base + named.head === 0) say('empty');
    // Of several against several nobody could say what became of which.
    if (named.base > 1 && named.head > 1) say('many-to-many');
    return pin;
  });
  if (problems.length > 0) return { problems };
  // Of several tasks that were dropped, or added, each was.
  return {
    pins: pins.flatMap(({ base, head }) => {
      if (head.length === 0) return base.map(i => ({ base: [i], head }));
      if (base.length === 0) return head.map(j => ({ base, head: [j] }));
      return [{ base, head }];
    }),
  };
}

const isCalled = (task: Task, index: number, name: string): boolean =>
  name.startsWith('#')
    ? name === `#${index + 1}`
    : task.id === name || task.code === name || (task.number !== null && String(task.number) === name);
