import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostic.ts';
import { review } from '../review.ts';
import { exit, UsageError } from './exit.ts';
import { expandInputs, type Input } from './inputs.ts';
import type { Language } from './language.ts';
import { countsText, diagnosticLine } from './report.ts';
import { writeAll } from './write.ts';

export interface ReviewArguments {
  readonly out: string;
  readonly password?: string;
  readonly soffice?: string;
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
  let refused = 0;
  for (const input of inputs) if (!(await reviewOne(input, options))) refused++;
  return refused > 0 ? exit.unreadable : exit.fine;
}

/** False where the document gives no page. */
async function reviewOne({ path, output }: Input, options: ReviewArguments): Promise<boolean> {
  const { language } = options;
  const refuse = (diagnostic: Diagnostic): false => {
    note(diagnosticLine(path, diagnostic, null, language));
    note(`  ${diagnostic.hint[language]}`);
    return false;
  };
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => cause);
  if (bytes instanceof Error)
    return refuse(diagnose({ code: 'unreadable-file', params: { reason: bytes.code ?? bytes.message } }));
  const { reviews, refusal, notices } = await review(
    { name: path, bytes },
    {
      language,
      ...(options.password !== undefined && { password: options.password }),
      ...(options.soffice !== undefined && { soffice: options.soffice }),
    },
  );
  if (refusal) return refuse(refusal);
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
  return true;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
