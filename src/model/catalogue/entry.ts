import type { Bilingual, Severity } from '../diagnostic.ts';

/**
 * One kind of diagnostic. `{name}` in a message or hint stands for a parameter. A message says what was seen
 * and what was expected; a hint says what to do next.
 */
export interface Entry {
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export const entries = <T extends Record<string, Entry>>(table: T): T => table;
