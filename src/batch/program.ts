import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const code = new Set([extname(import.meta.url), '.json']);
let known: string | null = null;

/**
 * Which program this is: SHA-256 over its code and its package.json (version, pinned dependencies). A version alone would not do,
 * since a checkout changes without it.
 */
export function programIdentity(): string {
  if (known !== null) return known;
  const names = readdirSync(folder, { recursive: true }).map(String);
  const hash = createHash('sha256').update(readFileSync(join(folder, '..', 'package.json')));
  for (const name of names.filter(name => code.has(extname(name))).sort())
    hash.update(`\0${name.replaceAll('\\', '/')}\0`).update(readFileSync(join(folder, name)));
  known = hash.digest('hex');
  return known;
}
