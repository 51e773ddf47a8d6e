import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('what was found is drawn without the page beneath, and that is said', () => {
  const { status, stderr } = choucha(['tables', file, '--debug', 'svg', '-o', folder], { env });
  expect(status).toBe(0);
  expect(stderr).toMatch(/\[no-canvas\]/);
  const svg = readFileSync(join(folder, 'plan.pdf.page-001.svg'), 'utf8');
  expect(svg).not.toContain('<image');
  expect(svg).toContain('page 1 t1: 2 rows × 2 columns');
});

test('a picture of it cannot be made, and why is said', () => {
  const { status, stderr } = choucha(['tables', file, '--debug', 'png', '-o', folder], { env });
  expect(status).toBe(3);
  expect(stderr).toMatch(/\[no-canvas\].*@napi-rs\/canvas.*\n {2}install it.*--debug svg/);
  expect(existsSync(join(folder, 'plan.pdf.page-001.png'))).toBe(false);
});
