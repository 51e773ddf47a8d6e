import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose } from '../../src/model/diagnostic.ts';
import type { Place } from '../../src/model/place.ts';
import type { TracedRow } from '../../src/model/traced.ts';
import { withCauses } from '../../src/plan/rules/causes.ts';
import { pagesOf } from '../../src/plan/rules/pages.ts';
import { makePlan } from './make-plan.ts';

const page = (number: number): Place => ({ page: number, box: { x0: 0, top: 0, x1: 1, bottom: 1 } });
const line = (number: number): Place => ({ line: number, column: 1 });
const rowsAt = (places: readonly Place[], raw: (row: number) => string = () => '甲'): TracedRow[] =>
  places.map((place, i) => ({
    task: `/tasks/${i}`,
    cells: { name: { raw: raw(i), origin: 'read', places: [place] } },
  }));

describe('stretches of rows', () => {
  test.each<[string, TracedRow[], readonly number[] | null]>([
    ['pages', rowsAt([1, 1, 2, 4].map(page)), [1, 1, 2, 4]],
    ['one page', rowsAt([1, 1].map(page)), null],
    ['blank lines of a text', rowsAt([3, 4, 6, 7].map(line)), [1, 1, 2, 2]],
    ['lines without a blank', rowsAt([3, 4, 5].map(line)), null],
    ['cells that take several lines', rowsAt([3, 6, 8].map(line), i => (i === 0 ? '甲\n乙\n丙' : '甲')), [1, 1, 2]],
    [
      'cells of a sheet',
      rowsAt([
        { sheet: 's', cell: 'A1' },
        { sheet: 's', cell: 'A9' },
      ]),
      null,
    ],
    ['places that are mixed', rowsAt([line(1), page(2)]), null],
    ['no rows', [], null],
  ])('%s', (_, rows, expected) => expect(pagesOf(rows)?.of ?? null).toEqual(expected));
});

const on = (code: Diagnostic['code'], row: number): Diagnostic =>
  diagnose({ code }, { row: `/rows/${row}`, pointer: `/tasks/${row}/ratio` });
const causes = (diagnostics: Diagnostic[], rows: TracedRow[]): (string | undefined)[] =>
  withCauses(diagnostics, { plan: makePlan(rows.map(() => ({}))), trace: { rows, columns: [] } }).map(
    ({ cause }) => cause?.in,
  );

/** Three rows on each of ten pages. */
const pages = rowsAt(Array.from({ length: 30 }, (_, i) => page(1 + Math.floor(i / 3))));

describe('losses confined to one page', () => {
  const lost = (...rows: number[]) => rows.map(row => on('restored-character', row));
  test.each<[string, Diagnostic[], string | undefined]>([
    ['three on one page', lost(3, 4, 5), 'conversion'],
    ['two are chance', lost(3, 4), undefined],
    ['on two pages', lost(3, 4, 5, 6), undefined],
    ['what a publisher leaves blank is no loss', [3, 4, 5].map(row => on('ambiguous-blank', row)), undefined],
  ])('%s', (_, diagnostics, expected) => expect(causes(diagnostics, pages)[0]).toBe(expected));
  test('a page that most rows stand on tells nothing', () => {
    const half = rowsAt([1, 1, 1, 1, 2, 2].map(page));
    expect(causes(lost(0, 1, 2), half)).toEqual([undefined, undefined, undefined]);
  });
});

describe('punctuation', () => {
  const drift = diagnose({ code: 'style-drift' });
  const half = '甲,乙';
  const full = '甲，乙';
  test.each<[string, (row: number) => string, string | undefined]>([
    ['that changes with the page', i => (Math.floor(i / 3) % 2 ? half : full), 'conversion'],
    ['that changes within a page', i => (i % 2 ? half : full), undefined],
  ])('%s', (_, raw, expected) => {
    const rows = pages.map((row, i) => ({ ...row, cells: { name: { ...row.cells.name!, raw: raw(i) } } }));
    expect(causes([drift], rows)).toEqual([expected]);
  });
});
