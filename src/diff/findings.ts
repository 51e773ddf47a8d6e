import type { Body } from '../fields/bodies.ts';
import { bodyFields } from '../fields/index.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Plan, Task } from '../plan/schema.ts';
import { union } from './divided.ts';
import type { Group } from './match/index.ts';
import { placeOf, type Traces } from './places.ts';
import { diffRules, type Judgement, type Rule } from './rules/index.ts';
import type { Diff, DiffFinding, Relation, Side } from './schema.ts';
import { shownValue } from './task-values.ts';
import { valueText } from './value-text.ts';
import { unitKey } from './values/bodies.ts';
import type { Comparing } from './values/verdict.ts';
import { nameKey, type Setting, textKey } from './wording.ts';
import { findingMessage } from './words.ts';

interface Scene {
  readonly base: Plan;
  readonly head: Plan;
  readonly as: Relation;
  readonly comparing: Comparing;
  readonly traces: Traces;
}

/** One judgement of a rule: the tasks as it saw them, and by position. */
interface Case {
  readonly base: Task | null;
  readonly head: Task | null;
  readonly at: Pick<Group, 'base' | 'head'>;
}

/** Asks every rule that fits how the plans stand to each other about every entry. */
export function findings(groups: readonly Group[], scene: Scene): Pick<Diff, 'findings' | 'rules'> {
  const found: DiffFinding[] = [];
  const rules: Diff['rules'] = [];
  for (const rule of diffRules) {
    const level = rule.levels[scene.as];
    if (level === null) continue;
    const tally = { id: rule.id, level, pass: 0, fail: 0, cannotDecide: 0 };
    for (const one of groups.flatMap(group => casesOf(rule, group, scene))) {
      const judgement = judge(rule, one, scene);
      if (!judgement) continue;
      tally[judgement.outcome === 'cannot-decide' ? 'cannotDecide' : judgement.outcome]++;
      if (judgement.outcome !== 'pass') found.push(findingOf(rule, level, judgement, one, scene));
    }
    rules.push(tally);
  }
  return { findings: found, rules };
}

function casesOf(rule: Rule, { base, head }: Group, scene: Scene): Case[] {
  const of = (side: Side, at: readonly number[]): Task[] => at.map(i => scene[side].tasks[i]!);
  const at = { base, head };
  if (rule.on !== 'pair') {
    const wanted = rule.on === 'dropped' ? head.length === 0 : base.length === 0;
    return wanted ? [{ base: of('base', base)[0] ?? null, head: of('head', head)[0] ?? null, at }] : [];
  }
  if (base.length === 0 || head.length === 0) return [];
  if (rule.whole && base.length + head.length > 2)
    return [{ base: union(of('base', base)), head: union(of('head', head)), at }];
  return base.flatMap(i =>
    head.map(j => ({ base: scene.base.tasks[i]!, head: scene.head.tasks[j]!, at: { base: [i], head: [j] } })),
  );
}

const judge = (rule: Rule, { base, head }: Case, { comparing }: Scene): Judgement | null =>
  rule.judge({ base: (base ?? head)!, head: (head ?? base)!, comparing });

function findingOf(
  rule: Rule,
  level: DiffFinding['level'],
  judgement: Exclude<Judgement, { outcome: 'pass' }>,
  { base, head, at }: Case,
  scene: Scene,
): DiffFinding {
  const { field, id } = rule;
  const { traces } = scene;
  const from = base && shownValue(base, field);
  const to = head && shownValue(head, field);
  const reason = judgement.outcome === 'cannot-decide' ? judgement.reason : undefined;
  return {
    id,
    level,
    outcome: judgement.outcome,
    ...(reason && { reason }),
    base: at.base.map(i => scene.base.tasks[i]!.id),
    head: at.head.map(j => scene.head.tasks[j]!.id),
    field,
    from,
    to,
    places: [
      ...at.base.map(i => placeOf(traces, 'base', i, field)),
      ...at.head.map(j => placeOf(traces, 'head', j, field)),
    ],
    fingerprint: fingerprint(
      id,
      ...(['base', 'head'] as const).map(side => identity(at, side, scene)),
      ...(['base', 'head'] as const).map(side => canonical(at, side, field, scene)),
    ),
    message: findingMessage(rule, judgement, base && valueText(base, field), head && valueText(head, field)),
  };
}

/** What the tasks of a side say, put together so that the order of tasks, and of lists in them, makes no difference. */
const inAnyOrder = (
  at: Case['at'],
  side: Side,
  scene: Scene,
  say: (task: Task, setting: Setting) => readonly unknown[],
): string =>
  JSON.stringify(at[side].map(i => JSON.stringify(say(scene[side].tasks[i]!, scene.comparing[side]))).sort());

/** The characters of a text whatever the order of its parts and the marks between them. */
const characters = (text: string, setting: Setting): string => [...textKey(text, setting)].sort().join('');

/** Who the tasks are by what they say; never by number or place. */
const identity = (at: Case['at'], side: Side, scene: Scene): string =>
  inAnyOrder(at, side, scene, ({ name, targets, items, city }, setting) => [
    name === null ? null : nameKey(name, setting),
    characters(targets ?? '', setting),
    characters(items.join('；'), setting),
    city ?? null,
  ]);

const canonical = (at: Case['at'], side: Side, field: string, scene: Scene): string =>
  inAnyOrder(at, side, scene, (task, setting) => {
    const value = shownValue(task, field);
    if (field === 'targets') return [characters(valueText(task, field) ?? '', setting)];
    if (bodyFields.has(field) && task.unread?.[field] === undefined)
      return (value as Body[])
        .map(body => (body.unit === undefined ? JSON.stringify(body) : unitKey(body, setting)))
        .sort();
    return [textKey(valueText(task, field) ?? '', setting)];
  });
