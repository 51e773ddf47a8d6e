import { z } from 'zod';
import { type Code, codes } from '../model/catalogue/index.ts';

const text = z.string().min(1);
const day = z.iso.date();

const who = {
  reason: text.meta({ title: '理由' }),
  by: text.optional().meta({ title: '决定人' }),
  date: day.optional().meta({ title: '决定日期' }),
};

/** One decision on one field of one task, or of the plan. */
export const correctionSchema = z
  .strictObject({
    target: text.meta({
      title: '对象：任务.栏目',
      description:
        '任务用印出的序号（26）、位置（#26）或任务编号，按来源所印，不按更正后的内容；栏目用计划中的名称，其他栏目写 extra:<表头>；计划本身写 plan.title、plan.year 等',
      examples: ['26.creditRule', '#26.creditRule', 'HY-001.period', '3.extra:适用区域', 'plan.year'],
    }),
    plan: z.int().positive().optional().meta({ title: '文件中第几个计划（只有一个时不写）' }),
    expect: z.string().meta({
      title: '作出决定时该格的原文',
      description:
        '追溯文件所示 raw，规整后比较；一项任务占几行时各行原文（不计承接上行的）以换行相连；空白格写 ""；也可写 sha256: 加规整后原文的 SHA-256（64 位小写十六进制）。不再相符即为失效，不予套用',
      examples: ['对学校开展气象灾害防御教育的检查', ''],
    }),
    set: z.json().meta({
      title: '更正后的值',
      description:
        '按计划文件的形式；null 为没有写明。值不是文字的栏目也可写一段文字，由该栏目的写法识读，如 3月—12月；读不出或有疑问的不接受',
    }),
    ...who,
    evidence: text.optional().meta({ title: '依据，如原件页码' }),
  })
  .meta({ title: '一条更正' });

/** One finding accepted as it is. */
export const waiverSchema = z
  .strictObject({
    target: text.meta({
      title: '对象：任务.栏目，或 plan',
      description: '供人查阅；是否同一条诊断由代码和指纹判定，行移动后仍然有效',
      examples: ['51.creditRule', 'plan'],
    }),
    code: z.enum(codes as [Code, ...Code[]]).meta({ title: '诊断代码' }),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .meta({ title: '诊断的指纹（choucha explain 会打印）' }),
    ...who,
    until: day.optional().meta({ title: '有效期至（含当日），过期后诊断恢复' }),
  })
  .meta({ title: '一条豁免' });

export const correctionsSchema = z
  .strictObject({
    schema: z.literal('choucha/corrections@1').meta({ title: '格式版本' }),
    corrections: z.array(correctionSchema).optional().meta({ title: '更正（次序无关）' }),
    waivers: z.array(waiverSchema).optional().meta({ title: '豁免（次序无关）' }),
  })
  .meta({ title: '抽查计划的更正与豁免' });

export type Correction = z.infer<typeof correctionSchema>;
export type Waiver = z.infer<typeof waiverSchema>;
/** The content of a corrections file. */
export type CorrectionsFile = z.infer<typeof correctionsSchema>;
