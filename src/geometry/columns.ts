import { follows, mayHang } from './hanging.ts';
import { chunks, type Line, linesOf } from './lines.ts';
import { type Glyph, ideographic } from './page.ts';
import type { Table } from './table.ts';

/** A stretch of a line that certainly stands in one cell, with the line it is part of. */
export interface Chunk extends Line {
  readonly line: Line;
  /** Where it ends, punctuation that may hang over the end of its column left out. */
  readonly end: number;
}

const wide = (glyph: Glyph): boolean => ideographic.test(glyph.text);

/**
 * Openings wider than this part two chunks, points. Ideographs are set solid, so that a quarter of an em is an opening;
 * between Latin words and numbers there is a space, which is not.
 */
const opening = (before: Glyph, after: Glyph): number => {
  const size = Math.max(before.size, after.size);
  if (leader.test(before.text) && leader.test(after.text)) return 3 * size;
  // Punctuation that hangs over a column's end may touch or cover the next column's text, but never quite follows it.
  if (mayHang(before) && wide(before)) return follows(before, after) ? Infinity : -Infinity;
  return (wide(before) || wide(after) ? 0.3 : 0.65) * size;
};

/** What a row of leaders is made of. */
const leader = /^[.…·_]$/u;
/** Fewer in a row are an ellipsis. */
const fewestLeaders = 4;

/** Parts a line behind each row of leaders: they lead from one column to the next. */
function behindLeaders(line: Line): Line[] {
  const parts: Glyph[][] = [[]];
  let run = 0;
  for (const glyph of line.glyphs) {
    const led = leader.test(glyph.text);
    if (!led && run >= fewestLeaders) parts.push([]);
    run = led ? run + (glyph.text === '…' ? 3 : 1) : 0;
    parts.at(-1)!.push(glyph);
  }
  return parts.length === 1 ? [line] : parts.flatMap(glyphs => linesOf(glyphs, line.turn));
}

function solidEnd(chunk: Line): number {
  let i = chunk.glyphs.length - 1;
  while (i > 0 && mayHang(chunk.glyphs[i]!)) i--;
  return chunk.glyphs[i]!.box.x1;
}

export const chunksOf = (lines: readonly Line[]): Chunk[] =>
  lines.flatMap(line =>
    behindLeaders(line)
      .flatMap(part => chunks(part, opening))
      .map(chunk => ({ ...chunk, line, end: solidEnd(chunk) })),
  );

/** An interval of x that a column's text covers. */
export interface Band {
  from: number;
  to: number;
}

/** Columns narrower apart than this are one: an accident of ragged lines. */
const minimumGutter = 2;

const touches = (band: Band, chunk: Chunk): boolean =>
  chunk.box.x0 < band.to + minimumGutter && chunk.end > band.from - minimumGutter;

const overlapping = (band: Band, chunk: Chunk): boolean => chunk.box.x0 < band.to - 0.5 && chunk.end > band.from + 0.5;

/** How many columns of text a chunk reaches into. */
export const reachedBands = (bands: readonly Band[], chunk: Chunk): number =>
  bands.filter(band => overlapping(band, chunk)).length;

const widen = (bands: readonly Band[], band: Band, own: Band): Band[] =>
  bands.map(other =>
    other === band ? { from: Math.min(other.from, own.from), to: Math.max(other.to, own.to) } : other,
  );

function merge(bands: readonly Band[]): Band[] {
  const merged: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && band.from < last.to + minimumGutter) last.to = Math.max(last.to, band.to);
    else merged.push({ ...band });
  }
  return merged;
}

/**
 * Chunks that bridge a gutter by accident: almost no line has text there, and these run across it, from one column into
 * the next (punctuation that hangs over meets the next column's text). Text over several columns is found like that too.
 */
