import { simplify } from '../traditional.ts';
import { readClaims, sliceOf } from './clause.ts';
import { type BareUnit, isCore } from './core.ts';
import { readPer } from './duration.ts';
import { isRider, isStaffRatio, readOpen, settles } from './phrases.ts';
import { type Broken, type Claim, halfOf, type Statement } from './statement.ts';
import { type CellText, type Kind, type Token, tokenise } from './tokens.ts';
import { labelled, topicsOf, topicsOfText } from './topics.ts';
import { isRefusal, type Refusal, refuse, wordsOf } from './words.ts';

/** No cell on amounts is longer; what is longer is some other column's text. */
const longest = 1000;
const deepest = 3;

function broken(cell: CellText, tokens: readonly Token[], { refusal }: Refusal): Broken {
  const { text } = sliceOf(cell, tokens);
  const finding = refusal && { ...refusal, params: { ...refusal.params, text } };
  return { type: 'broken', halves: topicsOf(tokens), text, finding };
}

/** What a cell on amounts states, in order; `text` is folded and without brackets around all of it. */
export const readStatements = (text: string, bare: BareUnit | null = null): Statement[] =>
  readStretch({ text, plain: simplify(text) }, bare, 0);

/** The text without the marks at its end, and without brackets around all of it: （抽查频次：2次、抽查概率：20%）. */
export function unwrap(text: string): string {
  const bare = trimMarks(text);
  const inner = /^（([^（）]*(?:（[^（）]*）[^（）]*)*)）$/u.exec(bare)?.[1];
  return inner === undefined ? bare : trimMarks(inner);
}

function trimMarks(text: string): string {
  let end = text.length;
  while (end > 0 && '，；。、'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function readStretch(cell: CellText, bare: BareUnit | null, depth: number): Statement[] {
  const tokens = cell.plain.length > longest || depth > deepest ? null : tokenise(cell);
  if (tokens === null) return [{ type: 'broken', halves: [], text: cell.text, finding: null }];
  return splitClauses(tokens).flatMap(clause => readClause(cell, clause, bare, depth));
}

function splitClauses(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sep') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter(part => part.length > 0);
}

const inside = (cell: CellText, { at, end }: Token): CellText => ({
  text: cell.text.slice(at + 1, end - 1),
  plain: cell.plain.slice(at + 1, end - 1),
});

function readClause(cell: CellText, tokens: readonly Token[], bare: BareUnit | null, depth: number): Statement[] {
  const [at, end] = [tokens[0]!.at, tokens.at(-1)!.end];
  const { text, plain } = sliceOf(cell, tokens);
  if (tokens.length === 1 && tokens[0]!.kind === 'smallSet') return [{ type: 'rider', halves: [], text, at, end }];
  const unnumbered = !tokens.some(isCore);
  if (unnumbered || isStaffRatio(plain)) {
    const loose = readLoose(cell, tokens);
    if (loose || unnumbered) return [loose ?? broken(cell, tokens, refuse(null))];
  }
  const claims = readClaims(cell, tokens, bare);
  if (isRefusal(claims)) return [broken(cell, tokens, claims)];
  const statements = claims.map(({ claim, brackets }) => {
    const within = brackets.map(bracket => readBracket(inside(cell, bracket), claim, bare, depth));
    if (within.includes(null)) return null;
    const inner = within.flatMap(part => part ?? []);
    // The brackets of a population are part of its text.
    return claim.population ? [claim] : withPer(claim, inner);
  });
  return statements.includes(null) ? [broken(cell, tokens, refuse(null))] : statements.flatMap(part => part ?? []);
}

/** 1次（每年）: the stretch of time belongs to the number before it. */
function withPer(claim: Claim, within: readonly Statement[]): Statement[] {
  const [every] = within;
  return claim.what === 'times' && claim.per === null && every?.type === 'claim' && every.implied
    ? [{ ...claim, per: every.per }, ...within.slice(1)]
    : [claim, ...within];
}

/** What stands in brackets after an amount: another amount, or a rider; null where it is neither. */
function readBracket(cell: CellText, claim: Claim, bare: BareUnit | null, depth: number): Statement[] | null {
  const rider: Statement = { type: 'rider', halves: [halfOf(claim)], text: cell.text, at: -1, end: -1 };
  const statements = readStretch(cell, bare, depth + 1);
  // 5%（每季度）: of the amount before it, not one of its own.
  const every = statements.some(part => part.type === 'claim' && part.implied);
  if (every && (claim.what !== 'times' || claim.per !== null)) return [rider];
  if (statements.some(part => part.type === 'claim' && !part.population)) {
    return statements.some(part => part.type === 'broken') ? null : statements;
  }
  const harmless = statements.every(part => part.type !== 'broken' || isRider(simplify(part.text), true));
  return statements.length > 0 && harmless ? [rider] : null;
}

/** Reads a clause without amounts, after its label. */
function readLoose(cell: CellText, tokens: readonly Token[]): Statement | null {
  let start = 0;
  while (start < tokens.length && (labelled(tokens[start]!).length > 0 || tokens[start]!.kind === 'link')) start++;
  const announced = tokens.slice(0, start).flatMap(labelled);
  const rest = tokens.slice(start);
  if (rest.length === 0) return null;
  const { plain } = sliceOf(cell, rest);
  const [at, end] = [rest[0]!.at, rest.at(-1)!.end];
  const kind = readOpen(plain);
  const named = [...new Set([...topicsOf(rest), ...topicsOfText(plain)])];
  // 频次待定抽查比例 speaks of more than its label.
  if (kind && (announced.length === 0 || named.every(half => announced.includes(half)))) {
    const halves = announced.length > 0 ? announced : named;
    return { type: 'open', kind, halves, settles: settles(plain), text: sliceOf(cell, tokens).text, at, end };
  }
  const implied = announced.includes('ratio') ? null : readImplied(cell, tokens);
  if (implied) return implied;
  const inert = !tokens.some(token => isCore(token) || token.kind === 'junk');
  const whole = sliceOf(cell, tokens);
  if (!inert || !isRider(whole.plain, false)) return null;
  return { type: 'rider', halves: topicsOfText(whole.plain), text: whole.text, at: tokens[0]!.at, end };
}

/** 每半年, 每季度抽查: once in every such stretch. */
function readImplied(cell: CellText, tokens: readonly Token[]): Claim | null {
  const every = tokens.filter(({ kind }) => kind === 'per');
  const per = every.length === 1 && /^[每按]/u.test(every[0]!.text) ? readPer(every[0]!.text) : null;
  const silent: readonly Kind[] = ['per', 'filler', 'each', 'timesLabel', 'link'];
  if (per === null || !tokens.every(({ kind }) => silent.includes(kind))) return null;
  const { text } = sliceOf(cell, tokens);
  const core = { what: 'times', low: 1, high: 1, unit: null, per, about: false, full: false } as const;
  return {
    type: 'claim',
    ...core,
    ...wordsOf(core),
    implied: true,
    subject: null,
    preface: [],
    riders: [],
    findings: [{ code: 'times-implied', params: { text } }],
    text,
  };
}
