import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';
import { Refusal } from '../../model/refusal.ts';
import { append } from '../append.ts';
import { type Budget, buildGrid, type LaidCell } from '../grid.ts';
import { listed, usedLines } from './lines.ts';
import { mergesOf, ownersOf } from './merges.ts';
import { address, columnName, type Sheet, type SheetCell } from './sheet.ts';

/** What one sheet comes to: its table, and what of it is not seen. */
export interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

const placeOf = (sheet: Sheet, { row, column }: { readonly row: number; readonly column: number }): Place => ({
  sheet: sheet.name,
  cell: address(row, column),
});

/** What stands in hidden rows and columns: out of the table, told once for the rows and once for the columns. */
function hide(sheet: Sheet, cells: readonly SheetCell[]): SheetBlocks {
  const isInRow = ({ row }: SheetCell): boolean => sheet.hiddenRows.has(row);
  const inRows = listed(
    cells.filter(isInRow).map(cell => cell.row),
    row => String(row + 1),
  );
  const inColumns = listed(
    cells.filter(cell => !isInRow(cell)).map(cell => cell.column),
    columnName,
  );
  const tell = (lines: string, zh: string, en: string): Finding[] =>
    lines === ''
      ? []
      : [
          {
            code: 'hidden-lines',
            params: { lines: { zh: `${zh} ${lines}`, en: `${en} ${lines}` } },
            places: [placeOf(sheet, cells[0]!)],
          },
        ];
  return {
    blocks: cells.map(cell => ({
      kind: 'discarded',
      text: cell.text,
      why: 'hidden row or column',
      places: [placeOf(sheet, cell)],
    })),
    findings: [...tell(inRows, '行', 'rows'), ...tell(inColumns, '列', 'columns')],
  };
}

/** Lays a sheet out as it is shown: the used range, merged ranges once, hidden rows and columns left out and reported. */
export function layOutSheet(sheet: Sheet, table: number, limit: number, budget: Budget): SheetBlocks {
  const { name, hiddenRows, hiddenColumns } = sheet;
  const { ranges, startingAt, shownAt } = mergesOf(sheet);
  const isShown = (cell: SheetCell): boolean => {
    const { row, column } = shownAt(cell);
    return !hiddenRows.has(row) && !hiddenColumns.has(column);
  };
  const visible = sheet.cells.filter(isShown);
  const rows = usedLines(new Set(visible.map(cell => shownAt(cell).row)), hiddenRows);
  const columns = usedLines(new Set(visible.map(cell => shownAt(cell).column)), hiddenColumns);
  const width = columns.numbers.length;
  const positions = rows.numbers.length * width;
  if (positions > limit) throw new Refusal({ code: 'table-too-large', params: { limit } });
  const { owners, overlaps } = ownersOf(ranges, rows, columns, limit);

  const blocks: Block[] = [];
  const findings: Finding[] = [];
  const texts = new Map<number, string>();
  for (const cell of visible) {
    const shown = shownAt(cell);
    const position = rows.find(shown.row) * width + columns.find(shown.column);
    const owner = owners[position]!;
    if (owner < 0 || startingAt(cell) === owner) texts.set(position, cell.text);
    else {
      const places = [placeOf(sheet, cell)];
      blocks.push({ kind: 'discarded', text: cell.text, why: 'covered by a merged cell', places });
      findings.push({ code: 'covered-text', params: { text: cell.text }, places });
    }
  }
  const laid: LaidCell[] = [];
  for (let position = 0; position < positions; position++) {
    const [row, column] = [Math.floor(position / width), position % width];
    const owner = owners[position]!;
    const isCovered = (column > 0 && owners[position - 1] === owner) || (row > 0 && owners[position - width] === owner);
    if (owner >= 0 && isCovered) continue;
    const range = ranges[owner];
    const rowSpan = range ? rows.find(range.bottom + 1) - row : 1;
    const colSpan = range ? columns.find(range.right + 1) - column : 1;
    laid.push({ row, column, rowSpan, colSpan, text: texts.get(position) ?? '' });
  }
  if (laid.length > 0) {
    const place = ({ row, column }: LaidCell): Place => {
      const range = ranges[owners[row * width + column]!];
      return placeOf(
        sheet,
        range ? { row: range.top, column: range.left } : { row: rows.numbers[row]!, column: columns.numbers[column]! },
      );
    };
    blocks.unshift({ kind: 'grid', grid: buildGrid(laid, { table, sheet: name }, place, budget) });
  }
  for (const { top, left } of overlaps)
    findings.push({ code: 'overlapping-cells', places: [placeOf(sheet, { row: top, column: left })] });
  const hidden = hide(
    sheet,
    sheet.cells.filter(cell => !isShown(cell)),
  );
  append(blocks, hidden.blocks);
  append(findings, hidden.findings);
  return { blocks, findings };
}
