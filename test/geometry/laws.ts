import fc from 'fast-check';
import { expect } from 'vitest';
import { ruledTables } from '../../src/geometry/find-tables.ts';
import { joinGrids } from '../../src/geometry/join-pages.ts';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import { withStreams } from '../../src/geometry/stream-tables.ts';
import type { Table } from '../../src/geometry/table.ts';
import type { DrawnGlyph } from '../../src/read/pdf/drawn.ts';
import { type Frame, onPage, uprightEdge, uprightGlyph } from '../../src/read/pdf/turn.ts';
import { bare, expected, latin, paint, type Rules, type Sketch, sketches } from './make-table.ts';

const hints = { headers: [], rowKey: '^\\d{1,4}$' };

/** All tables of a page, ruled or not. */
function tablesOf(content: PageContent): Table[] {
  const { rest, tables } = ruledTables(content, hints, null);
  return withStreams(content, rest, tables, hints, null);
}

const styles: Rules[] = ['whole', 'pieces', 'dashed', 'dotted', 'double', 'rects', 'inner'];

/** Without an outer border, nothing shows how far a merged cell at the rim reaches. */
const hasSpans = (sketch: Sketch): boolean => sketch.cells.some(cell => cell.rowSpan > 1 || cell.colSpan > 1);

/**
 * Empties some cells, but none of the first two and never all of a row: an empty strip beside the end of a merged cell is also what a
 * browser leaves that draws that end too high.
 */
function blanked(sketch: Sketch, seeds: readonly number[]): Sketch {
  const filled = new Map<number, number>();
  for (const { row } of sketch.cells) filled.set(row, (filled.get(row) ?? 0) + 1);
  return {
    ...sketch,
    cells: sketch.cells.map((cell, i) => {
      const left = filled.get(cell.row)!;
      if (i <= 1 || seeds[i % seeds.length]! % 4 !== 0 || left === 1) return cell;
      filled.set(cell.row, left - 1);
      return { ...cell, lines: [] };
    }),
  };
}

/** Draws a page as a PDF may that turns it by quarters: everything turned, to be turned back by its reader. */
function turned(content: PageContent, turn: Frame['turn']): PageContent {
  const odd = turn % 2 === 1;
  const frame: Frame = {
    width: odd ? content.height : content.width,
    height: odd ? content.width : content.height,
    turn,
  };
  const glyphs = content.glyphs.map(
    (glyph): DrawnGlyph => ({
      ...glyph,
      box: onPage(glyph.box, frame),
      angle: (turn * Math.PI) / 2,
      vertical: false,
      unmapped: false,
      color: '#000000',
      alpha: 1,
      invisible: false,
      share: 1,
    }),
  );
  const edges = content.edges.map(edge => {
    const flat =
      edge.direction === 'h'
        ? { x0: edge.from, x1: edge.to, top: edge.at, bottom: edge.at }
        : { x0: edge.at, x1: edge.at, top: edge.from, bottom: edge.to };
    const { x0, x1, top, bottom } = onPage(flat, frame);
    const level = (edge.direction === 'h') !== odd;
    return level
      ? { direction: 'h' as const, at: top, from: x0, to: x1, white: false }
      : { direction: 'v' as const, at: x0, from: top, to: bottom, white: false };
  });
  return {
    ...content,
    glyphs: glyphs.map(glyph => uprightGlyph(glyph, frame, text => text)),
    edges: edges.map(edge => uprightEdge(edge, frame)),
  };
}

const seeds = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

/** A table with rulings comes back: spans, wrapped and empty cells, any way to draw rulings, any rotation of the page. */
export const ruledLaw = (numRuns: number) =>
  fc.assert(
    fc.property(
      sketches(),
      fc.constantFrom(...styles),
      fc.constantFrom<Frame['turn']>(0, 1, 2, 3),
      fc.boolean(),
      seeds,
      (whole, rules, turn, centred, random) => {
        fc.pre(rules !== 'inner' || !hasSpans(whole));
        // Nor does it show a row or column of blanks at the rim.
        const sketch = rules === 'inner' ? whole : blanked(whole, random);
        const tables = tablesOf(turned(paint(sketch, { rules, centred }), turn));
        expect(tables.map(table => bare(table.cells))).toEqual([expected(sketch)]);
      },
    ),
    { numRuns },
  );

/** So does one that shading alone shows, if there are enough rows and columns to tell it from shaded words. */
export const shadedLaw = (numRuns: number) =>
  fc.assert(
    fc.property(sketches(3), fc.boolean(), seeds, (whole, centred, random) => {
      const ends = (x: number) => whole.cells.filter(cell => cell.column + cell.colSpan === x).map(cell => cell.row);
      const begins = whole.heights.filter((_, row) => whole.cells.filter(cell => cell.row === row).length > 1);
      fc.pre(whole.widths.length > 2 && begins.length > 1);
      fc.pre(whole.widths.slice(1).every((_, i) => new Set(ends(i + 1)).size > 1));
      const sketch = blanked(whole, random);
      const tables = tablesOf(paint(sketch, { rules: 'shaded', centred }));
      expect(tables.map(table => bare(table.cells))).toEqual([expected(sketch)]);
    }),
    { numRuns },
  );

const words = ['Austria', 'Belgium', 'Total', 'Exports', 'Persons', 'Energy', 'Forestry', 'Water supply', 'Median age'];
const advance = 4;

/** Which rulings a table of text columns has: between all rows, around the header and below all, under the header, none. */
export type Sparse = 'rows' | 'header' | 'under-header' | 'none';

interface Listing {
  readonly rows: readonly (readonly string[])[];
  /** Lines of the label of each row. */
  readonly labels: readonly (readonly string[])[];
}

