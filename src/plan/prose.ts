import { foldText } from '../fields/fold.ts';
import type { Line } from '../locate/index.ts';
import type { Origin, TracedCell } from '../model/traced.ts';

/** A line of prose with its folded text; a title broken over two lines has both. */
export interface Folded {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** A value, how it was read and the line that says it. */
export interface Said<T> {
  readonly value: T;
  readonly by: string;
  readonly line: Folded;
}

export const fold = (line: Line): Folded => ({ text: foldText(line.text), lines: [line] });

/** A line of prose as the source of a value of the plan. */
export const tracedLine = ({ lines }: Folded, by: string, origin: Origin = 'read'): TracedCell => ({
  raw: lines.map(line => line.text).join('\n'),
  by,
  origin,
  places: lines.flatMap(line => line.places),
});
