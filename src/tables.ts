import { type ConvertOptions, readOptions } from './convert.ts';
import { type Diagnostic, diagnose } from './model/diagnostic.ts';
import type { Source } from './model/document.ts';
import type { Grid } from './model/grid.ts';
import { readGrids } from './read/index.ts';

/** A raw grid as rows of texts: `""` an empty cell, null a position that a merged cell covers. */
export interface RawTable {
  /** 1-based; null outside PDF. */
  readonly page: number | null;
  /** 1-based, per page. */
  readonly table: number;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The grids of a document before any meaning, per page and not joined. */
export async function readTables(
  source: Source,
  options: ConvertOptions = {},
): Promise<{
  readonly tables: readonly RawTable[];
  readonly refusal: Diagnostic | null;
  /** What was noticed in reading: pages without text, repairs, places where geometry had to choose. */
  readonly diagnostics: readonly Diagnostic[];
}> {
  const read = await readGrids(source, readOptions(options));
  if ('refusal' in read) return { tables: [], refusal: diagnose(read.refusal), diagnostics: [] };
  const diagnostics = read.findings.map(finding => diagnose(finding));
  if (read.grids.length === 0) return { tables: [], refusal: diagnose({ code: 'no-table' }), diagnostics };
  return { tables: read.grids.map(rawTable), refusal: null, diagnostics };
}

function rawTable(grid: Grid): RawTable {
  const rows = Array.from({ length: grid.rows }, () => new Array<string | null>(grid.columns).fill(''));
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++)
        rows[row]![column] = row === cell.row && column === cell.column ? cell.text : null;
  return { page: grid.page, table: grid.table, rows };
}
