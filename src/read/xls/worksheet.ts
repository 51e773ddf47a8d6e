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

  const u16 = ({ data }: BiffRecord, offset: number): number => data.getUint16(offset, true);
  const place = (record: BiffRecord): [number, number, number] => [u16(record, 0), u16(record, 2), u16(record, 4)];
  const label = (record: BiffRecord): void => words(...place(record), new BiffReader(record, 6).string());
  const print = (record: BiffRecord): void => {
    const text = record.data.byteLength > 0 ? printText(new BiffReader(record).string()) : '';
    if (text !== '') furniture.push(text);
  };
  /** By record type, with the name that MS-XLS gives it. */
  const readers: Readonly<Record<number, (record: BiffRecord) => void>> = {
    /* Row */ 520: record => {
      if (record.data.getUint32(12, true) & 0x20) hiddenRows.add(u16(record, 0));
    },
    /* ColInfo */ 125: record => {
      if (u16(record, 8) & 1)
        for (let i = u16(record, 0); i <= Math.min(u16(record, 2), 255); i++) hiddenColumns.add(i);
    },
    /* LabelSst */ 253: record => words(...place(record), globals.strings[record.data.getUint32(6, true)] ?? ''),
    /* Label */ 516: label,
    /* RString */ 214: label,
    /* Number */ 515: record => number(...place(record), record.data.getFloat64(6, true)),
    /* RK */ 638: record => number(...place(record), unpack(record.data.getInt32(6, true))),
    /* MulRk */ 189: record => {
      for (let i = 0; 6 * i + 12 <= record.data.byteLength; i++)
        number(
          u16(record, 0),
          u16(record, 2) + i,
          u16(record, 4 + 6 * i),
          unpack(record.data.getInt32(6 + 6 * i, true)),
        );
    },
    /* BoolErr */ 517: record =>
      keep(u16(record, 0), u16(record, 2), {
        text: boolean(record.data.getUint8(6), record.data.getUint8(7) === 1),
        raw: '',
      }),
    /* Formula */ 6: record => {
      const [row, column, style] = place(record);
      const result = formulaResult(record.data);
      if (result === null) waiting = { row, column, style };
      else if (typeof result === 'number') number(row, column, style, result);
      else keep(row, column, { text: result, raw: '' });
    },
    /* String, of the formula before */ 519: record => {
      if (waiting) words(waiting.row, waiting.column, waiting.style, new BiffReader(record).string());
      waiting = undefined;
    },
    /* MergeCells */ 229: record => {
      for (let i = 0; i < u16(record, 0) && 10 + 8 * i <= record.data.byteLength; i++) {
        const [top, bottom, left, right] = [2, 4, 6, 8].map(at => u16(record, at + 8 * i)) as [
          number,
          number,
          number,
          number,
        ];
        merges.push({ top, left, bottom, right });
      }
    },
    /* Header */ 20: print,
    /* Footer */ 21: print,
  };
  // Charts inside a sheet are parts of their own, with a beginning and an end.
  let depth = 0;
  for (const record of records(stream, at)) {
    if (record.type === 0x809) depth++;
    else if (record.type === EOF) {
      if (--depth <= 0) break;
    } else if (depth === 1) readers[record.type]?.(record);
  }
  return { name, cells, merges, hiddenRows, hiddenColumns, findings, unseen, furniture };
}
