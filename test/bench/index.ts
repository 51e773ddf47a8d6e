// How the time of a conversion grows, and how it compares with the bare libraries, as ratios in one run. Prints the machine;
// asserts nothing.
import { cpus, totalmem } from 'node:os';
import { load } from 'cheerio';
import { readXlsx } from 'hucre';
import mammoth from 'mammoth';
import { writeDocx } from '../../samples/make/write-docx.ts';
import { writeHtml } from '../../samples/make/write-html.ts';
import { writeXlsx } from '../../samples/make/write-xlsx.ts';
import { convert } from '../../src/convert.ts';
import { benchDiff } from './diff.ts';
import { makePlanTable, makeText } from './make-text.ts';
import { benchPdf } from './pdf.ts';

/** The best of three runs, milliseconds. */
async function time(work: () => unknown): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await work();
    runs.push(performance.now() - start);
  }
  return Math.min(...runs);
}

const { length, 0: cpu } = cpus();
console.log(`${cpu?.model} × ${length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`);

const source = (rows: number) => ({ name: 'bench.txt', bytes: new TextEncoder().encode(makeText(rows)) });
await convert(source(200));
console.log('\ntext, tab-separated\nrows    ms      ms/row  against 1,000 rows');
let base = 0;
for (const rows of [1000, 2000, 5000, 10_000, 20_000]) {
  const ms = await time(() => convert(source(rows)));
  base ||= ms;
  const row = (ms / rows).toFixed(3);
  console.log(
    `${String(rows).padEnd(7)} ${ms.toFixed(0).padEnd(7)} ${row.padEnd(7)} ×${(ms / base).toFixed(1)} for ×${rows / 1000} rows`,
  );
}

const plan = makePlanTable(2000);
const [docx, html, xlsx] = [writeDocx(plan), writeHtml(plan), writeXlsx(plan)];
const formats: [format: string, bytes: Uint8Array, library: string, bare: () => unknown][] = [
  ['docx', docx, 'mammoth.convertToHtml', () => mammoth.convertToHtml({ buffer: Buffer.from(docx) })],
  ['html', new TextEncoder().encode(html), 'cheerio.load', () => load(html)],
  ['xlsx', xlsx, 'hucre.readXlsx', () => readXlsx(xlsx)],
];
console.log('\n2,000 rows, whole conversion\nformat  ms      bare library            ms      ratio');
for (const [format, bytes, library, bare] of formats) {
  const ours = await time(() => convert({ name: `bench.${format}`, bytes }));
  const theirs = await time(bare);
  console.log(
    `${format.padEnd(7)} ${ours.toFixed(0).padEnd(7)} ${library.padEnd(23)} ${theirs.toFixed(0).padEnd(7)} ×${(ours / theirs).toFixed(2)}`,
  );
}

await benchPdf();
await benchDiff(time);
