import { createHash } from 'node:crypto';

/** One of `count` parts of a corpus, 1-based. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/8`; null where it is no part of a whole. */
export function parseShard(text: string): Shard | null {
  const [, index, count] = (/^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? []).map(Number);
  return index !== undefined && count !== undefined && index <= count ? { index, count } : null;
}

/**
 * Whether a source belongs to a shard. It is decided by the source's own name alone (its path below the corpus, in any Unicode form), so that
 * machines need not see the same listing: every name belongs to exactly one shard, whatever else is there.
 */
export function inShard(name: string, { index, count }: Shard): boolean {
  const digest = createHash('sha256').update(name.replaceAll('\\', '/').normalize('NFC')).digest();
  return digest.readUInt32BE(0) % count === index - 1;
}
