import { open } from 'node:fs/promises';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';

/**
 * The bytes of a file as they stood at one time, or why they cannot be had: it is not there, may not be read, is no file, is
 * larger than `limit` bytes, or was written to meanwhile.
 */
export async function readSource(path: string, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array | Diagnostic> {
  try {
    const file = await open(path, 'r');
    try {
      const before = await file.stat({ bigint: true });
      if (!before.isFile() && !before.isFIFO()) return unreadable(before.isDirectory() ? 'EISDIR' : 'no file');
      if (before.size > limit)
        return diagnose({
          code: 'source-too-large',
          params: { size: megabytes(Number(before.size)), limit: megabytes(limit) },
        });
      const bytes = new Uint8Array(await file.readFile());
      const after = await file.stat({ bigint: true });
      // A pipe has no size of its own.
      const still =
        before.size === after.size && before.mtimeNs === after.mtimeNs && BigInt(bytes.length) === after.size;
      return still || before.isFIFO() ? bytes : diagnose({ code: 'source-changed' });
    } finally {
      await file.close();
    }
  } catch (cause) {
    return unreadable((cause as NodeJS.ErrnoException).code ?? String(cause));
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

const unreadable = (reason: string): Diagnostic => diagnose({ code: 'unreadable-file', params: { reason } });
