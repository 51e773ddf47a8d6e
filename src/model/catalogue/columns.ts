import { entries } from './entry.ts';

/** What can be said of headers and columns. */
export const columnsEntries = entries({});
