import { catalogue } from '../model/catalogue/index.ts';
import { type Bilingual, type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { bodies } from './bodies.ts';
import { count } from './count.ts';
import { creditRule } from './credit-rule.ts';
import { remembered } from './data.ts';
import type { CellContext, Field, Parsed } from './field.ts';
import { frequency } from './frequency.ts';
import { items } from './items.ts';
import { number } from './number.ts';
import { period } from './period.ts';
import { ratio } from './ratio.ts';
import { ratioAndFrequency } from './ratio-and-frequency.ts';
import { textFields } from './text.ts';

export { ratioAndFrequency } from './ratio-and-frequency.ts';

/** A field under the name that a column has in the plan, where that differs from the kind of its cells. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds fields of every value type
const named = (name: string, title: Bilingual, field: Field<any>): Field<any> => ({ ...field, name, title });

/** Every column that a plan can have, by its name in the plan; what is special about each is in its own file. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds fields of every value type
const fields: Readonly<Record<string, Field<any>>> = {
  number,
  ...textFields,
  items,
  ratio,
  frequency,
  creditRule,
  period,
  lead: named('lead', { zh: '发起部门', en: 'lead body' }, bodies),
  partners: named('partners', { zh: '配合部门', en: 'partners' }, bodies),
  executors: named('executors', { zh: '检查主体', en: 'executing body' }, bodies),
  population: named('population', { zh: '抽查基数', en: 'population' }, count),
  sample: named('sample', { zh: '抽取户数', en: 'sample' }, count),
};

/** The fields whose notations the README shows. */
export const documentedFields: readonly Field<unknown>[] = [
  number,
  items,
  ratio,
  frequency,
  ratioAndFrequency,
  period,
  creditRule,
  bodies,
  count,
] as Field<unknown>[];

/** The columns that hold bodies. */
export const bodyFields: ReadonlySet<string> = new Set(['lead', 'partners', 'executors']);

/** The field of a column; a column that nobody knows holds text. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds fields of every value type
export const fieldOf = (name: string): Field<any> => fields[name] ?? textFields.remarks;

export const fieldTitle = (name: string): Bilingual => {
  const header = name.startsWith('extra:') ? name.slice('extra:'.length) : null;
  return header === null ? (fields[name]?.title ?? { zh: name, en: name }) : { zh: header, en: header };
};

export const fieldExpected = (name: string): Bilingual => fieldOf(name).expected;

/** The fields whose cells have a form of their own, and what no such cell is without: a cheap look before the grammar. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds fields of every value type
const telling: readonly (readonly [field: Field<any>, mark: RegExp])[] = [
  [number, /^[\d（①-⑳一二三四五六七八九十]/u],
  [ratio, /[%‰\d成例覆百]/u],
  [frequency, /[次每]/u],
  [period, /[\d年月日季]/u],
  [creditRule, /信用|风险|分类|分级/u],
  [bodies, /[局委厅部办署院队关心所站会处行府门社）]$/u],
];

/** For judging what a text is like: a window that names no year is one all the same. */
const anyYear: CellContext = { year: 2024 };

const judges = new Map<string, (text: string) => boolean>();

/** Would a cell of this text be read without doubt in a column of this field? The second witness for columns. */
export function looksLike(name: string, text: string): boolean {
  const judge = judges.get(name) ?? remembered(text => judgeCell(name, text));
  judges.set(name, judge);
  return judge(text);
}

function judgeCell(name: string, text: string): boolean {
  if (name !== 'ratioAndFrequency') return isClean(fieldOf(name).parse(text, anyYear));
  const { value } = ratioAndFrequency.parse(text);
  return value?.ratio != null && value.frequency != null && !isOpen(value.ratio);
}

/** Read as a value of its own, and nothing that a person would have to decide: 根据监管需要确定 fits many columns. */
const isClean = ({ value, findings }: Parsed<unknown>): boolean =>
  value !== null &&
  !isOpen(value) &&
  findings.every(({ code, severity }) => (severity ?? catalogue[code].severity) === 'info');

/** Words that settle no amount and no date. */
const isOpen = (value: unknown): boolean => {
  const { kind, start, end } = value as { kind?: string; start?: unknown; end?: unknown };
  return kind === 'undecided' || kind === 'reference' || (start === null && end === null);
};

/** Cells with a form of their own are short; anything longer is prose. */
const longestTelling = 40;

/** Names of the plan's columns that read a text entirely: what a text out of place may be. */
export const readableAs = remembered((text: string): readonly string[] =>
  text.length > longestTelling
    ? []
    : telling
        .filter(([field, mark]) => mark.test(text) && isClean(field.parse(text, anyYear)))
        .map(([field]) => (field === bodies ? 'lead' : field.name)),
);

/** The fields of the public `parseCell`. */
const cellFields = { ratio, frequency, ratioAndFrequency, period, bodies, items, creditRule } as const;
export type CellField = keyof typeof cellFields;
export const cellFieldNames = Object.keys(cellFields) as CellField[];

/**
 * Reads one cell. `text` is the raw text of the cell.
 * @throws TypeError where there is no such field.
 */
export function parseCell(
  field: CellField,
  text: string,
  context: CellContext = {},
): { readonly value: unknown; readonly by: string | null; readonly diagnostics: readonly Diagnostic[] } {
  const known = cellFields[field] as Field<unknown> | undefined;
  if (!known) throw new TypeError(`unknown field ${field}, expected one of ${cellFieldNames.join(', ')}`);
  const { value, by, findings } = known.parse(text, context);
  return { value, by, diagnostics: findings.map(finding => diagnose(finding, { raw: text })) };
}
