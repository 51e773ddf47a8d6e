import { Refusal } from '../../model/refusal.ts';
import type { Reader } from '../reader.ts';
import { type ShownSheet, toDocument } from '../xlsx/sheets.ts';
import { checkSize } from '../zip.ts';
import { compoundNames, openCompound } from './compound.ts';
import { readGlobals } from './workbook.ts';
import { readXlsSheet } from './worksheet.ts';

/**
 * Reads Excel 97–2003 workbooks, and WPS's .et that are the same inside. No library that was tried gives the number formats, without
 * which 5% is 0.05.
 */
export const xlsReader: Reader = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'et'],
  recognises: bytes => {
    const names = compoundNames(bytes);
    return names.includes('Workbook') && !names.includes('WordDocument');
  },
  read: async ({ bytes }, { limits }) => {
    checkSize(bytes, limits);
    const stream = openCompound(bytes).stream('Workbook');
    if (!stream) throw new Refusal({ code: 'broken-package', params: { part: 'Workbook' } });
    try {
      const globals = readGlobals(stream);
      const sheets = function* (): Generator<ShownSheet> {
        for (const { name, at, hidden } of globals.sheets)
          yield { sheet: readXlsSheet(stream, at, name, globals, limits.cells), hidden };
      };
      return toDocument('xls', sheets(), limits);
    } catch (error) {
      // A record shorter than its kind: DataView says so.
      if (error instanceof RangeError) throw new Refusal({ code: 'broken-package', params: { part: 'Workbook' } });
      throw error;
    }
  },
};
