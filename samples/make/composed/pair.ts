// Makes the composed pair: a provincial plan (DOCX) and a city's adjusted plan (HTML), with the table of what changed from one
// to the other. No authority published either. Run: npx tsx samples/make/composed/pair.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import type { PlanTable } from '../plan-table.ts';
import { writeDocx } from '../write-docx.ts';
import { writeHtml } from '../write-html.ts';
import { type ComposedTask, cellsOf, creditRules, header, inCity, provinceTasks } from './tasks.ts';

/** What became of a task, by printed numbers. */
export interface TrueChange {
  status: 'kept' | 'added' | 'dropped' | 'split' | 'merged';
  base: number[];
  head: number[];
  renamed: boolean;
  /** Kind of change by field, as `choucha diff` names them. */
  changes: Record<string, string>;
}

type Edit = readonly [change: (task: ComposedTask) => void, changes: Record<string, string>];

const set = (values: Partial<ComposedTask>) => (task: ComposedTask) => Object.assign(task, values);

/** Edits of single tasks, by a word of their names. */
const edits: Readonly<Record<string, Edit>> = {
  旅行社: [set({ ratio: '不低于8%' }), { ratio: 'raised' }],
  娱乐场所: [set({ partners: ['市公安局'] }), { partners: 'removed' }],
  农药: [set({ ratio: '5%' }), { ratio: 'bound-changed' }],
  种子: [set({ period: '3月—5月' }), { period: 'narrowed' }],
  生鲜乳: [set({ frequency: '每年1次' }), { frequency: 'lowered' }],
  烟花爆竹: [set({ ratio: '不低于50%' }), { ratio: 'lowered' }],
  非煤矿山: [
    set({ lead: '市自然资源局', partners: ['市应急管理局'] }),
    { lead: 'role-swapped', partners: 'role-swapped' },
  ],
  有限空间: [set({ ratio: '30户' }), { ratio: 'cannot-tell' }],
  预付卡: [set({ name: '商业预付卡规范经营专项行动' }), { name: 'changed' }],
  成品油: [set({ creditRule: creditRules.H! }), { creditRule: 'weakened' }],
  家政: [task => task.items.push('服务收费公示情况'), { items: 'added' }],
  道路旅客: [task => task.items.splice(1, 1), { items: 'removed' }],
  危险货物: [set({ period: '全年' }), { period: 'widened' }],
  驾驶员培训: [
    set({ items: ['驾驶培训备案情况', '教练车、教练场地情况', '培训学时和收费记录情况'] }),
    { items: 'changed' },
  ],
  网络预约: [set({ ratio: '不低于4O%' }), { ratio: 'cannot-tell' }],
  房地产开发: [set({ frequency: '抽查2次' }), { frequency: 'raised' }],
  物业: [set({ targets: '物业服务企业、物业服务评估机构' }), { targets: 'widened' }],
  燃气: [set({ targets: '管道燃气经营企业' }), { targets: 'narrowed' }],
  人力资源服务: [set({ period: '6月—11月' }), { period: 'shifted' }],
  工资: [
    set({ frequency: '抽查1次', partners: ['市住房城乡建设局', '市交通运输局'] }),
    { frequency: 'lowered', partners: 'removed' },
  ],
  民办学校: [set({ creditRule: creditRules.F! }), { creditRule: 'added' }],
  特种设备: [set({ targets: '电梯、锅炉、压力容器使用单位' }), { targets: 'narrowed' }],
  公共场所: [set({ ratio: '住宿场所不低于10%，其他场所不低于8%' }), { ratio: 'raised' }],
  药品零售: [set({ ratio: '不高于20%' }), { ratio: 'raised' }],
  排污: [set({ frequency: '每半年1次' }), { frequency: 'lowered' }],
  水利工程: [set({ ratio: '8%-10%' }), { ratio: 'raised' }],
  社会组织: [set({ name: '社会团体、基金会等年度抽查' }), { name: 'changed' }],
  养老机构: [set({ creditRule: creditRules.F! }), { creditRule: 'strengthened' }],
  寄递: [
    task => {
      task.partners = [...task.partners, '市市场监管局'];
    },
    { partners: 'added' },
  ],
  保安: [set({ frequency: '' }), { frequency: 'changed' }],
  劳务派遣: [set({ lead: '市司法局' }), { lead: 'changed' }],
};

