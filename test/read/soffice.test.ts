import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeOfficeReader } from '../../src/read/office.ts';
import { refusedReader } from '../../src/read/refused.ts';
import { convertWithSoffice, findSoffice } from '../../src/read/soffice.ts';
import { testWithSoffice } from '../needs.ts';
import { compoundFile } from './compound-file.ts';
import { blocksOf, docx, read, readWell, w, xlsx, zip } from './office-files.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const doc = compoundFile({ WordDocument: new Uint8Array(100), '1Table': new Uint8Array(10) });

describe('a converter', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'choucha-test-'));
    await writeFile(
      join(folder, 'made.docx'),
      docx(
        w.table([
          ['序号', '任务'],
          ['1', '检查'],
        ]),
      ),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A program that stands in for LibreOffice: a shell script, called with the same arguments. */
  async function program(name: string, script: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }
  // The last arguments are: --convert-to docx --outdir <folder>/out <folder>/source.doc
  const last = 'for a; do input="$a"; done; work="$(dirname "$input")"';

  test('is called with a profile and folders of its own, which are removed', async () => {
    const copy = await program(
      'copies',
      `${last}; echo "$@" > ${folder}/args; cp "$work/profile/user/registrymodifications.xcu" ${folder}/profile; mkdir "$work/out"; cp ${folder}/made.docx "$work/out/source.docx"`,
    );
    const document = await readWell(makeOfficeReader({ program: copy }), doc);
    expect(document.format).toBe('doc');
    expect(blocksOf(document)).toEqual([
      [
        ['序号', '任务'],
        ['1', '检查'],
      ],
    ]);
    expect(document.findings).toEqual([
      { code: 'converted-by-libreoffice', params: { format: 'DOC/WPS', target: 'DOCX' } },
    ]);
    const args = (await readFile(join(folder, 'args'), 'utf8')).trim().split(' ');
    expect(args).toContain('--headless');
    const used = args.at(-1)!.replace(/\/source\.doc$/, '');
    expect(args[0]).toBe(`-env:UserInstallation=file://${used}/profile`);
    expect(existsSync(used)).toBe(false);
    expect(await readFile(join(folder, 'profile'), 'utf8')).toContain('DisableMacrosExecution');
  });

  test.each<[name: string, script: string, reason: RegExp]>([
    ['fails', 'echo "no filter" >&2; exit 3', /^no filter$/],
    ['fails without a word', 'exit 81', /^exit 81$/],
    ['writes nothing', 'exit 0', /^no output$/],
  ])('that %s is reported', async (_, script, reason) => {
    const failing = await program('fails', script);
    expect(await read(makeOfficeReader({ program: failing }), doc)).toMatchObject({
      code: 'conversion-failed',
      params: { format: 'DOC/WPS', reason: expect.stringMatching(reason) },
    });
  });

  test('that is not there is reported', async () => {
    const absent = await read(makeOfficeReader({ program: join(folder, 'absent') }), doc);
    expect(absent).toMatchObject({ code: 'conversion-failed' });
    expect(await read(makeOfficeReader({ program: null }), doc)).toMatchObject({
      code: 'unsupported-format',
      params: {
        format: 'DOC/WPS',
        remedy: { zh: expect.stringContaining('LibreOffice'), en: expect.stringContaining('DOCX') },
      },
    });
  });

  // Where nobody collects orphans, the dead remain in the list of processes as zombies.
  const isAlive = async (file: string): Promise<boolean> => {
    const pid = (await readFile(file, 'utf8')).trim();
    const state = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout.trim();
    return state !== '' && !state.startsWith('Z');
  };

  test('that hangs is ended with its children, and its folder removed', async () => {
    const own = join(folder, 'temporary');
    await mkdir(own);
    vi.stubEnv('TMPDIR', own);
    const hangs = await program('hangs', `sleep 60 & echo $! > ${folder}/child; echo $$ > ${folder}/parent; wait`);
    expect(await convertWithSoffice(doc, 'doc', 'docx', { program: hangs, timeout: 500 })).toEqual({
      failure: '> 0.5 s',
    });
    await wait(100);
    expect([await isAlive(join(folder, 'child')), await isAlive(join(folder, 'parent'))]).toEqual([false, false]);
    vi.unstubAllEnvs();
    expect(await readdir(own)).toEqual([]);
  });

  test('can be given up', async () => {
    const hangs = await program('waits', 'sleep 60');
    const signal = AbortSignal.timeout(200);
    expect(await convertWithSoffice(doc, 'doc', 'docx', { program: hangs }, signal)).toEqual({ failure: 'aborted' });
  });

  test('that leaves a child behind does not hold us up', async () => {
    const leaves = await program('leaves', `sleep 60 & echo $! > ${folder}/left; exit 5`);
    expect(await convertWithSoffice(doc, 'doc', 'docx', { program: leaves })).toEqual({ failure: 'exit 5' });
    await wait(100);
    expect(await isAlive(join(folder, 'left'))).toBe(false);
  });

  test('is looked for on the path', async () => {
    await program('soffice', 'exit 0');
    expect(await findSoffice(`/nowhere:${folder}`)).toBe(join(folder, 'soffice'));
  });
});

