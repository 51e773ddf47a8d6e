import { joinGrids } from '../../geometry/join-pages.ts';
import type { Edge } from '../../geometry/page.ts';
import { gridOf } from '../../geometry/page-grid.ts';
import type { Style } from '../../geometry/table.ts';
import type { Box } from '../../model/box.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Source } from '../../model/document.ts';
import type { Grid } from '../../model/grid.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { assemble } from './assemble.ts';
import { layOut } from './layout.ts';
import { readPages } from './read-pages.ts';
import { onPage } from './turn.ts';

const header = '%PDF-';

/** Acrobat's rule: the header may stand anywhere in the first 1024 bytes. */
const recognises = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes(header);

/** Reads PDF as it was printed: rulings and the alignment of text tell what is a cell. */
export const pdfReader: Reader = {
  format: 'pdf',
  extensions: ['pdf'],
  recognises,
  read: async (source, options) => {
    const { pages, total, findings } = await readPages(source.bytes, options);
    const layouts = layOut(pages, options.hints);
    const joined = joinGrids(
      layouts.flatMap(layout => layout.grids),
      options.hints,
    );
    const found = layouts.flatMap(layout => layout.found.findings);
    return assemble(layouts, joined, total, [...findings, ...found], options.limits);
  },
};

/** The grids of each page as they stand there, not joined. Throws `Refusal` as the reader does. */
export async function readPageGrids(
  source: Source,
  options: ReadOptions,
): Promise<{ readonly grids: readonly Grid[]; readonly findings: readonly Finding[] }> {
  const { pages, findings } = await readPages(source.bytes, options);
  const layouts = layOut(pages, options.hints);
  return { grids: layouts.flatMap(layout => layout.grids.map(gridOf)), findings };
}

/** What geometry found on a page, step by step, to be drawn over it: points of the page, /Rotate applied. */
export interface PageExplanation {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Rulings after snapping and joining, as boxes without width or height. */
  readonly edges: readonly Box[];
  readonly intersections: readonly Box[];
  readonly tables: readonly {
    readonly number: number;
    readonly style: Style;
    readonly cells: readonly { readonly row: number; readonly column: number; readonly box: Box }[];
    /** The rulings and inferred edges that the cells were made from. */
    readonly edges: readonly Box[];
    /** The table goes on from an earlier page. */
    readonly joined: boolean;
  }[];
}

/** The steps from rulings to cells, page by page, for a drawing. Throws `Refusal` as the reader does. */
export async function explainPages(source: Source, options: ReadOptions): Promise<PageExplanation[]> {
  const { pages } = await readPages(source.bytes, options);
  const layouts = layOut(pages, options.hints);
  const joined = joinGrids(
    layouts.flatMap(layout => layout.grids),
    options.hints,
  );
  const continued = new Set(joined.flatMap(({ parts }) => parts.slice(1)));
  return layouts.map(({ read, found, grids }) => {
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
        cells: grid.table.cells.map(({ row, column, box }) => ({ row, column, box: onPage(box, frame) })),
        edges: grid.table.edges.map(line),
        joined: continued.has(grid),
      })),
    };
  });
}