function bridges(chunks: readonly Chunk[]): Set<Chunk> {
  const lines = new Set(chunks.map(chunk => chunk.line)).size;
  const few = lines < 8 ? 0 : Math.max(1, Math.floor(0.05 * lines));
  const found = new Set<Chunk>();
  if (few === 0) return found;
  const steps = [...chunks.flatMap(chunk => [[chunk.box.x0, 1] as const, [chunk.end, -1] as const])].sort(
    (a, b) => a[0] - b[0] || b[1] - a[1],
  );
  let count = 0;
  steps.forEach(([x, change], i) => {
    count += change;
    const next = steps[i + 1]?.[0] ?? x;
    if (count === 0 || count > few || next - x < minimumGutter) return;
    for (const chunk of chunks) if (chunk.box.x0 < x - chunk.size && chunk.end > next + chunk.size) found.add(chunk);
  });
  return found;
}

/** Columns of text, and the chunks that reach over several of them. */
export interface Columns {
  readonly bands: Band[];
  readonly spanning: ReadonlySet<Chunk>;
}

const span = (chunk: Chunk): Band => ({ from: chunk.box.x0, to: chunk.end });

/** Widens the one column that a chunk reaches into, as far as its neighbours allow. */
function widenBy(bands: readonly Band[], chunk: Chunk): Band[] {
  const at = bands.findIndex(band => overlapping(band, chunk));
  const own = {
    from: Math.max(chunk.box.x0, bands[at - 1]?.to ?? -Infinity),
    to: Math.min(chunk.end, bands[at + 1]?.from ?? Infinity),
  };
  return widen(bands, bands[at]!, own);
}

/** A header that stands between two columns, above the headers of both: over the two, not a column of its own. */
function standsOver(bands: readonly Band[], header: readonly Chunk[], chunk: Chunk): boolean {
  const sides = [bands.findLast(band => band.to < chunk.box.x0), bands.find(band => band.from > chunk.end)];
  return sides.every(
    band => band && header.some(other => touches(band, other) && other.box.top >= chunk.box.bottom - 0.3 * chunk.size),
  );
}

/** What columns are found from. */
export interface ColumnEvidence {
  /** Chunks of lines of the body that show several columns. */
  readonly sure: readonly Chunk[];
  /** Other lines of the body: wrapped text, headings over several columns. */
  readonly single: readonly Chunk[];
  readonly header: readonly Chunk[];
  /** Columns of the same table on an earlier page. */
  readonly known?: readonly Band[];
}

/** The neighbour of a header without a column that is a column without a header: short text under a centred header. */
function headless(bands: readonly Band[], header: readonly Chunk[], chunk: Chunk): Band | undefined {
  const bare = (band: Band | undefined) => band && !header.some(other => touches(band, other));
  const [left, right] = [bands.findLast(band => band.to < chunk.box.x0), bands.find(band => band.from > chunk.end)];
  return bare(left) ? left : bare(right) ? right : undefined;
}

/**
 * Finds the columns that chunks of text stand in: intervals of x with gutters between them that no chunk crosses.
 * Lines that show several columns found them; others widen a column or add one, but never bridge a gutter: those that
 * would are `spanning`.
 */
export function columnBands({ sure, single, header, known = [] }: ColumnEvidence): Columns {
  const bridging = known.length > 0 ? new Set(sure) : bridges(sure);
  const seed = sure.filter(chunk => !bridging.has(chunk)).map(chunk => ({ from: chunk.box.x0, to: chunk.end }));
  let bands = merge([...known, ...seed]);
  const spanning = new Set<Chunk>();
  for (const chunks of [[...single, ...bridging], header]) {
    // First what clearly stands in a column, so that the columns are as wide as they can be; then what stands alone.
    const widestFirst = [...chunks].sort((a, b) => b.end - b.box.x0 - (a.end - a.box.x0));
    const narrowest = bands;
    for (const chunk of widestFirst) if (reachedBands(narrowest, chunk) === 1) bands = widenBy(bands, chunk);
    for (const chunk of widestFirst.reverse()) {
      const reached = reachedBands(bands, chunk);
      const column =
        bands.find(band => touches(band, chunk)) ?? (chunks === header ? headless(bands, header, chunk) : undefined);
      const over = reached === 0 && !column && chunks === header && standsOver(bands, header, chunk);
      if (reached > 1 || over) spanning.add(chunk);
      else if (reached === 1) bands = widenBy(bands, chunk);
      else bands = column ? widen(bands, column, span(chunk)) : merge([...bands, span(chunk)]);
    }
  }
  return { bands, spanning };
}

