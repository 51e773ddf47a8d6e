import type { Hints } from '../model/hints.ts';
import { bodyRows } from './body-rows.ts';
import { median } from './box.ts';
import {
  type Band,
  bandsOf,
  boundariesOf,
  type Chunk,
  chunksOf,
  columnBands,
  cutAt,
  cutAtGutters,
  reach,
  reachedBands,
  withGutters,
} from './columns.ts';
import { partedByHeader } from './header-columns.ts';
import { titlesOf } from './header-titles.ts';
import { headingTest } from './headings.ts';
import { keysIn, rowKeys } from './keys.ts';
import { lattice } from './lattice.ts';
import { lineBoundaries } from './line-rows.ts';
import { linesOf } from './lines.ts';
import type { Edge, Glyph } from './page.ts';
import { keyedBoundaries } from './rows.ts';
import { type Rule, ragged, rulesOf, stacks } from './rule-stacks.ts';
import { streamTable } from './stream.ts';
import type { Table } from './table.ts';
import { columnEdges, rowEdges } from './text-edges.ts';
import { textHeader } from './text-header.ts';
import { bare } from './text-lines.ts';

const ruling = (at: number, from: number, to: number): Edge => ({ direction: 'h', at, from, to });

const bandOf = (ys: readonly number[], chunk: Chunk): number => {
  const middle = (chunk.box.top + chunk.box.bottom) / 2;
  return ys.findIndex((y, i) => i > 0 && middle < y) - 1;
};

/**
 * Rules without a row of several texts between them are no part of the table: they belong to headers and footers. Above a
 * rule that is short there may be a single text: a header over the columns that the rule underlines.
 */
function trim(rules: readonly Rule[], chunks: readonly Chunk[]): Rule[] {
  const ys = rules.map(rule => rule.at);
  const several = ys.slice(1).map((_, band) => {
    const lines = chunks.filter(chunk => bandOf(ys, chunk) === band).map(chunk => chunk.line);
    const short = rules[band + 1]!.to - rules[band + 1]!.from < rules[0]!.to - rules[0]!.from - 2 * ragged;
    return new Set(lines).size < lines.length || (short && lines.length > 0);
  });
  const [first, last] = [several.indexOf(true), several.lastIndexOf(true)];
  return first < 0 ? [] : rules.slice(first, last + 2);
}

/** Moves boundaries onto the ends of rules that lie in the same gutter: there the writer said where the column ends. */
function ontoRuleEnds(xs: number[], bands: readonly Band[], rules: readonly Rule[]): number[] {
  const ends = rules.flatMap(rule => rule.pieces.flatMap(piece => [piece.from, piece.to]));
  return xs.map((x, i) => {
    if (i === 0 || i === xs.length - 1) return x;
    const [from, to] = [bands[i - 1]!.to - 2, bands[i]!.from + 2];
    const inside = ends.filter(end => end > from && end < to);
    return inside.length > 0 ? median(inside) : x;
  });
}

const covers = (rule: Rule, from: number, to: number): boolean =>
  rule.pieces.some(piece => Math.min(piece.to, to) - Math.max(piece.from, from) > 0.5 * (to - from));

/**
 * A header over several columns that does not reach into all of them: the short rule below it tells which they are.
 * Gives the walls to leave out, in rows above the first rule that runs all across below the topmost.
 */
function headerSpans(rules: readonly Rule[], xs: readonly number[], chunks: readonly Chunk[], headers: number) {
  const ys = rules.map(rule => rule.at);
  const open = new Set<string>();
  for (let band = 0; band < headers; band++) {
    const below = rules[band + 1]!;
    const covered = xs.slice(1).map((to, i) => covers(below, xs[i]!, to));
    if (covered.every(Boolean)) continue;
    for (let from = 0; from < covered.length; from++) {
      let to = from;
      while (to < covered.length && covered[to]) to++;
      const texts = chunks.filter(chunk => {
        const [first, last] = reach(xs, chunk);
        return bandOf(ys, chunk) === band && first < to && last > from;
      });
      const lines = new Set(texts.map(chunk => chunk.line));
      if (to - from > 1 && texts.length > 0 && texts.length === lines.size)
        for (let line = from + 1; line < to; line++) open.add(`${line}:${band}`);
      from = Math.max(from, to);
    }
  }
  return (line: number, row: number) => open.has(`${line}:${row}`);
}

/** Lines of several texts right above the first rule: a header that only a rule below closes off. */
function headerAbove(chunks: readonly Chunk[], top: number, from: number, to: number): Chunk[] {
  const lines = new Map<unknown, Chunk[]>();
  for (const chunk of chunks)
    if (chunk.box.bottom <= top + 2 && chunk.line.box.x0 > from - ragged && chunk.line.box.x1 < to + ragged)
      lines.set(chunk.line, [...(lines.get(chunk.line) ?? []), chunk]);
  const upwards = [...lines.values()].sort((a, b) => b[0]!.line.box.bottom - a[0]!.line.box.bottom);
  const found: Chunk[] = [];
  let edge = top;
  for (const line of upwards) {
    const { size, box } = line[0]!.line;
    const wrapped = found.length > 0 && line.every(chunk => chunk.end - chunk.box.x0 < 12 * size);
    if (edge - box.bottom > (line.length > 1 ? 1.2 : 0.5) * size || !(line.length > 1 || wrapped)) break;
    found.push(...line);
    edge = box.top;
  }
  return found.some(chunk => lines.get(chunk.line)!.length > 1) ? found : [];
}

