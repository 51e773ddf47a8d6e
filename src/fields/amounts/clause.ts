import type { Finding } from '../../model/diagnostic.ts';
import { type BareUnit, type Core, isCore, isFinding, readCore } from './core.ts';
import type { Claim, Stretch } from './statement.ts';
import { isGeneric, isScope, isSubject } from './subjects.ts';
import type { CellText, Kind, Token } from './tokens.ts';
import { after, before, isRefusal, type Refusal, refuse, type Words, wordsOf } from './words.ts';

/** A claim, and the brackets that stand after it. */
export interface Bracketed {
  readonly claim: Claim;
  readonly brackets: readonly Token[];
}

export const sliceOf = (cell: CellText, tokens: readonly Token[]): Stretch => {
  const [at, end] = [tokens[0]?.at ?? 0, tokens.at(-1)?.end ?? 0];
  return { text: cell.text.slice(at, end), plain: cell.plain.slice(at, end) };
};

/** What may stand inside a name of objects. */
const nameKinds: readonly Kind[] = [
  ...(['word', 'letter', 'latin', 'group', 'fixed', 'cite', 'space'] as const),
  ...(['filler', 'link', 'total', 'up', 'down', 'hedge'] as const),
];
const nameStart: readonly Kind[] = ['word', 'letter', 'latin', 'group', 'fixed', 'cite', 'space'];

/** 抽查对象总数: a verb, too, may be part of what a percentage is of. */
const isOfName = ({ kind, text }: Token): boolean =>
  nameStart.includes(kind) || /^(?:[抽检]查|抽取|监督|企业|单位|的)$/u.test(text);

/** Words that lead to the name and are no part of it. */
const leading = /^(?:对|按照?|从|在|并|且|同时|随机|抽[查取检选]|选取|[:：、])$/u;
const isYear = ({ kind, text }: Token): boolean => kind === 'cite' && /^\d{4}年/.test(text);
const joining = /^[、和及与]$/u;

const trivialBase =
  /^(?:(?:检查|抽查|监管)?(?:对象|企业|单位|市场主体|经营主体|主体)?的?)?(?:总户数|总家数|总数量?|总量|总体|基数|数量?|户数|家数|存量)$/u;

interface Prefix {
  readonly words: Words;
  readonly subject: Stretch | null;
  /** What the percentage is of. */
  readonly base: Stretch | null;
}

/** Reads the words before an amount from right to left; what no word of the lexicon explains must name objects. */
function readPrefix(cell: CellText, tokens: readonly Token[], core: Core, first: boolean): Prefix | Refusal {
  let words = wordsOf(core);
  let base: Stretch | null = null;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    const isBase = token.kind === 'total' || (token.kind === 'countLabel' && core.what === 'percent');
    if (isBase && !base) {
      if (core.what === 'times') return refuse(null);
      let start = i;
      while (start > 0 && isOfName(tokens[start - 1]!)) start--;
      base = trimBase(sliceOf(cell, tokens.slice(start, i + 1)));
      if (/上一?年|去年|往年|抽查数|抽取数|检查数/u.test(base.plain)) return refuse('relative-amount', base.text);
      if (core.what === 'count') words = { ...words, population: true };
      i = start;
      continue;
    }
    const step = before[token.kind];
    if (!step) {
      const named = readSubject(cell, tokens.slice(0, i + 1), words, core, tokens[i + 1]?.text, first);
      return isRefusal(named) ? named : { ...named, base };
    }
    const next = step(words, token, core);
    if (isRefusal(next)) return next;
    words = next;
  }
  return { words, subject: null, base };
}

const trimBase = ({ text, plain }: Stretch): Stretch => {
  const length = plain.replace(/(?:[的之]|[中内里]的?)$/u, '').length;
  return { text: text.slice(0, length), plain: plain.slice(0, length) };
};

function readSubject(
  cell: CellText,
  tokens: readonly Token[],
  given: Words,
  core: Core,
  next: string | undefined,
  first: boolean,
): { words: Words; subject: Stretch | null } | Refusal {
  let words = given;
  let start = 0;
  for (; start < tokens.length; start++) {
    const token = tokens[start]!;
    // What is said of some is no amount of its own.
    if (token.text === '其中') return refuse('several-amounts');
    if (leading.test(token.text) || (!first && joining.test(token.text)) || isYear(token)) continue;
    const step = before[token.kind];
    if (!step || token.kind === 'filler') break;
    const stepped = step(words, token, core);
    if (isRefusal(stepped)) return stepped;
    words = stepped;
  }
  const name = tokens.slice(start);
  if (name.length === 0) return { words, subject: null };
  const odd = name.find(token => !nameKinds.includes(token.kind));
  if (odd) return odd.kind === 'relative' ? refuse('relative-amount', odd.text) : refuse(null);
  const subject = sliceOf(cell, name);
  const colon = next !== undefined && /^[:：]$/.test(next);
  if (words.population || isScope(subject.plain)) return { words, subject: null };
  return isGeneric(subject.plain) || isSubject(subject.plain, colon) ? { words, subject } : refuse(null);
}

interface Suffix {
  readonly words: Words;
  readonly brackets: readonly Token[];
  /** Index of the first token that is not read. */
  readonly next: number;
}

