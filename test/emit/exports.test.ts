import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import sqlite3 from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutGuard } from '../../src/emit/csv.ts';
import { type ExportName, exportNames } from '../../src/emit/exports.ts';
import { type Cell, flatTable, type Table, type TracedPlan, tables } from '../../src/emit/tables/index.ts';
import { type ExportedFile, exportPlans } from '../../src/export.ts';
import { planSchema } from '../../src/plan/schema.ts';
import { makePlan } from '../plan/make-plan.ts';
import { everything, founding, untraced } from './make-everything.ts';

const plans: TracedPlan[] = [await founding(), untraced(everything)];
const asData = ({ plan, trace }: TracedPlan) => ({ plan, ...(trace && { trace }) });
const exported = (to: ExportName, options = {}): Promise<ExportedFile[]> => exportPlans(plans.map(asData), to, options);
const textOf = ({ bytes }: ExportedFile): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const rowsOf = (table: Table): Cell[][] => plans.flatMap(plan => table.rows(plan).map(row => [...row]));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'choucha-exports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(exportNames)('%s', to => {
  test('gives the same bytes again, and leaves nothing behind', async () => {
    const scratch = await mkdtemp(join(folder, 'scratch-'));
    const [first, second] = [await exported(to, { scratch }), await exported(to, { scratch })];
    expect(first.length).toBeGreaterThan(0);
    expect(first.map(({ name }) => name)).toEqual(second.map(({ name }) => name));
    for (const [i, { name, bytes }] of first.entries())
      expect(Buffer.from(bytes).equals(second[i]!.bytes), name).toBe(true);
    expect(readdirSync(scratch)).toEqual([]);
  });
  test('refuses what is no plan, and two plans of one id; holds the same plan once', async () => {
    await expect(exportPlans([{ plan: { schema: 'choucha/plan@1' } }], to)).rejects.toThrow(/^plan 0: not a plan file/);
    const other = makePlan([{ name: 'other' }]);
    await expect(exportPlans([{ plan: everything }, { plan: other }], to)).rejects.toThrow(/id x-2024/);
    const twice = await exportPlans([{ plan: other }, { plan: other }], to);
    const once = await exportPlans([{ plan: other }], to);
    expect(twice.map(({ bytes }) => Buffer.from(bytes))).toEqual(once.map(({ bytes }) => Buffer.from(bytes)));
  });
  test('can be given up', async () => {
    const scratch = await mkdtemp(join(folder, 'scratch-'));
    const abort = new AbortController();
    async function* source() {
      yield asData(plans[0]!);
      abort.abort(new Error('enough'));
      yield asData(plans[1]!);
    }
    await expect(exportPlans(source(), to, { scratch, signal: abort.signal })).rejects.toThrow('enough');
    expect(readdirSync(scratch)).toEqual([]);
  });
});

test('a task whose id is not that of its place is refused: ids are keys', async () => {
  const plan = makePlan([{ name: 'a' }, { name: 'b', id: 'x-2024-001' }]);
  await expect(exportPlans([{ plan }], 'jsonl')).rejects.toThrow(/x-2024-001.*x-2024-002/);
});

test('a trace of another plan is left out, and said so', async () => {
  const [file] = await exportPlans([{ plan: everything, trace: plans[0]!.trace }], 'jsonl');
  const { plan } = JSON.parse(textOf(file!).split('\n')[0]!);
  expect(plan.source).toBeNull();
  expect(plan.findings).toMatchObject([{ code: 'trace-mismatch' }]);
});

test('jsonl: a task a line, from which the plans are put together again', async () => {
  const [file] = await exported('jsonl');
  const lines = textOf(file!)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  for (const { plan, diagnostics } of plans) {
    const own = lines.filter(line => line.plan.id === plan.id);
    const { source: _, findings, ...head } = own[0].plan;
    expect(planSchema.parse({ ...head, tasks: own.map(({ task }) => task) })).toEqual(plan);
    expect([...findings, ...own.flatMap(line => line.findings)]).toEqual(diagnostics);
  }
});

