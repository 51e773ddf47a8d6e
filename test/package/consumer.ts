// Somebody else's program: it is type-checked and run against the installed package.
import {
  type Conversion,
  type ConvertAllOptions,
  check,
  convert,
  convertAll,
  type Diagnostic,
  emit,
  explain,
  foldText,
  jsonSchema,
  type Limits,
  mapHeader,
  type NamedConversion,
  type Plan,
  parseCell,
  planSchema,
  readTables,
  type Source,
  type Task,
  type Trace,
  traceSchema,
} from 'choucha';

declare const process: { exitCode: number };
declare const console: { log(text: string): void };

const header = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查对象范围',
  '抽查比例及频次',
  '抽查检查起止时间',
  '发起部门',
  '配合部门',
];
const row = [
  '1',
  '对印刷企业的双随机抽查',
  '印刷经营活动',
  '印刷企业',
  '不低于5%；抽查1次',
  '3月-12月',
  '市委宣传部',
  '市公安局',
];
const text = `某市2023年度部门联合双随机抽查工作计划\n\n${[header, row].map(cells => cells.join('\t')).join('\n')}\n`;
const source = (name: string): Source => ({ name, bytes: new TextEncoder().encode(text) });
const limits: Partial<Limits> = { pages: 10 };
const options: ConvertAllOptions = { jobs: 2, ahead: 4, limits, signal: new AbortController().signal };

const { plans, refusal }: Conversion = await convert(source('a.txt'), { limits });
const plan: Plan = plans[0]!.plan;
const trace: Trace = plans[0]!.trace;
const task: Task = plan.tasks[0]!;
const why: Diagnostic | null = refusal;
const codes: string[] = [];
for await (const one of convertAll([source('b.txt'), { name: 'c.txt', bytes: new Uint8Array() }], options)) {
  const { source: name, conversion }: NamedConversion = one;
  const refused: Diagnostic | null = conversion.refusal;
  codes.push(`${name}:${refused?.code ?? conversion.plans.length}`);
}
// @ts-expect-error a source has bytes
void convert({ name: 'a.txt' }).catch(() => {});
const explained = explain(plan, trace, '1.ratio');

const seen = {
  ratio: task.ratio,
  lead: task.lead.map(({ name, unit }) => `${name}=${unit}`),
  why: why?.message.en ?? null,
  same: emit(plan) === emit(planSchema.parse(JSON.parse(emit(plan)))),
  trace: traceSchema.safeParse(trace).success,
  checked: check(plan, trace).skipped.length,
  explained: 'problem' in explained ? null : explained.address,
  header: mapHeader('抽查比例及频次'),
  cell: parseCell('ratio', '不低于5%', {}).value,
  folded: foldText('⼯作（１）'),
  tables: (await readTables(source('a.txt'))).tables.length,
  schema: '$id' in jsonSchema('plan'),
  codes,
};
console.log(JSON.stringify(seen));
process.exitCode = 0;
