// Makes the twins of the founding plan: `received` shows the same cells in other formats, `merged` composes the merged
// cells that a text cannot show. Run: npx tsx samples/make/twins.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFoundingPlan } from './plan-table.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeXlsx } from './write-xlsx.ts';

const samples = new URL('../', import.meta.url);

/** The files of one set, by extension. */
export function makeSet(merged: boolean): Record<'docx' | 'html' | 'xlsx', Uint8Array | string> {
  const plan = readFoundingPlan(new URL('lvliang-2023.txt', samples), merged);
  return { docx: writeDocx(plan), html: writeHtml(plan), xlsx: writeXlsx(plan) };
}

if (import.meta.url === `file://${process.argv[1]}`)
  for (const set of ['received', 'merged'])
    for (const [extension, content] of Object.entries(makeSet(set === 'merged'))) {
      const folder = new URL(`${set}/`, samples);
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(`lvliang-2023.${extension}`, folder), content);
    }
