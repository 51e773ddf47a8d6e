import { z } from 'zod';
import { diagnosticSchema } from '../../plan/trace-schema.ts';

const count = z.int().nonnegative();

/** The report for machines: what was said of each file, as it counts. */
export const reportSchema = z
  .strictObject({
    schema: z.literal('choucha/report@1').meta({ title: '格式版本' }),
    files: z
      .array(
        z.strictObject({
          path: z.string().meta({ title: '文件' }),
          findings: z
            .array(
              diagnosticSchema.extend({
                address: z.string().meta({ title: '任务.栏目（choucha explain 所用）；没有计划时为空' }),
                fingerprint: z.string().meta({ title: '指纹（豁免所用）；没有计划时为空' }),
                accepted: z.boolean().meta({ title: '豁免有效，不计入' }),
              }),
            )
            .meta({ title: '诊断' }),
        }),
      )
      .meta({ title: '各文件' }),
    summary: z.strictObject({ error: count, warning: count, info: count, waived: count }).meta({ title: '合计' }),
  })
  .meta({ title: '供程序读取的诊断报告' });

export type Report = z.infer<typeof reportSchema>;
