import { entries } from './entry.ts';

/** What can be said of periods. */
export const periodEntries = entries({});
