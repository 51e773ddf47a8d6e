import { Refusal } from '../../model/refusal.ts';
import { formatById } from '../xlsx/formats.ts';
import { parseFormat } from '../xlsx/number-format.ts';
import type { StyleFormat } from '../xlsx/styles.ts';
import { BiffReader, records } from './records.ts';

/** What the workbook's first part (MS-XLS, globals substream) says to all its sheets. */
export interface Globals {
  readonly sheets: readonly { readonly name: string; readonly at: number; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  readonly format: (style: number) => StyleFormat;
  readonly from1904: boolean;
}

const BOF = 0x809;
const biff8 = 0x600;
export const EOF = 0x0a;

export function readGlobals(stream: Uint8Array): Globals {
  const sheets: { name: string; at: number; hidden: boolean }[] = [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const strings: string[] = [];
  let from1904 = false;
  for (const record of records(stream)) {
    const { type, data } = record;
    const reader = new BiffReader(record);
    if (type === BOF && reader.u16() !== biff8) {
      const format = 'Excel 5.0/95';
      const remedy = { zh: '用 Excel/WPS 另存为 XLSX', en: 'save it as XLSX in a spreadsheet program' };
      throw new Refusal({ code: 'unsupported-format', params: { format, remedy } });
    }
    switch (type) {
      case 0x2f:
        throw new Refusal({ code: 'encrypted-office' });
      case 0x22:
        from1904 = data.getUint16(0, true) === 1;
        break;
      case 0x85: {
        const [at, state, kind] = [reader.u32(), reader.u8(), reader.u8()];
        // Kind 0 is a worksheet; charts and macro sheets are none.
        if (kind === 0) sheets.push({ name: reader.string(1), at, hidden: (state & 3) !== 0 });
        break;
      }
      case 0x41e:
        codes.set(reader.u16(), reader.string());
        break;
      case 0xe0:
        styles.push(data.getUint16(2, true));
        break;
      case 0xfc: {
        reader.skip(4);
        // The count is the file's word: strings end where the data end.
        const count = Math.min(reader.u32(), stream.length);
        for (let i = 0; i < count; i++) strings.push(reader.string().replace(/\r\n?/g, '\n'));
        break;
      }
    }
    if (type === EOF) break;
  }
  const formats = new Map<number, StyleFormat>();
  const format = (style: number): StyleFormat => {
    const id = styles[style] ?? 0;
    const code = codes.get(id) ?? formatById(id);
    const known = formats.get(id) ?? { code, ...parseFormat(code) };
    formats.set(id, known);
    return known;
  };
  return { sheets, strings, format, from1904 };
}
