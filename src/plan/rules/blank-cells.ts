import { fieldOf, fieldTitle } from '../../fields/index.ts';
import type { TracedCell, TracedRow } from '../../model/traced.ts';
import type { Plan } from '../schema.ts';
import { type Evidence, label, type Notice, pointerTo, type Rule, rowsOfTask, taskIndex } from './rule.ts';

/** The columns whose blanks may stand for the cell above, and whose absence matters. */
const watched = ['creditRule', 'period'] as const;

/** Nothing stands in the cell of the source. */
const isBlank = (cell: TracedCell | undefined): boolean => cell === undefined || cell.raw.trim() === '';

/** Blank in more than half its rows: the plan says nothing by leaving such a cell blank. */
export const isSparse = (rows: readonly TracedRow[], field: string): boolean =>
  rows.filter(row => isBlank(row.cells[field])).length * 2 > rows.length;

/** A blank credit rule or period beside a printed lead body: not stated, or a merged cell whose span was lost? */
export const blankCells: Rule = {
  name: 'blank-cells',
  codes: ['ambiguous-blank', 'missing-value'],
  needs: 'trace',
  check(evidence) {
    const rows = evidence.trace?.rows ?? [];
    const columns = new Set(evidence.trace?.columns.flatMap(({ fields }) => fields));
    return watched
      .filter(field => columns.has(field))
      .filter(field => !isSparse(rows, field))
      .flatMap(field => {
        const donors = donorsOf(evidence.plan, rows, field);
        return rows.flatMap((row, index): Notice[] => {
          const isFirst = rowsOfTask(rows, taskIndex(row))[0] === index;
          return isFirst && isBlank(row.cells[field]) ? [notice(evidence, field, index, donors[index]!)] : [];
        });
      });
  },
};

function notice(evidence: Evidence, field: string, index: number, donor: number | null): Notice {
  const rows = evidence.trace!.rows;
  const row = rows[index]!;
  const title = fieldTitle(field);
  const at = {
    pointer: pointerTo(taskIndex(row), field),
    row: `/rows/${index}`,
    places: row.cells[field]?.places ?? [],
  };
  if (donor === null) return { ...at, code: 'missing-value', params: { field: title } };
  const cell = rows[donor]!.cells[field]!;
  const task = taskIndex(rows[donor]!);
  const decided = cell.origin === 'corrected';
  const doubt =
    cell.by === undefined && !decided
      ? { zh: '；但该行此格本身未能识读，疑为错位', en: '; but that cell was not read itself and looks misplaced' }
      : { zh: '', en: '' };
  const text = decided ? fieldOf(field).format(statedBy(evidence.plan, task, field)) : cell.raw.trim();
  const params = { field: title, donor: label(evidence.plan.tasks[task], task), text, doubt };
  return { ...at, code: 'ambiguous-blank', params };
}

/** For each row the nearest row above in the same block of rows of one lead body that prints the field. */
function donorsOf(plan: Plan, rows: readonly TracedRow[], field: string): (number | null)[] {
  let block: string | null = null;
  let donor: number | null = null;
  return rows.map((row, index) => {
    const lead = leadOf(plan, row);
    if (lead === null || lead !== block) donor = null;
    block = lead;
    const above = donor;
    if (isDonor(plan, row, field)) donor = index;
    return above;
  });
}

const statedBy = (plan: Plan, task: number, field: string): unknown =>
  (plan.tasks[task] as Record<string, unknown> | undefined)?.[field] ?? null;

/** A cell that a blank below may be merged with: one with a text, or, where it is corrected, with a value. */
const isDonor = (plan: Plan, row: TracedRow, field: string): boolean =>
  row.cells[field]?.origin === 'corrected'
    ? statedBy(plan, taskIndex(row), field) !== null
    : !isBlank(row.cells[field]);

/** Who leads a row, in its section. */
function leadOf(plan: Plan, row: TracedRow): string | null {
  const task = plan.tasks[taskIndex(row)];
  const bodies = task?.lead.length ? task.lead : (task?.executors ?? []);
  return bodies.length > 0
    ? [task?.section ?? '', ...bodies.map(({ unit, level }) => `${level ?? ''}${unit}`)].join('|')
    : null;
}
