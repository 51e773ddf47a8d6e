import { createHash } from 'node:crypto';

/**
 * Identity of something found, 16 hex digits: the first half of SHA-256 over its parts. The parts are what the finding is about
 * (its code, the task by what it says, the field, the text), never a position, so that it stays the same when rows move.
 */
export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
