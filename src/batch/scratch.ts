import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './write-files.ts';

/** A folder of this run for what its children put aside. */
export interface Scratch {
  /** As the environment of a child says it. */
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/** Makes the folder, and removes those of runs that were killed. */
export function makeScratch(): Scratch {
  const parent = tmpdir();
  const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  for (const name of readdirSync(parent)) {
    const pid = /^choucha-run-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      clear(join(parent, name));
    } catch {
      // Another user's, or another run was faster.
    }
  }
  const folder = mkdtempSync(join(parent, `choucha-run-${process.pid}-`));
  return { env: { TMPDIR: folder, TEMP: folder, TMP: folder }, remove: () => clear(folder) };
}
