import type { Box } from './box.ts';

/** Where in the source something stands. All numbers are 1-based, but for the coordinates of a box. */
export type Place =
  | { readonly page: number; readonly box: Box }
  | { readonly table: number; readonly row: number; readonly column: number }
  | { readonly sheet: string; readonly cell: string }
  | { readonly line: number; readonly column: number };

/** A place as people read and search for it: `12:3`, `p2@56,120`, `t1r4c2`, `抽查计划!B7`. */
export function formatPlace(place: Place): string {
  if ('line' in place) return `${place.line}:${place.column}`;
  if ('page' in place) return `p${place.page}@${Math.round(place.box.x0)},${Math.round(place.box.top)}`;
  if ('sheet' in place) return `${place.sheet}!${place.cell}`;
  return `t${place.table}r${place.row}c${place.column}`;
}
