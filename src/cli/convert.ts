import { convertFiles, type Input, type Outcome, OutputFailure, prepareOutput } from '../batch/convert-files.ts';
import { type Refused, refusedOf, writeLedger } from '../batch/refused.ts';
import { inShard, parseShard } from '../batch/shard.ts';
import { killAfter, workersFor } from '../batch/workers.ts';
import type { PlanFormat } from '../emit/index.ts';
import { defaultLimits } from '../read/reader.ts';
import type { Tally } from '../report/findings.ts';
import { type Display, openDisplay } from './display.ts';
import { exit, UsageError } from './exit.ts';
import { expandInputs } from './inputs.ts';
import { endBy, Interrupted, interruptible } from './interrupt.ts';
import { PlanPrinter } from './print-plans.ts';
import { convertOptions, type ReadingArguments } from './reading.ts';
import { shownName } from './report.ts';
import { Total } from './total.ts';
import { tallyText, Verdict, type VerdictOptions } from './verdict.ts';

export interface ConvertArguments extends ReadingArguments, VerdictOptions {
  readonly out: string;
  readonly format: PlanFormat;
  readonly stdout?: boolean;
  /** The corrections file; by default the one beside each source. */
  readonly corrections?: string;
  readonly quiet?: boolean;
  readonly force?: boolean;
  /** `i/n` */
  readonly shard?: string;
  readonly jobs?: number;
}

/** What a run is about: some inputs, and whether they are a batch, which has a memory and a ledger, or one file that was named. */
interface Run {
  readonly inputs: readonly Input[];
  readonly isBatch: boolean;
}

/** Where the outcomes of a run go. */
interface Told {
  readonly total: Total;
  readonly verdict: Verdict;
  readonly display: Display;
}

/** `choucha convert`: gives the exit code. */
export async function convertCommand(words: readonly string[], options: ConvertArguments): Promise<number> {
  const { language, quiet = false } = options;
  const run = await chooseInputs(words, options.shard);
  const total = new Total();
  const verdict = new Verdict(options, options.stdout);
  if (options.corrections !== undefined && run.inputs.length > 1)
    throw new UsageError(
      {
        zh: '--corrections 只用于一个来源；几个来源各用旁边的 .corrections.yaml',
        en: '--corrections goes with one source; several have theirs beside them, as .corrections.yaml',
      }[language],
    );
  const display = openDisplay(run.inputs.length, { language, quiet });
  try {
    if (run.inputs.length === 0) {
      display.line(nothing[options.shard === undefined ? 'found' : 'inShard'][language]);
      // An empty part of a corpus is fine, and what an earlier run said of it is over.
      if (options.shard === undefined) return exit.unreadable;
    }
    await interruptible(signal => convertAndReport(run, { total, verdict, display }, options, signal));
  } catch (cause) {
    display.close();
    if (cause instanceof OutputFailure) throw new UsageError(`无法写入 / cannot write ${cause.message}`);
    if (!(cause instanceof Interrupted)) throw cause;
    display.line(interrupted(total.files, run.inputs.length)[language]);
    endBy(cause);
  } finally {
    display.close();
  }
  return Math.max(verdict.exitCode, total.exitCode);
}

async function chooseInputs(words: readonly string[], shard: string | undefined): Promise<Run> {
  const part = shard === undefined ? null : parseShard(shard);
  if (shard !== undefined && !part)
    throw new UsageError(`--shard ${shard}: 应为 i/n，1 ≤ i ≤ n / expected i/n with 1 ≤ i ≤ n`);
  // Names that collide are found over the whole corpus, whichever part they are in.
  const all = await expandInputs(words);
  const isNamedFile = all.length === 1 && words.length === 1 && all[0]!.path === words[0];
  return { inputs: part ? all.filter(({ output }) => inShard(output, part)) : all, isBatch: !isNamedFile };
}

async function convertAndReport(
  { inputs, isBatch }: Run,
  { total, verdict, display }: Told,
  options: ConvertArguments,
  signal: AbortSignal,
): Promise<void> {
  const { language, format, force, quiet } = options;
  const reading = convertOptions(options);
  const milliseconds = reading.limits?.milliseconds ?? defaultLimits.milliseconds;
  const workers = workersFor(inputs.length, { jobs: options.jobs, milliseconds: killAfter(milliseconds) });
  const printer = new PlanPrinter(format);
  const out = options.stdout ? null : options.out;
  if (out !== null) await prepareOutput(out, inputs);
  const refused: Refused[] = [];
  try {
    const outcomes = convertFiles(inputs, workers, {
      out,
      signal,
      format,
      memory: !isBatch ? 'none' : force ? 'redo' : 'skip',
      ...reading,
      corrections: options.corrections,
    });
    // In the order of the inputs, so that what is said does not depend on who was done first.
    for await (const outcome of outcomes) {
      const { lines, counts } = report(outcome, verdict, options);
      for (const line of lines) display.line(line);
      for (const { text } of outcome.plans) if (text !== undefined) await printer.print(text);
      if (outcome.none) refused.push(refusedOf(outcome.input.path, outcome.none));
      total.add(outcome, counts);
      display.advance(total);
    }
    await printer.end();
    await verdict.writeReports();
  } finally {
    await workers.close();
  }
  display.close();
  if (inputs.length > 1 && !quiet) for (const line of total.lines(language)) display.line(line);
  if (out === null || !isBatch) return;
  const ledger = await writeLedger(out, options.shard === undefined ? null : parseShard(options.shard), refused);
  if (ledger) display.line(`${refusedTitle[language]} → ${shownName(ledger)}`);
}

/** What is said of one input, quietly only that it was refused; and what counts for each of its plans. */
function report(
  { input, plans, none }: Outcome,
  verdict: Verdict,
  { language, quiet, stdout }: ConvertArguments,
): { readonly lines: readonly string[]; readonly counts: readonly Tally[] } {
  if (none) return { lines: verdict.refuse(none.path, none.problems), counts: [] };
  const told = plans.map(({ path, tasks, findings }) => {
    const { lines, counts } = verdict.add(input.path, findings);
    const many = { zh: `${tasks} 项任务`, en: `${tasks} tasks` }[language];
    const target = shownName(stdout ? 'stdout' : path!);
    return {
      counts,
      lines: [...lines, `${shownName(input.path)}: ${many}; ${tallyText(counts, language)} → ${target}`],
    };
  });
  return { lines: quiet ? [] : told.flatMap(({ lines }) => lines), counts: told.map(({ counts }) => counts) };
}

const nothing = {
  found: { zh: '没有找到可转换的文件', en: 'no documents found' },
  inShard: { zh: '这一份中没有文件', en: 'no documents in this shard' },
};
const refusedTitle = { zh: '未能转换的文件', en: 'files that gave no plan' };
const interrupted = (done: number, all: number) => ({
  zh: `已中断：${all} 个文件完成 ${done} 个；再次运行即可继续`,
  en: `interrupted: ${done} of ${all} files done; run it again to go on`,
});
