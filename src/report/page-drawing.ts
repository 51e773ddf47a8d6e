import type { Box } from '../model/box.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Drawing, Shape } from '../model/drawing.ts';
import type { ExplainedCell, ExplainedTable, PageExplanation } from '../model/page-explanation.ts';

// Okabe and Ito's colours, which the colour-blind can tell apart; no two signs differ by colour alone.
const blue = '#0072b2';
const orange = '#d55e00';
const green = '#009e73';
const purple = '#aa4499';
const ink = '#222222';

const word = {
  ruling: { zh: '线条', en: 'ruling' },
  inferred: { zh: '推定的边', en: 'inferred edge' },
  intersection: { zh: '交点', en: 'intersection' },
  cell: { zh: '单元格（行,列）', en: 'cell (row,column)' },
  cut: { zh: '跨页单元格', en: 'cell joined over a page break' },
  repeated: { zh: '重复的表头', en: 'header printed again' },
  goesOn: { zh: '表格在此跨页接续', en: 'table joined over a page break' },
} satisfies Record<string, Bilingual>;

const styles: Record<ExplainedTable['style'], Bilingual> = {
  lattice: { zh: '由线条围成', en: 'cells from rulings' },
  'ruled-rows': { zh: '行由横线、列由对齐推定', en: 'rows from rulings, columns from alignment' },
  stream: { zh: '由文字对齐推定', en: 'cells from alignment' },
};

const around = ({ x0, top, x1, bottom }: Box, margin: number): Box => ({
  x0: x0 - margin,
  top: top - margin,
  x1: x1 + margin,
  bottom: bottom + margin,
});

const span = (from: number, count: number): string => (count > 1 ? `${from + 1}–${from + count}` : String(from + 1));

function cellShapes(cell: ExplainedCell): Shape[] {
  const { box, row, column, rowSpan, colSpan } = cell;
  const inner = around(box, -1.2);
  const size = Math.min(5, 0.45 * (box.bottom - box.top));
  return [
    { kind: 'area', box: inner, color: cell.repeated ? ink : green, opacity: cell.repeated ? 0.18 : 0.1 },
    { kind: 'frame', box: inner, color: green, width: 0.5 },
    ...(cell.cut ? [{ kind: 'frame', box: inner, color: purple, width: 1.6, dash: 4 } as const] : []),
    {
      kind: 'text',
      // In the upper right corner, where a cell's text seldom stands.
      x: inner.x1 - 0.8,
      y: inner.top + size,
      size,
      color: '#00593f',
      end: true,
      text: `${span(row, rowSpan)},${span(column, colSpan)}`,
    },
  ];
}

const line = (box: Box): Shape => ({ kind: 'line', box, color: blue, width: 1 });
const inferred = (box: Box): Shape => ({ kind: 'line', box, color: orange, width: 1, dash: 3 });
const seam = (box: Box): Shape => ({ kind: 'line', box, color: purple, width: 4 });
const dot = (x: number, y: number): Shape => ({ kind: 'dot', x, y, radius: 1.8, color: orange });

/** A tag outside the table's upper left corner, or inside where the page ends there. */
function tag({ number, box }: ExplainedTable): Shape[] {
  const top = Math.max(0, box.top - 9);
  const area = { x0: box.x0, top, x1: box.x0 + 5 + 5 * `t${number}`.length, bottom: top + 8 };
  return [
    { kind: 'area', box: area, color: ink, opacity: 0.85 },
    { kind: 'text', x: area.x0 + 2.5, y: area.bottom - 2, size: 7, color: '#ffffff', text: `t${number}` },
  ];
}

/** The signs with what they stand for. `sample` draws one in a field of 16 × 8 points. */
const signs: readonly (readonly [label: Bilingual, sample: (x: number, y: number) => Shape[]])[] = [
  [word.ruling, (x, y) => [line({ x0: x, x1: x + 16, top: y + 4, bottom: y + 4 })]],
  [word.inferred, (x, y) => [inferred({ x0: x, x1: x + 16, top: y + 4, bottom: y + 4 })]],
  [word.intersection, (x, y) => [dot(x + 8, y + 4)]],
  [word.cell, (x, y) => cellShapes({ ...plain, box: { x0: x, x1: x + 16, top: y - 1, bottom: y + 9 } })],
  [word.cut, (x, y) => cellShapes({ ...plain, cut: true, box: { x0: x, x1: x + 16, top: y - 1, bottom: y + 9 } })],
  [
    word.repeated,
    (x, y) => cellShapes({ ...plain, repeated: true, box: { x0: x, x1: x + 16, top: y - 1, bottom: y + 9 } }),
  ],
  [word.goesOn, (x, y) => [seam({ x0: x, x1: x + 16, top: y + 4, bottom: y + 4 })]],
];
const plain = { row: 0, column: 0, rowSpan: 1, colSpan: 1, cut: false, repeated: false };

const size = 8;
const lineHeight = 14;
const margin = 12;
/** Room for a text, in points: generous, since nobody knows the font. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + size * (character > '\u2e7f' ? 1 : 0.58), 0);

/** Lays out the legend below the page, in as many lines as its width needs. */
function legend({ page, width, height, tables }: PageExplanation): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [margin, height + margin];
  for (const [label, sample] of signs) {
    const room = 20 + Math.max(widthOf(label.zh), widthOf(label.en)) + 12;
    if (x > margin && x + room > width - margin) [x, y] = [margin, y + lineHeight];
    shapes.push(...sample(x, y), { kind: 'text', x: x + 20, y: y + 7, size, color: ink, text: label });
    x += room;
  }
  const told = tables.map(({ number, style, rows, columns, from, onto }): Bilingual => {
    const zh = [from && '接上页', onto && '续下页'].filter(Boolean).map(text => `，${text}`);
    const en = [from && 'goes on from an earlier page', onto && 'goes on on a later page'].filter(Boolean);
    return {
      zh: `第 ${page} 页 t${number}：${rows} 行 × ${columns} 列，${styles[style].zh}${zh.join('')}`,
      en: `page ${page} t${number}: ${rows} rows × ${columns} columns, ${[styles[style].en, ...en].join('; ')}`,
    };
  });
  if (told.length === 0) told.push({ zh: `第 ${page} 页：没有表格`, en: `page ${page}: no table` });
  for (const text of told) {
    y += lineHeight;
    shapes.push({ kind: 'text', x: margin, y: y + 7, size, color: ink, text });
  }
  return { shapes, height: y + lineHeight + margin - height };
}

/** What was found on a page, as a drawing over it, with a legend below. */
export function drawPage(explanation: PageExplanation): Drawing {
  const { width, height, edges, intersections, tables } = explanation;
  const below = legend(explanation);
  return {
    width,
    height: height + below.height,
    shapes: [
      ...tables.flatMap(table => table.cells.flatMap(cellShapes)),
      ...edges.map(line),
      ...tables.flatMap(table => table.inferred.map(inferred)),
      ...intersections.map(({ x0, top }) => dot(x0, top)),
      ...tables.flatMap(({ from, onto }) => [from, onto].filter(side => side !== null).map(seam)),
      ...tables.flatMap(tag),
      {
        kind: 'area',
        box: { x0: 0, x1: width, top: height, bottom: height + below.height },
        color: '#ffffff',
        opacity: 1,
      },
      { kind: 'line', box: { x0: 0, x1: width, top: height, bottom: height }, color: ink, width: 0.5 },
      ...below.shapes,
    ],
  };
}
