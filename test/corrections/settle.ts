import { type Conversion, interpret } from '../../src/convert.ts';
import { type DecisionsInput, readDecisions } from '../../src/corrections/read.ts';
import type { Correction } from '../../src/corrections/schema.ts';
import { makeDocument, type Part } from '../plan/make-document.ts';

const source = { name: 'test', format: 'test', sha256: '0'.repeat(64) };

/** A document's plans with decisions replayed. */
export function settle(parts: readonly Part[], input: DecisionsInput): Conversion {
  const decisions = readDecisions(input);
  if ('problems' in decisions)
    throw new Error(decisions.problems.map(({ code, message }) => `${code}: ${message.en}`).join('\n'));
  return interpret(makeDocument(...parts), source, decisions);
}

export const decided = (...corrections: Partial<Correction>[]): DecisionsInput => ({
  schema: 'choucha/corrections@1',
  corrections: corrections.map(entry => ({ target: '', expect: '', set: null, reason: '对照原件', ...entry })),
});
