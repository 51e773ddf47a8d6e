import { fieldTitle } from '../fields/index.ts';
import type { ReadRow } from './read-rows.ts';
import { isBlankCell } from './read-rows.ts';

const bodyColumns = ['lead', 'executors'] as const;
const runFields = ['period', 'creditRule'] as const;

/**
 * Fills in what a lost merge most likely said: a blank lead (or executing) body is the nearest one above in the same
 * section; in the same run of rows a blank period or credit rule is the one of that row. Nothing else is ever inferred,
 * and every inference is reported. `continues`: rows that go on with the task above, which have nothing of their own.
 */
export function inferBlanks(
  rows: readonly ReadRow[],
  fields: ReadonlySet<string>,
  continues: (row: number) => boolean,
  label: (row: number) => string,
): void {
  const first = rows.filter((_, index) => !continues(index));
  // In a column that is blank in more than half its rows a blank says nothing.
  const filled = (field: string): boolean =>
    fields.has(field) && first.filter(row => isBlankCell(row.cells.get(field))).length * 2 <= first.length;
  const inferred = new Set([...bodyColumns, ...runFields].filter(filled));
  for (const body of bodyColumns) {
    if (!inferred.has(body)) continue;
    let donor: number | null = null;
    for (const [index, row] of rows.entries()) {
      if (donor !== null && rows[donor]!.section !== row.section) donor = null;
      if (continues(index)) continue;
      if (!isBlankCell(row.cells.get(body))) donor = index;
      else if (donor !== null)
        for (const field of [body, ...runFields]) if (inferred.has(field)) infer(rows, index, donor, field, label);
    }
  }
}

function infer(
  rows: readonly ReadRow[],
  index: number,
  donor: number,
  field: string,
  label: (row: number) => string,
): void {
  const cell = rows[index]!.cells.get(field);
  const source = rows[donor]!.cells.get(field);
  // A text above that gave no value is never copied.
  if (!isBlankCell(cell) || !source || isBlankCell(source) || source.value === null) return;
  const from = source.from ?? donor;
  rows[index]!.cells.set(field, {
    ...source,
    origin: 'inferred',
    from,
    findings: [
      {
        code: 'inferred-blank',
        params: { field: fieldTitle(field), donor: label(from), text: source.text },
        places: cell?.places ?? [],
      },
    ],
  });
}
