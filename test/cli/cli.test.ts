import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { choucha, root } from './run.ts';

let folder: string;
const seed = join(root, 'samples/lvliang-2023.txt');
const inFolder = (...names: string[]) => join(folder, ...names);
const files = (...names: string[]): string[] =>
  existsSync(inFolder(...names))
    ? readdirSync(inFolder(...names), { recursive: true })
        .map(String)
        .filter(name => /\.\w+$/.test(name) && !name.startsWith('.choucha'))
        .sort()
    : [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha 测试-'));
  mkdirSync(inFolder('plans', '市'), { recursive: true });
  cpSync(seed, inFolder('plans', 'a.txt'));
  cpSync(seed, inFolder('plans', '市', '计划 2023.txt'));
  writeFileSync(inFolder('prose.txt'), '这里没有表格。\n只有几行文字。\n');
  writeFileSync(inFolder('empty.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('convert', () => {
  test('a named file gives its base name, plan and trace', () => {
    const { status, stdout, stderr } = choucha(['convert', 'plans/a.txt', '-o', 'one'], { cwd: folder });
    expect([status, stdout]).toEqual([1, '']);
    expect(files('one')).toEqual(['a.txt.plan.json', 'a.txt.trace.json']);
    expect(stderr).toMatch(/^plans\/a\.txt:39:69 \[misplaced-text\] error 26\.creditRule: /m);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'plans/a.txt: 58 tasks; 2 errors, 9 warnings, 33 info → one/a.txt.plan.json',
    );
  });

  test('a folder and a glob mirror the path below their fixed part', () => {
    expect(
      choucha(['convert', 'plans', '-o', 'two', '--fail-on', 'never', '--show', 'none'], { cwd: folder }).status,
    ).toBe(0);
    expect(files('two')).toEqual([
      'a.txt.plan.json',
      'a.txt.trace.json',
      '市/计划 2023.txt.plan.json',
      '市/计划 2023.txt.trace.json',
    ]);
    choucha(['convert', 'plans/*/*.txt', '-o', 'three', '--fail-on', 'never'], { cwd: folder });
    expect(files('three')).toEqual(['市/计划 2023.txt.plan.json', '市/计划 2023.txt.trace.json']);
  });

  test('the folder, name, locale and time zone change no byte of the plan', () => {
    choucha(['convert', seed, '-o', 'four', '--show', 'none'], {
      cwd: folder,
      env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'America/St_Johns' },
    });
    const plan = readFileSync(inFolder('four', 'lvliang-2023.txt.plan.json'));
    expect(plan.equals(readFileSync(inFolder('one', 'a.txt.plan.json')))).toBe(true);
  });

  test('stdout carries only the plan; several plans as one array', () => {
    const one = choucha(['convert', seed, '--stdout', '--show', 'none'], { cwd: folder });
    expect(JSON.parse(one.stdout)).toMatchObject({ id: '141100-2023-joint-adjusted' });
    const two = choucha(['convert', 'plans', '--stdout', '--format', 'yaml', '--show', 'none'], { cwd: folder });
    expect(parse(two.stdout)).toMatchObject([{ year: 2023 }, { year: 2023 }]);
    expect(files()).not.toContain('out');
  });

  test.each([
    ['--fail-on', 'never', 0],
    ['--fail-on', 'error', 1],
    ['--fail-on', 'info', 1],
    ['--fail-on', 'nonsense', 2],
    ['--format', 'xml', 2],
    ['--nonsense', '', 2],
  ])('%s %s exits %d', (option, value, status) => {
    const words = ['convert', seed, '--stdout', '--show', 'none', option, value].filter(word => word !== '');
    expect(choucha(words, { cwd: folder }).status).toBe(status);
  });

  test.each([
    ['prose.txt', 'no-plan'],
    ['empty.txt', 'empty-source'],
    ['missing.txt', 'unreadable-file'],
    ['plans/*.none', ''],
  ])('%s: exit 3, one clear line, nothing written', (name, code) => {
    const { status, stdout, stderr } = choucha(['convert', name, '-o', 'none'], { cwd: folder });
    expect([status, stdout, files('none')]).toEqual([3, '', []]);
    expect(stderr).toContain(code);
    expect(stderr).not.toMatch(/\bat .*\.js/);
  });

  test('an old format names its remedy where LibreOffice is not there', () => {
    writeFileSync(inFolder('plan.rtf'), '{\\rtf1 text}');
    const { status, stderr } = choucha(
      ['convert', 'plan.rtf', '-o', 'none', '--soffice', inFolder('no-such-program')],
      { cwd: folder },
    );
    expect([status, files('none')]).toEqual([3, []]);
    expect(stderr).toMatch(/unsupported-format|conversion-failed/);
  });

  test('one bad file stops no other', () => {
    const { status } = choucha(['convert', 'prose.txt', 'plans/a.txt', '-o', 'five', '--show', 'none'], {
      cwd: folder,
    });
    expect([status, files('five')]).toEqual([3, ['a.txt.plan.json', 'a.txt.trace.json', 'refused.json']]);
  });

  test('two sources that would write one file: an error before anything is written', () => {
    const { status, stderr } = choucha(['convert', 'plans/a.txt', 'plans', '-o', 'six'], { cwd: folder });
    expect(status).toBe(1);
    cpSync(seed, inFolder('a.txt'));
    const clash = choucha(['convert', 'plans/a.txt', 'a.txt', '-o', 'seven'], { cwd: folder });
    expect([clash.status, files('seven')]).toEqual([2, []]);
    expect(clash.stderr).toContain('a.txt');
    expect(stderr).not.toContain('both');
  });

  test('a name that leaves no room for the ending is one refusal; the others are written', () => {
    const long = `${'长'.repeat(82)}.txt`;
    mkdirSync(inFolder('names'));
    for (const name of [long, '有 空格.txt', '换\n行.txt', '-dash.txt']) cpSync(seed, inFolder('names', name));
    const { status, stderr } = choucha(['convert', 'names', '-o', 'named', '--show', 'none'], { cwd: folder });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^names\/长+\.txt: \[unwritable-output\] error .*ENAMETOOLONG/m);
    expect(files('named').filter(name => name.endsWith('.plan.json'))).toEqual([
      '-dash.txt.plan.json',
      '换\n行.txt.plan.json',
      '有 空格.txt.plan.json',
    ]);
    // One line for each file, whatever its name.
    expect(stderr).toContain('names/换\\n行.txt: 58 tasks');
  });

  test('a file where the output folder should be is a usage error', () => {
    const { status, stderr } = choucha(['convert', seed, '-o', 'prose.txt', '--show', 'none'], { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toMatch(/prose\.txt/);
  });
});

