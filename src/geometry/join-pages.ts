import type { Finding } from '../model/diagnostic.ts';
import type { Cell, Grid } from '../model/grid.ts';
import type { Hints } from '../model/hints.ts';
import type { Place } from '../model/place.ts';
import { cellText } from './cell-text.ts';
import { ungluedHeader } from './glued-header.ts';
import { repeatedHeaderRows } from './header-rows.ts';
import { type PageGrid, placesOf } from './page-grid.ts';
import { columnsAgree, onColumns, sameColumns } from './same-columns.ts';
import { type Meeting, mergesOver, seam } from './seam.ts';
import { cellAt, columnsOf, rowsOf, type TableCell } from './table.ts';
import { bareText, tornText } from './torn-text.ts';

/** A grid made of the tables of consecutive pages. */
export interface JoinedGrid {
  readonly grid: Grid;
  readonly parts: readonly PageGrid[];
  /** Header rows printed again on later pages: left out of the grid, so that they do not tear merged cells. */
  readonly repeated: readonly { readonly text: string; readonly places: readonly Place[] }[];
  readonly findings: readonly Finding[];
}

/** A cell of the joined grid while it grows; the lines of all its parts are kept for its text. */
interface Growing {
  row: number;
  readonly column: number;
  rowSpan: number;
  readonly colSpan: number;
  readonly parts: TableCell[];
  readonly places: Place[];
}

/** A page's part of a chain, on the columns of the whole. */
interface Part {
  readonly grid: PageGrid;
  readonly cells: readonly TableCell[];
  readonly rows: number;
  /** Leading rows that repeat the header. */
  readonly header: number;
}

const isBlank = (cell: TableCell): boolean => cell.text === '';

/** The column whose cells are row keys: at least two of them, and most of those that are filled. */
function keyColumn(parts: readonly Pick<Part, 'cells'>[], columns: number, hints: Hints): number {
  const pattern = new RegExp(hints.rowKey, 'u');
  for (let column = 0; column < columns; column++) {
    // Each text once: the header's may stand on every page.
    const texts = new Set(
      parts.flatMap(part =>
        part.cells
          .filter(cell => cell.column === column && cell.colSpan === 1 && !isBlank(cell))
          .map(cell => cell.text),
      ),
    );
    const keys = [...texts].filter(text => pattern.test(text.replace(/\s/gu, ''))).length;
    if (keys >= 2 && keys >= 0.6 * texts.size) return column;
  }
  return -1;
}

/** Columns with cells merged over rows, and columns never blank, page ends aside: those are what is in question. */
function habits(parts: readonly Part[], columns: number) {
  const merging = new Set<number>();
  const everFilled = new Set<number>(Array.from({ length: columns }, (_, i) => i));
  parts.forEach((part, i) => {
    for (const cell of part.cells) {
      if (cell.row < part.header || (i === 0 && cell.row < 1)) continue;
      const first = i > 0 && cell.row === part.header;
      const last = i < parts.length - 1 && cell.row + cell.rowSpan === part.rows;
      if (cell.rowSpan > 1 && !isBlank(cell)) merging.add(cell.column);
      if (isBlank(cell) && !first && !last)
        for (let column = cell.column; column < cell.column + cell.colSpan; column++) everFilled.delete(column);
    }
  });
  return { merging, everFilled };
}

/** The texts of each column that no page break touches, and that are data. */
function wholeTexts(parts: readonly Part[], columns: number): Set<string>[] {
  const found = Array.from({ length: columns }, () => new Set<string>());
  parts.forEach((part, i) => {
    for (const cell of part.cells) {
      const first = i > 0 && cell.row === part.header;
      const last = i < parts.length - 1 && cell.row + cell.rowSpan === part.rows;
      if (!first && !last && cell.row >= part.header && cell.colSpan === 1 && !isBlank(cell))
        found[cell.column]!.add(bareText(cell.text));
    }
  });
  return found;
}

