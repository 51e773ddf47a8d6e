import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import fg from 'fast-glob';
import { extensions } from '../read/index.ts';
import { UsageError } from './exit.ts';

/** One input and the name, below the output folder, that its results are called by. */
export interface Input {
  readonly path: string;
  readonly output: string;
}

const isDocument = (path: string): boolean =>
  !/\.(?:plan\.(?:json|yaml)|trace\.json|corrections\.yaml)$/.test(path) &&
  !basename(path).startsWith('~$') &&
  extensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());

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
    const other = owners.get(output);
    if (other !== undefined)
      throw new UsageError(
        `${other} / ${path} → ${output}.plan.*: 输出重名，请分开转换 / both would be written to the same file; convert them into different folders`,
      );
    owners.set(output, path);
  }
  return [...inputs.values()];
}

async function expand(word: string): Promise<Input[]> {
  const kind = await stat(word).catch(() => null);
  if (kind?.isDirectory()) return below(word, '**/*');
  // A name that exists is that file, whatever characters it has.
  if (kind || !fg.isDynamicPattern(word)) return [{ path: word, output: basename(word) }];
  const pattern = word.replaceAll('\\', '/');
  const base = fg.generateTasks([pattern])[0]?.base ?? '.';
  const found = await fg(pattern, { onlyFiles: true });
  return found
    .filter(isDocument)
    .sort()
    .map(path => ({ path, output: relative(base, path) }));
}

async function below(folder: string, pattern: string): Promise<Input[]> {
  const found = await fg(pattern, { cwd: folder, onlyFiles: true, ignore: ['**/node_modules/**'] });
  return found
    .filter(isDocument)
    .sort()
    .map(name => ({ path: `${folder.replace(/\/+$/, '')}/${name}`, output: name }));
}
