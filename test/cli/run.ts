import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const main = resolve(root, 'dist/cli/main.js');

/** Runs the built program as a shell would. */
export function choucha(words: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    cwd: options.cwd ?? root,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...options.env },
  });
  return { status, stdout, stderr };
}
