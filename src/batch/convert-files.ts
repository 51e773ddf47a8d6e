import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { defaultLimits } from '../read/reader.ts';
import { findCorrections } from './find-corrections.ts';
import { mapInOrder } from './in-order.ts';
import { programIdentity } from './program.ts';
import { readSource } from './read-source.ts';
import { type NamedPlan, recordsFolder, SourceRecord, sha256 } from './records.ts';
import { type PlanReport, samenessOf, type Unit, type UnitOptions, type UnitResult } from './unit.ts';
import type { Workers } from './workers.ts';
import { checkWritable, removeLeftovers, writeFiles } from './write-files.ts';

/** One input and the name, below the output folder, that its results are called by. */
export interface Input {
  readonly path: string;
  readonly output: string;
}

/** Why an input gave no plan: what is wrong with which file. */
export interface NoPlan {
  /** The source, or its corrections file. */
  readonly path: string;
  readonly problems: readonly Diagnostic[];
  /** `corrections`: they cannot be read; `unsettled`: they cannot be replayed. */
  readonly of: 'source' | 'corrections' | 'unsettled';
}

/** What one input came to, without the texts that were written. */
export interface Outcome {
  readonly input: Input;
  readonly plans: readonly WrittenPlan[];
  /** Why there is no plan. */
  readonly none: NoPlan | null;
  /** True where an earlier run left what converting it again would give. */
  readonly unchanged?: boolean;
}

export interface WrittenPlan extends PlanReport {
  /** The plan file's path; null where it was asked for as text. */
  readonly path: string | null;
  /** The plan's text, only where it was asked for. */
  readonly text?: string;
}

export interface FilesOptions extends Omit<UnitOptions, 'corrections'> {
  /** The corrections file; by default the one beside each source. */
  readonly corrections?: string | undefined;
  /** Folder for the results; null: the texts are given, nothing is written. */
  readonly out: string | null;
  /**
   * `skip`: a source that would give what already stands there is not converted again; `redo`: it is, and remembered; `none`: nothing but
   * plans and traces is written.
   */
  readonly memory: 'skip' | 'redo' | 'none';
  readonly signal?: AbortSignal;
}

/** The output folder as a whole cannot be written to: no other file would fare better. */
export class OutputFailure extends Error {}

/** Outcomes that may wait while an earlier file takes long: some thousands of lines, whatever the size of the batch. */
const waitingOutcomes = 128;

/**
 * Converts files and writes their plans and traces, several at once; gives the outcomes in the order of the inputs, whoever came
 * first. What happens to one file is its refusal. Rejects when aborted, and with an `OutputFailure`.
 */
export function convertFiles(
  inputs: Iterable<Input>,
  workers: Workers,
  options: FilesOptions,
): AsyncGenerator<Outcome, void, undefined> {
  // One more than are converted at once: it is read or written while the others are worked on.
  const { signal } = options;
  return mapInOrder(inputs, { atOnce: workers.jobs + 1, ahead: waitingOutcomes, signal }, (input, stop) =>
    convertFile(input, workers, options, stop),
  );
}

async function convertFile(
  input: Input,
  workers: Workers,
  { out, memory, corrections, signal: _, ...rest }: FilesOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const refuse = (none: NoPlan): Outcome => ({ input, plans: [], none });
  const refuseSource = (...problems: Diagnostic[]): Outcome => refuse({ path: input.path, problems, of: 'source' });
  signal.throwIfAborted();
  const found = await findCorrections(input.path, corrections);
  if (found && 'unreadable' in found)
    return refuse({ path: found.path, problems: [found.unreadable], of: 'corrections' });
  const bytes = await readSource(input.path, rest.limits?.bytes ?? defaultLimits.bytes);
  if (!(bytes instanceof Uint8Array)) return refuseSource(bytes);
  const options: UnitOptions = { ...rest, ...(found && { corrections: found.text }) };
  const unit: Unit = { source: { name: input.path, bytes }, options };
  const convert = (): Promise<UnitResult> => workers.run('unit', unit, signal);
  const noPlan = ({ refusal, unsettled }: UnitResult): NoPlan | null =>
    found && unsettled.length > 0
      ? { path: found.path, problems: unsettled, of: 'unsettled' }
      : refusal && { path: input.path, problems: [refusal], of: 'source' };

  if (out === null) {
    const result = await convert();
    const plans = result.plans.map(({ plan, report }) => ({ ...report, path: null, text: plan }));
    return { input, none: noPlan(result), plans };
  }
  const record = memory === 'none' ? null : new SourceRecord(out, input.output, options.format);
  const source = sha256(bytes);
  const key = record ? sha256(JSON.stringify([programIdentity(), source, samenessOf(unit)])) : '';
  const kept = memory === 'skip' ? await record?.unchanged(key) : null;
  if (kept)
    return {
      input,
      none: null,
      unchanged: true,
      plans: kept.map(({ name, ...report }) => ({ ...report, path: join(out, name) })),
    };

  const result = await convert();
  const { plans } = result;
  const none = noPlan(result);
  const named: NamedPlan[] = plans.map(({ plan, trace, report }, i) => {
    const name = plans.length === 1 ? input.output : `${input.output}.${i + 1}`;
    return {
      plan: { path: `${name}.plan.${options.format}`, text: plan },
      trace: { path: `${name}.trace.json`, text: trace },
      report,
    };
  });
  signal.throwIfAborted();
  try {
    if (none) await record?.forget(source);
    else if (record) await record.write(key, source, named);
    else
      await writeFiles(
        named.flatMap(({ plan, trace }) => [plan, trace].map(({ path, text }) => ({ path: join(out, path), text }))),
      );
  } catch (cause) {
    return refuseSource(unwritable(cause as NodeJS.ErrnoException));
  }
  return { input, none, plans: named.map(({ plan, report }) => ({ ...report, path: join(out, plan.path) })) };
}

/** Before anything is converted: an `OutputFailure` where nothing could be written, and away with what killed runs left. */
export async function prepareOutput(out: string, inputs: Iterable<Input>): Promise<void> {
  try {
    await checkWritable(resolve(out));
  } catch (cause) {
    throw failure(cause as NodeJS.ErrnoException);
  }
  const folders = new Set([out, join(out, recordsFolder)]);
  for (const { output } of inputs) folders.add(dirname(join(out, output)));
  await removeLeftovers(folders);
}

const failure = ({ path, code, message }: NodeJS.ErrnoException): OutputFailure =>
  new OutputFailure(`${path ?? ''} (${code ?? message})`);

/** A full disk is no one file's fault; a name that is too long is. */
function unwritable(cause: NodeJS.ErrnoException): Diagnostic {
  if (['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(cause.code ?? '')) throw failure(cause);
  return diagnose({ code: 'unwritable-output', params: { reason: cause.code ?? cause.message } });
}
