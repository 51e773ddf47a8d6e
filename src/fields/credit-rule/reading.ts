import { classesOf, hasTornLetters } from './classes.ts';
import { type Kind, type Token, tokenise } from './lexicon.ts';

export type Raised = 'ratio' | 'frequency';

/** What the words of a rule say, before it is decided whether it is one. Texts are as printed. */
export interface Reading {
  readonly basis: string | null;
  /** The basis sorts its objects into classes, named or not. */
  readonly sorts: boolean;
  readonly classes: readonly Token[];
  readonly raises: readonly Raised[];
  /** Something rises for some of the classes and not for others. */
  readonly mixed: boolean;
  /** Ratio, frequency or an amount is named. */
  readonly measured: boolean;
  /** Some verb says what is done. */
  readonly acts: boolean;
  /** A verb of raising with neither ratio nor frequency beside it. */
  readonly unnamed: readonly string[];
  /** Stretches beside classes and measures that are not understood. */
  readonly doubts: readonly string[];
  /** Clauses that say nothing of classes or measures. */
  readonly rest: readonly string[];
}

// At the start of a clause, or after what it is the basis for: 抽查比例、频次根据…确定.
const intro =
  /(?:^|(?<=[，；。、]|频次|比例|企业|主体|对象))(?:根据|依据|按照|依照|参照|结合|依托|运用|基于|按(?!\d|[不≥比]))/gu;
const extension = /^(?:并|同时)?(?:结合|综合|参考|兼顾|统筹)/u;
// Risk alone is no class: 根据风险监测情况.
const creditWord = /信用|诚信|信誉|失信|守信|风险(?:等级|分类|分级|级别|程度|状况|评[估级价]|类别|高低|水平|大小)/u;
const predicate =
  /分别|依次|逐级|适当|合理|科学|差[异别]化|实施|实行|开展|进行|采取|确定|设定|设置|制定|提升|提高|递加|递增|增加|加大|降低|减少|调整|执行|选取|[由从][低高A-E]|抽[查取检](?!结果|情况)/u;

/**
 * Where the basis ends in its clause: at the objects (对…) or the verb that follow it, looked for after `from`. The
 * basis is free text: only its first word and its end are known.
 */
function basisEnd(clause: string, from: number): number {
  // A title may hold any of the words: 《…分类管理实施办法》.
  const rest = clause.replace(/《[^《》]{0,80}》/gu, title => '《'.repeat(title.length)).slice(from);
  const verb = predicate.exec(rest)?.index ?? rest.length;
  return from + (/(?<![针相面应绝])对/u.exec(rest.slice(0, verb))?.index ?? verb);
}

// A basis that sorts its objects; 根据信用监管要求 and 依托信用信息公示系统 do not.
const sorting = /分类|分级|分型|等级|级别|状况|评[价级估定]|程度|类别|高低|水平/u;

interface Basis {
  /** Where its 根据 stands. */
  readonly intro: number;
  readonly start: number;
  readonly end: number;
  /** It sorts its objects. */
  readonly sorts: boolean;
}

/**
 * The basis: what speaks of credit after 根据 and its kin, rather one that sorts. It runs over further clauses that add to
 * it: 根据企业信用风险状况，结合日常检查结果.
 */
function findBasis(text: string): Basis | null {
  const found: Basis[] = [];
  for (const { index, 0: word } of text.matchAll(intro)) {
    const start = index + word.length;
    let end = start;
    for (let from = start; ; ) {
      const mark = text.slice(from).search(/[，；。：]/u);
      const clause = mark === -1 ? text.slice(from) : text.slice(from, from + mark);
      const witness = (from === start ? creditWord : extension).exec(clause);
      if (!witness) break;
      end = from + basisEnd(clause, witness.index + witness[0].length);
      if (end < from + clause.length || text[end] !== '，') break;
      from = end + 1;
    }
    if (end > start) found.push({ intro: index, start, end, sorts: sorting.test(text.slice(start, end)) });
  }
  return found.find(({ sorts }) => sorts) ?? found[0] ?? null;
}

const isVerb = (token: Token | undefined): boolean => token?.kind === 'raise' || token?.kind === 'lower';
const isMeasure = (token: Token | undefined): boolean => token?.kind === 'ratio' || token?.kind === 'frequency';
const isLink = (token: Token | undefined): boolean =>
  token?.kind === 'joint' || token?.kind === 'adverb' || token?.kind === 'filler';

/** What the verbs of a clause raise: the measures that follow them, else those right before. */
function findRaises(clause: readonly Token[]) {
  const raises: Raised[] = [];
  const unnamed: string[] = [];
  let lowers = false;
  for (let i = 0; i < clause.length; i++) {
    if (!isVerb(clause[i])) continue;
    // 提高或降低抽查比例, 提升递加频次: verbs in a row share what they govern.
    const verbs: Token[] = [];
    let next = i;
    for (let j = i; isVerb(clause[j]) || isLink(clause[j]) || clause[j]?.kind === 'not'; j++)
      if (isVerb(clause[j])) {
        if (clause[j - 1]?.kind !== 'not') verbs.push(clause[j]!);
        next = j + 1;
      }
    const end = clause.findIndex((token, j) => j >= next && (isVerb(token) || token.kind === 'settle'));
    const scope = clause.slice(next, end === -1 ? undefined : end);
    let measures = scope.filter(isMeasure);
    if (measures.length === 0 && !scope.some(({ kind }) => kind === 'effort' || kind === 'aim'))
      for (let j = i - 1; isMeasure(clause[j]) || isLink(clause[j]); j--)
        if (isMeasure(clause[j])) measures = [...measures, clause[j]!];
    const raise = verbs.find(({ kind }) => kind === 'raise');
    if (raise) raises.push(...measures.map(({ kind }) => kind as Raised));
    if (raise && measures.length === 0 && !scope.some(({ kind }) => kind === 'aim' || kind === 'unknown'))
      unnamed.push([raise, ...scope].map(({ text }) => text).join(''));
    lowers ||= verbs.some(({ kind }) => kind === 'lower');
    i = next - 1;
  }
  return { raises, unnamed, lowers };
}

