import type { Finding } from '../../model/diagnostic.ts';
import type { Claim, Stretch } from './statement.ts';
import { isGeneric, isScope, isSubject, type Naming, nameTiers, readClasses, type TierKey } from './subjects.ts';

/** Both ends inclusive; null: no end on that side. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

/** What the claims of one half come to. */
export type Resolved =
  | { readonly kind: 'one'; readonly claim: Claim; readonly interval: Interval; readonly note: string | null }
  | {
      readonly kind: 'tiers';
      readonly by: TierKey;
      readonly tiers: readonly { readonly of: string; readonly claim: Claim; readonly interval: Interval }[];
      readonly note: string | null;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly finding: Finding | null };

export const intervalOf = ({ bound, low, high }: Claim): Interval =>
  bound === 'floor'
    ? { min: low, max: null }
    : bound === 'ceiling'
      ? { min: null, max: high }
      : { min: low, max: high };

export const joinNotes = (parts: readonly string[]): string | null =>
  parts.length > 0 ? [...new Set(parts)].join('；') : null;

const several = (claims: readonly Claim[]): Resolved => ({
  kind: 'refused',
  finding: { code: 'several-amounts', params: { text: claims.map(({ text }) => text).join('，') } },
});

/** One amount out of those that a cell states of one half, or an amount for every kind of object. */
export function resolve(stated: readonly Claim[]): Resolved {
  const claims = spread(stated);
  const named = claims.filter(claim => claim.subject !== null);
  if (named.length > 0) {
    if (named.length < claims.length) return several(claims);
    const naming = nameTiers(named.map(({ subject }) => subject!));
    if (naming === null) return { kind: 'refused', finding: null };
    if (named.length > 1 || naming.by === 'credit') return tiered(named, naming);
    // A lone name becomes a note: what only a colon made a name (抽由：20%) is more likely a misprinted label.
    const { plain } = named[0]!.subject!;
    const names = plain.length > 1 && (isGeneric(plain) || isScope(plain) || isSubject(plain));
    return names ? one(named[0]!) : { kind: 'refused', finding: null };
  }
  const joined = claims.slice(1).reduce<Claim | null>((sum, claim) => sum && join(sum, claim), claims[0]!);
  return joined ? one(joined) : several(claims);
}

const one = (claim: Claim): Resolved => ({
  kind: 'one',
  claim,
  interval: intervalOf(claim),
  note: joinNotes([...claim.preface, ...(claim.subject ? [claim.subject.text] : []), ...claim.hedges, ...claim.riders]),
});

/** Two statements of one amount: the same again, a floor and a ceiling, or an amount and its upper limit. */
function join(a: Claim, b: Claim): Claim | null {
  if (a.what !== b.what || a.unit !== b.unit || a.about !== b.about) return null;
  if (a.per !== null && b.per !== null && a.per !== b.per) return null;
  const [x, y] = [intervalOf(a), intervalOf(b)];
  const same = x.min === y.min && x.max === y.max && (a.per === b.per || a.full || b.full);
  const [lower, upper] = a.bound === 'ceiling' ? [b, a] : [a, b];
  const limits = upper.bound === 'ceiling' && (lower.bound === 'floor' || (lower.bound === null && upper.cap));
  if (!same && !(limits && lower.low <= upper.high)) return null;
  return {
    ...a,
    ...(same ? {} : { bound: null, low: lower.low, high: upper.high }),
    full: a.full || b.full,
    per: a.per ?? b.per,
    preface: [...a.preface, ...b.preface],
    hedges: [...a.hedges, ...b.hedges],
    riders: [...a.riders, ...b.riders],
    findings: [...a.findings, ...b.findings],
    text: `${a.text}，${b.text}`,
  };
}

