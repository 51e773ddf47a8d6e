import { cellText } from './cell-text.ts';
import type { Line } from './lines.ts';
import type { TableCell } from './table.ts';
import { bare } from './text-lines.ts';

/** Header rows stand among the first rows of a table. */
const searched = 8;

/** How many of a cell's first lines make up a text; -1 where they do not. */
function linesOfText(cell: TableCell, text: string): number {
  let read = '';
  for (let count = 0; count <= cell.lines.length; count++) {
    if (bare(read) === text) return count;
    read += cell.lines[count]?.text ?? '';
  }
  return -1;
}

/** For each cell at the end of a repeated header, how many of its lines are the header's. Null where it is none. */
function glued(whole: readonly TableCell[], part: readonly TableCell[], start: number, rows: number) {
  const kept = new Map<TableCell, number>();
  for (const cell of part.filter(({ row }) => row < rows)) {
    const title = whole.find(other => other.row === cell.row + start && other.column === cell.column);
    if (!title || title.colSpan !== cell.colSpan) return null;
    const last = title.row - start + title.rowSpan >= rows;
    const count = linesOfText(cell, bare(title.text));
    if (count < 0 || (!last && (count < cell.lines.length || cell.rowSpan !== title.rowSpan))) return null;
    if (last && cell.row + cell.rowSpan < rows) return null;
    if (last) kept.set(cell, count);
  }
  const filled = [...kept.values()].filter(count => count > 0).length;
  const rest = [...kept].some(([cell, count]) => count < cell.lines.length);
  return filled >= 2 && rest ? kept : null;
}

/**
 * Parts a repeated header from the row below it, where no ruling does: a row that the page break cut goes on right
 * under the header, in the header's own cells. Gives the cells with that row as one of its own, open at its top; null
 * where no such header is found.
 */
export function ungluedHeader(whole: readonly TableCell[], part: readonly TableCell[]): TableCell[] | null {
  for (let start = 0; start < searched; start++)
    for (let rows = searched - start; rows > 0; rows--) {
      const kept = glued(whole, part, start, rows);
      if (!kept) continue;
      const titles = [...kept].flatMap(([cell, count]) => cell.lines.slice(0, count));
      const rest = [...kept].flatMap(([cell, count]) => cell.lines.slice(count));
      const y = (Math.max(...titles.map(line => line.box.bottom)) + Math.min(...rest.map(line => line.box.top))) / 2;
      return part
        .flatMap((cell): TableCell[] => {
          const count = kept.get(cell);
          if (count === undefined) return [cell.row < rows ? cell : { ...cell, row: cell.row + 1 }];
          const [title, below] = [cell.lines.slice(0, count), cell.lines.slice(count)];
          const text = (lines: readonly Line[]) => cellText(lines, 0);
          return [
            { ...cell, rowSpan: rows - cell.row, box: { ...cell.box, bottom: y }, lines: title, text: text(title) },
            {
              ...cell,
              row: rows,
              rowSpan: cell.row + cell.rowSpan - rows + 1,
              box: { ...cell.box, top: y },
              lines: below,
              text: text(below),
              openTop: true,
            },
          ];
        })
        .sort((a, b) => a.row - b.row || a.column - b.column);
    }
  return null;
}
