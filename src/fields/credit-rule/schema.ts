import { z } from 'zod';
import { systems } from './classes.ts';

const text = z.string().min(1).meta({ title: '原文' });

/** How credit classes govern a task: on what basis, for which classes, and what rises with them. */
export const creditRuleSchema = z.discriminatedUnion('applies', [
  z.strictObject({
    applies: z.literal(true).meta({ title: '是否涉及信用风险分类' }),
    basis: z.string().min(1).nullable().meta({ title: '依据' }),
    system: z.enum(systems).nullable().meta({ title: '分类体系' }),
    classes: z.array(z.string().min(1)).meta({ title: '类别' }),
    raises: z.array(z.enum(['ratio', 'frequency'])).meta({ title: '递加内容' }),
    text,
  }),
  z.strictObject({ applies: z.literal(false).meta({ title: '是否涉及信用风险分类' }), text }),
]);
export type CreditRule = z.infer<typeof creditRuleSchema>;
