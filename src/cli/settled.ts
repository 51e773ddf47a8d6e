import { readFile } from 'node:fs/promises';
import { type FoundCorrections, findCorrections } from '../batch/find-corrections.ts';
import { type Conversion, convert } from '../convert.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { exit } from './exit.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { diagnosticLine } from './report.ts';

/** A document, read with the decisions on it. */
export interface Settled {
  readonly conversion: Conversion;
  readonly corrections: FoundCorrections | null;
}

/** Why a document gives nothing: what to say of which file, and the exit code. */
export interface Unsettled {
  /** The document, or its corrections file. */
  readonly path: string;
  readonly problems: readonly Diagnostic[];
  readonly code: number;
}

export interface SettleOptions extends ReadingArguments {
  /** The corrections file named on the command line. */
  readonly corrections?: string;
}

/** Reads and converts a document with the corrections named, or beside it. */
export async function convertSettled(file: string, options: SettleOptions): Promise<Settled | Unsettled> {
  const refused = (path: string, problems: readonly Diagnostic[], code: number): Unsettled => ({
    path,
    problems,
    code,
  });
  const found = await findCorrections(file, options.corrections);
  if (found && 'unreadable' in found) return refused(found.path, [found.unreadable], exit.usage);
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error)
    return refused(
      file,
      [diagnose({ code: 'unreadable-file', params: { reason: bytes.code ?? bytes.message } })],
      exit.unreadable,
    );
  const conversion = await convert(
    { name: file, bytes },
    { ...convertOptions(options), ...(found && { corrections: found.text }) },
  );
  if (found && conversion.unsettled.length > 0)
    return refused(found.path, conversion.unsettled, unsettledExit(conversion.unsettled));
  if (conversion.refusal) return refused(file, [conversion.refusal], exit.unreadable);
  return { conversion, corrections: found };
}

/** What to print of it: a line and what to do next for each problem. */
export const unsettledLines = ({ path, problems }: Unsettled, language: Language): string[] =>
  problems.flatMap(one => [diagnosticLine(path, one, null, language), `  ${one.hint[language]}`]);

/** A file that is wrong in itself is wrong usage; one that does not fit the document is stale or in conflict. */
export const unsettledExit = (problems: readonly Diagnostic[]): number =>
  problems.some(({ code }) => code.startsWith('corrections-')) ? exit.usage : exit.corrections;
