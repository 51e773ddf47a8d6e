import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Input } from '../batch/convert-files.ts';
import { findCorrections } from '../batch/find-corrections.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostic.ts';
import { review } from '../review.ts';
import { exit, UsageError } from './exit.ts';
import { expandInputs } from './inputs.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { countsText, diagnosticLine } from './report.ts';
import { writeAll } from './write.ts';

export interface ReviewArguments extends ReadingArguments {
  readonly out: string;
  /** The corrections file named on the command line; by default the one beside each source. */
  readonly corrections?: string;
  readonly language: Language;
}

/** `choucha review`: gives the exit code. */
export async function reviewCommand(words: readonly string[], options: ReviewArguments): Promise<number> {
  const { language } = options;
  const made = words.find(word => /\.(?:plan\.(?:json|ya?ml)|trace\.json)$/.test(word));
  if (made !== undefined)
    throw new UsageError(
      {
        zh: `${made} 是转换的结果；核对页要对照来源，请给出来源文件（PDF、DOCX、HTML、XLSX 或文本）`,
        en: `${made} is a result of convert; the review page shows the source beside it: name the document itself (PDF, DOCX, HTML, XLSX or text)`,
      }[language],
    );
  const inputs = await expandInputs(words);
  if (inputs.length === 0) {
    note({ zh: '没有找到可核对的文件', en: 'no documents found' }[language]);
    return exit.unreadable;
  }
  if (options.corrections !== undefined && inputs.length > 1)
    throw new UsageError(
      {
        zh: '--corrections 只用于一个来源；几个来源各用旁边的 .corrections.yaml',
        en: '--corrections goes with one source; several have theirs beside them, as .corrections.yaml',
      }[language],
    );
  const codes: number[] = [];
  for (const input of inputs) codes.push(await reviewOne(input, options));
  return Math.max(...codes);
}

/** Gives the exit code of one document. */
async function reviewOne({ path, output }: Input, options: ReviewArguments): Promise<number> {
  const { language } = options;
  const refuse = (file: string, diagnostics: readonly Diagnostic[], code: number): number => {
    for (const diagnostic of diagnostics) {
      note(diagnosticLine(file, diagnostic, null, language));
      note(`  ${diagnostic.hint[language]}`);
    }
    return code;
  };
  const found = await findCorrections(path, options.corrections);
  if (found && 'unreadable' in found) return refuse(found.path, [found.unreadable], exit.usage);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error) {
    const reason = bytes.code ?? bytes.message;
    return refuse(path, [diagnose({ code: 'unreadable-file', params: { reason } })], exit.unreadable);
  }
  const { reviews, refusal, unsettled, notices } = await review(
    { name: path, bytes },
    { language, ...convertOptions(options), ...(found && { corrections: found.text }) },
  );
  if (found && unsettled.length > 0) return refuse(found.path, unsettled, exit.usage);
  if (refusal) return refuse(path, [refusal], exit.unreadable);
  for (const notice of notices) note(diagnosticLine(path, notice, null, language));
  const files = reviews.map(({ html }, i) => ({
    path: join(options.out, `${output}${reviews.length === 1 ? '' : `.${i + 1}`}.review.html`),
    text: html,
  }));
  await writeAll(files);
  for (const [i, { plan, trace }] of reviews.entries()) {
    const tasks = { zh: `${plan.tasks.length} 项任务`, en: `${plan.tasks.length} tasks` }[language];
    note(`${path}: ${tasks}; ${countsText(trace.diagnostics, language)} → ${files[i]!.path}`);
  }
  return exit.fine;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
