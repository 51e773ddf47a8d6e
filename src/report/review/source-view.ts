import type { Block, Document } from '../../model/document.ts';
import type { Cell, Grid } from '../../model/grid.ts';
import type { Place } from '../../model/place.ts';
import type { BlockData, BoxData, PageData, ReviewData, SourceCell, SpotId } from './data.ts';
import type { Tables } from './tables.ts';

/** A page of a PDF as the review page shows it: its size in points, and its picture where it has one. */
export interface PageImage {
  /** 1-based. */
  readonly page: number;
  /** Null where it is not known: the page is then as large as what stands on it. */
  readonly width: number | null;
  readonly height: number | null;
  readonly png: Uint8Array | null;
}

/**
 * The source as it stands: pages with boxes where there are pages, else its blocks in reading order.
 * `ofTasks`: the spots of the plan's rows.
 */
export function sourceView(
  document: Document,
  pages: readonly PageImage[],
  tables: Tables,
  ofTasks: ReadonlySet<SpotId>,
): ReviewData['view'] {
  if (pages.length > 0) return { pages: pageViews(document, pages, tables) };
  return { blocks: document.blocks.flatMap(block => blockView(block, tables, ofTasks)) };
}

function blockView(block: Block, tables: Tables, ofTasks: ReadonlySet<SpotId>): BlockData[] {
  if (block.kind === 'grid') return [gridView(block.grid, tables, ofTasks)];
  if (block.kind === 'markup' || block.text.trim() === '') return [];
  const role = block.kind === 'discarded' ? block.why : block.kind;
  const place = block.places[0];
  return [
    {
      kind: 'text',
      role,
      label: lineLabel(place),
      text: tables.texts.of(block.text),
      spot: spotOf(block.places, tables),
    },
  ];
}

const lineLabel = (place: Place | undefined): string => (place && 'line' in place ? String(place.line) : '');

/** Only what the trace speaks of is a spot. */
const spotOf = (places: readonly Place[], tables: Tables): SpotId => (places[0] ? tables.spots.find(places[0]) : -1);

function gridView(grid: Grid, tables: Tables, ofTasks: ReadonlySet<SpotId>): BlockData {
  const cells = grid.cells.map(
    (cell): SourceCell => [
      cell.row,
      cell.column,
      cell.rowSpan,
      cell.colSpan,
      tables.texts.of(cell.text),
      spotOf(cell.places, tables),
    ],
  );
  const first = cells.find(([, , , , , spot]) => ofTasks.has(spot))?.[0] ?? 0;
  return {
    kind: 'grid',
    rows: grid.rows,
    columns: grid.columns,
    header: first <= longestHeader ? first : 0,
    labels: rowLabels(grid),
    widths: Array.from({ length: grid.columns }, (_, column) => columnWidth(grid, column)),
    cells,
  };
}

/** More rows above the data than this are no header that could stay in view. */
const longestHeader = 4;

/** The line of a text, the row of a sheet, else the row of the table. */
function rowLabels(grid: Grid): string[] {
  const labels = Array.from({ length: grid.rows }, (_, row) => String(row + 1));
  for (const { row, places } of [...grid.cells].reverse()) {
    const place = places[0];
    if (place && 'line' in place) labels[row] = String(place.line);
    if (place && 'sheet' in place) labels[row] = place.cell.replace(/^[A-Z]+/i, '');
  }
  return labels;
}

/** Characters: a short text stands on one line, a long one comes out about as wide as high. */
function columnWidth(grid: Grid, column: number): number {
  const lengths = grid.cells
    .filter((cell: Cell) => cell.column === column && cell.colSpan === 1)
    .map(({ text }) => text.length)
    .sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.round(10 * Math.min(20, Math.max(2.5, Math.min(long, 6) + 1, 1.6 * Math.sqrt(long)))) / 10;
}

/** Points: the least that a page of unknown size is taken to have, beside what stands on it. */
const leastPage = 400;
const margin = 36;

/** Every cell of the document's tables, and every other spot of the plan, as a box on its page. */
function pageViews(document: Document, pages: readonly PageImage[], tables: Tables): PageData[] {
  const texts = new Map<SpotId, string>();
  for (const block of document.blocks)
    for (const { places, text } of block.kind === 'grid' ? block.grid.cells : [block])
      for (const [i, place] of places.entries()) texts.set(tables.spots.of(place), i === 0 ? text : '');
  const boxes = new Map<number, BoxData[]>();
  for (const [spot, place] of tables.spots.list.entries()) {
    if (!('page' in place)) continue;
    const { x0, top, x1, bottom } = place.box;
    const box: BoxData = [
      spot,
      tenth(x0),
      tenth(top),
      tenth(x1 - x0),
      tenth(bottom - top),
      tables.texts.of(texts.get(spot) ?? ''),
    ];
    const there = boxes.get(place.page);
    if (there) there.push(box);
    else boxes.set(place.page, [box]);
  }
  return pages.map(({ page, width, height, png }) => {
    const there = boxes.get(page) ?? [];
    return {
      page,
      width: tenth(width ?? margin + Math.max(leastPage, ...there.map(([, x0, , w]) => x0 + w))),
      height: tenth(height ?? margin + Math.max(leastPage, ...there.map(([, , top, , h]) => top + h))),
      picture: png === null ? null : Buffer.from(png).toString('base64'),
      boxes: there,
    };
  });
}

const tenth = (points: number): number => Math.round(points * 10) / 10;