/** Which tables go on from page to page: alone at the end and at the beginning of two pages, with the same columns. */
function chains(grids: readonly PageGrid[]): PageGrid[][] {
  const found: PageGrid[][] = [];
  for (const grid of grids) {
    const last = found.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      grid.page > last.page &&
      last.endsPage &&
      grid.startsPage &&
      columnsAgree(last.table, grid.table);
    if (goesOn) found.at(-1)!.push(grid);
    else found.push([grid]);
  }
  return found;
}

/** Puts the parts of a chain on the columns of the one that shows most of them. */
function align(chain: readonly PageGrid[]): { parts: { grid: PageGrid; cells: TableCell[] }[]; columns: number } {
  const finest = chain.reduce((best, grid) => (grid.table.xs.length > best.table.xs.length ? grid : best));
  const parts = chain.map(grid => {
    const columns = sameColumns(grid.table, finest.table);
    return { grid, cells: columns ? onColumns(grid.table, columns) : [...grid.table.cells] };
  });
  return { parts, columns: columnsOf(finest.table) };
}

const textOf = (cell: Growing): string => {
  const lines = cell.parts.flatMap(part => part.lines);
  if (cell.parts.filter(part => !isBlank(part)).length <= 1) return cell.parts.map(part => part.text).join('');
  const { box } = cell.parts[0]!;
  return cellText(lines, Math.max(...lines.map(line => line.box.x1 - line.box.x0)), box.x1 - box.x0);
};

/** A place in a page's first row where no cell is drawn (they ended on the page before): blank cells as in the row above. */
function dividedAs(above: readonly Growing[], cell: TableCell): TableCell[] {
  const { column, colSpan, box } = cell;
  const upper = above.filter(other => other.column >= column && other.column + other.colSpan <= column + colSpan);
  const covered = upper.reduce((sum, other) => sum + other.colSpan, 0);
  if (!isBlank(cell) || upper.length < 2 || covered !== colSpan) return [cell];
  const width = (box.x1 - box.x0) / colSpan;
  return upper.map(other => {
    const x0 = box.x0 + (other.column - column) * width;
    const x1 = x0 + other.colSpan * width;
    return { ...cell, column: other.column, colSpan: other.colSpan, box: { ...box, x0, x1 } };
  });
}

