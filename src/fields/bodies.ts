import { z } from 'zod';
import type { Finding } from '../model/diagnostic.ts';
import { readCell } from './bodies/cell.ts';
import { type Body, type Entry, entriesOf } from './bodies/compose.ts';
import { findingsOf, findingsOfScript } from './bodies/findings.ts';
import { type Repaired, repair } from './bodies/repair.ts';
import { blank, type CellContext, type Field, type Parsed, unread, type Wording } from './field.ts';
import { foldText } from './fold.ts';
import { levels } from './region/places.ts';
import { isPlaceholder, refuseText } from './text.ts';

export type { Body } from './bodies/compose.ts';

const text = z.string().min(1);

export const body: z.ZodType<Body> = z
  .strictObject({
    name: text.meta({ title: '名称' }),
    printed: text.optional().meta({ title: '原文写法' }),
    unit: text.meta({ title: '单位（部门名录的键，各级各种写法相同）' }),
    level: z.enum(levels).nullable().meta({ title: '层级' }),
    alias: text.optional().meta({ title: '加挂的牌子' }),
    note: text.optional().meta({ title: '条件或附注' }),
  })
  .meta({ title: '部门' });

const title = { zh: '部门', en: 'bodies' };
const expected = { zh: '以顿号分隔的部门名称', en: 'names of public bodies' };

const none: Wording = {
  name: 'none',
  title: { zh: '无', en: 'nobody' },
  examples: ['无', '无配合部门', '/', '—'],
};

const nobody =
  /^（?(?:(?:暂?无|没有|不涉及|无需|不需要?)(?:其他|其它|相关|有关)?(?:配合|参与|联合|协同|协助|牵头|发起)?(?:检查|抽查)?的?(?:部门|单位|机关)?|不适用)）?$/u;

/** How a cell is written, the most telling trait first: it stands as `by` in the trace. */
const traits: readonly (Wording & { readonly shows: (names: readonly Repaired[]) => boolean })[] = [
  {
    name: 'run-together',
    title: { zh: '连写、无分隔', en: 'run together, without a separator' },
    examples: ['市市场监管局市税务局'],
    shows: names => names.some(({ draft }) => draft.separator === null),
  },
  {
    name: 'levels',
    title: { zh: '一语兼指几级', en: 'several levels in one phrase' },
    examples: ['市、县级城市管理部门', '市、县（市、区）粮食部门', '省、市、县三级市场监管部门', '市县级教育行政部门'],
    shows: names => names.some(({ prefix }) => prefix.levels.length > 1),
  },
  {
    name: 'alternatives',
    title: { zh: '以“或”并列', en: 'alternatives' },
    examples: ['文化和旅游或卫生健康或宣传部门（检查电影院时宣传部门发起）'],
    shows: names => names.some(({ draft }) => draft.separator === '或'),
  },
  {
    name: 'open-list',
    title: { zh: '以“等”结尾', en: 'a list left open' },
    examples: ['公安、税务等部门', '市公安局等'],
    shows: names => names.some(({ draft }) => draft.open !== null),
  },
  {
    name: 'shared-suffix',
    title: { zh: '共用后缀', en: 'shared suffix' },
    examples: ['教育、卫生健康部门', '公安、市场监管局'],
    shows: names => names.some(({ suffixBy }) => suffixBy === 'shared'),
  },
  {
    name: 'shared-prefix',
    title: { zh: '共用或省略前缀', en: 'shared prefix' },
    examples: ['市市场监管局、公安局、生态环境局、交通运输局'],
    shows: names => names.some(({ carried }) => carried),
  },
  {
    name: 'without-suffix',
    title: { zh: '缺后缀', en: 'suffix lost' },
    examples: ['市市场监管、市交通运输局', '市场监管'],
    shows: names => names.some(({ draft }) => draft.reading.kind === 'stem'),
  },
  {
    name: 'with-bracket',
    title: { zh: '括注第二牌子或条件', en: 'second name plate or condition in brackets' },
    examples: ['市委宣传部（市新闻出版局）', '市公安局（牵头）'],
    shows: names => names.some(({ draft }) => draft.alias !== null || draft.notes.length > 0),
  },
  {
    name: 'list',
    title: { zh: '并列', en: 'list' },
    examples: ['市公安局、市应急管理局', '市市场监管局 市应急管理局', '市公安局和市应急管理局', '市教育局/市民政局'],
    shows: names => names.length > 1,
  },
  {
    name: 'one',
    title: { zh: '单个部门', en: 'one body' },
    examples: [
      '市文化和旅游局',
      '晋阳海关',
      '各县（市、区）市场监管部门',
      '县级以上市场监管部门',
      '消保市场股',
      '汾阳市公安局',
    ],
    shows: () => true,
  },
];

