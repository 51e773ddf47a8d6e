import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSource } from '../../src/batch/read-source.ts';
import { removeLeftovers, writeFiles } from '../../src/batch/write-files.ts';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'choucha-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readSource', () => {
  test.each(['a', '有 空格.txt', '换\n行', '长'.repeat(85)])('gives the bytes of %j', async name => {
    writeFileSync(at(name), '字');
    expect(await readSource(at(name))).toEqual(new Uint8Array(Buffer.from('字')));
  });
  test.each([
    ['nowhere', 'unreadable-file', 'ENOENT'],
    ['a-folder', 'unreadable-file', 'EISDIR'],
    ['loop', 'unreadable-file', 'ELOOP'],
    ['dangling', 'unreadable-file', 'ENOENT'],
    ['长'.repeat(86), 'unreadable-file', 'ENAMETOOLONG'],
    ['large', 'source-too-large', '2'],
  ])('%s: %s (%s)', async (name, code, said) => {
    mkdirSync(at('a-folder'), { recursive: true });
    if (!existsSync(at('large'))) {
      symlinkSync('loop', at('loop'));
      symlinkSync('gone', at('dangling'));
      writeFileSync(at('large'), new Uint8Array(2 ** 20 + 1));
    }
    const refusal = await readSource(at(name), 2 ** 20);
    expect(refusal).toMatchObject({ code, severity: 'error' });
    expect(JSON.stringify(refusal)).toContain(said);
  });
  test.skipIf(process.platform === 'win32')('a device without an end is no file; a pipe is one', async () => {
    expect(await readSource('/dev/zero')).toMatchObject({ code: 'unreadable-file' });
    execFileSync('mkfifo', [at('pipe')]);
    const read = readSource(at('pipe'));
    spawnSync('sh', ['-c', `printf 123 > '${at('pipe')}'`]);
    expect(await read).toHaveLength(3);
  });
  test('a file that is written to meanwhile is refused, not read half', async () => {
    writeFileSync(at('changing'), new Uint8Array(64 * 2 ** 20));
    let second = 1;
    const touch = setInterval(() => utimesSync(at('changing'), second, second++), 1);
    try {
      expect(await readSource(at('changing'))).toMatchObject({ code: 'source-changed' });
    } finally {
      clearInterval(touch);
    }
  });
});

describe('writeFiles', () => {
  test('writes into folders that are not there yet, and leaves nothing else', async () => {
    await writeFiles([
      { path: at('out', '市', 'a'), text: '一' },
      { path: at('out', 'b'), text: '二' },
    ]);
    expect(readdirSync(at('out'), { recursive: true }).map(String).sort()).toEqual(['b', '市', '市/a']);
    expect(readFileSync(at('out', '市', 'a'), 'utf8')).toBe('一');
  });
  test.each([
    ['a name that is too long', '长'.repeat(86), 'ENAMETOOLONG'],
    ['a file where a folder should be', join('out', 'b', 'c'), /ENOTDIR|EEXIST/],
    ['a folder where the file should be', join('out', '市'), 'EISDIR'],
  ])('%s: the system says why, and no temporary file stays', async (_, name, code) => {
    const set = [
      { path: at('kept'), text: '一' },
      { path: at(name), text: '二' },
    ];
    await expect(writeFiles(set)).rejects.toMatchObject({ code: expect.stringMatching(code) });
    expect(readdirSync(folder, { recursive: true }).filter(name => String(name).endsWith('.tmp'))).toEqual([]);
  });
  test('a name as long as a name can be', async () => {
    const name = `${'长'.repeat(84)}abc`;
    expect(Buffer.byteLength(name)).toBe(255);
    await writeFiles([{ path: at(name), text: '三' }]);
    expect(readFileSync(at(name), 'utf8')).toBe('三');
  });
});

test('leftovers of a killed run go, those of a live one stay', async () => {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const dead = spawnSync('true').pid;
  const names = {
    gone: [`.choucha-${host}-${dead}-00000001.tmp`, `.choucha-ffffffff-1-00000002.tmp`],
    kept: [`.choucha-${host}-${process.pid}-00000003.tmp`, '.choucha-ffffffff-1-00000004.tmp', '.other.tmp', 'x.tmp'],
  };
  mkdirSync(at('left'));
  for (const name of [...names.gone, ...names.kept]) writeFileSync(at('left', name), '');
  utimesSync(at('left', names.gone[1]!), 1, 1);
  await removeLeftovers([at('left'), at('no-such-folder')]);
  expect(readdirSync(at('left')).sort()).toEqual([...names.kept].sort());
});
