import { provinceLines } from './province.ts';

/** One row of a composed plan, cell by cell; lists are still lists. */
export interface ComposedTask {
  name: string;
  items: string[];
  targets: string;
  ratio: string;
  frequency: string;
  creditRule: string;
  period: string;
  lead: string;
  partners: string[];
}

const classes = { F: '低风险、一般风险、较高风险、高风险', H: '较高风险、高风险' };
const rule = (which: string): string => `根据企业信用风险分类结果，对${which}企业分别递加抽查比例、频次`;

/** What stands in the credit column, by its letter in `province.ts`. */
export const creditRules: Readonly<Record<string, string>> = {
  '': '',
  F: rule(classes.F),
  H: rule(classes.H),
  S: '根据企业安全生产信用等级分类结果，确定抽查比例、频次',
};

/** The tasks of the composed provincial plan. */
export const provinceTasks = (): ComposedTask[] =>
  provinceLines
    .trim()
    .split('\n')
    .map(line => {
      const [name, items, targets, amounts, credit, period, lead, partners] = line.split('\t') as string[];
      const [ratio, frequency] = amounts!.split('；') as [string, string];
      return {
        name: name!,
        items: items!.split('；').map(item => item.replace(/^\d\./, '')),
        targets: targets!,
        ratio,
        frequency,
        creditRule: creditRules[credit!]!,
        period: period!,
        lead: lead!,
        partners: partners!.split('、'),
      };
    });

const cityNames: Readonly<Record<string, string>> = {
  省消防救援总队: '市消防救援支队',
  省气象局: '市气象局',
  省委宣传部: '市委宣传部',
};

/** The city's body for a provincial one. */
export const inCity = (body: string): string => cityNames[body] ?? body.replace(/^省/u, '市').replace(/厅$/u, '局');

export const header = [
  ...['序号', '抽查任务名称', '抽查事项', '抽查对象范围', '抽查比例及频次', '信用风险分类监管要求'],
  ...['抽查时间', '发起部门', '配合部门'],
];

/** A task as the cells of its row. */
export const cellsOf = (task: ComposedTask, number: number): string[] => [
  String(number),
  task.name,
  task.items.length === 1 ? task.items[0]! : `${task.items.map((item, i) => `${i + 1}.${item}`).join('；')}。`,
  task.targets,
  [task.ratio, task.frequency].filter(text => text !== '').join('；'),
  task.creditRule,
  task.period,
  task.lead,
  task.partners.join('、'),
];
