import { describe, expect, test } from 'vitest';
import { firstDay, lastDay } from '../../src/emit/tables/days.ts';
import { type Cell, flatTable, jsonText, type Table, tables } from '../../src/emit/tables/index.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { makePlan } from '../plan/make-plan.ts';
import { everything, founding, untraced } from './make-everything.ts';

const plans = [await founding(), untraced(everything)];
const named = (name: string): Table => tables.find(table => table.name === name)!;

/** Rows of a table as objects. */
const records = (table: Table, from = plans): Record<string, Cell>[] =>
  from.flatMap(plan =>
    table.rows(plan).map(row => Object.fromEntries(row.map((cell, i) => [table.columns[i]!.name, cell]))),
  );

describe.each([...tables, flatTable].map(table => [table.name, table] as const))('%s', (_, table) => {
  const rows = records(table);

  test('names are fit for databases, and each stands once', () => {
    const names = table.columns.map(({ name }) => name);
    expect(names.filter(name => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    for (const { title, description } of table.columns)
      for (const words of [title, description ?? title]) {
        expect(words.zh).toMatch(/\p{Script=Han}|JSON/u);
        expect(words.en).toMatch(/[a-zA-Z]/);
      }
  });

  test('every column has a value somewhere, of its type', () => {
    const fits: Record<string, (cell: Cell) => boolean> = {
      text: cell => typeof cell === 'string' && cell !== '',
      integer: Number.isInteger,
      number: Number.isFinite,
      boolean: cell => typeof cell === 'boolean',
      date: cell => /^\d{4}-\d\d-\d\d$/.test(String(cell)),
      list: cell => Array.isArray(cell) && cell.length > 0,
      json: cell => typeof cell === 'object' && !Array.isArray(cell),
    };
    for (const { name, type, values, required } of table.columns) {
      const cells = rows.map(row => row[name]!);
      const stated = cells.filter(cell => cell !== null);
      expect(
        stated.filter(cell => !fits[type]!(cell)),
        name,
      ).toEqual([]);
      // Parts share the columns of tasks, which have them all.
      if (table.name !== 'parts') expect(stated.length, name).toBeGreaterThan(0);
      if (required) expect(stated.length, name).toBe(cells.length);
      if (values)
        expect(
          stated.filter(cell => !values.includes(cell as string)),
          name,
        ).toEqual([]);
    }
  });

  test('the key is required and names one row; references find theirs', () => {
    const keyOf = (row: Record<string, Cell>, names: readonly string[]) => JSON.stringify(names.map(name => row[name]));
    expect(table.key.filter(name => !table.columns.find(column => column.name === name)?.required)).toEqual([]);
    expect(new Set(rows.map(row => keyOf(row, table.key))).size).toBe(rows.length);
    for (const { columns, table: other } of table.references) {
      expect(named(other).key).toEqual(columns);
      const known = new Set(records(named(other)).map(row => keyOf(row, columns)));
      const lost = rows.filter(row => row[columns[0]!] !== null && !known.has(keyOf(row, columns)));
      expect(lost).toEqual([]);
    }
  });
});

test('the JSON columns hold the plan whole', () => {
  for (const one of plans) {
    const [head] = records(named('plans'), [one]);
    const tasks = records(named('tasks'), [one]);
    expect({ ...(head!.plan_json as object), tasks: tasks.map(({ task_json }) => task_json) }).toEqual(one.plan);
  }
});

/** A task put together from the columns and lists alone. */
function rebuilt(id: string): Record<string, unknown> {
  const from = [plans[1]!];
  const of = (name: string) => records(named(name), from).filter(row => row.task_id === id && (row.part ?? 0) === 0);
  const [task] = of('tasks');
  const given = (object: Record<string, Cell | undefined>) =>
    Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
  return {
    items: of('items').map(({ item }) => item),
    lead: of('bodies')
      .filter(({ role }) => role === 'lead')
      .map(({ name, printed, unit, level, alias, note }) => ({
        level,
        ...given({ name, printed, unit, alias, note }),
      })),
    tiers: of('tiers').map(({ field, tier_of, kind, min, max, unit, about, per }) => [
      ...[field, tier_of, kind, min, max, unit, about, per],
    ]),
    windows: of('windows').map(({ window_start, window_end }) => [window_start, window_end]),
    ratio: [task!.ratio_kind, task!.ratio_min, task!.ratio_max, task!.ratio_unit, task!.ratio_about, task!.ratio_text],
    frequency: [
      task!.frequency_kind,
      task!.frequency_min,
      task!.frequency_max,
      task!.frequency_per,
      task!.frequency_text,
    ],
    credit: [task!.credit_kind, task!.credit_text],
    period: [task!.period_kind, task!.period_first_day, task!.period_last_day, task!.period_text],
  };
}

test.each([
  [
    1,
    {
      items: ['+1', '引号"与逗号,', 'a'],
      lead: [
        { name: '市公安局', printed: '公安', unit: '公安局', level: 'city', alias: '市反恐办', note: '检查旅馆时' },
        { name: '市教育局', unit: '教育局', level: 'city' },
      ],
      windows: [
        ['2024-03', '2024-05'],
        ['2024-11-01', '2024-11-15'],
      ],
      ratio: ['percent', 5, null, '%', false, '不低于5%（20户）（附注）'],
      frequency: ['times', 1, null, 'P1Y', '不少于1次/年（每个对象）'],
      credit: ['applies', '对低风险、高风险企业递加抽查比例、频次'],
      period: ['several', '2024-03-01', '2024-11-15', '2024年3月-2024年5月、2024年11月1日-2024年11月15日（分批）'],
    },
  ],
  [
    2,
    {
      tiers: [
        ['ratio', 'low', 'percent', 1, 1, '%', false, null],
        ['ratio', 'high', 'count', 3, 5, '户', true, null],
        ['frequency', 'city', 'times', 1, 1, '次', false, 'P1Y'],
        ['frequency', 'county', 'times', null, 4, '次', false, null],
      ],
      ratio: ['tiered', null, null, null, null, '低风险1%；高风险约3户-5户（按年调整）'],
      credit: ['not-applicable', '不涉及信用风险分类'],
      period: ['deadline', null, '2024-02-29', '2024年2月底前'],
      windows: [[null, '2024-02']],
    },
  ],
  [3, { ratio: ['percent', 1.5, 1.5, '%', true, '约1.5%'], period: ['from', '2024-01-31', null, '2024年1月31日起'] }],
  // The schema lets 30 February pass; no database would.
  [
    4,
    { ratio: ['count', 60, 70, '家', false, '60家-70家'], period: ['window', null, '2024-02-29', expect.anything()] },
  ],
  [
    5,
    {
      ratio: ['reference', null, null, null, null, '详见附件2'],
      frequency: ['undecided', null, null, null, '不定期'],
      period: ['words', null, null, '局统一安排'],
      windows: [],
    },
  ],
  [
    6,
    {
      ratio: ['unread', null, null, null, null, '5O%'],
      frequency: ['unread', null, null, null, '抽查1'],
      credit: ['unread', '三级'],
      period: ['unread', null, null, '57'],
    },
  ],
])('task %d in columns', (number, expected) => {
  expect(rebuilt(everything.tasks[number - 1]!.id)).toMatchObject(expected);
});

test('a task that spans rows that differ has its parts', () => {
  const id = everything.tasks[6]!.id;
  expect(
    records(named('parts')).map(({ task_id, part, items, ratio_min, lead }) => [task_id, part, items, ratio_min, lead]),
  ).toEqual([
    [id, 1, '一', 1, '市商务局'],
    [id, 2, '二', null, '市民政局'],
  ]);
  const items = records(named('items')).filter(({ task_id }) => task_id === id);
  expect(items.map(({ part, item }) => [part, item])).toEqual([
    [0, '一'],
    [0, '二'],
    [1, '一'],
    [2, '二'],
  ]);
});

test('what is to be said of a task stands beside it', () => {
  const tasks = records(named('tasks'), [plans[0]!]);
  expect(tasks[25]).toMatchObject({ errors: 1, doubts: 'creditRule: misplaced-text' });
  expect(tasks[20]!.origins).toMatchObject({ lead: 'inferred' });
  expect(tasks[9]).toMatchObject({ errors: 0, warnings: 0, doubts: null, origins: null });
  expect(records(named('findings'), [plans[0]!])).toHaveLength(plans[0]!.diagnostics.length);
});

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2023-12', '2023-12-01', '2023-12-31'],
  ['2023-02-28', '2023-02-28', '2023-02-28'],
  ['2023-02-29', null, null],
  ['2023-04-31', null, null],
  [null, null, null],
  [undefined, null, null],
])('the days of %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test('NUL and halves of characters, which databases refuse, are replaced; pairs and backslashes are not', () => {
  const name = 'a\0b\ud840c𠮷d\\u0000';
  const odd: Plan = makePlan([{ name, extra: { 表头: name } }]);
  const [row] = records(named('tasks'), [untraced(odd)]);
  const replaced = 'a\ufffdb\ufffdc𠮷d\\u0000';
  expect(row!.name).toBe(replaced);
  expect(JSON.parse(jsonText(row!.extra as object))).toEqual({ 表头: replaced });
});
