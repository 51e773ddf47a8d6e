import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from './exit.ts';

/** Writes a set of files that belong together: all are complete on disk before the first gets its name. */
export async function writeAll(
  files: readonly { readonly path: string; readonly text: string | Uint8Array }[],
): Promise<void> {
  const staged: { temporary: string; path: string }[] = [];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true });
      // A short name of its own: the final one may already be as long as a name can be.
      const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
      staged.push({ temporary, path });
      await writeFile(temporary, text, { flush: true });
    }
    for (const { temporary, path } of staged) await rename(temporary, path);
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    throw new UsageError(`无法写入 / cannot write ${path ?? ''} (${code ?? cause})`);
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true });
  }
}
