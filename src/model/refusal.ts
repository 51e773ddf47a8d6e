import type { Finding } from './diagnostic.ts';

/**
 * Why a source gives nothing at all. Thrown inside a reader, caught where readers are chosen (`read/index.ts`):
 * outside `read/` a document is never the reason for an exception.
 */
export class Refusal extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}
