import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect } from 'vitest';
import { flatTable, type TracedPlan } from '../../src/emit/tables/index.ts';
import { exportPlans } from '../../src/export.ts';
import { testWithSoffice } from '../needs.ts';
import { sofficeProgram } from '../programs.ts';
import { everything, founding, untraced } from './make-everything.ts';

const plans: TracedPlan[] = [await founding(), untraced(everything)];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'choucha-libreoffice-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Comma, double quote, UTF-8, from line 1, quoted: what LibreOffice takes cells for is what it writes again. */
const dialect = (delimiter: string): string => `${delimiter.charCodeAt(0)},34,76,1`;

/** Opens a file in LibreOffice and gives what it shows, as CSV: of every sheet, or of the one there is. */
async function shown(name: string, bytes: Uint8Array, options: readonly string[], results: readonly string[]) {
  await writeFile(join(folder, name), bytes);
  await promisify(execFile)(sofficeProgram!, [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    ...['--headless', '--norestore', ...options, '--outdir', join(folder, 'shown'), join(folder, name)],
  ]);
  return Promise.all(
    results.map(async result => parse(await readFile(join(folder, 'shown', result), 'utf8')) as string[][]),
  );
}

const data = plans.map(({ plan, trace }) => ({ plan, ...(trace && { trace }) }));
/** Of a CSV without types, LibreOffice takes true for a logical value, shown in capitals, and 2% for a number, shown as 2.00%. */
const calm = (cell: string): string =>
  /^(?:true|false)$/i.test(cell)
    ? cell.toLowerCase()
    : cell.replace(/^(\d+)(\.\d+?)?0*%$/, (_, whole, rest) => `${whole}${Number(rest ?? 0) === 0 ? '' : rest}%`);

testWithSoffice.each([
  ['csv', ','],
  ['tsv', '\t'],
] as const)('LibreOffice shows every cell of the %s as it is', { timeout: 120_000 }, async (to, delimiter) => {
  for (const bom of [false, true]) {
    const [file] = await exportPlans(data, to, { bom });
    const text = new TextDecoder().decode(file!.bytes);
    const [cells] = await shown(
      `${to}-${bom}.csv`,
      file!.bytes,
      [
        `--infilter=Text - txt - csv (StarCalc):${dialect(delimiter)}`,
        ...['--convert-to', `csv:Text - txt - csv (StarCalc):${dialect(',')}`],
      ],
      [`${to}-${bom}.csv`],
    );
    expect(cells!.map(row => row.map(calm))).toEqual(parse(text, { delimiter }));
    expect(cells).toHaveLength(1 + plans.flatMap(plan => flatTable.rows(plan)).length);
  }
});

testWithSoffice('LibreOffice shows every cell of every sheet of the XLSX as it is', { timeout: 120_000 }, async () => {
  const [file] = await exportPlans(data, 'xlsx');
  const { sheets } = await readXlsx(file!.bytes);
  const results = await shown(
    'plans.xlsx',
    file!.bytes,
    // Every sheet (-1), cells as they are formatted.
    ['--convert-to', `csv:Text - txt - csv (StarCalc):${dialect(',')},,0,false,true,true,false,false,-1`],
    sheets.map(({ name }) => `plans-${name}.csv`),
  );
  const asShown = (cell: unknown): string =>
    cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? '' : String(cell);
  for (const [i, { name, rows }] of sheets.entries())
    expect(
      results[i]!.map(row => row.map(calm)),
      name,
    ).toEqual(rows.map(row => row.map(cell => calm(asShown(cell)))));
});
