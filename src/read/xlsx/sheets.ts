import type { Finding } from '../../model/diagnostic.ts';
import type { Block, Document } from '../../model/document.ts';
import { append } from '../append.ts';
import { charactersOf } from '../flow.ts';
import { cellBudget } from '../grid.ts';
import type { Limits } from '../reader.ts';
import type { Drawn } from './drawings.ts';
import { address } from './sheet.ts';
import { layOutSheet } from './sheet-grid.ts';
import type { ReadSheet } from './worksheet.ts';

export interface ShownSheet {
  readonly sheet: ReadSheet;
  readonly hidden: boolean;
  readonly drawn?: Drawn;
}

function hide({ name, cells }: ReadSheet): { blocks: Block[]; findings: Finding[] } {
  const text = cells.map(cell => cell.text).join('\n');
  if (text === '') return { blocks: [], findings: [] };
  return {
    blocks: [{ kind: 'discarded', text, why: 'hidden sheet', places: [] }],
    findings: [{ code: 'hidden-sheet', params: { sheet: name } }],
  };
}

/** Makes a document of a workbook's sheets, in order: for each its text boxes, its table, what it hides, its comments. */
export function toDocument(format: string, sheets: Iterable<ShownSheet>, limits: Limits): Document {
  const budget = cellBudget(limits);
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  let tables = 0;
  for (const { sheet, hidden, drawn } of sheets) {
    if (hidden) {
      const gone = hide(sheet);
      blocks.push(...gone.blocks);
      findings.push(...gone.findings);
      continue;
    }
    const laid = layOutSheet(sheet, tables + 1, limits.cells, budget);
    if (laid.blocks.some(block => block.kind === 'grid')) tables++;
    append(blocks, [...(drawn?.boxes ?? []), ...laid.blocks, ...(drawn?.comments ?? [])]);
    append(findings, [...sheet.findings, ...laid.findings, ...(drawn?.findings ?? [])]);
    for (const { row, column, text } of sheet.unseen) {
      const places = [{ sheet: sheet.name, cell: address(row, column) }];
      blocks.push({ kind: 'discarded', text, why: 'hidden by its format', places });
      findings.push({ code: 'text-set-hidden', params: { text }, places });
    }
    for (const text of sheet.furniture) blocks.push({ kind: 'furniture', text, places: [] });
  }
  return { format, blocks, characters: charactersOf(blocks), findings };
}
