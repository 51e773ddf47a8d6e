import type { Finding } from '../../model/diagnostic.ts';
import { Refusal } from '../../model/refusal.ts';
import { address, type Range, type SheetCell } from '../xlsx/sheet.ts';
import { type Shown, showNumber } from '../xlsx/value.ts';
import { printText, type ReadSheet } from '../xlsx/worksheet.ts';
import { BiffReader, type BiffRecord, records } from './records.ts';
import { EOF, type Globals } from './workbook.ts';

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
const boolean = (value: number, isError: boolean): string =>
  isError ? (errors[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE';

/** A number in 30 bits: the upper half of a double or an integer, perhaps a hundredfold (MS-XLS 2.5.217). */
function unpack(rk: number): number {
  let value: number;
  if (rk & 2) value = rk >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setInt32(4, rk & ~3, true);
    value = view.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
}

/** The saved result of a formula; null where it follows as a string of its own. */
function formulaResult(data: DataView): number | string | null {
  if (data.getUint16(12, true) !== 0xffff) return data.getFloat64(6, true);
  const value = data.getUint8(8);
  switch (data.getUint8(6)) {
    case 0:
      return null;
    case 1:
      return boolean(value, false);
    case 2:
      return boolean(value, true);
    default:
      return '';
  }
}

/** Reads the sheet that begins at an offset of the workbook's stream. */
export function readXlsSheet(
  stream: Uint8Array,
  at: number,
  name: string,
  globals: Globals,
  maxCells: number,
): ReadSheet {
  const cells: SheetCell[] = [];
  const unseen: SheetCell[] = [];
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const findings: Finding[] = [];
  const furniture: string[] = [];
  let waiting: { row: number; column: number; style: number } | undefined;

  const keep = (row: number, column: number, shown: Shown): void => {
    const text = shown.text.trim();
    if (text === '' && shown.raw.trim() !== '') unseen.push({ row, column, text: shown.raw });
    if (text === '') return;
    if (cells.length >= maxCells) throw new Refusal({ code: 'table-too-large', params: { limit: maxCells } });
    cells.push({ row, column, text });
    if (shown.finding) findings.push({ ...shown.finding, places: [{ sheet: name, cell: address(row, column) }] });
  };
  const number = (row: number, column: number, style: number, value: number): void =>
    keep(row, column, showNumber(value, String(value), globals.format(style), globals.from1904));
  const words = (row: number, column: number, style: number, text: string): void =>
    keep(row, column, { text: globals.format(style).text(text), raw: text });

  const read = (record: BiffRecord): void => {
    const { type, data } = record;
    const u16 = (offset: number): number => data.getUint16(offset, true);
    switch (type) {
      case 0x208: // Row
        if (data.getUint32(12, true) & 0x20) hiddenRows.add(u16(0));
        return;
      case 0x7d: // ColInfo
        if (u16(8) & 1) for (let i = u16(0); i <= Math.min(u16(2), 255); i++) hiddenColumns.add(i);
        return;
      case 0xfd: // LabelSst
        return words(u16(0), u16(2), u16(4), globals.strings[data.getUint32(6, true)] ?? '');
      case 0x204: // Label
      case 0xd6: // RString
        return words(u16(0), u16(2), u16(4), new BiffReader(record, 6).string());
      case 0x203: // Number
        return number(u16(0), u16(2), u16(4), data.getFloat64(6, true));
      case 0x27e: // Rk
        return number(u16(0), u16(2), u16(4), unpack(data.getInt32(6, true)));
      case 0xbd: // MulRk
        for (let i = 0; 4 + 6 * i + 6 <= data.byteLength - 2; i++)
          number(u16(0), u16(2) + i, u16(4 + 6 * i), unpack(data.getInt32(6 + 6 * i, true)));
        return;
      case 0x205: // BoolErr
        return keep(u16(0), u16(2), { text: boolean(data.getUint8(6), data.getUint8(7) === 1), raw: '' });
      case 0x06: {
        // Formula
        const result = formulaResult(data);
        const place = { row: u16(0), column: u16(2), style: u16(4) };
        if (result === null) waiting = place;
        else if (typeof result === 'number') number(place.row, place.column, place.style, result);
        else keep(place.row, place.column, { text: result, raw: '' });
        return;
      }
      case 0x207: // String, of the formula before
        if (waiting) words(waiting.row, waiting.column, waiting.style, new BiffReader(record).string());
        waiting = undefined;
        return;
      case 0xe5: // MergeCells
        for (let i = 0; i < u16(0) && 10 + 8 * i <= data.byteLength; i++) {
          const [top, bottom, left, right] = [2, 4, 6, 8].map(offset => u16(offset + 8 * i)) as [
            number,
            number,
            number,
            number,
          ];
          merges.push({ top, left, bottom, right });
        }
        return;
      case 0x14: // Header
      case 0x15: // Footer
        if (data.byteLength > 0) {
          const text = printText(new BiffReader(record).string());
          if (text !== '') furniture.push(text);
        }
    }
  };
  // Charts inside a sheet are parts of their own, with a beginning and an end.
  let depth = 0;
  for (const record of records(stream, at)) {
    if (record.type === 0x809) depth++;
    else if (record.type === EOF) {
      if (--depth <= 0) break;
    } else if (depth === 1) read(record);
  }
  return { name, cells, merges, hiddenRows, hiddenColumns, findings, unseen, furniture };
}
