import { numeral } from '../numerals.ts';
import { child, type Element, elements, flag, val } from '../xml.ts';

/** A printed list number, with what stands between it and the text. */
export interface Label {
  readonly text: string;
  /** Set where the format is unknown and digits were used. */
  readonly unknownFormat?: string;
}

/** Counts through a document, in document order: each call is one numbered paragraph. */
export interface Numbering {
  /** `style` is the style that names the list, whose level it may decide. */
  readonly next: (list: string, level: string | undefined, style: string | undefined) => Label | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly gap: string;
  /** A level at or above this one (1-based) starts it anew; 0: nothing does; undefined: every higher level does. */
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly style: string | undefined;
  readonly hidden: boolean;
}

type Levels = ReadonlyMap<number, Level>;

interface List {
  /** The abstract list whose counters it shares. */
  readonly counters: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;

function readLevel(level: Element): [number, Level] {
  const custom = child(child(level, 'mc:AlternateContent'), 'mc:Choice');
  const format = child(custom ?? level, 'w:numFmt')?.attributes ?? {};
  const gaps: Record<string, string> = { nothing: '', space: ' ', tab: ' ' };
  return [
    whole(level.attributes['w:ilvl']) ?? 0,
    {
      start: whole(val(level, 'w:start')) ?? 0,
      format: format['w:format'] ?? format['w:val'] ?? 'decimal',
      // Word allows 255 characters; an endless label on every paragraph would fill memory.
      text: (val(level, 'w:lvlText') ?? '').slice(0, 255),
      gap: gaps[val(level, 'w:suff') ?? 'tab'] ?? ' ',
      restart: whole(val(level, 'w:lvlRestart')),
      legal: flag(level, 'w:isLgl') ?? false,
      style: val(level, 'w:pStyle'),
      hidden: flag(child(level, 'w:rPr'), 'w:vanish') ?? false,
    },
  ];
}

const levelsOf = (list: Element): [number, Level][] =>
  elements(list)
    .filter(e => e.name === 'w:lvl')
    .map(readLevel);

/** Reads `word/numbering.xml`. A list that leads to itself through styles has no levels. */
function readLists(root: Element | undefined): ReadonlyMap<string, List> {
  const all = root ? elements(root) : [];
  const byName = (name: string) => all.filter(each => each.name === name);
  const abstracts = new Map(byName('w:abstractNum').map(each => [each.attributes['w:abstractNumId'] ?? '', each]));
  // A list may only point to a numbering style; the abstract list of that style has the levels.
  const styled = new Map([...abstracts].map(([id, each]) => [val(each, 'w:styleLink'), id]));
  const resolve = (id: string): string => {
    const linked = val(abstracts.get(id), 'w:numStyleLink');
    return (linked === undefined ? undefined : styled.get(linked)) ?? id;
  };
  return new Map(
    byName('w:num').map((list): [string, List] => {
      const counters = resolve(val(list, 'w:abstractNumId') ?? '');
      const abstract = abstracts.get(counters);
      const levels = new Map(abstract ? levelsOf(abstract) : []);
      const starts = new Map<number, number>();
      for (const override of elements(list).filter(each => each.name === 'w:lvlOverride')) {
        const start = whole(val(override, 'w:startOverride'));
        if (start !== undefined) starts.set(whole(override.attributes['w:ilvl']) ?? 0, start);
        for (const [level, changed] of levelsOf(override)) levels.set(level, changed);
      }
      return [list.attributes['w:numId'] ?? '', { counters, levels, starts }];
    }),
  );
}

export function readNumbering(root: Element | undefined): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const next: Numbering['next'] = (id, levelName, style) => {
    const list = lists.get(id);
    if (!list) return null;
    const linked = [...list.levels].find(([, each]) => style !== undefined && each.style === style)?.[0];
    const at = whole(levelName) ?? linked ?? 0;
    const level = list.levels.get(at);
    if (!level) return null;
    const counts = counters.get(list.counters) ?? [];
    counters.set(list.counters, counts);
    // A list with a start of its own begins with it once; otherwise lists of one abstract list count on together.
    const first = `${id}:${at}`;
    if (list.starts.has(at) && !begun.has(first)) counts[at] = undefined;
    begun.add(first);
    const startOf = (which: number): number => list.starts.get(which) ?? list.levels.get(which)?.start ?? 1;
    counts[at] = counts[at] === undefined ? startOf(at) : counts[at] + 1;
    for (const [deeper, { restart }] of list.levels)
      if (deeper > at && (restart === undefined || at < restart)) counts[deeper] = undefined;

    let unknownFormat: string | undefined;
    const written = (which: number): string => {
      const count = counts[which] ?? startOf(which);
      const format = level.legal ? 'decimal' : (list.levels.get(which)?.format ?? 'decimal');
      const text = numeral(format, count);
      if (text === null) unknownFormat = format;
      return text ?? String(count);
    };
    if (level.hidden || level.format === 'bullet') return null;
    const text = level.text.replace(/%([1-9])/g, (_, which: string) => written(Number(which) - 1));
    if (text === '') return null;
    return { text: text + level.gap, ...(unknownFormat !== undefined && { unknownFormat }) };
  };
  return { next };
}
