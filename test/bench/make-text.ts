import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PlanTable } from '../../samples/make/plan-table.ts';

const seed = readFileSync(resolve(import.meta.dirname, '../../samples/lvliang-2023.txt'), 'utf8').split('\n');
const header = seed.findIndex(line => line.startsWith('序号'));
const rows = seed.slice(header + 1).filter(line => /^\d+\t/.test(line));

/** The founding plan grown to so many rows, each numbered on. */
export function makeText(count: number): string {
  const body = Array.from({ length: count }, (_, i) =>
    rows[i % rows.length]!.replace(/^\d+\t([^\t]*)/, `${i + 1}\t$1（${i + 1}）`),
  );
  return [...seed.slice(0, header + 1), ...body].join('\n');
}

/** The same as paragraphs and a table, for the writers of other formats. */
export function makePlanTable(count: number): PlanTable {
  const lines = makeText(count).split('\n');
  const isRow = (line: string): boolean => line.includes('\t');
  return {
    paragraphs: lines.filter(line => line.trim() !== '' && !isRow(line)),
    rows: lines.filter(isRow).map(line => line.split('\t').map(text => ({ text, rowSpan: 1 }))),
  };
}
