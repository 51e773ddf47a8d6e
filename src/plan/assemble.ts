import { mapColumns } from '../columns/index.ts';
import { looksLike } from '../fields/index.ts';
import { enter, type PlanTable, type Tally } from '../locate/index.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Trace, TracedCell } from '../model/traced.ts';
import { pointerTo } from './address.ts';
import { inferBlanks } from './blanks.ts';
import { planId, taskId } from './identity.ts';
import { readNotes } from './notes.ts';
import { type ReadCell, type ReadRow, readRows } from './read-rows.ts';
import type { Notice } from './rules/index.ts';
import type { Plan, Task } from './schema.ts';
import { addSections } from './sections.ts';
import { buildTask, groupRows } from './tasks.ts';
import { readTitleBlock, type TitleBlock } from './title-block.ts';

/** A plan with everything its trace needs, before the rules have looked at it. */
export interface Assembled {
  readonly plan: Plan;
  readonly cells: Trace['plan'];
  readonly columns: Trace['columns'];
  readonly rows: Trace['rows'];
  readonly notices: readonly Notice[];
  readonly tally: Tally;
}

/** From a located table to a plan. `position`: which plan of its document, from 0; `block`: what the prose around it says. */
export function assemble(
  table: PlanTable,
  position: number,
  block: TitleBlock = readTitleBlock(table.above, table.below),
): Assembled {
  const { notes, noteLines } = readNotes(table.below);
  const sampled = mapColumns(
    table.header,
    column => table.rows.map(row => row.cells.get(column)?.text ?? ''),
    looksLike,
  );
  const { columns } = sampled;
  const { head } = block;
  const rows = readRows(table, columns, {
    year: head.year,
    level: head.region?.level ?? null,
    region: head.region?.name ?? null,
  });

  const fields = new Set(columns.flatMap(column => column.fields.map(field => field.replace(/^period\..*/, 'period'))));
  if (rows.some(({ cells }) => cells.has('code'))) fields.add('code');
  addSections(rows, fields);
  const groups = groupRows(rows, fields);
  const taskOf = new Map(groups.flatMap((group, task) => group.rows.map(row => [row, task] as const)));
  const numberOf = (row: number): string => {
    const task = taskOf.get(row)!;
    const number = rows[groups[task]!.rows[0]!]!.cells.get('number')?.value;
    return number == null ? `#${task + 1}` : String(number);
  };
  const continuing = new Set(groups.flatMap(group => group.rows.slice(1)));
  inferBlanks(rows, fields, row => continuing.has(row), numberOf);

  const drafts = groups.map(group =>
    buildTask(
      group.rows.map(row => rows[row]!),
      fields,
    ),
  );
  const id =
    planId(
      head,
      drafts.map(({ name }) => name ?? ''),
    ) + (position > 0 ? `-${position + 1}` : '');
  const tasks = drafts.map((draft, index) => ({ id: taskId(id, index), ...draft }) as Task);

  for (const line of [...table.above, ...table.below])
    enter(table.tally, block.titleLines.has(line) ? 'title' : noteLines.has(line) ? 'notes' : 'prose', line.text);
  return {
    plan: { schema: 'choucha/plan@1', id, ...head, notes: [...notes], tasks },
    cells: block.cells,
    columns: columns.map(({ header, fields, column }) => ({ header, fields: [...fields], column: column + 1 })),
    rows: rows.map((row, index) => ({ task: `/tasks/${taskOf.get(index)}`, cells: tracedCells(row) })),
    notices: [
      ...[...block.findings, ...sampled.findings],
      ...rows.flatMap((row, index) => rowNotices(row, index, taskOf.get(index)!)),
      ...tasks.flatMap((task, index): Notice[] =>
        task.name === null && fields.has('name') ? [{ code: 'missing-name', pointer: pointerTo(index, 'name') }] : [],
      ),
    ],
    tally: table.tally,
  };
}

const tracedCells = (row: ReadRow): Record<string, TracedCell> =>
  Object.fromEntries([...row.cells].map(([field, cell]) => [field, traced(cell)]));

const traced = ({ raw, by, origin, from, places }: ReadCell): TracedCell => ({
  raw,
  ...(by !== null && { by }),
  origin,
  ...(from !== null && { from: `/rows/${from}` }),
  places,
});

/** What reading a row's cells said; the plain refusal is left to the rule that finds every unread text. */
const rowNotices = (row: ReadRow, index: number, task: number): Notice[] =>
  [...row.cells].flatMap(([field, cell]) =>
    cell.findings
      .filter(({ code }) => code !== 'unread-cell')
      .map(
        (finding: Finding): Notice => ({
          places: cell.places,
          ...(cell.raw !== '' && { raw: cell.raw }),
          ...finding,
          pointer: pointerTo(task, field),
          row: `/rows/${index}`,
        }),
      ),
  );
