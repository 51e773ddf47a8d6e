import { type NewFile, writeFiles } from '../batch/write-files.ts';
import { UsageError } from './exit.ts';

/** Writes a set of files that belong together, as `writeFiles` does; what cannot be written is wrong usage. */
export async function writeAll(files: readonly NewFile[]): Promise<void> {
  try {
    await writeFiles(files);
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    throw new UsageError(`无法写入 / cannot write ${path ?? ''} (${code ?? cause})`);
  }
}
