import type { Finding } from '../../model/diagnostic.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** A complex field that is open: first its code is read, then, after `separate`, the result it shows. */
export interface Field {
  code: string;
  shows: boolean;
}

/**
 * One run of text through a document (the body, a header, a note), and what reading it remembers on the way.
 * Everything here is met in document order.
 */
export interface Story {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Comments by key (`comment 2`), as they will be reported where they are attached. */
  readonly comments: ReadonlyMap<string, Finding>;
  /** Open fields, innermost last; a field may run over several paragraphs. */
  readonly fields: Field[];
  /** Notes in the order of their marks: `footnote 2`; comments too, so that each is told once. */
  readonly notes: Set<string>;
  readonly changes: { insertions: number; deletions: number };
  /** Text of the tables as another reader would see it: without list numbers, with hidden text. */
  readonly witness: string[];
  /** How many tables deep. */
  depth: number;
}

export const newStory = (given: Pick<Story, 'styles' | 'numbering' | 'comments'>): Story => ({
  ...given,
  fields: [],
  notes: new Set(),
  changes: { insertions: 0, deletions: 0 },
  witness: [],
  depth: 0,
});
