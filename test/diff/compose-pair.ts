// Pairs of plans made by known changes: what a comparison must find, and nothing else.
import { type ComposedTask, creditRules, inCity, provinceTasks } from '../../samples/make/composed/tasks.ts';
import type { Kind, Status } from '../../src/diff/schema.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { interpretParts } from '../plan/make-document.ts';

/** What became of tasks, by their places in the two plans (from 0); `changes` by field. */
export interface Truth {
  readonly status: Status;
  readonly base: readonly number[];
  readonly head: readonly number[];
  readonly renamed: boolean;
  readonly changes: Readonly<Record<string, Kind>>;
}

export interface ComposedPair {
  readonly base: Plan;
  readonly head: Plan;
  readonly truth: readonly Truth[];
}

/** A generator of numbers below 1 (mulberry32): the same for a seed everywhere. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
    shuffled: <T>(from: readonly T[]): T[] => {
      const out = [...from];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}
type Random = ReturnType<typeof randomFrom>;

const subjectOf = (name: string): string => name.replace(/^对|的双随机抽查$/gu, '');
const months = (task: ComposedTask): [number, number] | null => {
  const found = /^(\d+)月—(\d+)月$/u.exec(task.period);
  return found && [Number(found[1]), Number(found[2])];
};
const floor = (task: ComposedTask): number | null =>
  Number(/^不低于(\d+)%$/u.exec(task.ratio)?.[1] ?? Number.NaN) || null;

type Mutation = (task: ComposedTask, random: Random) => Record<string, Kind> | null;

const setFloor = (task: ComposedTask, change: (floor: number) => string, kind: Kind) => {
  const at = floor(task);
  if (at === null || at > 40) return null;
  task.ratio = change(at);
  return { ratio: kind };
};
const setMonths = (task: ComposedTask, change: (from: number, to: number) => [number, number], kind: Kind) => {
  const at = months(task);
  if (!at || at[0] < 3 || at[1] > 11 || at[1] - at[0] < 4) return null;
  const [from, to] = change(...at);
  task.period = `${from}月—${to}月`;
  return { period: kind };
};
const strangers = ['市粮食和储备局', '市统计局', '市林业局', '市档案局', '市烟草专卖局'];

const set = (task: ComposedTask, values: Partial<ComposedTask>, changes: Record<string, Kind>) => {
  Object.assign(task, values);
  return changes;
};

/** Each changes a task in one way that it names; null where the task does not allow it. */
const mutations: readonly Mutation[] = [
  task => setFloor(task, at => `不低于${at * 2}%`, 'raised'),
  task => setFloor(task, at => `不低于${at / 2}%`, 'lowered'),
  task => setFloor(task, at => `${at}%`, 'bound-changed'),
  task => setFloor(task, at => `${at * 10}户`, 'cannot-tell'),
  task => setFloor(task, at => `不低于${at}O%`, 'cannot-tell'),
  task => setFloor(task, () => '待定', 'cannot-tell'),
  task => (task.frequency === '抽查1次' ? set(task, { frequency: '抽查2次' }, { frequency: 'raised' }) : null),
  task => (task.frequency === '抽查2次' ? set(task, { frequency: '抽查1次' }, { frequency: 'lowered' }) : null),
  task => setMonths(task, (from, to) => [from + 1, to], 'narrowed'),
  task => setMonths(task, (from, to) => [from, to + 1], 'widened'),
  task => setMonths(task, (from, to) => [from - 1, to - 1], 'shifted'),
  task =>
    task.creditRule === creditRules.F ? set(task, { creditRule: creditRules.H! }, { creditRule: 'weakened' }) : null,
  task =>
    task.creditRule === creditRules.F
      ? set(task, { creditRule: task.creditRule.replace('抽查比例、频次', '抽查比例') }, { creditRule: 'weakened' })
      : null,
  task =>
    task.creditRule === creditRules.H
      ? set(task, { creditRule: creditRules.F! }, { creditRule: 'strengthened' })
      : null,
  task =>
    task.partners.length > 1 ? set(task, { partners: task.partners.slice(0, -1) }, { partners: 'removed' }) : null,
  (task, random) => set(task, { partners: [...task.partners, random.pick(strangers)] }, { partners: 'added' }),
  task => {
    const [first, ...others] = task.partners;
    return set(
      task,
      { lead: first!, partners: [task.lead, ...others] },
      { lead: 'role-swapped', partners: 'role-swapped' },
    );
  },
  (task, random) => set(task, { lead: random.pick(strangers) }, { lead: 'changed' }),
  task => (task.items.length > 2 ? set(task, { items: task.items.toSpliced(1, 1) }, { items: 'removed' }) : null),
  task => set(task, { items: [...task.items, '信用承诺履行情况'] }, { items: 'added' }),
  task => set(task, { items: task.items.with(0, task.items[0]!.replace(/情况$/u, '合规情况')) }, { items: 'changed' }),
  task =>
    /、/u.test(task.targets)
      ? set(task, { targets: task.targets.replace(/、[^、]+$/u, '') }, { targets: 'narrowed' })
      : null,
  task =>
    /[（）]/u.test(task.targets)
      ? null
      : set(task, { targets: `${task.targets}、其他有关经营主体` }, { targets: 'widened' }),
];

