import { createHash } from 'node:crypto';
import { foldText } from '../fields/fold.ts';

/** `sha256:` and the hash of a folded text, for an `expect` that should not repeat a long cell. */
export const hashOf = (raw: string): string =>
  `sha256:${createHash('sha256').update(foldText(raw), 'utf8').digest('hex')}`;

/** Is a cell's text still the one that was decided on? */
export const holds = (expected: string, raw: string): boolean =>
  /^sha256:[0-9a-f]{64}$/.test(expected) ? hashOf(raw) === expected : foldText(raw) === foldText(expected);
