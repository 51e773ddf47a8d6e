import { readFile } from 'node:fs/promises';
import { toCsv } from '../emit/csv.ts';
import { toJson } from '../emit/json.ts';
import { diagnose } from '../model/diagnostic.ts';
import { readTables } from '../tables.ts';
import { exit } from './exit.ts';
import type { Language } from './language.ts';
import { diagnosticLine } from './report.ts';

/** `choucha tables`: gives the exit code. */
export async function tablesCommand(
  file: string,
  { format, language, password }: { format: 'json' | 'csv'; language: Language; password?: string },
): Promise<number> {
  const refuse = (diagnostic: ReturnType<typeof diagnose>) => {
    process.stderr.write(`${diagnosticLine(file, diagnostic, null, language)}\n  ${diagnostic.hint[language]}\n`);
    return exit.unreadable;
  };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    return refuse(
      diagnose({ code: 'unreadable-file', params: { reason: (cause as NodeJS.ErrnoException).code ?? String(cause) } }),
    );
  }
  const { tables, refusal } = await readTables({ name: file, bytes }, password === undefined ? {} : { password });
  if (refusal) return refuse(refusal);
  process.stdout.write(
    format === 'json'
      ? toJson(tables)
      : tables.map(({ rows }) => toCsv(rows.map(row => row.map(text => text ?? '')))).join('\n'),
  );
  return exit.fine;
}
