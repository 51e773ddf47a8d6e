import { lazy, readData } from '../data.ts';

export const levels = ['national', 'province', 'city', 'county'] as const;
/** Level of government; districts, banners and county-level cities are `county`. */
export type Level = (typeof levels)[number];

/** A place of GB/T 2260. */
export interface Place {
  readonly name: string;
  /** Six digits. */
  readonly code: string;
  readonly level: Level;
}

interface Table {
  readonly provinces: Record<string, string>;
  readonly cities: Record<string, string>;
  /** Per prefecture: two digits and a name, again and again. */
  readonly counties: Record<string, string>;
  /** How autonomous places are called for short (恩施州), to the first digits of their codes. */
  readonly shorts: Record<string, string>;
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  /** Names without 省, 市, 县 …: 吕梁. */
  readonly stems: ReadonlySet<string>;
  /** Length of the longest name. */
  readonly longest: number;
}

const index = lazy((): Index => {
  const table = readData<Table>('regions');
  const byName = new Map<string, Place[]>();
  const byCode = new Map<string, Place>();
  const add = (name: string, digits: string, level: Level) => {
    const place = { name, code: digits.padEnd(6, '0'), level };
    byCode.set(place.code, place);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  };
  for (const [code, name] of Object.entries(table.provinces)) add(name, code, 'province');
  for (const [code, name] of Object.entries(table.cities)) add(name, code, 'city');
  for (const [city, group] of Object.entries(table.counties))
    for (const [, code, name] of group.matchAll(/(\d\d)(\D+)/g)) add(name!, city + code, 'county');
  for (const [short, code] of Object.entries(table.shorts)) {
    const place = byCode.get(code.padEnd(6, '0'));
    if (place) byName.set(short, [place]);
  }
  const names = [...byName.keys()];
  const stems = names.map(name => name.replace(/(?:自治区|自治州|自治县|地区|[省市县区州盟旗])$/u, ''));
  return {
    byName,
    stems: new Set(stems.filter(stem => stem.length > 1)),
    longest: Math.max(...names.map(name => name.length)),
  };
});

/** Digits that the codes of everything within a place begin with. */
const scope = ({ code, level }: Place): string =>
  code.slice(0, { national: 0, province: 2, city: 4, county: 6 }[level]);

const namedAt = (text: string, at: number, shortest: number): { name: string; places: readonly Place[] } | null => {
  const { byName, longest } = index();
  for (let length = Math.min(longest, text.length - at); length >= shortest; length--) {
    const name = text.slice(at, at + length);
    const places = byName.get(name);
    if (places) return { name, places };
  }
  return null;
};

/** Where a text names a place, with the places above it: 山西省吕梁市, 北京市朝阳区. */
export interface Naming {
  /** More than one where the name is not unique: 鼓楼区. All are of one level. */
  readonly places: readonly Place[];
  /** The last place's name as the text writes it. */
  readonly name: string;
  /** Index behind it. */
  readonly end: number;
}

/**
 * Reads place names at a position, each within the one before. `shortest` is the least length of a first name: names
 * of two characters (城区, 郊区) are common words too.
 */
export function readPlaces(text: string, at: number, shortest = 2): Naming | null {
  let naming: Naming | null = null;
  for (let depth = 0; depth < 3; depth++) {
    const from: number = naming?.end ?? at;
    const next = namedAt(text, from, naming ? 2 : shortest);
    const places = next?.places.filter(
      place => !naming || naming.places.some(above => place !== above && place.code.startsWith(scope(above))),
    );
    if (!next || !places?.length) break;
    naming = { places, name: next.name, end: from + next.name.length };
  }
  return naming;
}

/** True for a place's name without its suffix: 吕梁, 恩施. */
export const isPlaceStem = (text: string): boolean => index().stems.has(text);
