import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Converted, convert } from '../convert.ts';
import { emit, emitMany, type PlanFormat, toJson } from '../emit/index.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { exit } from './exit.ts';
import { expandInputs, type Input } from './inputs.ts';
import type { Language } from './language.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { countsText, diagnosticLine, reaches, type Threshold } from './report.ts';
import { writeAll } from './write.ts';

export interface ConvertArguments extends ReadingArguments {
  readonly out: string;
  readonly format: PlanFormat;
  readonly stdout?: boolean;
  readonly failOn: Threshold;
  readonly show: Threshold;
  readonly language: Language;
}

/** What one input came to. */
interface Outcome {
  readonly plans: readonly Converted[];
  readonly refused: boolean;
}

/** `choucha convert`: gives the exit code. */
export async function convertCommand(words: readonly string[], options: ConvertArguments): Promise<number> {
  const inputs = await expandInputs(words);
  const { language } = options;
  if (inputs.length === 0) {
    note({ zh: '没有找到可转换的文件', en: 'no documents found' }[language]);
    return exit.unreadable;
  }
  const outcomes: Outcome[] = [];
  for (const input of inputs) outcomes.push(await convertOne(input, options));
  const plans = outcomes.flatMap(outcome => outcome.plans);
  if (options.stdout && plans.length > 0) process.stdout.write(printed(plans, options.format));

  const diagnostics = plans.flatMap(({ trace }) => trace.diagnostics);
  const refused = outcomes.filter(outcome => outcome.refused).length;
  if (inputs.length > 1) note(summary(inputs.length, plans, refused, diagnostics, language));
  if (refused > 0) return exit.unreadable;
  return diagnostics.some(({ severity }) => reaches(severity, options.failOn)) ? exit.findings : exit.fine;
}

async function convertOne(input: Input, options: ConvertArguments): Promise<Outcome> {
  const { language } = options;
  const refuse = (diagnostic: Diagnostic): Outcome => {
    note(diagnosticLine(input.path, diagnostic, null, language));
    note(`  ${diagnostic.hint[language]}`);
    return { plans: [], refused: true };
  };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(input.path);
  } catch (cause) {
    return refuse(
      diagnose({ code: 'unreadable-file', params: { reason: (cause as NodeJS.ErrnoException).code ?? String(cause) } }),
    );
  }
  const { plans, refusal } = await convert({ name: input.path, bytes }, convertOptions(options));
  if (refusal) return refuse(refusal);

  const names = plans.map((_, i) => (plans.length === 1 ? input.output : `${input.output}.${i + 1}`));
  if (!options.stdout)
    await writeAll(
      plans.flatMap(({ plan, trace }, i) => [
        { path: join(options.out, `${names[i]}.plan.${options.format}`), text: emit(plan, options.format) },
        { path: join(options.out, `${names[i]}.trace.json`), text: toJson(trace) },
      ]),
    );
  for (const [i, { plan, trace }] of plans.entries()) {
    for (const diagnostic of trace.diagnostics)
      if (reaches(diagnostic.severity, options.show)) note(diagnosticLine(input.path, diagnostic, plan, language));
    const target = options.stdout ? 'stdout' : join(options.out, `${names[i]}.plan.${options.format}`);
    const tasks = { zh: `${plan.tasks.length} 项任务`, en: `${plan.tasks.length} tasks` }[language];
    note(`${input.path}: ${tasks}; ${countsText(trace.diagnostics, language)} → ${target}`);
  }
  return { plans, refused: false };
}

/** One plan as it would be written; several as one array. */
function printed(plans: readonly Converted[], format: PlanFormat): string {
  if (plans.length === 1) return emit(plans[0]!.plan, format);
  return emitMany(
    plans.map(({ plan }) => plan),
    format,
  );
}

function summary(
  files: number,
  plans: readonly Converted[],
  refused: number,
  diagnostics: readonly Diagnostic[],
  language: Language,
): string {
  const tasks = plans.reduce((sum, { plan }) => sum + plan.tasks.length, 0);
  const counts = countsText(diagnostics, language);
  return language === 'zh'
    ? `共 ${files} 个文件：${plans.length} 个计划，${tasks} 项任务，${refused} 个文件未能转换；${counts}`
    : `${files} files: ${plans.length} plans, ${tasks} tasks, ${refused} refused; ${counts}`;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
