import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { PlanReport } from './unit.ts';
import { writeFiles } from './write-files.ts';

/** Folder, below that of the results, of what is remembered from one run to the next. */
export const recordsFolder = '.choucha';

/** What is remembered of one source: enough to see that converting it again would change no byte. */
interface Remembered {
  /** Everything that the result depends on, as one hash. */
  readonly key: string;
  /** SHA-256 of the source. */
  readonly source: string;
  readonly plans: readonly {
    readonly plan: WrittenFile;
    readonly trace: WrittenFile;
    readonly format: string;
    readonly tasks: number;
    /** Address and fingerprint of each diagnostic of the trace. */
    readonly told: readonly (readonly [address: string, fingerprint: string])[];
  }[];
}

interface WrittenFile {
  /** Path below the folder of the results. */
  readonly name: string;
  readonly sha256: string;
}

/** A plan as it stands in the folder of the results. */
export interface Kept extends PlanReport {
  /** The plan file's path below the folder. */
  readonly name: string;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A plan with its texts, under the names that they get. */
export interface NamedPlan {
  readonly plan: TextFile;
  readonly trace: TextFile;
  readonly report: PlanReport;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * What is remembered of one source in a folder of results. Each source has a file of its own, written after its results, so that
 * runs side by side (the shards of a corpus) need not know of each other and a run that is killed has remembered only what is complete.
 */
export class SourceRecord {
  private readonly out: string;
  private readonly path: string;

  /** @param name what the results are called by, and in which format */
  constructor(out: string, name: string, format: string) {
    this.out = out;
    // A hash, since the name may already be as long as a name can be.
    this.path = join(out, recordsFolder, `${sha256(`${name}\0${format}`).slice(0, 24)}.json`);
  }

  /** The plans as an earlier run left them, where they stand untouched and would come out the same; null otherwise. */
  async unchanged(key: string): Promise<Kept[] | null> {
    const remembered = await this.read();
    if (remembered?.key !== key) return null;
    const kept: Kept[] = [];
    for (const { plan, trace, format, tasks, told } of remembered.plans) {
      const text = await this.intact(trace);
      if (text === null || (await this.intact(plan)) === null) return null;
      const { diagnostics } = JSON.parse(text) as { diagnostics: Diagnostic[] };
      const findings = told.map(([address, fingerprint], i) => ({ ...diagnostics[i]!, address, fingerprint }));
      kept.push({ name: plan.name, format, tasks, findings });
    }
    return kept;
  }

  /** Writes the plans of a source, removes those that it no longer gives, and remembers them. */
  async write(key: string, source: string, plans: readonly NamedPlan[]): Promise<void> {
    const named = plans.flatMap(({ plan, trace }) => [plan, trace]);
    const inOut = ({ path, text }: TextFile): TextFile => ({ path: join(this.out, path), text });
    const before = await this.read();
    await writeFiles(named.map(inOut));
    await this.removeAllBut(before, new Set(named.map(({ path }) => path)));
    const file = ({ path, text }: TextFile): WrittenFile => ({ name: path, sha256: sha256(text) });
    const remembered: Remembered = {
      key,
      source,
      plans: plans.map(({ plan, trace, report }) => ({
        plan: file(plan),
        trace: file(trace),
        format: report.format,
        tasks: report.tasks,
        told: report.findings.map(({ address, fingerprint }) => [address, fingerprint] as const),
      })),
    };
    await writeFiles([{ path: this.path, text: `${JSON.stringify(remembered)}\n` }]);
  }

  /** Removes the plans of what the source held before: they are not what it holds now. */
  async forget(source: string): Promise<void> {
    const before = await this.read();
    if (!before || before.source === source) return;
    await this.removeAllBut(before, new Set());
    await rm(this.path, { force: true });
  }

  private async removeAllBut(before: Remembered | null, kept: ReadonlySet<string>): Promise<void> {
    // What somebody has edited since is theirs.
    for (const file of before?.plans.flatMap(({ plan, trace }) => [plan, trace]) ?? [])
      if (!kept.has(file.name) && (await this.intact(file)) !== null) await rm(join(this.out, file.name));
  }

  /** The text of a file that is still as it was written. */
  private async intact({ name, sha256: expected }: WrittenFile): Promise<string | null> {
    const text = await readFile(join(this.out, name), 'utf8').catch(() => null);
    return text !== null && sha256(text) === expected ? text : null;
  }

  private async read(): Promise<Remembered | null> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as Remembered;
    } catch {
      // Not there, or cut short by a power failure: the source is converted again.
      return null;
    }
  }
}
