import type { Finding } from '../model/diagnostic.ts';
import { type Level, type Naming, readPlaces } from './region/places.ts';

export { type Level, levels } from './region/places.ts';

/** A place that a text names. */
export interface Region {
  /** As the text writes it, without the places above it: 潞州区. */
  readonly name: string;
  /** GB/T 2260, six digits; null where the table has no such place, or several. */
  readonly code: string | null;
  readonly level: Level;
  /** Codes of the places of this name, where there are several. */
  readonly candidates: readonly string[];
  /** What stands behind the name. */
  readonly rest: string;
  readonly findings: readonly Finding[];
}

/** How far into a text a place is looked for: titles are short, and a place deep in prose is not its subject. */
const reach = 200;

/** What may stand before a title's own words. */
const leadIn =
  /^(?:\s|附(?:件|表)?\d{0,2}[：:.、-]?|[（）“《【〈]|关于|印发|发布|公布|下达|调整|公开|开展|制定|转发|做好|原|中共|中国共产党|中华人民共和国|\d{4}年度?|二[〇○零]..年度?)/u;

/** How a title goes on behind its place; a place that no table vouches for is taken only before it. */
const goesOn =
  '(?=$|\\d|[二“《（]|年|部门|跨部门|双随机|联合|涉企|行政|人民|随机|抽查|管委会|管理委员会|' +
  '\\p{Script=Han}{2,16}(?:局|委|委员会|厅|办公室|部门)(?:$|[^\\p{Script=Han}]|关于|印发|二[〇○零]))';

/** Zones with offices of their own that are no places of GB/T 2260. They rank with counties. */
const zone = new RegExp(
  '^[^\\P{Script=Han}各全本对和与及的内级辖]{0,14}?' +
    `(?:开发区|高新区|经开区|示范区|集聚区|保税区|管理区|试验区|实验区|合作区|度假区|风景名胜区|风景区|名胜区|新区|园区)${goesOn}`,
  'u',
);

const notInName = '的和及与对度部门抽检双随机关于印发开展各全本我该局委厅办法';
/** A place unknown to the table, by its suffix: 清河市2024年度…. */
const unknownPlace = new RegExp(
  `^((?:(?![${notInName}])\\p{Script=Han}){1,7}?(?![${notInName}超城夜集辖社景园矿牧灾])\\p{Script=Han})` +
    `(?:(省|自治区)|(市|自治州|州|盟|地区)|(自治县|县|旗|区))${goesOn}`,
  'u',
);

/** Names of two characters that are words too: 矿区安全检查 is not about the 矿区 of 阳泉. */
const common = /^[城郊矿东西南北新]区(?!$|[\d（“《]|年|人民|政府|部门|双随机|跨部门|联合)/u;

const ministries =
  '外交|国防|教育|科学?技术?|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理';
const national = new RegExp(
  `^(?!.*(?:调查队|监管分局|监管局|分行|支行|支局))(?:全国|国家(?!级)|国务院|中央|最高人民|${ministries.replaceAll(/([^|]+)/g, '(?:$1)部')}|审计署|海关总署|税务总局|\\p{Script=Han}{2,8}总局|中国人民银行)(?!门)`,
  'u',
);

const xinjiangCorps = '新疆生产建设兵团';

function fromNaming(text: string, { places, name, end }: Naming): Region {
  const [place, ...others] = places;
  const rest = text.slice(end);
  const inner = zone.exec(rest)?.[0];
  if (inner) return unknown(inner, 'county', rest.slice(inner.length));
  const candidates = others.length ? places.map(({ code }) => code) : [];
  return {
    name,
    code: others.length ? null : place!.code,
    level: place!.level,
    candidates,
    rest,
    findings: others.length
      ? [{ code: 'ambiguous-region', params: { name, count: places.length, codes: candidates.join('、') } }]
      : [],
  };
}

const unknown = (name: string, level: Level, rest: string): Region => ({
  name,
  code: null,
  level,
  candidates: [],
  rest,
  findings: [{ code: 'unknown-region', params: { name } }],
});

/** A place at the start of a text that the table does not have, and its level. */
function unknownAt(text: string): [name: string, level: Level] | null {
  if (text.startsWith(xinjiangCorps)) return [xinjiangCorps, 'province'];
  const area = zone.exec(text)?.[0] ?? '';
  if (area.length > 2) return [area, 'county'];
  const [name, province, city] = unknownPlace.exec(text)?.filter((_, i) => i !== 1) ?? [];
  return name === undefined ? null : [name, province ? 'province' : city ? 'city' : 'county'];
}

/** Without the words before a title's own: 关于印发《2023年吕梁市… → 吕梁市…. */
function withoutLeadIn(text: string): string {
  for (;;) {
    const lead = leadIn.exec(text)?.[0];
    if (!lead) return text;
    text = text.slice(lead.length);
  }
}

/** A place of the table anywhere in a text. Names of two characters are too common to be looked for. */
function within(text: string): Region | null {
  for (let at = 1; at < text.length; at++) {
    // 沿海城市 is no 海城市.
    const naming = text[at - 1] === '沿' ? null : readPlaces(text, at, 3);
    if (naming) return fromNaming(text, naming);
  }
  return null;
}

const nationwide = (rest: string): Region => ({
  name: '全国',
  code: null,
  level: 'national',
  candidates: [],
  rest,
  findings: [],
});

/**
 * The place that a title or another text begins with, or else names: the innermost of 山西省吕梁市汾阳市. A place that
 * the table does not know is taken only from the start, by its suffix, and has no code; a name that several places
 * share has none either. Both carry a finding. Texts of the ministries are `national`, without a code. A name without
 * its suffix (吕梁) is no region. Null where the text names no place.
 */
export function findRegion(text: string): Region | null {
  const own = withoutLeadIn(text.slice(0, reach));
  const known = common.test(own) ? null : readPlaces(own, 0);
  if (known) return fromNaming(own, known);
  // 国家税务总局吕梁市税务局 is of 吕梁市.
  if (national.test(own)) return within(own) ?? nationwide(own);
  const unlisted = unknownAt(own);
  return unlisted ? unknown(...unlisted, own.slice(unlisted[0].length)) : within(own);
}
