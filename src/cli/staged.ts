import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sink } from '../emit/export-format.ts';
import { UsageError } from './exit.ts';

/** Files that are written piece by piece and get their names together, or not at all. */
export interface StagedFiles {
  readonly open: (path: string) => Sink;
  readonly commit: () => void;
  /** Removes what has no name yet. */
  readonly discard: () => void;
}

/** Begins a set of files. @throws UsageError, here and later, where one cannot be written. */
export function stageFiles(): StagedFiles {
  const staged: { readonly temporary: string; readonly path: string; readonly file: number }[] = [];
  let open = true;
  const close = (): void => {
    for (const { file } of staged) if (open) closeSync(file);
    open = false;
  };
  return {
    open: path =>
      writing(path, () => {
        // A short name of its own: the final one may already be as long as a name can be.
        const temporary = join(existingAbove(path), `.${randomBytes(6).toString('hex')}.tmp`);
        const file = openSync(temporary, 'wx');
        staged.push({ temporary, path, file });
        return piece => writing(path, () => writeWhole(file, typeof piece === 'string' ? Buffer.from(piece) : piece));
      }),
    commit: () => {
      for (const { path, file } of staged) writing(path, () => fsyncSync(file));
      close();
      for (const { temporary, path } of staged)
        writing(path, () => {
          mkdirSync(dirname(path), { recursive: true });
          renameSync(temporary, path);
        });
    },
    discard: () => {
      close();
      for (const { temporary } of staged) rmSync(temporary, { force: true });
    },
  };
}

/** The folder nearest above a path that is already there: what is given up leaves no empty folders. */
function existingAbove(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) || folder === dirname(folder) ? folder : existingAbove(folder);
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`无法写入 / cannot write ${path} (${(cause as NodeJS.ErrnoException).code ?? cause})`);
  }
}
