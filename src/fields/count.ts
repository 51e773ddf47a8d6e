import { z } from 'zod';
import type { Finding } from '../model/diagnostic.ts';
import { readStatements, unwrap } from './amounts/cell.ts';
import { formatPer } from './amounts/duration.ts';
import { headerUnit } from './amounts/header-unit.ts';
import { isNone } from './amounts/phrases.ts';
import { intervalOf, resolve } from './amounts/resolve.ts';
import { isInterval } from './amounts/shapes.ts';
import type { Broken, Claim } from './amounts/statement.ts';
import { blank, type CellContext, type Field, type Parsed, unread, type Wording } from './field.ts';
import { foldText } from './fold.ts';
import { none, otherAmounts, refusals } from './ratio.ts';
import { simplify } from './traditional.ts';

export const countSchema = z
  .strictObject({
    min: z.int().positive().nullable().meta({ title: '下限（含）' }),
    max: z.int().positive().nullable().meta({ title: '上限（含）' }),
    unit: z.string().min(1).nullable().meta({ title: '单位；null 为没有写明' }),
    text: z.string().min(1).meta({ title: '原文' }),
  })
  .refine(({ min, max }) => (min === null && max === null) || isInterval({ min, max }), {
    message: 'min and max must be in order',
  })
  .meta({ title: '户数（两端均空为未定）' });

export type Count = z.infer<typeof countSchema>;

const notations = [
  {
    name: 'number',
    title: { zh: '数字，单位见表头或不写', en: 'a number, its unit in the header or nowhere' },
    examples: ['14', '1,200', '约300', '基数186万'],
  },
  {
    name: 'with-unit',
    title: { zh: '带单位的数量', en: 'a number with its unit' },
    examples: ['539家', '2.8万户', '1200户', '两百户', '共抽取20户', '抽取3家企业'],
  },
  {
    name: 'bounded',
    title: { zh: '上下限', en: 'a bound or a range' },
    examples: ['不少于10家', '60-70家', '最多5户'],
  },
  { name: 'open', title: { zh: '未定或另见', en: 'left open' }, examples: ['待定', '根据实际情况确定', '详见附件'] },
] as const satisfies readonly Wording[];

const self = {
  title: { zh: '户数', en: 'count' },
  expected: { zh: '数量，如“20”“20户”“不少于10家”', en: 'a number, such as 20, 20户 or 不少于10家' },
};

/** Of 30家中抽取3户, a column for the population takes the first, one for the sample the second. */
const wanted = (claims: readonly Claim[], header = ''): readonly Claim[] => {
  if (!claims.some(({ population }) => population) || claims.every(({ population }) => population)) return claims;
  const forPopulation = /基数|总数|总量|总户数/u.test(simplify(header));
  const forSample = /抽取|抽查户数|抽查数|目标/u.test(simplify(header));
  return forPopulation === forSample ? claims : claims.filter(({ population }) => population === forPopulation);
};

const warnings = ({ about, per, text }: Claim): Finding[] => [
  ...(about ? [{ code: 'count-about', params: { text } } as const] : []),
  ...(per !== null && per !== 'P1Y'
    ? [{ code: 'ratio-per-period', params: { text, stretch: `每${formatPer(per).slice(1)}` } } as const]
    : []),
];

function parse(raw: string, context: CellContext = {}): Parsed<Count> {
  const text = unwrap(foldText(raw));
  if (text === '') return blank;
  if (isNone(text)) return { ...blank, findings: [none(self, text)] };
  const unit = headerUnit(context.header);
  const refused = (findings: readonly Finding[]): Parsed<Count> => ({ value: null, by: null, findings });
  const bare = { what: 'count', unit: unit?.what === 'count' ? unit.unit : null } as const;
  const statements = readStatements(text, bare);
  const broken = statements.filter((part): part is Broken => part.type === 'broken');
  if (broken.length > 0) return refused(refusals(self, broken, text));
  const claims = statements.filter((part): part is Claim => part.type === 'claim');
  const counts = claims.filter(({ what }) => what === 'count');
  const others = otherAmounts(
    self,
    claims.filter(({ what }) => what !== 'count').map(claim => claim.text),
  );
  if (claims.length === 0 && statements.some(({ type }) => type === 'open')) {
    const findings: Finding[] = [{ code: 'amount-undecided', params: { text } }];
    return { value: { min: null, max: null, unit: null, text }, by: 'open', findings };
  }
  if (counts.length === 0) return refused([unread(self, text)]);
  const resolved = resolve(wanted(counts, context.header));
  if (resolved.kind !== 'one') {
    const several: Finding = { code: 'several-amounts', params: { text } };
    return refused([resolved.kind === 'refused' && resolved.finding ? resolved.finding : several]);
  }
  const { claim } = resolved;
  const by = claim.bound || claim.low < claim.high ? 'bounded' : claim.unit === null ? 'number' : 'with-unit';
  const value: Count = { ...intervalOf(claim), unit: claim.unit ?? bare.unit, text };
  return { value, by, findings: [...claim.findings, ...warnings(claim), ...others] };
}

/** How many there are (population), or how many are to be drawn (sample). Both ends null: left open. */
export const count: Field<Count> = {
  name: 'count',
  ...self,
  notations,
  refusals: [
    '0',
    '12.5',
    '-5',
    '05',
    '3O',
    '1 2',
    '1,20',
    '5%',
    '1次',
    '全部',
    '70-60家',
    '学校5家，幼儿园3家',
    '5家，8家',
    '抽查5',
    '2023年',
    '三五家',
    '市市场监管局',
  ],
  schema: countSchema,
  parse,
  format: ({ text }) => text,
};
