import { describe, expect, test } from 'vitest';
import { compoundNames, openCompound } from '../../src/read/xls/compound.ts';
import { xlsReader } from '../../src/read/xls/index.ts';
import { BOF, compoundFile, EOF, f64, record, text, u16, u32, xls } from './compound-file.ts';
import { blocksOf, codes, read, readWell } from './office-files.ts';

const label = (row: number, column: number, string: string): number[] =>
  record(0x204, [...u16(row, column, 0), ...text(string)]);
const shared = (row: number, column: number, index: number): number[] =>
  record(0xfd, [...u16(row, column, 0), ...u32(index)]);
const number = (row: number, column: number, value: number, style = 0): number[] =>
  record(0x203, [...u16(row, column, style), ...f64(value)]);
const merge = (...ranges: number[][]): number[] =>
  record(0xe5, [...u16(ranges.length), ...ranges.flatMap(range => u16(...range))]);
const format = (id: number, code: string): number[] => record(0x41e, [...u16(id), ...text(code)]);
const style = (formatId: number): number[] => record(0xe0, [...u16(0, formatId), ...Array(16).fill(0)]);
const strings = (...all: string[]): number[] => record(0xfc, [...u32(all.length, all.length), ...all.flatMap(text)]);
const formula = (row: number, column: number, result: number[]): number[] =>
  record(0x06, [...u16(row, column, 0), ...result, ...Array(8).fill(0)]);

const shown = async (records: number[][], globals: number[][] = []) =>
  blocksOf(await readWell(xlsReader, xls([{ name: '表', records }], globals)));

describe('cells', () => {
  test.each<[name: string, records: number[][], grid: string[][], globals?: number[][]]>([
    [
      'texts',
      [label(0, 0, '序号'), label(0, 1, '任务'), label(1, 0, '1')],
      [
        ['序号', '任务'],
        ['1', ''],
      ],
    ],
    ['shared texts', [shared(0, 0, 1), shared(0, 1, 0)], [['乙', '甲']], [strings('甲', '乙')]],
    [
      'numbers by their formats',
      [number(0, 0, 0.05, 1), number(0, 1, 45_000, 2), number(0, 2, 0.05, 3)],
      [['5%', '2023年3月15日', '5%']],
      [format(164, 'yyyy"年"m"月"d"日"'), style(0), style(9), style(164), style(9)],
    ],
    [
      'the 1904 date system',
      [number(0, 0, 43_538, 0), label(0, 1, 'x')],
      [['2023/3/15', 'x']],
      [record(0x22, u16(1)), style(14)],
    ],
    [
      'packed numbers',
      [
        record(0x27e, [...u16(0, 0, 0), ...u32((7 << 2) | 2)]),
        record(0x27e, [...u16(0, 1, 0), ...u32((150 << 2) | 3)]),
        record(0xbd, [...u16(0, 2, 0), ...u32((1 << 2) | 2), ...u16(0), ...u32(0x3ff00000), ...u16(3)]),
      ],
      [['7', '1.5', '1', '1']],
    ],
    [
      'formulas by their saved results',
      [
        formula(0, 0, f64(3)),
        formula(0, 1, [0, 0, 0, 0, 0, 0, 255, 255]),
        record(0x207, text('文')),
        formula(0, 2, [1, 0, 1, 0, 0, 0, 255, 255]),
        formula(0, 3, [2, 0, 0x17, 0, 0, 0, 255, 255]),
        formula(0, 4, [3, 0, 0, 0, 0, 0, 255, 255]),
        label(0, 5, 'x'),
      ],
      [['3', '文', 'TRUE', '#REF!', '', 'x']],
    ],
    [
      'booleans and errors',
      [record(0x205, [...u16(0, 0, 0), 1, 0]), record(0x205, [...u16(0, 1, 0), 0x2a, 1])],
      [['TRUE', '#N/A']],
    ],
    [
      'merged cells',
      [label(0, 0, '标题'), label(1, 0, 'a'), label(1, 1, 'b'), merge([0, 0, 0, 1])],
      [
        ['标题·1×2', '^'],
        ['a', 'b'],
      ],
    ],
    [
      'charts inside the sheet are passed over',
      [label(0, 0, '甲'), [...BOF(0x600, 0x20), ...label(5, 5, '图'), ...EOF], label(0, 1, '乙')],
      [['甲', '乙']],
    ],
    [
      'unknown records are passed over',
      [record(0x1234, [1, 2, 3]), label(0, 0, '甲'), label(0, 1, '乙')],
      [['甲', '乙']],
    ],
  ])('%s', async (_, records, grid, globals) => {
    expect(await shown(records, globals)).toEqual([grid]);
  });

  test('a shared text that runs over records, wide and narrow', async () => {
    const wide = (string: string): number[] => u16(...[...string].map(each => each.charCodeAt(0)));
    const narrow = (string: string): number[] => [...string].map(each => each.charCodeAt(0));
    // 6 characters: two wide, then in the next record two narrow, then two wide; with runs and phonetic data behind.
    const sst = [
      ...record(0xfc, [...u32(2, 2), ...u16(6), 1 | 4 | 8, ...u16(1), ...u32(3), ...wide('抽查')]),
      ...record(0x3c, [0, ...narrow('5%')]),
      ...record(0x3c, [1, ...wide('企业'), ...u16(0, 0), 9, 9]),
      ...record(0x3c, [9, ...text('乙')]),
    ];
    expect(await shown([shared(0, 0, 0), shared(0, 1, 1)], [sst])).toEqual([[['抽查5%企业', '乙']]]);
  });

  test('hidden rows, columns and sheets; print heads', async () => {
    const row = (i: number, options: number): number[] => record(0x208, [...u16(i, 0, 9, 255, 0, 0), ...u32(options)]);
    const document = await readWell(
      xlsReader,
      xls([
        {
          name: '计划',
          records: [
            row(1, 0x20),
            record(0x7d, [...u16(2, 2, 0, 0, 1), 0, 0]),
            label(0, 0, 'a'),
            label(0, 1, 'b'),
            label(0, 2, 'x'),
            label(1, 0, 'y'),
            record(0x14, text('&C内部 &P')),
          ],
        },
        { name: '旧', state: 1, records: [label(0, 0, 'z')] },
      ]),
    );
    expect(blocksOf(document)).toEqual([
      [['a', 'b']],
      'discarded x (hidden row or column)',
      'discarded y (hidden row or column)',
      'furniture 内部',
      'discarded z (hidden sheet)',
    ]);
    expect(codes(document)).toEqual(['hidden-lines', 'hidden-lines', 'hidden-sheet']);
    expect(document.blocks[0]).toMatchObject({ grid: { sheet: '计划', table: 1 } });
  });
});

