import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { width } from '../../src/read/text/width.ts';
import { gridsOf, header, held, read, rows, table, textsOf, writers } from './text-tables.ts';

const layouts = Object.entries(writers);

describe.each(layouts)('%s', (_, write) => {
  test('reads back as the cells that were written', async () => {
    const document = await read(`县2024年抽查计划\n\n${write(table)}\n\n注：1. 另行公布。`);
    expect(gridsOf(document)).toEqual([table]);
    expect(textsOf(document, 'paragraph')).toEqual(['县2024年抽查计划', '注：1. 另行公布。']);
    expect(held(document)).toBe(document.characters);
    expect(document.findings).toEqual([]);
  });

  test.each(['\r\n', '\r'])('with %j at the ends of lines', async end => {
    expect(gridsOf(await read(write(table).replaceAll('\n', end)))).toEqual([table]);
  });

  test('places are lines and columns of the source', async () => {
    const text = `抬头\n${write(table)}`;
    const lines = text.split('\n').map(line => [...line]);
    const grid = (await read(text)).blocks.find(block => block.kind === 'grid')!.grid;
    for (const cell of grid.cells.filter(cell => cell.text !== '')) {
      const place = cell.places[0] as { line: number; column: number };
      expect(
        lines[place.line - 1]!.slice(place.column - 1)
          .join('')
          .replace(/^"/, '')[0],
      ).toBe([...cell.text][0]);
    }
  });
});

const words = [
  '对旅馆业的检查',
  '不低于5%',
  '县公安局、县税务局',
  '“四上”企业',
  '①',
  '1. 甲; 2. 乙',
  'A类',
  '全年',
  '—',
];
// A row with nothing but its number cannot be told from a page number.
const cell = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: fc.constantFrom(...words) });
const random = fc
  .array(
    fc.tuple(cell, cell, cell, cell, cell).filter(cells => cells.some(text => text !== '')),
    { minLength: 2, maxLength: 12 },
  )
  .map(body => [header, ...body.map((cells, i) => [`${i + 1}`, ...cells])]);
const blankless = (cells: readonly (readonly string[])[]) => cells.map(row => row.map(text => text || '无'));

describe('any table', () => {
  test.each(layouts)('written as %s reads back, or is refused', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(random, async cells => {
        // Trailing blank cells of all rows are no column; blank lines at the end are no cells.
        const written = name.startsWith('one cell') ? blankless(cells) : cells;
        const document = await read(write(written)).catch(() => null);
        if (name.startsWith('padded') && document === null) return;
        expect(gridsOf(document!).map(grid => grid.map(row => row.map(text => text ?? '')))).toEqual([written]);
        expect(held(document!)).toBe(document!.characters);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any text', () => {
  const pieces = [
    '\t',
    '|',
    ',',
    '"',
    '\n',
    '\r',
    '\f',
    '  ',
    ' ',
    '----',
    '|---|',
    '序号',
    '任务名称',
    '抽查比例',
    '1',
    '2',
    '第3页',
    '<br>',
    '\\|',
    '&amp;',
    '**',
    '# ',
    '注：',
    '一、甲',
    '县',
    '　',
    '\u200b',
    '𠮷',
    '│',
    '+',
    ';',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map(parts => parts.join('')),
    fc
      .array(fc.tuple(fc.constantFrom(...layouts.map(([name]) => name)), fc.constantFrom(...pieces)), { maxLength: 3 })
      .map(parts => parts.map(([name, piece]) => writers[name]!(table) + piece).join('')),
  );
  test('ends in the ledger character by character, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(text, async source => {
        const document = await read(source).catch(() => null);
        if (document) expect(held(document)).toBe(document.characters);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a table shuffled between two texts stays one table per header', async () => {
  const document = await read(
    `${writers.tabs!(table)}\n\n附件2\n${writers.pipes!([header, ...rows.slice(0, 2)])}\n注：完`,
  );
  expect(gridsOf(document)).toEqual([table, [header, ...rows.slice(0, 2)]]);
});

describe('text wrapped inside its cells', () => {
  /** Cuts a cell into lines of at most `columns`. */
  const lines = (text: string, columns: number): string[] => {
    const done = [''];
    for (const character of text) {
      if (width(done.at(-1)! + character) > columns) done.push('');
      done[done.length - 1] += character;
    }
    return done;
  };
  const wrap = (
    cells: readonly (readonly string[])[],
    columns: readonly number[],
    centred: boolean,
    gap: string,
  ): string =>
    cells
      .map(row => {
        const wrapped = row.map((text, c) => lines(text, columns[c]!));
        const height = Math.max(...wrapped.map(cell => cell.length));
        const line = (i: number) =>
          wrapped
            .map(cell => cell[i - (centred ? Math.floor((height - cell.length) / 2) : 0)] ?? '')
            .map((text, c) => text + ' '.repeat(columns[c]! - width(text) + 2));
        return Array.from({ length: height }, (_, i) => line(i).join('').trimEnd()).join('\n');
      })
      .join(`\n${gap}`);
  const hanzi = (minLength: number, maxLength: number) =>
    fc
      .array(fc.constantFrom(...'对旅馆业的检查县公安局药店登记情况教育'), { minLength, maxLength })
      .map(all => all.join(''));
  const body = fc.array(fc.tuple(hanzi(2, 14), hanzi(0, 14), fc.constantFrom('5%', '10%'), hanzi(0, 9), hanzi(0, 6)), {
    minLength: 1,
    maxLength: 6,
  });

  test.each([true, false])('comes back whole or not at all (numbered: %s)', async numbered => {
    const columns = [4, 16, 18, 8, 12, 8].slice(numbered ? 0 : 1);
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), fc.constantFrom('', '\n'), async (rows, centred, gap) => {
        const all = [header, ...rows.map((cells, i) => [`${i + 1}`, ...cells])].map(row => row.slice(numbered ? 0 : 1));
        const document = await read(wrap(all, columns, centred, gap)).catch(() => null);
        if (!document) return;
        expect(
          gridsOf(document).map(grid => grid.map(row => row.map(text => text?.replaceAll('\n', '') ?? ''))),
        ).toEqual([all]);
        expect(held(document)).toBe(document.characters);
      }),
      { numRuns: 400 },
    );
  });
});
