import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { TracedRow } from '../../model/traced.ts';
import type { Plan, Task } from '../../plan/schema.ts';
import { type Column, column, lines, type TracedPlan, table, within } from './column.ts';
import { headColumns, planId } from './plans.ts';
import { byTask, target } from './pointer.ts';
import { type Stated, statedColumns } from './stated.ts';

interface PlacedTask {
  readonly plan: Plan;
  readonly task: Task;
  /** 0-based. */
  readonly index: number;
  readonly findings: readonly Diagnostic[];
  /** Its rows in the source; none without a trace. */
  readonly rows: readonly TracedRow[];
}

function tasksOf({ plan, trace, diagnostics }: TracedPlan): PlacedTask[] {
  const findings = byTask(diagnostics, ({ pointer }) => pointer);
  const rows = byTask(trace?.rows ?? [], ({ task }) => task);
  return plan.tasks.map((task, index) => ({
    plan,
    task,
    index,
    findings: findings.get(index) ?? [],
    rows: rows.get(index) ?? [],
  }));
}

const count =
  (severity: Severity) =>
  ({ findings }: PlacedTask): number =>
    findings.filter(finding => finding.severity === severity).length;

const doubts = ({ findings }: PlacedTask): string =>
  lines([
    ...new Set(
      findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ pointer, code }) => [target(pointer).field, code].filter(word => word !== null).join(': ')),
    ),
  ]);

/** Where a value does not stand in its own cell: by field, the first row that says so decides. */
function origins({ rows }: PlacedTask): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const { cells } of rows)
    for (const [field, { origin }] of Object.entries(cells))
      if (origin !== 'read' && origin !== 'blank') found[field] ??= origin;
  return Object.keys(found).length === 0 ? null : found;
}

const taskId: Column<PlacedTask> = column('task_id', 'text', '任务标识', 'task id', ({ task }) => task.id, {
  required: true,
});

const ownColumns: readonly Column<PlacedTask>[] = [
  taskId,
  column('position', 'integer', '次序', 'position', ({ index }) => index + 1, {
    required: true,
    description: { zh: '在计划中的位置，从 1 起', en: 'place in the plan, from 1' },
  }),
  column('number', 'integer', '序号', 'number', ({ task }) => task.number, {
    description: { zh: '所印序号', en: 'as printed' },
  }),
  column('name', 'text', '抽查任务名称', 'name', ({ task }) => task.name),
  ...within(statedColumns, ({ task }: PlacedTask): Stated => task),
  column('part_count', 'integer', '分行数', 'number of parts', ({ task }) => task.parts?.length, {
    description: {
      zh: '任务占几行且各行不同时的行数，见 parts 表',
      en: 'where the task spans rows that differ: how many, see table parts',
    },
  }),
  column('unread', 'json', '未能识读的单元格', 'unread cells', ({ task }) => task.unread, {
    description: { zh: '栏目 → 原文', en: 'field → text' },
  }),
  column('errors', 'integer', '错误数', 'errors', count('error'), { required: true }),
  column('warnings', 'integer', '警告数', 'warnings', count('warning'), { required: true }),
  column('doubts', 'text', '存疑之处', 'doubts', doubts, {
    description: {
      zh: '错误与警告，一行一处“栏目: 代码”，详见 findings 表',
      en: 'errors and warnings, one `field: code` a line; more in table findings',
    },
  }),
  column('origins', 'json', '非本格读出的值', 'values not read from their own cell', origins, {
    description: {
      zh: '栏目 → merged 合并、inferred 推断、corrected 更正；须有追溯文件',
      en: 'field → merged, inferred or corrected; needs the trace',
    },
  }),
  column('task_json', 'json', '任务（规范形式）', 'the whole task in canonical form', ({ task }) => task, {
    required: true,
    description: { zh: '与计划文件完全相同', en: 'exactly as in the plan file' },
  }),
];

const planIdOfTask = within([planId], ({ plan }: PlacedTask) => plan);

export const tasksTable = table<PlacedTask>(
  {
    name: 'tasks',
    title: { zh: '任务', en: 'tasks' },
    description: { zh: '一行一项抽查任务', en: 'one row per task' },
    key: ['task_id'],
    references: [{ columns: ['plan_id'], table: 'plans' }],
  },
  [...planIdOfTask, ...ownColumns],
  tasksOf,
);

/** Tasks with the head of their plan beside them: one table that stands alone. */
export const flatTable = table<PlacedTask>(
  {
    name: 'flat',
    title: { zh: '任务', en: 'tasks' },
    description: { zh: '一行一项抽查任务，计划各项重复列出', en: 'one row per task, beside the head of its plan' },
    key: ['task_id'],
    references: [],
  },
  [...within(headColumns, ({ plan }: PlacedTask) => plan), ...ownColumns],
  tasksOf,
);

/** What a task says, or one of its parts; part 0 is the task as a whole. */
export interface PlacedPart {
  readonly taskId: string;
  readonly part: number;
  readonly stated: Stated;
}

const partsOf = (task: Task): PlacedPart[] =>
  (task.parts ?? []).map((stated, index) => ({ taskId: task.id, part: index + 1, stated: stated as Stated }));

/** Every task and every part of one, in order. */
export const statementsOf = ({ plan }: TracedPlan): PlacedPart[] =>
  plan.tasks.flatMap(task => [{ taskId: task.id, part: 0, stated: task }, ...partsOf(task)]);

/** The columns by which a table hangs on tasks and their parts. */
export const partColumns: readonly Column<{ readonly taskId: string; readonly part: number }>[] = [
  column('task_id', 'text', '任务标识', 'task id', ({ taskId }) => taskId, { required: true }),
  column('part', 'integer', '分行', 'part', ({ part }) => part, {
    required: true,
    description: { zh: '任务中的第几行，从 1 起；0 为整个任务', en: 'row of the task, from 1; 0: the task as a whole' },
  }),
];

export const partsTable = table<PlacedPart>(
  {
    name: 'parts',
    title: { zh: '分行内容', en: 'parts of tasks' },
    description: {
      zh: '占几行且各行不同的任务，一行一条；相同的栏目只在 tasks 表',
      en: 'tasks that span rows that differ, one row each; what is the same stands in tasks only',
    },
    key: ['task_id', 'part'],
    references: [{ columns: ['task_id'], table: 'tasks' }],
  },
  [
    ...partColumns,
    ...within(statedColumns, ({ stated }: PlacedPart) => stated),
    column<PlacedPart>('part_json', 'json', '分行（规范形式）', 'the part in canonical form', ({ stated }) => stated, {
      required: true,
    }),
  ],
  ({ plan }) => plan.tasks.flatMap(partsOf),
);
