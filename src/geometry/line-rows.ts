import { isAmount } from './amounts.ts';
import { median } from './box.ts';
import { endsParagraph } from './cell-text.ts';
import { type Chunk, reach } from './columns.ts';

/** Text on one height, with the chunks of each column. */
interface Level {
  top: number;
  bottom: number;
  readonly base: number;
  readonly columns: Map<number, Chunk[]>;
}

const amountsIn = (level: Level, column: number): Chunk[] =>
  (level.columns.get(column) ?? []).filter(chunk => isAmount(chunk.text));

/** Columns in which both have amounts: there they are two cells. */
const rivals = (upper: Level, lower: Level, columns: readonly Column[]): number[] =>
  [...lower.columns.keys()].filter(
    column => columns[column]!.amounts && amountsIn(upper, column).length > 0 && amountsIn(lower, column).length > 0,
  );

/** Where the amounts of two levels part. */
function betweenAmounts(upper: Level, lower: Level, apart: readonly number[]): number {
  const above = apart.flatMap(column => amountsIn(upper, column).map(chunk => chunk.box.bottom));
  const below = apart.flatMap(column => amountsIn(lower, column).map(chunk => chunk.box.top));
  return (Math.max(...above) + Math.min(...below)) / 2;
}

function extend(level: Level, by: Level): void {
  level.bottom = Math.max(level.bottom, by.bottom);
  for (const [column, chunks] of by.columns)
    level.columns.set(column, [...(level.columns.get(column) ?? []), ...chunks]);
}

const copy = (level: Level): Level => ({ ...level, columns: new Map(level.columns) });

/**
 * Joins levels that overlap, as texts in the middle of rows of an even number of lines do. Levels that both have amounts in
 * one column stay apart, whatever text stands between them.
 */
function joinOverlapping(levels: readonly Level[], columns: readonly Column[], em: number): Level[] {
  const joined: Level[] = [];
  for (const level of levels) {
    const last = joined.at(-1);
    if (!last || level.top > last.bottom - 0.15 * em || rivals(last, level, columns).length > 0) {
      joined.push(copy(level));
      continue;
    }
    extend(last, level);
  }
  return joined;
}

/** What is known of a column: how wide its text gets, and whether it holds amounts, which never wrap. */
interface Column {
  readonly right: number;
  readonly widest: number;
  readonly amounts: boolean;
}

function levelsOf(chunks: readonly Chunk[], xs: readonly number[], em: number): Level[] {
  const levels: Level[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.line.box.bottom - b.line.box.bottom)) {
    let level = levels.at(-1);
    if (!level || chunk.line.box.bottom - level.base > 0.5 * em) {
      level = { top: chunk.box.top, bottom: chunk.box.bottom, base: chunk.line.box.bottom, columns: new Map() };
      levels.push(level);
    }
    level.top = Math.min(level.top, chunk.box.top);
    level.bottom = Math.max(level.bottom, chunk.box.bottom);
    const [first, last] = reach(xs, chunk);
    for (let column = first; column < last; column++)
      level.columns.set(column, [...(level.columns.get(column) ?? []), chunk]);
  }
  return levels;
}

function columnsOf(levels: readonly Level[], count: number, xs: readonly number[]): Column[] {
  return Array.from({ length: count }, (_, column) => {
    const all = levels.flatMap(level => level.columns.get(column) ?? []);
    const own = all.filter(chunk => reach(xs, chunk)[1] - reach(xs, chunk)[0] === 1);
    return {
      right: Math.max(...own.map(chunk => chunk.box.x1), -Infinity),
      widest: Math.max(...own.map(chunk => chunk.box.x1 - chunk.box.x0), 0),
      amounts: own.filter(chunk => isAmount(chunk.text)).length > 0.6 * own.length,
    };
  });
}

/** How the two texts that one column has on neighbouring levels stand to each other. */
type Bond = 'apart' | 'full';

/**
 * Two amounts are two cells. A text that had room for the next one's first word ended there; one that had none may go
 * on with it.
 */
function bond(above: readonly Chunk[], below: readonly Chunk[], column: Column): Bond {
  const [upper, lower] = [above.at(-1)!, below[0]!];
  if (column.amounts && isAmount(upper.text) && isAmount(lower.text)) return 'apart';
  // Indented text has less room; centred text as much as the widest.
  const room = upper.line === lower.line ? 0 : Math.max(Math.min(column.widest, column.right - upper.box.x0), 0);
  return endsParagraph(upper, lower, room + 0.6 * upper.size) ? 'apart' : 'full';
}

/** What two neighbouring levels say of the boundary between them. */
interface Pair {
  readonly gap: number;
  readonly bonds: readonly Bond[];
  /** Amounts stand one below the other. */
  readonly amounts: boolean;
}

function pairsOf(levels: readonly Level[], columns: readonly Column[]): Pair[] {
  return levels.slice(1).map((lower, i) => {
    const upper = levels[i]!;
    const common = [...lower.columns.keys()].filter(column => upper.columns.has(column));
    const apart = rivals(upper, lower, columns);
    return {
      gap: lower.top - upper.bottom,
      bonds: common.map(column => bond(upper.columns.get(column)!, lower.columns.get(column)!, columns[column]!)),
      amounts: apart.length > 0,
    };
  });
}

/**
 * The gap that parts rows from lines of one row, where rows stand clearly further apart than the lines of their cells:
 * wide and narrow openings, and of the narrow ones few are between texts that certainly are two cells.
 */
