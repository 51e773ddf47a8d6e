import { readNumber } from '../numerals.ts';
import { eitherScript, simplify } from '../traditional.ts';

/**
 * What a moment is written in. A `number` has lost its unit or shares it with the next (the 3 of 3-12月), a
 * `day-of-month` shares its month (the 20日 of 3月15日-20日), a `month-day` has neither year nor words (9.1).
 */
export type Unit = 'year' | 'half' | 'quarter' | 'month' | 'third' | 'day' | 'number' | 'day-of-month' | 'month-day';

/** A month, and a day of it where the moment is as precise as that. */
interface Point {
  readonly month: number;
  readonly day?: number | 'last';
}

/** A date, or a stretch with a name (a quarter, 上旬), as far as it is written: before its year is known. */
export interface Moment {
  readonly text: string;
  readonly unit: Unit;
  /** `next`: 次年. Null: not written, or 本年. Below 100: written with two digits (24年). */
  readonly year: number | 'next' | null;
  readonly first: Point;
  readonly last: Point;
  /** 月初, 月中, 月底. */
  readonly edge: 'start' | 'middle' | 'end' | null;
  /** 日 is left out: 10月30. */
  readonly unitless: boolean;
  /** Figures and separators only (2021-05-20), or figures only (202105). */
  readonly style: 'words' | 'numeric' | 'compact';
}

type Groups = Readonly<Record<string, string | undefined>>;
type Reading = Pick<Moment, 'unit' | 'first' | 'last'> & Partial<Pick<Moment, 'unitless' | 'style'>>;

const month = '(?:\\d{1,3}|十[一二]?|[一二三四五六七八九元])';
const day = '(?:\\d{1,3}|[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])';
const fullYear = '(?<year>(?:19|20)\\d\\d)';
const year =
  `(?:${fullYear}(?:年度?|(?=[上下第前全一二三四]))|(?<numeralYear>二[〇○零][〇○零一二三四五六七八九]{2})年度?` +
  '|(?<shortYear>\\d\\d)年|(?<nextYear>次|翌|来|明|第二|下一?)年度?|(?:本|当|今|该)年度?|(?<every>每)年)';
// What a spreadsheet adds to a date without a time.
const midnight = '(?:[ T]?(?:00:00|24:00|23:59)(?::\\d\\d)?)?';

/** A month, day or year in figures (which may have a leading zero) or numerals: 03, 十二, 廿一, 元 (first month). */
const count = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : text === '元' ? 1 : (readNumber(text.replaceAll('○', '〇')) ?? Number.NaN);

const months = (unit: Unit, from: number, to = from): Reading => ({
  unit,
  first: { month: from },
  last: { month: to },
});
const days = (unit: Unit, of: number, from: number, to: number | 'last' = from): Reading => ({
  unit,
  first: { month: of, day: from },
  last: { month: of, day: to },
});

const thirds: Readonly<Record<string, readonly [number, number | 'last']>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 'last'],
  上中旬: [1, 20],
  中下旬: [11, 'last'],
};

const figures = (separator: string, style: Moment['style'], dayEnd: string): readonly [string, Form] => [
  `${fullYear}${separator}(?<month>\\d{1,2})(?:月|${separator}(?<day>\\d{1,2})${dayEnd})?`,
  g => ({ ...(g.day ? days('day', Number(g.month), Number(g.day)) : months('month', Number(g.month))), style }),
];
type Form = (groups: Groups) => Reading | null;

/** The ways of writing a moment: a pattern's source, and what its groups mean. The first that matches holds. */
const forms: readonly (readonly [source: string, read: Form])[] = [
  figures('\\.', 'numeric', `日?${midnight}`),
  figures('/', 'numeric', `日?${midnight}`),
  figures('-', 'numeric', `日?${midnight}`),
  [
    `${fullYear}(?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d)?`,
    g => ({
      ...(g.day ? days('day', Number(g.month), Number(g.day)) : months('month', Number(g.month))),
      style: 'compact',
    }),
  ],
  [
    '(?<month>\\d{1,2})[./](?<day>\\d{1,2})',
    g => ({ ...days('month-day', Number(g.month), Number(g.day)), style: 'numeric' }),
  ],
  [
    `${year}?(?<month>${month})月份?(?:(?<third>上旬|中旬|下旬|上中旬|中下旬)|(?<edge>[初中底末])|(?<day>${day})(?<unit>[日号])?)?`,
    g => {
      const of = count(g.month!);
      if (g.third) return days('third', of, ...thirds[g.third]!);
      return g.day ? { ...days('day', of, count(g.day)), unitless: !g.unit } : months('month', of);
    },
  ],
  [
    `${year}?第?(?<quarter>[1-4一二三四])季度(?<edge>[初底末])?`,
    g => months('quarter', 3 * count(g.quarter!) - 2, 3 * count(g.quarter!)),
  ],
  [`${year}?前(?<quarters>[23二三两])个?季度`, g => months('quarter', 1, 3 * count(simplify(g.quarters!)))],
  [
    `${year}?(?<half>[上下])半年(?<edge>[底末])?`,
    g => (g.half === '上' ? months('half', 1, 6) : months('half', 7, 12)),
  ],
  [`${year}(?:全年|整年|内)?`, g => (g.every ? null : months('year', 1, 12))],
  [`${fullYear}(?!\\d)`, () => months('year', 1, 12)],
  ['全年度?|整年|年度?内', () => months('year', 1, 12)],
  [`(?:${year}|年度?)(?<edge>[底末终])`, () => months('month', 12)],
  [`${year}?第?(?<number>${day})`, g => months('number', count(g.number!))],
  [`(?<day>${day})[日号]`, g => days('day-of-month', 0, count(g.day!))],
];

const patterns = forms.map(([source, read]) => [new RegExp(`^(?:${eitherScript(source)})$`, 'u'), read] as const);

const edges: Readonly<Record<string, Moment['edge']>> = { 初: 'start', 中: 'middle', 底: 'end', 末: 'end', 终: 'end' };

function yearOf(groups: Groups): Moment['year'] {
  const written = groups.year ?? groups.shortYear;
  if (written) return Number(written);
  if (groups.numeralYear) return count(groups.numeralYear);
  return groups.nextYear ? 'next' : null;
}

/** Reads one moment; null where the text is none. Months and days may still be impossible: see `stretch`. */
export function readMoment(text: string): Moment | null {
  if (text.length > 30) return null;
  for (const [pattern, read] of patterns) {
    const groups = pattern.exec(text)?.groups;
    const reading = groups !== undefined || pattern.test(text) ? read(groups ?? {}) : null;
    if (reading)
      return {
        text,
        year: yearOf(groups ?? {}),
        edge: edges[simplify(groups?.edge ?? '')] ?? null,
        unitless: false,
        style: 'words',
        ...reading,
      };
  }
  return null;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A point as `YYYY-MM` or `YYYY-MM-DD`; null where the calendar has no such month or day. */
function dateOf(year: number, { month, day }: Point): string | null {
  if (month < 1 || month > 12) return null;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === undefined) return `${year}-${two(month)}`;
  if (day === 'last') return `${year}-${two(month)}-${two(length)}`;
  return day >= 1 && day <= length ? `${year}-${two(month)}-${two(day)}` : null;
}

/** First and last date of a moment in its year, both inclusive; null where the calendar has no such date. */
export function stretch(moment: Moment, year: number): readonly [start: string, end: string] | null {
  const [start, end] = [dateOf(year, moment.first), dateOf(year, moment.last)];
  return start && end ? [start, end] : null;
}
