import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { vi } from 'vitest';
import { type CorrectArguments, correctCommand } from '../../src/cli/correct.ts';
import { UsageError } from '../../src/cli/exit.ts';
import { explainCommand } from '../../src/cli/explain.ts';
import { type WaiveArguments, waiveCommand } from '../../src/cli/waive.ts';

const texts = ['set', 'reason', 'by', 'date', 'evidence', 'plan', 'corrections', 'code', 'until'];
const marks = ['copies', 'replace'];

/**
 * Runs `correct`, `waive` or `explain` in this process, as the program does (in English): one of its own for each of many cases
 * would take minutes. Files are those of `folder`.
 */
export async function runHere(folder: string, words: readonly string[]) {
  const { values, positionals }: { values: Record<string, unknown>; positionals: string[] } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: Object.fromEntries([
      ...texts.map(name => [name, { type: 'string' }] as const),
      ...marks.map(name => [name, { type: 'boolean' }] as const),
    ]),
  });
  const [command, file, target] = positionals as [string, string, string];
  const options = {
    ...values,
    ...(values.corrections !== undefined && { corrections: join(folder, String(values.corrections)) }),
    ...(values.plan !== undefined && { plan: Number(values.plan) }),
    language: 'en',
  } as CorrectArguments & WaiveArguments;
  const run = { correct: correctCommand, waive: waiveCommand, explain: explainCommand }[command]!;
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map(name =>
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      written[name] += text;
      return true;
    }),
  );
  try {
    return { status: await run(join(folder, file), target, options), ...written };
  } catch (error) {
    if (error instanceof UsageError) return { status: 2, stdout: written.stdout, stderr: error.message };
    throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