function tiered(claims: readonly Claim[], { by, names, mixed }: Naming): Resolved {
  const tiers = claims.flatMap((claim, i) => names[i]!.map(of => ({ of, claim, interval: intervalOf(claim) })));
  const twice = tiers.find(({ of }, i) => tiers.findIndex(other => other.of === of) !== i);
  if (twice)
    return { kind: 'refused', finding: { code: 'repeated-tier', params: { text: twice.claim.subject!.text } } };
  const [only] = tiers;
  const list = claims.map(({ subject }) => subject!.text).join('、');
  const findings: Finding[] = [
    ...(tiers.length === 1 ? [{ code: 'incomplete-tiers', params: { text: only!.claim.subject!.text } } as const] : []),
    ...(mixed ? [{ code: 'mixed-tiers', params: { text: list } } as const] : []),
  ];
  return { kind: 'tiers', by, tiers, note: tierNotes(claims), findings };
}

/** What is said of every tier stands once; what is said of one names it, but for the riders after the last. */
function tierNotes(claims: readonly Claim[]): string | null {
  const inner = claims.map(({ hedges, riders }, i) => [...hedges, ...(i < claims.length - 1 ? riders : [])]);
  const shared = inner[0]!.filter(note => inner.every(notes => notes.includes(note)));
  const own = claims.flatMap(({ subject }, i) =>
    inner[i]!.filter(note => !shared.includes(note)).map(note => `${subject!.text}：${note}`),
  );
  return joinNotes([...claims.flatMap(({ preface }) => preface), ...shared, ...own, ...claims.at(-1)!.riders]);
}

/** Gives 低、高风险分别为1%、5% its tiers: the names in turn, and the words that are said once for all. */
function spread(claims: readonly Claim[]): Claim[] {
  const result: Claim[] = [];
  for (let i = 0; i < claims.length; ) {
    const head = claims[i]!;
    const names = head.respectively && head.subject ? splitNames(head.subject) : [];
    const run = claims.slice(i, i + Math.max(names.length, 1));
    if (names.length < 2 || run.length < names.length || run.slice(1).some(({ subject }) => subject)) {
      result.push(head);
      i++;
      continue;
    }
    const per = run.map(claim => claim.per).find(stretch => stretch !== null) ?? null;
    for (const [k, claim] of run.entries()) {
      const plainly = claim.bound === null && claim.low === claim.high;
      result.push({ ...claim, subject: names[k]!, bound: plainly ? head.bound : claim.bound, per: claim.per ?? per });
    }
    i += names.length;
  }
  return result;
}

function splitNames({ text, plain }: Stretch): Stretch[] {
  const classes = readClasses(plain).map(({ system, word }) => {
    const name = system === 'letter' ? `${word}类` : system === 'risk' ? `${word}风险` : word;
    return { text: name, plain: name };
  });
  if (classes.length > 0) return classes;
  const marks = /[、，]|(?<=[^、，])[和及与](?=[^、，])/gu;
  const plains = plain.split(marks);
  // A name that was lost leaves amounts that belong to nobody knows whom.
  if (plains.includes('')) return [];
  let at = 0;
  return plains.map(name => {
    const start = plain.indexOf(name, at);
    at = start + name.length;
    return { text: text.slice(start, at), plain: name };
  });
}

/** 企业5% is 5% of all; 企业5%，个体工商户1% is not. */
export function dropGeneric(claims: readonly Claim[]): Claim[] {
  const names = new Set(claims.flatMap(({ subject }) => subject?.plain ?? []));
  return claims.map(claim =>
    names.size === 1 && claim.subject && isGeneric(claim.subject.plain) ? { ...claim, subject: null } : claim,
  );
}

/** A类10%，2次；B类5%，1次: what follows every named amount without a name of its own has the same name. */
export function shareSubjects(claims: readonly Claim[]): Claim[] {
  const alternate =
    claims.length >= 4 &&
    claims.length % 2 === 0 &&
    claims.every((claim, i) => (i % 2 === 0) === (claim.subject !== null)) &&
    claims.every((claim, i) => (claim.what === 'times') === (claims[i % 2]!.what === 'times')) &&
    (claims[0]!.what === 'times') !== (claims[1]!.what === 'times');
  return alternate ? claims.map((claim, i) => ({ ...claim, subject: claims[i - (i % 2)]!.subject })) : [...claims];
}
