import type { Bilingual } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import { type Interned, interned } from './interned.ts';

/** What stands once in the page and is called by index. */
export interface Tables {
  readonly texts: Interned<string>;
  readonly spots: Interned<Place>;
  readonly notations: Interned<Bilingual>;
  /** Canonical text (null: the value is itself text) and value. */
  readonly values: Interned<readonly [text: string | null, value: unknown]>;
}

export const emptyTables = (): Tables => ({
  texts: interned(text => text),
  spots: interned(placeKey),
  notations: interned(({ zh, en }) => `${zh}\n${en}`),
  values: interned(value => JSON.stringify(value)),
});

function placeKey(place: Place): string {
  if ('line' in place) return `${place.line}:${place.column}`;
  if ('sheet' in place) return `${place.cell}!${place.sheet}`;
  if ('table' in place) return `${place.table}/${place.row}/${place.column}`;
  const { x0, top, x1, bottom } = place.box;
  return `${place.page}@${x0},${top},${x1},${bottom}`;
}
