import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let installed: SpawnSyncReturns<string>;
const minutes = 60_000;

const run = (program: string, ...words: string[]) =>
  spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', LC_ALL: 'en_US.UTF-8' },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha-package-'));
  spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!;
  installed = run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', `./${tarball}`);
}, 5 * minutes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'publint finds nothing to say',
  async () => {
    const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { messages } = await publint({ pkgDir: root, strict: true });
    expect(messages.map(message => formatMessage(message, pkg, { color: false }))).toEqual([]);
  },
  minutes,
);

describe('installed from its tarball in an empty project', () => {
  const offline = (): boolean => {
    if (
      installed.status === 0 ||
      process.env.CI ||
      !/ENOTFOUND|ENOTCACHED|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT/.test(installed.stderr)
    )
      return false;
    console.warn('skipped: the registry cannot be reached, and what the package depends on is not in the cache');
    return true;
  };

  test('it holds what it needs, and nothing else', ({ skip }) => {
    skip(offline());
    expect(installed.stderr).toBe('');
    const names = readdirSync(join(folder, 'node_modules/choucha'), { recursive: true }).map(String);
    for (const name of [
      'dist/fields/data/regions.json',
      'dist/report/assets/page.css',
      'schemas/plan.schema.json',
      'README.zh-CN.md',
      'LICENSE',
    ])
      expect(names).toContain(name);
    expect(names.filter(name => /(?<!\.d)\.ts$|\.map$|^(?:test|samples|src|out)\b/.test(name))).toEqual([]);
  });

  test(
    'its types hold without those of Node, and the library does what they say',
    ({ skip }) => {
      skip(offline());
      cpSync(join(import.meta.dirname, 'consumer.ts'), join(folder, 'consumer.ts'));
      const compilerOptions = {
        ...{ module: 'nodenext', target: 'ES2023', lib: ['ES2023', 'DOM'], types: [] },
        ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['consumer.ts'] }));
      const { stdout: problems } = run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'));
      expect(problems).toBe('');
      const { stdout, stderr } = run(process.execPath, 'consumer.js');
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        ratio: { kind: 'percent', min: 5, max: null },
        lead: ['市委宣传部=党委宣传部'],
        why: null,
        same: true,
        trace: true,
        checked: 0,
        explained: '1.ratio',
        header: ['ratio', 'frequency'],
        cell: { kind: 'percent', min: 5, max: null },
        folded: '工作（1）',
        tables: 1,
        schema: true,
        codes: ['b.txt:1', 'c.txt:empty-source'],
      });
      // Nothing was written but what tsc writes.
      expect(
        readdirSync(folder).filter(
          name => !/^(?:consumer\.[jt]s|node_modules|package.*\.json|tsconfig\.json|.*\.tgz)$/.test(name),
        ),
      ).toEqual([]);
    },
    2 * minutes,
  );

  test(
    'so does the program',
    ({ skip }) => {
      skip(offline());
      cpSync(join(root, 'samples/received'), join(folder, 'plans'), { recursive: true });
      const bin = join(folder, 'node_modules/.bin/choucha');
      const { status, stderr } = run(bin, 'convert', 'plans', '-o', 'out', '--jobs', '2', '--show', 'none');
      expect(stderr).toMatch(/^\d+ files: \d+ plans, \d+ tasks, 0 refused/m);
      expect(status).toBe(1);
      expect(readFileSync(join(folder, 'out/lvliang-2023.docx.plan.json'))).toEqual(
        readFileSync(join(folder, 'out/lvliang-2023.xlsx.plan.json')),
      );
      expect(run(bin, 'schema', 'plan').stdout).toBe(readFileSync(join(root, 'schemas/plan.schema.json'), 'utf8'));
    },
    2 * minutes,
  );
});
