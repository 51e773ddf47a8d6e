import type { Band } from '../schema.ts';
import { marksOf } from '../text-marks.ts';
import { diceOf } from './dice.ts';
import { type Facet, type Features, facets, type Weigh } from './features.ts';

/** How alike two tasks are, by part; null where at least one side has none. */
export interface Parts {
  readonly name: number | null;
  readonly targets: number | null;
  readonly items: number | null;
  readonly lead: number | null;
}

export interface Scored {
  /** 0 to 1. */
  readonly score: number;
  readonly parts: Parts;
  /** What the parts allow, before other candidates are looked at. */
  readonly band: Band;
}

const weights: Readonly<Record<keyof Parts, number>> = { name: 0.4, targets: 0.2, items: 0.3, lead: 0.1 };

/** Shared units among all. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  const common = [...a].filter(unit => b.has(unit)).length;
  return common / (a.size + b.size - common);
}

export function scorePair(base: Features, head: Features, weigh: Weigh): Scored {
  const text = Object.fromEntries(
    facets.map(facet => {
      const [from, to] = [base.texts[facet], head.texts[facet]];
      if (from === '' || to === '') return [facet, null];
      return [facet, from === to ? 1 : diceOf(base.bigrams[facet], head.bigrams[facet], weigh)];
    }),
  ) as Omit<Parts, 'lead'>;
  const parts: Parts = { ...text, lead: overlap(base.lead, head.lead) };
  let [sum, all] = [0, 0];
  for (const part of Object.keys(weights) as (keyof Parts)[])
    if (parts[part] !== null) {
      sum += weights[part] * parts[part];
      all += weights[part];
    }
  const score = all === 0 ? 0 : sum / all;
  return { score, parts, band: bandOf(score, parts, base, head) };
}

/** A part that speaks for the pair. */
const strong = 0.55;
/** A part that speaks against it. */
const contrary = 0.2;

/**
 * Names that share a template and have another subject in it: 商场…管理情况, 游泳场…管理情况. Words that only came or went
 * (a qualifier, one of several subjects) make no other subject.
 */
function hasOtherSubject(base: string, head: string): boolean {
  const marks = marksOf(base, head);
  return marks.some((mark, i) => {
    const next = marks[i + 1];
    if (mark.in !== 'base' || next?.in !== 'head') return false;
    const shared = [...mark.text].filter(character => next.text.includes(character)).length;
    return shared / Math.min(mark.text.length, next.text.length) < 0.34;
  });
}

/** Two tasks are taken for one only where what they are about agrees, whatever their template wording makes of the score. */
function bandOf(score: number, parts: Parts, base: Features, head: Features): Band {
  const { name, targets, items, lead } = parts;
  const content = [targets, items].filter(part => part !== null);
  const isUnique = (facet: Facet): boolean => base.unique.has(facet) && head.unique.has(facet);
  if (name === 1) {
    const contradicted = content.length > 0 && content.every(part => part < contrary);
    // A name that no other task of either plan has is the task's, whatever else became of it.
    if (contradicted) return isUnique('name') || score >= 0.5 ? 'review' : 'none';
    return content.length === 0 || Math.max(...content) >= 0.5 ? 'same' : 'likely';
  }
  if (score < 0.45) return 'none';
  // Renamed, with all that it covers the same and found nowhere else.
  const same = (['targets', 'items'] as const).filter(facet => parts[facet] !== null);
  const renamed =
    same.every(facet => parts[facet]! >= 0.95) &&
    same.some(facet => isUnique(facet) && base.texts[facet].length >= 6) &&
    lead !== 0;
  const known = [name, targets, items].filter(part => part !== null);
  const speaking = known.filter(part => part >= strong).length;
  // One part entirely the same and nothing against it: a task that was renamed and reworded.
  const reworded = lead === 1 && Math.max(...known) >= 0.9 && Math.min(...known) >= 0.3;
  if (speaking < Math.min(2, known.length) && !reworded && !renamed) return 'none';
  if (known.length === 1 && score < 0.8) return 'none';
  if (targets !== null && targets < contrary && (items ?? 0) < 0.95) return 'none';
  if (items !== null && items < contrary && (targets ?? 0) < 0.95) return 'none';
  const atLeast = (part: number | null, least: number) => part === null || part >= least;
  if (name !== null && name < 0.9 && hasOtherSubject(base.texts.name, head.texts.name)) {
    const backed = content.length > 0 && atLeast(targets, strong) && atLeast(items, targets === null ? 0.9 : 0.7);
    if (!backed) return 'none';
    return content.length === 2 && Math.min(...content) >= 0.9 ? 'likely' : 'review';
  }
  if (speaking < 2 && known.length > 1) return 'review';
  return score >= 0.9 ? 'same' : score >= 0.7 ? 'likely' : 'review';
}
