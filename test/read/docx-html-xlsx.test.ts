import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxReader } from '../../src/read/docx/index.ts';
import { htmlReader } from '../../src/read/html/index.ts';
import { xlsReader } from '../../src/read/xls/index.ts';
import { xlsxReader } from '../../src/read/xlsx/index.ts';
import { address, type Range } from '../../src/read/xlsx/sheet.ts';
import { record, text, u16, xls } from './compound-file.ts';
import { blocksOf, docx, readWell, w, xlsx } from './office-files.ts';

/** A table as it looks: who owns each position, and what each owner says. */
interface Look {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (Range & { readonly text: string })[];
}

/** Tables tiled at random: every free position takes as much as it wants and finds free. */
const look: fc.Arbitrary<Look> = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 2, max: 6 }),
    wishes: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 36,
      maxLength: 36,
    }),
  })
  .map(({ rows, columns, wishes }) => {
    const taken = new Set<string>();
    const cells: (Range & { text: string })[] = [];
    for (let top = 0; top < rows; top++)
      for (let left = 0; left < columns; left++) {
        if (taken.has(`${top}:${left}`)) continue;
        const [down, across] = wishes[top * columns + left]!;
        let right = left;
        while (right + 1 < Math.min(columns, left + across) && !taken.has(`${top}:${right + 1}`)) right++;
        const bottom = Math.min(rows, top + down) - 1;
        for (let i = top; i <= bottom; i++) for (let j = left; j <= right; j++) taken.add(`${i}:${j}`);
        cells.push({ top, left, bottom, right, text: `${top + 1}行${left + 1}列${top === left ? '\n次行' : ''}` });
      }
    return { rows, columns, cells };
  })
  .filter(({ cells }) => cells.length > 1);

const inRow = ({ cells }: Look, row: number) => cells.filter(({ top, bottom }) => top <= row && row <= bottom);
const numbers = (n: number): number[] => [...Array(n).keys()];

const toHtml = (table: Look): Uint8Array =>
  new TextEncoder().encode(
    `<table>${numbers(table.rows)
      .map(row => {
        const own = table.cells.filter(({ top }) => top === row);
        return `<tr>${own.map(({ top, left, bottom, right, text }) => `<td rowspan=${bottom - top + 1} colspan=${right - left + 1}>${text.replace('\n', '<br>')}</td>`).join('')}</tr>`;
      })
      .join('')}</table>`,
  );

const toDocx = (table: Look): Uint8Array =>
  docx(
    w.tbl(
      numbers(table.rows).map(row =>
        w.tr(
          [...inRow(table, row)]
            .sort((a, b) => a.left - b.left)
            .map(({ top, left, bottom, right, text }) => {
              const merge = bottom === top ? '' : row === top ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
              const content =
                row === top
                  ? text
                      .split('\n')
                      .map(line => w.p(line))
                      .join('')
                  : w.p('');
              return w.tc(content, `<w:gridSpan w:val="${right - left + 1}"/>${merge}`);
            }),
        ),
      ),
    ),
  );

const merged = ({ cells }: Look) => cells.filter(({ top, left, bottom, right }) => top < bottom || left < right);

const toXlsx = (table: Look): Uint8Array =>
  xlsx([
    {
      xml: `<sheetData>${numbers(table.rows)
        .map(
          row =>
            `<row r="${row + 1}">${table.cells
              .filter(({ top }) => top === row)
              .map(({ left, text }) => `<c r="${address(row, left)}" t="inlineStr"><is><t>${text}</t></is></c>`)
              .join('')}</row>`,
        )
        .join('')}</sheetData><mergeCells>${merged(table)
        .map(({ top, left, bottom, right }) => `<mergeCell ref="${address(top, left)}:${address(bottom, right)}"/>`)
        .join('')}</mergeCells>`,
    },
  ]);

const toXls = (table: Look): Uint8Array =>
  xls([
    {
      name: '表',
      records: [
        ...table.cells.map(cell => record(0x204, [...u16(cell.top, cell.left, 0), ...text(cell.text)])),
        record(0xe5, [
          ...u16(merged(table).length),
          ...merged(table).flatMap(({ top, left, bottom, right }) => u16(top, bottom, left, right)),
        ]),
      ],
    },
  ]);

test('a table is the same grid in DOCX, HTML, XLSX and XLS', async () => {
  await fc.assert(
    fc.asyncProperty(look, async table => {
      const [html, ...others] = await Promise.all([
        readWell(htmlReader, toHtml(table)),
        readWell(docxReader, toDocx(table)),
        readWell(xlsxReader, toXlsx(table)),
        readWell(xlsReader, toXls(table)),
      ]);
      for (const other of others) {
        expect(blocksOf(other)).toEqual(blocksOf(html));
        expect(other.characters).toBe(html.characters);
      }
    }),
    { numRuns: 100 },
  );
});
