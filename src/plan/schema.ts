import { z } from 'zod';
import { body } from '../fields/bodies.ts';
import { countSchema } from '../fields/count.ts';
import { creditRuleSchema } from '../fields/credit-rule.ts';
import { frequencySchema } from '../fields/frequency.ts';
import { periodSchema } from '../fields/period.ts';
import { ratioSchema } from '../fields/ratio.ts';
import { levels } from '../fields/region.ts';

const text = z.string().min(1);
const bodyList = z.array(body);

/** The fields whose value is folded text and that a plan has only where the source has such a column. */
export const furtherTextFields = [
  'code',
  'section',
  'domain',
  'city',
  'offices',
  'targeting',
  'itemClass',
  'method',
  'basis',
  'mode',
  'initiation',
  'remarks',
] as const;

/** What a row of the table says, in canonical order: the fields that are always there. */
const stated = {
  items: z.array(text).meta({ title: '抽查事项' }),
  targets: text.nullable().meta({ title: '抽查对象范围' }),
  ratio: ratioSchema.nullable().meta({ title: '抽查比例' }),
  frequency: frequencySchema.nullable().meta({ title: '抽查频次' }),
  creditRule: creditRuleSchema.nullable().meta({ title: '信用风险分类监管要求' }),
  period: periodSchema.nullable().meta({ title: '抽查检查起止时间' }),
  lead: bodyList.meta({ title: '发起部门' }),
  partners: bodyList.meta({ title: '配合部门' }),
};

/** Fields that stand only where the plan has such a column (then null where its cell is blank), in canonical order. */
const further = {
  code: text.nullable().optional().meta({ title: '任务编号' }),
  section: text.nullable().optional().meta({ title: '所属分组' }),
  domain: text.nullable().optional().meta({ title: '抽查领域' }),
  city: text.nullable().optional().meta({ title: '地市' }),
  executors: bodyList.optional().meta({ title: '检查主体' }),
  offices: text.nullable().optional().meta({ title: '责任科室' }),
  targeting: text.nullable().optional().meta({ title: '抽查类型（定向/不定向）' }),
  itemClass: text.nullable().optional().meta({ title: '事项类别（重点/一般）' }),
  method: text.nullable().optional().meta({ title: '检查方式' }),
  basis: text.nullable().optional().meta({ title: '抽查依据' }),
  mode: text.nullable().optional().meta({ title: '抽查检查模式、实施层级' }),
  initiation: text.nullable().optional().meta({ title: '发起方式' }),
  population: countSchema.nullable().optional().meta({ title: '抽查基数' }),
  sample: countSchema.nullable().optional().meta({ title: '抽取户数' }),
  remarks: text.nullable().optional().meta({ title: '备注' }),
};
const extra = z.record(z.string(), z.string()).meta({ title: '其他栏目（表头 → 原文）' });

const part = z
  .strictObject({
    ...Object.fromEntries(
      Object.entries({ ...stated, ...further }).map(([name, schema]) => [
        name,
        name === 'items' ? schema : (schema as z.ZodType).optional(),
      ]),
    ),
    extra: extra.optional(),
  })
  .meta({ title: '任务中的一行（仅列各行不同的栏目）' });

/** One task of a plan: one row of the table, or several that one task spans. */
export const taskSchema = z
  .strictObject({
    id: text.meta({ title: '任务标识' }),
    number: z.int().nonnegative().nullable().meta({ title: '序号' }),
    name: text.nullable().meta({ title: '抽查任务名称' }),
    ...stated,
    ...further,
    extra: extra.optional(),
    parts: z.array(part).optional().meta({ title: '分行内容' }),
    unread: z.record(z.string(), z.string()).optional().meta({ title: '未能识读的单元格（栏目 → 原文）' }),
  })
  .meta({ title: '抽查任务' });

export const planSchema = z
  .strictObject({
    schema: z.literal('choucha/plan@1').meta({ title: '格式版本' }),
    id: text.meta({ title: '计划标识' }),
    title: text.nullable().meta({ title: '标题' }),
    subtitle: text.nullable().meta({ title: '副标题' }),
    edition: text.nullable().meta({ title: '版次' }),
    year: z.int().min(1990).max(2200).nullable().meta({ title: '年度' }),
    kind: z.enum(['joint', 'departmental']).nullable().meta({ title: '类型：部门联合或本部门' }),
    region: z
      .strictObject({
        name: text.meta({ title: '名称' }),
        code: z
          .string()
          .regex(/^\d{6}$/)
          .nullable()
          .meta({ title: '行政区划代码（GB/T 2260）' }),
        level: z.enum(levels).nullable().meta({ title: '层级' }),
      })
      .nullable()
      .meta({ title: '地区' }),
    issuer: bodyList.meta({ title: '发布机构' }),
    documentNumber: text.nullable().meta({ title: '文号' }),
    issued: z.iso.date().nullable().meta({ title: '成文或发布日期' }),
    notes: z.array(text).meta({ title: '表后说明' }),
    tasks: z.array(taskSchema).min(1).meta({ title: '任务' }),
  })
  .meta({ title: '“双随机、一公开”抽查计划' });

export type Plan = z.infer<typeof planSchema>;
export type Task = z.infer<typeof taskSchema>;

/** Property order of a task in the canonical file. */
export const taskOrder = Object.keys(taskSchema.shape) as (keyof Task)[];
/** The fields that a column may hold, in canonical order. */
export const taskFields = taskOrder.filter(name => !['id', 'extra', 'parts', 'unread'].includes(name));
