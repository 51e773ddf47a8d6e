import type { Finding } from '../../model/diagnostic.ts';
import { Refusal } from '../../model/refusal.ts';
import { tooComplex } from '../complexity.ts';
import { scanXml } from '../xml.ts';
import {
  address,
  maxColumns,
  maxRows,
  parseAddress,
  parseRange,
  type Range,
  type Sheet,
  type SheetCell,
} from './sheet.ts';
import { evenLines, unescapeText } from './strings.ts';
import type { StyleFormat } from './styles.ts';
import { type Shown, showNumber } from './value.ts';

/** Characters of one sheet, repeated strings counted each time: no plan has a hundredth of it. */
const maxText = 64 * 2 ** 20;

/** Merged ranges of one sheet. */
const maxMerges = 100_000;

/** What the workbook says to all its sheets. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly formats: (style: string | undefined) => StyleFormat;
  readonly from1904: boolean;
  readonly maxCells: number;
}

/** A sheet, with what was noticed while reading, and text that its formats hide. */
export interface ReadSheet extends Sheet {
  readonly findings: readonly Finding[];
  readonly unseen: readonly SheetCell[];
  /** Running heads and feet, for print. */
  readonly furniture: readonly string[];
}

interface Stored {
  readonly type: string;
  readonly value: string;
  readonly formula: string;
  /** The formula itself may stand in another cell that shares it. */
  readonly computed: boolean;
  readonly style: string | undefined;
}

/** What a cell shows, from what it stores. */
function show(stored: Stored, { strings, formats, from1904 }: Workbook): Shown {
  const { type, value, formula, computed, style } = stored;
  const format = formats(style);
  if (value === '' && computed) {
    if (type === 'str') return { text: '', raw: '' };
    // A formula written by a program that did not work it out.
    const text = `=${formula}`;
    return { text, raw: text, finding: { code: 'formula-without-value', params: { formula: text } } };
  }
  const asText = (raw: string): Shown => ({ text: format.text(raw), raw });
  if (type === 's') return asText(strings[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str') return asText(evenLines(unescapeText(value)));
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', raw: value };
  // Strict files may store dates as ISO 8601; errors show their code.
  if (type === 'e' || type === 'd' || value === '') return { text: value, raw: value };
  return showNumber(Number(value), value, format, from1904);
}

/** `&L&"宋体"&10第 &P 页` is a print head: codes go, words stay. */
export const printText = (text: string): string => text.replace(/&(?:"[^"]*"|K[\dA-F]{6}|\d{1,3}|.)/gs, ' ').trim();

/** Reads one sheet as a stream, so that only what it shows stays in memory. */
export function readWorksheet(bytes: Uint8Array, part: string, name: string, workbook: Workbook): ReadSheet {
  const cells: SheetCell[] = [];
  const unseen: SheetCell[] = [];
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const findings: Finding[] = [];
  const furniture: string[] = [];
  let [row, column, next] = [-1, -1, 0];
  let stored = { type: 'n', value: '', formula: '', computed: false, style: undefined as string | undefined };
  let target: 'value' | 'formula' | 'print' | undefined;
  let phonetic = 0;
  let print = '';
  let length = 0;

  const keep = (): void => {
    const { text: shown, raw, finding } = show(stored, workbook);
    const text = shown.trim();
    if (text === '') {
      if (raw.trim() !== '') unseen.push({ row, column, text: raw });
      return;
    }
    length += text.length;
    if (length > maxText) throw tooComplex('characters', maxText);
    if (cells.length >= workbook.maxCells)
      throw new Refusal({ code: 'table-too-large', params: { limit: workbook.maxCells } });
    cells.push({ row, column, text });
    if (finding) findings.push({ ...finding, places: [{ sheet: name, cell: address(row, column) }] });
  };

  scanXml(bytes, part, {
    open(element, attributes) {
      switch (element) {
        case 'row': {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
          if (!(row >= 0 && row < maxRows))
            throw new Refusal({ code: 'broken-xml', params: { part, why: `row ${attributes.r}` } });
          next = 0;
          if (['1', 'true'].includes(attributes.hidden ?? '') || attributes.ht === '0') hiddenRows.add(row);
          return;
        }
        case 'c': {
          const at = attributes.r === undefined ? { row, column: next } : parseAddress(attributes.r);
          if (!at || at.row < 0 || at.column >= maxColumns)
            throw new Refusal({ code: 'broken-xml', params: { part, why: `cell ${attributes.r}` } });
          ({ row, column } = at);
          next = column + 1;
          stored = { type: attributes.t ?? 'n', value: '', formula: '', computed: false, style: attributes.s };
          return;
        }
        case 'v':
        case 't':
          target = phonetic === 0 ? 'value' : undefined;
          return;
        case 'f':
          target = 'formula';
          stored.computed = true;
          return;
        case 'rPh':
          phonetic++;
          return;
        case 'col': {
          const [from, to] = [Number(attributes.min) - 1, Math.min(Number(attributes.max), maxColumns)];
          if (['1', 'true'].includes(attributes.hidden ?? '') || attributes.width === '0')
            for (let i = Math.max(0, from); i < to; i++) hiddenColumns.add(i);
          return;
        }
        case 'mergeCell': {
          const range = parseRange(attributes.ref ?? '');
          if (range) merges.push(range);
          if (merges.length > maxMerges) throw tooComplex('merges', maxMerges);
          return;
        }
        default:
          if (/^(?:odd|even|first)(?:Header|Footer)$/.test(element)) [target, print] = ['print', ''];
      }
    },
    text(piece) {
      if (target === 'value') stored.value += piece;
      else if (target === 'formula') stored.formula += piece;
      else if (target === 'print') print += piece;
    },
    close(element) {
      if (element === 'c') keep();
      else if (element === 'rPh') phonetic--;
      else if (target === 'print' && printText(print) !== '') furniture.push(printText(print));
      target = undefined;
    },
  });
  return { name, cells, merges, hiddenRows, hiddenColumns, findings, unseen, furniture };
}
