import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src/convert.ts';
import { readDocument, readGrids } from '../../src/read/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const table = '序号\t抽查任务名称\t抽查比例\n1\t旅行社检查\t5%\n2\t网吧检查\t10%\n';
const html = '<table><tr><td>序号</td><td>抽查任务名称</td></tr><tr><td>1</td><td>旅行社检查</td></tr></table>';

describe('the content decides how a source is read', () => {
  test.each([
    ['plan.txt', table, 'text', []],
    ['plan.tsv', table, 'text', []],
    ['plan', table, 'text', []],
    ['plan.html', html, 'html', []],
    ['plan.pdf', table, 'text', ['format-by-content']],
    ['plan.docx', html, 'html', ['format-by-content']],
    ['plan.txt', html, 'html', ['format-by-content']],
  ])('%s', async (name, text, format, codes) => {
    const read = await readDocument({ name, bytes: bytes(text) }, readOptions());
    const document = 'document' in read ? read.document : null;
    expect([document?.format, document?.findings.map(({ code }) => code)]).toEqual([format, codes]);
  });

  test.each([
    ['nothing', new Uint8Array(), 'empty-source'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'unsupported-format'],
    ['an archive of no known kind', bytes('PK\u0003\u0004'), 'unsupported-format'],
    ['half an old office file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'unsupported-format'],
    ['noise', Uint8Array.from({ length: 600 }, (_, i) => (i * 151) % 256), 'binary-source'],
  ])('%s is refused', async (_, content, code) => {
    const read = await readDocument({ name: 'plan.docx', bytes: content }, readOptions());
    expect('refusal' in read && read.refusal.code).toBe(code);
    expect(await readGrids({ name: 'plan.docx', bytes: content }, readOptions())).toEqual(read);
  });
});
