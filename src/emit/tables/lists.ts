import type { Body } from '../../fields/bodies.ts';
import { type Column, column, type TracedPlan, table, within } from './column.ts';
import { firstDay, lastDay } from './days.ts';
import { type PlacedPart, partColumns, statementsOf } from './tasks.ts';

/** One entry of a list, its place in it (0-based), and the task or part that has it. */
interface Entry<T> extends PlacedPart {
  readonly index: number;
  readonly entry: T;
}

const entriesOf =
  <T>(of: (stated: PlacedPart['stated']) => readonly T[]) =>
  (plan: TracedPlan): Entry<T>[] =>
    statementsOf(plan).flatMap(part => of(part.stated).map((entry, index) => ({ ...part, index, entry })));

const position = column<{ readonly index: number }>(
  'position',
  'integer',
  '次序',
  'position',
  ({ index }) => index + 1,
  {
    required: true,
    description: { zh: '从 1 起', en: 'from 1' },
  },
);

const toTask = [{ columns: ['task_id'], table: 'tasks' }];

export const itemsTable = table<Entry<string>>(
  {
    name: 'items',
    title: { zh: '抽查事项', en: 'items' },
    description: { zh: '一行一个抽查事项', en: 'one row per item' },
    key: ['task_id', 'part', 'position'],
    references: toTask,
  },
  [
    ...partColumns,
    position,
    column<Entry<string>>('item', 'text', '抽查事项', 'item', ({ entry }) => entry, { required: true }),
  ],
  entriesOf(({ items }) => items ?? []),
);

const bodyColumns: readonly Column<Body>[] = [
  column('name', 'text', '部门', 'name', ({ name }) => name, {
    required: true,
    description: { zh: '计划所写，修补后的全称', en: 'as the plan writes it, repaired' },
  }),
  column('printed', 'text', '原文写法', 'as printed', ({ printed }) => printed, {
    description: { zh: '与名称不同时才有', en: 'only where it differs from the name' },
  }),
  column('unit', 'text', '单位', 'unit', ({ unit }) => unit, {
    required: true,
    description: {
      zh: '部门名录的键，各级各种写法相同',
      en: 'key of the registry, one for the same body at every level',
    },
  }),
  column('level', 'text', '层级', 'level', ({ level }) => level, {
    values: ['national', 'province', 'city', 'county'],
  }),
  column('alias', 'text', '加挂的牌子', 'second name plate', ({ alias }) => alias),
  column('note', 'text', '条件或附注', 'condition', ({ note }) => note),
];

const roles = { lead: 'lead', partners: 'partner', executors: 'executor' } as const;
type Role = keyof typeof roles;

export const bodiesTable = table<Entry<Body> & { role: Role }>(
  {
    name: 'bodies',
    title: { zh: '部门', en: 'bodies' },
    description: {
      zh: '任务的发起、配合、检查部门，一行一个',
      en: 'lead, partner and executing bodies of the tasks, one row each',
    },
    key: ['task_id', 'part', 'role', 'position'],
    references: toTask,
  },
  [
    ...partColumns,
    column<{ role: Role }>('role', 'text', '角色', 'role', ({ role }) => roles[role], {
      required: true,
      values: Object.values(roles),
      description: { zh: 'lead 发起，partner 配合，executor 检查主体', en: 'lead, partner or executor' },
    }),
    position,
    ...within(bodyColumns, ({ entry }: Entry<Body>) => entry),
  ],
  plan =>
    statementsOf(plan).flatMap(part =>
      (Object.keys(roles) as Role[]).flatMap(role =>
        (part.stated[role] ?? []).map((entry, index) => ({ ...part, role, index, entry })),
      ),
    ),
);

export const issuersTable = table<{ planId: string; index: number; entry: Body }>(
  {
    name: 'issuers',
    title: { zh: '发布机构', en: 'issuers' },
    description: { zh: '发布计划的机构，一行一个', en: 'bodies that issued a plan, one row each' },
    key: ['plan_id', 'position'],
    references: [{ columns: ['plan_id'], table: 'plans' }],
  },
  [
    column<{ planId: string }>('plan_id', 'text', '计划标识', 'plan id', ({ planId }) => planId, { required: true }),
    position,
    ...within(bodyColumns, ({ entry }: { entry: Body }) => entry),
  ],
  ({ plan }) => plan.issuer.map((entry, index) => ({ planId: plan.id, index, entry })),
);

