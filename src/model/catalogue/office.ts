import { entries } from './entry.ts';

/** What can be said of reading DOCX, HTML and XLSX. */
export const officeEntries = entries({});
