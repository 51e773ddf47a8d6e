import { fieldTitle } from '../../fields/index.ts';
import type { Plan, Task } from '../schema.ts';
import { type Notice, noticeOn, type Rule } from './rule.ts';

/** A phrase of a plan: what it ends in is often one of the plan's templates (…经营活动情况). */
interface Phrase {
  readonly task: number;
  readonly field: string;
  readonly text: string;
}

/** Columns with few values, where a value seen once beside a near twin seen often is a slip. */
const listed = ['targeting', 'itemClass', 'method', 'mode', 'initiation'] as const;

const lengths = [6, 7, 8] as const;

/** One character lost, doubled or changed in an ending that other tasks of the plan share. */
export const nearTypo: Rule = {
  name: 'near-typo',
  codes: ['near-typo'],
  needs: 'plan',
  check(evidence) {
    const { plan } = evidence;
    const say = ({ task, field, text }: Phrase, proposed: string): Notice =>
      noticeOn(evidence, task, field, { code: 'near-typo', params: { field: fieldTitle(field), text, proposed } });
    return [...endings(plan, say), ...values(plan, say)];
  },
};

type Say = (phrase: Phrase, proposed: string) => Notice;

function endings(plan: Plan, say: Say): Notice[] {
  const phrases = plan.tasks.flatMap(phrasesOf);
  const shared = sharedEndings(phrases);
  const bigrams = countBigrams(phrases);
  const variants = new Map<string, { template: string; at: number }>();
  for (const template of shared.keys())
    for (let at = 1; at < template.length - 1; at++)
      variants.set(template.slice(0, at) + template.slice(at + 1), { template, at });

  return phrases.flatMap(phrase => {
    for (const length of lengths) {
      const ending = phrase.text.slice(-(length - 1));
      const variant = ending.length === length - 1 ? variants.get(ending) : undefined;
      if (!variant || phrase.text.endsWith(variant.template)) continue;
      // The two characters that the loss brought together stand nowhere else in the plan.
      const junction = ending.slice(variant.at - 1, variant.at + 1);
      if (bigrams.get(junction) === 1) return [say(phrase, phrase.text.slice(0, 1 - length) + variant.template)];
    }
    return [];
  });
}

/** A value of a listed column that differs in one character from one seen three times or more. */
function values(plan: Plan, say: Say): Notice[] {
  return listed.flatMap(field => {
    const counts = new Map<string, number>();
    for (const task of plan.tasks) if (task[field]) counts.set(task[field], (counts.get(task[field]) ?? 0) + 1);
    const usual = [...counts].filter(([, count]) => count >= 3).map(([value]) => value);
    return plan.tasks.flatMap((task, index) => {
      const text = task[field];
      if (!text || text.length < 3 || counts.get(text) !== 1) return [];
      const near = usual.filter(value => differsByOne(text, value));
      return near.length === 1 ? [say({ task: index, field, text }, near[0]!)] : [];
    });
  });
}

const phrasesOf = (task: Task, index: number): Phrase[] => [
  ...task.items.map(text => ({ task: index, field: 'items', text })),
  ...(['name', 'targets'] as const).flatMap(field => (task[field] ? [{ task: index, field, text: task[field] }] : [])),
];

/** Endings of Chinese characters only that at least two tasks have. */
function sharedEndings(phrases: readonly Phrase[]): Map<string, number> {
  const tasks = new Map<string, Set<number>>();
  for (const { text, task } of phrases)
    for (const length of lengths) {
      const ending = text.slice(-length);
      if (ending.length < length || !/^\p{Script=Han}+$/u.test(ending)) continue;
      const seen = tasks.get(ending) ?? new Set();
      tasks.set(ending, seen.add(task));
    }
  return new Map([...tasks].filter(([, seen]) => seen.size >= 2).map(([ending, seen]) => [ending, seen.size]));
}

function countBigrams(phrases: readonly Phrase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of phrases)
    for (let i = 1; i < text.length; i++) {
      const pair = text.slice(i - 1, i + 1);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return counts;
}

/** Equal but for one Chinese character. */
function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].flatMap((character, i) => (character === b[i] ? [] : [i]));
  return at.length === 1 && /\p{Script=Han}/u.test(a[at[0]!]!) && /\p{Script=Han}/u.test(b[at[0]!]!);
}