/** Reads the words right after an amount, as far as they belong to it. */
function readSuffix(tokens: readonly Token[], from: number, core: Core, given: Words): Suffix | Refusal {
  let words = given;
  const brackets: Token[] = [];
  let next = from;
  for (; next < tokens.length; next++) {
    const token = tokens[next]!;
    if (token.kind === 'group') brackets.push(token);
    else if (core.what === 'percent' && /^的?(?:比例|比率|概率)$/u.test(token.text)) continue;
    else {
      const closes = token.kind === 'per' && core.what === 'times' && !tokens.slice(next).some(isCore);
      const step = closes ? before.per : after[token.kind];
      if (!step) break;
      const stepped = step(words, token, core);
      if (isRefusal(stepped)) return stepped;
      words = stepped;
    }
  }
  return { words, brackets, next };
}

/** The objects named after the last amount: 抽取5%的学校, 3家加油站. */
function readTail(cell: CellText, tokens: readonly Token[], core: Core): Stretch | null | Refusal {
  let start = 0;
  while (tokens[start]?.kind === 'filler') start++;
  let end = tokens.length;
  while (end > start && tokens[end - 1]!.kind === 'filler') end--;
  const name = tokens.slice(start, end);
  if (name.length === 0) return null;
  // 1次/ has lost what it is per.
  if (/^[/∕]$/.test(tokens.at(-1)!.text)) return refuse('unit-lost');
  const led = start > 0 || core.what === 'count';
  const subject = sliceOf(cell, name);
  if (!led || core.what === 'times' || name.some(token => !nameKinds.includes(token.kind))) return refuse(null);
  if (isGeneric(subject.plain)) return null;
  return isSubject(subject.plain) ? subject : refuse(null);
}

/** The claims of a stretch without separators; a refusal where any of it remains unread. */
export function readClaims(cell: CellText, tokens: readonly Token[], bare: BareUnit | null): Bracketed[] | Refusal {
  const claims: Bracketed[] = [];
  let from = 0;
  while (from < tokens.length) {
    const at = tokens.findIndex((token, i) => i >= from && isCore(token));
    if (at === -1) {
      const last = claims.at(-1)!;
      const tail = readTail(cell, tokens.slice(from), last.claim);
      if (tail === null) return claims;
      if ('refusal' in tail) return tail;
      if (last.claim.subject) return refuse(null);
      return [...claims.slice(0, -1), { ...last, claim: { ...last.claim, subject: tail } }];
    }
    const read = readClaim(cell, tokens, from, at, bare);
    if (isRefusal(read)) return read;
    claims.push(read);
    from = read.next;
  }
  return claims;
}

function readClaim(
  cell: CellText,
  tokens: readonly Token[],
  from: number,
  at: number,
  bare: BareUnit | null,
): (Bracketed & { next: number }) | Refusal {
  const token = tokens[at]!;
  const lead = tokens.slice(from, at);
  // 基数186万: what is counted needs no counter.
  const total = lead.some(({ kind }) => kind === 'total');
  // 抽查1 has lost a 次 or a 户, whatever the header says.
  const alone = lead.every(({ kind }) => kind !== 'filler' && kind !== 'per' && kind in before);
  const core = readCore(token, total ? { what: 'count', unit: null } : alone ? bare : null);
  if (isFinding(core)) return { refusal: core };
  const prefix = readPrefix(cell, lead, core, from === 0);
  if (isRefusal(prefix)) return prefix;
  const suffix = readSuffix(tokens, at + 1, core, prefix.words);
  if (isRefusal(suffix)) return suffix;
  const { words } = suffix;
  if (total && token.kind === 'number' && !words.population) return refuse('unit-lost', token.text);
  // 不低于5%-10% and 约不低于5% say two things at once.
  if (words.bound && (core.low !== core.high || words.about)) return refuse('comparator-conflict', token.text);
  const text = sliceOf(cell, tokens.slice(from, suffix.next)).text.replace(/^[、和及与]+/u, '');
  const exact = words.bound === null && core.low === core.high;
  const claim: Claim = {
    type: 'claim',
    ...core,
    ...words,
    unit: printedUnit(core, token),
    // 达到5%以上, 控制在5%以内 say no more than the bound.
    hedges: exact ? words.hedges : words.hedges.filter(hedge => !/^(?:[达達]|控制)/u.test(hedge)),
    subject: prefix.subject,
    population: words.population || token.parts.within !== undefined,
    implied: false,
    preface: [],
    riders: [],
    findings: findingsOf(words, core, prefix.base, text),
    text,
  };
  return { claim, brackets: suffix.brackets, next: suffix.next };
}

/** 户 or 戶, as it stands there. */
function printedUnit({ unit }: Core, { kind, printed, parts }: Token): string | null {
  if (unit === null || kind !== 'count') return unit;
  const end = printed.length - (parts.within?.length ?? 0);
  return printed.slice(end - unit.length, end);
}

function findingsOf(words: Words, core: Core, base: Stretch | null, text: string): Finding[] {
  const findings: Finding[] = [];
  if (words.restored) {
    const as = words.bound === 'floor' ? '不低于' : '不高于';
    findings.push({ code: 'restored-character', params: { text, restored: words.restored, as } });
  }
  if (words.strict) {
    const side = words.bound === 'floor' ? { zh: '下限', en: 'a lower bound' } : { zh: '上限', en: 'an upper bound' };
    findings.push({ code: 'strict-bound', params: { text, side } });
  }
  if (base && core.what === 'percent' && !trivialBase.test(base.plain))
    findings.push({ code: 'ratio-base', params: { text: base.text } });
  return findings;
}
