import type { Code, Finding } from '../../model/diagnostic.ts';
import type { Core } from './core.ts';
import { readPer } from './duration.ts';
import type { Bound } from './statement.ts';
import type { Kind, Token } from './tokens.ts';

/** What the words around an amount say of it. */
export interface Words {
  readonly bound: Bound | null;
  readonly cap: boolean;
  /** 大于, 低于: the number itself is excluded. */
  readonly strict: boolean;
  /** The character that the comparison has lost: 于 of 不低于. */
  readonly restored: string | null;
  readonly about: boolean;
  readonly per: string | null;
  readonly population: boolean;
  readonly respectively: boolean;
  readonly hedges: readonly string[];
}

/** Why an amount cannot be read; null where no more can be said than that it is unread. */
export interface Refusal {
  readonly refusal: Finding | null;
}
export const refuse = (code: Code | null, text = ''): Refusal => ({ refusal: code && { code, params: { text } } });
export const isRefusal = (value: object): value is Refusal => 'refusal' in value;

/** Before any word is read. */
export const wordsOf = (core: Core): Words => ({
  bound: null,
  cap: false,
  strict: false,
  restored: null,
  about: core.about,
  per: core.per,
  population: false,
  respectively: false,
  hedges: [],
});

/** What one word adds; null: a word that says nothing here. */
type Step = (words: Words, token: Token, core: Core) => Words | Refusal;

const skip: Step = words => words;

const bound =
  (side: Bound, more: Partial<Words> = {}): Step =>
  (words, { text }) =>
    words.bound === null
      ? { ...words, bound: side, cap: side === 'ceiling' && /上限|最|至多|封顶/u.test(text), ...more }
      : refuse('comparator-conflict', text);

/** 不低于5%以上 says the same thing twice; 不低于5%以下 contradicts itself. */
const boundAfter =
  (side: Bound): Step =>
  (words, { text }) =>
    words.bound === null || (words.bound === side && !words.strict)
      ? { ...words, bound: side }
      : refuse('comparator-conflict', text);

const per: Step = (words, { text }) => {
  const stretch = readPer(text);
  return stretch !== null && (words.per === null || words.per === stretch) ? { ...words, per: stretch } : refuse(null);
};

const hedge: Step = (words, { printed }) => ({ ...words, hedges: [printed, ...words.hedges] });

const only =
  (what: Core['what'][], step: Step = skip): Step =>
  (words, token, core) =>
    what.includes(core.what) ? step(words, token, core) : refuse(null);

/** Words before the amount, read from it leftwards. */
export const before: Partial<Record<Kind, Step>> = {
  floor: bound('floor'),
  ceiling: bound('ceiling'),
  lostFloor: bound('floor', { restored: '于' }),
  lostCeiling: bound('ceiling', { restored: '于' }),
  above: bound('floor', { strict: true }),
  below: bound('ceiling', { strict: true }),
  about: words => ({ ...words, about: true }),
  per,
  halves: per,
  hedge,
  sumLabel: only(['percent'], hedge),
  rateLabel: only(['percent', 'count']),
  countLabel: only(['count']),
  // 年度抽查频次 says for what stretch of time.
  timesLabel: only(['times'], (words, token, core) =>
    /年度|全年/u.test(token.text) ? per(words, { ...token, text: '每年' }, core) : words,
  ),
  bothLabel: skip,
  each: only(['times']),
  respectively: words => ({ ...words, respectively: true }),
  relative: (_, { text }) => refuse('relative-amount', text),
  link: skip,
  filler: skip,
};

/** Words right after the amount. */
export const after: Partial<Record<Kind, Step>> = {
  up: boundAfter('floor'),
  down: boundAfter('ceiling'),
  around: words => ({ ...words, about: true }),
  inclusive: skip,
  perSuffix: per,
  objectSuffix: only(['times']),
};