describe('check', () => {
  const edited = (name: string, edit: (plan: Record<string, unknown>) => void, trace = true) => {
    const plan = JSON.parse(readFileSync(inFolder('one', 'a.txt.plan.json'), 'utf8'));
    edit(plan);
    writeFileSync(inFolder(`${name}.plan.json`), JSON.stringify(plan));
    if (trace) cpSync(inFolder('one', 'a.txt.trace.json'), inFolder(`${name}.trace.json`));
    return choucha(['check', `${name}.plan.json`], { cwd: folder });
  };
  // biome-ignore lint/suspicious/noExplicitAny: edits reach into parsed JSON
  const taskOf = (plan: any, number: number) => plan.tasks[number - 1];

  test('agrees with convert', () => {
    const { status, stderr } = choucha(['check', 'one/a.txt.plan.json'], { cwd: folder });
    expect(status).toBe(1);
    expect(stderr).toContain('2 errors, 9 warnings, 33 info');
  });
  test('a value that was filled in is settled', () => {
    const { status, stderr } = edited('settled', plan => {
      for (const number of [26, 27]) {
        taskOf(plan, number).creditRule = taskOf(plan, 25).creditRule;
        delete taskOf(plan, number).unread;
      }
    });
    expect([status, stderr.includes('0 errors')]).toEqual([0, true]);
  });
  test.each([
    [
      'a wrong type',
      (plan: Record<string, unknown>) => Object.assign(taskOf(plan, 1), { number: '1' }),
      'schema-violation',
      '/tasks/0/number',
    ],
    [
      'an unknown property',
      (plan: Record<string, unknown>) => Object.assign(taskOf(plan, 1), { colour: 'red' }),
      'schema-violation',
      'colour',
    ],
    [
      'a ratio that is none',
      (plan: Record<string, unknown>) => Object.assign(taskOf(plan, 1), { ratio: { kind: 'percent', min: 'x' } }),
      'schema-violation',
      '/tasks/0/ratio',
    ],
    ['no tasks', (plan: Record<string, unknown>) => Object.assign(plan, { tasks: [] }), 'schema-violation', '/tasks'],
    [
      'a task taken out',
      (plan: Record<string, unknown>) => (plan.tasks as unknown[]).splice(3, 1),
      'id-mismatch',
      '/tasks/3/id',
    ],
  ])('%s', (name, edit, code, place) => {
    const { status, stderr } = edited(name.replaceAll(' ', '-'), edit, false);
    expect(status).toBe(1);
    expect(stderr).toContain(code);
    expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/ZodError|Invalid input/);
  });
  test('without a trace it names the rules that it skipped', () => {
    expect(edited('alone', () => {}, false).stderr).toContain('skipped: blank-cells, style-drift');
  });
  test('a trace that belongs to another plan is left out, and said so', () => {
    const { stderr } = edited('stranger', plan => (plan.tasks as unknown[]).splice(50));
    expect(stderr).toContain('trace-mismatch');
    expect(stderr).toContain('skipped: blank-cells, style-drift');
  });
  test('a file that is no JSON', () => {
    writeFileSync(inFolder('broken.plan.json'), '{');
    expect(choucha(['check', 'broken.plan.json'], { cwd: folder }).status).toBe(3);
  });
});

