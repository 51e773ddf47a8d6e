import { readFile } from 'node:fs/promises';
import { comparePlans, hasChanges } from '../diff/compare.ts';
import { type PairProblem, pairsSchema, resolvePairs } from '../diff/pairs.ts';
import type { Relation } from '../diff/schema.ts';
import { fromYaml } from '../emit/yaml.ts';
import type { Plan } from '../plan/schema.ts';
import { type DiffFormat, renderDiff } from '../render-diff.ts';
import { exit, UsageError } from './exit.ts';
import type { Language } from './language.ts';
import { type ReadPlan, readPlan } from './plan-file.ts';
import { countsText, reaches, type Threshold } from './report.ts';
import { type SettleOptions, type Unsettled, unsettledLines } from './settled.ts';
import { writeAll } from './write.ts';

export interface DiffArguments extends Omit<SettleOptions, 'corrections'> {
  readonly format: DiffFormat;
  readonly as?: Relation;
  readonly pairs?: string;
  /** Where given, only findings of this level count; else any change does. */
  readonly failOn?: Threshold;
  readonly folded?: boolean;
  readonly output?: string;
  readonly language: Language;
}

/** `choucha diff <base> <head>`: gives the exit code. */
export async function diffCommand(files: readonly string[], options: DiffArguments): Promise<number> {
  const { language, as } = options;
  if (files.length !== 2)
    throw new UsageError({ zh: '要两个计划：基准和对比', en: 'needs two plans, base and head' }[language]);
  const [base, head] = [await readPlan(files[0]!, options), await readPlan(files[1]!, options)];
  const both = [tell(base, files[0]!, language), tell(head, files[1]!, language)];
  if ('problems' in base || 'problems' in head) return Math.max(...both);
  const pins = options.pairs === undefined ? [] : await readPins(options.pairs, base.plan, head.plan, language);
  const diff = comparePlans(base.plan, head.plan, {
    ...(as && { as }),
    pins,
    traces: { ...(base.trace && { base: base.trace }), ...(head.trace && { head: head.trace }) },
  });
  const text = renderDiff(diff, base.plan, head.plan, options);
  if (options.output === undefined) process.stdout.write(text);
  else await writeAll([{ path: options.output, text }]);
  if (options.failOn === undefined) return hasChanges(diff) ? exit.findings : exit.fine;
  return diff.findings.some(({ level }) => reaches(level, options.failOn!)) ? exit.findings : exit.fine;
}

/** Says what was noticed in reading a side; gives its exit code. */
function tell(read: ReadPlan | Unsettled, file: string, language: Language): number {
  if ('problems' in read) for (const line of unsettledLines(read, language)) note(line);
  else if (read.trace) note(`${file}: ${countsText(read.trace.diagnostics, language)}`);
  return 'problems' in read ? read.code : exit.fine;
}

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const problems: Record<PairProblem['problem'], (name: string) => { zh: string; en: string }> = {
  unknown: name => ({ zh: `没有任务 ${name}`, en: `there is no task ${name}` }),
  ambiguous: name => ({ zh: `${name} 有多项，请用 #位置`, en: `several tasks are called ${name}, use #position` }),
  twice: name => ({ zh: `任务 ${name} 写了两次`, en: `task ${name} stands twice` }),
  empty: () => ({ zh: '两方都没有任务', en: 'no task on either side' }),
  'many-to-many': () => ({
    zh: '两方都有多项任务，看不出哪项成为哪项',
    en: 'several tasks on both sides: which became which?',
  }),
};

async function readPins(file: string, base: Plan, head: Plan, language: Language) {
  const data = await readFile(file, 'utf8')
    .then(fromYaml)
    .catch((cause: NodeJS.ErrnoException) => {
      throw new UsageError(`${file}: ${cause.code ?? cause.message.split('\n')[0]}`);
    });
  const parsed = pairsSchema.safeParse(data);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new UsageError(`${file}: /${path.join('/')}: ${message}`);
  }
  const resolved = resolvePairs(parsed.data, base, head);
  if ('pins' in resolved) return resolved.pins;
  const told = resolved.problems.map(({ pair, side, problem, name }) => {
    const who =
      side === null
        ? ''
        : { zh: { base: '基准计划', head: '对比计划' }, en: { base: 'base: ', head: 'head: ' } }[language][side];
    return `${file}: pairs[${pair}] ${who}${problems[problem](name)[language]}`;
  });
  throw new UsageError(told.join('\nchoucha: '));
}
