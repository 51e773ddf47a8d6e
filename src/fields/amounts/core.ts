import type { Bilingual, Code, Finding } from '../../model/diagnostic.ts';
import { readNumber } from '../numerals.ts';
import { readPer } from './duration.ts';
import type { Claim } from './statement.ts';
import type { Kind, Token } from './tokens.ts';

/** What a number without a unit counts, as the header or the field says. */
export type BareUnit =
  /** `shift`: power of ten that makes it a percentage. */
  | { readonly what: 'percent'; readonly shift: number }
  | { readonly what: 'count'; readonly unit: string | null }
  /** `most`: above it a number alone is hardly a frequency. */
  | { readonly what: 'times'; readonly per: string | null; readonly most: number };

/** An amount alone, before the words around it. */
export type Core = Pick<Claim, 'what' | 'low' | 'high' | 'unit' | 'per' | 'about' | 'full'>;
type Parts = Token['parts'];
type Ends = Pick<Core, 'low' | 'high'>;
type What = Core['what'];

const possible: Record<What, { holds: (value: number) => boolean; expected: Bilingual }> = {
  percent: {
    holds: value => value > 0 && value <= 100,
    expected: { zh: '大于0且不超过100%的比例', en: 'a percentage above 0 and up to 100' },
  },
  count: {
    holds: value => Number.isSafeInteger(value) && value > 0,
    expected: { zh: '大于0的整数', en: 'a whole number above 0' },
  },
  times: {
    holds: value => Number.isInteger(value) && value > 0 && value <= 366,
    expected: { zh: '1至366的整数次', en: 'a whole number of times, 1 to 366' },
  },
};

const refuse = (code: Code, text: string): Finding => ({ code, params: { text } });
export const isFinding = (value: object): value is Finding => 'code' in value;

/** The ends of an amount, in order and within what is possible; one number is both ends. */
function readEnds(what: What, low: string | undefined, high: string, text: string, shift = 0): Ends | Finding {
  const top = readNumber(high, shift);
  const bottom = low === undefined ? top : readNumber(low, shift);
  if (top === null || bottom === null) return refuse('doubtful-number', text);
  const { holds, expected } = possible[what];
  if (!holds(top) || !holds(bottom)) return { code: 'impossible-amount', params: { text, expected } };
  return low !== undefined && bottom >= top ? refuse('reversed-range', text) : { low: bottom, high: top };
}

const rest = { unit: null, per: null, about: false, full: false };
const complete = (what: What, ends: Ends | Finding, more: Partial<Core> = {}): Core | Finding =>
  isFinding(ends) ? ends : { ...rest, what, ...ends, ...more };

const percent = (low: string | undefined, high: string, text: string, shift = 0): Core | Finding =>
  complete('percent', readEnds('percent', low, high, text, shift));
const fixed = (value: number, full = false): Core => ({ ...rest, what: 'percent', low: value, high: value, full });

/** 三成五 is 35%, 三成半 too; a part of a range is not so divided. */
function tenths({ less, more, rest: last }: Parts, text: string): Core | Finding {
  if (!last) return percent(less, more!, text, 1);
  const whole = readNumber(more!);
  if (less !== undefined || whole === null) return refuse('doubtful-number', text);
  return percent(undefined, `${whole}.${last === '半' ? 5 : readNumber(last)}`, text, 1);
}

/** 五分之一 is 20%; 三分之一 has no exact percentage. */
function fraction({ whole, part }: Parts, text: string): Core | Finding {
  const [below, above] = [readNumber(whole!), readNumber(part!)];
  if (!below || !above) return refuse('doubtful-number', text);
  const thousandths = (above * 100_000) / below;
  if (!Number.isInteger(thousandths)) return refuse('inexact-fraction', text);
  return percent(undefined, String(thousandths / 1000), text);
}

function bareNumber({ first, last }: Parts, text: string, bare: BareUnit | null): Core | Finding {
  if (bare === null) return refuse('unit-lost', text);
  if (bare.what === 'times' && readNumber(last!)! > bare.most) return refuse('unit-lost', text);
  const ends = readEnds(bare.what, first, last!, text, bare.what === 'percent' ? bare.shift : 0);
  return complete(
    bare.what,
    ends,
    bare.what === 'count' ? { unit: bare.unit } : bare.what === 'times' ? { per: bare.per } : {},
  );
}

const shiftOf: Record<string, number> = { 百: 0, 千: -1, 万: -2 };

const readers: Partial<Record<Kind, (parts: Parts, text: string, bare: BareUnit | null) => Core | Finding>> = {
  percent: ({ low, unit, high, sign }, text) =>
    unit && unit !== sign ? refuse('doubtful-number', text) : percent(low, high!, text, sign === '‰' ? -1 : 0),
  hundredth: ({ scale, from, to }, text) =>
    from === '百' && to === undefined && scale === '百'
      ? fixed(100)
      : percent(to === undefined ? undefined : from, to ?? from!, text, shiftOf[scale!]),
  tenth: tenths,
  half: () => fixed(50),
  hundred: () => fixed(100),
  fraction,
  full: () => fixed(100, true),
  interval: ({ every }) => complete('times', { low: 1, high: 1 }, { per: readPer(every!) }),
  times: ({ few, many }, text) => complete('times', readEnds('times', few, many!, text)),
  count: ({ least, tail, most, scale2, odd, counter }, text) =>
    // 2-3万户 says 2万 to 3万.
    complete('count', readEnds('count', least && least + (tail || scale2), most! + scale2, text), {
      unit: counter!,
      about: odd !== undefined,
    }),
  number: bareNumber,
};

export const isCore = (token: Token): boolean => token.kind in readers;

/** Reads the amount of a token; a finding where it cannot be meant so. */
export const readCore = (token: Token, bare: BareUnit | null): Core | Finding =>
  readers[token.kind]!(token.parts, token.text, bare);
