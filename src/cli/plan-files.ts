import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import fg from 'fast-glob';
import { fromYaml } from '../emit/yaml.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';

const ending = /\.plan\.(?:json|ya?ml)$/;

/** Plan files as named, below folders, and as a glob matches; each once, in a stable order. */
export async function expandPlanFiles(words: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const word of words)
    for (const file of await expand(word)) if (!files.has(resolve(file))) files.set(resolve(file), file);
  return [...files.values()];
}

async function expand(word: string): Promise<string[]> {
  const kind = await stat(word).catch(() => null);
  if (kind?.isDirectory()) {
    const found = await fg('**/*.plan.{json,yaml,yml}', { cwd: word, onlyFiles: true, ignore: ['**/node_modules/**'] });
    return found.sort().map(name => `${word.replace(/\/+$/, '')}/${name}`);
  }
  // A name that exists is that file, whatever characters it has.
  if (kind || !fg.isDynamicPattern(word)) return [word];
  const found = await fg(word.replaceAll('\\', '/'), { onlyFiles: true });
  return found.filter(file => ending.test(file)).sort();
}

/** The data of a plan file, and of the trace beside it where there is one. */
export async function readPlanFile(file: string): Promise<{ plan: unknown; trace?: unknown } | Diagnostic> {
  const plan = await load(file);
  if ('reason' in plan) return diagnose({ code: 'unreadable-file', params: { reason: plan.reason } });
  if (!ending.test(file)) return { plan: plan.data };
  const trace = await load(file.replace(ending, '.trace.json'));
  // A trace that cannot be read is none that belongs to the plan.
  if ('data' in trace) return { plan: plan.data, trace: trace.data };
  return trace.reason === 'ENOENT' ? { plan: plan.data } : { plan: plan.data, trace: null };
}

async function load(file: string): Promise<{ data: unknown } | { reason: string }> {
  try {
    const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
    return { data: /\.ya?ml$/.test(file) ? fromYaml(text) : JSON.parse(text) };
  } catch (cause) {
    return { reason: (cause as NodeJS.ErrnoException).code ?? (cause as Error).message.split('\n')[0]! };
  }
}
