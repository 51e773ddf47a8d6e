import type { Sheet } from './cut-sheets.ts';
import type { Edge, Glyph, PageContent } from './page.ts';

const movedBox = <T extends { x0: number; x1: number }>(box: T, by: number): T => ({
  ...box,
  x0: box.x0 + by,
  x1: box.x1 + by,
});

const movedEdge = (edge: Edge, by: number): Edge =>
  edge.direction === 'v' ? { ...edge, at: edge.at + by } : { ...edge, from: edge.from + by, to: edge.to + by };

/** An edge's part to the right of some place, if any. */
function edgeFrom(edge: Edge, from: number): Edge[] {
  if (edge.direction === 'v') return edge.at < from - 2 ? [] : [edge];
  return edge.to <= from ? [] : [{ ...edge, from: Math.max(edge.from, from) }];
}

/** A character that the edge of a sheet cuts is drawn on both. */
const sameGlyph = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text && Math.abs(a.box.x0 - b.box.x0) <= 2 && Math.abs(a.box.top - b.box.top) <= 2;

/**
 * One wide page of sheets that stand side by side.
 * @param aside characters that are no part of it: page numbers, columns printed again
 */
export function glueSheets(
  sheets: readonly (Omit<Sheet, 'page'> & { readonly content: PageContent })[],
  aside: ReadonlySet<Glyph>,
): PageContent {
  const [first, ...others] = sheets;
  const glyphs = first!.content.glyphs.filter(glyph => !aside.has(glyph));
  for (const { content, cut, shift } of others) {
    const moved = content.glyphs
      .filter(glyph => !aside.has(glyph))
      .map(glyph => ({ ...glyph, box: movedBox(glyph.box, shift) }));
    const near = (glyph: Glyph) => Math.abs(glyph.box.x0 - cut) < 2 * glyph.size;
    const before = glyphs.filter(near);
    glyphs.push(...moved.filter(glyph => !(near(glyph) && before.some(other => sameGlyph(other, glyph)))));
  }
  return {
    ...first!.content,
    width: Math.max(...sheets.map(({ content, shift }) => content.width + shift)),
    glyphs,
    edges: sheets.flatMap(({ content, from, shift }) =>
      content.edges.flatMap(edge => edgeFrom(edge, from)).map(edge => movedEdge(edge, shift)),
    ),
    shades: sheets.flatMap(({ content, from, shift }) =>
      content.shades.filter(({ x1 }) => x1 > from).map(box => movedBox({ ...box, x0: Math.max(box.x0, from) }, shift)),
    ),
  };
}
