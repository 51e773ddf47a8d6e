import { bigramsOf, diceOf } from './dice.ts';
import type { Features, Weigh } from './features.ts';

/** One task on one side that is several on the other. */
export interface Division {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Share of the whole that the parts cover, 0 to 1. */
  readonly coverage: number;
  /** What the best part alone covers. */
  readonly alone: number;
}

/** So much of a whole must be found again in its parts, and so much of each part in the whole. */
const covered = 0.7;
const contained = 0.6;
/** A part that alone covers so much is the whole itself. */
const nearlyAll = 0.95;

/** What may be divided among parts: the items of a task, else the members of its objects, its one item or its name. */
const unitsOf: readonly ((features: Features) => readonly string[])[] = [
  ({ items }) => items,
  ({ members }) => members.targets,
  ({ members }) => members.items,
  ({ members }) => members.name,
];

/** Two units are one: alike, or one within the other (兽药, 兽药监督检查). */
function isSameUnit(a: string, b: string, weigh: Weigh): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return true;
  return diceOf(bigramsOf(a), bigramsOf(b), weigh) >= 0.75;
}

/**
 * Tasks that could have been divided. `options`: for each whole the tasks of the other side that could be parts of it. Each part
 * lies in the whole and adds something to the others.
 */
export const findDivisions = (
  wholes: readonly { readonly whole: number; readonly options: readonly number[] }[],
  featuresOfWhole: readonly Features[],
  featuresOfPart: readonly Features[],
  weigh: Weigh,
): Division[] =>
  wholes.flatMap(({ whole, options }) => divide(whole, options, featuresOfWhole, featuresOfPart, weigh) ?? []);

function divide(
  whole: number,
  options: readonly number[],
  featuresOfWhole: readonly Features[],
  featuresOfPart: readonly Features[],
  weigh: Weigh,
): Division | null {
  const its = featuresOfWhole[whole]!;
  const related = options.filter(option => isRelated(its, featuresOfPart[option]!, weigh));
  if (related.length < 2) return null;
  for (const units of unitsOf) {
    const division = divideBy(units, its, whole, related, featuresOfPart, weigh);
    if (division) return division;
  }
  return null;
}

/** A part is led by one of the whole's bodies, and is called or aimed like it. */
function isRelated(whole: Features, part: Features, weigh: Weigh): boolean {
  if (whole.lead.size > 0 && part.lead.size > 0 && ![...part.lead].some(unit => whole.lead.has(unit))) return false;
  return (['name', 'targets'] as const).some(facet => {
    const [a, b] = [whole.texts[facet], part.texts[facet]];
    return a !== '' && b !== '' && containment(whole.bigrams[facet], part.bigrams[facet], weigh) >= 0.4;
  });
}

/** Share of the part that is in the whole. */
function containment(whole: ReadonlyMap<string, number>, part: ReadonlyMap<string, number>, weigh: Weigh): number {
  let [common, all] = [0, 0];
  for (const [bigram, count] of part) {
    all += weigh(bigram) * count;
    common += weigh(bigram) * Math.min(count, whole.get(bigram) ?? 0);
  }
  return all === 0 ? 0 : common / all;
}

function divideBy(
  units: (features: Features) => readonly string[],
  its: Features,
  whole: number,
  options: readonly number[],
  featuresOfPart: readonly Features[],
  weigh: Weigh,
): Division | null {
  const own = units(its);
  if (own.length < 2) return null;
  const weights = own.map(unit => [...bigramsOf(unit).keys()].reduce((sum, bigram) => sum + weigh(bigram), 0) || 1);
  const total = weights.reduce((a, b) => a + b);
  const share = (held: Iterable<number>): number => [...held].reduce((sum, i) => sum + weights[i]!, 0) / total;
  const holdings = options.flatMap(option => {
    const theirs = units(featuresOfPart[option]!);
    const held = new Set<number>();
    const found = theirs.filter(unit => {
      const at = own.flatMap((other, i) => (isSameUnit(other, unit, weigh) ? [i] : []));
      for (const i of at) held.add(i);
      return at.length > 0;
    });
    return held.size > 0 && found.length / theirs.length >= contained ? [{ option, held }] : [];
  });
  const taken: typeof holdings = [];
  const union = new Set<number>();
  for (;;) {
    const gains = holdings
      .filter(one => !taken.includes(one))
      .map(one => ({ one, gain: [...one.held].filter(i => !union.has(i)).length }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain || a.one.held.size - b.one.held.size || a.one.option - b.one.option);
    if (gains.length === 0) break;
    taken.push(gains[0]!.one);
    for (const i of gains[0]!.one.held) union.add(i);
  }
  const alone = Math.max(0, ...holdings.map(({ held }) => share(held)));
  // Every part holds something that no other part holds.
  const needed = taken.filter(one => {
    const others = new Set(taken.filter(other => other !== one).flatMap(({ held }) => [...held]));
    return [...one.held].some(i => !others.has(i));
  });
  const coverage = share(union);
  if (needed.length < 2 || needed.length < taken.length || coverage < covered || alone >= nearlyAll) return null;
  return { whole, parts: needed.map(({ option }) => option).sort((a, b) => a - b), coverage, alone };
}
