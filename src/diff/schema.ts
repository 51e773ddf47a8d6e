import { z } from 'zod';
import { severities } from '../model/diagnostic.ts';
import { taskSchema } from '../plan/schema.ts';
import { placeSchema } from '../plan/trace-schema.ts';
import { ruleIds } from './rules/ids.ts';

/** How two plans stand to each other: a plan of the level below or a later edition, or the plan of another year. */
export const relations = ['adjustment', 'successor'] as const;
export type Relation = (typeof relations)[number];

export const statuses = ['kept', 'added', 'dropped', 'split', 'merged'] as const;
export type Status = (typeof statuses)[number];

/** How sure a pair is. `none` stands where nothing was paired: the entry's `match` is then that of the nearest task. */
export const bands = ['same', 'likely', 'review', 'none'] as const;
export type Band = (typeof bands)[number];

/**
 * What became of a value. `cannot-tell`: the values cannot be compared, and `reason` says why. `role-swapped`: bodies moved
 * between lead and partners. Each kind has its mirror: what is raised from here to there is lowered from there to here.
 */
export const kinds = [
  ...(['added', 'removed', 'changed', 'raised', 'lowered', 'bound-changed', 'widened', 'narrowed', 'shifted'] as const),
  ...(['role-swapped', 'strengthened', 'weakened', 'cannot-tell'] as const),
] as const;
export type Kind = (typeof kinds)[number];

/** Why something cannot be told or decided. */
export const reasons = [
  ...(['unread-base', 'unread-head', 'not-stated', 'undecided', 'reference', 'not-comparable'] as const),
  ...(['about', 'undated', 'open-window', 'text-changed'] as const),
] as const;
export type Reason = (typeof reasons)[number];

/** What was seen and is no change. */
export const foldings = ['alias', 'level', 'cosmetic'] as const;
export type Folding = (typeof foldings)[number];

const id = z.string().min(1);
const side = z.enum(['base', 'head']).meta({ title: '哪一方' });
const field = z.string().min(1).meta({ title: '栏目' });
const kind = z.enum(kinds).meta({ title: '变化' });
const reason = z.enum(reasons).meta({ title: '无法判断的原因' });
const score = z.number().min(0).max(1);
const count = z.int().nonnegative();

const place = z
  .strictObject({
    side,
    pointer: z.string().meta({ title: '计划中的位置（JSON Pointer）' }),
    places: z.array(placeSchema).optional().meta({ title: '来源文件中的出处' }),
  })
  .meta({ title: '位置' });

const detail = z
  .strictObject({
    kind,
    of: z.string().min(1).optional().meta({ title: '哪一档、哪一类内容、哪一行' }),
    from: z.unknown().meta({ title: '原值' }),
    to: z.unknown().meta({ title: '新值' }),
  })
  .meta({ title: '细目' });

const change = z
  .strictObject({
    field,
    kind,
    reason: reason.optional(),
    task: id.optional().meta({ title: '拆分、合并时：所涉的那一项任务' }),
    from: z.unknown().meta({ title: '原值；null 为没有写明或未能识读' }),
    to: z.unknown().meta({ title: '新值；null 为没有写明或未能识读' }),
    unread: z
      .strictObject({ base: z.string().optional(), head: z.string().optional() })
      .optional()
      .meta({ title: '未能识读的原文' }),
    details: z.array(detail).optional().meta({ title: '分档、分项、分部门的变化' }),
    places: z.array(place).meta({ title: '两方的位置' }),
  })
  .meta({ title: '一处变化' });

const folded = z
  .strictObject({ field, kind: z.enum(foldings).meta({ title: 'alias 别名，level 层级用语，cosmetic 写法' }) })
  .meta({ title: '看到但不算变化的差异' });

const match = z
  .strictObject({
    score: score.meta({ title: '相似度' }),
    margin: z.number().meta({ title: '与次优之差' }),
    band: z.enum(bands).meta({ title: '把握' }),
    parts: z
      .strictObject({
        name: score.nullable(),
        targets: score.nullable(),
        items: score.nullable(),
        lead: score.nullable(),
      })
      .meta({ title: '各部分的相似度；null 为至少一方没有' }),
    runnerUp: z.strictObject({ side, task: id, score }).optional().meta({ title: '次优' }),
    pinned: z.literal(true).optional().meta({ title: '由配对文件指定' }),
  })
  .meta({ title: '配对依据' });

