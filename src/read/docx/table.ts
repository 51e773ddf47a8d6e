import { append } from '../append.ts';
import type { FlowCell, Item } from '../flow.ts';
import { linesOf } from '../flow.ts';
import { child, type Element, elements, flag, val } from '../xml.ts';
import { type Change, changeOf, report } from './changes.ts';
import { gridLines } from './columns.ts';
import { chosen } from './inline.ts';
import type { Story } from './story.ts';

/** Reads what stands in a cell; tables may nest, so it is handed down. */
export type ReadBlocks = (nodes: readonly Element[], story: Story) => Item[];

/** A cell as Word lays it out, before vertical merges are followed. */
interface Laid {
  readonly element: Element;
  readonly row: number;
  readonly start: number;
  end: number;
}

/** Rows and cells may stand inside content controls, custom XML or changes. */
function inside(node: Element, name: string): Element[] {
  return elements(node).flatMap(each => {
    if (each.name === name) return [each];
    if (each.name === 'mc:AlternateContent') return inside(chosen(each) ?? each, name);
    return ['w:p', 'w:tbl', 'w:tr', 'w:tc'].includes(each.name) || each.name.endsWith('Pr') ? [] : inside(each, name);
  });
}

type Mutable = Omit<FlowCell, 'content' | 'rowSpan'> & { content: Item[]; rowSpan: number };

const count = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Math.min(Number(text), 20_000) : 0;

const merged = (cell: Element, name: 'w:vMerge' | 'w:hMerge'): 'restart' | 'continue' | undefined => {
  const mark = child(child(cell, 'w:tcPr'), name);
  return mark && (mark.attributes['w:val'] === 'restart' ? 'restart' : 'continue');
};

function layOutRow(row: Element, at: number): Laid[] {
  let column = count(val(child(row, 'w:trPr'), 'w:gridBefore'));
  const cells: Laid[] = [];
  for (const element of inside(row, 'w:tc')) {
    const span = Math.max(1, count(val(child(element, 'w:tcPr'), 'w:gridSpan')));
    const before = cells.at(-1);
    if (before && merged(element, 'w:hMerge') === 'continue') before.end += span;
    else cells.push({ element, row: at, start: column, end: column + span });
    column += span;
  }
  return cells;
}

/** What a reader of the text does not get to see. */
const unseen = (text: string, why: string): Item[] => (text === '' ? [] : [{ kind: 'discarded', text, why }]);

/** A row that was deleted, or is hidden: its text, and a remark. Its list numbers are not counted. */
function goneRow(row: Element, story: Story, read: ReadBlocks): Item[] {
  const quiet: Story = {
    ...story,
    numbering: { next: () => null },
    fields: [],
    changes: { insertions: 0, deletions: 0 },
    witness: [],
  };
  const items = inside(row, 'w:tc').map(cell => read(elements(cell), quiet));
  const kept = items.map(each => linesOf(each).join('\n').trim());
  const taken = items.flatMap(each => each.flatMap(item => (item.kind === 'discarded' ? [item.text] : [])));
  const text = [...kept, ...taken].filter(each => each !== '').join('\n');
  const change = changeOf(child(child(row, 'w:trPr'), 'w:del'));
  if (change) return report(change, text, story);
  append(story.witness, quiet.witness);
  return text === ''
    ? []
    : [...unseen(text, 'hidden text'), { kind: 'finding', finding: { code: 'text-set-hidden', params: { text } } }];
}

const isGone = (row: Element): boolean => {
  const properties = child(row, 'w:trPr');
  return child(properties, 'w:del') !== undefined || flag(properties, 'w:hidden') === true;
};

function readCell(cell: Laid, covered: boolean, story: Story, read: ReadBlocks): Item[] {
  if (!covered) return read(elements(cell.element), story);
  const quiet: Story = { ...story, numbering: { next: () => null }, witness: [] };
  const items = read(elements(cell.element), quiet);
  const text = linesOf(items).join('\n').trim();
  const asides = items.filter(item => item.kind !== 'line' && item.kind !== 'table');
  if (text === '') return asides;
  return [
    ...asides,
    ...unseen(text, 'covered by a merged cell'),
    { kind: 'finding', finding: { code: 'covered-text', params: { text } } },
  ];
}

// Word also marks every run of an inserted row: the row says it once.
function reportRow(change: Change, cells: readonly Mutable[], story: Story): void {
  const again = (item: Item): boolean =>
    item.kind === 'finding' &&
    item.finding.code === 'tracked-change' &&
    item.finding.params?.change === change.verb &&
    item.finding.params.author === change.author;
  for (const cell of cells) {
    story.changes.insertions -= cell.content.filter(again).length;
    cell.content = cell.content.filter(item => !again(item));
  }
  const texts = cells.map(cell => linesOf(cell.content).join('\n').trim());
  cells[0]?.content.push(...report(change, texts.filter(text => text !== '').join('\n'), story));
}

/**
 * Reads a table into cells with spans. A cell that continues the one above joins it where both begin and end on the
 * same grid lines; one that continues nothing stands for itself.
 */
export function readTable(table: Element, story: Story, read: ReadBlocks): Item[] {
  const rows = inside(table, 'w:tr');
  const laid = rows.map((row, i) => (isGone(row) ? [] : layOutRow(row, i)));
  const line = gridLines(
    table,
    laid.flat().map(cell => [cell.start, cell.end]),
  );
  const cells: Mutable[] = [];
  const open = new Map<number, Mutable>();
  // Said of rows that are gone, until there is a cell to say it beside.
  let waiting: Item[] = [];
  let gone = 0;

  story.depth++;
  for (const [i, row] of rows.entries()) {
    if (isGone(row)) {
      gone++;
      const items = goneRow(row, story, read);
      append(cells.at(-1)?.content ?? waiting, items);
      continue;
    }
    const inserted = changeOf(child(child(row, 'w:trPr'), 'w:ins'));
    const first = cells.length;
    for (const cell of laid[i]!) {
      const [column, end] = [line(cell.start), line(cell.end)];
      const above = open.get(column);
      const joins =
        merged(cell.element, 'w:vMerge') === 'continue' &&
        above !== undefined &&
        above.colSpan === end - column &&
        above.row + above.rowSpan === i - gone;
      const content = readCell(cell, joins, story, read);
      if (joins) {
        above.rowSpan++;
        append(above.content, content);
        continue;
      }
      const made = { row: i - gone, column, rowSpan: 1, colSpan: end - column, content: [...waiting, ...content] };
      waiting = [];
      cells.push(made);
      if (merged(cell.element, 'w:vMerge')) open.set(column, made);
      else open.delete(column);
    }
    if (inserted) reportRow(inserted, cells.slice(first), story);
  }
  story.depth--;
  return cells.length > 0 ? [{ kind: 'table', cells }] : waiting;
}
