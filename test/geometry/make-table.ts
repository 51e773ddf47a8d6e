import fc from 'fast-check';
import type { Edge, Glyph, PageContent } from '../../src/geometry/page.ts';
import type { Box } from '../../src/model/box.ts';

/** A table to be painted: column widths, row heights, and cells with their spans and lines of text. */
export interface Sketch {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly SketchCell[];
}

export interface SketchCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly string[];
}

export const em = 8;
const leading = 10;
const padding = 3;

/** Glyphs of one line, set solid. */
export const glyphsOf = (text: string, x: number, top: number, size = em): Glyph[] =>
  [...text].map((character, i) => ({
    text: character,
    box: { x0: x + i * size, x1: x + (i + 1) * size, top, bottom: top + size },
    size,
    turn: 0,
    spaced: false,
  }));

/** Glyphs of Latin text, half as wide as high. */
export const latin = (text: string, x: number, top: number): Glyph[] =>
  [...text].flatMap((character, i): Glyph[] =>
    character === ' '
      ? []
      : [
          {
            text: character,
            box: { x0: x + i * (em / 2), x1: x + (i + 1) * (em / 2), top, bottom: top + em },
            size: em,
            turn: 0,
            spaced: text[i - 1] === ' ',
          },
        ],
  );

const sum = (values: readonly number[], count: number): number => values.slice(0, count).reduce((a, b) => a + b, 0);

export type Rules = 'whole' | 'pieces' | 'dashed' | 'dotted' | 'double' | 'rects' | 'inner' | 'shaded';

const around = (middle: number) => ({ from: middle - 0.35, to: middle + 0.35 });

/** Cuts an edge as a producer might draw it. */
function drawn(edge: Edge, rules: Rules): Edge[] {
  const length = edge.to - edge.from;
  if (rules === 'dashed')
    return Array.from({ length: Math.ceil(length / 5) }, (_, i) => ({
      ...edge,
      from: edge.from + 5 * i,
      to: Math.min(edge.to, edge.from + 5 * i + 3),
    }));
  // A square dot has no direction: which it is given is an accident of rounding.
  if (rules === 'dotted')
    return Array.from({ length: Math.floor(length / 1.5) + 1 }, (_, i) => {
      const along = Math.min(edge.to, edge.from + 1.5 * i);
      return (i % 3 === 0) === (edge.direction === 'h')
        ? {
            direction: 'v',
            at: edge.direction === 'h' ? along : edge.at,
            ...around(edge.direction === 'h' ? edge.at : along),
          }
        : {
            direction: 'h',
            at: edge.direction === 'h' ? edge.at : along,
            ...around(edge.direction === 'h' ? along : edge.at),
          };
    });
  // A thin filled rectangle beside the line, whole points wide.
  if (rules === 'rects') return [{ ...edge, at: edge.at + 0.5, to: edge.to + 1 }];
  if (rules === 'double')
    return [
      { ...edge, at: edge.at - 0.7 },
      { ...edge, at: edge.at + 0.7 },
    ];
  if (rules === 'pieces') return [{ ...edge, from: edge.from - 0.4, to: edge.to + 0.4 }];
  return [edge];
}

/** Paints a table: the sides of every cell (or its shading alone), and its lines inside, at the top or in the middle of the cell. */
export function paint(
  sketch: Sketch,
  { rules, centred = false, x = 40, top = 60 }: { rules: Rules; centred?: boolean; x?: number; top?: number },
): PageContent {
  const edges: Edge[] = [];
  const glyphs: Glyph[] = [];
  const shades: Box[] = [];
  const [width, height] = [sum(sketch.widths, sketch.widths.length), sum(sketch.heights, sketch.heights.length)];
  for (const cell of sketch.cells) {
    const [x0, x1] = [x + sum(sketch.widths, cell.column), x + sum(sketch.widths, cell.column + cell.colSpan)];
    const [y0, y1] = [top + sum(sketch.heights, cell.row), top + sum(sketch.heights, cell.row + cell.rowSpan)];
    if (rules === 'shaded') shades.push({ x0, x1, top: y0, bottom: y1 });
    for (const at of rules === 'shaded' ? [] : [y0, y1])
      if (rules !== 'inner' || (at > top && at < top + height))
        edges.push(...drawn({ direction: 'h', at, from: x0, to: x1 }, rules));
    for (const at of rules === 'shaded' ? [] : [x0, x1])
      if (rules !== 'inner' || (at > x && at < x + width))
        edges.push(...drawn({ direction: 'v', at, from: y0, to: y1 }, rules));
    const room = y1 - y0 - cell.lines.length * leading;
    cell.lines.forEach((line, i) => {
      glyphs.push(...glyphsOf(line, x0 + padding, y0 + (centred ? room / 2 : padding) + i * leading));
    });
  }
  return { page: 1, width: 900, height: 1200, glyphs, edges, shades };
}

