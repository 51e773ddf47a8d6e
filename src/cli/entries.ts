import { readFile } from 'node:fs/promises';
import { besideSource } from '../batch/find-corrections.ts';
import { type Conversion, convert } from '../convert.ts';
import { readDecisions } from '../corrections/read.ts';
import { addEntries, type NewEntries } from '../corrections/write.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { diagnosticLine } from './report.ts';
import { unsettledExit } from './settled.ts';
import { today } from './today.ts';
import { writeAll } from './write.ts';

/** What `correct` and `waive` write into, and how they sign. */
export interface EntryOptions extends ReadingArguments {
  readonly language: Language;
  /** The corrections file; by default the one beside the document. */
  readonly corrections?: string;
  /** Which plan of the document, from 1. */
  readonly plan?: number;
  readonly reason: string;
  readonly by?: string;
  readonly date?: string;
}

/** A document to decide on: what it shows without any decision, and the corrections file as it stands. */
export interface Undecided {
  readonly bytes: Uint8Array;
  readonly conversion: Conversion;
  readonly path: string;
  /** Null where there is no file yet. */
  readonly text: string | null;
}

export const printLines = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
};

const lineOf = (file: string, { language }: EntryOptions, problem: Diagnostic): string[] => [
  diagnosticLine(file, problem, null, language),
  `  ${problem.hint[language]}`,
];

/** Reads a document and its corrections file. Gives an exit code where one of them cannot be used. */
export async function openUndecided(file: string, options: EntryOptions): Promise<Undecided | number> {
  const path = options.corrections ?? besideSource(file);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw new UsageError(`${path}: ${cause.code}`);
  });
  const decisions = text === null || text.trim() === '' ? null : readDecisions(text);
  if (decisions && 'problems' in decisions) {
    printLines(decisions.problems.flatMap(one => lineOf(path, options, one)));
    return unsettledExit(decisions.problems);
  }
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error) {
    const unreadable = diagnose({ code: 'unreadable-file', params: { reason: bytes.code ?? bytes.message } });
    printLines(lineOf(file, options, unreadable));
    return exit.unreadable;
  }
  const conversion = await convert({ name: file, bytes }, convertOptions(options));
  if (!conversion.refusal) return { bytes, conversion, path, text };
  printLines(lineOf(file, options, conversion.refusal));
  return exit.unreadable;
}

/** Adds entries to the corrections file, after replaying all of it: entries that do not hold are not written. */
export async function writeEntries(
  file: string,
  { bytes, path, text }: Undecided,
  added: NewEntries,
  options: EntryOptions,
): Promise<number> {
  const { language } = options;
  const next = addEntries(text, added);
  const { unsettled } = await convert({ name: file, bytes }, { ...convertOptions(options), corrections: next });
  const targets = new Set(added.entries.map(({ target }) => target));
  // The file was in order before: what is wrong with its form now came with the entries.
  const own = unsettled.filter(
    ({ code, params }) => code.startsWith('corrections-') || targets.has(String(params.target)),
  );
  if (own.length > 0) {
    // Nothing is written, so there is no place to name.
    printLines(own.flatMap(({ message, hint }) => [`choucha: ${message[language]}`, `  ${hint[language]}`]));
    return unsettledExit(own);
  }
  await writeAll([{ path, text: next }]);
  printLines([
    // What was stale before still is; it is no reason to keep a new decision out.
    ...unsettled.flatMap(one => lineOf(path, options, one)),
    ...added.entries.map(
      ({ target }) => ({ zh: `${path}: 已写入 ${target}`, en: `${path}: ${target} written` })[language],
    ),
  ]);
  return exit.fine;
}

/** Who decided when; today unless another day is given. */
export const signature = ({ reason, by, date }: EntryOptions): { reason: string; by?: string; date: string } => ({
  reason,
  ...(by !== undefined && { by }),
  date: date ?? today(),
});
