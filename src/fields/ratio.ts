import type { Finding } from '../model/diagnostic.ts';
import { readStatements, unwrap } from './amounts/cell.ts';
import { formatPer } from './amounts/duration.ts';
import { dealOut, type Share } from './amounts/halves.ts';
import { headerUnit } from './amounts/header-unit.ts';
import { isNone } from './amounts/phrases.ts';
import { formatRatio, type Ratio, ratioSchema } from './amounts/ratio-schema.ts';
import { intervalOf, joinNotes, type Resolved, resolve } from './amounts/resolve.ts';
import type { Broken, Claim } from './amounts/statement.ts';
import { blank, type CellContext, type Field, type Parsed, unread, type Wording } from './field.ts';
import { foldText } from './fold.ts';

export { type Ratio, ratioSchema } from './amounts/ratio-schema.ts';

const notations = [
  {
    name: 'exact',
    title: { zh: '确定的比例', en: 'an exact ratio' },
    examples: ['2%', '抽查比例10%', '按5%的比例抽取', '5‰', '百分之五', '千分之五', '两成', '五分之一', '总数的4%'],
  },
  {
    name: 'at-least',
    title: { zh: '下限', en: 'a floor' },
    examples: [
      '不低于5%',
      '不得少于3%',
      '≥5%',
      '5%以上',
      '5%（含）以上',
      '至少百分之五',
      '全年抽查比例不低于5%',
      '抽查比例不低5%',
    ],
  },
  {
    name: 'at-most',
    title: { zh: '上限', en: 'a ceiling' },
    examples: ['不高于10%', '不超过20%', '≤10%', '10%以内', '最高10%', '控制在5%以内'],
  },
  {
    name: 'range',
    title: { zh: '区间', en: 'a range' },
    examples: ['10-20%', '3%—5%', '5%至10%', '百分之五至百分之十', '不低于5%，不超过10%', '5%以上10%以下'],
  },
  { name: 'about', title: { zh: '约数', en: 'an approximate ratio' }, examples: ['约1.5%', '5%左右', '大约5%-8%'] },
  {
    name: 'full-coverage',
    title: { zh: '全覆盖', en: 'full coverage' },
    examples: ['全覆盖', '100%全覆盖', '全部抽查'],
  },
  {
    name: 'percent-with-count',
    title: { zh: '比例并写数量', en: 'a ratio with a count beside it' },
    examples: ['10%（20户）', '5%，且不少于3家', '30家中，按10%比例进行抽取3户'],
  },
  {
    name: 'count',
    title: { zh: '数量', en: 'a count instead of a ratio' },
    examples: ['1户', '60-70家', '不少于10家', '约20户', '抽取3家企业', '2.8万户'],
  },
  {
    name: 'by-credit-class',
    title: { zh: '按信用类别分档', en: 'by credit class' },
    examples: [
      'A3%\nB4%\nC5%\nD6%',
      '低风险1%，一般风险3%，较高风险5%，高风险10%',
      'A、B、C、D类企业抽查比例分别为1%、3%、5%、10%',
      '守信企业1%；失信企业20%',
    ],
  },
  {
    name: 'by-level',
    title: { zh: '按层级分档', en: 'by level of government' },
    examples: ['市级2% 区级10%', '省局3%，市局5%'],
  },
  {
    name: 'by-object',
    title: { zh: '按对象分档', en: 'by kind of object' },
    examples: ['农药生产企业抽查比例不低于10%，农药经营者抽查比例不低于0.5%', '学校抽查比例为5%；中职学校10%；其他20%'],
  },
  {
    name: 'reference',
    title: { zh: '另见其他文件', en: 'by reference' },
    examples: ['省级计划规定比例', '详见附件2', '按1:10比例抽取'],
  },
  {
    name: 'undecided',
    title: { zh: '未定', en: 'left open' },
    examples: ['待定', '根据监管需要确定', '根据企业信用风险分类结果确定'],
  },
] as const satisfies readonly Wording[];

type By = (typeof notations)[number]['name'];

const self = {
  title: { zh: '抽查比例', en: 'ratio' },
  expected: { zh: '比例或数量，如“不低于5%”“10%”“20户”', en: 'a ratio or a count, such as 不低于5%, 10% or 20户' },
};

interface Reading {
  readonly value: Ratio;
  readonly by: By;
}

const percentBy = ({ about, full, bound, low, high }: Claim): By =>
  full
    ? 'full-coverage'
    : about
      ? 'about'
      : bound === 'floor'
        ? 'at-least'
        : bound === 'ceiling'
          ? 'at-most'
          : low < high
            ? 'range'
            : 'exact';

/** min, max and what goes with them, in canonical order. */
const amountOf = (claim: Claim) => ({
  ...(claim.what === 'percent'
    ? { kind: 'percent' as const, ...intervalOf(claim) }
    : { kind: 'count' as const, ...intervalOf(claim), unit: claim.unit! }),
  ...(claim.about && { about: true as const }),
});

/** A count beside a percentage is part of the value where it is as plain as 20户; otherwise its words are a note. */
const isPlain = ({ about, per, subject, hedges }: Claim): boolean =>
  !about && per === null && subject === null && hedges.length === 0;

