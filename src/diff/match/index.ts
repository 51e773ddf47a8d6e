import type { Plan } from '../../plan/schema.ts';
import type { Match } from '../schema.ts';
import type { Settings } from '../wording.ts';
import { assign } from './assign.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Division, findDivisions } from './divide.ts';
import { type Evidence, evidenceOf, round } from './evidence.ts';
import { type Features, featuresOf, type Weigh, weighBy } from './features.ts';
import { scorePair } from './score.ts';

/** Tasks of the two plans that belong together, by position; one side may be empty. */
export interface Group {
  readonly base: readonly number[];
  readonly head: readonly number[];
  readonly match?: Match;
  /** Of a task that stands alone: the most alike one of the other side. */
  readonly nearest?: number;
}

/** Decisions that outrank the score, by position. */
export type Pins = readonly Pick<Group, 'base' | 'head'>[];

/** Below this a task that stands alone has no nearest one worth naming. */
const worthNaming = 0.2;

/** Finds what became of every task: in base order, then what was added. */
export function matchTasks(base: Plan, head: Plan, settings: Settings, pins: Pins = []): Group[] {
  const from = featuresOf(base.tasks, settings.base);
  const to = featuresOf(head.tasks, settings.head);
  const weigh = weighBy(from, to);
  const candidates = candidatesOf(from, to, weigh);
  const evidence = evidenceOf(candidates, { base, head });

  const pinned = pins.map((pin): Group => {
    if (pin.base.length !== 1 || pin.head.length !== 1) return pin;
    const [i, j] = [pin.base[0]!, pin.head[0]!];
    const candidate = { base: i, head: j, ...scorePair(from[i]!, to[j]!, weigh) };
    return { ...pin, match: { ...evidence.match(candidate), band: 'same', pinned: true } };
  });
  const gone = { base: new Set(pins.flatMap(pin => pin.base)), head: new Set(pins.flatMap(pin => pin.head)) };
  const free = candidates.filter(pair => !gone.base.has(pair.base) && !gone.head.has(pair.head));
  const paired = bestPairs(free, from, to);
  const divided = divisions(free, paired, from, to, weigh);
  const inDivision = {
    base: new Set(divided.flatMap(group => group.base)),
    head: new Set(divided.flatMap(group => group.head)),
  };
  const kept = paired
    .filter(pair => !inDivision.base.has(pair.base) && !inDivision.head.has(pair.head))
    .map((pair): Group => ({ base: [pair.base], head: [pair.head], match: evidence.match(pair) }));
  return completed([...pinned, ...divided, ...kept], from.length, to.length, evidence);
}

/** One to one, best overall. Among alike ones, those that say the same besides, then those in the same place, belong together. */
function bestPairs(
  candidates: readonly Candidate[],
  from: readonly Features[],
  to: readonly Features[],
): readonly Candidate[] {
  const alike = (one: readonly string[], other: readonly string[]): number =>
    one.filter((value, i) => value === other[i]).length / one.length;
  const edges = candidates
    .filter(({ band }) => band !== 'none')
    .map(candidate => {
      const { base, head, score } = candidate;
      const place = 1 - Math.abs(base / from.length - head / to.length);
      const gain = score + 0.01 * alike(from[base]!.others, to[head]!.others) + 1e-6 * place;
      return { base, head, gain, candidate };
    });
  return assign(edges).map(({ candidate }) => candidate);
}

type Side = 'base' | 'head';
const otherOf = { base: 'head', head: 'base' } as const;

/**
 * Splits and merges among tasks without a pair and the pair of the whole itself, which must be one of its parts. A task is in
 * one of them, the best covered first.
 */
function divisions(
  candidates: readonly Candidate[],
  paired: readonly Candidate[],
  from: readonly Features[],
  to: readonly Features[],
  weigh: Weigh,
): Group[] {
  const pairOf = {
    base: new Map(paired.map(pair => [pair.base, pair.head])),
    head: new Map(paired.map(pair => [pair.head, pair.base])),
  };
  const optionsOf = (side: Side) => {
    const options = new Map<number, number[]>();
    for (const candidate of candidates) {
      const [whole, part] = [candidate[side], candidate[otherOf[side]]];
      if (pairOf[otherOf[side]].has(part) && pairOf[side].get(whole) !== part) continue;
      const known = options.get(whole);
      if (known) known.push(part);
      else options.set(whole, [part]);
    }
    return [...options].map(([whole, parts]) => ({ whole, options: parts })).filter(one => one.options.length > 1);
  };
  const keepsPair = (side: Side, { whole, parts }: Division): boolean => {
    const own = pairOf[side].get(whole);
    return own === undefined || parts.includes(own);
  };
  const of = (side: Side, wholes: readonly Features[], parts: readonly Features[]) =>
    findDivisions(optionsOf(side), wholes, parts, weigh)
      .filter(division => keepsPair(side, division))
      .map(({ whole, parts, ...measured }) => ({
        ...measured,
        base: side === 'base' ? [whole] : parts,
        head: side === 'base' ? parts : [whole],
      }));
  const found = [...of('base', from, to), ...of('head', to, from)].sort(
    (a, b) => b.coverage - a.coverage || a.alone - b.alone,
  );
  const used = { base: new Set<number>(), head: new Set<number>() };
  return found.flatMap(({ base, head, coverage, alone }): Group[] => {
    if (base.some(task => used.base.has(task)) || head.some(task => used.head.has(task))) return [];
    for (const task of base) used.base.add(task);
    for (const task of head) used.head.add(task);
    const match: Match = {
      score: round(coverage),
      margin: round(coverage - alone),
      band: coverage >= 0.9 ? 'likely' : 'review',
      parts: { name: null, targets: null, items: null, lead: null },
    };
    return [{ base, head, match }];
  });
}

/** Adds what stands alone, with the nearest task of the other side; in base order, then what was added. */
function completed(groups: readonly Group[], bases: number, heads: number, evidence: Evidence): Group[] {
  const seen = {
    base: new Set(groups.flatMap(group => group.base)),
    head: new Set(groups.flatMap(group => group.head)),
  };
  const alone = (side: Side, count: number): Group[] =>
    Array.from({ length: count }, (_, task) => task)
      .filter(task => !seen[side].has(task))
      .map((task): Group => {
        const sides = { base: side === 'base' ? [task] : [], head: side === 'head' ? [task] : [] };
        const nearest = evidence.nearest(side, task);
        if (!nearest || nearest.score < worthNaming) return sides;
        return {
          ...sides,
          match: { ...evidence.match(nearest), band: 'none' },
          nearest: nearest[otherOf[side]],
        };
      });
  const order = ({ base, head }: Group): number => (base.length > 0 ? Math.min(...base) : bases + Math.min(...head));
  return [...groups, ...alone('base', bases), ...alone('head', heads)].sort((a, b) => order(a) - order(b));
}
