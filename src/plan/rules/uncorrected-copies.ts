import { fieldTitle } from '../../fields/index.ts';
import { label, type Notice, pointerTo, type Rule, taskIndex } from './rule.ts';

/** A merged or inferred cell whose donor was corrected: the decision on the donor does not say whether it holds here too. */
export const uncorrectedCopies: Rule = {
  name: 'uncorrected-copies',
  codes: ['uncorrected-copy'],
  needs: 'trace',
  check({ plan, trace }) {
    const rows = trace?.rows ?? [];
    return rows.flatMap((row, index): Notice[] =>
      Object.entries(row.cells).flatMap(([field, { from, origin, raw, places }]): Notice[] => {
        const donor = from === undefined ? undefined : rows[Number(from.slice('/rows/'.length))];
        if (!donor || donor.task === row.task || origin === 'corrected' || donor.cells[field]?.origin !== 'corrected')
          return [];
        const task = taskIndex(donor);
        const params = { field: fieldTitle(field), donor: label(plan.tasks[task], task) };
        const at = { pointer: pointerTo(taskIndex(row), field), row: `/rows/${index}`, places, raw };
        return [{ code: 'uncorrected-copy', params, ...at }];
      }),
    );
  },
};