const predicative: readonly Kind[] = ['raise', 'lower', 'settle', 'ratio', 'frequency', 'amount', 'adverb'];
const suspicious = /[低中高险信类级A-Z\d]|一般|较/u;
const generic = /^(?:信用|风险|.?类|等级|级别|类别|分类|分级)$/u;

/** Stretches of a clause that may hide a class or a measure: unknown ones, and classes listed with something else. */
function findDoubts(clause: readonly Token[], printed: string): string[] {
  const doubts: string[] = [];
  const shown = (from: Token, to = from) => printed.slice(from.at, to.at + to.text.length);
  let listed: string[] = [];
  const classed = clause.some(({ kind }) => kind === 'class');
  let objects = false;
  for (const [i, token] of clause.entries()) {
    const [before, after] = [clause[i - 1], clause[i + 1]];
    // What kind of object has the class (建筑施工企业) is free text, before the verb and what goes with it.
    if (token.kind === 'class' || token.kind === 'for') objects = classed;
    else if (predicative.includes(token.kind)) objects = false;
    const torn = isMeasure(after) || (after?.kind === 'class' && token.text.length === 1);
    if (token.kind === 'unknown' && (!objects || torn || suspicious.test(token.text))) doubts.push(shown(token));
    // 对类企业, 对风险企业: which class is lost.
    if (!classed && before?.kind === 'for' && after?.kind === 'party' && /^(?:类|风险)$/u.test(token.text))
      doubts.push(shown(token, after));
    const partner = (other: Token | undefined) =>
      other?.kind === 'class' || other?.kind === 'amount' || (other?.kind === 'party' && !generic.test(other.text));
    if (
      token.kind === 'joint' &&
      (before?.kind === 'class' || after?.kind === 'class') &&
      !(partner(before) && partner(after))
    )
      doubts.push(shown(before ?? token, after ?? token));
    if (token.kind === 'class') {
      const keys = classesOf(token, printed).map(({ word }) => word);
      if (hasTornLetters(token) || keys.some((key, k) => listed.includes(key) || keys.indexOf(key) !== k))
        doubts.push(shown(token));
      listed.push(...keys);
    } else if (token.kind !== 'joint' && token.kind !== 'party') listed = [];
  }
  return doubts;
}

/** Reads a text whose traditional characters are simplified in `text` and stand as they are in `printed`. */
export function readRule(text: string, printed: string): Reading {
  const basis = findBasis(text);
  const from = basis?.end ?? 0;
  const tokens = [
    ...tokenise(text.slice(0, basis?.intro ?? 0)),
    ...tokenise(text.slice(from)).map(token => ({ ...token, at: token.at + from })),
  ];
  const has = (list: readonly Token[], ...kinds: Kind[]) => list.some(({ kind }) => kinds.includes(kind));
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'stop') clauses.push([]);
    else clauses.at(-1)!.push(token);
  }
  const relevant = clauses.filter(
    clause =>
      has(clause, 'class', 'ratio', 'frequency', 'amount') || (has(clause, 'raise', 'lower') && !has(clause, 'aim')),
  );
  const raised = relevant.map(findRaises);
  const others = clauses.filter(clause => !relevant.includes(clause) && has(clause, 'unknown', 'document'));
  // What follows a class holds for it until the next is named.
  const groups: boolean[] = [];
  for (const [i, clause] of relevant.entries()) {
    if (groups.length === 0 || has(clause, 'class')) groups.push(false);
    if (raised[i]!.raises.length > 0) groups[groups.length - 1] = true;
  }
  const found = raised.flatMap(({ raises }) => raises);
  return {
    basis: basis && printed.slice(basis.start, basis.end),
    sorts: basis?.sorts ?? false,
    classes: tokens.filter(({ kind }) => kind === 'class'),
    raises: (['ratio', 'frequency'] as const).filter(measure => found.includes(measure)),
    mixed: found.length > 0 && (raised.some(({ lowers }) => lowers) || groups.includes(false)),
    measured:
      has(tokens, 'ratio', 'frequency') || tokens.some(({ kind, text }) => kind === 'amount' && /[^\d.]$/u.test(text)),
    acts: has(tokens, 'raise', 'lower', 'settle') || tokens.some(({ text }) => /差[异别]化/u.test(text)),
    unnamed: raised.flatMap(({ unnamed }) => unnamed),
    doubts: relevant.flatMap(clause => findDoubts(clause, printed)),
    rest: others.map(clause => printed.slice(clause[0]!.at, clause.at(-1)!.at + clause.at(-1)!.text.length)),
  };
}
