import { entries } from './entry.ts';

/** What can be said of credit rules. */
export const creditRuleEntries = entries({});
