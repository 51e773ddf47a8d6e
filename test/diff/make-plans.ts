import type { Plan } from '../../src/plan/schema.ts';
import { interpretParts } from '../plan/make-document.ts';

/** The cells of one row by the columns below; what is not given is as in `usual`. */
export interface Cells {
  name?: string;
  items?: string;
  targets?: string;
  amounts?: string;
  credit?: string;
  period?: string;
  lead?: string;
  partners?: string;
}

const headers: Readonly<Record<keyof Cells, string>> = {
  name: '抽查任务名称',
  items: '抽查事项',
  targets: '抽查对象范围',
  amounts: '抽查比例及频次',
  credit: '信用风险分类监管要求',
  period: '抽查时间',
  lead: '发起部门',
  partners: '配合部门',
};

export const four = '根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次';
export const two = '根据企业信用风险分类结果，对较高风险、高风险企业分别递加抽查比例、频次';

export const usual: Required<Cells> = {
  name: '对旅行社经营活动的双随机抽查',
  items: '1.旅行社业务经营许可情况；2.旅游合同签订情况；3.质量保证金交存情况',
  targets: '旅行社、旅行社分社',
  amounts: '不低于5%；抽查1次',
  credit: four,
  period: '3月-11月',
  lead: '市文化和旅游局',
  partners: '市市场监管局、市交通运输局',
};

/** A plan read from rows, as any document would be. */
export function planOf(rows: readonly Cells[], title = '吕梁市2024年度部门联合双随机抽查工作计划'): Plan {
  const columns = Object.keys(headers) as (keyof Cells)[];
  const cells = rows.map((row, i) => [String(i + 1), ...columns.map(column => row[column] ?? usual[column])]);
  return interpretParts(title, [['序号', ...columns.map(column => headers[column])], ...cells]).plans[0]!.plan;
}
