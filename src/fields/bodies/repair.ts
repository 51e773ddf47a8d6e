import type { CellContext } from '../field.ts';
import { readCell } from './cell.ts';
import { type Draft, unitOf } from './item.ts';
import type { Prefix } from './prefix.ts';
import { isShared, lookup } from './registry.ts';

/** A prefix as it stands before another body, to be carried over. */
interface Carried {
  readonly text: string;
  readonly prefix: Prefix;
}

/** What the other cells of the column show, for repairs. */
interface Evidence {
  /** By unit, the prefixes that it stands with. */
  readonly prefixes: ReadonlyMap<string, ReadonlyMap<string, Carried>>;
  /** By words, the suffixes that they stand with; 部门 and its kin left out. */
  readonly suffixes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a restored suffix rests on: a later body of the cell, the column, or what is usual for the body. */
export type SuffixEvidence = 'shared' | 'column' | 'usual';

/** A name after repair. */
export interface Repaired {
  readonly draft: Draft;
  /** The text of its prefix, printed or carried over. */
  readonly lead: string;
  readonly prefix: Prefix;
  /** The suffix restored, or ''. */
  readonly suffix: string;
  readonly suffixBy: SuffixEvidence | null;
  /** The prefix is that of another body. */
  readonly carried: boolean;
}

const isLevelled = ({ levels }: Prefix): boolean => levels[0]!.words !== '';

/** A prefix of one body: 市, 吕梁市; not 各县, 县（市、区）, 市、县. */
const simple = /^(?!各)[^（）、和及与]+$/u;

/** The prefix of a name, to be carried over: its words of level, and what follows them (委 in 市委) only if asked for. */
function carriedFrom({ reading, written }: Draft, following: boolean): Carried | null {
  const { prefix } = reading;
  if (!isLevelled(prefix) || prefix.levels[0]!.level === 'national') return null;
  const { before, after, end } = prefix;
  return following
    ? { text: written.slice(before.length, end), prefix: { ...prefix, before: '' } }
    : {
        text: written.slice(before.length, end - after.length),
        prefix: { ...prefix, before: '', after: '', party: false },
      };
}

const gathered = new WeakMap<readonly string[], Evidence>();

function gather(column: readonly string[], context: CellContext): Evidence {
  const prefixes = new Map<string, Map<string, Carried>>();
  const suffixes = new Map<string, Set<string>>();
  for (const { reading, ...draft } of [...new Set(column)].flatMap(raw => readCell(raw, context)?.drafts ?? [])) {
    if (reading.kind !== 'known') continue;
    const { unit, stem, suffix } = reading.known;
    const carried = carriedFrom({ reading, ...draft }, true);
    if (carried && simple.test(carried.text))
      prefixes.set(unit, (prefixes.get(unit) ?? new Map<string, Carried>()).set(carried.text, carried));
    if (stem && suffix && !isShared(suffix)) suffixes.set(stem, (suffixes.get(stem) ?? new Set()).add(suffix));
  }
  return { prefixes, suffixes };
}

function evidenceOf({ column, ...context }: CellContext): Evidence | null {
  if (!column) return null;
  let evidence = gathered.get(column);
  if (!evidence) {
    evidence = gather(column, context);
    gathered.set(column, evidence);
  }
  return evidence;
}

/** The next complete body of the cell, whose suffix those before it may share. */
interface Next {
  readonly suffix: string | null;
  readonly prefixed: boolean;
}

const only = <T>(values: Iterable<T>): T | null => {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : null;
};

const isParty = ({ reading }: Draft): boolean =>
  reading.kind === 'known' ? reading.known.party : reading.kind === 'stem' && reading.stem.party;

/** Whether a body may have lost a prefix: a 海关 stands without, an unknown name may be of any place. */
function mayLack({ reading }: Draft): boolean {
  if (reading.prefix.end > 0 || reading.kind === 'unknown') return false;
  return reading.kind === 'stem' || !(reading.known.own || reading.known.vague);
}

/** Whether a prefix is of the level that the plan, and the body's own name (教育厅), have. */
function agrees({ prefix }: Carried, { reading }: Draft, context: CellContext): boolean {
  const levels = prefix.levels.map(({ level }) => level);
  const own = reading.kind === 'known' ? reading.known.level : null;
  const plan = context.level ?? null;
  return levels.length > 1 || (own ?? plan ?? levels[0]) === levels[0];
}

/**
 * Restores what a list leaves out or a source has lost. A prefix is carried over from the other bodies of the cell if
 * they show one and the same, else from the column where it stands with this body; a suffix comes from the next body
 * of the cell (教育、卫生健康部门), from the column, or is the 局 that the body always has in cities and counties.
 */
export function repair(drafts: readonly Draft[], context: CellContext): Repaired[] {
  const shown = drafts.map(draft => carriedFrom(draft, false));
  const inCell = only(new Map(shown.flatMap(carried => (carried ? [[carried.text, carried]] : []))).values());
  const first = shown.findIndex(carried => carried !== null);
  const committee = drafts.find(({ reading }) => reading.prefix.party);
  const prefixed = new Set(drafts.flatMap((draft, i) => (shown[i] ? unitOf(draft) : [])));
  const evidence = () => evidenceOf(context);

  const missingPrefix = (draft: Draft, at: number): Carried | null => {
    if (!mayLack(draft)) return null;
    const unit = unitOf(draft)!;
    if (!inCell) {
      const inColumn = only(evidence()?.prefixes.get(unit)?.values() ?? []);
      return inColumn && agrees(inColumn, draft, context) ? inColumn : null;
    }
    // 市场监管局、县（市、区）市场监管局 are two bodies; and 各县… before the second says nothing of the first.
    if (prefixed.has(unit) || (at < first && !simple.test(inCell.text))) return null;
    // 各县公安、教育部门 is one phrase, whatever the plan's level.
    if (drafts[first]!.reading.kind !== 'stem' && !agrees(inCell, draft, context)) return null;
    return isParty(draft) ? (committee ? carriedFrom(committee, true) : null) : inCell;
  };

  const missingSuffix = (draft: Draft, prefix: Prefix, next: Next | null): [string, SuffixEvidence | null] => {
    const { reading } = draft;
    if (reading.kind !== 'stem') return ['', null];
    const { rest, stem } = reading;
    const local = prefix.levels.every(({ level }) => level === 'city' || level === 'county');
    const candidates: [string | null | undefined, SuffixEvidence][] = [
      [isShared(next?.suffix ?? null) ? next?.suffix : null, 'shared'],
      [only(evidence()?.suffixes.get(rest) ?? []), 'column'],
      [next && !next.prefixed && (next.suffix === stem.usual || next.suffix === '厅') ? next.suffix : null, 'shared'],
      [local ? stem.usual : null, 'usual'],
    ];
    for (const [suffix, by] of candidates) if (suffix && lookup(rest + suffix)?.unit === stem.unit) return [suffix, by];
    return ['', null];
  };

  let next: Next | null = null;
  const repaired: Repaired[] = [];
  for (const [at, draft] of [...drafts.entries()].reverse()) {
    const { reading } = draft;
    if (draft.open?.endsWith('部门')) next = { suffix: '部门', prefixed: false };
    const carried = missingPrefix(draft, at);
    const prefix = carried?.prefix ?? reading.prefix;
    const [suffix, suffixBy] = missingSuffix(draft, prefix, next);
    repaired.push({
      draft,
      lead: carried?.text ?? draft.written.slice(0, reading.prefix.end),
      prefix,
      suffix,
      suffixBy,
      carried: carried !== null,
    });
    if (reading.kind === 'known') next = { suffix: reading.known.suffix, prefixed: reading.prefix.end > 0 };
    else if (reading.kind === 'unknown') next = null;
  }
  return repaired.reverse();
}