describe('explain', () => {
  test.each(['zh', 'en'])('tells what stands in 26.creditRule, where, why it is none and what to do (%s)', lang => {
    const { status, stdout } = choucha(['explain', seed, '26.creditRule', '--lang', lang]);
    expect(status).toBe(0);
    for (const part of ['对学校开展气象灾害防御教育的检查', '39:69', 'misplaced-text', '28', 'null'])
      expect(stdout).toContain(part);
    expect(stdout).toContain(lang === 'zh' ? '视此格为空白' : 'treat this cell as blank');
  });
  test('from a plan with its trace, by position', () => {
    const { status, stdout } = choucha(['explain', 'one/a.txt.plan.json', '#22.partners'], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout).toContain('市市场监管局');
  });
  test.each(['99.lead', '26.colour', '#0.lead', '26', ''])('%j names nothing: exit 2', address => {
    expect(choucha(['explain', seed, address]).status).toBe(2);
  });
  test('an unreadable file: exit 3', () => {
    expect(choucha(['explain', 'nowhere.txt', '1.lead']).status).toBe(3);
    expect(choucha(['explain', 'nowhere.plan.json', '1.lead']).status).toBe(3);
  });
});

describe('diff --twins', () => {
  test('agreements exit 0; what one document settles for the other exits 1', () => {
    expect(choucha(['diff', '--twins', seed, join(root, 'samples/received/lvliang-2023.html')]).status).toBe(0);
    const { status, stdout } = choucha([
      'diff',
      '--twins',
      seed,
      join(root, 'samples/merged/lvliang-2023.xlsx'),
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).settled).toHaveLength(5);
  });
  test.each([[[seed]], [['--twins', seed]], [['--twins', seed, seed, '--format', 'html']]])(
    '%j is wrong usage',
    words => {
      expect(choucha(['diff', ...words]).status).toBe(2);
    },
  );
  test('an unreadable document: exit 3', () => {
    expect(choucha(['diff', '--twins', seed, 'nowhere.txt']).status).toBe(3);
  });
});

describe('tables and schema', () => {
  test('tables prints the raw grids', () => {
    const { status, stdout } = choucha(['tables', seed]);
    expect(status).toBe(0);
    const [table] = JSON.parse(stdout) as [{ page: number | null; table: number; rows: string[][] }];
    expect([table.page, table.table, table.rows.length, table.rows[0]?.length]).toEqual([null, 1, 59, 9]);
    expect(choucha(['tables', seed, '--format', 'csv']).stdout.split('\n')[0]).toBe(
      '序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例及频次,智慧监管(信用风险分类)要求,抽查检查起止时间,发起部门,配合部门',
    );
  });
  test('no table: exit 3', () => {
    const { status, stderr } = choucha(['tables', 'prose.txt'], { cwd: folder });
    expect([status, stderr.includes('no-table')]).toEqual([3, true]);
  });
  test.each(['plan', 'trace', 'diff', 'corrections', 'config', 'report'])('schema %s', name => {
    const { status, stdout } = choucha(['schema', name]);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
  });
  test('no such schema: exit 2', () => expect(choucha(['schema', 'nonsense']).status).toBe(2));
});

describe('the program', () => {
  test.each([[['--help']], [['--version']], [['convert', '--help']]])('%j exits 0', words => {
    expect(choucha(words).status).toBe(0);
  });
  test.each([[[]], [['nonsense']], [['convert']], [['--nonsense']]])('%j exits 2', words => {
    expect(choucha(words).status).toBe(2);
  });
});
