import { joinGrids } from '../../geometry/join-pages.ts';
import { gridOf } from '../../geometry/page-grid.ts';
import { columnsOf, rowsOf } from '../../geometry/table.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Document, Source } from '../../model/document.ts';
import type { Grid } from '../../model/grid.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import { assemble } from './assemble.ts';
import { layOut } from './layout.ts';
import { readPages } from './read-pages.ts';
import { joinSheets } from './sheets.ts';

/** Reads PDF as it was printed: rulings and the alignment of text tell what is a cell. */
export async function readPdf(source: Source, options: ReadOptions): Promise<Document> {
  const { pages: printed, total, findings } = await readPages(source.bytes, options);
  const { pages, findings: sheets } = joinSheets(printed, options.hints);
  const layouts = layOut(pages, options.hints);
  const joined = joinGrids(
    layouts.flatMap(layout => layout.grids),
    options.hints,
  );
  const found = layouts.flatMap(layout => layout.found.findings);
  return assemble(layouts, joined, total, [...findings, ...sheets, ...found], options.limits);
}

/** The grids of each page as they stand there, not joined. Throws `Refusal` as the reader does. */
export async function readPageGrids(
  source: Source,
  options: ReadOptions,
): Promise<{ readonly grids: readonly Grid[]; readonly findings: readonly Finding[] }> {
  const { pages, findings } = await readPages(source.bytes, options);
  const layouts = layOut(pages, options.hints);
  const grids = layouts.flatMap(layout => layout.grids);
  const cells = grids.reduce((sum, { table }) => sum + rowsOf(table) * columnsOf(table), 0);
  if (cells > options.limits.cells)
    throw new Refusal({ code: 'too-many-cells', params: { cells, limit: options.limits.cells } });
  const found = [...layouts.map(layout => layout.found), ...grids.map(grid => grid.table)];
  return { grids: grids.map(gridOf), findings: [...findings, ...found.flatMap(each => each.findings)] };
}
