import { fieldTitle } from '../../fields/index.ts';
import type { TracedCell, TracedRow } from '../../model/traced.ts';
import { type Evidence, label, type Notice, pointerTo, type Rule, taskIndex } from './rule.ts';

/** The columns whose blanks may stand for the cell above, and whose absence matters. */
const watched = ['creditRule', 'period'] as const;

const isBlank = (cell: TracedCell | undefined): boolean => cell === undefined || cell.origin === 'blank';

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
      .filter(field => columns.has(field) && !isSparse(rows, field))
      .flatMap(field =>
        rows.flatMap((row, index): Notice[] => {
          const task = taskIndex(row);
          const isFirst = rows.findIndex(other => other.task === row.task) === index;
          if (!isFirst || !isBlank(row.cells[field])) return [];
          return [notice(evidence, field, index, task)];
        }),
      );
  },
};

function notice(evidence: Evidence, field: (typeof watched)[number], index: number, task: number): Notice {
  const rows = evidence.trace!.rows;
  const row = rows[index]!;
  const at = { pointer: pointerTo(task, field), row: `/rows/${index}`, places: row.cells[field]?.places ?? [] };
  const donor = donorAbove(evidence, field, index);
  if (donor === null) return { ...at, code: 'missing-value', params: { field: fieldTitle(field) } };
  const cell = rows[donor]!.cells[field]!;
  const donorTask = taskIndex(rows[donor]!);
  const suspect = cell.by === undefined;
  return {
    ...at,
    code: 'ambiguous-blank',
    params: {
      field: fieldTitle(field),
      donor: label(evidence.plan.tasks[donorTask], donorTask),
      text: cell.raw.trim(),
      doubt: suspect
        ? { zh: '；但该行此格本身未能识读，疑为错位', en: '; but that cell was not read itself and looks misplaced' }
        : { zh: '', en: '' },
    },
  };
}

/** The nearest row above in the same block of rows of one lead body that prints the field. */
function donorAbove({ plan, trace }: Evidence, field: string, index: number): number | null {
  const rows = trace!.rows;
  const lead = (i: number): string | null => {
    const row = rows[i];
    const task = row && plan.tasks[taskIndex(row)];
    if (!task) return null;
    const bodies = task.lead.length > 0 ? task.lead : (task.executors ?? []);
    return bodies.length > 0
      ? JSON.stringify([task.section ?? null, bodies.map(({ unit, level }) => [unit, level])])
      : null;
  };
  const block = lead(index);
  if (block === null) return null;
  for (let i = index - 1; i >= 0 && lead(i) === block; i--) if (!isBlank(rows[i]!.cells[field])) return i;
  return null;
}
