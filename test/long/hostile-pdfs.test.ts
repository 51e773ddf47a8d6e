import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../cli/run.ts';
import { costly } from '../read/hostile-pdfs.ts';

// Small files that cost much: each is read, or refused in one line, within the time and memory that it was given.

const folder = mkdtempSync(join(tmpdir(), 'choucha-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(folder, 'run.mjs');
writeFileSync(
  script,
  `process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS));
   await import(${JSON.stringify(join(root, 'dist/cli/main.js'))});`,
);

const refusals =
  /\[(?:too-slow|too-much-memory|too-many-pages|inflates-too-large|no-table|no-text-layer|broken-pdf)\] error/;

test.each(Object.entries(costly))('%s', { timeout: 5 * 60_000 }, (name, make) => {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, make());
  const limits = ['--timeout', '30', '--max-memory', '1G'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'tables', path, '--lang', 'en', ...limits], {
    encoding: 'utf8',
  });
  expect([0, 3]).toContain(status);
  if (status === 3) {
    expect(stdout).toBe('');
    expect(stderr).toMatch(refusals);
  } else expect(JSON.parse(stdout)).toHaveLength(1);
  // The program itself, the file, and what is taken between two looks, come on top.
  expect(Number(/peak (\d+)/.exec(stderr)![1])).toBeLessThan(1.7 * 2 ** 20);
});
