import type { CellContext } from '../field.ts';
import { isPlaceStem, readPlaces } from '../region/places.ts';
import { type Prefix, readPrefixes, unlistedPlaces } from './prefix.ts';
import { type Known, type KnownStem, lookup, lookupPattern, lookupStem } from './registry.ts';

/** A body's name, divided. `prefix` and `rest` together are the text that was read. */
export interface Name {
  readonly prefix: Prefix;
  /** The name proper, without its prefix. */
  readonly rest: string;
}
export interface KnownName extends Name {
  readonly known: Known;
}
/** Words without their suffix: 市市场监管, 教育. */
export interface StemName extends Name {
  readonly stem: KnownStem;
}

/** The longest name that is looked at; the longest real ones have some thirty characters. */
export const longestName = 60;

function search<T>(
  text: string,
  prefixes: Iterable<Prefix>,
  find: (rest: string) => T | null,
  holds: (found: T, prefix: Prefix, rest: string) => boolean,
): { prefix: Prefix; rest: string; found: T } | null {
  for (const prefix of prefixes) {
    const rest = text.slice(prefix.end);
    const found = rest === '' ? null : find(rest);
    if (found && holds(found, prefix, rest)) return { prefix, rest, found };
  }
  return null;
}

const fits = (found: { party: boolean }, prefix: Prefix): boolean => found.party || !prefix.party;
/** 从事种畜禽生产的单位 are to be inspected; 负责药品监督管理的部门 is a body. */
const fitsKnown = (found: Known, prefix: Prefix, rest: string): boolean =>
  fits(found, prefix) && !(found.vague && prefix.before.endsWith('的') && rest.endsWith('单位'));

const branch = /^(.+(?:局|支队))([\p{Script=Han}]{1,12})分局$/u;
const part =
  /^(?:第?[一二三四五六七八九十]{1,2}|直属|[东西南北中](?:区|城|郊)?|城[区郊]|新区|高新|经开|[\p{Script=Han}]{0,10}(?:开发区|高新区|经开区|示范区|新区|园区))$/u;

/** Plans name the same few bodies in every row: what was read once is kept, for as many names as a large plan has. */
const held = new Map<string, KnownName | null>();
const mostHeld = 5000;

/** Reads a complete name of a registered body, at any level and place; null where it is none. Simplified script. */
export function readName(text: string, context: CellContext): KnownName | null {
  if (text.length < 2 || text.length > longestName) return null;
  const key = `${context.level}|${context.region}|${text}`;
  let name = held.get(key);
  if (name === undefined) {
    name = searchName(text, context);
    if (held.size >= mostHeld) held.clear();
    held.set(key, name);
  }
  return name;
}

function searchName(text: string, context: CellContext): KnownName | null {
  const prefixes = readPrefixes(text, context);
  const found =
    search(text, prefixes, lookup, fitsKnown) ??
    search(text, prefixes.toReversed(), lookupPattern, fitsKnown) ??
    search(text, unlistedPlaces(text), lookup, fitsKnown);
  if (found) return { prefix: found.prefix, rest: found.rest, known: found.found };
  // 市生态环境局离石分局 is a part of the bureau.
  const [, whole = '', place = ''] = branch.exec(text) ?? [];
  const parent =
    part.test(place) || isPlaceStem(place) || readPlaces(place, 0)?.end === place.length
      ? readName(whole, context)
      : null;
  return parent && { ...parent, rest: text.slice(parent.prefix.end) };
}

/** Reads a name that lacks its suffix. */
export function readStem(text: string, context: CellContext): StemName | null {
  if (text.length < 2 || text.length > longestName) return null;
  const found = search(text, readPrefixes(text, context), lookupStem, fits);
  return found && { prefix: found.prefix, rest: found.rest, stem: found.found };
}

/** How offices end that are in no registry. */
const organ =
  /(?:局|委|委员会|办|办公室|办事处|公署|部门|支队|大队|总队|中队|执法队|救援队|管委会|村委会|居委会|领导小组|联席会议|指挥部|指挥中心|法院|检察院|(?:服务|管理|事务|保障|发展|监测|控制|监督|指导|交易|执法|指挥|监管|应急|救助)中心|(?:监管|管理|监督|司法|派出|研究|检验|监察|税务|稽查)所|(?:管理|监督|监理|监测|检查|工作|总|植保|推广)站|股|科|处|科室|股室|处室|协会|联合会|学会|商会|总社|联社|管理处|服务处|机关|专班|政府|工委|组织部|武装部)$/u;
/** Endings of many other things besides; a level before the name is the evidence. */
const office = /(?:中心|所|站|院|公司|馆|社|队|室|基地|银行|专办|公会|促进会|管理部|工作部|公安处)$/u;
const sentence =
  /^(?:任务|责任|执行|承办|联络|上传|实施|参与|发起)|(?:公证|加工|销售|存放|寄存|经营)处$|检查(?!站|总站|局|支队|大队|科|股|处)|抽查|抽取|情况|是否|进行|开展|从事|应当|根据|按照|依据|牵头|配合|负责|组织实施|会同|委托|监管对象|^对(?!外|口)|^[和及与]|关于|的|等|[布格]局$|结局$|邮局$|[主承督举协]办$/u;

/** What a name that is in no registry looks like: an office of its kind, no sentence, no place or firm to be inspected. */
export function readUnknown(text: string, context: CellContext): Name | null {
  if (text.length < 2 || text.length > 36 || !/^[\p{Script=Han}“”]+$/u.test(text) || sentence.test(text)) return null;
  // 市场… and 市政… are no city's.
  const prefixes = readPrefixes(text, context).filter(
    ({ end, before, party }) =>
      end === 0 ||
      (text.length - end > (party ? 1 : 0) &&
        (before === '' || before === '各') &&
        !/^(?:场|政|容|民|域|块|直|属)/u.test(text.slice(end))),
  );
  // An unknown name is not divided by level.
  const prefix = [prefixes.at(-1)!, prefixes[0]!].find(({ levels }) => levels.length === 1)!;
  const levelled = prefix.levels[0]!.words !== '';
  return organ.test(text) || (levelled && office.test(text)) ? { prefix, rest: text.slice(prefix.end) } : null;
}