/** Ways of writing that change nothing. */
function dress(task: ComposedTask, random: Random): ComposedTask {
  const subject = subjectOf(task.name);
  const name =
    subject === task.name
      ? task.name
      : random.pick([
          `对${subject}的双随机抽查`,
          `对${subject}的双随机检查`,
          `${subject}检查`,
          `对${subject}的部门联合双随机抽查`,
          `对${subject}双随机、一公开抽查`,
        ]);
  const alias = (body: string) =>
    random.chance(0.5)
      ? body
      : ((
          {
            市文化和旅游局: '市文旅局',
            市市场监管局: '市市场监督管理局',
            市住房城乡建设局: '市住建局',
            市人力资源社会保障局: '市人社局',
            市卫生健康委: '市卫健委',
            市医保局: '市医疗保障局',
          } as Record<string, string>
        )[body] ?? body);
  const ratio = random.chance(0.5)
    ? task.ratio
    : task.ratio.replace(
        /^不低于(\d+)%$/u,
        random.pick(['抽查比例不低于$1%', '≥$1%', '不少于$1%', '抽查比例不低于 $1 %']),
      );
  return {
    ...task,
    name,
    ratio,
    frequency: random.chance(0.5) ? task.frequency : task.frequency.replace('1次', '一次'),
    period: random.chance(0.5) ? task.period : task.period.replace('—', random.pick(['-', '至', '～'])),
    targets: task.targets.replace('全省', '全市'),
    lead: alias(task.lead),
    partners: task.partners.map(alias),
  };
}

const marks = [
  (i: number) => `${i}.`,
  (i: number) => `${i}、`,
  (i: number) => `（${'一二三四五六七八九'[i - 1]}）`,
  (i: number) => '①②③④⑤⑥⑦⑧⑨'[i - 1]!,
];

/** Rows as one hand would write them. */
function rowsOf(tasks: readonly ComposedTask[], random: Random): string[][] {
  const mark = random.pick(marks);
  const half = random.chance(0.5);
  const width = (text: string) =>
    half ? text.replace(/；/gu, '; ').replace(/，/gu, ', ').replace(/（/gu, '(').replace(/）/gu, ')') : text;
  return tasks.map((task, i) =>
    [
      String(i + 1),
      task.name,
      task.items.length === 1 ? task.items[0]! : task.items.map((item, j) => mark(j + 1) + item).join('；'),
      task.targets,
      [task.ratio, task.frequency].filter(Boolean).join('；'),
      task.creditRule,
      task.period,
      task.lead,
      task.partners.join('、'),
    ].map(width),
  );
}

const heads = [
  [
    '序号',
    '抽查任务名称',
    '抽查事项',
    '抽查对象范围',
    '抽查比例及频次',
    '信用风险分类监管要求',
    '抽查时间',
    '发起部门',
    '配合部门',
  ],
  [
    '序号',
    '任务名称',
    '检查内容',
    '抽查对象',
    '抽查比例及频次',
    '智慧监管(信用风险分类)要求',
    '抽查检查起止时间',
    '牵头部门',
    '参与部门',
  ],
];

function planOf(title: string, head: readonly string[], rows: readonly string[][]): Plan {
  return interpretParts(title, [[...head], ...rows]).plans[0]!.plan;
}

const toCity = (task: ComposedTask): ComposedTask => ({
  ...structuredClone(task),
  lead: inCity(task.lead),
  partners: task.partners.map(inCity),
});

