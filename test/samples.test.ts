import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printers } from '../samples/make/print.ts';
import { makeSet, planOf } from '../samples/make/twins.ts';
import { type Converted, convert } from '../src/convert.ts';
import { compareTwins } from '../src/diff/twins.ts';
import { emit } from '../src/emit/index.ts';
import { testWithChromium, testWithSoffice } from './needs.ts';

const samples = resolve(import.meta.dirname, '../samples');
const made = ['docx', 'html', 'xlsx'] as const;
const formats = [...made, 'libreoffice.pdf', 'chromium.pdf'] as const;
const read = async (name: string): Promise<Converted> =>
  (await convert({ name, bytes: readFileSync(resolve(samples, name)) })).plans[0]!;
const addUp = ({ trace: { ledger } }: Converted): number =>
  Object.entries(ledger).reduce(
    (sum, [key, count]) => (typeof count === 'number' && key !== 'characters' ? sum + count : sum),
    0,
  ) + ledger.discarded.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);

describe.each(['received', 'merged'] as const)('the twins as %s', set => {
  test.each(made)('%s is as the script makes it', format => {
    const content = makeSet(set === 'merged')[format];
    expect(Buffer.from(content).equals(readFileSync(resolve(samples, set, `lvliang-2023.${format}`)))).toBe(true);
  });
  test('all formats give one byte string, and their ledgers add up', async () => {
    const plans = await Promise.all(formats.map(format => read(`${set}/lvliang-2023.${format}`)));
    const texts = plans.map(({ plan }) => emit(plan));
    expect(new Set(texts).size).toBe(1);
    if (set === 'received') expect(texts[0]).toBe(emit((await read('lvliang-2023.txt')).plan));
    for (const converted of plans) expect(addUp(converted)).toBe(converted.trace.ledger.characters);
  });

  // Whatever version of the program prints it, and wherever its pages end.
  const printed = async (printer: keyof typeof printers): Promise<string> => {
    const bytes = await printers[printer](planOf(set === 'merged'));
    return emit((await convert({ name: 'printed.pdf', bytes })).plans[0]!.plan);
  };
  const expected = async (): Promise<string> => emit((await read(`${set}/lvliang-2023.docx`)).plan);
  testWithSoffice('printed anew by LibreOffice it gives the same', { timeout: 120_000 }, async () => {
    expect(await printed('libreoffice')).toBe(await expected());
  });
  testWithChromium('printed anew by Chromium it gives the same', { timeout: 120_000 }, async () => {
    expect(await printed('chromium')).toBe(await expected());
  });
});

test.each(formats)(
  'paragraph ends, merges or page breaks that %s has lost are nothing but diagnostics',
  async format => {
    const [text, twin] = await Promise.all([read('lvliang-2023.txt'), read(`received/lvliang-2023.${format}`)]);
    const errors = ({ trace }: Converted) => trace.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors(twin).map(({ code, pointer }) => [code, pointer])).toEqual(
      errors(text).map(({ code, pointer }) => [code, pointer]),
    );
  },
);

test.each(formats)('the merges of %s settle five blanks of the text', async format => {
  const [text, merged] = await Promise.all([read('lvliang-2023.txt'), read(`merged/lvliang-2023.${format}`)]);
  const { settled, disagreements } = compareTwins([
    { name: 'text', ...text },
    { name: format, ...merged },
  ]);
  expect(settled.map(({ task, field }) => `${task}.${field}`)).toEqual(
    [31, 33, 48, 51, 52].map(number => `${number}.creditRule`),
  );
  expect(disagreements).toEqual([]);
  // Every inherited value says so and points to its donor.
  expect(merged.trace.rows[30]!.cells.creditRule).toMatchObject({ origin: 'merged', from: '/rows/29' });
  for (const row of merged.trace.rows)
    for (const cell of Object.values(row.cells))
      if (cell.origin === 'merged') expect(cell.from).toMatch(/^\/rows\/\d+$/);
});
