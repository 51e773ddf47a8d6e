import type { Block } from '../../model/document.ts';
import { isBlank, isPageNumber, isRule, type Line } from './lines.ts';
import { type Layout, type Table, toGrid } from './table.ts';

/** A table with the layout that found it. */
export interface Claim {
  readonly table: Table;
  readonly layout: Layout;
}

const lineBlocks = (lines: readonly Line[], at: number, layout: Layout | undefined): Block[] => {
  const line = lines[at]!;
  const places = [{ line: line.number, column: line.column }];
  const raw = line.text.trimEnd();
  if (isBlank(raw)) return [];
  if (isRule(raw)) return [{ kind: 'markup', text: raw, places }];
  if (isPageNumber(lines, at)) return [{ kind: 'furniture', text: raw, places }];
  const { text, markup } = layout?.prose?.(raw) ?? { text: raw, markup: '' };
  return [
    ...(isBlank(text) ? [] : [{ kind: 'paragraph', text, places } as const]),
    ...(isBlank(markup) ? [] : [{ kind: 'markup', text: markup, places } as const]),
  ];
};

const tableBlocks = (table: Table, number: number, line: Line): Block[] => {
  const markup = table.rows.map(row => row.markup).join('');
  return [
    { kind: 'grid', grid: toGrid(table, number) },
    ...(isBlank(markup)
      ? []
      : [{ kind: 'markup', text: markup, places: [{ line: line.number, column: line.column }] } as const]),
    ...table.aside,
  ];
};

/** The whole text as blocks, in reading order. `claims` are in order and do not overlap. */
export function toBlocks(lines: readonly Line[], claims: readonly Claim[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const [i, { table, layout }] of claims.entries()) {
    for (; at < table.from; at++) blocks.push(...lineBlocks(lines, at, layout));
    blocks.push(...tableBlocks(table, i + 1, lines[at]!));
    at = table.to;
  }
  for (; at < lines.length; at++) blocks.push(...lineBlocks(lines, at, claims.at(-1)?.layout));
  return blocks;
}