const dropped = ['屠宰', '消毒产品'];

/** Tasks that became two. */
const splits: Readonly<Record<string, (task: ComposedTask) => ComposedTask[]>> = {
  饲料: task => [
    { ...task, name: '对饲料生产的双随机抽查', items: task.items.slice(0, 2), targets: '饲料生产企业' },
    { ...task, name: '对兽药生产经营的双随机抽查', items: task.items.slice(2), targets: '兽药生产经营企业' },
  ],
  集中用餐: task => [
    { ...task, name: '对养老机构食堂的双随机抽查', targets: '养老机构食堂' },
    { ...task, name: '对企业、医疗机构食堂的双随机抽查', targets: '企业职工食堂、医疗机构食堂' },
  ],
};

const [scrapped, used] = ['报废机动车', '二手车'];
const merge = (one: ComposedTask, other: ComposedTask): ComposedTask => ({
  ...one,
  name: '对报废机动车回收拆解和二手车交易的双随机抽查',
  items: [...one.items, ...other.items],
  targets: `${one.targets}、${other.targets}`,
  partners: [...new Set([...one.partners, ...other.partners])],
});
/** What the second of the merged tasks lost or won by it. */
const mergedChanges = { ratio: 'raised', period: 'widened' };

const added: readonly ComposedTask[] = [
  ['对电动自行车销售单位的双随机抽查', '电动自行车产品质量情况', '电动自行车销售单位', '市市场监管局'],
  ['对殡葬服务机构的双随机抽查', '殡葬服务收费公示情况', '殡仪馆、经营性公墓', '市民政局'],
  ['对餐厨垃圾处置单位的双随机抽查', '餐厨垃圾收运、处置台账情况', '餐厨垃圾收运处置单位', '市城市管理局'],
].map(([name, item, targets, lead]) => ({
  name: name!,
  items: [item!],
  targets: targets!,
  ratio: '不低于5%',
  frequency: '抽查1次',
  creditRule: creditRules.F!,
  period: '5月—10月',
  lead: lead!,
  partners: ['市市场监管局'].filter(body => body !== lead),
}));

/** Other names of the same bodies, as a city writes them. */
const aliases: Readonly<Record<string, string>> = {
  市文化和旅游局: '市文旅局',
  市住房城乡建设局: '市住建局',
  市人力资源社会保障局: '市人社局',
  市卫生健康委: '市卫健委',
  市医保局: '市医疗保障局',
};
const alias = (body: string): string => aliases[body] ?? body;

/** The city's hand: level words, second names, other templates. */
const inCityWords = (task: ComposedTask): ComposedTask => ({
  ...task,
  name: task.name.replace(/^对(.*)的双随机抽查$/u, '对$1的部门联合双随机检查'),
  targets: task.targets.replace('全省', '全市'),
  lead: alias(task.lead),
  partners: task.partners.map(alias),
});

const findKey = (table: Readonly<Record<string, unknown>>, name: string): string | undefined =>
  Object.keys(table).find(word => name.includes(word));

