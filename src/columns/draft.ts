import { fieldTitle } from '../fields/index.ts';
import type { Bilingual, Finding } from '../model/diagnostic.ts';

/** A column while its meaning is being decided. */
export interface Draft {
  readonly column: number;
  readonly header: string;
  /** Folded cells, by which it is judged. */
  readonly texts: readonly string[];
  /** What the header may mean, best first; empty for a header that nobody knows. */
  readonly readings: readonly (readonly string[])[];
  /** Null: kept as an extra column. */
  readonly fields: readonly string[] | null;
  readonly findings: readonly Finding[];
}

/** Gives a column a meaning (or none), with what must be said of it. */
export const decide = (draft: Draft, fields: readonly string[] | null, finding: Finding): Draft => ({
  ...draft,
  fields,
  findings: [...draft.findings, finding],
});

export const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Fields as people call them: 抽查比例、抽查频次. */
export function title(fields: readonly string[]): Bilingual {
  const titles = fields.map(field => fieldTitle(field));
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
