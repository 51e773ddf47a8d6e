import { isBlank, isPageNumber, isRule, type Line } from './lines.ts';
import type { Row } from './table.ts';

/** What a cut line can be: of the last three, only text may be a row of the table. */
export type Kind = 'text' | 'rule' | 'furniture' | 'blank';

export function kindOf(row: Row, lines: readonly Line[]): Kind {
  if (row.to === row.from + 1) {
    const { text } = lines[row.from]!;
    if (isBlank(text)) return 'blank';
    if (isRule(text) || row.cells.length === 0) return 'rule';
    if (isPageNumber(lines, row.from)) return 'furniture';
  }
  return row.cells.some(cell => cell.text !== '') ? 'text' : 'blank';
}

export const filled = (row: Row): number => row.cells.reduce((count, cell) => count + (cell.text === '' ? 0 : 1), 0);

/** Cells up to the last one that holds text. */
export const reach = (row: Row): number => row.cells.findLastIndex(cell => cell.text !== '') + 1;

type Cut = Pick<Row, 'cells'>;

export const firstText = (row: Cut): string => row.cells.find(cell => cell.text !== '')?.text ?? '';

/** A row's texts, white space aside: by this a repeated header is known. */
export const wording = (row: Row): string =>
  row.cells
    .map(cell => cell.text.replace(/\s/g, ''))
    .join('\t')
    .trimEnd();

export const isNote = (row: Cut): boolean => /^(?:备注|附注|注|填表说明|说明)\s*[:：]/.test(firstText(row));

/** Section headings and totals, which stand alone in their row by nature. */
export const isHeading = (text: string): boolean =>
  /^(?:第?[一二三四五六七八九十百]+[、.．章节部篇]|[(（][一二三四五六七八九十百]+[)）]|[合总小共]\s*计)/.test(text) ||
  /[(（]共?\s*\d+\s*[项个条户][)）]$/.test(text);

/** How many cells stand in rows of the usual width: the cut that gives more of them is the better one. */
export function regularity(rows: readonly Row[]): number {
  const cells = new Map<number, number>();
  for (const row of rows) {
    const width = row.cells.length;
    if (width > 1) cells.set(width, (cells.get(width) ?? 0) + width);
  }
  return [...cells.values()].reduce((most, count) => Math.max(most, count), 0);
}
