import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PlanTable } from '../../samples/make/plan-table.ts';
import { writeDocx } from '../../samples/make/write-docx.ts';
import { writeHtml } from '../../samples/make/write-html.ts';
import { writeXlsx } from '../../samples/make/write-xlsx.ts';

const seed = readFileSync(resolve(import.meta.dirname, '../../samples/lvliang-2023.txt'), 'utf8').split('\n');
const header = seed.findIndex(line => line.startsWith('序号'));
const rows = seed.slice(header + 1).filter(line => /^\d+\t/.test(line));

/** The `i`th plan of a corpus: some rows of the founding plan under a title of its own. */
function planTable(i: number): PlanTable {
  const some = Array.from({ length: 5 + (i % 20) }, (_, k) => rows[(i * 7 + k) % rows.length]!);
  return {
    paragraphs: [`第${i}市${2020 + (i % 6)}年度部门联合双随机抽查工作计划`],
    rows: [seed[header]!, ...some].map(line => line.split('\t').map(text => ({ text, rowSpan: 1 }))),
  };
}

const writers: readonly [extension: string, write: (table: PlanTable) => string | Uint8Array][] = [
  ['docx', writeDocx],
  ['html', writeHtml],
  ['xlsx', writeXlsx],
  [
    'txt',
    ({ paragraphs, rows }) =>
      [...paragraphs, ...rows.map(row => row.map(cell => cell?.text ?? '').join('\t'))].join('\n'),
  ],
  // Every fifth gives no plan.
  ['txt', ({ paragraphs }) => `${paragraphs.join('\n')}\n这里没有表格。\n`],
];

/** Writes documents of mixed formats, in a folder for every hundred. */
export function makeCorpus(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const [extension, write] = writers[i % writers.length]!;
    const path = join(folder, `第${Math.floor(i / 100)}批`, `计划 ${i}.${extension}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write(planTable(i)));
  }
}
