import { createHash, randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

export interface NewFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

// Short names of their own: the final one may already be as long as a name can be. They say whose they are.
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const temporaryName = (): string => `.choucha-${host}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
const temporaryPattern = /^\.choucha-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;

/**
 * Writes a set of files that belong together: all are complete on disk before the first gets its name, and a name never stands
 * for half a file. Rejects with the system's error, with nothing of the set left behind but files that already had their name.
 */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true });
      const temporary = join(dirname(path), temporaryName());
      staged.push({ temporary, path });
      await writeFile(temporary, text, { flush: true });
    }
    for (const { temporary, path } of staged) await rename(temporary, path);
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => {});
  }
}

/** Rejects with the system's error where a folder can neither be written to nor made; makes nothing. */
export async function checkWritable(folder: string): Promise<void> {
  const found = await stat(folder).catch((cause: NodeJS.ErrnoException) => cause);
  if (found instanceof Error) {
    const parent = dirname(folder);
    if (found.code !== 'ENOENT' || parent === folder) throw found;
    return checkWritable(parent);
  }
  if (!found.isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR', path: folder });
  await access(folder, constants.W_OK);
}

const anHour = 3_600_000;

/** Removes what killed runs left in these folders: temporary files of processes of this machine that are no more, or an hour old. */
export async function removeLeftovers(folders: Iterable<string>): Promise<void> {
  for (const folder of folders)
    for (const name of await readdir(folder).catch(() => [])) {
      const [, madeOn, pid] = temporaryPattern.exec(name) ?? [];
      if (pid === undefined) continue;
      const path = join(folder, name);
      const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
      if (age > anHour || (madeOn === host && !isAlive(Number(pid)))) await rm(path, { force: true }).catch(() => {});
    }
}

/** Whether a process of this machine still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
