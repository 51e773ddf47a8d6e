// Makes the twins of the founding plan: `received` shows the same cells in other formats, `merged` composes the merged
// cells that a text cannot show. Run: npx tsx samples/make/twins.ts; with `print` the PDF files are printed anew too, which
// needs LibreOffice and Chromium: other versions of them write other bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type PlanTable, readFoundingPlan } from './plan-table.ts';
import { printers } from './print.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeXlsx } from './write-xlsx.ts';

const samples = new URL('../', import.meta.url);

export const planOf = (merged: boolean): PlanTable => readFoundingPlan(new URL('lvliang-2023.txt', samples), merged);

/** The files of one set, by extension. */
export function makeSet(merged: boolean): Record<'docx' | 'html' | 'xlsx', Uint8Array | string> {
  const plan = planOf(merged);
  return { docx: writeDocx(plan), html: writeHtml(plan), xlsx: writeXlsx(plan) };
}

if (import.meta.url === `file://${process.argv[1]}`)
  for (const set of ['received', 'merged']) {
    const files: Record<string, Uint8Array | string> = makeSet(set === 'merged');
    if (process.argv.includes('print'))
      for (const [printer, print] of Object.entries(printers))
        files[`${printer}.pdf`] = await print(planOf(set === 'merged'));
    const folder = new URL(`${set}/`, samples);
    mkdirSync(folder, { recursive: true });
    for (const [extension, content] of Object.entries(files))
      writeFileSync(new URL(`lvliang-2023.${extension}`, folder), content);
  }
