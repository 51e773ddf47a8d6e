import type { Finding } from '../model/diagnostic.ts';
import { readStatements, unwrap } from './amounts/cell.ts';
import type { BareUnit } from './amounts/core.ts';
import { type Frequency, formatFrequency, frequencySchema } from './amounts/frequency-schema.ts';
import { dealOut, type Share } from './amounts/halves.ts';
import { headerUnit } from './amounts/header-unit.ts';
import { isNone } from './amounts/phrases.ts';
import { intervalOf, resolve } from './amounts/resolve.ts';
import type { Claim } from './amounts/statement.ts';
import { blank, type CellContext, type Field, type Parsed, unread, type Wording } from './field.ts';
import { foldText } from './fold.ts';
import { none, otherAmounts, refusals } from './ratio.ts';

export { type Frequency, frequencySchema } from './amounts/frequency-schema.ts';

const notations = [
  {
    name: 'times',
    title: { zh: '次数', en: 'a number of times' },
    examples: ['1次', '抽查1次', '抽查一次', '抽查频次：2次', '=1'],
  },
  {
    name: 'times-per',
    title: { zh: '每段时间的次数', en: 'a number of times in every such stretch of time' },
    examples: [
      '1次/年',
      '每年1次',
      '每季度一次',
      '半年一次',
      '两年抽查1次',
      '全年抽查2次',
      '1次/年/单位',
      '1年/次',
      '上、下半年各1次',
      '同一年度对同一单位（人）的抽查次数为1次',
    ],
  },
  {
    name: 'at-least',
    title: { zh: '下限', en: 'a floor' },
    examples: ['不少于1次/年', '至少2次', '每年不少于1次', '每三年至少覆盖一次', '1次以上', '>=1'],
  },
  { name: 'at-most', title: { zh: '上限', en: 'a ceiling' }, examples: ['每年不超过2次', '最多2次', '2次以内'] },
  {
    name: 'range',
    title: { zh: '区间', en: 'a range' },
    examples: ['1-2次', '每年1至2次', '一到两次', '检查频次：1次/年/单位\n上限：2次/年/单位'],
  },
  { name: 'implied', title: { zh: '未写次数', en: 'no number of times' }, examples: ['每半年', '每季度抽查'] },
  { name: 'bare-number', title: { zh: '频次栏里的数字', en: 'a number alone' }, examples: ['1', '2'] },
  {
    name: 'by-credit-class',
    title: { zh: '按信用类别分档', en: 'by credit class' },
    examples: ['A类1次/年，B类2次/年', '对A、B、C、D类企业分别不超过2次、4次、6次、4次'],
  },
  {
    name: 'by-level',
    title: { zh: '按层级分档', en: 'by level of government' },
    examples: ['市级局每年组织1次；县级局每月组织1次'],
  },
  {
    name: 'by-object',
    title: { zh: '按对象分档', en: 'by kind of object' },
    examples: ['学校每年1次，校外培训机构每年2次'],
  },
  {
    name: 'reference',
    title: { zh: '另见其他文件', en: 'by reference' },
    examples: ['详见频次表', '按省级计划执行'],
  },
  {
    name: 'undecided',
    title: { zh: '未定', en: 'left open' },
    examples: ['根据监管需要确定', '待定', '不定期', '适时'],
  },
] as const satisfies readonly Wording[];

type By = (typeof notations)[number]['name'];

const self = {
  title: { zh: '抽查频次', en: 'frequency' },
  expected: {
    zh: '次数，如“1次”“1次/年”“每季度不少于1次”',
    en: 'a number of times, such as 1次, 1次/年 or 每季度不少于1次',
  },
};

function nameOf({ implied, bound, low, high, per, text }: Claim): By {
  if (implied) return 'implied';
  if (bound) return bound === 'floor' ? 'at-least' : 'at-most';
  if (low < high) return 'range';
  if (/^\d+$/.test(text)) return 'bare-number';
  return per === null ? 'times' : 'times-per';
}

/** min, max and per, in canonical order. */
const timesOf = (claim: Claim) => ({ ...intervalOf(claim), per: claim.per });

/** Reads the frequency out of what a cell says of it; `text` is quoted where it cannot be read. */
export function readFrequency({ claims, open, broken }: Share, text: string): Parsed<Frequency> {
  const refused = (findings: readonly Finding[]): Parsed<Frequency> => ({ value: null, by: null, findings });
  if (broken.length > 0) return refused(refusals(self, broken, text));
  if (claims.length === 0) {
    if (!open) return blank;
    const findings: Finding[] =
      open.kind === 'undecided' ? [{ code: 'amount-undecided', params: { text: open.text } }] : [];
    return { value: { kind: open.kind, text: open.text }, by: open.kind, findings };
  }
  // 约1次 is no frequency that the plan has a place for.
  if (claims.some(({ about }) => about)) return refused([unread(self, text)]);
  const resolved = resolve(claims);
  if (resolved.kind === 'refused') return refused([resolved.finding ?? unread(self, text)]);
  const findings = claims.flatMap(claim => claim.findings);
  const note = resolved.note === null ? {} : { note: resolved.note };
  if (resolved.kind === 'one') {
    return { value: { ...timesOf(resolved.claim), ...note }, by: nameOf(resolved.claim), findings };
  }
  const { by, tiers } = resolved;
  const value: Frequency = {
    kind: 'tiered',
    by,
    tiers: tiers.map(({ of, claim }) => ({ of, ...timesOf(claim) })),
    ...note,
  };
  const name = ({ credit: 'by-credit-class', level: 'by-level', object: 'by-object' } as const)[by];
  return { value, by: name, findings: [...findings, ...resolved.findings] };
}

/** A number alone in a column for frequencies; more than once a month is rather another column's number. */
const alone: BareUnit = { what: 'times', per: null, most: 12 };

function parse(raw: string, context: CellContext = {}): Parsed<Frequency> {
  const text = unwrap(foldText(raw));
  if (text === '') return blank;
  if (isNone(text)) return { ...blank, findings: [none(self, text)] };
  const unit = headerUnit(context.header);
  const statements = readStatements(text, unit?.what === 'times' ? unit : alone);
  const shares = dealOut(text, statements, ['frequency']);
  const parsed = readFrequency(shares.frequency, text);
  if (parsed.value === null) {
    return parsed.findings.length > 0 ? parsed : { ...blank, findings: [unread(self, text)] };
  }
  return { ...parsed, findings: [...parsed.findings, ...otherAmounts(self, shares.others)] };
}

/** How often an object, or the task, comes up. */
export const frequency: Field<Frequency> = {
  name: 'frequency',
  ...self,
  notations,
  refusals: [
    '抽查1',
    '每年1',
    '1/',
    '1次/',
    '次/年',
    '抽查次',
    'l次/年',
    'O次',
    '0次',
    '1.5次',
    '500次',
    '57',
    '2023',
    '2次-1次',
    '两三次',
    '1、2次',
    '1次，2次',
    '约1次',
    '每月1次，全年12次',
    '每年1次，重点企业每年2次',
    '不少于不超过1次',
    '每半月一次',
    '隔年一次',
    '1月1次',
    '第一季度1次',
    '每年抽查5%',
    '每月检查5家',
    '5%',
    '3月-12月',
    '配合省级检查',
    '一次性检查',
    '市市场监管局',
    '频次',
  ],
  schema: frequencySchema,
  parse,
  format: formatFrequency,
};
