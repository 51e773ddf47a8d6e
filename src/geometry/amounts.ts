import { ideographic } from './page.ts';

/** What stands for an amount that there is none of: a dash, a colon, dots, `n.a.`, `(NA)`, `(X)`. */
const blankMark = /^[([]?(?:[-–—−:*.…·x]{1,3}|n\.?\/?a\.?|n\.?d\.?)[)\]]?$/iu;

/**
 * True where a text is one amount, date or mark, which no writer breaks over lines: digits with at most three letters
 * (a unit, a currency, a footnote's letter), or a mark for a missing amount. Two of them one below the other are two
 * cells, in any language.
 */
export function isAmount(text: string): boolean {
  const bare = text.replace(/\s/gu, '');
  if (blankMark.test(bare)) return true;
  if (!/\p{Nd}/u.test(bare) || ideographic.test(bare)) return false;
  return (bare.match(/\p{L}/gu)?.length ?? 0) <= 3;
}

/** A year, or a span of years or a part of one: an amount that may as well be a header. */
export const isYear = (text: string): boolean =>
  /^(?:1[89]|20)\d\d(?:\s*[-–/]\s*\d{2,4})?(?:\s*\(?\p{L}?\d?\)?)$/u.test(text.trim());
