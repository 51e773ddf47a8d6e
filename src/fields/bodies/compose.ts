import type { Level } from '../region/places.ts';
import { simplify } from '../traditional.ts';
import { lookup } from './registry.ts';
import type { Repaired } from './repair.ts';

/** A public body, as a plan names it. */
export interface Body {
  /** As the plan writes it, repaired. */
  name: string;
  /** Its own stretch of the cell, only where it differs from `name`. */
  printed?: string | undefined;
  /** The registry's key; for a body that is not registered the name without its level. */
  unit: string;
  level: Level | null;
  /** Second name plate. */
  alias?: string | undefined;
  /** A condition, 或 where the body stands for the one before, 等部门 where others are not named. */
  note?: string | undefined;
}

/** A body with what was noticed about it, before repetitions are taken out. */
export interface Entry {
  readonly body: Body;
  /** The same for two entries only where they name one and the same body. */
  readonly identity: string;
}

interface Unit {
  readonly unit: string;
  readonly level: Level | null;
  readonly identity: string;
}

function unitOf({ draft, suffix }: Repaired): Unit {
  const { reading } = draft;
  const { rest } = reading;
  if (reading.kind === 'unknown') return { unit: rest, level: null, identity: rest };
  if (reading.kind === 'stem')
    return {
      unit: reading.stem.unit,
      level: lookup(rest + suffix)?.level ?? null,
      identity: reading.stem.former ? rest : reading.stem.unit,
    };
  const { unit, level, former, own, vague, also } = reading.known;
  // Former bodies of one unit were several; names that hold a place, and branches, are of one body each.
  const distinct = former || own || vague || reading.known.suffix === '分局' || lookup(rest)?.unit !== unit;
  return { unit, level, identity: distinct ? rest : [unit, ...also].join('+') };
}

/** Words of level, known in simplified form, as the plan writes them. */
function writtenWords(words: string, lead: string): string {
  const at = simplify(lead).indexOf(words);
  return at < 0 ? words : lead.slice(at, at + words.length);
}

/** The entries of one name: one per level that its prefix names. */
export function entriesOf(repaired: Repaired): Entry[] {
  const { draft, prefix, lead, suffix } = repaired;
  const { unit, level, identity } = unitOf(repaired);
  const rest = draft.written.slice(draft.reading.prefix.end) + suffix;
  const note = [draft.separator === '或' ? '或' : '', ...draft.notes, draft.open ?? ''].filter(Boolean).join('；');
  return prefix.levels.map(({ words, level: named }): Entry => {
    const name =
      prefix.levels.length === 1
        ? lead + rest
        : lead.slice(0, prefix.before.length) + writtenWords(words, lead) + prefix.after + rest;
    return {
      identity: `${identity}|${words}`,
      body: {
        name,
        ...(draft.printed !== name && { printed: draft.printed }),
        unit,
        level: words === '' ? level : named,
        ...(draft.alias !== null && { alias: draft.alias }),
        ...(note !== '' && { note }),
      },
    };
  });
}
