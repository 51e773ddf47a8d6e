import { entries } from './entry.ts';

/** What can be said of items, numbers and codes. */
export const itemsEntries = entries({});
