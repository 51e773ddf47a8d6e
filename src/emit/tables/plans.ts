import type { Plan } from '../../plan/schema.ts';
import { type Column, column, lines, type TracedPlan, table, within } from './column.ts';

export const planId: Column<Plan> = column('plan_id', 'text', '计划标识', 'plan id', ({ id }) => id, {
  required: true,
});

/** The head of a plan: what the flat form repeats beside every task. */
export const headColumns: readonly Column<Plan>[] = [
  planId,
  column('title', 'text', '计划标题', 'title', ({ title }) => title),
  column('subtitle', 'text', '副标题', 'subtitle', ({ subtitle }) => subtitle),
  column('edition', 'text', '版次', 'edition', ({ edition }) => edition),
  column('year', 'integer', '年度', 'year', ({ year }) => year),
  column('kind', 'text', '计划类型', 'kind of plan', ({ kind }) => kind, {
    values: ['joint', 'departmental'],
    description: {
      zh: 'joint 部门联合，departmental 本部门',
      en: 'joint: of several departments; departmental: of one',
    },
  }),
  column('region_name', 'text', '地区', 'region', ({ region }) => region?.name),
  column('region_code', 'text', '行政区划代码', 'code of the region', ({ region }) => region?.code, {
    description: { zh: 'GB/T 2260，六位数字', en: 'GB/T 2260, six digits' },
  }),
  column('region_level', 'text', '地区层级', 'level of the region', ({ region }) => region?.level, {
    values: ['national', 'province', 'city', 'county'],
  }),
  column('issuer', 'text', '发布机构', 'issuers', ({ issuer }) => lines(issuer.map(({ name }) => name)), {
    description: { zh: '一行一个，另见 issuers 表', en: 'one a line; also in table issuers' },
  }),
  column('document_number', 'text', '文号', 'document number', ({ documentNumber }) => documentNumber),
  column('issued', 'date', '成文或发布日期', 'date of issue', ({ issued }) => issued),
];

export const plansTable = table<TracedPlan>(
  {
    name: 'plans',
    title: { zh: '计划', en: 'plans' },
    description: { zh: '一行一个计划', en: 'one row per plan' },
    key: ['plan_id'],
    references: [],
  },
  [
    ...within(headColumns, ({ plan }: TracedPlan) => plan),
    column('notes', 'text', '表后说明', 'notes after the table', ({ plan }) => lines(plan.notes), {
      description: { zh: '一行一条', en: 'one a line' },
    }),
    column('task_count', 'integer', '任务数', 'number of tasks', ({ plan }) => plan.tasks.length, { required: true }),
    column('source_name', 'text', '来源文件', 'source file', ({ trace }) => trace?.source.name, {
      description: { zh: '取自追溯文件；没有追溯文件则为空', en: 'from the trace; empty where there is none' },
    }),
    column('source_format', 'text', '来源格式', 'format of the source', ({ trace }) => trace?.source.format),
    column('source_sha256', 'text', '来源文件的 SHA-256', 'SHA-256 of the source', ({ trace }) => trace?.source.sha256),
    column('traced', 'boolean', '有追溯文件', 'has a trace', ({ trace }) => trace !== null, {
      required: true,
      description: {
        zh: '没有时 findings 只有计划本身可查出的诊断',
        en: 'without one, findings hold only what the plan alone shows',
      },
    }),
    column('schema', 'text', '格式版本', 'version of the form', ({ plan }) => plan.schema, { required: true }),
    column(
      'plan_json',
      'json',
      '计划（规范形式，不含任务）',
      'the plan in canonical form, without its tasks',
      ({ plan }) => {
        const { tasks: _, ...head } = plan;
        return head;
      },
      { required: true },
    ),
  ],
  plan => [plan],
);
