import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choucha, root } from '../cli/run.ts';
import { makeCorpus } from './make-corpus.ts';

const main = join(root, 'dist/cli/main.js');
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const contents = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at(name), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(at(name).length + 1), readFileSync(path, 'utf8')]),
  );
const words = (from: string, out: string): string[] => [
  ...['convert', from, '-o', out, '--jobs', '2', '--show', 'none', '--fail-on', 'never', '--lang', 'en'],
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha-long-'));
  makeCorpus(at('corpus'), 120);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('killed at random points and resumed, again and again: the bytes and words of an uninterrupted run', async () => {
  const whole = choucha(words('corpus', 'whole'), { cwd: folder });
  expect(whole.status).toBe(3);
  const expected = contents('whole');
  // 96 plans with their traces, what is remembered of them, and the ledger.
  expect(Object.keys(expected)).toHaveLength(96 * 3 + 1);

  let kills = 0;
  for (let round = 0; round < 40; round++) {
    const child = spawn(process.execPath, [main, ...words('corpus', 'killed')], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>(resolve => child.on('close', (_, signal) => resolve(signal)));
    // From before the first file is read until some are done; later rounds get further.
    const timer = setTimeout(() => child.kill('SIGKILL'), 100 + Math.random() * 2500);
    const signal = await ended;
    clearTimeout(timer);
    if (signal === null) break;
    kills++;
    if (!existsSync(at('killed'))) continue;
    // Whatever has a name is whole.
    for (const [name, text] of Object.entries(contents('killed')))
      if (!name.endsWith('.tmp')) expect(text, name).toBe(expected[name]);
  }
  console.log(`killed ${kills} times`);
  expect(kills).toBeGreaterThan(2);
  const last = choucha(words('corpus', 'killed'), { cwd: folder });
  expect(contents('killed')).toEqual(expected);
  expect(last.stderr.replaceAll('killed', 'whole').replace(/ \(\d+ unchanged.*\)/, '')).toBe(whole.stderr);
  // Nothing is left of what was killed: no process, no folder of its children.
  const alive = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(line => line.includes(at('killed')));
  expect(alive).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'a parent that is killed leaves no child behind, not even one that never ends',
  async () => {
    const hang = at('hang.mjs');
    const real = pathToFileURL(join(root, 'dist/batch/worker.js')).href;
    writeFileSync(hang, `import '${real}'; export default () => { for (;;); };`);
    const script = `
      import { inChildren } from '${pathToFileURL(join(root, 'dist/batch/workers.js')).href}';
      const unit = { source: { name: 'a', bytes: new Uint8Array() }, options: { format: 'json' } };
      inChildren({ jobs: 1, milliseconds: 60_000, module: new URL('${pathToFileURL(hang).href}') }).run('unit', unit);
      setTimeout(() => {}, 60_000);
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    const children = (): string[] =>
      spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent.pid)], { encoding: 'utf8' })
        .stdout.split(/\s+/)
        .filter(Boolean);
    const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
    for (let i = 0; i < 100 && children().length === 0; i++) await pause(100);
    await pause(5000);
    const [pid] = children();
    parent.kill('SIGKILL');
    const isAlive = (): boolean => existsSync(`/proc/${pid}`);
    expect(pid).toBeDefined();
    for (let i = 0; i < 100 && isAlive(); i++) await pause(100);
    expect(isAlive()).toBe(false);
  },
);

describe('1,000 mixed documents', () => {
  /** What the program itself held at most, megabytes, its children not counted; and its peak as the system sees it. */
  const peak = (from: string, ...more: string[]): { held: number; resident: number } => {
    const { stderr } = spawnSync(process.execPath, [main, ...words(from, `${from}-out`), ...more], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: `--import ${new URL('./memory-peak.mjs', import.meta.url).href}` },
    });
    const [, held, resident] = /^held (\S+) (\S+)$/m.exec(stderr)!.map(Number);
    return { held: held!, resident: resident! };
  };
  test.each([['to files'], ['to stdout', '--stdout'], ['unchanged']])(
    '%s: what is held does not grow with their number',
    (what, ...more) => {
      for (const count of [100, 1000]) if (!existsSync(at(`many-${count}`))) makeCorpus(at(`many-${count}`), count);
      const [few, many] = [peak('many-100', ...more), peak('many-1000', ...more)];
      const said = ({ held, resident }: typeof few) => `${held.toFixed(1)} MB (resident ${resident.toFixed(0)} MB)`;
      console.log(`${what}: ${said(few)} for 100 documents, ${said(many)} for 1,000`);
      // Their names, and why some were refused; the plans and traces of 900 documents are some 60 MB.
      expect(many.held - few.held).toBeLessThan(6);
    },
  );
});

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('a real disk that fills up', ({ skip }) => {
  mkdirSync(at('disk'));
  skip(
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at('disk')]).status !== 0,
    'nothing can be mounted here',
  );
  try {
    const { status, stderr } = choucha(words('corpus', 'disk'), { cwd: folder });
    expect([status, /cannot write .*ENOSPC/.test(stderr)]).toEqual([2, true]);
    const written = contents('disk');
    expect(Object.keys(written).length).toBeGreaterThan(3);
    expect(Object.keys(written).filter(name => name.endsWith('.tmp'))).toEqual([]);
    const expected = contents('whole');
    for (const [name, text] of Object.entries(written)) expect(text, name).toBe(expected[name]);
    spawnSync('mount', ['-o', 'remount,size=64m', at('disk')]);
    choucha(words('corpus', 'disk'), { cwd: folder });
    expect(contents('disk')).toEqual(expected);
  } finally {
    spawnSync('umount', [at('disk')]);
  }
});
