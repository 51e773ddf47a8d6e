import type { Stretch } from './statement.ts';

/** Last characters of names of objects and offices: 企业, 学校, 经营者, 实验室, 加油站, A类, 市级, 市局. A typing error has none. */
const objectEnd =
  /(?:[业位构校院园所店者户司心场站馆厂库商员社队类级局门品目程辆备舶体象人房区市县省厅乡镇道坊铺点师生车机器窑矿井楼摊吧会]|[室处台网具械药酒油气电煤路桥港岸艇罐箱柜梯炉线林物料肥种苗畜禽证书刊剂棚片村组团士庙寺产量源等端面项域岗])$/u;
const remnant = /[不于超至次频]|分之|比例|抽查例/u;
const wholly = /^[\p{Script=Han}\u2160-\u216bA-Za-z（）“”《》、·/…\d]+$/u;
const scope = /^(?:[本全各](?:辖区|市|县|区|省)|辖区)内?$/u;
const generic =
  /^(?:(?:[本全](?:辖区|市|县|区|省)|辖区)内?的?)?(?:(?:检查|抽查|监管|被检查)?对象|企业|单位|市场主体|经营主体|主体|商户|经营户|机构|场所|项目)$/u;

/** True where a text can name the objects that an amount holds for; after a colon nearly any name can. */
export function isSubject(plain: string, colon = false): boolean {
  if (plain.length > 60 || !wholly.test(plain) || /\d/.test(plain.replace(/[1-5]A级/gu, ''))) return false;
  if (/^（/u.test(plain) || remnant.test(plain)) return false;
  if (readClasses(plain).length > 0 || other.test(plain)) return true;
  if (plain.length === 1) return /[A-E]/.test(plain) || level.test(plain);
  return colon || objectEnd.test(plain.replace(/（[^（）]*）$/u, ''));
}

/** A name that only says where: the plan's own region. */
export const isScope = (plain: string): boolean => scope.test(plain);

/** A name that says no more than "the objects", unless it stands beside another. */
export const isGeneric = (plain: string): boolean => generic.test(plain);

export type TierKey = 'credit' | 'level' | 'object';

const holders = '(?:的|企业|市场主体|经营主体|主体|单位|对象|商户|经营户|机构|户|个体工商户)*';
const letters = new RegExp(
  `^(?:信用(?:风险)?)?(?:分类|等级|级别|评级|评价)?(?:结果)?(?:为|属于)?((?:[A-E](?:类|级|等级?)?[、，,和及与]?){1,6})(?:（[^（）]*）)?${holders}$`,
  'u',
);
const risks = new RegExp(
  `^(?:信用(?:风险)?)?(?:等级|级别|评级)?(?:为|属于)?((?:(?:较低|较高|中高|中低|中等|一般|低|中|高)(?:信用)?(?:风险)?(?:等级|类|级)?(?:（[A-E]类?）)?[、，和及与]?){1,6})${holders}$`,
  'u',
);
const trusts = new RegExp(
  `^((?:(?:严重失信|一般失信|轻微失信|失信|守信|警示|信用优良|信用良好|信用一般|信用较差|信用差)(?:等级|类|级)?[、，和及与]?){1,6})${holders}$`,
  'u',
);
const level =
  /^各?(?:国家|中央|省|自治区|直辖市|市|州|盟|县|区|旗|乡|镇|街道|总局|本)[国家中央省自治直辖市州盟地县区旗乡镇街道本级局厅所总分部门层面各属两三、和及与（）]*$/u;
const other = /^(?:其他|其它|其余|另外|剩余)/u;

const riskWords = /较低|较高|中高|中低|中等|一般|低|中|高/gu;
const bareRisk = /^(?:较低|较高|中高|中低|中等|一般|低|中|高)$/u;
const lowHigh: Record<string, string> = { 低: 'low', 一般: 'general', 较高: 'higher', 高: 'high' };

/** A class that a name mentions: `word` as printed without 风险, 类 and the like. */
export interface ClassName {
  readonly system: 'letter' | 'risk' | 'trust';
  readonly word: string;
}

/** The credit classes that a name consists of; empty where it is no name of classes. */
export function readClasses(plain: string): ClassName[] {
  const found = letters.exec(plain)?.[1];
  if (found) return [...found.matchAll(/[A-E]/gu)].map(([word]) => ({ system: 'letter', word }));
  const risk = risks.exec(plain)?.[1];
  if (risk) {
    return [...risk.replace(/（[^（）]*）/gu, '').matchAll(riskWords)].map(([word]) => ({ system: 'risk', word }));
  }
  const trust = trusts.exec(plain)?.[1];
  const words = /严重失信|一般失信|轻微失信|失信|守信|警示|信用优良|信用良好|信用一般|信用较差|信用差/gu;
  return trust ? [...trust.matchAll(words)].map(([word]) => ({ system: 'trust', word })) : [];
}

/** The names of one cell's tiers, with what they have in common. */
export interface Naming {
  readonly by: TierKey;
  /** For every subject, the tiers that it stands for: 低、一般风险 is two. */
  readonly names: readonly (readonly string[])[];
  /** Only some of them are classes or levels, so that a name may be misprinted. */
  readonly mixed: boolean;
}

/** Names tiers by what all of them are: credit classes, levels of government, or kinds of object; null for a mere 高. */
export function nameTiers(subjects: readonly Stretch[]): Naming | null {
  const classes = subjects.map(({ plain }) => readClasses(plain));
  const isOther = subjects.map(({ plain }) => other.test(plain));
  const all = classes.flat();
  const system = all[0]?.system;
  const oneSystem = all.length > 0 && all.every(name => name.system === system);
  // 低, 高 alone may be anything: 风险 must stand somewhere, or several classes side by side.
  const spoken = system !== 'risk' || all.length > 1 || subjects.some(({ plain }) => plain.includes('风险'));
  if (oneSystem && spoken && classes.every((found, i) => found.length > 0 || isOther[i])) {
    const fourClasses = all.every(({ word }) => word in lowHigh);
    const key = ({ word }: ClassName) => (system === 'risk' ? (fourClasses ? lowHigh[word]! : `${word}风险`) : word);
    return { by: 'credit', names: classes.map(found => (found.length > 0 ? found.map(key) : ['other'])), mixed: false };
  }
  if (subjects.some(({ plain }) => bareRisk.test(plain))) return null;
  const names = subjects.map(({ text }, i) => [isOther[i] ? 'other' : text]);
  const isLevel = subjects.map(({ plain }) => level.test(plain));
  const levels = isLevel.some(Boolean) && isLevel.every((found, i) => found || isOther[i]);
  return { by: levels ? 'level' : 'object', names, mixed: !levels && (all.length > 0 || isLevel.some(Boolean)) };
}

const printed: Record<string, string> = {
  low: '低风险',
  general: '一般风险',
  higher: '较高风险',
  high: '高风险',
  other: '其他',
};
/** A tier's name as canonical text has it. */
export const formatTier = (of: string, by: TierKey): string =>
  by === 'credit' || of === 'other' ? (printed[of] ?? (/^[A-E]$/.test(of) ? `${of}类` : of)) : of;
