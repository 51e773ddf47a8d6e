import type { Mesh } from './mesh.ts';

/** A rectangle of mesh fields without walls between them; `right` and `bottom` are the line after the last field. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The fields that hang together are no rectangle: this is one piece of them. */
  readonly torn: boolean;
  /** Regions that hang together have the same number. */
  readonly group: number;
}

/** Cuts a mesh into its cells: fields without a wall between them belong together. In reading order. */
export function regions(mesh: Mesh): Region[] {
  const columns = mesh.xs.length - 1;
  const rows = mesh.ys.length - 1;
  const group = new Int32Array(columns * rows).fill(-1);
  const sizes: number[] = [];
  for (let start = 0; start < group.length; start++) {
    if (group[start] !== -1) continue;
    const id = sizes.push(0) - 1;
    const queue = [start];
    group[start] = id;
    const visit = (field: number) => {
      if (group[field] === -1) {
        group[field] = id;
        queue.push(field);
      }
    };
    for (let field = queue.pop(); field !== undefined; field = queue.pop()) {
      sizes[id]!++;
      const [row, column] = [Math.floor(field / columns), field % columns];
      if (column > 0 && !mesh.wallV(column, row)) visit(field - 1);
      if (column < columns - 1 && !mesh.wallV(column + 1, row)) visit(field + 1);
      if (row > 0 && !mesh.wallH(row, column)) visit(field - columns);
      if (row < rows - 1 && !mesh.wallH(row + 1, column)) visit(field + columns);
    }
  }
  return rectangles(group, sizes, columns, rows);
}

/** Takes each group's largest rectangle from its first free field on; a group that needs more than one is torn. */
function rectangles(group: Int32Array, sizes: readonly number[], columns: number, rows: number): Region[] {
  const taken = new Uint8Array(group.length);
  const found: Region[] = [];
  for (let start = 0; start < group.length; start++) {
    if (taken[start]) continue;
    const [top, left] = [Math.floor(start / columns), start % columns];
    const free = (row: number, column: number) => {
      const field = row * columns + column;
      return group[field] === group[start] && !taken[field];
    };
    let right = left + 1;
    while (right < columns && free(top, right)) right++;
    let bottom = top + 1;
    const rowFree = (row: number) => {
      for (let column = left; column < right; column++) if (!free(row, column)) return false;
      return true;
    };
    while (bottom < rows && rowFree(bottom)) bottom++;
    for (let row = top; row < bottom; row++) taken.fill(1, row * columns + left, row * columns + right);
    const id = group[start]!;
    found.push({ left, top, right, bottom, group: id, torn: (right - left) * (bottom - top) !== sizes[id] });
  }
  return found;
}

/** Cuts regions that hang together anew, so that each reaches from the top of a column as far down as it goes. */
export function inColumns(pieces: readonly Region[]): Region[] {
  const { torn, group } = pieces[0]!;
  const found: Region[] = [];
  const columns = new Set(
    pieces.flatMap(({ left, right }) => Array.from({ length: right - left }, (_, i) => left + i)),
  );
  for (const column of [...columns].sort((a, b) => a - b)) {
    const strips: Region[] = [];
    for (const { top, bottom } of pieces
      .filter(({ left, right }) => left <= column && right > column)
      .sort((a, b) => a.top - b.top)) {
      const above = strips.at(-1);
      if (above?.bottom === top) strips[strips.length - 1] = { ...above, bottom };
      else strips.push({ left: column, right: column + 1, top, bottom, torn, group });
    }
    for (const strip of strips) {
      const beside = found.findIndex(
        ({ right, top, bottom }) => right === column && top === strip.top && bottom === strip.bottom,
      );
      if (beside >= 0) found[beside] = { ...found[beside]!, right: column + 1 };
      else found.push(strip);
    }
  }
  return found;
}