const hanzi = '检查抽取企业市场监管局食品药品公安环境许可情况随机事项名称对象比例频次';

/** Random tables of which every cell has text, some of them merged. */
export const sketches = (minRows = 2): fc.Arbitrary<Sketch> =>
  fc
    .record({
      columns: fc.integer({ min: 2, max: 6 }),
      rows: fc.integer({ min: minRows, max: 8 }),
      seeds: fc.array(fc.nat(), { minLength: 400, maxLength: 400 }),
      merges: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        maxLength: 3,
      }),
    })
    .map(({ columns, rows, seeds, merges }) => {
      let next = 0;
      const random = (limit: number) => seeds[next++ % seeds.length]! % limit;
      const widths = Array.from({ length: columns }, () => 40 + 8 * random(6));
      const heights = Array.from({ length: rows }, () => 16 + 10 * random(3));
      const owner = new Map<string, [number, number, number, number]>();
      for (const [r, c, rowSpan, colSpan] of merges) {
        const [row, column] = [r % rows, c % columns];
        const [down, right] = [Math.min(rowSpan, rows - row), Math.min(colSpan, columns - column)];
        // A boundary that every cell of its line lacks cannot be seen: such a merge is left out.
        if (down === rows || right === columns) continue;
        const fields = [];
        for (let i = row; i < row + down; i++) for (let j = column; j < column + right; j++) fields.push(`${i},${j}`);
        if (fields.some(field => owner.has(field))) continue;
        for (const field of fields) owner.set(field, [row, column, down, right]);
      }
      const cells: SketchCell[] = [];
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const [r, c, rowSpan, colSpan] = owner.get(`${row},${column}`) ?? [row, column, 1, 1];
          if (r !== row || c !== column) continue;
          const room = Math.floor((heights[row]! - 2 * padding + 2) / leading);
          const wide = Math.floor((widths[column]! - 2 * padding) / em);
          const count = 1 + random(Math.max(1, room));
          const lines = Array.from({ length: count }, (_, i) =>
            // Only the last line may be short: a line that ends early ends a paragraph.
            Array.from({ length: i < count - 1 ? wide : 1 + random(wide) }, () => hanzi[random(hanzi.length)]).join(''),
          );
          cells.push({ row, column, rowSpan, colSpan, lines });
        }
      return { widths, heights, cells };
    })
    // Where all rows merge across one boundary, nobody can see that it exists.
    .filter(({ widths, heights, cells }) => {
      const seen = (count: number, ends: (cell: SketchCell) => number) =>
        Array.from({ length: count - 1 }, (_, i) => cells.some(cell => ends(cell) === i + 1)).every(Boolean);
      return (
        seen(widths.length, cell => cell.column + cell.colSpan) && seen(heights.length, cell => cell.row + cell.rowSpan)
      );
    });

/** A table's cells without geometry, to compare. */
export const bare = (
  cells: readonly { row: number; column: number; rowSpan: number; colSpan: number; text: string }[],
) =>
  cells.map(({ row, column, rowSpan, colSpan, text }) => ({
    row,
    column,
    rowSpan,
    colSpan,
    text: text.replace(/\n/g, ''),
  }));

export const expected = (sketch: Sketch) =>
  bare(sketch.cells.map(cell => ({ ...cell, text: cell.lines.join('') }))).sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