describe('compound files', () => {
  const small = new Uint8Array([1, 2, 3]);
  const large = new Uint8Array(70_000).map((_, i) => i % 251);
  test('short and long streams', () => {
    const { names, stream } = openCompound(compoundFile({ Short: small, Long: large, Other: new Uint8Array([9]) }));
    expect([...names].sort()).toEqual(['Long', 'Other', 'Short']);
    expect(stream('Short')).toEqual(small);
    expect(stream('Long')).toEqual(large);
    expect(stream('None')).toBeUndefined();
  });

  const good = xls([{ name: '表', records: [label(0, 0, '甲'.repeat(3000))] }]);
  const changed = (at: number, value: number): Uint8Array => {
    const copy = good.slice();
    new DataView(copy.buffer).setUint32(at, value, true);
    return copy;
  };
  test.each<[name: string, file: Uint8Array, code: string]>([
    ['cut short', good.slice(0, 3000), 'broken-package'],
    ['a directory outside the file', changed(48, 9999), 'broken-package'],
    ['an allocation table outside the file', changed(76, 9999), 'broken-package'],
    ['a chain of allocation tables in a circle', changed(68, 0), 'broken-package'],
    ['no compound file', new Uint8Array(600), 'broken-package'],
    ['no workbook', compoundFile({ Other: small }), 'broken-package'],
    ['an older version', compoundFile({ Workbook: new Uint8Array([...BOF(0x500, 5), ...EOF]) }), 'unsupported-format'],
    ['a password', xls([], [record(0x2f, [0, 0])]), 'encrypted-office'],
    ['a record that is too short', xls([{ name: '表', records: [record(0x203, [0, 0])] }]), 'broken-package'],
    [
      'a record beyond the end',
      compoundFile({ Workbook: new Uint8Array([...BOF(0x600, 5), ...u16(0x85, 60_000)]) }),
      'broken-package',
    ],
    [
      'a text beyond its record',
      xls([{ name: '表', records: [record(0x204, [...u16(0, 0, 0), ...u16(500), 1])] }]),
      'broken-package',
    ],
    ['texts without end', xls([], [record(0xfc, [...u32(1, 4_000_000_000)])]), 'broken-package'],
  ])('refuses %s', async (_, file, code) => {
    expect(await read(xlsReader, file)).toMatchObject({ code });
  });

  test('a damaged file names nothing', () => {
    expect(compoundNames(good)).toEqual(['Workbook']);
    expect(compoundNames(changed(48, 9999))).toEqual([]);
    expect(compoundNames(new Uint8Array())).toEqual([]);
    expect(xlsReader.recognises(good)).toBe(true);
    expect(xlsReader.recognises(compoundFile({ Workbook: small, WordDocument: small }))).toBe(false);
  });
});
