import { foldText } from '../fields/fold.ts';
import { simplify } from '../fields/traditional.ts';
import type { Plan } from '../plan/schema.ts';
import type { Folding } from './schema.ts';

/** What words of a text mean in the plan it stands in: 2024年度 there is 2023年度 here, 全市 there 全省 here. */
export interface Setting {
  /** The places whose plans are compared: each is 全省 or 全市 where its own plan says so. */
  readonly regions: readonly string[];
  readonly year: number | null;
  /** Keys of texts already seen, by kind of key. */
  readonly known: Map<string, string>;
}

// Both stand outside every text: private use.
const ownLevel = '\ue001';
const ownYear = '\ue002';

const atom = '(?:自治[区州县旗]|[省市县区州盟旗])(?:本级)?(?:（[省市县区州盟旗、]+）)?';
const levels = `${atom}(?:[、/和及与]${atom})*`;
const body = '厅|局|委员会|委|部门|办公室|办|[总支大]队|中心|政府';

/**
 * Words of level, wherever one level's stand for another's: 全省, 各县（市、区）, 市级, 省直, 省商务厅. A stretch folded too many
 * (超市内) does no harm: it is so on both sides, and differs from what it differed from.
 */
const levelWords: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`([全本我各])${levels}(?![场域段间块])`, 'gu'), `$1${ownLevel}`],
  [new RegExp(`${levels}(?:[两三四]级|(?=级|直|属|内|管|辖))`, 'gu'), ownLevel],
  [new RegExp(`[省市县区州盟旗](?=[^，、；。]{0,12}?(?:${body}))`, 'gu'), ownLevel],
  [new RegExp(`(${ownLevel}[^，、；。]{0,12}?)(?:厅|局)`, 'gu'), '$1局'],
  [new RegExp(`(${ownLevel}[^，、；。]{0,12}?)[总支大]队`, 'gu'), '$1队'],
];

/** Between figures and Latin letters a mark is part of what they say: 1.5, 5-10, 10/20. */
const telling = /(?<=[a-z0-9])[.\-/:~](?=[a-z0-9])|[%‰≥≤<>=+]/u;
const withoutMarks = (text: string): string =>
  text.replace(/[\p{P}\p{S}\p{Z}\s]/gu, (mark, at: number) =>
    telling.test(mark) || telling.test(text.slice(Math.max(0, at - 1), at + 2)) ? mark : '',
  );

const evened = (text: string): string => simplify(foldText(text)).toLowerCase();

function withoutLevels(text: string, { regions, year }: Setting): string {
  let out = text;
  for (const region of regions) out = out.replaceAll(region, ownLevel);
  if (year !== null) out = out.replaceAll(`${year}年`, `${ownYear}年`);
  for (const [pattern, by] of levelWords) out = out.replace(pattern, by);
  return out;
}

function remember(setting: Setting, kind: string, text: string, make: () => string): string {
  const known = setting.known.get(kind + text);
  if (known !== undefined) return known;
  const made = make();
  setting.known.set(kind + text, made);
  return made;
}

/** The text without punctuation, white space, case and script: what is typed in another way has the same. */
export const plainKey = (text: string, setting: Setting): string =>
  remember(setting, 'p', text, () => withoutMarks(evened(text)));

/** `plainKey`, with the plan's own place, year and level put as such: what says the same of another level has the same. */
export const textKey = (text: string, setting: Setting): string =>
  remember(setting, 't', text, () => withoutMarks(withoutLevels(evened(text), setting)));

const before = /^(?:关于|开展|针对|对)+/u;
const after =
  /的?(?:[跨本多各]?部门|联合|双随机|一公开|随机|监督|行政|执法|专项|日常|综合|间|的)*(?:抽查|检查|抽检)+(?:工作|任务|事项|计划)?(?:[跨本]?部门联合)?$/u;

/** `textKey` of a task's name without the wording that every name shares: 对…的双随机抽查, …监督检查. */
export const nameKey = (name: string, setting: Setting): string =>
  remember(setting, 'n', name, () => {
    const key = plainKey(name, setting);
    const own = key.replace(before, '').replace(after, '');
    // The template goes first: its 部门 makes no body of 市场.
    return withoutLevels(own.length < 2 ? key : own, setting);
  });

export interface Settings {
  readonly base: Setting;
  readonly head: Setting;
}

export function settingsOf(base: Plan, head: Plan): Settings {
  const regions = [...new Set([base, head].flatMap(({ region }) => region?.name ?? []))].filter(
    name => name.length > 1,
  );
  const of = ({ year }: Plan): Setting => ({ regions, year, known: new Map() });
  return { base: of(base), head: of(head) };
}

/** How two texts that say the same differ, `[]` where not at all; null where they say different things. */
export function sameText(base: string, head: string, settings: Settings): readonly Folding[] | null {
  if (base === head) return [];
  if (plainKey(base, settings.base) === plainKey(head, settings.head)) return ['cosmetic'];
  return textKey(base, settings.base) === textKey(head, settings.head) ? ['level'] : null;
}

/** The stretches of a list written as one text: 商场、市场、宾馆. */
export const stretchesOf = (text: string): string[] =>
  evened(text)
    .split(/[、，；。,;/（）]|以及|和(?!旅游|社会|信息|国)|及其?|与/u)
    .filter(stretch => stretch !== '');

/** `textKey` of every member of a list written as one text. */
export const memberKeys = (text: string, setting: Setting): string[] =>
  stretchesOf(text)
    .map(stretch => textKey(stretch, setting))
    .filter(key => key !== '');
