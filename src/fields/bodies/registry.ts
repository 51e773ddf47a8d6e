import { lazy, readData } from '../data.ts';
import type { Level } from '../region/places.ts';

/** One kind of body, the same at every level of government, as `data/bodies.json` lists it. */
interface Unit {
  /** The registry's key: the usual full name at city level, without its level. */
  readonly unit: string;
  /** An organ of a Party committee: 市委宣传部. */
  readonly party?: boolean;
  /** Its name stands without a level (海关), so a level is never carried over to it. */
  readonly own?: boolean;
  /** Names nobody: 相关部门. */
  readonly vague?: boolean;
  /** False: its words with 部门 behind them would mean another body. */
  readonly departments?: boolean;
  /** Words that name it together with a suffix, and alone where a plan is written in short: 市场监管. */
  readonly stems?: readonly string[];
  /** Words that name it together with a suffix only: 燃气 alone is no body. */
  readonly topics?: readonly string[];
  /** Its suffixes besides `departments`, the usual one first; 局 and 厅 where not given. */
  readonly as?: readonly string[];
  /** Complete names without a level. */
  readonly names?: readonly string[];
  /** Complete names of the national body. */
  readonly national?: readonly string[];
  /** Words and names of bodies whose work it took over. */
  readonly former?: readonly string[];
  /** Words of bodies merged of this and others, with the units of those others. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
  /** Regular expression for further complete names. */
  readonly pattern?: string;
}

/** What the registry says of a complete name without its level. */
export interface Known {
  readonly unit: string;
  /** Level that the name itself implies: 公安部, 教育厅. */
  readonly level: Level | null;
  /** Units merged into it besides. */
  readonly also: readonly string[];
  readonly former: boolean;
  /** What stands before the suffix and the suffix, where the name divides so. */
  readonly stem: string | null;
  readonly suffix: string | null;
  readonly party: boolean;
  readonly own: boolean;
  readonly vague: boolean;
}

interface Stem {
  readonly entry: Unit;
  readonly suffixes: ReadonlySet<string>;
  readonly former: boolean;
  readonly also: readonly string[];
  /** Whether it can stand for the body alone. */
  readonly alone: boolean;
}

interface Registry {
  readonly departments: ReadonlySet<string>;
  readonly units: readonly Unit[];
  readonly stems: ReadonlyMap<string, readonly Stem[]>;
  readonly names: ReadonlyMap<string, Known>;
  readonly patterns: readonly { readonly entry: Unit; readonly pattern: RegExp }[];
  readonly longestSuffix: number;
}

const usual = ['局', '厅'];
const formerly = ['局', '厅', '委', '委员会', '部', '总局', '分局', '办', '办公室'];
const complete = /(?:[局办部院会所队]|办公室|机构)$/u;

const known = (entry: Unit, more: Partial<Known> = {}): Known => ({
  unit: entry.unit,
  level: null,
  also: [],
  former: false,
  stem: null,
  suffix: null,
  party: entry.party ?? false,
  own: entry.own ?? false,
  vague: entry.vague ?? false,
  ...more,
});

const registry = lazy((): Registry => {
  const data = readData<{ departments: string[]; units: Unit[] }>('bodies');
  const stems = new Map<string, Stem[]>();
  const names = new Map<string, Known>();
  for (const entry of data.units) {
    const departments = entry.departments === false ? [] : data.departments;
    const as = entry.as ?? usual;
    const add = (stem: string, suffixes: readonly string[], more: Partial<Stem> = {}) => {
      const all = new Set([...suffixes, ...(suffixes.includes('局') ? ['分局'] : []), ...departments]);
      const one = { entry, suffixes: all, former: false, also: [], alone: false, ...more };
      stems.set(stem, [...(stems.get(stem) ?? []), one]);
    };
    for (const stem of entry.stems ?? []) add(stem, as, { alone: true });
    for (const stem of entry.topics ?? []) add(stem, as);
    for (const [stem, also] of Object.entries(entry.with ?? {})) add(stem, formerly, { also });
    for (const name of entry.names ?? []) names.set(name, known(entry));
    for (const name of entry.national ?? []) names.set(name, known(entry, { level: 'national' }));
    for (const former of entry.former ?? [])
      if (complete.test(former)) names.set(former, known(entry, { former: true }));
      else add(former, [...formerly, ...as], { former: true });
  }
  return {
    departments: new Set(data.departments),
    units: data.units,
    stems,
    names,
    patterns: data.units.flatMap(entry =>
      entry.pattern ? [{ entry, pattern: new RegExp(`^(?:${entry.pattern})$`, 'u') }] : [],
    ),
    longestSuffix: Math.max(...[...stems.values()].flat().flatMap(({ suffixes }) => [...suffixes].map(s => s.length))),
  };
});

/** Ministries (部) and general administrations are national; only provinces have a 厅. */
const impliedLevel = (suffix: string): Level | null =>
  suffix === '部' || suffix === '总局' ? 'national' : suffix === '厅' ? 'province' : null;

/** The body of a complete name without its level, by the list; null where it is not listed. */
export function lookup(name: string): Known | null {
  const { names, stems, longestSuffix } = registry();
  const listed = names.get(name);
  if (listed) return listed;
  for (let length = Math.min(longestSuffix, name.length - 1); length > 0; length--) {
    const suffix = name.slice(-length);
    const stem = name.slice(0, -length);
    const found = stems.get(stem)?.find(({ suffixes }) => suffixes.has(suffix));
    if (found)
      return known(found.entry, {
        level: found.entry.party ? null : impliedLevel(suffix),
        also: found.also,
        former: found.former,
        stem,
        suffix,
      });
  }
  return null;
}

/** The body of a complete name by the patterns of names that hold a place: 太原海关, 人民银行吕梁市分行. */
export function lookupPattern(name: string): Known | null {
  if (name.length < 2 || name.length > 60) return null;
  const found = registry().patterns.find(({ pattern }) => pattern.test(name));
  return found ? known(found.entry) : null;
}

/** What the registry says of words without a suffix. */
export interface KnownStem {
  readonly unit: string;
  /** Whether they can stand for the body alone. */
  readonly alone: boolean;
  /** The suffix that is always right in cities and counties, where there is one. */
  readonly usual: string | null;
  readonly party: boolean;
  readonly former: boolean;
}

export function lookupStem(stem: string): KnownStem | null {
  const found = registry().stems.get(stem)?.[0];
  if (!found) return null;
  const { entry } = found;
  const first = (entry.as ?? usual)[0];
  return {
    unit: entry.unit,
    alone: found.alone,
    usual: first === '局' ? first : null,
    party: entry.party ?? false,
    former: found.former,
  };
}

/** True for 部门 and its kin, which several words can share: 教育、卫生健康部门. */
export const isShared = (suffix: string | null): boolean =>
  suffix !== null && (registry().departments.has(suffix) || suffix === '机关' || suffix === '机构');

/** Every unit with its complete names without a level, for tests and documentation. */
export function* listUnits(): Generator<{ unit: string; names: string[] }> {
  const { units, stems } = registry();
  for (const entry of units) {
    const names = [
      ...(entry.names ?? []),
      ...(entry.national ?? []),
      ...(entry.former ?? []).filter(f => complete.test(f)),
    ];
    for (const [stem, all] of stems)
      for (const { entry: owner, suffixes } of all)
        if (owner === entry)
          for (const suffix of suffixes) if (lookup(stem + suffix)?.unit === entry.unit) names.push(stem + suffix);
    yield { unit: entry.unit, names: [...new Set(names)] };
  }
}
