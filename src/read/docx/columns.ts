import { child, type Element, elements } from '../xml.ts';

/** A grid line of Word's table grid nearer than this to the one before (twips, 1/20 pt) leaves no room for a character. */
const sliver = 120;

/**
 * Dragging borders leaves columns of a few twips, so that cells that stand under each other begin on different
 * grid lines. Such lines are taken as one, unless a cell has nothing but the sliver.
 * @returns the grid line, counted without slivers, for a grid line of the file
 */
export function gridLines(
  table: Element,
  cells: readonly (readonly [start: number, end: number])[],
): (line: number) => number {
  const columns = elements(child(table, 'w:tblGrid') ?? table).filter(each => each.name === 'w:gridCol');
  const slivers = new Set(
    columns.flatMap((column, i) => {
      const width = Number(column.attributes['w:w'] ?? 0);
      return width > 0 && width < sliver ? [i] : [];
    }),
  );
  if (slivers.size === 0) return line => line;
  for (const [start, end] of cells) {
    let only = end > start && end - start <= slivers.size;
    for (let i = start; only && i < end; i++) only = slivers.has(i);
    for (let i = start; only && i < end; i++) slivers.delete(i);
  }
  const passed = [0];
  for (let i = 0; i < columns.length; i++) passed.push(passed[i]! + (slivers.has(i) ? 1 : 0));
  return line => line - passed[Math.min(line, columns.length)]!;
}
