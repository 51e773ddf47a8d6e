import { classWords, type Family, joint } from './class-words.ts';

/** What a stretch of a credit rule is. `unknown` is what the lexicon does not hold. */
export type Kind =
  | 'class'
  | 'raise'
  | 'lower'
  | 'settle'
  | 'ratio'
  | 'frequency'
  | 'aim'
  | 'effort'
  | 'amount'
  | 'not'
  | 'adverb'
  | 'filler'
  | 'party'
  | 'for'
  | 'joint'
  | 'stop'
  | 'document'
  | 'unknown';

export interface Token {
  readonly kind: Kind;
  /** In simplified characters. */
  readonly text: string;
  /** Of a class: the system that its wording belongs to. */
  readonly family?: Family;
  /** Where it starts; the text keeps its length when it is simplified. */
  readonly at: number;
}

const checked = '(?:双?随机|监督|行政|日常|抽查|检查|抽取|抽检|核查|监管){0,4}的?';

/**
 * The words of credit rules, longer and more particular ones first: 抽查比例 before 抽查, 较高风险 before 高风险. What a
 * rule says besides (the kinds of objects, aims, other documents) is not listed, and is reported where it may matter.
 */
const words: readonly (readonly [kind: Kind, source: string, family?: Family])[] = [
  ['stop', '[，；。]'],
  ['document', '《[^》]{0,80}》'],
  ...classWords.map(([family, source]) => ['class', source, family] as const),
  ['aim', `${checked}(?:精准[性度]?|效能|针对性|有效性|水平|效率|质量|效果|靶向性|科学性)`],
  ['effort', `${checked}(?:力度|强度|密度|概率|机率|覆盖面)`],
  ['ratio', `${checked}(?:比例|比率)`],
  ['frequency', `${checked}(?:频次|频率|频度|次数)`],
  [
    'not',
    '(?:不得|不再|不应|不宜|不予|不|无需|避免|未)(?=(?:随意|擅自|再)?(?:提高|增加|递加|递增|加大|提升|降低|减少))(?:随意|擅自|再)?',
  ],
  ['raise', '递加|递增|增加|增大|提高|加大|提升|上浮|上调|调高|加密|加倍|翻倍'],
  ['lower', '降低|减少|下调|递减|下浮|缩减|减小|调低|免予|免除|免于|减免'],
  [
    'settle',
    '不超过|不高于|不低于|不少于|确定|设定|设置|制定|采取|采用|控制|保持|维持|调整|执行|安排|实施|实行|开展|进行|至少|最多|最高|最低|[≥≤]',
  ],
  [
    'amount',
    '(?:\\d+(?:\\.\\d+)?(?:[-至]\\d+(?:\\.\\d+)?)?|[一二两三四五六七八九十]{1,3}(?=次|倍|成|个百分点)|百分之[一二三四五六七八九十百]{1,4})(?:%|‰|次|倍|户|家|成|个百分点)?(?:/年|以上|以下|以内)?|全覆盖',
  ],
  ['for', '(?<![相面应绝])对于?(?![应比])|针对'],
  [
    'adverb',
    '分别|依次|逐[级步层类档]|梯次|阶梯式?|适当|合理|科学|原则上|可以?|应当?|予以|给予|进一步|相应地?|有针对性地?|大幅|显著|重点|主动|必要时|各|均',
  ],
  [
    'filler',
    '精准|动态|常规|正常|严格|现场|实地|名单|较[低高]|差[异别]化|同时|并|且|每年|年度|一定|不同|按照?|以|其|的|为|[由从]低到高|措施|方式|监管|监督|管理|双?随机|抽查|检查|抽取|抽检|核查|幅度|对应|基础上|[：:“”‘’（）]',
  ],
  [
    'party',
    '企业|(?:市场|经营|检查|监管)?主体|单位|机构|个体工商户|农民专业合作社|经营者|经营户|(?:被?检查|被?抽查|监管)?对象|商户|当事人|纳税人|[两三四五]?类|[两三四五]个|等级|级别|类别|分类|分级|信用|风险|等',
  ],
  ['joint', joint],
];

const lexer = new RegExp(words.map(([, source]) => `(${source})`).join('|'), 'uy');

/** Divides a text in simplified characters into the words of the lexicon and the stretches between them. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let unknown = 0;
  const flush = (end: number) => {
    if (end > unknown) tokens.push({ kind: 'unknown', text: text.slice(unknown, end), at: unknown });
  };
  for (let at = 0; at < text.length; ) {
    lexer.lastIndex = at;
    const match = lexer.exec(text);
    if (!match) {
      at++;
      continue;
    }
    flush(at);
    const [kind, , family] = words[match.slice(1).findIndex(group => group !== undefined)]!;
    tokens.push({ kind, text: match[0], at, ...(family && { family }) });
    at = unknown = lexer.lastIndex;
  }
  flush(text.length);
  return tokens;
}
