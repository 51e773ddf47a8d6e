import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import fg from 'fast-glob';
import type { Input } from '../batch/convert-files.ts';
import { extensions } from '../read/index.ts';
import { documentsBelow } from './documents-below.ts';
import { UsageError } from './exit.ts';

const isDocument = (path: string): boolean =>
  !/\.(?:plan\.(?:json|yaml)|trace\.json|corrections\.yaml)$/.test(path) &&
  !basename(path).startsWith('~$') &&
  extensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());

// There, two names that differ only in case or Unicode form are one file.
const foldsNames = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Files as named, the documents below a folder, the matches of a glob; each once, in a stable order.
 * Throws a UsageError where two inputs would write the same file.
 */
export async function expandInputs(words: readonly string[]): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  for (const word of words)
    for (const input of await expand(word))
      if (!inputs.has(resolve(input.path))) inputs.set(resolve(input.path), input);
  const owners = new Map<string, string>();
  for (const { path, output } of inputs.values()) {
    const key = foldsNames ? output.normalize('NFC').toLowerCase() : output;
    const other = owners.get(key);
    if (other !== undefined)
      throw new UsageError(
        `${other} / ${path} → ${output}.plan.*: 输出重名，请分开转换 / both would be written to the same file; convert them into different folders`,
      );
    owners.set(key, path);
  }
  return [...inputs.values()];
}

async function expand(word: string): Promise<Input[]> {
  const kind = await stat(word).catch(() => null);
  if (kind?.isDirectory()) {
    const folder = word.replace(/(?<=.)\/+$/, '');
    const names = await documentsBelow(folder, isDocument);
    return names.map(name => ({ path: name === '' ? word : `${folder}/${name}`, output: name || basename(word) }));
  }
  // A name that exists is that file, whatever characters it has.
  if (kind || !fg.isDynamicPattern(word)) return [{ path: word, output: basename(word) }];
  const pattern = word.replaceAll('\\', '/');
  const base = fg.generateTasks([pattern])[0]?.base ?? '.';
  return (await matches(pattern))
    .filter(isDocument)
    .sort()
    .map(path => ({ path, output: relative(base, path) }));
}

/** Files that match a glob, and links to files; `**` follows no link to a folder, which might lead in a circle. */
async function matches(pattern: string): Promise<string[]> {
  const followSymbolicLinks = !pattern.includes('**');
  const found = await fg(pattern, { onlyFiles: false, objectMode: true, followSymbolicLinks }).catch(cause => {
    throw new UsageError(`${pattern}: ${(cause as NodeJS.ErrnoException).code ?? cause}`);
  });
  const files: string[] = [];
  for (const { path, dirent } of found)
    if (dirent.isFile() || (dirent.isSymbolicLink() && !(await stat(path).catch(() => null))?.isDirectory()))
      files.push(path);
  return files;
}
