import { unzipSync, zipSync } from 'fflate';
import type { CellValue, WriteSheet } from 'hucre/xlsx';
import { headerOf } from './csv.ts';
import { type ExportFormat, ExportLimit, type Header } from './export-format.ts';
import { type Cell, type ColumnType, flatTable, type Row, type Table, tables } from './tables/index.ts';

/** Excel's own bounds. */
const maxRows = 1_048_576;
const maxText = 32_767;
const cutMark = '……［超出单元格上限，全文见其他格式 / cut at the limit of a cell, whole in other formats］';

/** Excel has no days before 1900, and miscounts until March of it. */
const firstDate = '1900-03-01';

/** The form of XML that Excel writes for characters that XML has not: a text that looks like it must not be read as one. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

function sheetText(text: string): string {
  const whole = text.replace(/[\ufffe\uffff]/g, '\ufffd');
  const cut =
    whole.length > maxText
      ? `${whole.slice(0, maxText - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`
      : whole;
  return cut.replace(escapeLike, '_x005F_');
}

/** A cell as the library takes it: dates as dates, lists one entry a line, objects one `key：value` a line. */
function sheetValue(cell: Cell, type: ColumnType): CellValue {
  if (type === 'date' && typeof cell === 'string' && cell >= firstDate) return new Date(`${cell}T00:00:00Z`);
  if (typeof cell === 'string') return sheetText(cell);
  if (Array.isArray(cell)) return sheetText(cell.join('\n'));
  if (typeof cell === 'object' && cell !== null)
    return sheetText(
      Object.entries(cell)
        .map(([key, value]) => `${key}：${value}`)
        .join('\n'),
    );
  return cell as CellValue;
}

interface Choice {
  readonly table: Table;
  readonly name: string;
  /** Columns by name, in the order shown. */
  readonly columns: readonly string[];
  /** How many of them stay in view. */
  readonly frozen: number;
  /** Left out where it has no rows. */
  readonly optional?: true;
}

const byName = (name: string): Table => tables.find(table => table.name === name)!;
const all = ({ columns }: Table): string[] => columns.map(({ name }) => name).filter(name => !/_json$/.test(name));
/** All columns but JSON, some of them first. */
const allOf = (name: string, ...first: string[]): Pick<Choice, 'table' | 'columns'> => {
  const table = byName(name);
  return { table, columns: [...first, ...all(table).filter(column => !first.includes(column))] };
};

/** What people read, as the published table has it. */
const readable = [
  ...['number', 'name', 'items', 'targets', 'ratio_text', 'frequency_text', 'credit_text', 'period_text'],
  ...['lead', 'partners', 'executors', 'code', 'section', 'domain', 'city', 'offices', 'targeting', 'item_class'],
  ...['method', 'basis', 'mode', 'initiation', 'population_text', 'sample_text', 'remarks', 'extra', 'unread'],
  ...['doubts', 'title', 'task_id'],
];

const chosenFor = (language: 'zh' | 'en'): readonly Choice[] => [
  { name: '任务', table: flatTable, columns: readable, frozen: 2 },
  { name: '分行内容', ...allOf('parts'), frozen: 2, optional: true },
  { name: '诊断', ...findingsIn(language), frozen: 1 },
  { name: '计划', ...allOf('plans'), frozen: 2 },
  { name: '任务数据', table: flatTable, columns: all(flatTable), frozen: 1 },
];

/** Sentences in one language: the other would only be in the way. */
function findingsIn(language: 'zh' | 'en'): Pick<Choice, 'table' | 'columns'> {
  const sentences = [`message_${language}`, `hint_${language}`];
  const { table, columns } = allOf('findings', 'severity', 'number', 'field', ...sentences, 'raw');
  return { table, columns: columns.filter(name => !/^(?:message|hint)_/.test(name) || sentences.includes(name)) };
}

const font = { name: 'Calibri', size: 11 };
const header = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6EE' } },
  alignment: { vertical: 'center', wrapText: true },
} as const;
const lineHeight = 17;
const maxHeight = 409;

/** Widths of columns in characters: narrow where the texts are short, no wider than reads well. */
const bounds: Readonly<Record<ColumnType, readonly [least: number, most: number]>> = {
  text: [10, 40],
  integer: [7, 12],
  number: [8, 12],
  boolean: [7, 7],
  date: [11, 11],
  list: [12, 24],
  json: [12, 40],
};

/** Characters of a line: a Chinese one takes the room of two. */
const roomOf = (line: string): number =>
  [...line].reduce(
    (room, character) => room + (/[\u1100-\u115f\u2e80-\u9fff\uf900-\uffe6]/.test(character) ? 2 : 1),
    0,
  );

const textOf = (value: CellValue): string => (value instanceof Date ? '2000-01-01' : String(value ?? ''));

function widthOf(texts: readonly string[], type: ColumnType, title: string): number {
  const [least, most] = bounds[type];
  const room = Math.max(Math.ceil(roomOf(title) / 2), ...texts.flatMap(text => text.split('\n').map(roomOf)));
  return Math.min(Math.max(room + 2, least), most);
}