function joinChain(chain: readonly PageGrid[], hints: Hints): JoinedGrid {
  const { parts: aligned, columns } = align(chain);
  const key = keyColumn(aligned, columns, hints);
  const pattern = new RegExp(hints.rowKey, 'u');
  const isKey = ({ parts }: Growing) => parts.some(part => pattern.test(part.text.replace(/\s/gu, '')));
  const isData = (cells: readonly TableCell[], row: number) =>
    key >= 0 && pattern.test((cellAt(cells, row, key)?.text ?? '').replace(/\s/gu, ''));
  const parts: Part[] = aligned.map(({ grid, cells }, i) => {
    const rows = rowsOf(grid.table);
    if (i === 0) return { grid, cells, rows, header: 0 };
    const whole = aligned[0]!.cells;
    const header = repeatedHeaderRows(whole, cells, rows, isData);
    const parted = header === 0 ? ungluedHeader(whole, cells) : null;
    return parted
      ? { grid, cells: parted, rows: rows + 1, header: repeatedHeaderRows(whole, parted, rows + 1, isData) }
      : { grid, cells, rows, header };
  });
  const outer = parts[0]!.cells.filter(cell => cell.row === 0);
  const closed = parts[0]!.grid.table.style === 'lattice' && outer.some(cell => !cell.openTop);
  const growing: Growing[] = [];
  const repeated: { text: string; places: Place[] }[] = [];
  const findings: Finding[] = [];
  const whole = wholeTexts(parts, columns);
  let rows = 0;
  parts.forEach((part, i) => {
    const placed = (cell: TableCell) => placesOf(part.grid, cell.box);
    const drawn = part.cells.filter(cell => cell.row >= part.header);
    for (const cell of part.cells)
      if (cell.row < part.header && !isBlank(cell)) repeated.push({ text: cell.text, places: [...placed(cell)] });
    const above = growing.filter(cell => cell.row + cell.rowSpan === rows);
    const body = drawn.flatMap(cell => (cell.row === part.header ? dividedAs(above, cell) : [cell]));
    const below = body.filter(cell => cell.row === part.header);
    const meeting: Meeting = {
      above: above.map(cell => cell.parts.at(-1)!),
      below,
      closed,
      key,
      keyBefore:
        growing
          .findLast(cell => cell.column === key && cell.row + cell.rowSpan < rows && isKey(cell))
          ?.parts.map(part => part.text)
          .join('') ?? '',
      ...habits(parts, columns),
    };
    const verdict = i > 0 && below.length > 0 && above.length > 0 ? seam(meeting) : null;
    const twin = (cell: TableCell) =>
      verdict && cell.row === part.header
        ? above.find(other => other.column === cell.column && other.colSpan === cell.colSpan)
        : undefined;
    if (verdict?.cut && !below.every(twin)) {
      // The halves differ in their merges: they cannot be one row.
      verdict.cut = false;
      verdict.evidence = 'guess';
    }
    const shift = rows - part.header - (verdict?.cut ? 1 : 0);
    const report = (code: 'row-rejoined' | 'merge-rejoined', cells: readonly TableCell[], severity?: 'warning') =>
      findings.push({
        code,
        params: { page: part.grid.page },
        places: cells.flatMap(placed),
        ...(severity && { severity }),
      });
    /** Whether the text of a merged cell was cut between two rows; where that is unclear, both readings are reported. */
    const torn = (upper: Growing, cell: TableCell): boolean => {
      const last = upper.parts.at(-1)!;
      if (!meeting.merging.has(cell.column) && upper.rowSpan === 1 && cell.rowSpan === 1) return false;
      const [text, rest] = [textOf(upper), cell.text];
      const found = cell.colSpan === 1 ? tornText({ part: last, text }, cell, whole[cell.column]!) : null;
      if (found)
        findings.push({
          code: found === 'cut' ? 'text-rejoined' : 'text-cut-unclear',
          params: { page: part.grid.page, upper: text, lower: rest },
          places: [...upper.places.slice(-1), ...placed(cell)],
        });
      return found === 'cut';
    };
    if (verdict?.cut) report('row-rejoined', below, verdict.evidence === 'guess' ? 'warning' : undefined);
    for (const cell of body) {
      const upper = twin(cell);
      const merged =
        upper && !verdict!.cut
          ? mergesOver(
              upper.parts.at(-1)!,
              cell,
              meeting,
              upper.parts.some(part => !isBlank(part)),
            )
          : null;
      if (upper && (verdict!.cut || merged || torn(upper, cell))) {
        upper.rowSpan += cell.rowSpan - (verdict!.cut ? 1 : 0);
        upper.parts.push(cell);
        upper.places.push(...placed(cell));
        if (merged === 'flow') report('merge-rejoined', [cell]);
      } else
        growing.push({
          row: cell.row + shift,
          column: cell.column,
          rowSpan: cell.rowSpan,
          colSpan: cell.colSpan,
          parts: [cell],
          places: [...placed(cell)],
        });
    }
    rows += part.rows - part.header - (verdict?.cut ? 1 : 0);
    findings.push(...part.grid.table.findings);
  });
  const cells: Cell[] = growing
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(cell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      text: textOf(cell),
      places: cell.places,
    }));
  const first = chain[0]!;
  const { style, box } = first.table;
  if (style !== 'lattice')
    findings.unshift({
      code: style === 'stream' ? 'cells-inferred' : 'columns-inferred',
      places: placesOf(first, box),
    });
  return { grid: { rows, columns, cells, page: first.page, table: first.number }, parts: chain, repeated, findings };
}

/** Joins the tables that go on over pages: rows cut in two, merged cells, headers printed again. In page order. */
export const joinGrids = (grids: readonly PageGrid[], hints: Hints): JoinedGrid[] =>
  chains(grids).map(chain => joinChain(chain, hints));