const entry = z
  .strictObject({
    status: z.enum(statuses).meta({ title: '去向' }),
    base: z.array(id).meta({ title: '基准计划的任务' }),
    head: z.array(id).meta({ title: '对比计划的任务' }),
    renamed: z.boolean().meta({ title: '是否改名' }),
    match: match.optional(),
    nearest: id.optional().meta({ title: '新增或取消的任务在另一方最接近的任务' }),
    changes: z.array(change).meta({ title: '变化' }),
    folded: z.array(folded).meta({ title: '看到但不算变化的差异' }),
    content: z
      .strictObject({ base: z.array(taskSchema), head: z.array(taskSchema) })
      .optional()
      .meta({ title: '新增、取消、拆分、合并的任务全文' }),
  })
  .meta({ title: '任务的去向' });

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

const finding = z
  .strictObject({
    id: z.enum(ruleIds).meta({ title: '规则' }),
    level: z.enum(severities).meta({ title: '级别' }),
    outcome: z.enum(['fail', 'cannot-decide']).meta({ title: '结论' }),
    reason: reason.optional(),
    base: z.array(id).meta({ title: '基准计划的任务' }),
    head: z.array(id).meta({ title: '对比计划的任务' }),
    field,
    from: z.unknown(),
    to: z.unknown(),
    places: z.array(place).meta({ title: '两方的位置' }),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .meta({ title: '指纹：换行、重排、换格式不变' }),
    message: bilingual.meta({ title: '说明' }),
  })
  .meta({ title: '规则的结论（未通过或无法判断）' });

const planOf = z.strictObject({
  id: id.meta({ title: '计划标识' }),
  title: z.string().nullable().meta({ title: '标题' }),
  year: z.int().nullable().meta({ title: '年度；计划没有写明的，为多数任务的时间所在的年度' }),
});

export const diffSchema = z
  .strictObject({
    schema: z.literal('choucha/diff@1').meta({ title: '格式版本' }),
    base: planOf.meta({ title: '基准计划' }),
    head: planOf.meta({ title: '对比计划' }),
    as: z.enum(relations).meta({ title: '比较方式：调整或接续' }),
    tasks: z.array(entry).meta({ title: '任务，按基准计划顺序，新增在后' }),
    plan: z
      .strictObject({ changes: z.array(change), folded: z.array(folded) })
      .meta({ title: '整个计划的变化：表后说明、增减的栏目' }),
    findings: z.array(finding).meta({ title: '规则的结论' }),
    rules: z
      .array(
        z.strictObject({
          id: z.enum(ruleIds),
          level: z.enum(severities),
          pass: count,
          fail: count,
          cannotDecide: count,
        }),
      )
      .meta({ title: '所用规则及各结论的数目' }),
    summary: z
      .strictObject({
        kept: count.meta({ title: '两方都有' }),
        changed: count.meta({ title: '其中确有变化（含拆分、合并）' }),
        added: count.meta({ title: '新增' }),
        dropped: count.meta({ title: '取消' }),
        split: count.meta({ title: '拆分' }),
        merged: count.meta({ title: '合并' }),
        renamed: count.meta({ title: '改名' }),
        cannotTell: count.meta({ title: '有无法判断之处' }),
      })
      .meta({ title: '合计（按去向条目计）' }),
  })
  .meta({ title: '两份抽查计划的比较' });

export type Diff = z.infer<typeof diffSchema>;
export type Entry = Diff['tasks'][number];
export type Change = Entry['changes'][number];
export type Detail = NonNullable<Change['details']>[number];
export type Folded = Entry['folded'][number];
export type Match = NonNullable<Entry['match']>;
export type DiffFinding = Diff['findings'][number];
export type SidedPlace = Change['places'][number];
export type Side = SidedPlace['side'];