function spacing(
  pairs: readonly Pair[],
  levels: readonly Level[],
  columns: readonly Column[],
  em: number,
): number | null {
  const stacked = columns.flatMap((column, at) => {
    const chunks = levels.flatMap(level => level.columns.get(at) ?? []);
    return chunks.slice(1).flatMap((lower, i) => {
      const upper = chunks[i]!;
      const gap = lower.box.top - upper.box.bottom;
      return gap > -0.5 * em ? [{ gap, apart: bond([upper], [lower], column) === 'apart' }] : [];
    });
  });
  if (stacked.length < 2) return null;
  const limit = Math.min(...stacked.map(({ gap }) => gap)) + 0.12 * em;
  const narrow = stacked.filter(({ gap }) => gap <= limit);
  const wide = pairs.filter(pair => pair.gap > limit);
  const apart = narrow.filter(one => one.apart).length;
  return wide.length >= 2 && apart <= 0.2 * narrow.length && !pairs.some(pair => pair.amounts && pair.gap <= limit)
    ? limit
    : null;
}

const startsLower = (chunks: readonly Chunk[] | undefined): boolean => /^\p{Ll}/u.test(chunks?.[0]?.text ?? '');

/** In two columns or more, the first among them, the lower text begins like a text of its own, not in mid-sentence. */
const beginsAnew = (lower: Level): boolean =>
  /^\p{Lu}/u.test(lower.columns.get(0)?.[0]?.text ?? '') &&
  [...lower.columns].filter(([, chunks]) => /^[\p{Lu}\p{Nd}]/u.test(chunks[0]!.text)).length > 1;

/** Whether wrapped labels stand above the rest of their row, or hang below it: what most of them do. */
function labelsAbove(pairs: readonly Pair[], levels: readonly Level[]): boolean {
  let [above, below] = [0, 0];
  pairs.forEach((pair, i) => {
    const [upper, lower] = [levels[i]!, levels[i + 1]!];
    if (!upper.columns.has(0) || !lower.columns.has(0) || pair.bonds.includes('apart')) return;
    const weight = startsLower(lower.columns.get(0)) ? 2 : 1;
    if (upper.columns.size === 1 && lower.columns.size > 1) above += weight;
    if (upper.columns.size > 1 && lower.columns.size === 1) below += weight;
  });
  return above > below;
}

/** Tells for two levels on the same pitch as all others whether the lower one goes on with the row of the upper. */
function goesOn(upper: Level, lower: Level, pair: Pair, row: Level, above: boolean, em: number): boolean {
  const labelled = lower.columns.has(0);
  if (pair.bonds.includes('apart')) return false;
  const inRow = [...lower.columns.keys()].every(column => row.columns.has(column));
  if (!labelled) return (inRow || (upper.columns.size === 1 && upper.columns.has(0))) && pair.gap <= 0.6 * em;
  if (!upper.columns.has(0)) return false;
  if (upper.columns.size === 1 && lower.columns.size === 1) return true;
  if (lower.columns.size === 1) return !above || startsLower(lower.columns.get(0));
  if (upper.columns.size === 1) return above || startsLower(lower.columns.get(0));
  return startsLower(lower.columns.get(0)) && lower.columns.size < row.columns.size;
}

/**
 * Boundaries between rows without keys, from what the lines of text say of each other.
 *
 * 1. Where rows stand clearly further apart than the lines of their cells, the wide openings are the boundaries.
 * 2. Two amounts one below the other are two rows; lines that stand closer than such rows ever do are one.
 * 3. On one pitch throughout, a text that had room for the word below it ended its cell; a line that has text in the first
 *    column begins a row, unless its label had to wrap.
 *
 * @param ruled heights of rulings: always boundaries
 * @param drawn the text stands in one drawn row: what may be one cell is one cell
 */
export function lineBoundaries(
  chunks: readonly Chunk[],
  xs: readonly number[],
  { ruled = [], drawn = false }: { readonly ruled?: readonly number[]; readonly drawn?: boolean } = {},
): number[] {
  const em = median(chunks.map(chunk => chunk.size));
  const lines = levelsOf(chunks, xs, em);
  const columns = columnsOf(lines, xs.length - 1, xs);
  const levels = joinOverlapping(lines, columns, em);
  const pairs = pairsOf(levels, columns);
  const limit = spacing(pairs, levels, columns, em);
  const hard = Math.min(...pairs.filter(pair => pair.amounts && pair.gap >= 0).map(pair => pair.gap));
  const above = labelsAbove(pairs, levels);
  const boundaries: number[] = [];
  let row = levels[0] && copy(levels[0]);
  levels.slice(1).forEach((lower, i) => {
    const [upper, pair] = [levels[i]!, pairs[i]!];
    const rule = ruled.find(y => y > upper.bottom - 0.5 * em && y < lower.top + 0.5 * em);
    const apart = rivals(row!, lower, columns);
    const tight = Number.isFinite(hard) && pair.gap < hard - 0.25 * em;
    const undecided = drawn && !pair.bonds.includes('apart') && !beginsAnew(lower);
    const flows =
      limit === null ? tight || undecided || goesOn(upper, lower, pair, row!, above, em) : pair.gap <= limit;
    if (rule === undefined && apart.length === 0 && flows) extend(row!, lower);
    else {
      // Text in the middle of both rows stands across.
      const across = apart.length > 0 && lower.top < upper.bottom;
      boundaries.push(rule ?? (across ? betweenAmounts(row!, lower, apart) : (upper.bottom + lower.top) / 2));
      row = copy(lower);
    }
  });
  return boundaries;
}
