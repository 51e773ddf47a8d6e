// PDF: the whole conversion against pdf.js alone, as ratios in one run on the same files, warm; and the memory of a long plan.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { printers } from '../../samples/make/print.ts';
import { convert } from '../../src/convert.ts';
import { chromiumProgram } from '../programs.ts';
import { makePlanTable } from './make-text.ts';

const root = resolve(import.meta.dirname, '../..');
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What anybody who reads a PDF with pdf.js must at least do: text and operators of every page. */
async function bare(bytes: Uint8Array): Promise<number> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${pdfjs}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${pdfjs}/standard_fonts/`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = pdf.numPages;
  await task.destroy();
  return pages;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const cpu = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Prints the ratios. Processor time, the two by turns: other work on the machine does not enter into it. */
export async function benchPdf(): Promise<void> {
  const built = (await import(join(root, 'dist/convert.js'))) as { convert: typeof convert };
  console.log('\nPDF, whole conversion against bare getTextContent + getOperatorList (processor ms, median of 7)');
  console.log('file                              pages  ours    bare    ratio  in its thread');
  for (const name of ['received/lvliang-2023.libreoffice.pdf', 'received/lvliang-2023.chromium.pdf']) {
    const bytes = readFileSync(join(root, 'samples', name));
    const source = { name, bytes };
    const pages = await bare(bytes);
    for (let i = 0; i < 3; i++) await Promise.all([convert(source), built.convert(source)]);
    const times: [number, number, number][] = [];
    for (let i = 0; i < 7; i++)
      times.push([
        await cpu(() => convert(source)),
        await cpu(() => bare(bytes)),
        await cpu(() => built.convert(source)),
      ]);
    const [ours, theirs, threaded] = [0, 1, 2].map(i => median(times.map(each => each[i]!))) as [
      number,
      number,
      number,
    ];
    console.log(
      `${name.padEnd(33)} ${String(pages).padEnd(6)} ${ours.toFixed(0).padEnd(7)} ${theirs.toFixed(0).padEnd(7)} ×${(ours / theirs).toFixed(2)}  ×${(threaded / theirs).toFixed(2)}`,
    );
  }
  if (existsSync(chromiumProgram)) await benchMemory();
  else console.log('Chromium is not installed: the long plan cannot be printed');
}

async function benchMemory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'choucha-bench-'));
  try {
    console.log('\nPDF printed by Chromium, choucha convert\npages  rows   seconds  peak memory');
    for (const rows of [58, 1500]) {
      const bytes = await printers.chromium(makePlanTable(rows));
      const path = join(folder, `${rows}.pdf`);
      writeFileSync(path, bytes);
      const script = join(folder, 'run.mjs');
      writeFileSync(
        script,
        `process.on('exit', () => console.log(process.resourceUsage().maxRSS)); await import(${JSON.stringify(join(root, 'dist/cli/main.js'))});`,
      );
      const start = performance.now();
      const words = ['convert', path, '-o', folder, '--show', 'none', '--fail-on', 'never'];
      const { stdout } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
      const seconds = (performance.now() - start) / 1000;
      const pages = await bare(bytes);
      console.log(
        `${String(pages).padEnd(6)} ${String(rows).padEnd(6)} ${seconds.toFixed(1).padEnd(8)} ${Math.round(Number(stdout) / 1024)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
