import { joinGrids } from '../../geometry/join-pages.ts';
import type { Edge } from '../../geometry/page.ts';
import { columnsOf, rowsOf } from '../../geometry/table.ts';
import type { Box } from '../../model/box.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Source } from '../../model/document.ts';
import type { PageExplanation } from '../../model/page-explanation.ts';
import type { Place } from '../../model/place.ts';
import type { ReadOptions } from '../reader.ts';
import { layOut } from './layout.ts';
import { readPages } from './read-pages.ts';
import { onPage } from './turn.ts';

const nameOf = (page: number, { x0, top, x1, bottom }: Box): string => [page, x0, top, x1, bottom].join();
const namesOf = (places: readonly Place[]): string[] =>
  places.flatMap(place => ('page' in place ? [nameOf(place.page, place.box)] : []));

/** The steps from rulings to cells, page by page, for a drawing. Throws `Refusal` as the reader does. */
export async function explainPages(
  source: Source,
  options: ReadOptions,
): Promise<{
  readonly pages: readonly PageExplanation[];
  readonly total: number;
  readonly findings: readonly Finding[];
}> {
  const { pages, total, findings } = await readPages(source.bytes, options);
  const layouts = layOut(pages, options.hints);
  const joined = joinGrids(
    layouts.flatMap(layout => layout.grids),
    options.hints,
  );
  const later = new Set(joined.flatMap(({ parts }) => parts.slice(1)));
  const earlier = new Set(joined.flatMap(({ parts }) => parts.slice(0, -1)));
  const cut = new Set(
    joined.flatMap(({ grid }) => grid.cells.flatMap(({ places }) => (places.length > 1 ? namesOf(places) : []))),
  );
  const repeated = new Set(joined.flatMap(join => join.repeated.flatMap(({ places }) => namesOf(places))));
  const explained = layouts.map(({ read, found, grids }) => {
    const { frame, content } = read;
    const line = ({ direction, at, from, to }: Edge) =>
      onPage(
        direction === 'h' ? { x0: from, x1: to, top: at, bottom: at } : { x0: at, x1: at, top: from, bottom: to },
        frame,
      );
    return {
      page: content.page,
      width: frame.width,
      height: frame.height,
      edges: found.edges.map(line),
      intersections: found.intersections.map(({ x, y }) => onPage({ x0: x, x1: x, top: y, bottom: y }, frame)),
      tables: grids.map(grid => ({
        number: grid.number,
        style: grid.table.style,
        rows: rowsOf(grid.table),
        columns: columnsOf(grid.table),
        box: onPage(grid.table.box, frame),
        cells: grid.table.cells.map(cell => {
          const box = onPage(cell.box, frame);
          const { row, column, rowSpan, colSpan } = cell;
          const name = nameOf(content.page, box);
          return { row, column, rowSpan, colSpan, box, cut: cut.has(name), repeated: repeated.has(name) };
        }),
        inferred: grid.table.edges.filter(edge => !found.edges.includes(edge)).map(line),
        from: later.has(grid) ? onPage({ ...grid.table.box, bottom: grid.table.box.top }, frame) : null,
        onto: earlier.has(grid) ? onPage({ ...grid.table.box, top: grid.table.box.bottom }, frame) : null,
      })),
    };
  });
  const found = layouts.flatMap(layout => layout.found.findings);
  return { pages: explained, total, findings: [...findings, ...found, ...joined.flatMap(join => join.findings)] };
}
