import { createHash } from 'node:crypto';
import { check } from './check.ts';
import type { ExportOptions, PlanWriter, Sink } from './emit/export-format.ts';
import { type ExportName, exportFormats } from './emit/exports.ts';
import { emit } from './emit/index.ts';
import type { TracedPlan } from './emit/tables/index.ts';
import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { Trace } from './model/traced.ts';

/** The data of a plan file, and of the trace beside it. */
export interface PlanData {
  /** How messages call it. */
  readonly name: string;
  readonly plan: unknown;
  readonly trace?: unknown;
}

/** What became of one plan that was offered. */
export type Offered =
  | { readonly outcome: 'added'; readonly tasks: number }
  /** The same plan, to the byte, was added as `name`; it stands in the export once. */
  | { readonly outcome: 'repeated'; readonly name: string }
  /** Another plan with the same id was added as `name`: the export would have two of one key. */
  | { readonly outcome: 'conflict'; readonly name: string; readonly id: string }
  | { readonly outcome: 'refused'; readonly diagnostic: Diagnostic };

/** An export under way. */
export interface Export {
  readonly add: (data: PlanData) => Offered;
  readonly finish: () => Promise<void>;
  /** Frees what an unfinished export holds. */
  readonly abandon: () => void;
}

/** Begins an export whose files go to what `open` gives for their names, piece by piece. */
export async function beginExport(
  to: ExportName,
  open: (name: string) => Sink,
  options: ExportOptions = {},
): Promise<Export> {
  const writer: PlanWriter = await exportFormats[to].write(open, options);
  const added = new Map<string, { name: string; hash: string }>();
  return {
    add: data => {
      const read = readPlan(data);
      if ('severity' in read) return { outcome: 'refused', diagnostic: read };
      const { id, tasks } = read.plan;
      const hash = createHash('sha256').update(emit(read.plan)).digest('hex');
      const known = added.get(id);
      if (known)
        return known.hash === hash
          ? { outcome: 'repeated', name: known.name }
          : { outcome: 'conflict', name: known.name, id };
      added.set(id, { name: data.name, hash });
      writer.add(read);
      return { outcome: 'added', tasks: tasks.length };
    },
    finish: async () => writer.finish(),
    abandon: () => writer.abandon?.(),
  };
}

/** A plan with its trace and what `check` says of them; or why it cannot be exported. */
function readPlan({ plan: data, trace: traceData }: PlanData): TracedPlan | Diagnostic {
  const { plan, diagnostics } = check(data, traceData);
  if (plan === null) {
    const { params, pointer } = diagnostics[0]!;
    return diagnose({ code: 'not-a-plan', params: { ...params, pointer: pointer || '/', count: diagnostics.length } });
  }
  // Ids are the keys of every table.
  const mismatch = diagnostics.find(({ code }) => code === 'id-mismatch');
  if (mismatch) return mismatch;
  const traced = traceData !== undefined && diagnostics.every(({ code }) => code !== 'trace-mismatch');
  return { plan, trace: traced ? (traceData as Trace) : null, diagnostics };
}

/** One file of an export. `name` has no folder. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Exports plans in memory: one file, for `parquet` and `datapackage` one per table and what describes them. The same plans in the
 * same order give the same bytes. Nothing is read or written, but that `sqlite` needs a temporary file (below `scratch`).
 * @param plans plans as `convert` gives them, or the data of plan files, each with its trace where there is one.
 * @throws TypeError where something is no plan, or where two different plans have one id; the signal's reason where it is aborted.
 */
export async function exportPlans(
  plans: Iterable<Omit<PlanData, 'name'>> | AsyncIterable<Omit<PlanData, 'name'>>,
  to: ExportName,
  { signal, ...options }: ExportOptions & { readonly signal?: AbortSignal } = {},
): Promise<ExportedFile[]> {
  const files = new Map<string, Uint8Array[]>();
  const open = (name: string): Sink => {
    const pieces: Uint8Array[] = [];
    files.set(name, pieces);
    return piece => pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  };
  const current = await beginExport(to, open, options);
  try {
    let index = 0;
    for await (const data of plans) {
      signal?.throwIfAborted();
      const name = `plan ${index++}`;
      const offered = current.add({ ...data, name });
      if (offered.outcome === 'refused') throw new TypeError(`${name}: ${offered.diagnostic.message.en}`);
      if (offered.outcome === 'conflict')
        throw new TypeError(
          `${name}: unexpected id ${offered.id}, which ${offered.name} has, expected another id or the same plan`,
        );
    }
    await current.finish();
  } catch (cause) {
    current.abandon();
    throw cause;
  }
  return [...files].map(([name, pieces]) => ({ name, bytes: Buffer.concat(pieces) }));
}
