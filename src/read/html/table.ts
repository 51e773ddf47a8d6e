import type { Finding } from '../../model/diagnostic.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Flow, FlowCell } from '../flow.ts';
import type { Limits } from '../reader.ts';
import { attribute, childrenOf, type DomNode } from './dom.ts';

/** HTML's own bounds (§4.9.11). */
const maxColumnSpan = 1000;
const maxRowSpan = 65_534;
const maxColumns = 20_000;

// The spec's rule: leading digits count, whatever follows them.
const leadingNumber = (text: string | undefined): number | undefined => {
  const digits = /^\s*\+?(\d+)/.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Rows in the order they are shown, by group: the first head, the bodies, the first foot. */
export function rowGroups(table: DomNode): DomNode[][] {
  const parts = childrenOf(table);
  const rows = (group: DomNode): DomNode[] => childrenOf(group).filter(each => each.name === 'tr');
  const head = parts.find(each => each.name === 'thead');
  const foot = parts.find(each => each.name === 'tfoot');
  const bodies: DomNode[][] = [];
  let loose: DomNode[] = [];
  for (const part of parts) {
    if (part.name === 'tr') loose.push(part);
    else if (part !== head && part !== foot && ['thead', 'tbody', 'tfoot'].includes(part.name ?? '')) {
      bodies.push(loose, rows(part));
      loose = [];
    }
  }
  const groups = [head ? rows(head) : [], ...bodies, loose, foot ? rows(foot) : []];
  return groups.filter(group => group.length > 0);
}

/** Lays cells out as HTML does (§4.9.12), but never over one another: a span ends where another cell already is. */
export function layOut(
  groups: readonly (readonly DomNode[])[],
  limits: Limits,
  read: (cell: DomNode) => Flow,
): FlowCell[] {
  const cells: FlowCell[] = [];
  /** By column: the first row that no cell above reaches into. */
  const free: number[] = [];
  // Steps, some for every position; the grid itself is held to the limit later.
  let left = 4 * limits.cells;
  let row = 0;
  for (const group of groups) {
    const end = row + group.length;
    for (const line of group) {
      let column = 0;
      for (const element of childrenOf(line)) {
        if (element.name !== 'td' && element.name !== 'th') continue;
        while ((free[column] ?? 0) > row) column++;
        const wanted = Math.min(leadingNumber(attribute(element, 'colspan')) || 1, maxColumnSpan);
        const declared = leadingNumber(attribute(element, 'rowspan')) ?? 1;
        // A row span ends with its group; 0 means all the way.
        const rowSpan = Math.min(declared === 0 ? end : Math.min(declared, maxRowSpan), end - row);
        let colSpan = 1;
        while (colSpan < wanted && (free[column + colSpan] ?? 0) <= row) colSpan++;
        left -= colSpan;
        if (left < 0 || column + colSpan > maxColumns)
          throw new Refusal({ code: 'table-too-large', params: { limit: limits.cells } });
        for (let i = column; i < column + colSpan; i++) free[i] = row + rowSpan;
        const finding: Finding = { code: 'overlapping-cells' };
        const cut: Flow = colSpan < wanted ? [{ kind: 'finding', finding }] : [];
        cells.push({ row, column, rowSpan, colSpan, content: [...read(element), ...cut] });
        column += colSpan;
      }
      left -= column;
      row++;
    }
    free.fill(0);
  }
  return cells;
}
