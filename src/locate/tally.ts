import { countCharacters } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import type { Ledger } from '../model/traced.ts';

type Heading = Exclude<keyof Ledger, 'characters' | 'discarded'>;

/** Where the characters of one part of a document went; parts add up to the ledger. */
export interface Tally {
  readonly counts: Record<Heading, number>;
  readonly discarded: { text: string; why: string; place: Place | null }[];
}

export const emptyTally = (): Tally => ({
  counts: {
    cells: 0,
    header: 0,
    title: 0,
    notes: 0,
    prose: 0,
    sections: 0,
    pageFurniture: 0,
    repeatedHeaders: 0,
    markup: 0,
    otherPlans: 0,
  },
  discarded: [],
});

export function enter(tally: Tally, heading: Heading, text: string): void {
  tally.counts[heading] += countCharacters(text);
}

export function discard(tally: Tally, text: string, why: string, places: readonly Place[]): void {
  if (countCharacters(text) > 0) tally.discarded.push({ text, why, place: places[0] ?? null });
}

/** Every character a tally holds. */
export const total = (tally: Tally): number =>
  Object.values(tally.counts).reduce((sum, count) => sum + count, 0) +
  tally.discarded.reduce((sum, { text }) => sum + countCharacters(text), 0);

/** One ledger from the parts of a document; `others` are its other plans, of which only the size counts here. */
export function closeLedger(characters: number, parts: readonly Tally[], others: readonly Tally[]): Ledger {
  const sum = emptyTally();
  for (const part of parts) {
    for (const heading of Object.keys(sum.counts) as Heading[]) sum.counts[heading] += part.counts[heading];
    sum.discarded.push(...part.discarded);
  }
  sum.counts.otherPlans += others.reduce((size, tally) => size + total(tally), 0);
  return { characters, ...sum.counts, discarded: sum.discarded };
}
