import { createHash } from 'node:crypto';
import { headerWordings } from './columns/index.ts';
import { rowKey } from './fields/number.ts';
import { closeLedger, locate } from './locate/index.ts';
import { type Diagnostic, diagnose, type Finding } from './model/diagnostic.ts';
import type { Document, Source } from './model/document.ts';
import type { Hints } from './model/hints.ts';
import type { Trace } from './model/traced.ts';
import { assemble } from './plan/assemble.ts';
import { checkPlan } from './plan/rules/index.ts';
import type { Plan } from './plan/schema.ts';
import { defaultLimits, type Limits, type ReadOptions, readDocument } from './read/index.ts';

export interface ConvertOptions {
  /** For an encrypted PDF. */
  readonly password?: string;
  /** LibreOffice's program, for the formats that it converts; by default it is looked for. */
  readonly soffice?: string;
  /** Bounds on what the source may cost; exceeding one is a refusal. */
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** One plan of a source, with its trace. */
export interface Converted {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** What a source gave: its plans, or why it gave none. */
export interface Conversion {
  /** In document order; empty where the source is refused. */
  readonly plans: readonly Converted[];
  /** Why there is no plan. */
  readonly refusal: Diagnostic | null;
}

export const hints = (): Hints => ({ headers: headerWordings(), rowKey: `^${rowKey}$` });

export const readOptions = ({ limits, password, soffice, signal }: ConvertOptions = {}): ReadOptions => ({
  hints: hints(),
  limits: { ...defaultLimits, ...limits },
  ...(password !== undefined && { password }),
  ...(soffice !== undefined && { soffice }),
  ...(signal !== undefined && { signal }),
});

/** The whole pipeline. Rejects only when aborted: a document is never the reason for an exception. */
export async function convert(source: Source, options: ConvertOptions = {}): Promise<Conversion> {
  const read = await readDocument(source, readOptions(options));
  return 'refusal' in read ? refuse(read.refusal) : interpret(read.document, describe(source, read.document));
}

/** From a document, however it was read, to its plans: locate, map and parse, assemble, check. */
export function interpret(document: Document, source: Trace['source']): Conversion {
  const located = locate(document);
  if (located.plans.length === 0) return refuse(located.refusal);
  const assembled = located.plans.map(assemble);
  const general = [...located.findings, ...document.findings];
  return {
    refusal: null,
    plans: assembled.map(({ plan, cells, columns, rows, notices, tally }) => ({
      plan,
      trace: {
        schema: 'choucha/trace@1',
        source,
        plan: cells,
        columns,
        rows,
        ledger: closeLedger(
          document.characters,
          [located.tally, tally],
          assembled.filter(other => other.plan !== plan).map(other => other.tally),
        ),
        diagnostics: checkPlan({ plan, trace: { rows, columns } }, [...general, ...notices]).diagnostics,
      },
    })),
  };
}

const refuse = (finding: Finding): Conversion => ({ plans: [], refusal: diagnose(finding) });

const describe = ({ name, bytes }: Source, { format, pages, encoding }: Document): Trace['source'] => ({
  name: name.split(/[\\/]/).at(-1)!,
  format,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...(pages !== undefined && { pages }),
  ...(encoding !== undefined && { encoding }),
});
