import { interpret } from '../../src/convert.ts';
import { type Block, countCharacters, type Document } from '../../src/model/document.ts';
import type { Cell, Grid } from '../../src/model/grid.ts';

/** A grid from rows of texts: `^` goes on with the cell above, `<` with the cell to the left. */
export function makeGrid(rows: readonly (readonly string[])[], table = 1): Grid {
  const cells: Cell[] = [];
  for (const [row, texts] of rows.entries())
    for (const [column, text] of texts.entries()) {
      if (text === '^' || text === '<') continue;
      let [rowSpan, colSpan] = [1, 1];
      while (rows[row]![column + colSpan] === '<') colSpan++;
      while (rows[row + rowSpan]?.[column] === '^') rowSpan++;
      cells.push({ row, column, rowSpan, colSpan, text, places: [{ table, row: row + 1, column: column + 1 }] });
    }
  return { rows: rows.length, columns: Math.max(...rows.map(texts => texts.length)), cells, page: null, table };
}

/** A paragraph, or the rows of a table. */
export type Part = string | readonly (readonly string[])[];

/** A document from paragraphs and tables. */
export function makeDocument(...parts: Part[]): Document {
  let table = 0;
  const blocks = parts.map(
    (part): Block =>
      typeof part === 'string'
        ? { kind: 'paragraph', text: part, places: [] }
        : { kind: 'grid', grid: makeGrid(part, ++table) },
  );
  const texts = blocks.flatMap(block =>
    block.kind === 'grid' ? block.grid.cells.map(cell => cell.text) : [block.text],
  );
  return { format: 'test', blocks, characters: countCharacters(texts.join('')), findings: [] };
}

/** What a document made of parts comes to. */
export const interpretParts = (...parts: Part[]) =>
  interpret(makeDocument(...parts), { name: 'test', format: 'test', sha256: '0'.repeat(64) });