function build(resolved: Exclude<Resolved, { kind: 'refused' }>, beside: Resolved | null): Reading {
  if (resolved.kind === 'tiers') {
    const { by, tiers, note } = resolved;
    const value: Ratio = {
      kind: 'tiered',
      by,
      tiers: tiers.map(({ of, claim }) => ({ of, ...amountOf(claim) })),
      ...(note !== null && { note }),
    };
    return { value, by: ({ credit: 'by-credit-class', level: 'by-level', object: 'by-object' } as const)[by] };
  }
  const { claim } = resolved;
  const every = claim.per !== null && claim.per !== 'P1Y' ? [`每${formatPer(claim.per).slice(1)}`] : [];
  const count = beside?.kind === 'one' ? beside : null;
  const counted = count !== null && isPlain(count.claim);
  const note = joinNotes([
    ...every,
    ...(resolved.note === null ? [] : [resolved.note]),
    ...(count === null
      ? []
      : counted
        ? count.note === null
          ? []
          : [count.note]
        : [count.claim.text, ...count.claim.riders]),
  ]);
  const value = {
    ...amountOf(claim),
    ...(counted && { count: { ...intervalOf(count.claim), unit: count.claim.unit! } }),
    ...(note !== null && { note }),
  } as Ratio;
  return { value, by: claim.what === 'count' ? 'count' : counted ? 'percent-with-count' : percentBy(claim) };
}

/** Reads the ratio out of what a cell says of it; `text` is quoted where it cannot be read. */
export function readRatio({ claims, open, broken }: Share, text: string): Parsed<Ratio> {
  const refused = (findings: readonly Finding[]): Parsed<Ratio> => ({ value: null, by: null, findings });
  if (broken.length > 0) return refused(refusals(self, broken, text));
  if (claims.length === 0) {
    if (!open) return blank;
    const findings: Finding[] =
      open.kind === 'undecided' ? [{ code: 'amount-undecided', params: { text: open.text } }] : [];
    return { value: { kind: open.kind, text: open.text }, by: open.kind, findings };
  }
  const percents = claims.filter(({ what, subject }) => what === 'percent' && subject === null);
  const counts = claims.filter(({ what, subject }) => what === 'count' && subject === null);
  const paired = percents.length > 0 && percents.length + counts.length === claims.length;
  const resolved = resolve(paired ? percents : claims);
  const beside = paired && counts.length > 0 ? resolve(counts) : null;
  if (resolved.kind === 'refused') return refused([resolved.finding ?? unread(self, text)]);
  if (beside?.kind === 'refused') return refused([beside.finding ?? unread(self, text)]);
  const { value, by } = build(resolved, beside);
  const periodic = claims.flatMap(({ per, text: stated }): Finding[] =>
    per === null || per === 'P1Y'
      ? []
      : [{ code: 'ratio-per-period', params: { text: stated, stretch: `每${formatPer(per).slice(1)}` } }],
  );
  const own = resolved.kind === 'tiers' ? resolved.findings : [];
  return { value, by, findings: [...claims.flatMap(({ findings }) => findings), ...periodic, ...own] };
}

/** Why stretches cannot be read; what needs no special word is quoted once. */
export function refusals(
  field: Pick<Field<unknown>, 'title' | 'expected'>,
  broken: readonly Broken[],
  text: string,
): Finding[] {
  const special = broken.flatMap(({ finding }) => finding ?? []);
  return special.length < broken.length ? [...special, unread(field, text)] : special;
}

/** A cell that says there is nothing. */
export const none = (field: Pick<Field<unknown>, 'title'>, text: string): Finding => ({
  code: 'amount-none',
  params: { field: field.title, text },
});

/** What is left out of the value because the column is for another amount. */
export const otherAmounts = (field: Pick<Field<unknown>, 'title'>, texts: readonly string[]): Finding[] =>
  texts.map(text => ({ code: 'other-amount', params: { field: field.title, text } }));

function parse(raw: string, context: CellContext = {}): Parsed<Ratio> {
  const text = unwrap(foldText(raw));
  if (text === '') return blank;
  if (isNone(text)) return { ...blank, findings: [none(self, text)] };
  const unit = headerUnit(context.header);
  const shares = dealOut(text, readStatements(text, unit?.what === 'times' ? null : unit), ['ratio']);
  const parsed = readRatio(shares.ratio, text);
  if (parsed.value === null) {
    return parsed.findings.length > 0 ? parsed : { ...blank, findings: [unread(self, text)] };
  }
  return { ...parsed, findings: [...parsed.findings, ...otherAmounts(self, shares.others)] };
}

/** How many of the objects are inspected: a percentage, a count, or one for every kind of object. */
export const ratio: Field<Ratio> = {
  name: 'ratio',
  ...self,
  notations,
  refusals: [
    '不低于500%',
    '0%',
    '5%~3%',
    '5%-5%',
    '5O%',
    'M50%',
    '05%',
    '.5%',
    '1 5%',
    '5%%',
    '百分之',
    '三分之一',
    '三五成',
    '低5%',
    '不于5%',
    '不底于5%',
    '抽查比列不低于5%',
    '不低于高于5%',
    '5%不低于',
    '不低于5%以下',
    '约不低于5%',
    '5%，10%',
    '5%、10%',
    '5%或10%',
    '5%，不超过10%',
    '学校5%，学校10%',
    '5%，其中重点企业10%',
    '提高5%',
    '不低于上年度抽查数的5%',
    '三年全覆盖',
    '5',
    '20',
    '抽查1次',
    '3月-12月',
    '适时开展',
    '市市场监管局',
    '农药经营者',
    '抽查比例',
    '涓嶄綆浜�5%',
  ],
  schema: ratioSchema,
  parse,
  format: formatRatio,
};
