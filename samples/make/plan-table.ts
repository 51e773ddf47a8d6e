import { readFileSync } from 'node:fs';

/** One cell as it is printed; a merged one stands where it begins. */
export interface PrintedCell {
  readonly text: string;
  /** Rows it lies over. */
  readonly rowSpan: number;
}

/** The founding plan as paragraphs and a table; null is a position that a cell above covers. */
export interface PlanTable {
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly (PrintedCell | null)[])[];
}

/** Columns that are merged in the composed set, by their place in the founding plan. */
const [creditRule, period, lead] = [5, 6, 7];

/**
 * Merges composed for the `merged` set: runs of printed numbers in a column. They are one way in which the founding
 * document may have looked; 15 and 28 are left blank.
 */
const merges: readonly (readonly [column: number, from: number, to: number])[] = [
  [creditRule, 19, 22],
  [period, 19, 22],
  [lead, 19, 22],
  [creditRule, 30, 31],
  [creditRule, 32, 33],
  [creditRule, 47, 48],
  [creditRule, 50, 52],
];

/** Reads the founding plan; `merged` composes the merges that its text cannot show. */
export function readFoundingPlan(path: string | URL, merged: boolean): PlanTable {
  const lines = readFileSync(path, 'utf8').split('\n');
  const isRow = (line: string): boolean => line.includes('\t');
  const texts = lines.filter(line => isRow(line) && !line.startsWith('--')).map(line => line.split('\t'));
  const rows: (PrintedCell | null)[][] = texts.map(cells => cells.map(text => ({ text, rowSpan: 1 })));
  if (merged)
    for (const [column, from, to] of merges) {
      // Row 0 is the header, and the printed numbers run from 1.
      rows[from]![column] = { text: texts[from]![column]!, rowSpan: to - from + 1 };
      for (let row = from + 1; row <= to; row++) rows[row]![column] = null;
    }
  return { paragraphs: lines.filter(line => line.trim() !== '' && !isRow(line)), rows };
}