/** Boundaries of columns: the middle of each gutter, and the ends. */
export const boundariesOf = (bands: readonly Band[], from: number, to: number): number[] => [
  Math.min(from, bands[0]!.from),
  ...bands.slice(1).map((band, i) => (bands[i]!.to + band.from) / 2),
  Math.max(to, bands.at(-1)!.to),
];

/** Which columns a chunk reaches into by more than a third of an em: first and one after the last. */
export function reach(xs: readonly number[], chunk: Chunk): [number, number] {
  const slack = 0.34 * chunk.size;
  let first = 0;
  while (first < xs.length - 2 && xs[first + 1]! <= chunk.box.x0 + slack) first++;
  let last = first + 1;
  while (last < xs.length - 1 && xs[last]! < chunk.end - slack) last++;
  return [first, last];
}

/** Notes on a table where its columns may end, if it still has one column for each band. */
export const withGutters = (table: Table, bands: readonly Band[]): Table =>
  table.xs.length === bands.length + 1
    ? { ...table, gutters: bands.slice(1).map((band, i) => ({ from: bands[i]!.to, to: band.from })) }
    : table;

/** The columns of text between drawn boundaries: somewhat inside them. */
export const bandsOfColumns = (xs: readonly number[]): Band[] =>
  xs.slice(1).map((x, i) => ({ from: xs[i]! + minimumGutter / 2 + 0.5, to: x - minimumGutter / 2 - 0.5 }));

/** The columns of text that a table of an earlier page has. */
export function bandsOf({ xs, gutters }: Table): Band[] {
  if (!gutters) return bandsOfColumns(xs);
  return xs.slice(1).map((_, i) => ({
    from: gutters[i - 1]?.to ?? xs[0]! + 1,
    to: gutters[i]?.from ?? xs.at(-1)! - 1,
  }));
}

/** Between words of one text there is less, in ems: an opening that lies in a gutter parts two columns from here on. */
const gutterOpening = 0.4;

/** Cuts chunks at openings that are too narrow to be seen as such but lie in a gutter between columns. */
export function cutAtGutters(bands: readonly Band[], chunk: Chunk): Chunk[] {
  const gutters = bands
    .slice(1)
    .map((band, i) => ({ from: bands[i]!.to, to: band.from }))
    .filter(gutter => chunk.box.x0 < gutter.from && chunk.end > gutter.to);
  const parts: Glyph[][] = [[]];
  chunk.glyphs.forEach((glyph, i) => {
    const before = chunk.glyphs[i - 1];
    const [from, to] = [before?.box.x1 ?? glyph.box.x0, glyph.box.x0];
    const inGutter = gutters.some(gutter => from < gutter.to + 0.5 && to > gutter.from - 0.5);
    if (to - from > gutterOpening * chunk.size && inGutter) parts.push([]);
    parts.at(-1)!.push(glyph);
  });
  if (parts.length === 1) return [chunk];
  return parts.flatMap(glyphs => chunksOf(linesOf(glyphs, chunk.turn)).map(part => ({ ...part, line: chunk.line })));
}

/** Cuts a chunk that runs over boundaries where it does: each character goes to the column that holds its middle. */
export function cutAt(xs: readonly number[], chunk: Chunk): Chunk[] {
  const columnOf = (glyph: Glyph) => xs.findIndex((x, i) => i > 0 && (glyph.box.x0 + glyph.box.x1) / 2 < x);
  const parts: Glyph[][] = [];
  chunk.glyphs.forEach((glyph, i) => {
    const before = chunk.glyphs[i - 1];
    if (!before || (columnOf(before) !== columnOf(glyph) && !mayHang(glyph))) parts.push([]);
    parts.at(-1)!.push(glyph);
  });
  if (parts.length < 2) return [chunk];
  return parts.flatMap(glyphs => chunksOf(linesOf(glyphs, chunk.turn)).map(part => ({ ...part, line: chunk.line })));
}
