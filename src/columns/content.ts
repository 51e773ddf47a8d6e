import { foldText } from '../fields/fold.ts';

/** Would a cell of this text be read in a column of this plan field (or as `ratioAndFrequency`)? Made from the fields. */
export type LooksLike = (field: string, text: string) => boolean;

const place = '(?:市|州|盟|地区|县|区|旗|省|县（市、区）|区县|市州)';

/** Whole cells that show a column of words for what it is; fields without an entry can hold any text. */
const words: Readonly<Record<string, RegExp>> = {
  code: /^(?=.*(?:[A-Za-z]|\d{5}|\d[-_.]))[A-Za-z\d][A-Za-z\d\-–—_./]*$/u,
  targeting: /^(?:不定向|非定向|定向)(?:抽查|检查|抽取)?(?:[、/和](?:不|非)?定向(?:抽查|检查|抽取)?)?$/u,
  initiation:
    /^(?:.{0,8}(?:本部门|跨部门|部门联合|内部|单部门|多部门|联合|本单位).{0,6}|.{0,16}(?:发起|自行组织|统一组织|统一安排)(?:（.{0,60}）)?|(?:临时|年度|专项).{0,10}(?:任务|计划))$/u,
  itemClass:
    /^(?:重点|一般|特殊|普通|日常|专项|行政)(?:抽查|检查|监管)?(?:事项|对象|项目|领域)?(?:[、/和](?:重点|一般|特殊).{0,6})?$/u,
  mode: /^(?:(?:国家|省|市|县|区|旗|州|乡镇|街道|本)[、/（）省市县区级旗]{0,8}(?:级|本级|抽[省市县区（）]{1,5}查|抽查|联动)[、/，]?){1,4}$/u,
  method: /^.{0,6}(?:现场|书面|网络|网上|线上|线下|实地|远程|非现场|抽样|查阅|核查|调取|询问|座谈).{0,40}$/u,
  city: new RegExp(
    `^(?:(?:各|全)${place}(?:范围内?)?|[\\p{Script=Han}]{1,7}${place})(?:[、，][\\p{Script=Han}]{1,7}${place})*$`,
    'u',
  ),
  offices:
    /^.{0,20}(?:科|股|处|室|所|队|中心|站|办|组)(?:（.{0,20}）)?(?:[、，].{0,20}(?:科|股|处|室|所|队|中心|站|办|组))*$/u,
};

/** By which field `looksLike` is asked. */
const kinds: Readonly<Record<string, string>> = {
  ...{ ratio: 'ratio', frequency: 'frequency', creditRule: 'creditRule' },
  ...{ period: 'period', 'period.start': 'period', 'period.end': 'period' },
  ...{ lead: 'lead', partners: 'lead', executors: 'lead' },
  ...{ population: 'sample', sample: 'sample', number: 'number' },
};

const telling = (field: string): boolean => field in words || field in kinds;
const isNumeral = (text: string): boolean => /^\d{1,9}(?:\.\d{1,4})?$/.test(text);

function fits(field: string, text: string, looksLike: LooksLike): boolean {
  const pattern = words[field];
  if (pattern) return pattern.test(text);
  if (field === 'number') return /^\d{1,4}[.、]?$/.test(text);
  // A bare number is nothing by itself: the header's unit makes it a ratio, a frequency or a count.
  if (isNumeral(text)) return ['ratio', 'frequency', 'population', 'sample'].includes(field);
  return looksLike(kinds[field]!, text);
}

/**
 * Divides a combined cell between the fields of its column: 3月-12月，1次/年 is a period and a frequency. Null where a
 * piece of it is none of them.
 */
export function divideCell(fields: readonly string[], text: string, looksLike: LooksLike): Map<string, string> | null {
  const shares = new Map<string, string>();
  for (const piece of text.split(/[；;，,。（）\n]/u).map(foldText)) {
    if (piece === '') continue;
    const field = fields.find(field => fits(field, piece, looksLike));
    if (!field) return null;
    shares.set(field, shares.has(field) ? `${shares.get(field)}；${piece}` : piece);
  }
  return shares;
}

const isRatioAndFrequency = (fields: readonly string[]) =>
  fields.length === 2 && fields.includes('ratio') && fields.includes('frequency');

/** Does a cell hold every one of several fields, each beside the others? */
export function holdsAll(fields: readonly string[], text: string, looksLike: LooksLike): boolean {
  if (fields.some(field => fits(field, text, looksLike))) return false;
  if (isRatioAndFrequency(fields)) return looksLike('ratioAndFrequency', text);
  return divideCell(fields, text, looksLike)?.size === fields.length;
}

const cellFits = (fields: readonly string[], text: string, looksLike: LooksLike): boolean =>
  // A combined cell may leave one of its fields out.
  fields.some(field => fits(field, text, looksLike)) || (fields.length > 1 && holdsAll(fields, text, looksLike));

/** How many of a column's different cells are judged. */
const enough = 40;

/** The texts by which a column is judged: folded, without blanks and placeholders, each once. */
export function evidence(samples: readonly string[]): string[] {
  const texts = new Set<string>();
  for (const raw of new Set(samples)) {
    if (texts.size === enough) break;
    const text = raw.length > 400 ? '' : foldText(raw);
    if (!/^[-–—/\\无]*$/u.test(text)) texts.add(text);
  }
  return [...texts];
}

/**
 * The share of cells that fit a reading, 0 to 1; null where nothing can be said: no cells, or a field that may hold any
 * text.
 */
export function fittingShare(fields: readonly string[], texts: readonly string[], looksLike: LooksLike): number | null {
  if (texts.length === 0 || !fields.every(telling)) return null;
  return texts.filter(text => cellFits(fields, text, looksLike)).length / texts.length;
}
