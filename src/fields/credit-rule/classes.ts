import { degreesOf, type Family } from './class-words.ts';
import type { Token } from './lexicon.ts';

export const systems = ['low-high', 'A-D', 'A-E', 'trust', 'other'] as const;
export type System = (typeof systems)[number];

/** One class as the plan writes it; `key` where its system has one. */
interface Class {
  readonly family: Family;
  readonly word: string;
  readonly key: string;
}

const degreeKeys: Readonly<Record<string, string>> = { 低: 'low', 一般: 'general', 较高: 'higher', 高: 'high' };
export const riskKeys = Object.values(degreeKeys);

function lettersOf(text: string): string[] {
  const range = /^([A-E])[类级]?[-至]([A-E])/u.exec(text);
  if (range) return [...'ABCDE'].filter(letter => letter >= range[1]! && letter <= range[2]!);
  // ABCD类 are four classes, AAA级 is one.
  return (text.match(/[A-EM]+/gu) ?? []).flatMap(run => (/^(.)\1+$/.test(run) ? [run] : [...run]));
}

/** Letters without separators that are not a whole system: A、D or A-D may have lost theirs. */
export const hasTornLetters = ({ text, family }: Token): boolean =>
  family === 'letter' && (text.match(/[A-EM]{2,}/gu) ?? []).some(run => !/^(?:ABCDE?|(.)\1+)$/.test(run));

/** The classes of one token; `printed` is the text that its positions count in. */
export function classesOf({ text, at, family = 'other' }: Token, printed: string): Class[] {
  if (family === 'letter') return lettersOf(text).map(letter => ({ family, word: letter, key: letter }));
  if (family !== 'risk') {
    const word = printed.slice(at, at + text.length);
    return [{ family, word, key: word }];
  }
  const risk = text.indexOf('风险');
  const suffix = risk === -1 ? '' : printed.slice(at + risk, at + risk + 2);
  return degreesOf(text).map(degree => {
    const start = at + degree.index;
    const word = `${printed.slice(start, start + degree[0].length)}${suffix}`;
    return { family, word, key: degreeKeys[degree[0]] ?? '' };
  });
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
const inOrder = (keys: readonly string[], order: readonly string[]): string[] =>
  order.filter(key => keys.includes(key));

/**
 * The system of a rule's classes and their names in it. One system is never mapped on another: classes that are not all
 * of the four of 企业信用风险分类, all single letters or all of the 守信 kind keep the plan's words.
 */
export function nameClasses(tokens: readonly Token[], printed: string) {
  const classes = tokens.flatMap(token => classesOf(token, printed));
  const families = unique(classes.map(({ family }) => family));
  const keys = classes.map(({ key }) => key);
  const words = unique(classes.map(({ word }) => word));
  const mixed = families.length > 1;
  const named = (system: System | null, names: readonly string[]) => ({ system, classes: [...names], mixed });
  if (classes.length === 0) return named(null, []);
  if (mixed) return named('other', words);
  if (families[0] === 'risk' && keys.every(key => key !== '')) return named('low-high', inOrder(keys, riskKeys));
  if (families[0] === 'letter' && keys.every(key => /^[A-E]$/.test(key)))
    return named(keys.includes('E') ? 'A-E' : 'A-D', inOrder(keys, [...'ABCDE']));
  return named(families[0] === 'trust' ? 'trust' : 'other', words);
}