/** A header of words over labels, which may wrap, and amounts, some of them missing. */
const listings: fc.Arbitrary<Listing> = fc
  .record({
    columns: fc.integer({ min: 2, max: 5 }),
    labels: fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words), fc.integer({ min: 0, max: 3 })), {
      minLength: 4,
      maxLength: 9,
    }),
    seeds,
  })
  .map(({ columns, labels, seeds: random }) => {
    const wrapped = labels.map(([first, second, wraps], i) =>
      // The first line is as wide as its column: the next word did not fit.
      wraps === 0 && i > 0
        ? [
            `${first.replace(' ', '')}andof${second.replace(' ', '')}`.padEnd(24, 'e').slice(0, 24),
            second.toLowerCase(),
          ]
        : [first],
    );
    const rows = wrapped.map((lines, i) => [
      lines.join(' '),
      ...Array.from({ length: columns - 1 }, (_, j) => {
        if (i === 0) return words[(j + 3) % words.length]!.split(' ')[0]!;
        const seed = random[(i * columns + j) % random.length]!;
        return seed % 7 === 0 && columns > 3 && i > 1 && j > 0 ? '' : `${(seed % 9000) / 10 + 1}`;
      }),
    ]);
    return { rows, labels: wrapped };
  });

function paintListing({ rows, labels }: Listing, rules: Sparse, right: boolean): PageContent {
  const glyphs: Glyph[] = [];
  const edges: Edge[] = [];
  const columns = rows[0]!.length;
  const [x0, x1] = [40, 160 + 60 * (columns - 1)];
  const rule = (at: number) => edges.push({ direction: 'h', at, from: x0 - 2, to: x1 });
  let top = 100;
  rows.forEach((row, i) => {
    if (rules === 'rows' || (rules === 'header' && i < 2) || (rules === 'under-header' && i === 1)) rule(top - 4);
    for (const [j, line] of labels[i]!.entries()) glyphs.push(...latin(line, x0, top + 9 * j));
    row.slice(1).forEach((text, j) => {
      const x = 160 + 60 * j + (right ? 40 - advance * text.length : 0);
      glyphs.push(...latin(text, x, top));
    });
    top += 9 * labels[i]!.length + 8;
  });
  if (rules === 'rows' || rules === 'header') rule(top - 4);
  return { page: 1, width: 600, height: 800, glyphs, edges, shades: [] };
}

/** A table of labels and amounts comes back whatever rulings it has. */
export const sparseLaw = (rules: Sparse, numRuns: number) =>
  fc.assert(
    fc.property(listings, fc.boolean(), (listing, right) => {
      const tables = tablesOf(paintListing(listing, rules, right));
      const texts = tables.map(table =>
        table.ys
          .slice(1)
          .map((_, row) => table.cells.filter(cell => cell.row === row).map(cell => cell.text.replace(/\n/g, ' '))),
      );
      expect(texts).toEqual([listing.rows]);
    }),
    { numRuns },
  );

/** Tells rows apart by their text: a row that is printed twice cannot be told from a repeated header. */
const distinct = (sketch: Sketch): Sketch => ({
  ...sketch,
  cells: sketch.cells.map(cell => {
    const mark = String.fromCharCode(0x4e00 + 8 * cell.row + cell.column);
    return { ...cell, lines: cell.lines.map((line, i) => (i === 0 ? mark + line.slice(1) : line)) };
  }),
});

/** Cuts a table between two rows and joins it again, with or without its header on the second page, in any style. */
export const pagesLaw = (numRuns: number) =>
  fc.assert(
    fc.property(
      sketches(4).map(distinct),
      fc.constantFrom(...styles),
      fc.boolean(),
      fc.nat(),
      fc.integer({ min: -4, max: 4 }),
      (sketch, rules, header, pick, shift) => {
        fc.pre(rules !== 'inner' || !hasSpans(sketch));
        const last = sketch.heights.length;
        const cuts = Array.from({ length: last - 3 }, (_, i) => i + 2).filter(row =>
          sketch.cells.every(cell => cell.row >= row || cell.row + cell.rowSpan <= row),
        );
        const plain = sketch.cells.filter(cell => cell.row === 0).every(cell => cell.rowSpan === 1);
        fc.pre(cuts.length > 0 && (!header || plain));
        const at = cuts[pick % cuts.length]!;
        const head = header ? 1 : 0;
        const lower: Sketch = {
          widths: sketch.widths,
          heights: [...sketch.heights.slice(0, head), ...sketch.heights.slice(at)],
          cells: [
            ...sketch.cells.filter(cell => cell.row < head),
            ...sketch.cells.filter(cell => cell.row >= at).map(cell => ({ ...cell, row: cell.row - at + head })),
          ],
        };
        const upper: Sketch = {
          widths: sketch.widths,
          heights: sketch.heights.slice(0, at),
          cells: sketch.cells.filter(cell => cell.row < at),
        };
        const shows = (piece: Sketch) =>
          piece.widths.slice(1).every((_, i) => piece.cells.some(cell => cell.column + cell.colSpan === i + 1));
        fc.pre(shows(upper) && shows(lower));
        const grids = [upper, lower].map((piece, i) => ({
          page: i + 1,
          number: 1,
          table: ruledTables({ ...paint(piece, { rules, x: 40 + i * shift }), page: i + 1 }, hints, null).tables[0]!,
          startsPage: true,
          endsPage: true,
          onPage: <T>(box: T) => box,
        }));
        expect(joinGrids(grids, hints).map(({ grid }) => bare(grid.cells))).toEqual([expected(sketch)]);
      },
    ),
    { numRuns },
  );
