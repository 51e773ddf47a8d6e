import { join } from 'node:path';
import type { Converted } from '../convert.ts';
import { emit, emitMany, type PlanFormat, toJson } from '../emit/index.ts';
import { tellAll } from '../report/findings.ts';
import { exit, UsageError } from './exit.ts';
import { expandInputs, type Input } from './inputs.ts';
import type { Language } from './language.ts';
import type { ReadingArguments } from './reading.ts';
import { convertSettled } from './settled.ts';
import { tallyText, Verdict, type VerdictOptions } from './verdict.ts';
import { writeAll } from './write.ts';

export interface ConvertArguments extends ReadingArguments, VerdictOptions {
  readonly out: string;
  readonly format: PlanFormat;
  readonly stdout?: boolean;
  /** The corrections file; by default the one beside each source. */
  readonly corrections?: string;
}

/** What one input came to. */
interface Outcome {
  readonly plans: readonly Converted[];
  /** Why it came to nothing, as an exit code. */
  readonly code: number;
}

/** `choucha convert`: gives the exit code. */
export async function convertCommand(words: readonly string[], options: ConvertArguments): Promise<number> {
  const inputs = await expandInputs(words);
  const { language } = options;
  if (inputs.length === 0) {
    note({ zh: '没有找到可转换的文件', en: 'no documents found' }[language]);
    return exit.unreadable;
  }
  if (options.corrections !== undefined && inputs.length > 1)
    throw new UsageError(
      {
        zh: '--corrections 只用于一个来源；几个来源各用旁边的 .corrections.yaml',
        en: '--corrections goes with one source; several have theirs beside them, as .corrections.yaml',
      }[language],
    );
  const verdict = new Verdict(options, options.stdout);
  const outcomes: Outcome[] = [];
  for (const input of inputs) outcomes.push(await convertOne(input, options, verdict));
  const plans = outcomes.flatMap(outcome => outcome.plans);
  if (options.stdout && plans.length > 0) process.stdout.write(printed(plans, options.format));
  await verdict.writeReports();

  const refused = outcomes.filter(outcome => outcome.code !== exit.fine).length;
  if (inputs.length > 1) note(summary(inputs.length, plans, refused, verdict, language));
  return Math.max(verdict.exitCode, ...outcomes.map(({ code }) => code));
}

async function convertOne(input: Input, options: ConvertArguments, verdict: Verdict): Promise<Outcome> {
  const { language } = options;
  const settled = await convertSettled(input.path, options);
  if ('problems' in settled) {
    for (const line of verdict.refuse(settled.path, settled.problems)) note(line);
    return { plans: [], code: settled.code };
  }
  const { plans } = settled.conversion;
  const names = plans.map((_, i) => (plans.length === 1 ? input.output : `${input.output}.${i + 1}`));
  if (!options.stdout)
    await writeAll(
      plans.flatMap(({ plan, trace }, i) => [
        { path: join(options.out, `${names[i]}.plan.${options.format}`), text: emit(plan, options.format) },
        { path: join(options.out, `${names[i]}.trace.json`), text: toJson(trace) },
      ]),
    );
  for (const [i, { plan, trace }] of plans.entries()) {
    const { lines, counts } = verdict.add(input.path, tellAll(plan, trace.diagnostics));
    for (const line of lines) note(line);
    const target = options.stdout ? 'stdout' : join(options.out, `${names[i]}.plan.${options.format}`);
    const tasks = { zh: `${plan.tasks.length} 项任务`, en: `${plan.tasks.length} tasks` }[language];
    note(`${input.path}: ${tasks}; ${tallyText(counts, language)} → ${target}`);
  }
  return { plans, code: exit.fine };
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
  verdict: Verdict,
  language: Language,
): string {
  const tasks = plans.reduce((sum, { plan }) => sum + plan.tasks.length, 0);
  const counts = tallyText(verdict.total, language);
  return language === 'zh'
    ? `共 ${files} 个文件：${plans.length} 个计划，${tasks} 项任务，${refused} 个文件未能转换；${counts}`
    : `${files} files: ${plans.length} plans, ${tasks} tasks, ${refused} refused; ${counts}`;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
