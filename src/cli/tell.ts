import { CommanderError } from 'commander';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';

/** Says in one line what went wrong; gives the exit code. */
export function tell(error: unknown, language: Language): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`choucha: ${error.message}\n`);
    return exit.usage;
  }
  const fault = { zh: '程序内部错误，请报告', en: 'a fault of ours, please report it' }[language];
  process.stderr.write(`choucha: ${fault}: ${(error as Error).stack ?? error}\n`);
  return exit.fault;
}
