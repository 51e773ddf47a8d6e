// Two plans compared by choucha and, as tables, by daff, on the same pair: time and how many rows each reports.
import { createRequire } from 'node:module';
import { composeCity } from '../../samples/make/composed/pair.ts';
import { type ComposedTask, cellsOf, header, inCity, provinceTasks } from '../../samples/make/composed/tasks.ts';
import { comparePlans } from '../../src/diff/compare.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { interpretParts } from '../plan/make-document.ts';

interface Daff {
  TableView: new (rows: readonly (readonly string[])[]) => unknown;
  compareTables(base: unknown, head: unknown): { align(): unknown };
  CompareFlags: new () => { unchanged_context: number };
  TableDiff: new (alignment: unknown, flags: unknown) => { hilite(output: unknown): void };
}
const daff = createRequire(import.meta.url)('daff') as Daff;

const titles = ['山西省2024年度部门联合双随机抽查工作计划', '吕梁市2024年度部门联合双随机抽查工作计划'] as const;
type Table = readonly (readonly string[])[];
const tableOf = (tasks: readonly ComposedTask[]): Table => [header, ...tasks.map((task, i) => cellsOf(task, i + 1))];
const planOf = (title: string, table: Table): Plan => interpretParts(title, table).plans[0]!.plan;

/** Rows that daff marks: added, removed, or with a changed cell. */
function byDaff(base: Table, head: Table): number {
  const alignment = daff.compareTables(new daff.TableView(base), new daff.TableView(head)).align();
  const flags = new daff.CompareFlags();
  flags.unchanged_context = 0;
  const rows: string[][] = [];
  new daff.TableDiff(alignment, flags).hilite(new daff.TableView(rows));
  return rows.filter(([mark]) => mark !== undefined && /^(?:\+\+\+|---|->|-->|:)/.test(mark)).length;
}

/** Rows that choucha reports: tasks with a change, added, dropped, split or merged. */
const byChoucha = (base: Plan, head: Plan): number =>
  comparePlans(base, head).tasks.filter(({ status, changes }) => status !== 'kept' || changes.length > 0).length;

const province = provinceTasks();
/** Five true changes under what a new edition brings along: other numbers, other marks. */
function drifted(): ComposedTask[] {
  const tasks = structuredClone(province);
  tasks[0]!.ratio = '不低于8%';
  tasks[5]!.period = '4月—11月';
  tasks[9]!.partners.pop();
  tasks[20]!.items.pop();
  tasks[30]!.frequency = '抽查2次';
  return [...tasks.slice(10), ...tasks.slice(0, 10)];
}
const otherMarks = (table: Table): Table =>
  table.map(cells => cells.map(text => text.replace(/；/gu, '; ').replace(/，/gu, ', ').replace(/—/gu, '-')));

/** As many tasks as asked, from the same ones under other places. */
function many(tasks: readonly ComposedTask[], count: number): ComposedTask[] {
  return Array.from({ length: count }, (_, i) => {
    const task = tasks[i % tasks.length]!;
    const place = [...String(Math.floor(i / tasks.length))]
      .map(digit => '东西南北中上下左右前'[Number(digit)])
      .join('');
    return { ...task, name: task.name.replace(/^对?/u, `对${place}镇`), targets: `${place}镇${task.targets}` };
  });
}

const toCity = (tasks: readonly ComposedTask[]): ComposedTask[] =>
  tasks.map(task => ({ ...task, lead: inCity(task.lead), partners: task.partners.map(inCity) }));

export async function benchDiff(time: (work: () => unknown) => Promise<number>): Promise<void> {
  const { tasks: city, truth } = composeCity();
  const changed = truth.filter(({ status, changes }) => status !== 'kept' || Object.keys(changes).length > 0).length;
  const pairs: [what: string, base: Table, head: Table, known: number][] = [
    ['52 tasks, 5 true changes, renumbered, other marks', tableOf(province), otherMarks(tableOf(drifted())), 5],
    ['the composed province and city', tableOf(province), tableOf(city), changed],
    [
      '2,080 tasks, province and city',
      tableOf(many(province, 40 * province.length)),
      otherMarks(tableOf(toCity(many(drifted(), 40 * province.length)))),
      200,
    ],
  ];
  console.log(
    '\ncomparing plans\npair                                                true   choucha ms  rows   daff ms  rows',
  );
  for (const [what, base, head, known] of pairs) {
    const [from, to] = [planOf(titles[0], base), planOf(titles[1], head)];
    const [ours, theirs] = [await time(() => byChoucha(from, to)), await time(() => byDaff(base, head))];
    console.log(
      `${what.padEnd(51)} ${String(known).padEnd(6)} ${ours.toFixed(0).padEnd(11)} ${String(byChoucha(from, to)).padEnd(6)} ${theirs.toFixed(0).padEnd(8)} ${byDaff(base, head)}`,
    );
  }
}
