import { type Diagnostic, severities } from '../../model/diagnostic.ts';
import { formatPlace } from '../../model/place.ts';
import type { Plan } from '../../plan/schema.ts';
import { column, table } from './column.ts';
import { target } from './pointer.ts';

interface Finding {
  readonly plan: Plan;
  readonly diagnostic: Diagnostic;
  readonly index: number;
}

const said = (name: string, part: 'message' | 'hint', language: 'zh' | 'en', zh: string, en: string) =>
  column<Finding>(name, 'text', zh, en, ({ diagnostic }) => diagnostic[part][language], { required: true });

export const findingsTable = table<Finding>(
  {
    name: 'findings',
    title: { zh: '诊断', en: 'findings' },
    description: {
      zh: '对计划、任务及各值的诊断，一行一条',
      en: 'what is to be said of plans, tasks and values, one row each',
    },
    key: ['plan_id', 'position'],
    references: [
      { columns: ['plan_id'], table: 'plans' },
      { columns: ['task_id'], table: 'tasks' },
    ],
  },
  [
    column('plan_id', 'text', '计划标识', 'plan id', ({ plan }) => plan.id, { required: true }),
    column('position', 'integer', '次序', 'position', ({ index }) => index + 1, { required: true }),
    column(
      'task_id',
      'text',
      '任务标识',
      'task id',
      ({ plan, diagnostic }) => plan.tasks[target(diagnostic.pointer).index ?? -1]?.id,
      {
        description: { zh: '空为关于整个计划', en: 'empty: of the plan as a whole' },
      },
    ),
    column(
      'number',
      'integer',
      '序号',
      'number',
      ({ plan, diagnostic }) => plan.tasks[target(diagnostic.pointer).index ?? -1]?.number,
    ),
    column('field', 'text', '栏目', 'field', ({ diagnostic }) => target(diagnostic.pointer).field),
    column('severity', 'text', '级别', 'severity', ({ diagnostic }) => diagnostic.severity, {
      required: true,
      values: severities,
      description: {
        zh: 'error 未得出值或自相矛盾，warning 须由人判断，info 已有依据',
        en: 'error: no value, or a contradiction; warning: a person must decide; info: with stated evidence',
      },
    }),
    column('code', 'text', '代码', 'code', ({ diagnostic }) => diagnostic.code, { required: true }),
    said('message_zh', 'message', 'zh', '说明', 'message in Chinese'),
    said('message_en', 'message', 'en', '说明（英文）', 'message in English'),
    said('hint_zh', 'hint', 'zh', '建议', 'what to do next, in Chinese'),
    said('hint_en', 'hint', 'en', '建议（英文）', 'what to do next, in English'),
    column('raw', 'text', '原文', 'text of the source', ({ diagnostic }) => diagnostic.raw),
    column('place', 'text', '出处', 'place', ({ diagnostic: { places } }) => places[0] && formatPlace(places[0]), {
      description: {
        zh: '来源中的位置：行:列、页@坐标、表行列或工作表!单元格',
        en: 'place in the source: line:column, page@coordinates, table-row-column or sheet!cell',
      },
    }),
    column('pointer', 'text', '计划中的位置', 'place in the plan', ({ diagnostic }) => diagnostic.pointer, {
      description: { zh: 'JSON Pointer', en: 'JSON Pointer' },
    }),
    column(
      'finding_json',
      'json',
      '诊断（追溯文件中的形式）',
      'the finding as in the trace',
      ({ diagnostic }) => diagnostic,
      { required: true },
    ),
  ],
  ({ plan, diagnostics }) => diagnostics.map((diagnostic, index) => ({ plan, diagnostic, index })),
);
