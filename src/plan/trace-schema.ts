import { z } from 'zod';
import { type Code, codes } from '../model/catalogue/index.ts';
import { severities } from '../model/diagnostic.ts';
import { origins } from '../model/traced.ts';

const positive = z.int().positive();
const count = z.int().nonnegative();

export const placeSchema = z
  .union([
    z.strictObject({
      page: positive,
      box: z.strictObject({ x0: z.number(), top: z.number(), x1: z.number(), bottom: z.number() }),
    }),
    z.strictObject({ table: positive, row: positive, column: positive }),
    z.strictObject({ sheet: z.string(), cell: z.string() }),
    z.strictObject({ line: positive, column: positive }),
  ])
  .meta({ title: '出处：页与框、表行列、工作表单元格或行列号' });

const day = z.iso.date();
const who = {
  reason: z.string().meta({ title: '理由' }),
  by: z.string().optional().meta({ title: '决定人' }),
  date: day.optional().meta({ title: '决定日期' }),
};

const cell = z
  .strictObject({
    raw: z.string().meta({ title: '原文' }),
    by: z.string().optional().meta({ title: '识读所用写法' }),
    origin: z.enum(origins).meta({ title: '来历' }),
    from: z.string().optional().meta({ title: '取自哪一行（JSON Pointer）' }),
    correction: z
      .strictObject({ ...who, evidence: z.string().optional().meta({ title: '依据' }) })
      .optional()
      .meta({ title: '更正的理由（raw 仍为来源原文）' }),
    places: z.array(placeSchema).meta({ title: '出处' }),
  })
  .meta({ title: '一个值的来历' });

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

export const diagnosticSchema = z
  .strictObject({
    code: z.enum(codes as [Code, ...Code[]]).meta({ title: '代码' }),
    severity: z.enum(severities).meta({ title: '级别' }),
    pointer: z.string().optional().meta({ title: '计划中的位置（JSON Pointer）' }),
    row: z.string().optional().meta({ title: '追溯文件中的行（JSON Pointer）' }),
    places: z.array(placeSchema).meta({ title: '出处' }),
    raw: z.string().optional().meta({ title: '原文' }),
    params: z.record(z.string(), z.union([z.string(), z.number(), bilingual])).meta({ title: '参数' }),
    message: bilingual.meta({ title: '说明' }),
    hint: bilingual.meta({ title: '建议' }),
    cause: z
      .strictObject({
        in: z.enum(['source', 'conversion']).meta({ title: '出在来源还是转换' }),
        evidence: bilingual.meta({ title: '凭据' }),
      })
      .optional()
      .meta({ title: '成因' }),
    waived: z
      .strictObject({ ...who, until: day.optional().meta({ title: '有效期至（含当日）' }) })
      .optional()
      .meta({ title: '豁免' }),
  })
  .meta({ title: '诊断' });

export const traceSchema = z
  .strictObject({
    schema: z.literal('choucha/trace@1').meta({ title: '格式版本' }),
    source: z
      .strictObject({
        name: z.string().meta({ title: '文件名' }),
        format: z.string().meta({ title: '格式' }),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .meta({ title: '文件的 SHA-256' }),
        pages: positive.optional().meta({ title: '页数' }),
        encoding: z.string().optional().meta({ title: '字符编码' }),
      })
      .meta({ title: '来源文件' }),
    plan: z.record(z.string(), cell).meta({ title: '计划各项的来历' }),
    columns: z
      .array(
        z.strictObject({
          header: z.string().meta({ title: '表头' }),
          fields: z.array(z.string()).meta({ title: '栏目' }),
          column: positive.meta({ title: '列号' }),
        }),
      )
      .meta({ title: '列' }),
    rows: z
      .array(
        z.strictObject({
          task: z.string().meta({ title: '所属任务（JSON Pointer）' }),
          cells: z.record(z.string(), cell).meta({ title: '各栏目' }),
        }),
      )
      .meta({ title: '数据行' }),
    ledger: z
      .strictObject({
        characters: count,
        cells: count,
        header: count,
        title: count,
        notes: count,
        prose: count,
        sections: count,
        pageFurniture: count,
        repeatedHeaders: count,
        markup: count,
        otherPlans: count,
        discarded: z.array(z.strictObject({ text: z.string(), why: z.string(), place: placeSchema.nullable() })),
      })
      .meta({ title: '字数账：来源中每个非空白字符的去处' }),
    diagnostics: z.array(diagnosticSchema).meta({ title: '诊断' }),
  })
  .meta({ title: '抽查计划的追溯文件' });
