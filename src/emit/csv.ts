import { stringify } from 'csv-stringify/sync';

/** Rows of texts as RFC 4180 with LF line ends. */
export const toCsv = (rows: readonly (readonly string[])[]): string => stringify(rows as string[][]);
