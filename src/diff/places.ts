import type { Trace } from '../model/traced.ts';
import { rowsOfTask } from '../plan/rules/index.ts';
import type { Side, SidedPlace } from './schema.ts';

/** What is known of where the two plans stand in their sources; null for a plan file without its trace. */
export type Traces = Readonly<Record<Side, Pick<Trace, 'rows'> | null>>;

/** Where a field of a task stands: in the plan always, in the source where its trace is at hand. */
export function placeOf(traces: Traces, side: Side, task: number, field: string): SidedPlace {
  const pointer = `/tasks/${task}${pointerOf(field)}`;
  const trace = traces[side];
  if (!trace) return { side, pointer };
  const places = rowsOfTask(trace.rows, task).flatMap(row => {
    const { cells } = trace.rows[row]!;
    // A dropped task is where it is called, and a value that stands in no cell of its own is with its row.
    return (cells[field] ?? cells.name ?? Object.values(cells)[0])?.places ?? [];
  });
  const distinct = [...new Map(places.map(place => [JSON.stringify(place), place])).values()];
  return { side, pointer, ...(distinct.length > 0 && { places: distinct }) };
}

const pointerOf = (field: string): string => {
  if (field === '') return '';
  if (!field.startsWith('extra:')) return `/${field}`;
  return `/extra/${field.slice('extra:'.length).replace(/~/g, '~0').replace(/\//g, '~1')}`;
};
