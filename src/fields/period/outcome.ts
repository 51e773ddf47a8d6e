import type { Finding } from '../../model/diagnostic.ts';
import type { Outcome } from '../field.ts';
import { eitherScript } from '../traditional.ts';
import type { Period } from './schema.ts';
import type { Dated } from './window.ts';

/** A pattern for a whole text, in either script. */
export const build = (source: string): RegExp => new RegExp(`^(?:${eitherScript(source)})$`, 'u');

/** No year in the cell and none in the plan: the words are kept, no date is made up. */
export const yearless = (text: string): Outcome<Period> => ({
  value: { start: null, end: null, note: text },
  findings: [{ code: 'year-unknown', params: { text } }],
});

/** A reading as a period; words that are less precise than its dates are kept as the note. */
export function periodOf(dated: Dated | null, text: string, more: readonly Finding[] = []): Outcome<Period> | null {
  if (!dated) return null;
  if (dated.yearless) return yearless(text);
  const value = dated.value && { ...dated.value, ...(dated.vague && { note: text }) };
  return { value, findings: [...(dated.findings ?? []), ...(value ? more : [])] };
}