const bracketed = (text: string | undefined): string => (text === undefined ? '' : `（${text}）`);

// What was printed is no part of the canonical text: it belongs to one cell of one source.
const formatBody = ({ name, alias, note }: Body): string => name + bracketed(alias) + bracketed(note);

/** Each body once; the first name is kept. */
function withoutRepetition(entries: readonly Entry[]): { value: Body[]; findings: Finding[] } {
  const first = new Map<string, Body>();
  const findings: Finding[] = [];
  for (const { identity, body } of entries) {
    const known = first.get(identity);
    if (known) {
      const again = { ...body, name: body.printed ?? body.name };
      findings.push({ code: 'repeated-body', params: { first: known.name, again: formatBody(again) } });
    } else first.set(identity, body);
  }
  return { value: [...first.values()], findings };
}

function readNames(raw: string, context: CellContext): Parsed<Body[]> | null {
  const cell = readCell(raw, context);
  if (!cell) return null;
  const names = repair(cell.drafts, context);
  // 燃气 alone is a subject, no body.
  if (names.some(({ draft: { reading }, suffix }) => reading.kind === 'stem' && !suffix && !reading.stem.alone))
    return null;
  const read = names.map(name => entriesOf(name));
  const { value, findings } = withoutRepetition(read.flat());
  return {
    value,
    by: traits.find(({ shows }) => shows(names))!.name,
    findings: [
      ...findingsOfScript(cell, foldText(raw)),
      ...names.flatMap((name, i) => findingsOf(name, read[i]!, names[i - 1], cell.lines)),
      ...findings,
    ],
  };
}

function readNone(folded: string): Parsed<Body[]> | null {
  if (isPlaceholder(folded))
    return { value: [], by: none.name, findings: [{ code: 'placeholder-cell', params: { text: folded } }] };
  return nobody.test(folded) ? { value: [], by: none.name, findings: [] } : null;
}

function parse(raw: string, context: CellContext = {}): Parsed<Body[]> {
  const folded = foldText(raw);
  if (folded === '') return blank;
  const refuse = (finding: Finding): Parsed<Body[]> => ({ value: null, by: null, findings: [finding] });
  const refusal = refuseText(folded);
  if (refusal) return refuse(refusal);
  return readNone(folded) ?? readNames(raw, context) ?? refuse(unread({ title, expected }, folded));
}

/**
 * Bodies that lead, take part or inspect. `context.column` should hold the raw texts of all body columns of the plan,
 * one array for all its cells: what others show is the evidence for repairs.
 */
export const bodies: Field<Body[]> = {
  name: 'bodies',
  title,
  expected,
  notations: [none, ...traits],
  refusals: [
    '对学校开展气象灾害防御教育的检查',
    '3月-12月',
    '抽查比例不低于5%；抽查1次',
    '各类学校',
    '本辖区获证电影院',
    '商场、市场、宾馆、超市',
    '根据企业信用风险分类结果，确定抽查比例',
    '定点医药机构',
    '市公安局、加强监管',
    '市委宣传部（市新闻出版局',
    '1',
    '燃气',
    '锟斤拷',
    '同上',
  ],
  schema: z.array(body),
  parse,
  format: value => value.map(formatBody).join('、') || '无',
};
