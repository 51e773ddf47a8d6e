import type { TracedRow } from '../../model/traced.ts';
import { taskIndex } from './rule.ts';

/** The stretches that a document's rows come in: pages, or in a text the blocks that blank lines set apart. */
export interface Pages {
  readonly kind: 'page' | 'block';
  /** For each row its page (1-based), or its block. */
  readonly of: readonly number[];
}

const firstPlace = (row: TracedRow) => Object.values(row.cells).flatMap(({ places }) => places)[0];

/** Where each row stands; null where the places do not tell, or all is one stretch. */
export function pagesOf(rows: readonly TracedRow[]): Pages | null {
  const places = rows.map(firstPlace);
  const pages = places.map(place => (place && 'page' in place ? place.page : null));
  const lines = places.map(place => (place && 'line' in place ? place.line : null));
  const known = (list: readonly (number | null)[]): list is number[] => list.every(one => one !== null);
  const found: Pages | null = known(pages)
    ? { kind: 'page', of: pages }
    : known(lines)
      ? { kind: 'block', of: blocks(rows, lines) }
      : null;
  return found && new Set(found.of).size > 1 ? found : null;
}

/** A row's cells may hold line breaks; a block ends where more lines lie between two rows than that. */
function blocks(rows: readonly TracedRow[], lines: readonly number[]): number[] {
  let block = 1;
  return lines.map((line, i) => {
    if (i > 0) {
      const breaks = Object.values(rows[i - 1]!.cells).reduce((sum, { raw }) => sum + raw.split('\n').length - 1, 0);
      if (line - lines[i - 1]! > 1 + breaks) block++;
    }
    return block;
  });
}

/** Index of the row that a diagnostic or notice stands in. */
export function rowOf(
  { row, pointer }: { readonly row?: string; readonly pointer?: string },
  rows: readonly TracedRow[],
): number | null {
  if (row !== undefined) return Number(row.slice('/rows/'.length));
  const task = pointer?.startsWith('/tasks/') ? Number(pointer.split('/')[2]) : -1;
  const index = rows.findIndex(one => taskIndex(one) === task);
  return index < 0 ? null : index;
}