/** Programs that open the file do not all measure: a row is as high as its fullest cell needs. */
const heightOf = (texts: readonly string[], widths: readonly number[]): number => {
  const counts = texts.map((text, i) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((roomOf(line) * 1.1) / widths[i]!)), 0),
  );
  return Math.min(Math.max(...counts) * lineHeight, maxHeight);
};

function sheetOf({ table, name, columns: names, frozen }: Choice, rows: readonly Row[], language: Header): WriteSheet {
  const columns = names.map(wanted => {
    const i = table.columns.findIndex(column => column.name === wanted);
    const column = table.columns[i]!;
    const values = rows.map(row => sheetValue(row[i]!, column.type));
    const title = headerOf(column, language);
    return { column, title, values, width: widthOf(values.map(textOf), column.type, title) };
  });
  const widths = columns.map(({ width }) => width);
  const cells = rows.map((_, i) => columns.map(({ values }) => values[i]!));
  return {
    name,
    columns: columns.map(({ column: { type }, values, width }) => ({
      width,
      // What is empty in every row is there, but out of the way.
      hidden: values.every(value => value === null),
      style: {
        font,
        alignment: {
          vertical: 'top' as const,
          wrapText: type !== 'date',
          ...(type === 'integer' && { horizontal: 'center' as const }),
        },
        ...(type === 'date' && { numFmt: 'yyyy-mm-dd' }),
      },
    })),
    rows: [columns.map(({ title }) => title), ...cells],
    cells: new Map(columns.map((_, i) => [`0,${i}`, { style: header }])),
    rowDefs: new Map([
      [0, { height: 2 * lineHeight }],
      ...cells.map((row, i) => [i + 1, { height: heightOf(row.map(textOf), widths) }] as const),
    ]),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
    pageSetup,
  };
}

const pageSetup = {
  orientation: 'landscape',
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

/** The name of the nth column, from 1: A, B, … AA. */
const letters = (n: number): string =>
  n > 26 ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);

/** What each column of the other sheets means. */
function legend(shown: readonly Choice[], language: 'zh' | 'en'): WriteSheet {
  const titles = {
    zh: ['工作表', '栏目', '列名', '说明'],
    en: ['sheet', 'column', 'name', 'description'],
  }[language];
  const seen = new Set<string>();
  const rows = shown.flatMap(({ table, name: sheet, columns }) =>
    columns.flatMap(wanted => {
      const { name, title, description } = table.columns.find(column => column.name === wanted)!;
      // A column means the same in every sheet that has it.
      if (seen.has(name)) return [];
      seen.add(name);
      return [[sheet, title[language], name, description?.[language] ?? null]];
    }),
  );
  const widths = [12, 26, 22, 80];
  return {
    name: '栏目说明',
    columns: widths.map(width => ({ width, style: { font, alignment: { vertical: 'top', wrapText: true } } })),
    rows: [titles, ...rows],
    cells: new Map(titles.map((_, i) => [`0,${i}`, { style: header }])),
    rowDefs: new Map(rows.map((row, i) => [i + 1, { height: heightOf(row.map(textOf), widths) }])),
    freezePane: { rows: 1 },
    pageSetup,
  };
}

/** The beginning of the calendar of ZIP: a workbook tells nothing of when it was written. */
const epoch = new Date(Date.UTC(1980, 0, 1));

/** One workbook: tasks, parts of tasks where there are any, plans, findings, and what the columns mean. */
export const xlsx: ExportFormat = {
  file: 'plans.xlsx',
  options: ['header'],
  write: (open, { header: language = 'zh' }) => {
    const sink = open('plans.xlsx');
    const words = language === 'en' ? 'en' : 'zh';
    const choices = chosenFor(words);
    const held = new Map<Table, Row[]>(choices.map(({ table }) => [table, []]));
    return {
      add: plan => {
        for (const [table, rows] of held) for (const row of table.rows(plan)) rows.push(row);
      },
      finish: async () => {
        const shown = choices.filter(({ table, optional }) => !optional || held.get(table)!.length > 0);
        const sheets = shown.map(choice => {
          const rows = held.get(choice.table)!;
          if (rows.length >= maxRows) throw tooLong(choice.name, rows.length);
          return sheetOf(choice, rows, language);
        });
        const { writeXlsx } = await import('hucre/xlsx');
        const bytes = await writeXlsx({
          sheets: [...sheets, legend(shown, words)],
          defaultFont: font,
          properties: { creator: 'choucha', created: epoch, modified: epoch },
        });
        sink(repacked(bytes));
      },
    };
  },
};

const tooLong = (sheet: string, rows: number): ExportLimit =>
  new ExportLimit({
    zh: `工作表“${sheet}”有 ${rows} 行，Excel 最多 ${maxRows - 1} 行；请分几次导出，或用其他格式`,
    en: `unexpected ${rows} rows for sheet ${sheet}, expected at most ${maxRows - 1} (Excel's limit); export fewer plans at a time, or to another format`,
  });

/** The library compresses with the platform's zlib, whose bytes differ by version and processor; ours are the same everywhere. */
const repacked = (bytes: Uint8Array): Uint8Array =>
  zipSync(unzipSync(bytes), { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
