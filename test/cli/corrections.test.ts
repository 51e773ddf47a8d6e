import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { choucha, root } from './run.ts';
import { runHere } from './run-here.ts';

let folder: string;
const source = 'plan.txt';
const beside = 'plan.txt.corrections.yaml';
const inFolder = (name: string) => join(folder, name);

const entries = () => parse(readFileSync(inFolder(beside), 'utf8'));
const run = (...words: readonly string[]) => runHere(folder, words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha 更正-'));
  cpSync(join(root, 'samples/lvliang-2023.txt'), inFolder(source));
});
beforeEach(() => rmSync(inFolder(beside), { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('correct', () => {
  test.each<[string, string, unknown]>([
    ['26.creditRule', 'null', null],
    ['#26.creditRule', 'null', null],
    ['5.period', '3月—11月', '3月—11月'],
    ['5.ratio', '{"kind":"percent","min":5,"max":5}', { kind: 'percent', min: 5, max: 5 }],
    ['5.frequency', '2', '2'],
    ['5.name', '2023', '2023'],
    ['5.items', '["台账"]', ['台账']],
    ['plan.year', '2024', 2024],
    ['plan.region', '孝义市', '孝义市'],
  ])('%s --set %s', async (target, set, written) => {
    const { status, stdout } = await run(
      'correct',
      source,
      target,
      '--set',
      set,
      '--reason',
      '对照原件',
      '--by',
      '张三',
    );
    expect([status, stdout]).toEqual([0, '']);
    const [entry, ...others] = entries().corrections;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ target, set: written, reason: '对照原件', by: '张三' });
    expect(entry.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    // What was written is what the next run replays.
    const explained = await run('explain', source, target);
    expect([explained.status, explained.stdout.includes('对照原件 (张三')]).toEqual([0, true]);
  });

  test.each([
    [['5.period', '--set', '57', '--reason', 'x'], 2, 'expected a window'],
    [['5.ratio', '--set', '{"kind":"percent"}', '--reason', 'x'], 2, 'expected'],
    [['5.ratio', '--set', '不低于500%', '--reason', 'x'], 2, 'expected'],
    [['5.period', '--set', '3月', '--reason', 'x', '--date', '昨天'], 2, 'a date such as'],
    [['5.lead', '--set', '市市场监管局市税务局', '--reason', 'x'], 2, 'run-together'],
    [['99.lead', '--set', 'null', '--reason', 'x'], 2, 'no task 99'],
    [['5.led', '--set', 'null', '--reason', 'x'], 2, 'no field'],
    [['5.id', '--set', 'x', '--reason', 'x'], 2, 'no field'],
    [['5.remarks', '--set', 'x', '--reason', 'x'], 2, 'no field'],
    [['plan.colour', '--set', 'x', '--reason', 'x'], 2, 'no field'],
    [['5.lead', '--set', 'null', '--reason', 'x', '--plan', '2'], 2, '1 plan'],
  ])('%j exits %d and writes nothing', async (words, status, said) => {
    const outcome = await run('correct', source, ...words);
    expect([outcome.status, outcome.stdout, existsSync(inFolder(beside))]).toEqual([status, '', false]);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr).not.toMatch(/\bat .*\.js|Zod/);
  });

  test('comments and order of the file stay; a second decision needs --replace', async () => {
    const text = [
      '# 张三的决定',
      'schema: choucha/corrections@1',
      'waivers: [] # 暂无',
      'corrections:',
      '  # 第 26 项',
      '  - target: 26.creditRule',
      '    reason: 属第 28 项',
      '    expect: 对学校开展气象灾害防御教育的检查',
      '    set: null',
      '',
    ].join('\n');
    writeFileSync(inFolder(beside), text);
    expect((await run('correct', source, '28.creditRule', '--set', 'null', '--reason', '未作要求')).status).toBe(0);
    const written = readFileSync(inFolder(beside), 'utf8');
    expect(written.startsWith(text)).toBe(true);
    const again = await run('correct', source, '26.creditRule', '--set', '不涉及', '--reason', '又核');
    expect([again.status, readFileSync(inFolder(beside), 'utf8')]).toEqual([4, written]);
    expect(again.stderr).toContain('--replace');
    expect(
      (await run('correct', source, '26.creditRule', '--set', '不涉及', '--reason', '又核', '--replace')).status,
    ).toBe(0);
    const replaced = readFileSync(inFolder(beside), 'utf8');
    expect(replaced).toContain('# 第 26 项');
    expect(entries().corrections.map(({ set }: { set: unknown }) => set)).toEqual(['不涉及', null]);
  });

  test('tasks that took the cell over are named, and decided on alike with --copies', async () => {
    const words = ['correct', source, '19.lead', '--set', '市商务局', '--reason', 'x'] as const;
    expect((await run(...words)).stderr).toContain('20.lead, 21.lead, 22.lead');
    expect((await run(...words, '--copies', '--replace')).status).toBe(0);
    expect(entries().corrections.map(({ target }: { target: string }) => target)).toEqual(
      [19, 20, 21, 22].map(number => `${number}.lead`),
    );
  });

  test('into another file, and never into one that is not in order', async () => {
    const other = ['--corrections', 'other.yaml'];
    expect((await run('correct', source, '5.lead', '--set', 'null', '--reason', 'x', ...other)).status).toBe(0);
    expect([existsSync(inFolder('other.yaml')), existsSync(inFolder(beside))]).toEqual([true, false]);
    writeFileSync(inFolder(beside), 'corrections: 5\n');
    expect((await run('correct', source, '5.lead', '--set', 'null', '--reason', 'x')).status).toBe(2);
    expect(readFileSync(inFolder(beside), 'utf8')).toBe('corrections: 5\n');
  });
  test('an unreadable document: exit 3', async () => {
    expect((await run('correct', 'nowhere.txt', '5.lead', '--set', 'null', '--reason', 'x')).status).toBe(3);
  });
});

describe('waive', () => {
  test.each([
    [['1.items', '--reason', '照录'], 'near-typo'],
    [['plan', '--reason', '照录'], 'style-drift'],
    [['51.creditRule', '--reason', 'x', '--code', 'ambiguous-blank', '--until', '2099-12-31'], 'ambiguous-blank'],
  ])('%j', async (words, code) => {
    expect((await run('waive', source, ...words)).status).toBe(0);
    expect(entries().waivers).toMatchObject([{ code, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
    expect((await run('waive', source, ...words)).status).toBe(0);
    expect(entries().waivers).toHaveLength(1);
  });
  test.each([
    [['2.name', '--reason', 'x'], 'nothing is said'],
    [['1.items', '--reason', 'x', '--code', 'style-drift'], 'near-typo'],
    [['1.items', '--reason', 'x', '--until', 'never'], 'a date such as'],
  ])('%j is wrong usage', async (words, said) => {
    const outcome = await run('waive', source, ...words);
    expect([outcome.status, existsSync(inFolder(beside))]).toEqual([2, false]);
    expect(outcome.stderr).toContain(said);
  });
});

describe('explain', () => {
  test('a waived finding says so, and what it is waived as', async () => {
    await run('waive', source, '1.items', '--reason', '照录', '--by', '李四');
    const { stdout } = await run('explain', source, '1.items');
    expect(stdout).toMatch(/waived +照录 \(李四, /);
    expect(stdout).toMatch(/waive as +[0-9a-f]{16}/);
  });
  test('on the command line: what must be given, and what comes of it', () => {
    const shell = (...words: string[]) => choucha(words, { cwd: folder });
    expect(shell('correct', source, '5.lead', '--set', 'null').stderr).toContain('--reason');
    expect(shell('waive', source, '1.items').status).toBe(2);
    const { status, stderr } = shell('correct', source, '5.lead', '--set', 'null', '--reason', 'x', '--lang', 'zh');
    expect([status, stderr]).toEqual([0, `${beside}: 已写入 5.lead\n`]);
  });
  test('corrections that do not hold: exit 4, at their line', async () => {
    writeFileSync(
      inFolder(beside),
      'schema: choucha/corrections@1\ncorrections:\n  - {target: 5.lead, expect: 市公安局, set: null, reason: x}\n',
    );
    const { status, stderr } = await run('explain', source, '5.lead');
    expect(status).toBe(4);
    expect(stderr).toContain(`${beside}:3:5 [correction-stale]`);
  });
});

describe('convert', () => {
  const sample = join(root, 'samples/corrections/lvliang-2023.corrections.yaml');
  const shell = (...words: string[]) => choucha(words, { cwd: folder });
  const written = (out: string) => (existsSync(inFolder(out)) ? readdirSync(inFolder(out)).sort() : []);

  test('the founding plan, settled, is clean under --fail-on warning; so it is for check', () => {
    const { status, stdout, stderr } = shell(
      'convert',
      source,
      '-o',
      'clean',
      '--fail-on',
      'warning',
      '--max-warnings',
      '0',
      '--corrections',
      sample,
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('58 tasks; 0 errors, 0 warnings, 33 info, 1 waived');
    expect(stderr).toMatch(/\[near-typo\] waived 1\.items: /);
    expect(shell('check', 'clean/plan.txt.plan.json', '--fail-on', 'warning').status).toBe(0);
  });

  test('corrections that do not hold stop their source, and no other', () => {
    cpSync(inFolder(source), inFolder('other.txt'));
    writeFileSync(inFolder(beside), readFileSync(sample, 'utf8').replace('expect: 冶金', 'expect: 冶炼'));
    const { status, stderr } = shell('convert', source, 'other.txt', '-o', 'stale', '--show', 'none');
    expect([status, written('stale').filter(name => name !== '.choucha')]).toEqual([
      4,
      ['other.txt.plan.json', 'other.txt.trace.json', 'refused.json'],
    ]);
    expect(JSON.parse(readFileSync(inFolder('stale/refused.json'), 'utf8')).refused).toMatchObject([
      { source, problems: [{ file: beside, code: 'correction-stale', places: [{ line: 6, column: 5 }] }] },
    ]);
    expect(stderr).toMatch(/^plan\.txt\.corrections\.yaml:6:5 \[correction-stale\] error /m);
  });

  test('a source whose corrections changed is not unchanged', () => {
    writeFileSync(inFolder(beside), readFileSync(sample));
    const run = () => shell('convert', source, 'other.txt', '-o', 'again', '--fail-on', 'never');
    const [first, second] = [run(), run()];
    expect(second.stderr).toContain('2 unchanged');
    // What is said of it, waivers included, is said again.
    expect(second.stderr.replace(/ \(2 unchanged.*\)/, '')).toBe(first.stderr);
    rmSync(inFolder(beside));
    expect(run().stderr).toContain('1 unchanged');
  });

  test.each([
    ['corrections: [\n', 2, '[corrections-not-yaml]'],
    ['schema: choucha/corrections@1\nwaiver: []\n', 2, 'did you mean waivers?'],
    [
      'schema: choucha/corrections@1\ncorrections:\n  - {target: 99.lead, expect: "", set: null, reason: x}\n',
      4,
      ':3:5 [correction-without-target]',
    ],
  ])('%j exits %d, in one line with what to do, and writes nothing', (text, status, said) => {
    writeFileSync(inFolder(beside), text);
    const outcome = shell('convert', source, '-o', 'none', '--show', 'none');
    expect([outcome.status, written('none')]).toEqual([status, []]);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  test('a file that is not there, or for several sources, is wrong usage', () => {
    expect(shell('convert', source, '-o', 'none', '--corrections', 'nowhere.yaml').status).toBe(2);
    expect(shell('convert', source, 'other.txt', '-o', 'none', '--corrections', sample).status).toBe(2);
    expect(written('none')).toEqual([]);
  });
});

describe('reports and settings', () => {
  const shell = (words: string[], cwd = folder) => choucha(words, { cwd });
  test('to standard output and to files; each is whole', () => {
    const { status, stdout } = shell([
      'convert',
      source,
      '-o',
      'out',
      '--show',
      'none',
      '--report',
      'github',
      '--report',
      'sarif=out/a.sarif',
      '--report',
      'json=out/a.json',
    ]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=plan\.txt,line=39,col=69,title=26\.creditRule misplaced-text::/m);
    expect(JSON.parse(readFileSync(inFolder('out/a.sarif'), 'utf8')).runs[0].results).toHaveLength(44);
    expect(JSON.parse(readFileSync(inFolder('out/a.json'), 'utf8')).summary).toEqual({
      error: 2,
      warning: 9,
      info: 33,
      waived: 0,
    });
    const checked = shell(['check', 'out/plan.txt.plan.json', '--show', 'none', '--report', 'json']);
    expect(JSON.parse(checked.stdout).summary).toEqual({ error: 2, warning: 9, info: 33, waived: 0 });
  });
  test.each([
    [['--report', 'xml']],
    [['--report', 'json=']],
    [['--report', 'json', '--report', 'github']],
    [['--report', 'json', '--stdout']],
    [['--max-warnings', '-1']],
  ])('%j is wrong usage', words => {
    const { status, stdout } = shell(['convert', source, '-o', 'none', ...words]);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('one file, found upward, sets defaults and levels; it changes no byte of a plan', () => {
    mkdirSync(inFolder('project/plans'), { recursive: true });
    cpSync(inFolder(source), inFolder('project/plans/plan.txt'));
    const settings =
      'failOn: warning\nby: 张三\nrules:\n  misplaced-text: info\n  ambiguous-blank: off\n  near-typo: off\n';
    writeFileSync(inFolder('project/choucha.config.yaml'), settings);
    const below = inFolder('project/plans');
    const { status, stderr } = shell(['convert', source, '-o', 'out'], below);
    expect([status, /0 errors, 0 warnings, 3\d info/.test(stderr)]).toEqual([0, true]);
    expect(stderr).not.toContain('ambiguous-blank');
    shell(['convert', source, '-o', 'out', '--show', 'none']);
    for (const name of ['plan.txt.plan.json', 'plan.txt.trace.json'])
      expect(readFileSync(join(below, 'out', name), 'utf8')).toBe(readFileSync(inFolder(`out/${name}`), 'utf8'));
    // What is typed outranks the file.
    expect(shell(['convert', source, '-o', 'out', '--fail-on', 'info', '--show', 'none'], below).status).toBe(1);
    const printed = shell(['config'], below);
    expect(printed.status).toBe(0);
    expect(printed.stdout).toMatch(/^failOn: warning +# \.\.\/choucha\.config\.yaml:1:9$/m);
    expect(printed.stdout).toMatch(/^show: info +# default$/m);
    expect(parse(printed.stdout)).toMatchObject({ failOn: 'warning', rules: { 'near-typo': 'off' } });
    writeFileSync(inFolder('project/choucha.config.yaml'), 'failon: warning\n');
    const broken = shell(['config'], below);
    expect([broken.status, broken.stdout]).toEqual([2, '']);
    expect(broken.stderr).toContain('choucha.config.yaml:1:1: unexpected key “failon” (did you mean failOn?)');
  });
});
