import { median } from './box.ts';
import { type Chunk, reach } from './columns.ts';

/** Lines of one column that stand close together: the text of one cell, or of a few without space between. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const perColumn = (chunks: readonly Chunk[], xs: readonly number[]): Extent[][] => {
  const columns: Extent[][] = xs.slice(1).map(() => []);
  for (const chunk of chunks) {
    const [first, last] = reach(xs, chunk);
    if (last - first === 1) columns[first]!.push(chunk.box);
  }
  return columns.map(extents => extents.sort((a, b) => a.top - b.top));
};

/** How a boundary at `y` treats one column: it crosses a line, squeezes between lines of one cell, or stands free. */
function costIn(extents: readonly Extent[], y: number, em: number): number {
  let [above, below] = [-Infinity, Infinity];
  for (const { top, bottom } of extents) {
    if (top < y - 0.01 && bottom > y + 0.01) return 1;
    if (bottom <= y + 0.01) above = Math.max(above, bottom);
    else {
      below = top;
      break;
    }
  }
  // Lines of one cell are rarely half an em apart, rows rarely less.
  const gap = (below - above) / em;
  return gap >= 1.5 ? 0 : gap >= 0.5 ? 0.3 * (1.5 - gap) : 1.2 - gap;
}

/** Heights between two row keys where a row may end: the middles of the openings of each column, and of all together. */
function candidates(upper: Extent, lower: Extent, columns: readonly (readonly Extent[])[], em: number): number[] {
  const near = columns.map(extents =>
    extents.filter(({ top, bottom }) => bottom > upper.top - em && top < lower.bottom + em),
  );
  const found = new Set<number>([(upper.bottom + lower.top) / 2]);
  const between = (y: number) => y > upper.bottom - 0.5 * em && y < lower.top + 0.5 * em;
  for (const extents of near)
    for (let i = 0; i <= extents.length; i++) {
      const [from, to] = [extents[i - 1]?.bottom ?? -Infinity, extents[i]?.top ?? Infinity];
      const y = (Math.max(from, upper.bottom) + Math.min(to, lower.top)) / 2;
      if (between(y) && y >= from - 0.01 && y <= to + 0.01) found.add(y);
    }
  // Below each line, up to the next line of any column: where all columns are free at once.
  const tops = near.flat().map(({ top }) => top);
  for (const { bottom } of near.flat()) {
    const next = Math.min(...tops.filter(top => top >= bottom - 0.01));
    if (between((bottom + next) / 2)) found.add((bottom + next) / 2);
  }
  return [...found].sort((a, b) => a - b);
}

/** How a row sits around its key: the key in the middle of the row's text, or at its top. In ems, at most 2. */
function misfit(key: Extent, text: Extent, centred: boolean, em: number): number {
  const off = centred ? (key.top + key.bottom - text.top - text.bottom) / 2 : key.top - text.top;
  return Math.min(2, Math.abs(off) / em);
}

/**
 * Boundaries between rows that have keys, one between every two. They are chosen together: a boundary should stand free
 * in every column (text merged over rows may cross it), and every row should sit around its key as all the others do,
 * the key in the middle of the row's text or at its top.
 */
export function keyedBoundaries(keys: readonly Chunk[], chunks: readonly Chunk[], xs: readonly number[]): number[] {
  const em = median(chunks.map(chunk => chunk.size));
  const columns = perColumn(chunks, xs);
  const all = columns.flat().sort((a, b) => a.top - b.top);
  if (keys.length < 2) return [];
  const options = keys.slice(1).map((key, i) => candidates(keys[i]!.box, key.box, columns, em));
  const costs = options.map(ys => ys.map(y => columns.reduce((sum, extents) => sum + costIn(extents, y, em), 0)));
  const ends = {
    from: Math.min(...all.map(({ top }) => top)) - 1,
    to: Math.max(...all.map(({ bottom }) => bottom)) + 1,
  };
  const best = ([true, false] as const)
    .map(centred => {
      const strain = (key: number, from: number, to: number) =>
        misfit(keys[key]!.box, textBetween(all, from, to) ?? keys[key]!.box, centred, em);
      let paths = options[0]!.map((y, i) => ({ ys: [y], cost: costs[0]![i]! + strain(0, ends.from, y) }));
      for (let row = 1; row < options.length; row++)
        paths = options[row]!.map((y, i) => {
          const through = paths.map(path => ({ path, cost: path.cost + strain(row, path.ys.at(-1)!, y) }));
          const least = through.reduce((a, b) => (b.cost < a.cost ? b : a));
          return { ys: [...least.path.ys, y], cost: least.cost + costs[row]![i]! };
        });
      const last = paths.map(path => ({
        ...path,
        cost: path.cost + strain(keys.length - 1, path.ys.at(-1)!, ends.to),
      }));
      return last.reduce((a, b) => (b.cost < a.cost ? b : a));
    })
    .reduce((a, b) => (b.cost < a.cost ? b : a));
  return best.ys;
}

/** The extent of the lines that lie wholly between two heights. */
function textBetween(sorted: readonly Extent[], from: number, to: number): Extent | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.top < from - 0.5) low = middle + 1;
    else high = middle;
  }
  let [top, bottom] = [Infinity, -Infinity];
  for (let i = low; i < sorted.length && sorted[i]!.top < to; i++) {
    const extent = sorted[i]!;
    if (extent.bottom > to + 0.5) continue;
    top = Math.min(top, extent.top);
    bottom = Math.max(bottom, extent.bottom);
  }
  return bottom > top ? { top, bottom } : null;
}
