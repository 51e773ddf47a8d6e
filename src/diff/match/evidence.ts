import type { Plan } from '../../plan/schema.ts';
import type { Match, Side } from '../schema.ts';
import type { Candidate } from './candidates.ts';

/** Pairs whose runner-up is as near as this are for a person to look at. */
const close = 0.05;

export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Tells of pairs how they came about: their scores, and what else the tasks could have been paired with. */
export function evidenceOf(candidates: readonly Candidate[], plans: Readonly<Record<Side, Plan>>) {
  const best = { base: new Map<number, Candidate[]>(), head: new Map<number, Candidate[]>() };
  for (const candidate of candidates)
    for (const side of ['base', 'head'] as const) {
      const known = [...(best[side].get(candidate[side]) ?? []), candidate];
      known.sort((a, b) => b.score - a.score);
      best[side].set(candidate[side], known.slice(0, 2));
    }

  /** The best other pair of either task. */
  const runnerUp = ({ base, head }: Candidate) =>
    (['base', 'head'] as const)
      .flatMap(side => {
        const own = side === 'base' ? base : head;
        return (best[side].get(own) ?? []).map(other => ({ other, side: side === 'base' ? 'head' : 'base' }) as const);
      })
      .filter(({ other }) => other.base !== base || other.head !== head)
      .sort((a, b) => b.other.score - a.other.score)[0];

  const match = (candidate: Candidate): Match => {
    const { score, parts, band } = candidate;
    const next = runnerUp(candidate);
    const margin = score - (next?.other.score ?? 0);
    return {
      score: round(score),
      margin: round(margin),
      band: margin < close && band === 'likely' ? 'review' : band,
      parts: Object.fromEntries(
        Object.entries(parts).map(([part, value]) => [part, value === null ? null : round(value)]),
      ) as Match['parts'],
      ...(next && {
        runnerUp: {
          side: next.side,
          task: plans[next.side].tasks[next.other[next.side]]!.id,
          score: round(next.other.score),
        },
      }),
    };
  };
  const nearest = (side: Side, task: number): Candidate | undefined => best[side].get(task)?.[0];
  return { match, nearest };
}

export type Evidence = ReturnType<typeof evidenceOf>;
