import { entries } from './entry.ts';

/** What can be said of bodies and regions. */
export const bodiesEntries = entries({});
