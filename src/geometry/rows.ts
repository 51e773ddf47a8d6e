import { median } from './box.ts';
import { endsParagraph } from './cell-text.ts';
import { type Chunk, reach } from './columns.ts';

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Boundaries between rows that have keys, and those of them that could as well be elsewhere. */
export interface KeyedRows {
  readonly boundaries: readonly number[];
  /** Heights of boundaries at which some line may belong to either row. */
  readonly doubtful: readonly number[];
  /** How much speaks against them, to compare ways of sitting. */
  readonly cost: number;
}

/** A line of a column. */
interface ColumnLine extends Extent {
  /** It had room for the first word of the next line, which is of another cell or paragraph then. */
  readonly ended: boolean;
}

function perColumn(chunks: readonly Chunk[], xs: readonly number[]): ColumnLine[][] {
  const columns: Chunk[][] = xs.slice(1).map(() => []);
  for (const chunk of chunks) {
    const [first, last] = reach(xs, chunk);
    if (last - first === 1) columns[first]!.push(chunk);
  }
  return columns.map(own => {
    const sorted = own.sort((a, b) => a.box.top - b.box.top);
    const room = Math.max(0, ...sorted.map(({ box }) => box.x1 - box.x0));
    return sorted.map((chunk, i) => {
      const next = sorted[i + 1];
      const ended = next !== undefined && endsParagraph(chunk, next, room + 0.6 * chunk.size);
      return { top: chunk.box.top, bottom: chunk.box.bottom, ended };
    });
  });
}

/** Lines of one cell stand no further apart than this, ems: where all cells have one line, none tells. */
const widest = 0.75;

/** How far apart lines of one cell stand, points: the least that lines of one column do, few odd ones aside. */
function leading(columns: readonly (readonly Extent[])[], em: number): number {
  const gaps = columns
    .flatMap(extents => extents.slice(1).map((extent, i) => extent.top - extents[i]!.bottom))
    .filter(gap => gap > -0.2 * em)
    .sort((a, b) => a - b);
  return Math.min(gaps[Math.floor(0.05 * gaps.length)] ?? 0, widest * em);
}

/** The same for the chunks of a body. */
export const leadingIn = (chunks: readonly Chunk[], xs: readonly number[], em: number): number =>
  leading(perColumn(chunks, xs), em);

/** A height where a row may end, and what it cuts. */
interface Candidate {
  readonly y: number;
  /** What it costs to cut the text here, summed over columns. */
  readonly cost: number;
  /** For each column, where the last text above ends and the first below begins; text that stands across is neither. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** It runs through a line of text that is hardly merged over both rows. */
  readonly torn: boolean;
}

/** Text of one cell reaches no further beyond the keys of the rows that it is merged over, ems. */
const beyond = 2;

/** True where one text alone stands between two keys: then it may be merged over the rows that meet there. */
function standsAlone(extents: readonly ColumnLine[], keys: Extent, opening: number, em: number): boolean {
  const [from, to] = [keys.top - beyond * em, keys.bottom + beyond * em];
  const first = extents.findIndex(({ bottom }) => bottom > keys.top);
  let last = extents.findLastIndex(({ top }) => top < keys.bottom);
  if (first < 0 || last < first) return false;
  const goesOn = (i: number) =>
    i > 0 && i < extents.length && !extents[i - 1]!.ended && extents[i]!.top - extents[i - 1]!.bottom < opening;
  for (let i = first + 1; i <= last; i++) if (!goesOn(i)) return false;
  let start = first;
  while (goesOn(start)) start--;
  while (goesOn(last + 1)) last++;
  return extents[start]!.top > from && extents[last]!.bottom < to;
}

/** What it costs to draw a boundary through a line of text: less where the text may be merged over both rows. */
const crossing = { text: 1.3, merged: 0.4 };

/** What it costs to draw one between lines that stand as close as those of one cell: less where the upper one ended early. */
const close = { goesOn: 0.9, ended: 0.3 };

/** @param between the keys of the rows that the boundary parts */
function candidate(
  y: number,
  between: Extent,
  columns: readonly (readonly ColumnLine[])[],
  lead: number,
  em: number,
): Candidate {
  let cost = 0;
  let torn = false;
  const above: number[] = [];
  const below: number[] = [];
  for (const extents of columns) {
    let [over, under, crossed, ended] = [-Infinity, Infinity, false, false];
    for (const { top, bottom, ended: early } of extents) {
      if (top < y - 0.01 && bottom > y + 0.01) crossed = true;
      else if (bottom <= y + 0.01) {
        over = Math.max(over, bottom);
        ended = early;
      } else {
        under = top;
        break;
      }
    }
    // Lines of one cell stand on one pitch; rows have some space between them.
    const gap = (under - over - lead) / em;
    const alone = crossed && standsAlone(extents, between, lead + 0.1 * em, em);
    torn ||= crossed && !alone;
    cost += crossed
      ? crossing[alone ? 'merged' : 'text']
      : gap < 0.08
        ? close[ended ? 'ended' : 'goesOn']
        : Math.max(0, 0.5 * (1 - gap));
    above.push(over);
    below.push(under);
  }
  return { y, cost, above, below, torn };
}

