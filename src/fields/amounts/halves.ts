import { dropGeneric, shareSubjects } from './resolve.ts';
import { type Broken, type Claim, type Half, halfOf, type Open, type Rider, type Statement } from './statement.ts';

/** What a cell says, by halves. */
export interface Shares extends Record<Half, Share> {
  /** What it says of a half that its column is not for. */
  readonly others: readonly string[];
}

/** Everything that a cell says of one half. */
export interface Share {
  readonly claims: readonly Claim[];
  /** Words that leave it open or to another document, as one text. */
  readonly open: Pick<Open, 'kind' | 'text'> | null;
  readonly broken: readonly Broken[];
}

/** Deals the statements of a cell out to the halves that its column is for. `text` is what they were read from. */
export function dealOut(text: string, statements: readonly Statement[], wanted: readonly Half[]): Shares {
  const foreign = (part: Statement) => part.type === 'open' && part.halves.length > 0 && !meets(part.halves, wanted);
  const settled = settle(
    statements.filter(part => !foreign(part)),
    wanted,
  );
  const { claims: attached, strays } = attachRiders(settled);
  const claims = shareSubjects(attached);
  const opens = settled.filter(part => part.type === 'open');
  const broken = [...settled.filter(part => part.type === 'broken'), ...strays];
  const told = (half: Half) =>
    claims.some(claim => halfOf(claim) === half) || opens.some(({ halves }) => halves.includes(half));
  const silent = wanted.filter(half => !told(half));
  const share = (half: Half): Share => {
    const open = opens.find(({ halves }) => halves.includes(half));
    return {
      claims: dropGeneric(claims.filter(claim => halfOf(claim) === half)),
      open: open ? { kind: open.kind, text: text.slice(open.at, open.end) } : null,
      // A stretch that names neither half is missing from the half that nothing was read of.
      broken: broken.filter(({ halves }) => {
        const named = wanted.filter(one => halves.includes(one));
        return (named.length === 1 ? named : silent.length > 0 ? silent : wanted).includes(half);
      }),
    };
  };
  const others = [...claims.filter(claim => !wanted.includes(halfOf(claim))), ...statements.filter(foreign)];
  return { ratio: share('ratio'), frequency: share('frequency'), others: others.map(part => part.text) };
}

const meets = (halves: readonly Half[], wanted: readonly Half[]): boolean => wanted.some(half => halves.includes(half));

/** Decides which stretches are riders, and joins those that leave a half open: 适时开展，由县级组织 is one text. */
function settle(statements: readonly Statement[], wanted: readonly Half[]): Statement[] {
  const claimed = new Set(
    statements.flatMap(part => (part.type === 'claim' && !part.population ? [halfOf(part)] : [])),
  );
  const settled: Statement[] = [];
  for (const part of statements) {
    const previous = settled.at(-1);
    if (part.type === 'claim' && part.population) {
      settled.push({ type: 'rider', halves: ['ratio'], text: part.text, at: -1, end: -1 });
    } else if (part.type === 'rider' && part.at >= 0 && previous?.type === 'open') {
      settled[settled.length - 1] = { ...previous, end: part.end };
    } else if (part.type === 'open') {
      const halves = openHalves(part, claimed, wanted);
      if (previous?.type === 'open' && (part.halves.length === 0 || sameHalves(previous.halves, halves))) {
        settled[settled.length - 1] = { ...previous, end: part.end };
      } else if (halves.length === 0) {
        settled.push({ type: 'rider', halves: part.halves, text: part.text, at: part.at, end: part.end });
      } else settled.push({ ...part, halves });
    } else settled.push(part);
  }
  return settled;
}

const sameHalves = (a: readonly Half[], b: readonly Half[]): boolean =>
  a.length === b.length && a.every(half => b.includes(half));

/** The halves that a phrase leaves open: those it names, or those that nothing else is said of. */
function openHalves(part: Open, claimed: ReadonlySet<Half>, wanted: readonly Half[]): readonly Half[] {
  const free = wanted.filter(half => !claimed.has(half));
  if (part.halves.length > 0) return part.halves.filter(half => free.includes(half));
  return part.settles || free.length === wanted.length ? free : [];
}

/** Riders go to the amount before them, of the half that they name; or else to the first amount after them. */
function attachRiders(statements: readonly Statement[]): { claims: Claim[]; strays: Broken[] } {
  const claims: Claim[] = [];
  let waiting: Rider[] = [];
  for (const part of statements) {
    if (part.type === 'claim') {
      claims.push({ ...part, preface: waiting.map(({ text }) => text) });
      waiting = [];
    } else if (part.type === 'rider') {
      const [named] = part.halves.length === 1 ? part.halves : [];
      const ofNamed = claims.findLastIndex(claim => halfOf(claim) === named);
      const target = ofNamed === -1 ? claims.length - 1 : ofNamed;
      const claim = claims[target];
      if (claim) claims[target] = { ...claim, riders: [...claim.riders, part.text] };
      else waiting.push(part);
    }
  }
  const strays = waiting.map(({ halves, text }): Broken => ({ type: 'broken', halves, text, finding: null }));
  return { claims, strays };
}