/** A pair: a province's plan and a city's, the city's with some of its tasks changed in known ways. */
export function composePair(seed: number, share = 0.35): ComposedPair {
  const random = randomFrom(seed);
  const all = random.shuffled(provinceTasks());
  const size = 12 + random.below(all.length - 18);
  const base = all.slice(0, size);
  const spare = all.slice(size);
  const entries: { truth: Omit<Truth, 'head'>; tasks: ComposedTask[] }[] = [];
  const gone = new Set<number>();
  for (const [i, task] of base.entries()) {
    if (gone.has(i)) continue;
    const city = toCity(task);
    const kept = { status: 'kept' as Status, base: [i], renamed: false, changes: {} as Record<string, Kind> };
    if (!random.chance(share)) {
      entries.push({ truth: kept, tasks: [city] });
      continue;
    }
    const what = random.below(12);
    const other = base.findIndex((one, j) => j > i && !gone.has(j) && one.lead === task.lead);
    if (what === 0) entries.push({ truth: { ...kept, status: 'dropped' }, tasks: [] });
    else if (what === 1 && task.items.length > 2)
      entries.push({ truth: { ...kept, status: 'split' }, tasks: splitByItems(city, random) });
    else if (what === 2 && other > 0) {
      gone.add(other);
      entries.push({
        truth: { ...kept, status: 'merged', base: [i, other] },
        tasks: [mergeTasks(city, toCity(base[other]!))],
      });
    } else if (what === 3) {
      city.name = renamed(city);
      entries.push({ truth: { ...kept, renamed: true, changes: { name: 'changed' } }, tasks: [city] });
    } else {
      const changes: Record<string, Kind> = {};
      for (let tries = 0; Object.keys(changes).length === 0 || (tries < 3 && random.chance(0.3)); tries++) {
        const trial = structuredClone(city);
        const found = random.pick(mutations)(trial, random);
        if (!found || Object.keys(found).some(field => field in changes)) continue;
        // A body of one role is looked at with an eye on the other.
        if (('lead' in found || 'partners' in found) && ('lead' in changes || 'partners' in changes)) continue;
        Object.assign(city, trial);
        Object.assign(changes, found);
      }
      entries.push({ truth: { ...kept, changes }, tasks: [city] });
    }
  }
  for (const task of spare.slice(0, random.below(5)))
    entries.push({ truth: { status: 'added', base: [], renamed: false, changes: {} }, tasks: [toCity(task)] });

  const order = random.shuffled(entries.flatMap((entry, e) => entry.tasks.map((_, k) => [e, k] as const)));
  const place = new Map(order.map(([e, k], at) => [`${e} ${k}`, at]));
  const headTasks = order.map(([e, k]) => dress(entries[e]!.tasks[k]!, random));
  const head = planOf('吕梁市2024年度部门联合双随机抽查工作计划', random.pick(heads), rowsOf(headTasks, random));
  return {
    base: planOf('山西省2024年度部门联合双随机抽查工作计划', heads[0]!, rowsOf(base, random)),
    head,
    truth: entries.map(({ truth, tasks }, e) => ({
      ...truth,
      base: [...truth.base].sort((a, b) => a - b),
      head: tasks.map((_, k) => place.get(`${e} ${k}`)!).sort((a, b) => a - b),
    })),
  };
}

const topicOf = (item: string): string => item.replace(/情况$/u, '');

function splitByItems(task: ComposedTask, random: Random): ComposedTask[] {
  const at = 1 + random.below(task.items.length - 1);
  const subject = subjectOf(task.name);
  return [task.items.slice(0, at), task.items.slice(at)].map(items => ({
    ...structuredClone(task),
    items,
    name: `对${subject}${topicOf(items[0]!)}的双随机抽查`,
  }));
}

const mergeTasks = (one: ComposedTask, other: ComposedTask): ComposedTask => ({
  ...structuredClone(one),
  name: `对${subjectOf(one.name)}和${subjectOf(other.name)}的双随机抽查`,
  items: [...one.items, ...other.items],
  targets: `${one.targets}、${other.targets}`,
});

/** Another name that shares few words with the old one. */
const renamed = (task: ComposedTask): string => `${topicOf(task.items.at(-1)!)}专项整治`;
