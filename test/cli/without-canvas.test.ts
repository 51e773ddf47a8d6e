import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pdf, ruledTable } from '../read/pdf-bytes.ts';
import { choucha } from './run.ts';

// pdf.js's canvas is an optional package: without it everything but pictures of pages works.

const folder = mkdtempSync(join(tmpdir(), 'choucha-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'plan.pdf');
const table = [
  ['序号', '任务'],
  ['1', '食品检查'],
];
writeFileSync(file, pdf([{ content: ruledTable(60, 250, table) }]));
const env = { NODE_OPTIONS: `--require ${resolve(import.meta.dirname, 'without-canvas.cjs')}` };

test('a PDF is read, without a word about it', () => {
  const { status, stdout, stderr } = choucha(['tables', file, '--format', 'csv'], { env });
  expect([status, stdout, stderr]).toEqual([0, '序号,任务\n1,食品检查\n', '']);
});
