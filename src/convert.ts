import { createHash } from 'node:crypto';
import { headerWordings } from './columns/index.ts';
import { correctHeads } from './corrections/head.ts';
import { type Decisions, type DecisionsInput, noDecisions, readDecisions } from './corrections/read.ts';
import { correctTasks } from './corrections/tasks.ts';
import { waive } from './corrections/waivers.ts';
import { rowKey } from './fields/number.ts';
import { closeLedger, locate } from './locate/index.ts';
import { sectionMarkSource } from './locate/line-kinds.ts';
import { type Diagnostic, diagnose, type Finding } from './model/diagnostic.ts';
import type { Document, Source } from './model/document.ts';
import type { Hints } from './model/hints.ts';
import type { Trace } from './model/traced.ts';
import { assemble } from './plan/assemble.ts';
import { checkPlan } from './plan/rules/index.ts';
import type { Plan } from './plan/schema.ts';
import { readTitleBlock } from './plan/title-block.ts';
import { defaultLimits, type Limits, type ReadOptions, readDocument } from './read/index.ts';

export interface ConvertOptions {
  /** For an encrypted PDF. */
  readonly password?: string;
  /** LibreOffice's program, for the formats that it converts; by default it is looked for. */
  readonly soffice?: string;
  /** Bounds on what the source may cost; exceeding one is a refusal. */
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  /** Decisions to replay: the text of a corrections file, or its data. */
  readonly corrections?: DecisionsInput;
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
  /**
   * What keeps the corrections from being replayed, with the line and column of their file as place. Then there is no plan either:
   * `refusal` is the first of these.
   */
  readonly unsettled: readonly Diagnostic[];
}

export const hints = (): Hints => ({
  headers: headerWordings(),
  rowKey: `^${rowKey}$`,
  heading: sectionMarkSource,
});

export const readOptions = ({ limits, password, soffice, signal }: ConvertOptions = {}): ReadOptions => ({
  hints: hints(),
  limits: { ...defaultLimits, ...limits },
  ...(password !== undefined && { password }),
  ...(soffice !== undefined && { soffice }),
  ...(signal !== undefined && { signal }),
});

/** The whole pipeline. Rejects only when aborted: a document is never the reason for an exception. */
export async function convert(source: Source, options: ConvertOptions = {}): Promise<Conversion> {
  const decisions = options.corrections === undefined ? noDecisions : readDecisions(options.corrections);
  if ('problems' in decisions) return reject(decisions.problems);
  const read = await readDocument(source, readOptions(options));
  return 'refusal' in read
    ? refuse(read.refusal)
    : interpret(read.document, describe(source, read.document), decisions);
}

/** From a document, however it was read, to its plans: locate, map and parse, assemble, settle, check. */
export function interpret(document: Document, source: Trace['source'], decisions: Decisions = noDecisions): Conversion {
  const located = locate(document);
  if (located.plans.length === 0) return refuse(located.refusal);
  const heads = correctHeads(
    located.plans.map(({ above, below }) => readTitleBlock(above, below)),
    decisions,
  );
  const assembled = located.plans.map((table, position) => assemble(table, position, heads.blocks[position]));
  const settled = correctTasks(assembled, decisions);
  const problems = [...heads.problems, ...settled.problems];
  if (problems.length > 0) return reject(problems);

  const general = [...located.findings, ...document.findings];
  const judged = settled.plans.map(({ plan, rows, columns, notices }) => ({
    plan,
    diagnostics: checkPlan({ plan, trace: { rows, columns } }, [...general, ...notices]).diagnostics,
  }));
  const diagnostics = waive(judged, decisions.waivers);
  return {
    refusal: null,
    unsettled: [],
    plans: settled.plans.map(({ plan, cells, columns, rows, tally }, i) => ({
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
          settled.plans.filter(other => other.plan !== plan).map(other => other.tally),
        ),
        diagnostics: diagnostics[i]!,
      },
    })),
  };
}

const refuse = (finding: Finding): Conversion => ({ plans: [], refusal: diagnose(finding), unsettled: [] });

const reject = (problems: readonly Diagnostic[]): Conversion => ({
  plans: [],
  refusal: problems[0]!,
  unsettled: problems,
});

/** What the trace says of a source. */
export const describe = ({ name, bytes }: Source, { format, pages, encoding }: Document): Trace['source'] => ({
  name: name.split(/[\\/]/).at(-1)!,
  format,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...(pages !== undefined && { pages }),
  ...(encoding !== undefined && { encoding }),
});
