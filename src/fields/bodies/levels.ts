import type { CellContext } from '../field.ts';
import type { Level } from '../region/places.ts';
import { findRegion } from '../region.ts';

/** One level that a phrase names, with its words: 县（市、区）. */
export interface LevelWords {
  readonly words: string;
  /** Null where the words name no single level: 各级, 县级以上. */
  readonly level: Level | null;
}

/** Words of level at the start of a name. */
export interface LevelPhrase {
  readonly end: number;
  readonly entries: readonly LevelWords[];
  /** The words can be read as one level or as two: 市区, 市（县、区）. */
  readonly unclear: boolean;
}

const bracket = '（[省市县区州盟旗地自治、，和及]{1,9}）';
const zones = '(?:经济)?开发区|高新区|经开区|功能区|示范区|管理区';
const atom = `(?:自治区|自治州|设区的?市|地级市|县级市|直辖市|地区|地市|[省市县区州盟旗](?:${bracket})?)(?:本?级)?`;
/** A zone ranks with counties, but only in a list: 省开发区 is one place, not two levels. */
const more = `(?:[、/和及与]?各?${atom}|[、/和及与]各?(?:${zones}))`;
const phrase = new RegExp(`^各?${atom}${more}*(?:[两三四]级|各级|及?以上)?$`, 'u');
const listed = new RegExp(`各?${atom}${more}{0,7}(?=[^、/，；\\s])`, 'uy');
const atoms = new RegExp(`${zones}|${atom}`, 'gu');
/** All characters that a phrase may hold: no more of a text is tried. */
const run = /^[各省市县区州盟旗自治设的地级直辖本开发高新经济功能示范管理、/和及与两三四以上（），]{1,30}/u;
const twice = /([省市县区州盟旗])\1/u;

/** A list of levels at a position, whose separators part no bodies: 市、县（市、区）粮食部门. Its length, or 0. */
export function levelListAt(text: string, at: number): number {
  listed.lastIndex = at;
  const [list = ''] = listed.exec(text) ?? [];
  return /[、/]/u.test(list) ? list.length : 0;
}

const ofAtom = (text: string, afterCounty: boolean): Level | null => {
  if (/^(?:省|自治区|直辖市)/u.test(text)) return 'province';
  if (/^(?:州|自治州|盟|地|设区)/u.test(text)) return 'city';
  if (!text.startsWith('市')) return 'county';
  if (/（[^）]*[县区旗]/u.test(text)) return null;
  return afterCounty ? 'county' : 'city';
};

/** The level that a word alone means in this plan: 市 in a plan of 汾阳市 is the county-level city itself. */
function inContext(words: string, level: Level | null, context: CellContext): Level | null {
  const { region } = context;
  const [word] = /^[市区州盟旗县]/u.exec(words) ?? [];
  if (!region || !word) return level;
  const place = findRegion(region);
  if (region.endsWith(word)) return (context.level as Level | null | undefined) ?? place?.level ?? level;
  // In the districts of a municipality the city above is of provincial level.
  return word === '市' && /^(?:11|12|31|50)/.test(place?.code ?? '') ? 'province' : level;
}

function interpret(text: string, context: CellContext): Omit<LevelPhrase, 'end'> {
  const whole = (unclear: boolean) => ({ entries: [{ words: text, level: null }], unclear });
  if (/以上$/u.test(text) || /^各级$/u.test(text)) return whole(false);
  // The urban area, or city and districts.
  if (text === '市区') return whole(true);
  const found = [...text.matchAll(atoms)];
  const entries: { start: number; end: number; level: Level }[] = [];
  for (const match of found) {
    const level = ofAtom(
      match[0],
      entries.some(entry => entry.level === 'county'),
    );
    if (level === null) return whole(true);
    const last = entries.at(-1);
    const end = match.index + match[0].length;
    if (last?.level === level) last.end = end;
    else entries.push({ start: text[match.index - 1] === '各' ? match.index - 1 : match.index, end, level });
  }
  return {
    entries: entries.map(({ start, end, level }) => {
      const words = text.slice(start, end);
      const meant = inContext(words, level, context);
      // 市、县 in a plan of a county-level city cannot both be counties.
      return { words, level: entries.length > 1 && meant === 'county' ? level : meant };
    }),
    unclear: false,
  };
}

/** Every way of reading words of level at a position, the shortest first: 县 or 县市 in 县市场监管局. */
export function* levelPhrases(text: string, at: number, context: CellContext): Generator<LevelPhrase> {
  if (text.startsWith('各级', at)) yield { end: at + 2, ...interpret('各级', context) };
  const { length: limit } = run.exec(text.slice(at, at + 30))?.[0] ?? '';
  for (let length = 1; length <= limit; length++) {
    const words = text.slice(at, at + length);
    // 市市政务部门 is 市 and 市政务部门.
    if (phrase.test(words) && !twice.test(words)) yield { end: at + length, ...interpret(words, context) };
  }
}