/** Lines of a row stand no further apart than this, ems. */
const nearest = 1.5;

/**
 * Lines right below the last rule that keep to the columns: the first half of a row that a page break cuts. A note under
 * the table begins at its left end.
 */
function rowBelow(chunks: readonly Chunk[], bottom: number, bands: readonly Band[]): Chunk[] {
  const found: Chunk[] = [];
  const lines = new Map<unknown, Chunk[]>();
  for (const chunk of chunks) {
    if (chunk.box.top <= bottom - 2) continue;
    // Neighbouring cells may touch; a sentence over more columns is no row, wherever its words end.
    const parts = reachedBands(bands, chunk) > 2 ? [chunk] : cutAtGutters(bands, chunk);
    lines.set(chunk.line, [...(lines.get(chunk.line) ?? []), ...parts]);
  }
  let edge = bottom;
  for (const line of lines.values()) {
    const { size, box } = line[0]!.line;
    const atEdge = line.length === 1 && reachedBands(bands.slice(0, 1), line[0]!) > 0;
    const inColumns = line.every(chunk => reachedBands(bands, chunk) <= 1);
    if (box.top - edge > nearest * size || atEdge || !inColumns) break;
    found.push(...line);
    edge = Math.max(edge, box.bottom);
  }
  return new Set(found.map(chunk => bands.findIndex(band => reachedBands([band], chunk) > 0))).size > 2 ? found : [];
}

/** True where the text keeps to the columns of a table: it may be the same one. */
function goesOnOn(bands: readonly Band[], chunks: readonly Chunk[]): boolean {
  const count = new Map<unknown, number>();
  for (const chunk of chunks) count.set(chunk.line, (count.get(chunk.line) ?? 0) + 1);
  const sure = chunks.filter(chunk => count.get(chunk.line)! > 1);
  return sure.filter(chunk => reachedBands(bands, chunk) > 1).length <= 0.03 * sure.length;
}

/**
 * How many rows between rules are the header, where the table goes on from the page before: those that print its header
 * again. Null where it does not go on.
 */
function headerBands(
  before: Table | null,
  columns: readonly Band[],
  ys: readonly number[],
  chunks: readonly Chunk[],
  rowKey: RegExp,
): number | null {
  if (!before || columns.length === 0) return null;
  const isTitle = titlesOf(before, rowKey);
  const count = ys.slice(1).findIndex((_, band) => {
    const here = chunks.filter(chunk => bandOf(ys, chunk) === band);
    return here.length === 0 || !here.every(isTitle);
  });
  return Math.max(0, count);
}

