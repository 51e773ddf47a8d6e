import type { CellContext } from '../field.ts';
import { isPlaceStem, type Level, readPlaces } from '../region/places.ts';
import { type LevelWords, levelPhrases } from './levels.ts';

/** What stands before the name proper of a body: whose it is, of which place, at which levels. */
export interface Prefix {
  readonly end: number;
  /** Text before the words of level: 国家税务总局, 属地. */
  readonly before: string;
  /** One per level; a single entry with empty words where none is named. */
  readonly levels: readonly LevelWords[];
  /** Text between the words of level and the name: 人民政府. */
  readonly after: string;
  /** True where the name proper must be an organ of the Party: 市委宣传部. */
  readonly party: boolean;
  /** The words can be read as one level or as two. */
  readonly unclear: boolean;
  /** The place is in no table; its level is that of its suffix. */
  readonly unlisted?: boolean;
}

type Part = Pick<Prefix, 'levels' | 'unclear'> & { readonly end: number };

const parent =
  /^(?:国家税务总局|国家金融监督管理总局|国家统计局|国家外汇管理局|国家邮政局|国家烟草专卖局|国家粮食和物资储备局|中国气象局|中国地震局|中国人民解放军|中国人民武装警察部队|中国人民银行|中华人民共和国|中国共产党|中共)(?=.)/u;
const qualifier =
  /^(?:各地|属地|当地|所在地|辖区内?|同级|上级|下级|基层|有关|相关|各有关|全[国省市县区州盟旗]|各|本|原|其他|其它|驻|[\p{Script=Han}“”]{2,18}的)(?=.)/u;
const government = /^(?:地方)?(?:各级)?(?:人民)?政府(?=.)/u;
const committee = /^(?:委员会|工作委员会|工委|委)(?=.)/u;

const zone =
  /^[^\P{Script=Han}局委厅部办各的]{0,12}?(?:开发区|高新区|经开区|示范区|集聚区|保税区|管理区|试验区|实验区|合作区|度假区|风景名胜区|风景区|新区|园区)/u;
const division = /^(?:新疆生产建设兵团|兵团)?第?[一二三四五六七八九十]{1,2}师(?:[\p{Script=Han}]{2,4}市)?/u;

const none: readonly LevelWords[] = [{ words: '', level: null }];
const one = (words: string, level: Level | null): Pick<Part, 'levels' | 'unclear'> => ({
  levels: [{ words, level }],
  unclear: false,
});

/** The place or the words of level at a position, in every reading; a place may be followed by words of level. */
function* placesAndLevels(text: string, at: number, context: CellContext): Generator<Part> {
  yield { end: at, levels: none, unclear: false };
  const nation = /^(?:国家|全国|中央)/u.exec(text.slice(at, at + 2))?.[0];
  if (nation) yield { end: at + 2, ...one(nation, 'national') };
  const naming = readPlaces(text, at);
  if (naming) {
    const place = text.slice(at, naming.end);
    yield { end: naming.end, ...one(place, naming.places[0]!.level) };
    for (const { end, entries, unclear } of levelPhrases(text, naming.end, context))
      yield { end, levels: entries.map(entry => ({ ...entry, words: place + entry.words })), unclear };
  }
  const from = naming?.end ?? at;
  const area = zone.exec(text.slice(from, from + 20))?.[0];
  if (area) yield { end: from + area.length, ...one(text.slice(at, from + area.length), 'county') };
  const army = division.exec(text.slice(at, at + 20))?.[0];
  if (army) yield { end: at + army.length, ...one(army, 'city') };
  for (const { end, entries, unclear } of levelPhrases(text, at, context)) yield { end, levels: entries, unclear };
}

/**
 * Every way of reading a prefix at the start of a text, the shortest first. Which one holds only the name behind it
 * tells: 市场监管局 has none, 市市场监管局 has 市.
 */
export function readPrefixes(text: string, context: CellContext): Prefix[] {
  const found: Prefix[] = [];
  const starts = new Set([0]);
  for (const opening of [parent, qualifier]) {
    const length = opening.exec(text)?.[0].length;
    if (length) starts.add(length);
  }
  for (const start of starts)
    for (const { end, levels, unclear } of placesAndLevels(text, start, context)) {
      const prefix = { end, before: text.slice(0, start), levels, after: '', party: false, unclear };
      found.push(prefix);
      if (end === 0) continue;
      const rest = text.slice(end);
      for (const closing of [government, committee]) {
        const after = closing.exec(rest)?.[0];
        if (after) found.push({ ...prefix, end: end + after.length, after, party: closing === committee });
      }
    }
  return found.sort((a, b) => a.end - b.end);
}

const suffixed = /(?:自治区|自治州|自治县|地区|[省市县区州盟旗镇乡])/gu;
const ofSuffix: Record<string, Level | null> = {
  自治区: 'province',
  省: 'province',
  市: 'city',
  自治州: 'city',
  州: 'city',
  盟: 'city',
  地区: 'city',
  自治县: 'county',
  县: 'county',
  区: 'county',
  旗: 'county',
  镇: null,
  乡: null,
};

/**
 * Places that the table does not know, at the start of a text: by their suffix (清河市教育局), or a known place
 * without it (吕梁银保监分局), which says nothing of the level.
 */
export function* unlistedPlaces(text: string): Generator<Prefix> {
  const prefix = { before: '', after: '', party: false, unclear: false };
  for (const match of text.slice(0, 12).matchAll(suffixed)) {
    const end = match.index + match[0].length;
    const place = text.slice(0, end);
    if (match.index >= 2 && /^(?![省市县区州盟旗各全])[^\P{Script=Han}局委厅部办院队所的和及与]+$/u.test(place))
      yield { ...prefix, end, levels: [{ words: place, level: ofSuffix[match[0]] ?? null }], unlisted: true };
  }
  for (let end = 2; end <= Math.min(6, text.length - 2); end++)
    if (/^[^省市县区州盟旗]/u.test(text) && isPlaceStem(text.slice(0, end)))
      yield { ...prefix, end, before: text.slice(0, end), levels: none };
}