/** The city's tasks in its own order, and what became of every task of either plan. */
export function composeCity(): { tasks: ComposedTask[]; truth: TrueChange[] } {
  const province = provinceTasks();
  const entries: { change: Omit<TrueChange, 'head'>; tasks: ComposedTask[] }[] = [];
  for (const [index, task] of province.entries()) {
    const { name } = task;
    const city: ComposedTask = {
      ...structuredClone(task),
      lead: inCity(task.lead),
      partners: task.partners.map(inCity),
    };
    const base = { status: 'kept' as TrueChange['status'], base: [index + 1], renamed: false, changes: {} };
    const [edit, split] = [findKey(edits, name), findKey(splits, name)];
    if (dropped.some(word => name.includes(word))) entries.push({ change: { ...base, status: 'dropped' }, tasks: [] });
    else if (name.includes(used!)) continue;
    else if (name.includes(scrapped!)) {
      const at = province.findIndex(other => other.name.includes(used!));
      const other = { ...structuredClone(province[at]!), partners: province[at]!.partners.map(inCity) };
      const change = { ...base, status: 'merged' as const, base: [index + 1, at + 1], changes: mergedChanges };
      entries.push({ change, tasks: [merge(city, other)] });
    } else if (split) entries.push({ change: { ...base, status: 'split' }, tasks: splits[split]!(city) });
    else if (edit) {
      const [apply, changes] = edits[edit]!;
      apply(city);
      entries.push({ change: { ...base, renamed: 'name' in changes, changes }, tasks: [city] });
    } else entries.push({ change: base, tasks: [city] });
  }
  for (const task of added)
    entries.push({ change: { status: 'added', base: [], renamed: false, changes: {} }, tasks: [task] });

  const all = entries.flatMap((entry, e) => entry.tasks.map(task => ({ e, task })));
  const order = all.toSorted((a, b) => (a.task.lead < b.task.lead ? -1 : a.task.lead > b.task.lead ? 1 : 0));
  const numbersOf = (e: number): number[] => order.flatMap((one, at) => (one.e === e ? [at + 1] : []));
  return {
    tasks: order.map(({ task }) => inCityWords(task)),
    truth: entries.map(({ change }, e) => ({
      status: change.status,
      base: change.base,
      head: numbersOf(e),
      renamed: change.renamed,
      changes: change.changes,
    })),
  };
}

const label = '注：本计划为演示比较功能而编制，不是任何机关发布的文件。';
const table = (paragraphs: readonly string[], rows: readonly (readonly string[])[]): PlanTable => ({
  paragraphs,
  rows: rows.map(cells => cells.map(text => ({ text, rowSpan: 1 }))),
});

/** Other headers, half-width marks, another style of numbering, another order of columns. */
function cityRows(tasks: readonly ComposedTask[]): string[][] {
  const heads = [
    '序号',
    '任务名称',
    '检查内容',
    '抽查对象',
    '抽查比例及频次',
    '智慧监管(信用风险分类)要求',
    '抽查检查起止时间',
    '牵头部门',
    '参与部门',
  ];
  const half = (text: string): string =>
    text
      .replace(/；/gu, '; ')
      .replace(/，/gu, ', ')
      .replace(/(?<=^|[;。 ])(\d)\./gu, '$1、');
  const rows = [heads, ...tasks.map((task, i) => cellsOf(task, i + 1).map(half))];
  const columns = [0, 7, 8, 1, 3, 2, 4, 6, 5];
  return rows.map(cells => columns.map(column => cells[column]!));
}

/** The files of the pair, by name. */
export function makePair(): Record<string, Uint8Array | string> {
  const { tasks, truth } = composeCity();
  const province = table(
    ['山西省2024年度部门联合双随机抽查工作计划', label],
    [header, ...provinceTasks().map((task, i) => cellsOf(task, i + 1))],
  );
  const city = table(['吕梁市2024年度部门联合双随机抽查工作计划', '（市级调整计划）', label], cityRows(tasks));
  return {
    'province-2024.docx': writeDocx(province),
    'city-2024-adjusted.html': writeHtml(city),
    'changes.json': `${JSON.stringify(truth, null, 2)}\n`,
  };
}

if (import.meta.url === `file://${process.argv[1]}`)
  for (const [name, content] of Object.entries(makePair())) {
    const folder = new URL('../../composed/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(name, folder), content);
  }
