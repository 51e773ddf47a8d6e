import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choucha, root } from './run.ts';

const seed = readFileSync(join(root, 'samples/lvliang-2023.txt'), 'utf8');
const main = join(root, 'dist/cli/main.js');
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

/** Every file below a folder with its text, what is remembered included. */
const contents = (...names: string[]): Record<string, string> =>
  existsSync(at(...names))
    ? Object.fromEntries(
        readdirSync(at(...names), { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .sort()
          .map(path => [path.slice(at(...names).length + 1), readFileSync(path, 'utf8')]),
      )
    : {};
const namesIn = (...names: string[]): string[] =>
  Object.keys(contents(...names)).filter(name => !name.startsWith('.choucha'));

/** A short plan of its own: the founding plan's title and header, and some of its rows. */
function plan(rows: number, from = 0): string {
  const lines = seed.split('\n');
  const header = lines.findIndex(line => line.startsWith('序号'));
  const body = lines.slice(header + 1).filter(line => /^\d+\t/.test(line));
  return [...lines.slice(0, header + 1), ...body.slice(from, from + rows)].join('\n');
}

/** Such plans as tables of one web page. */
const page = (...plans: string[]): string =>
  plans
    .map(text => {
      const lines = text.split('\n').filter(line => line.trim() !== '');
      const rows = lines
        .filter(line => line.includes('\t'))
        .map(line => line.split('\t').map(cell => `<td>${cell}</td>`));
      const paragraphs = lines.filter(line => !line.includes('\t')).map(line => `<p>${line}</p>`);
      return `${paragraphs.join('')}<table>${rows.map(cells => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
    })
    .join('');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha-batch-'));
  mkdirSync(at('plans', '市'), { recursive: true });
  for (let i = 0; i < 5; i++) writeFileSync(at('plans', `${i}.txt`), plan(8, i * 8));
  cpSync(join(root, 'samples/merged/lvliang-2023.docx'), at('plans', '市', '计划.docx'));
  writeFileSync(at('plans', '市', '说明.txt'), '这里没有表格。\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const convert = (out: string, ...words: string[]) =>
  choucha(['convert', 'plans', '-o', out, '--fail-on', 'never', ...words], { cwd: folder });

/** What one run over all gives. */
const wholeRun = (): Record<string, string> => {
  if (!existsSync(at('jobs-1'))) convert('jobs-1');
  return contents('jobs-1');
};

describe('a batch', () => {
  test('says and writes the same whatever the number of workers', () => {
    const one = convert('jobs-1', '--jobs', '1');
    const three = convert('jobs-3', '--jobs', '3');
    expect([one.status, one.stdout]).toEqual([3, '']);
    expect({ ...three, stderr: three.stderr.replaceAll('jobs-3', 'jobs-1') }).toEqual(one);
    expect(contents('jobs-3')).toEqual(contents('jobs-1'));
    const files = one.stderr.split('\n').flatMap(line => /^(\S+?): \d+ tasks/.exec(line)?.[1] ?? []);
    expect(files).toEqual([...[0, 1, 2, 3, 4].map(i => `plans/${i}.txt`), 'plans/市/计划.docx']);
    // No control characters off a terminal.
    expect(one.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('ends with a table by format and what was refused', () => {
    const { stderr } = convert('jobs-1', '--show', 'none', '--lang', 'zh');
    expect(stderr.trimEnd().split('\n').slice(-6)).toEqual([
      '格式            文件  计划  任务  错误  警告  提示',
      expect.stringMatching(/^docx {15}1 {5}1 {4}58 {5}2 {5}4 {4}24$/),
      expect.stringMatching(/^text {15}5 {5}5 {4}40 +\d+ +\d+ +\d+$/),
      '未转换 no-plan     1',
      expect.stringMatching(/^共 7 个文件：6 个计划，98 项任务，1 个文件未能转换；.*（6 个未变，未重新转换）$/),
      '未能转换的文件 → jobs-1/refused.json',
    ]);
  });

  test('quietly it speaks of nothing but what was refused', () => {
    const { status, stderr } = convert('jobs-1', '--quiet');
    expect(status).toBe(3);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^plans\/市\/说明\.txt: \[no-plan\]/),
      expect.stringMatching(/^ {2}/),
      'files that gave no plan → jobs-1/refused.json',
    ]);
  });

  test('the ledger says which, why and what next, and goes when all is well', () => {
    cpSync(at('plans'), at('ledger-plans'), { recursive: true });
    const run = () => choucha(['convert', 'ledger-plans', '-o', 'ledger', '--show', 'none'], { cwd: folder });
    run();
    const ledger = JSON.parse(readFileSync(at('ledger', 'refused.json'), 'utf8'));
    expect(ledger).toMatchObject({
      schema: 'choucha/refused@1',
      refused: [
        {
          source: 'ledger-plans/市/说明.txt',
          problems: [
            {
              code: 'no-plan',
              message: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
              hint: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
            },
          ],
        },
      ],
    });
    rmSync(at('ledger-plans', '市', '说明.txt'));
    run();
    expect(namesIn('ledger')).not.toContain('refused.json');
  });

  test('several plans on stdout are the array that they would be at once', () => {
    const { stdout } = choucha(['convert', 'plans/[01].txt', '--stdout', '--show', 'none'], { cwd: folder });
    const plans = [0, 1].map(i => JSON.parse(contents('jobs-1')[`${i}.txt.plan.json`]!));
    expect(stdout).toBe(`${JSON.stringify(plans, null, 2)}\n`);
  });

  test('no workers is wrong usage', () => {
    expect(convert('none', '--jobs', '0').status).toBe(2);
  });

  test('a document that takes too long is refused, and its process ended', () => {
    const lines = plan(1).split('\n');
    const rows = Array.from({ length: 150_000 }, (_, i) => lines.at(-1)!.replace(/^\d+/, String(i + 1)));
    writeFileSync(at('slow.txt'), [...lines.slice(0, -1), ...rows].join('\n'));
    const words = ['convert', 'slow.txt', '-o', 'slow-out', '--jobs', '1', '--timeout', '1'];
    const { status, stderr } = choucha(words, { cwd: folder });
    expect([status, namesIn('slow-out')]).toEqual([3, []]);
    expect(stderr).toMatch(/^slow\.txt: \[time-limit\]/m);
  });
});

describe('unchanged files', () => {
  let first: ReturnType<typeof choucha>;
  let before: Record<string, string>;
  const again = (...words: string[]) => convert('again', '--show', 'warning', ...words);
  /** How many were converted, and whether all stands as it did after the first run. */
  const compare = ({ stderr }: ReturnType<typeof choucha>) => ({
    unchanged: Number(/\((\d+) unchanged/.exec(stderr)?.[1] ?? 0),
    same: JSON.stringify(contents('again')) === JSON.stringify(before),
  });

  beforeAll(() => {
    first = again();
    before = contents('again');
  }, 30_000);

  test('are not converted again, and count and speak as if they were', () => {
    const second = again();
    expect({ ...second, stderr: second.stderr.replace(/ \(6 unchanged.*\)/, '') }).toEqual(first);
    expect(compare(second)).toEqual({ unchanged: 6, same: true });
    expect(
      choucha(['convert', 'plans', '-o', 'again', '--fail-on', 'info', '--show', 'none'], { cwd: folder }).status,
    ).toBe(3);
  });
  test('are converted again with --force', () => {
    expect(compare(again('--force'))).toEqual({ unchanged: 0, same: true });
  });
  test.each([
    ['a plan was edited', () => writeFileSync(at('again', '0.txt.plan.json'), '{}')],
    ['a trace is gone', () => rmSync(at('again', '0.txt.trace.json'))],
    ['what was remembered is gone', () => rmSync(at('again', '.choucha'), { recursive: true })],
    [
      'what was remembered is cut short',
      () => {
        const [name] = readdirSync(at('again', '.choucha'));
        writeFileSync(
          at('again', '.choucha', name!),
          readFileSync(at('again', '.choucha', name!), 'utf8').slice(0, 40),
        );
      },
    ],
  ])('but not where %s', (_, harm) => {
    harm();
    const { unchanged, same } = compare(again());
    expect(unchanged).toBeLessThan(6);
    expect(same).toBe(true);
  });
  test('nor where the source changed; what it no longer gives goes, but for what was edited since', () => {
    const run = () =>
      choucha(['convert', 'two', '-o', 'two-out', '--show', 'none', '--fail-on', 'never'], { cwd: folder });
    mkdirSync(at('two'));
    writeFileSync(at('two', 'b.txt'), plan(3));
    writeFileSync(at('two', 'a.html'), page(plan(3), plan(4, 20)));
    run();
    expect(namesIn('two-out')).toEqual(
      [1, 2]
        .flatMap(i => [`a.html.${i}.plan.json`, `a.html.${i}.trace.json`])
        .concat(['b.txt.plan.json', 'b.txt.trace.json']),
    );
    writeFileSync(at('two-out', 'a.html.1.plan.json'), 'mine');
    writeFileSync(at('two', 'a.html'), page(plan(5)));
    expect(run().stderr).toContain('1 unchanged');
    expect(namesIn('two-out')).toEqual([
      'a.html.1.plan.json',
      'a.html.plan.json',
      'a.html.trace.json',
      'b.txt.plan.json',
      'b.txt.trace.json',
    ]);
    // A plan of what the source no longer holds would be read as if it were of what it does.
    writeFileSync(at('two', 'a.html'), '<p>没有表格</p>');
    run();
    expect(namesIn('two-out')).toEqual(['a.html.1.plan.json', 'b.txt.plan.json', 'b.txt.trace.json', 'refused.json']);
  });
  test('a second format stands beside the first', () => {
    expect(compare(again('--format', 'yaml')).unchanged).toBe(0);
    expect(namesIn('again')).toEqual(expect.arrayContaining(['0.txt.plan.json', '0.txt.plan.yaml']));
    expect(compare(again()).unchanged).toBe(6);
    expect(compare(again('--format', 'yaml')).unchanged).toBe(6);
  });
});

describe('shards', () => {
  test('together they are the whole, and none does what another does', () => {
    const whole = wholeRun();
    const done = [1, 2, 3].map(i => {
      const { stderr } = convert('shards', '--shard', `${i}/3`, '--show', 'none');
      expect(stderr).not.toContain('unchanged');
      return [...stderr.matchAll(/^(plans\/.+?): /gm)].map(([, name]) => name);
    });
    expect(done.flat().sort()).toEqual([
      ...[0, 1, 2, 3, 4].map(i => `plans/${i}.txt`),
      'plans/市/计划.docx',
      'plans/市/说明.txt',
    ]);
    const together = contents('shards');
    const ledgers = Object.keys(together).filter(name => name.startsWith('refused'));
    expect(ledgers).toEqual([expect.stringMatching(/^refused\.[123]-of-3\.json$/)]);
    expect(together[ledgers[0]!]).toBe(whole['refused.json']);
    delete together[ledgers[0]!];
    const { 'refused.json': _, ...plans } = whole;
    expect(together).toEqual(plans);
  });
  test('no part of a whole is wrong usage', () => {
    expect(convert('none', '--shard', '4/3').status).toBe(2);
  });
  test('names that collide are found over the whole corpus', () => {
    cpSync(at('plans', '0.txt'), at('0.txt'));
    for (const shard of ['1/2', '2/2'])
      expect(choucha(['convert', 'plans/0.txt', '0.txt', '--shard', shard], { cwd: folder }).status).toBe(2);
  });
});

describe('folders', () => {
  test('links in a circle end, a link to elsewhere is followed, one that leads nowhere is told', () => {
    mkdirSync(at('links', 'a'), { recursive: true });
    mkdirSync(at('elsewhere'));
    writeFileSync(at('links', 'a', 'x.txt'), plan(2));
    writeFileSync(at('elsewhere', 'y.txt'), plan(2, 4));
    for (const [target, name] of [
      ['..', 'a/up'],
      ['.', 'a/here'],
      ['a', '0-alias'],
      ['../elsewhere', 'out'],
      ['nowhere.txt', 'gone.txt'],
      ['self.txt', 'self.txt'],
    ])
      symlinkSync(target!, at('links', name!));
    if (process.platform !== 'win32') execFileSync('mkfifo', [at('links', 'pipe.txt')]);
    const { status, stderr } = choucha(['convert', 'links', '-o', 'links-out', '--show', 'none'], { cwd: folder });
    expect(status).toBe(3);
    expect(namesIn('links-out').filter(name => name.endsWith('.plan.json'))).toEqual([
      'a/x.txt.plan.json',
      'out/y.txt.plan.json',
    ]);
    expect(stderr.split('\n').filter(line => line.includes('[unreadable-file]'))).toEqual([
      expect.stringMatching(/^links\/gone\.txt: .*ENOENT/),
      expect.stringMatching(/^links\/self\.txt: .*ELOOP/),
    ]);
    const glob = choucha(['convert', 'links/**/*.txt', '-o', 'glob-out', '--show', 'none'], { cwd: folder });
    expect(glob.status).toBe(3);
    expect(namesIn('glob-out').filter(name => name.endsWith('.plan.json'))).toEqual(['a/x.txt.plan.json']);
  });

  // As somebody who may not do everything.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const asNobody = (...words: string[]) =>
    spawnSync(process.execPath, [main, ...words], {
      ...nobody,
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
    });
  test.skipIf(process.platform === 'win32' || asNobody('--version').status !== 0)(
    'what may not be read is one refusal, what may not be written stops the run before it begins',
    () => {
      for (const name of ['secret', 'secret/closed', 'open-out']) mkdirSync(at(name));
      chmodSync(folder, 0o755);
      for (const name of ['a.txt', 'b.txt', 'closed/c.txt']) writeFileSync(at('secret', name), plan(2));
      chmodSync(at('secret', 'b.txt'), 0);
      chmodSync(at('secret', 'closed'), 0);
      chmodSync(at('open-out'), 0o777);
      const { status, stderr } = asNobody('convert', 'secret', '-o', 'open-out/x', '--show', 'none');
      expect(status).toBe(3);
      expect(namesIn('open-out', 'x').filter(name => name.endsWith('.plan.json'))).toEqual(['a.txt.plan.json']);
      for (const name of ['b.txt', 'closed']) expect(stderr).toMatch(new RegExp(`^secret/${name}: .*EACCES`, 'm'));
      mkdirSync(at('shut-out'), { mode: 0o755 });
      if (!('uid' in nobody)) chmodSync(at('shut-out'), 0o555);
      const shut = asNobody('convert', 'secret', '-o', 'shut-out', '--show', 'none');
      expect([shut.status, namesIn('shut-out')]).toEqual([2, []]);
      expect(shut.stderr).toMatch(/cannot write .*shut-out.* \(EACCES\)/);
      chmodSync(at('secret', 'closed'), 0o755);
    },
  );
});

test('a disk that fills up: what has a name is whole, and the next run goes on', () => {
  const run = (room: number) =>
    choucha(['convert', 'plans', '-o', 'disk', '--show', 'none', '--fail-on', 'never'], {
      cwd: folder,
      env: {
        ROOM_ON_DISK: String(room),
        NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'test/batch/full-disk.mjs')).href}`,
      },
    });
  const whole = wholeRun();
  const half = run(90_000);
  expect(half.status).toBe(2);
  expect(half.stderr).toMatch(/cannot write .*ENOSPC/);
  const written = contents('disk');
  expect(Object.keys(written).length).toBeGreaterThan(1);
  expect(written).toEqual(Object.fromEntries(Object.entries(whole).filter(([name]) => name in written)));
  expect(run(1e9).stderr).toMatch(/\([1-9] unchanged/);
  expect(contents('disk')).toEqual(whole);
});

