import { entries } from './entry.ts';

/** What can be said of reading plain text. */
export const textEntries = entries({});
