import { entries } from './entry.ts';

/** What can be said of reading PDF and finding its tables. */
export const pdfEntries = entries({});