describe.each([
  ['csv', ','],
  ['tsv', '\t'],
] as const)('%s', (to, delimiter) => {
  const read = (text: string): string[][] => parse(text, { delimiter });
  test('every cell is read back, formulas unguarded', async () => {
    const [head, ...rows] = read(textOf((await exported(to))[0]!));
    expect(head).toEqual(flatTable.columns.map(({ name }) => name));
    const expected = rowsOf(flatTable).map(row =>
      row.map(cell => (cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell))),
    );
    expect(rows.map(row => row.map(withoutGuard))).toEqual(expected);
    expect(rows.flat().filter(cell => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  });
  test('the header in Chinese or English, a byte order mark where asked for', async () => {
    const text = textOf((await exported(to, { bom: true, header: 'zh' }))[0]!);
    expect(text.startsWith(`\ufeff计划标识${delimiter}计划标题`)).toBe(true);
    expect(textOf((await exported(to, { header: 'en' }))[0]!).startsWith(`plan id${delimiter}title`)).toBe(true);
  });
});

describe('sqlite', () => {
  const open = async () => {
    const path = join(await mkdtemp(join(folder, 'db-')), 'plans.sqlite');
    writeFileSync(path, (await exported('sqlite'))[0]!.bytes);
    return new sqlite3.Database(path, { readOnly: true });
  };
  test('every row of every table is read back; keys and foreign keys hold', async () => {
    const database = await open();
    try {
      expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
      for (const table of tables) {
        const read = database.all(`SELECT * FROM ${table.name} ORDER BY rowid`).map(row => Object.values(row));
        const expected = rowsOf(table).map(row =>
          row.map(cell =>
            typeof cell === 'boolean'
              ? Number(cell)
              : typeof cell === 'object' && cell !== null
                ? JSON.stringify(cell)
                : cell,
          ),
        );
        expect(read).toEqual(expected);
        const keys = database.all(`SELECT name FROM pragma_table_info('${table.name}') WHERE pk > 0 ORDER BY pk`);
        expect(keys.map(({ name }) => name)).toEqual(table.key);
        expect(database.all(`PRAGMA foreign_key_list(${table.name})`)).toHaveLength(table.references.length);
      }
      const sql = database.get("SELECT sql FROM sqlite_master WHERE name = 'tasks'")!.sql;
      expect(sql).toContain('-- 抽查任务名称 name');
      expect(
        database.get("SELECT json_extract(task_json, '$.ratio.by') AS by FROM tasks WHERE ratio_kind = 'tiered'"),
      ).toEqual({
        by: 'credit',
      });
    } finally {
      database.close();
    }
  });
});

describe('parquet', () => {
  test('every row of every table is read back, with its types', async () => {
    const files = await exported('parquet');
    expect(files.map(({ name }) => name)).toEqual(tables.map(({ name }) => `${name}.parquet`));
    for (const [i, table] of tables.entries()) {
      const file = new Uint8Array(files[i]!.bytes).buffer;
      const read = await parquetReadObjects({ file });
      const expected = rowsOf(table).map(row =>
        Object.fromEntries(
          table.columns.map(({ name, type }, c) => {
            const cell = row[c]!;
            if (cell === null) return [name, null];
            if (type === 'integer') return [name, BigInt(cell as number)];
            return [name, type === 'date' ? new Date(cell as string) : cell];
          }),
        ),
      );
      expect(read.map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v ?? null])))).toEqual(
        expected,
      );
      const { schema, key_value_metadata } = parquetMetadata(file);
      const required = schema.filter(({ repetition_type }) => repetition_type === 'REQUIRED').map(({ name }) => name);
      expect(required.filter(name => name !== 'element')).toEqual(
        table.columns.filter(column => column.required).map(({ name }) => name),
      );
      expect(JSON.parse(key_value_metadata![0]!.value!)).toMatchObject({ title: table.title, primaryKey: table.key });
    }
  });
  test('more rows than a row group', async () => {
    const big = makePlan([{ name: 'a', items: Array.from({ length: 25_000 }, (_, i) => `事项${i}`) }]);
    const files = await exportPlans([{ plan: big }], 'parquet');
    const file = new Uint8Array(files.find(({ name }) => name === 'items.parquet')!.bytes).buffer;
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => num_rows)).toEqual([10_000n, 10_000n, 5_000n]);
    const items = await parquetReadObjects({ file, columns: ['item'] });
    expect(items.map(({ item }) => item)).toEqual(big.tasks[0]!.items);
  });
});

describe('xlsx', () => {
  const sheetsOf = async (options = {}) => (await readXlsx((await exported('xlsx', options))[0]!.bytes)).sheets;
  test('sheets for people and for sums, findings, and what the columns mean', async () => {
    const sheets = await sheetsOf();
    expect(sheets.map(({ name }) => name)).toEqual(['任务', '分行内容', '诊断', '计划', '任务数据', '栏目说明']);
    const [tasks, , findings, heads, data] = sheets;
    expect(tasks!.rows[0]!.slice(0, 5)).toEqual(['序号', '抽查任务名称', '抽查事项', '抽查对象范围', '抽查比例']);
    expect(tasks!.rows).toHaveLength(1 + rowsOf(flatTable).length);
    expect(findings!.rows).toHaveLength(1 + plans.flatMap(({ diagnostics }) => diagnostics).length);
    expect(heads!.rows).toHaveLength(3);
    const column = (title: string) => data!.rows.slice(1).map(row => row[data!.rows[0]!.indexOf(title)]);
    expect(column('比例下限').slice(0, 3)).toEqual([5, 5, 5]);
    expect(column('第一天')[0]).toEqual(new Date('2023-03-01T00:00:00Z'));
    expect(column('比例为约数').at(60)).toBe(true);
  });
  test('texts are texts: formulas, characters that XML has not, and what looks like their escape', async () => {
    const data = (await sheetsOf()).find(({ name }) => name === '任务')!;
    const cells = data.rows.flat();
    expect(cells).toContain('=HYPERLINK("http://example.org","x")');
    expect(cells).toContain('联系电话：-0351\na"b：_x000D_ 与 \u000b');
    expect(cells).toContain('+1\n引号"与逗号,\na');
    const files = unzipSync((await exported('xlsx'))[0]!.bytes);
    for (const [name, bytes] of Object.entries(files))
      if (name.startsWith('xl/worksheets/')) expect(new TextDecoder().decode(bytes)).not.toMatch(/<f[ >]/);
  });
  test('a text longer than a cell can be is cut where one sees it', async () => {
    const long = makePlan([{ name: 'a', remarks: '长'.repeat(40_000) }]);
    const [file] = await exportPlans([{ plan: long }], 'xlsx');
    const cut = (await readXlsx(file!.bytes)).sheets[0]!.rows[1]!.find(cell => String(cell).startsWith('长长'));
    expect(String(cut)).toHaveLength(32_767);
    expect(String(cut)).toMatch(/全文见其他格式/);
  });
  test('the header in English', async () => {
    const [tasks, , findings] = await sheetsOf({ header: 'en' });
    expect(tasks!.rows[0]!.slice(0, 2)).toEqual(['number', 'name']);
    expect(findings!.rows[0]).toContain('message in English');
  });
  test('it tells nothing of when it was made', async () => {
    const [file] = await exported('xlsx');
    const core = new TextDecoder().decode(unzipSync(file!.bytes)['docProps/core.xml']);
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['1980-01-01T00:00:00Z', '1980-01-01T00:00:00Z']);
  });
});
