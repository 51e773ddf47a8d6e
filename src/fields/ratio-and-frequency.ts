import { z } from 'zod';
import type { Finding } from '../model/diagnostic.ts';
import { readStatements, unwrap } from './amounts/cell.ts';
import { dealOut, type Share } from './amounts/halves.ts';
import { isNone } from './amounts/phrases.ts';
import { blank, type CellContext, type Field, type Parsed, type Wording } from './field.ts';
import { foldText } from './fold.ts';
import { type Frequency, frequency, frequencySchema, readFrequency } from './frequency.ts';
import { none, type Ratio, ratio, ratioSchema, readRatio } from './ratio.ts';

export const ratioAndFrequencySchema = z.strictObject({
  ratio: ratioSchema.nullable().meta({ title: '抽查比例' }),
  frequency: frequencySchema.nullable().meta({ title: '抽查频次' }),
});
export type RatioAndFrequency = z.infer<typeof ratioAndFrequencySchema>;

/** What each half gave by itself: a half that cannot be read does not take the other with it. */
export interface ParsedRatioAndFrequency extends Parsed<RatioAndFrequency> {
  readonly halves: { readonly ratio: Parsed<Ratio>; readonly frequency: Parsed<Frequency> };
}

const notations: readonly Wording[] = [
  {
    name: 'both',
    title: { zh: '比例和频次，不分先后', en: 'a ratio and a frequency, in either order' },
    examples: [
      '抽查比例不低于5%；抽查1次',
      '3%；2次/年',
      '每季度一次，抽查比例不少于30%',
      '（抽查频次：2次、抽查概率：20%）',
      '抽查比例不低于5%；抽查频次根据实际情况确定',
    ],
  },
  { name: 'ratio-alone', title: { zh: '只有比例', en: 'a ratio alone' }, examples: ['抽查比例不低于40%', '全覆盖'] },
  { name: 'frequency-alone', title: { zh: '只有频次', en: 'a frequency alone' }, examples: ['抽查1次', '每年2次'] },
];

const isSilent = ({ claims, open, broken }: Share): boolean =>
  claims.length === 0 && open === null && broken.length === 0;

function readHalf<T>(
  share: Share,
  text: string,
  code: 'ratio-not-stated' | 'frequency-not-stated',
  read: (share: Share, text: string) => Parsed<T>,
): Parsed<T> {
  if (isSilent(share)) return { ...blank, findings: [{ code, params: { text } }] };
  const stretch = share.broken.map(part => part.text).join('；');
  return read(share, stretch || text);
}

/** A cell that says there is nothing says it of both halves. */
function saysNothing(text: string): ParsedRatioAndFrequency {
  const halves = {
    ratio: { ...blank, findings: [none(ratio, text)] },
    frequency: { ...blank, findings: [none(frequency, text)] },
  };
  return { ...blank, findings: [...halves.ratio.findings, ...halves.frequency.findings], halves };
}

const nameOf = (stated: Ratio | null, often: Frequency | null): string | null =>
  stated && often ? 'both' : stated ? 'ratio-alone' : often ? 'frequency-alone' : null;

/** Reads a raw cell of a column for both; the halves say by which notation each was read. */
function parse(raw: string, _context: CellContext = {}): ParsedRatioAndFrequency {
  const text = unwrap(foldText(raw));
  if (text === '') return { ...blank, halves: { ratio: blank, frequency: blank } };
  if (isNone(text)) return saysNothing(text);
  const shares = dealOut(text, readStatements(text), ['ratio', 'frequency']);
  const halves = {
    ratio: readHalf(shares.ratio, text, 'ratio-not-stated', readRatio),
    frequency: readHalf(shares.frequency, text, 'frequency-not-stated', readFrequency),
  };
  const findings: readonly Finding[] = [...halves.ratio.findings, ...halves.frequency.findings];
  const nothing = halves.ratio.value === null && halves.frequency.value === null;
  return {
    value: nothing ? null : { ratio: halves.ratio.value, frequency: halves.frequency.value },
    by: nameOf(halves.ratio.value, halves.frequency.value),
    findings,
    halves,
  };
}

/** Words that leave a half open need its name beside them. */
const isOpen = (value: Ratio | Frequency): boolean =>
  'kind' in value && (value.kind === 'reference' || value.kind === 'undecided');

function format(value: RatioAndFrequency): string {
  const parts = [
    value.ratio && `${isOpen(value.ratio) ? '抽查比例' : ''}${ratio.format(value.ratio)}`,
    value.frequency && `${isOpen(value.frequency) ? '抽查频次' : ''}${frequency.format(value.frequency)}`,
  ];
  return parts.filter(Boolean).join('；');
}

/** A column that holds both, as most plans have it. */
export const ratioAndFrequency: Omit<Field<RatioAndFrequency>, 'parse'> & {
  readonly parse: (raw: string, context?: CellContext) => ParsedRatioAndFrequency;
} = {
  name: 'ratioAndFrequency',
  title: { zh: '抽查比例及频次', en: 'ratio and frequency' },
  expected: { zh: '比例和频次，如“不低于5%；抽查1次”', en: 'a ratio and a frequency, such as 不低于5%；抽查1次' },
  notations,
  refusals: [
    '1',
    '5',
    '5%，10%',
    '抽查比例不低于500%',
    '3%1',
    '抽查1',
    '5O%；l次',
    '抽查比例及频次',
    '市市场监管局',
    '3月-12月',
    '由县级组织实施',
    '涓嶄綆浜�5%',
  ],
  schema: ratioAndFrequencySchema,
  parse,
  format,
};
