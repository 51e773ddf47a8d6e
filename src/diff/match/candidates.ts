import { type Features, facets, type Weigh } from './features.ts';
import { type Scored, scorePair } from './score.ts';

/** A pair of tasks, by position, with how alike they are. */
export interface Candidate extends Scored {
  readonly base: number;
  readonly head: number;
}

/** Up to so many pairs every one is scored. */
const few = 40_000;
/** Of longer plans, so many of the other side for each task, those that share most. */
const nearest = 24;
/** A bigram of more tasks than this tells little; the rarest of a task are looked up all the same. */
const common = 150;
const rarest = 8;

/** The pairs worth a look: all of short plans, those that share telling words of long ones. */
export function candidatesOf(base: readonly Features[], head: readonly Features[], weigh: Weigh): Candidate[] {
  const pairs = base.length * head.length <= few ? everyPair(base, head) : sharingPairs(base, head, weigh);
  return pairs
    .filter(([i, j]) => !areOfTwoCities(base[i]!, head[j]!))
    .map(([i, j]) => ({ base: i, head: j, ...scorePair(base[i]!, head[j]!, weigh) }));
}

/** A province's table for all its cities repeats its tasks by city. */
const areOfTwoCities = (base: Features, head: Features): boolean =>
  base.city !== '' && head.city !== '' && base.city !== head.city;

const everyPair = (base: readonly Features[], head: readonly Features[]): [number, number][] =>
  base.flatMap((_, i) => head.map((_, j): [number, number] => [i, j]));

const bigramsOf = (features: Features): Set<string> =>
  new Set(facets.flatMap(facet => [...features.bigrams[facet].keys()]));

function sharingPairs(base: readonly Features[], head: readonly Features[], weigh: Weigh): [number, number][] {
  const found = new Set<number>();
  const look = (from: readonly Features[], to: readonly Features[], enter: (i: number, j: number) => void) => {
    const holders = new Map<string, number[]>();
    for (const [j, features] of to.entries())
      for (const bigram of bigramsOf(features)) {
        const list = holders.get(bigram);
        if (list) list.push(j);
        else holders.set(bigram, [j]);
      }
    const sums = new Float64Array(to.length);
    for (const [i, features] of from.entries()) {
      const bigrams = [...bigramsOf(features)]
        .filter(bigram => holders.has(bigram))
        .sort((a, b) => holders.get(a)!.length - holders.get(b)!.length);
      const touched: number[] = [];
      for (const [rank, bigram] of bigrams.entries()) {
        const list = holders.get(bigram)!;
        if (list.length > common && rank >= rarest) break;
        for (const j of list) {
          if (sums[j] === 0) touched.push(j);
          sums[j]! += weigh(bigram);
        }
      }
      const most = touched.reduce((max, j) => Math.max(max, sums[j]!), 0);
      const likely = touched.filter(j => sums[j]! >= most / 4);
      likely.sort((a, b) => sums[b]! - sums[a]! || Math.abs(a - i) - Math.abs(b - i) || a - b);
      for (const j of likely.slice(0, nearest)) enter(i, j);
      for (const j of touched) sums[j] = 0;
    }
  };
  look(base, head, (i, j) => found.add(i * head.length + j));
  look(head, base, (j, i) => found.add(i * head.length + j));
  return [...found].sort((a, b) => a - b).map(key => [Math.floor(key / head.length), key % head.length]);
}
