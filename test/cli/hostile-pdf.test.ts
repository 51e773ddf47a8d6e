import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { costly, plain, reaching } from '../read/hostile-pdfs.ts';
import { pdf } from '../read/pdf-bytes.ts';
import { choucha } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'choucha-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  return path;
};

/** What stderr says, line by line: one for the refusal, one for what to do. */
const said = (stderr: string): string[] => stderr.trimEnd().split('\n');

describe('a PDF that would keep pdf.js busy without a pause', () => {
  const endless = file('endless', costly['forms that multiply']!());
  test.each<[command: string, words: string[]]>([
    ['tables', []],
    ['tables', ['--debug', 'svg', '-o', join(folder, 'drawn')]],
    ['convert', ['-o', join(folder, 'out')]],
    ['explain', ['1.ratio']],
    ['diff', ['--twins', endless]],
  ])('%s %j is ended when its time is up', (command, words) => {
    const { status, stdout, stderr } = choucha([command, endless, ...words, '--timeout', '1']);
    expect([status, stdout]).toEqual([3, '']);
    expect(said(stderr)).toEqual([
      expect.stringMatching(/\[too-slow\] error time ran out at page 1/),
      expect.stringMatching(/--timeout/),
    ]);
  });

  test('others after it are still read', () => {
    const good = file('good', pdf([{ content: plain }]));
    const { status, stderr } = choucha(['convert', endless, good, '-o', join(folder, 'out'), '--timeout', '3']);
    expect(status).toBe(3);
    expect(stderr).toMatch(/endless\.pdf: \[too-slow\][\s\S]*good\.pdf: \[no-plan\]/);
  });
});

test('a PDF that would take all memory is ended when it has taken too much', () => {
  const path = file('large', costly['one large stream a thousand times']!());
  const { status, stderr } = choucha(['tables', path, '--max-memory', '300M']);
  expect(status).toBe(3);
  expect(said(stderr)).toEqual([
    expect.stringMatching(/\[too-much-memory\] error reading it took more than 300 MB of memory by page 1/),
    expect.stringMatching(/--max-memory/),
  ]);
});

describe('limits', () => {
  const small = file('small', pdf([{ content: plain }, { content: plain }]));
  test.each<[words: string[], status: number, message: RegExp]>([
    [['--max-pages', '1'], 3, /\[too-many-pages\] error the file has 2 pages, expected at most 1/],
    [['--max-pages', '2'], 0, /^$/],
    [['--max-bytes', '1K'], 3, /\[too-large\] error the file has \d+ bytes, expected at most 1024/],
    [['--max-bytes', '1M'], 0, /^$/],
    [['--max-pages', '0'], 2, /expected a positive whole number/],
    [['--max-pages', '1.5'], 2, /expected a positive whole number/],
    [['--max-cells', 'many'], 2, /expected a positive whole number/],
    [['--max-bytes', '-1'], 2, /expected bytes: 300, 64K, 1.5G/],
    [['--max-memory', '1T'], 2, /expected bytes/],
    [['--timeout', '0'], 2, /expected a number of seconds/],
    [['--timeout', '1h'], 2, /expected a number of seconds/],
  ])('tables %j', (words, status, message) => {
    const result = choucha(['tables', small, ...words]);
    expect(result.stderr).toMatch(message);
    expect(result.status).toBe(status);
  });

  test.each<[words: string[], cells: number]>([
    [['tables', small, '--max-cells', '17'], 18],
    // Joined, with the header once.
    [['convert', small, '--stdout', '--max-cells', '14'], 15],
  ])('%j', (words, cells) => {
    const { status, stderr } = choucha(words);
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(`\\[too-many-cells\\] error its tables have ${cells} cells`),
    ]);
  });
});

test('a PDF that asks for the network, programs and scripts reaches none of them', () => {
  const env = { NODE_OPTIONS: `--require ${resolve(import.meta.dirname, 'offline.cjs')}` };
  const path = file('reaching', reaching());
  for (const words of [
    ['tables', path, '--format', 'csv'],
    ['tables', path, '--debug', 'png', '-o', folder],
  ]) {
    const { status, stderr } = choucha(words, { env });
    expect(stderr).not.toContain('REACHED OUT');
    expect(status).toBe(0);
  }
});