/** One tier of a ratio or a frequency. */
interface Tier {
  readonly of: string;
  readonly kind?: 'percent' | 'count';
  readonly min: number | null;
  readonly max: number | null;
  readonly unit?: string;
  readonly about?: true | undefined;
  readonly per?: string | null;
}
type FieldTier = Tier & { readonly field: 'ratio' | 'frequency'; readonly by: string };

const tiersOf =
  (field: FieldTier['field']) =>
  (stated: PlacedPart['stated']): FieldTier[] => {
    const value = stated[field];
    return value && 'kind' in value && value.kind === 'tiered'
      ? (value.tiers as Tier[]).map(tier => ({ ...tier, field, by: value.by }))
      : [];
  };

export const tiersTable = table<Entry<FieldTier>>(
  {
    name: 'tiers',
    title: { zh: '分档', en: 'tiers' },
    description: { zh: '分档比例与频次的各档，一行一档', en: 'tiers of ratios and frequencies, one row each' },
    key: ['task_id', 'part', 'field', 'position'],
    references: toTask,
  },
  [
    ...partColumns,
    column<Entry<FieldTier>>('field', 'text', '栏目', 'field', ({ entry }) => entry.field, {
      required: true,
      values: ['ratio', 'frequency'],
    }),
    position,
    column<Entry<FieldTier>>('tiered_by', 'text', '分档依据', 'tiered by', ({ entry }) => entry.by, {
      required: true,
      values: ['credit', 'level', 'object'],
    }),
    column<Entry<FieldTier>>('tier_of', 'text', '档', 'tier', ({ entry }) => entry.of, {
      required: true,
      description: {
        zh: '信用类别（low general higher high、A B C D 或计划所写）、层级或对象；other 其余',
        en: 'credit class (low general higher high, A B C D, or as the plan writes it), level or object; other: the rest',
      },
    }),
    column<Entry<FieldTier>>('kind', 'text', '类型', 'kind', ({ entry }) => entry.kind ?? 'times', {
      required: true,
      values: ['percent', 'count', 'times'],
    }),
    column<Entry<FieldTier>>('min', 'number', '下限', 'at least', ({ entry }) => entry.min),
    column<Entry<FieldTier>>('max', 'number', '上限', 'at most', ({ entry }) => entry.max),
    column<Entry<FieldTier>>('unit', 'text', '单位', 'unit', ({ entry: { kind, unit } }) =>
      kind === undefined ? '次' : kind === 'percent' ? '%' : unit,
    ),
    column<Entry<FieldTier>>('about', 'boolean', '约数', 'approximate', ({ entry }) => entry.about === true, {
      required: true,
    }),
    column<Entry<FieldTier>>('per', 'text', '每多长时间', 'in every', ({ entry }) => entry.per),
  ],
  plan => [...entriesOf(tiersOf('ratio'))(plan), ...entriesOf(tiersOf('frequency'))(plan)],
);

interface Window {
  readonly start: string | null;
  readonly end: string | null;
}

const windowsOf = ({ period }: PlacedPart['stated']): readonly Window[] =>
  period?.segments ?? (period && (period.start ?? period.end) !== null ? [period] : []);

export const windowsTable = table<Entry<Window>>(
  {
    name: 'windows',
    title: { zh: '时间段', en: 'windows' },
    description: {
      zh: '任务的各时间段，一行一段；只有一段的任务也在内',
      en: 'windows of the tasks, one row each; also where a task has only one',
    },
    key: ['task_id', 'part', 'position'],
    references: toTask,
  },
  [
    ...partColumns,
    position,
    column<Entry<Window>>('window_start', 'text', '开始时间', 'start', ({ entry }) => entry.start),
    column<Entry<Window>>('window_end', 'text', '结束时间', 'end', ({ entry }) => entry.end),
    column<Entry<Window>>('first_day', 'date', '第一天', 'first day', ({ entry }) => firstDay(entry.start)),
    column<Entry<Window>>('last_day', 'date', '最后一天', 'last day', ({ entry }) => lastDay(entry.end)),
  ],
  entriesOf(windowsOf),
);
