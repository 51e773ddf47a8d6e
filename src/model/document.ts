import type { Finding } from './diagnostic.ts';
import type { Grid } from './grid.ts';
import type { Place } from './place.ts';

/** A named input. `name` is shown to people and gives the names of outputs; it never enters canonical data. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * One stretch of a document, in reading order. Together the blocks hold every character of the source
 * exactly once, so that the ledger can add up.
 */
export type Block =
  /** A line or paragraph outside tables. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly places: readonly Place[] }
  | { readonly kind: 'grid'; readonly grid: Grid }
  /** Running headers, footers, page numbers. */
  | { readonly kind: 'furniture'; readonly text: string; readonly places: readonly Place[] }
  /** A header row printed again at the top of a later page, left out of the joined grid. */
  | { readonly kind: 'repeated-header'; readonly text: string; readonly places: readonly Place[] }
  /** Characters that draw the table and carry no text: pipes, quotes, `----` rules. */
  | { readonly kind: 'markup'; readonly text: string; readonly places: readonly Place[] }
  /** Text that is deliberately not used; `why` is a short English phrase, e.g. `watermark`. */
  | {
      readonly kind: 'discarded';
      readonly text: string;
      readonly why: string;
      readonly places: readonly Place[];
    };

/** What a reader makes of a source: format-neutral, before any meaning. */
export interface Document {
  /** Name of the reader's format: `text`, `docx`, `html`, `xlsx`, `pdf`. */
  readonly format: string;
  readonly blocks: readonly Block[];
  /** Code points that are not white space, after decoding. The blocks' texts add up to it. */
  readonly characters: number;
  readonly pages?: number;
  /** Character encoding of the bytes, where the reader had to determine it. */
  readonly encoding?: string;
  readonly findings: readonly Finding[];
}

/** Code points that are not white space: the unit of the ledger. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!/\s/u.test(character)) count++;
  return count;
}
