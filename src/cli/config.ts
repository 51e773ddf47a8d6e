import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Config, Setting } from '../config.ts';
import { UsageError } from './exit.ts';
import { chooseLanguage } from './language.ts';

export const configName = 'choucha.config.yaml';

/** The configuration that holds in a folder. */
export interface FoundConfig {
  /** Null where there is no file in the folder or above it. */
  readonly path: string | null;
  readonly config: Config;
  readonly at: (path: readonly PropertyKey[]) => Setting | null;
}

const none: FoundConfig = { path: null, config: {}, at: () => null };

/** Finds the nearest configuration file, in a folder or above it. Throws a UsageError, a line per problem, where it is not in order. */
export async function findConfig(folder: string): Promise<FoundConfig> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, configName);
    const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
      throw new UsageError(`${path}: ${cause.code}`);
    });
    if (text !== null) return read(relative(folder, path), text);
    if (at === dirname(at)) return none;
  }
}

async function read(path: string, text: string): Promise<FoundConfig> {
  // Loaded only where there is something to read.
  const { readConfig } = await import('../config.ts');
  const found = readConfig(text);
  if (!('problems' in found)) return { path, ...found };
  const language = chooseLanguage(undefined);
  const lines = found.problems.map(({ line, column, reason }) => `${path}:${line}:${column}: ${reason[language]}`);
  throw new UsageError(lines.join('\n'));
}
