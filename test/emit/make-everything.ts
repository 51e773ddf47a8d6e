import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from '../../src/check.ts';
import { convert } from '../../src/convert.ts';
import type { TracedPlan } from '../../src/emit/tables/index.ts';
import { type Plan, planSchema, type Task } from '../../src/plan/schema.ts';
import { makePlan } from '../plan/make-plan.ts';

const body = (name: string, more: Partial<Task['lead'][0]> = {}): Task['lead'][0] => ({
  name,
  unit: name.replace(/^市/, ''),
  level: 'city',
  ...more,
});

/** A plan in which every column of every table has something, and texts are as awkward as they come. */
export const everything: Plan = planSchema.parse(
  makePlan(
    [
      {
        name: '=HYPERLINK("http://example.org","x")',
        items: ['+1', '引号"与逗号,', 'a'],
        targets: '@企业\t制表',
        ratio: { kind: 'percent', min: 5, max: null, count: { min: 20, max: 20, unit: '户' }, note: '附注' },
        frequency: { min: 1, max: null, per: 'P1Y', note: '每个对象' },
        creditRule: {
          applies: true,
          basis: '企业信用风险分类结果',
          system: 'low-high',
          classes: ['low', 'high'],
          raises: ['ratio', 'frequency'],
          text: '对低风险、高风险企业递加抽查比例、频次',
        },
        period: {
          start: '2024-03',
          end: '2024-11-15',
          segments: [
            { start: '2024-03', end: '2024-05' },
            { start: '2024-11-01', end: '2024-11-15' },
          ],
          note: '分批',
        },
        lead: [body('市公安局', { printed: '公安', alias: '市反恐办', note: '检查旅馆时' }), body('市教育局')],
        partners: [body('县（市、区）粮食部门', { level: 'county' })],
        executors: [body('市税务局', { level: null })],
        code: 'HY-001',
        section: '一组',
        domain: '公安',
        city: '太原市',
        offices: '法规科',
        targeting: '不定向',
        itemClass: '一般检查事项',
        method: '现场检查',
        basis: '《旅馆业治安管理办法》',
        mode: '市抽市查',
        initiation: '联合',
        population: { min: 300, max: 300, unit: '户', text: '约300户' },
        sample: { min: 15, max: null, unit: null, text: '不少于15' },
        remarks: "'-已带撇号",
        extra: { 联系电话: '-0351', 'a"b': '_x000D_ 与 \u000b' },
      },
      {
        number: null,
        name: '分档',
        ratio: {
          kind: 'tiered',
          by: 'credit',
          tiers: [
            { of: 'low', kind: 'percent', min: 1, max: 1 },
            { of: 'high', kind: 'count', min: 3, max: 5, unit: '户', about: true },
          ],
          note: '按年调整',
        },
        frequency: {
          kind: 'tiered',
          by: 'level',
          tiers: [
            { of: 'city', min: 1, max: 1, per: 'P1Y' },
            { of: 'county', min: null, max: 4, per: null },
          ],
        },
        period: { start: null, end: '2024-02' },
        creditRule: { applies: false, text: '不涉及信用风险分类' },
      },
      {
        name: '约数',
        sample: { min: 10, max: 20, unit: '户', text: '10-20户' },
        ratio: { kind: 'percent', min: 1.5, max: 1.5, about: true },
        frequency: { min: 2, max: 3, per: null },
        period: { start: '2024-01-31', end: null },
      },
      { name: '数量', ratio: { kind: 'count', min: 60, max: 70, unit: '家' }, period: { start: '2024', end: '2024' } },
      {
        name: '另见',
        ratio: { kind: 'reference', text: '详见附件2' },
        frequency: { kind: 'undecided', text: '不定期' },
        period: { start: null, end: null, note: '局统一安排' },
      },
      {
        name: '未能识读',
        unread: { ratio: '5O%', frequency: '抽查1', creditRule: '三级', period: '57', population: '若干' },
        population: null,
      },
      {
        name: '两行',
        items: ['一', '二'],
        parts: [
          { items: ['一'], lead: [body('市商务局')], ratio: { kind: 'percent', min: 1, max: 1 } },
          { items: ['二'], lead: [body('市民政局')], period: { start: '2024-06', end: '2024-07' } },
        ],
      },
    ].map(task => ({
      ...task,
      ...(task.period?.start === '2024' && { period: { start: '2024-02-30', end: '2024-02' } }),
    })) as Partial<Task>[],
    {
      title: '=1+1',
      subtitle: '副"标题"',
      edition: '修订版',
      kind: 'joint',
      region: { name: '太原市', code: '140100', level: 'city' },
      issuer: [body('市人民政府办公室', { printed: '市府办', alias: '市政府研究室', note: '代章' })],
      documentNumber: '并政办发〔2024〕1号',
      issued: '2024-02-29',
      notes: ['-1.第一条', '2.第二条,"引"'],
    },
  ),
);

/** Some plan with no trace: its findings are those of the rules that need none. */
export const untraced = (plan: Plan): TracedPlan => ({ plan, trace: null, diagnostics: check(plan).diagnostics });

/** The founding plan, converted. */
export async function founding(): Promise<TracedPlan> {
  const name = 'lvliang-2023.txt';
  const bytes = readFileSync(resolve(import.meta.dirname, '../../samples', name));
  const { plan, trace } = (await convert({ name, bytes })).plans[0]!;
  return { plan, trace, diagnostics: trace.diagnostics };
}
