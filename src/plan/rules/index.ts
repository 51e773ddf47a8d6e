import { catalogue } from '../../model/catalogue/index.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { blankCells } from './blank-cells.ts';
import { bodyNames } from './body-names.ts';
import { withCauses } from './causes.ts';
import { duplicates } from './duplicates.ts';
import { ids } from './ids.ts';
import { misplacedText } from './misplaced-text.ts';
import { nearTypo } from './near-typo.ts';
import { numbering } from './numbering.ts';
import { type Evidence, type Notice, pointerTo, type Rule, taskIndex } from './rule.ts';
import { styleDrift } from './style-drift.ts';
import { uncorrectedCopies } from './uncorrected-copies.ts';
import { unread } from './unread.ts';
import { yearConflict } from './year-conflict.ts';

export type { Evidence, Notice, Rule } from './rule.ts';
export { label, rowsOfTask, taskIndex } from './rule.ts';

/** Ordered: a later rule may leave alone what an earlier one explained. */
export const rules: readonly Rule[] = [
  ids,
  numbering,
  duplicates,
  yearConflict,
  misplacedText,
  unread,
  blankCells,
  bodyNames,
  nearTypo,
  styleDrift,
  uncorrectedCopies,
];

/** Codes that rules give: the others come from reading. */
export const ruleCodes: ReadonlySet<string> = new Set(rules.flatMap(rule => rule.codes));

export interface Checked {
  readonly diagnostics: Diagnostic[];
  /** Rules that could not run without the trace. */
  readonly skipped: string[];
}

const severityOf = ({ severity, code }: Notice) => severity ?? catalogue[code].severity;

/** Runs every rule. `noticed`: what reading the cells said already, which the rules do not repeat. */
export function checkPlan(evidence: Evidence, noticed: readonly Notice[]): Checked {
  let notices = [...noticed];
  const skipped: string[] = [];
  for (const rule of rules) {
    if (rule.needs === 'trace' && evidence.trace === null) {
      skipped.push(rule.name);
      continue;
    }
    const found = rule.check(evidence, notices);
    // Where a rule explains why a cell gave no value, the plain refusal says nothing more.
    const explained = new Set(found.filter(notice => severityOf(notice) === 'error').map(({ pointer }) => pointer));
    notices = notices.filter(
      notice => severityOf(notice) !== 'error' || !notice.pointer || !explained.has(notice.pointer),
    );
    notices.push(...found);
  }
  const settled = correctedPointers(evidence);
  const open = notices.filter(({ pointer }) => pointer === undefined || !settled.has(pointer));
  const diagnostics = open.map(notice => diagnose(notice, notice)).sort(byPlace);
  return { diagnostics: withCauses(diagnostics, evidence), skipped };
}

/** Whatever was to be said of a field, a person has decided on it. */
const correctedPointers = ({ trace }: Evidence): ReadonlySet<string> =>
  new Set(
    trace?.rows.flatMap(row =>
      Object.entries(row.cells)
        .filter(([, { origin }]) => origin === 'corrected')
        .map(([field]) => pointerTo(taskIndex(row), field)),
    ),
  );

/** By task, then field as written; what concerns the whole plan comes first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const task = (d: Diagnostic) => (d.pointer?.startsWith('/tasks/') ? Number(d.pointer.split('/')[2]) : -1);
  return task(a) - task(b);
}
