import { entries } from './entry.ts';

/** What can be said of ratios, frequencies and counts. */
export const amountsEntries = entries({});
