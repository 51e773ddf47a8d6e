import { type Block, countCharacters, type Document } from '../../src/model/document.ts';
import type { Grid } from '../../src/model/grid.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { defaultLimits, type Limits } from '../../src/read/reader.ts';
import { textReader } from '../../src/read/text/index.ts';
import { type Measure, measures, width } from '../../src/read/text/width.ts';

/** A few header wordings, as `convert.ts` would hand them over. */
export const hints = {
  headers: [
    '序号',
    '任务名称',
    '检查内容',
    '检查对象',
    '抽查比例',
    '检查时间',
    '牵头部门',
    '参与部门',
    '备注',
    '比例',
    '频次',
  ],
  rowKey: '\\d{1,5}',
};

export const header = ['序号', '任务名称', '检查内容', '抽查比例', '牵头部门', '备注'];
/** Rows with blank cells in the middle and at the end, blanks inside cells, and what fools alignment. */
export const rows = [
  ['1', '对旅馆业的检查', '1. 登记情况; 2. 消防情况', '5%', '县公安局', ''],
  ['2', '对“四上”企业的检查', '统计台账', '不低于10%', '县统计局', '与①一并开展'],
  ['3', '对药店的检查', '', '3%—5%', '', ''],
  ['4', '对民办学校的检查', '办学条件、收费公示', '全覆盖', '县教育局', '县级组织'],
];
export const table = [header, ...rows];

export const pad = (cells: readonly (readonly string[])[], measure: Measure = measures[0]!, gap = 2): string => {
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map(row => width(row[c] ?? '', measure))));
  return cells
    .map(row =>
      row
        .map((cell, c) => cell + ' '.repeat(widths[c]! - width(cell, measure) + gap))
        .join('')
        .trimEnd(),
    )
    .join('\n');
};
const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const escaped = (cell: string): string => cell.replace(/[\\|*_<&]/g, '\\$&').replaceAll('\n', '<br>');

/** Every layout that a table can be written in. */
export const writers: Readonly<Record<string, (cells: readonly (readonly string[])[]) => string>> = {
  tabs: cells => cells.map(row => row.join('\t')).join('\n'),
  comma: cells => cells.map(row => row.map(quote).join(',')).join('\n'),
  semicolon: cells => cells.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n'),
  pipes: cells =>
    [cells[0]!, cells[0]!.map(() => '---'), ...cells.slice(1)]
      .map(row => `| ${row.map(cell => (/^-+$/.test(cell) ? cell : escaped(cell))).join(' | ')} |`)
      .join('\n'),
  boxes: cells => cells.map(row => `│${row.join('│')}│`).join('\n'),
  padded: cells => pad(cells),
  'padded, ambiguous characters wide': cells => pad(cells, measures[1]),
  'padded by characters': cells => pad(cells, measures[2]),
  'padded by bytes': cells => pad(cells, measures[3]),
  'one cell a line': cells => cells.map(row => row.join('\n')).join('\n'),
  'one cell every other line': cells => cells.map(row => row.join('\n\n')).join('\n\n'),
};

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (source: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Document> =>
  textReader.read(
    { name: 'plan.txt', bytes: typeof source === 'string' ? encode(source) : source },
    { hints, limits: { ...defaultLimits, ...limits } },
  );

/** The code a source is refused with; null where it is read. */
export const refusalOf = async (source: string | Uint8Array, limits: Partial<Limits> = {}): Promise<string | null> => {
  try {
    await read(source, limits);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.finding.code;
    throw error;
  }
};

/** A grid as rows of texts; a position without a cell is null. */
export const rowsOf = (grid: Grid): (string | null)[][] => {
  const texts = Array.from({ length: grid.rows }, () => Array<string | null>(grid.columns).fill(null));
  for (const cell of grid.cells) texts[cell.row]![cell.column] = cell.text;
  return texts;
};

export const gridsOf = (document: Document): (string | null)[][][] =>
  document.blocks.flatMap(block => (block.kind === 'grid' ? [rowsOf(block.grid)] : []));

export const textsOf = (document: Document, kind: Exclude<Block['kind'], 'grid'>): string[] =>
  document.blocks.flatMap(block => (block.kind === kind ? [block.text] : []));

/** What the blocks hold, in the ledger's unit. */
export const held = (document: Document): number =>
  document.blocks.reduce(
    (sum, block) =>
      sum +
      (block.kind === 'grid'
        ? block.grid.cells.reduce((cells, cell) => cells + countCharacters(cell.text), 0)
        : countCharacters(block.text)),
    0,
  );