describe('signals', () => {
  const childrenOf = (pid: number): string[] =>
    spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
      .stdout.split(/\s+/)
      .filter(Boolean);

  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 'to the program', 1],
    ['SIGINT', 'to its group, as Ctrl-C is', -1],
    ['SIGTERM', 'to the program', 1],
  ] as const)('%s %s: it stops, tidies up, and ends by it; the next run goes on', async (signal, _, whom) => {
    const out = `${signal}${whom}`;
    mkdirSync(at(`many-${out}`));
    for (let i = 0; i < 24; i++) writeFileSync(at(`many-${out}`, `${i}.txt`), plan(30));
    const words = ['convert', `many-${out}`, '-o', out, '--jobs', '2', '--show', 'none', '--fail-on', 'never'];
    const child = spawn(process.execPath, [main, ...words, '--lang', 'en'], { cwd: folder, detached: true });
    let said = '';
    let children: string[] = [];
    child.stderr.on('data', data => {
      if (said === '') {
        children = childrenOf(child.pid!);
        process.kill(whom * child.pid!, signal);
      }
      said += String(data);
    });
    const ended = await new Promise(resolve => child.on('close', (_, by) => resolve(by)));
    expect(ended).toBe(signal);
    expect(said).toMatch(/^interrupted: \d+ of 24 files done/m);
    expect(said).not.toContain('worker-died');
    expect(children.length).toBe(2);
    for (const pid of children) expect(() => process.kill(Number(pid), 0)).toThrow();
    const left = readdirSync(at(out), { recursive: true }).map(String);
    expect(left.filter(name => name.endsWith('.tmp'))).toEqual([]);
    expect(left.filter(name => name.endsWith('.plan.json')).length).toBeLessThan(24);
    expect(readdirSync(tmpdir()).filter(name => name.startsWith(`choucha-run-${child.pid}-`))).toEqual([]);
    const { status, stderr } = choucha(words, { cwd: folder });
    expect([status, /unchanged/.test(stderr)]).toEqual([0, true]);
    expect(namesIn(out)).toHaveLength(48);
  });
});
