import { entries } from './entry.ts';

/** What can be said of blank cells, rows and the plan as a whole. */
export const planEntries = entries({});