testWithSoffice('LibreOffice itself', { timeout: 120_000 }, async () => {
  const rtf = bytes(
    '{\\rtf1\\ansi\\trowd\\cellx2000\\cellx4000 \\intbl a\\cell b\\cell\\row\\trowd\\cellx2000\\cellx4000 \\intbl c\\cell d\\cell\\row\\pard x\\par}',
  );
  expect(blocksOf(await readWell(makeOfficeReader(), rtf))).toEqual([
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    'x',
  ]);
});

describe('recognition', () => {
  const odf = (kind: string): Uint8Array => {
    // ODF wants its first entry stored, so that the kind stands in plain sight.
    const kindText = `application/vnd.oasis.opendocument.${kind}`;
    return Buffer.concat([bytes(`PK\x03\x04${'\0'.repeat(26)}mimetype${kindText}`), zip({ 'content.xml': '<x/>' })]);
  };
  test.each<[name: string, file: Uint8Array, format: string | null]>([
    ['Word 97', doc, 'DOC/WPS'],
    ['Excel 5', compoundFile({ Book: new Uint8Array(9) }), 'Excel 5.0/95'],
    ['RTF', bytes('{\\rtf1 x}'), 'RTF'],
    ['ODT', odf('text'), 'ODT'],
    ['ODS', odf('spreadsheet'), 'ODS'],
    ['XLSB', zip({ 'xl/workbook.bin': 'x' }), 'XLSB'],
    [
      'Word 2003',
      bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'Word 2003 XML',
    ],
    [
      'Excel 2003',
      bytes('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'Excel 2003 XML',
    ],
    ['Excel 97, which has a reader of its own', compoundFile({ Workbook: new Uint8Array(9) }), null],
    ['ODP', odf('presentation'), null],
    ['DOCX', docx(''), null],
    ['XLSX', xlsx([{ xml: '' }]), null],
    ['text that speaks of RTF', bytes('x {\\rtf1 x}'), null],
    ['nothing', new Uint8Array(), null],
  ])('%s', async (_, file, format) => {
    const reader = makeOfficeReader({ program: null });
    expect(reader.recognises(file)).toBe(format !== null);
    if (format !== null)
      expect(await read(reader, file)).toMatchObject({ code: 'unsupported-format', params: { format } });
  });
});

describe('what is known and not read', () => {
  test.each<[file: Uint8Array, format: string | { en: string }]>([
    [zip({ 'OFD.xml': '<x/>', 'Doc_0/Document.xml': '<x/>' }), 'OFD'],
    [bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'JPEG'],
    [bytes('\x89PNG\r\n\x1a\n'), 'PNG'],
    [bytes('II*\0\x08\0\0\0'), 'TIFF'],
    [bytes('MM\0*\0\0\0\x08'), 'TIFF'],
    [bytes('GIF89a'), 'GIF'],
    [bytes(`BM${'\0'.repeat(12)}\x28${'\0'.repeat(40)}`), 'BMP'],
    [bytes('RIFF\0\0\0\0WEBPVP8 '), 'WebP'],
    [zip({ 'ppt/presentation.xml': '<x/>' }), { en: 'PowerPoint' }],
    [bytes('From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;'), { en: 'MHTML' }],
    [bytes('Rar!\x1a\x07'), { en: 'archive' }],
    [zip({ 'a.docx': 'x' }), { en: 'ZIP archive' }],
    [compoundFile({ Contents: new Uint8Array(9) }), { en: 'old office file' }],
  ])('is named: %#', async (file, format) => {
    expect(refusedReader.recognises(file)).toBe(true);
    const refusal = await read(refusedReader, file);
    expect(refusal).toMatchObject({ code: 'unsupported-format', params: { format } });
    expect(refusal).toHaveProperty('params.remedy.zh', expect.stringMatching(/\p{Script=Han}/u));
  });

  test('an office file with a password', async () => {
    const file = compoundFile({ EncryptionInfo: new Uint8Array(9), EncryptedPackage: new Uint8Array(9) });
    expect(await read(refusedReader, file)).toEqual({ code: 'encrypted-office' });
  });

  test.each(['', '序号\t任务', 'BM 序号 任务', 'II. 任务', '<html>', '%PDF-1.7'])('text is not: %j', text => {
    expect(refusedReader.recognises(new TextEncoder().encode(text))).toBe(false);
  });
});