/** Heights between two texts where a row may end: the middles of the openings of each column, and of all together. */
function heights(upper: Extent, lower: Extent, columns: readonly (readonly Extent[])[], em: number): number[] {
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

/** How texts sit in their row, the key and the others: in its middle, or at its top. */
export interface Sitting {
  readonly key: 'middle' | 'top';
  readonly text: 'middle' | 'top';
}

export const sittings: readonly Sitting[] = [
  { key: 'middle', text: 'middle' },
  { key: 'top', text: 'top' },
  { key: 'middle', text: 'top' },
];

const off = (text: Extent, row: Extent, how: 'middle' | 'top'): number =>
  how === 'top' ? Math.abs(text.top - row.top) : Math.abs(text.top + text.bottom - row.top - row.bottom) / 2;

/** How a row's texts sit against the way all rows' texts are held to sit. In ems, each text at most one, the key two. */
function misfit(key: Extent, from: Candidate, to: Candidate, { key: keyed, text }: Sitting, em: number): number {
  let [top, bottom] = [key.top, key.bottom];
  const texts: Extent[] = [];
  from.below.forEach((start, column) => {
    const end = to.above[column]!;
    if (end <= start) return;
    texts.push({ top: start, bottom: end });
    top = Math.min(top, start);
    bottom = Math.max(bottom, end);
  });
  const row = { top, bottom };
  const own = texts.reduce((sum, extent) => sum + Math.min(1, off(extent, row, text) / em), 0);
  return Math.min(2, off(key, row, keyed) / em) + 0.7 * own;
}

/** The way through the candidates of all boundaries that costs least, and what every other candidate would cost. */
function best(options: readonly (readonly Candidate[])[], strain: (row: number, a: Candidate, b: Candidate) => number) {
  const down: number[][] = [];
  options.forEach((candidates, i) => {
    down.push(
      candidates.map(to =>
        i === 0
          ? to.cost
          : to.cost + Math.min(...options[i - 1]!.map((from, j) => down[i - 1]![j]! + strain(i - 1, from, to))),
      ),
    );
  });
  const up: number[][] = options.map(candidates => candidates.map(() => 0));
  for (let i = options.length - 2; i >= 0; i--)
    up[i] = options[i]!.map(from =>
      Math.min(...options[i + 1]!.map((to, j) => strain(i, from, to) + to.cost + up[i + 1]![j]!)),
    );
  const through = down.map((costs, i) => costs.map((cost, j) => cost + up[i]![j]!));
  return { total: Math.min(...through[0]!), through };
}

/** Another boundary that costs hardly more than the best, and would give a line to the other row, leaves a doubt. */
const closeCall = 0.3;

const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) < 0.01;
const partsAlike = (a: Candidate, b: Candidate): boolean =>
  a.above.every((bottom, column) => same(bottom, b.above[column]!)) &&
  a.below.every((top, column) => same(top, b.below[column]!));

/** Most pages begin with a whole row: the end of another needs some evidence. */
const cutPrior = 0.5;

/** What is known of a body whose rows are wanted. */
export interface KeyedBody {
  /**
   * The first row may be preceded by the end of another, which a page break cut off: then there may be one more boundary,
   * above the first key.
   */
  readonly cut?: boolean;
  readonly sitting?: Sitting;
}

/**
 * Boundaries between rows that have keys, one between every two. They are chosen together: a boundary should stand free
 * in every column (text merged over rows may cross it), and texts should sit in every row as in all others.
 */
export function keyedBoundaries(
  keys: readonly Chunk[],
  chunks: readonly Chunk[],
  xs: readonly number[],
  { cut = false, sitting }: KeyedBody = {},
): KeyedRows {
  if (keys.length === 0 || (keys.length < 2 && !cut)) return { boundaries: [], doubtful: [], cost: 0 };
  const em = median(chunks.map(chunk => chunk.size));
  const columns = perColumn(chunks, xs);
  const lead = leading(columns, em);
  const all = columns.flat();
  const whole = { top: Math.min(...all.map(({ top }) => top)), bottom: Math.max(...all.map(({ bottom }) => bottom)) };
  const at = (y: number, between: Extent = whole) => candidate(y, between, columns, lead, em);
  const ends = { from: at(whole.top - 1), to: at(whole.bottom + 1) };
  const head = { top: ends.from.y, bottom: ends.from.y };
  const rowsOn = (upper: Extent, lower: Extent) =>
    heights(upper, lower, columns, em).map(y => at(y, { top: upper.top, bottom: lower.bottom }));
  const first = cut
    ? [
        ends.from,
        ...rowsOn(head, keys[0]!.box)
          .filter(({ y }) => y > ends.from.y + 1)
          .map(option => ({ ...option, cost: option.cost + cutPrior })),
      ]
    : [ends.from];
  const options = [first, ...keys.slice(1).map((key, i) => rowsOn(keys[i]!.box, key.box)), [ends.to]];
  const { through, total } = (sitting ? [sitting] : sittings)
    .map(how => best(options, (row, from, to) => misfit(keys[row]!.box, from, to, how, em)))
    .reduce((a, b) => (b.total < a.total ? b : a));
  const boundaries: number[] = [];
  const doubtful: number[] = [];
  options.slice(0, -1).forEach((candidates, i) => {
    const costs = through[i]!;
    const chosen = candidates[costs.indexOf(Math.min(...costs))]!;
    const doubt = candidates.some((other, j) => costs[j]! < total + closeCall && !partsAlike(chosen, other));
    if (doubt || chosen.torn) doubtful.push(chosen.y);
    if (i > 0 || chosen !== ends.from) boundaries.push(chosen.y);
  });
  return { boundaries, doubtful, cost: total };
}