/** Makes a table of a stack of rules: rows between the rules, columns from the alignment of text. */
function tableBetween(
  rules: readonly Rule[],
  glyphs: readonly Glyph[],
  page: number,
  hints: Hints,
  before: Table | null,
): Table | null {
  const rowKey = new RegExp(hints.rowKey, 'u');
  const inside = (from: number, to: number) =>
    glyphs.filter(({ box }) => (box.top + box.bottom) / 2 > from && (box.top + box.bottom) / 2 < to);
  const [x0, x1] = [rules[0]!.from, rules[0]!.to];
  const beside = inside(-Infinity, Infinity).filter(
    ({ box }) => (box.x0 + box.x1) / 2 > x0 - 2 && (box.x0 + box.x1) / 2 < x1 + 12,
  );
  const all = chunksOf(
    linesOf(
      beside.filter(glyph => glyph.turn === 0),
      0,
    ),
  );
  const drawn = trim(rules, all);
  if (drawn.length < 3) return null;
  const lines = linesOf(
    glyphs.filter(glyph => glyph.turn === 0),
    0,
  );
  const above = headerAbove(chunksOf(lines), drawn[0]!.at, x0, x1);
  const implied = Math.min(...above.map(chunk => chunk.box.top)) - 1;
  const used =
    above.length > 0 ? [{ at: implied, from: x0, to: x1, pieces: [ruling(implied, x0, x1)] }, ...drawn] : drawn;
  const top = used[0]!.at;
  const bottom = used.at(-1)!.at;
  const whole = all.filter(({ box }) => box.bottom > top && box.top < bottom);
  const ys = used.map(rule => rule.at);
  // The header ends at the first rule that runs all across, or above the first row key.
  const acrossAll = used.findIndex(
    (rule, i) => i > 0 && rule.from < x0 + ragged && rule.to > x1 - ragged && rule.pieces.length === 1,
  );
  const columns = before && goesOnOn(bandsOf(before), whole) ? bandsOf(before) : [];
  const goesOn = columns.length > 0 && before!.cells.some(cell => rowKey.test(bare(cell.text)));
  const keys = goesOn
    ? keysIn(whole, rowKey, chunk => reachedBands(columns.slice(0, 2), chunk) > 0)
    : rowKeys(whole, rowKey);
  const headers =
    headerBands(before, columns, ys, whole, rowKey) ??
    (keys.length > 0 ? Math.max(0, bandOf(ys, keys[0]!)) : Math.max(1, acrossAll));
  // A header alone: its rows are found by their alignment.
  if (headers >= ys.length - 1) return null;
  const count = new Map<unknown, number>();
  for (const chunk of whole) count.set(chunk.line, (count.get(chunk.line) ?? 0) + 1);
  const sure = (chunk: Chunk) => bandOf(ys, chunk) >= headers && count.get(chunk.line)! > 1;
  const inBody = (chunk: Chunk) => bandOf(ys, chunk) >= headers;
  const evidence = {
    sure: whole.filter(sure),
    single: whole.filter(chunk => inBody(chunk) && !sure(chunk)),
    header: whole.filter(chunk => !inBody(chunk)),
  };
  const { bands: found, spanning } = columnBands({ ...evidence, known: columns });
  const body = [...evidence.sure, ...evidence.single];
  const bands = columns.length > 0 || keys.length === 0 ? found : partedByHeader(found, evidence.header, body);
  if (bands.length < 2) return null;
  const xs = ontoRuleEnds(boundariesOf(bands, x0, x1), bands, used);
  const below = rowBelow(chunksOf(lines), bottom, bands);
  const end = Math.max(bottom, ...below.map(chunk => chunk.box.bottom + 1));
  const among = beside.filter(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < end);
  const chunks = whole.flatMap(chunk =>
    sure(chunk) && (spanning.has(chunk) || reachedBands(bands, chunk) > 1) ? cutAt(xs, chunk) : [chunk],
  );
  // Rules above and below the header and at the end only: the rows between are those of a table without any.
  if ((keys.length > 1 || goesOn) && ys.length - 1 - headers === 1) {
    const header = chunks.filter(chunk => !inBody(chunk));
    const inRows = chunks.filter(inBody).concat(below);
    const rows = bodyRows(keys, inRows, xs, bands, { cut: goesOn, isHeading: headingTest(hints) });
    return streamTable({ page, glyphs: among, xs, bands, header, body: inRows, rows, keyed: true });
  }
  const rows = ys.slice(1).flatMap((_, band) => {
    if (band < headers) return [];
    const here = chunks.filter(chunk => bandOf(ys, chunk) === band);
    const own = keys.filter(key => here.includes(key));
    if (own.length > 1) return keyedBoundaries(own, here, xs).boundaries;
    return ys.length - 1 - headers <= 2 && own.length === 0 && here.length > 0 ? lineBoundaries(here, xs) : [];
  });
  const rowLines = [...ys.slice(headers), ...rows, ...(end > bottom ? [end] : [])].sort((a, b) => a - b);
  const spans = headerSpans(used, xs, chunks, headers);
  const edges: Edge[] = [
    ...used.flatMap(rule => rule.pieces),
    ...rows.map(at => ruling(at, x0, x1)),
    ...columnEdges({ xs, ys: rowLines, chunks }),
  ];
  for (let band = 0; band < headers; band++) {
    const here = chunks.filter(chunk => bandOf(ys, chunk) === band);
    const levels = textHeader(here, xs, ys[band]!, ys[band + 1]!);
    // Levels that no rule parts are told by the text, as in a table without rules.
    const grid = { xs, ys: [ys[band]!, ...levels.ys, ys[band + 1]!], chunks: levels.ys.length > 0 ? [] : here };
    const openV = (line: number, row: number) => levels.openV(line, row) || spans(line, band);
    const inner = rowEdges({ ...grid, openH: levels.openH }).filter(edge => levels.ys.includes(edge.at));
    edges.push(...columnEdges({ ...grid, openV }), ...inner);
  }
  const table = lattice(edges, among, page, 'ruled-rows');
  return table && withGutters(table, bands);
}

/**
 * Tables with rules between rows, or only above and below, and none between columns.
 * @param before such a table at the end of the page before, which may go on here
 */
export function ruledRows(
  edges: readonly Edge[],
  glyphs: readonly Glyph[],
  page: number,
  hints: Hints,
  before: Table | null,
): Table[] {
  const rules = rulesOf(edges.filter(edge => edge.direction === 'h' && edge.to - edge.from > 20));
  const upright = glyphs.filter(glyph => glyph.turn === 0);
  return stacks(rules, chunksOf(linesOf(upright, 0)))
    .filter(stack => stack.length >= 3)
    .map((stack, i) => tableBetween(stack, glyphs, page, hints, i === 0 ? before : null))
    .filter(table => table !== null);
}
