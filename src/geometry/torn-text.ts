import { isFull } from './page-end.ts';
import type { TableCell } from './table.ts';

/** The texts of a column that stand away from page breaks, white space left out: what its whole texts look like. */
export type WholeTexts = ReadonlySet<string>;

export const bareText = (text: string): string => text.replace(/\s/gu, '');

const opening = /[\p{Ps}\p{Pi}]/gu;
const closing = /[\p{Pe}\p{Pf}]/gu;
const goesOn = /[\p{Ps}\p{Pi}\p{Pd}、，：；,:;~～]$/u;
const ends = /[。．.！!？?]$/u;
const cannotBegin = /^[\p{Pe}\p{Pf}、，。：；！？,.:;!?]/u;
/** What a number goes on with: its other digits, its unit, the rest of a date. */
const number = /\d$/u;
const bareNumber = /^\d+$/;
const numberGoesOn = /^[\d%‰％年月日次户家]/u;
/** So few texts that end alike may do so by accident. */
const few = 3;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** As many characters tell how the texts of a column begin and end. */
const telling = 4;
const unstopped = (text: string): string => text.replace(/[。．.；;]$/u, '');

/** Some text begins as this one does; it may be shorter. */
const begins = (text: string, others: readonly string[]): boolean =>
  text.length >= telling && others.some(other => other.startsWith(text.slice(0, telling)));
/** Some text ends as this one does. */
const finishes = (text: string, others: readonly string[]): boolean =>
  text.length >= telling && others.some(other => unstopped(other).endsWith(unstopped(text).slice(-telling)));

/** Over the break, the halves make up an end that another text has. */
const goesOnAs = (upper: string, lower: string, others: readonly string[]): boolean =>
  upper.length >= telling && others.some(other => unstopped(other).endsWith(upper.slice(-telling) + unstopped(lower)));

/** A bracket or quotation mark that the upper half opens, and the lower closes. */
const spansBracket = (upper: string, lower: string): boolean =>
  count(upper, opening) > count(upper, closing) && count(lower, closing) > count(lower, opening);

/**
 * Tells whether the text of a cell merged over rows was cut by a page break between two of its rows, so that each half
 * looks like a cell of its own. `'cut'` needs a sign that the halves are none: together they are a text that their column
 * has elsewhere, or end as one does, and apart they do not; a bracket stands open over the break, or a number; or all texts of the
 * column end with a full stop, but not the upper half. `'unclear'` where they may be one text or two: the upper half is
 * full to the end of the page and does not end, and the lower does not begin, as texts of the column do.
 *
 * @param upper the last drawn part of the upper cell; `text` is its whole text so far
 */
export function tornText(
  upper: { readonly part: TableCell; readonly text: string },
  lower: TableCell,
  whole: WholeTexts,
): 'cut' | 'unclear' | null {
  const [above, below] = [bareText(upper.text), bareText(lower.text)];
  if (above === '' || below === '' || !isFull(upper.part)) return null;
  const others = [...whole];
  if (whole.has(above) || whole.has(below) || ends.test(above)) return null;
  if (whole.has(above + below) || goesOnAs(above, below, others)) return 'cut';
  if (number.test(above) && numberGoesOn.test(below) && !bareNumber.test(above)) return 'cut';
  if (spansBracket(above, below) || goesOn.test(above) || cannotBegin.test(below)) return 'cut';
  if (finishes(above, others) || begins(below, [...others, above])) return null;
  return others.length >= few && others.every(text => ends.test(text)) && ends.test(below) ? 'cut' : 'unclear';
}
