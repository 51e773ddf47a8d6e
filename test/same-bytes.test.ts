import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { convert } from '../src/convert.ts';
import { emit } from '../src/emit/index.ts';
import { readData } from '../src/fields/data.ts';
import { encodeGb18030 } from './read/gb18030.ts';

// The founding plan in other clothes: what shows the same cells gives the same bytes; what does not is reported.

const text = readFileSync(resolve(import.meta.dirname, '../samples/lvliang-2023.txt'), 'utf8');
const utf8 = (changed: string): Uint8Array => new TextEncoder().encode(changed);
const utf16 = (changed: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(changed.length * 2));
  for (let i = 0; i < changed.length; i++) view.setUint16(i * 2, changed.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

const lines = text.split('\n');
const isRow = (line: string): boolean => line.includes('\t');
const onRows = (change: (cells: string[]) => string[]): string =>
  lines.map(line => (isRow(line) ? change(line.split('\t')).join('\t') : line)).join('\n');
const onCells = (change: (cell: string) => string): string => onRows(cells => cells.map(change));

const rows = lines.filter(isRow);
const above = lines.slice(0, lines.findIndex(isRow)).join('\n');
const plainRows = rows.filter(line => !line.startsWith('--'));
const asPipes = (): string => {
  const piped = plainRows.map(line => `| ${line.split('\t').join(' | ')} |`);
  return `${above}\n${[piped[0], piped[0]!.replace(/[^|]+/g, ' --- '), ...piped.slice(1)].join('\n')}\n`;
};
const asCsv = (): string =>
  `${above}\n${plainRows
    .map(line =>
      line
        .split('\t')
        .map(cell => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    )
    .join('\n')}\n`;

const other: Record<string, string> = {
  ',': '，',
  '，': ',',
  ';': '；',
  '；': ';',
  '(': '（',
  '（': '(',
  ')': '）',
  '）': ')',
  '%': '％',
  '％': '%',
};
const { radicals, ideographs } = readData<{ radicals: string; ideographs: string }>('radicals');
const kangxi = new Map([...ideographs].map((ideograph, i) => [ideograph, [...radicals][i]!]));
const toRadicals = (changed: string): string =>
  [...changed].map(character => kangxi.get(character) ?? character).join('');
const reversed = (cells: string[]): string[] => (cells.length === 9 ? [...cells].reverse() : cells);

const canonical = async (bytes: Uint8Array): Promise<string> =>
  emit((await convert({ name: 'plan', bytes })).plans[0]!.plan);
const reported = async (changed: string): Promise<string[]> => {
  const { plans, refusal } = await convert({ name: 'plan', bytes: utf8(changed) });
  return refusal ? [refusal.code] : plans[0]!.trace.diagnostics.map(({ code }) => code);
};

let expected: string;
let usual: string[];
beforeAll(async () => {
  expected = await canonical(utf8(text));
  usual = await reported(text);
});

describe('the same bytes', () => {
  test.each<[string, () => Uint8Array]>([
    ['CRLF', () => utf8(text.replaceAll('\n', '\r\n'))],
    ['CR', () => utf8(text.replaceAll('\n', '\r'))],
    ['UTF-8 with a BOM', () => utf8(`\ufeff${text}`)],
    ['UTF-16 LE with a BOM', () => utf16(`\ufeff${text}`, true)],
    ['UTF-16 BE with a BOM', () => utf16(`\ufeff${text}`, false)],
    ['UTF-16 LE without', () => utf16(text, true)],
    ['UTF-16 BE without', () => utf16(text, false)],
    ['GB18030', () => encodeGb18030(text)],
    ['pipes', () => utf8(asPipes())],
    ['CSV', () => utf8(asCsv())],
    ['full-width digits', () => utf8(text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))],
    [
      'every comma, semicolon, bracket and percent sign in the other width',
      () => utf8(text.replace(/[,，;；(（)）%％]/g, mark => other[mark]!)),
    ],
    ['half-width dashes', () => utf8(onCells(cell => (/^-+$/.test(cell) ? cell : cell.replaceAll('—', '-'))))],
    ['other dashes', () => utf8(onCells(cell => (/^-+$/.test(cell) ? cell : cell.replace(/[—-](?=\d)/g, '–'))))],
    ['Kangxi and supplement radicals', () => utf8(toRadicals(text))],
    ['zero-width characters', () => utf8(onCells(cell => `\u200b${cell}\u200b`))],
    ['spaces around cells', () => utf8(onCells(cell => `  ${cell}\u3000`))],
    ['form feeds at page breaks', () => utf8(text.replace(/\n\n(?=\d)/g, '\n\f\n'))],
    ['the header repeated at page breaks', () => utf8(text.replace(/\n\n(?=\d+\t)(?!1\t)/g, `\n\n${plainRows[0]}\n`))],
    ['columns reversed with their headers', () => utf8(onRows(reversed))],
  ])('%s', async (_, bytes) => {
    expect(await canonical(bytes())).toBe(expected);
  });
});

describe('what shows other cells is reported', () => {
  const shuffled = (): string => {
    const data = plainRows.slice(1);
    return [above, plainRows[0], ...data.filter((_, i) => i % 2), ...data.filter((_, i) => i % 2 === 0)].join('\n');
  };
  const withRow = (change: (row: string) => string): string =>
    [above, ...plainRows.map(line => (line.startsWith('7\t') ? change(line) : line))].join('\n');
  const swap = (a: number, b: number) =>
    lines
      .map(line => {
        const cells = line.split('\t');
        if (cells.length !== 9 || line.startsWith('序号')) return line;
        [cells[a], cells[b]] = [cells[b]!, cells[a]!];
        return cells.join('\t');
      })
      .join('\n');
  const body = rows.slice(1);
  test.each<[string, () => string]>([
    ['rows shuffled', shuffled],
    ['a row doubled', () => withRow(row => `${row}\n${row}`)],
    ['a row lost', () => [above, ...plainRows.filter(line => !line.startsWith('7\t'))].join('\n')],
    ['a row cut short', () => withRow(row => row.split('\t').slice(0, 6).join('\t'))],
    [
      'a cell lost in the middle',
      () =>
        withRow(row =>
          row
            .split('\t')
            .filter((_, i) => i !== 4)
            .join('\t'),
        ),
    ],
    ['period and lead swapped without their headers', () => swap(6, 7)],
    ['ratio and credit rule swapped without their headers', () => swap(4, 5)],
    ['items and targets swapped without their headers', () => swap(2, 3)],
    ['a header renamed to nonsense', () => [above, rows[0]!.replace('抽查比例及频次', '甲乙丙丁'), ...body].join('\n')],
    ['no header at all', () => [above, ...body].join('\n')],
    ['mojibake', () => new TextDecoder('gb18030').decode(utf8(text))],
  ])('%s', async (_, changed) => {
    expect((await reported(changed())).join()).not.toBe(usual.join());
  });
});
