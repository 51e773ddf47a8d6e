import { foldText } from '../fields/fold.ts';
import type { Cause, Diagnostic, Severity } from '../model/diagnostic.ts';
import type { TracedCell } from '../model/traced.ts';
import { addressOf } from '../plan/address.ts';
import { rowsOfTask } from '../plan/rules/index.ts';
import type { Twin } from './twins.ts';

/** A finding of one document of whose cause its twins tell. */
export interface TwinFinding {
  readonly document: string;
  /** `26.creditRule`; `plan` for what concerns the plan as a whole. */
  readonly address: string;
  readonly code: Diagnostic['code'];
  readonly severity: Severity;
  readonly cause: Cause;
}

/** Tasks of the documents by row: `aligned[i]` holds the index of one task in each document, null where one lacks it. */
type Aligned = readonly (readonly (number | null)[])[];

/**
 * What twins tell of findings: one that every document shows on the same text stands in their source; one that a twin shows
 * with another text and without the finding was made by conversion. Where they tell nothing, nothing is said.
 */
export function twinCauses(twins: readonly Twin[], aligned: Aligned): TwinFinding[] {
  return twins.flatMap((twin, own) =>
    twin.trace.diagnostics.flatMap((finding): TwinFinding[] => {
      const cause = causeOf(finding, own, twins, aligned);
      if (!cause) return [];
      return [
        {
          document: twin.name,
          address: addressOf(finding.pointer, twin.plan),
          code: finding.code,
          severity: finding.severity,
          cause,
        },
      ];
    }),
  );
}

function causeOf(finding: Diagnostic, own: number, twins: readonly Twin[], aligned: Aligned): Cause | null {
  const [, head, index, ...rest] = finding.pointer?.split('/') ?? [];
  if (head !== 'tasks' || rest.length !== 1) return null;
  const field = rest[0]!;
  const row = aligned.find(tasks => tasks[own] === Number(index));
  if (!row || row.some(task => task === null)) return null;
  const mine = textOf(twins[own]!, row[own]!, field);
  const others = twins.flatMap((twin, i) =>
    i === own ? [] : [{ twin, text: textOf(twin, row[i]!, field), says: says(twin, row[i]!, field, finding.code) }],
  );
  // What the pages showed to be of a conversion may have come to all of them with it.
  if (!finding.cause && others.every(({ text, says }) => says && text === mine))
    return {
      in: 'source',
      evidence: { zh: `${twins.length} 份文件都如此`, en: `all ${twins.length} documents show it` },
    };
  const better = others.find(({ text, says }) => !says && text !== mine && text !== '');
  if (!better) return null;
  const shown = `${better.twin.name}：“${better.text.slice(0, 40)}”`;
  return {
    in: 'conversion',
    evidence: { zh: `另一份文件有原文，${shown}`, en: `a twin has the text, ${shown.replace('：', ': ')}` },
  };
}

const says = (twin: Twin, task: number, field: string, code: Diagnostic['code']): boolean =>
  twin.trace.diagnostics.some(other => other.code === code && other.pointer === `/tasks/${task}/${field}`);

/** What stands in a cell itself; a text that was only inferred stands nowhere. */
const textOf = (twin: Twin, task: number, field: string): string =>
  rowsOfTask(twin.trace.rows, task)
    .flatMap(row => twin.trace.rows[row]!.cells[field] ?? [])
    .map((cell: TracedCell) => (cell.origin === 'inferred' ? '' : foldText(cell.raw)))
    .join('\n');
