import type { Finding } from '../../model/diagnostic.ts';
import type { CellContext, Outcome } from '../field.ts';
import { eitherScript } from '../traditional.ts';
import { type Moment, readMoment, stretch } from './moment.ts';

/** Dates as `YYYY-MM` or `YYYY-MM-DD`, both inclusive; null where that end is open or unknown. */
export interface Window {
  readonly start: string | null;
  readonly end: string | null;
}

/** A window, with its year if the text names one: what follows in the cell counts from there. */
export interface Dated extends Outcome<Window> {
  /** The text tells no date by itself: no year in the cell and none in the plan. */
  readonly yearless?: boolean;
  /** A word of the text is less precise than the value, which must keep it as a note. */
  readonly vague?: boolean;
}

const refuse = (finding: Finding): Dated => ({ value: null, findings: [finding] });
const impossible = (moment: Moment): Dated => refuse({ code: 'impossible-date', params: { text: moment.text } });
/** Stands in for a year that nobody names: a window that no year makes right is refused all the same. Has a 29 February. */
export const anyYear = 2024;
const yearless: Dated = { value: null, yearless: true };

const imprecise = (dated: Dated, text: string): Dated => {
  const { start, end } = dated.value!;
  const finding: Finding = {
    code: 'imprecise-date',
    params: { text, dates: start === end ? start! : `${start}…${end}` },
  };
  return { ...dated, findings: [...(dated.findings ?? []), finding], vague: true };
};

const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date);
const lastDay = (date: string): string => (date.length === 7 ? `${date}-31` : date);

/** True where all of `date` lies after all of `other`: a window must not start after its end. Open ends never do. */
export const isAfter = (date: string | null, other: string | null): boolean =>
  date !== null && other !== null && firstDay(date) > lastDay(other);

/** The year of a moment, counted from `base`; null where nothing tells it, undefined where 24年 is not near the plan's. */
function yearOf({ year }: Moment, base: number | null, plan: number | null): number | null | undefined {
  if (year === 'next') return base === null ? null : base + 1;
  if (year === null) return base;
  if (year >= 100) return year;
  return plan !== null && Math.abs(2000 + year - plan) <= 1 ? 2000 + year : undefined;
}

/** What must be said of how a moment is written. */
function remarks(moment: Moment): Finding[] {
  const { text, year, style, unit } = moment;
  const findings: Finding[] = [];
  if (typeof year === 'number' && year < 100)
    findings.push({ code: 'short-year', params: { text, year: 2000 + year } });
  if (style === 'compact' && unit === 'month') findings.push({ code: 'compact-month', params: { text } });
  // 2023-3-11 may be a day, or 3-11月 whose words are lost; 2023-03-11 and 2023-5-20 are days.
  const { month, day } = moment.first;
  if (style === 'numeric' && /-\d-/.test(text) && typeof day === 'number' && day <= 12 && day > month)
    findings.push({ code: 'doubtful-date', params: { text } });
  return findings;
}

const standsAlone = ({ unit, unitless }: Moment): boolean =>
  !unitless && unit !== 'number' && unit !== 'day-of-month' && unit !== 'month-day';

/** A window from one moment: all of it. */
export function readSingle(text: string, { year = null }: CellContext, base = year): Dated | null {
  const moment = readMoment(text);
  if (!moment || !standsAlone(moment)) return null;
  const its = yearOf(moment, base, year);
  if (its === undefined) return null;
  const dates = stretch(moment, its ?? anyYear);
  if (!dates) return impossible(moment);
  if (its === null) return yearless;
  const dated: Dated = { value: { start: dates[0], end: dates[1] }, findings: remarks(moment) };
  return moment.edge === 'start' || moment.edge === 'middle' ? imprecise(dated, text) : dated;
}

type Ends = readonly [left: string, right: string, restored?: '月' | '日'];

/**
 * Ends that share a unit, a month or a year with each other, by their units: 3-12月, 3月15日-20日, 2024.3.1-9.30. A unit
 * that the second end lacks is lost (2019年9月至11): it is restored, and said so. Anything else must stand alone.
 */
const shared: Readonly<Record<string, (a: Moment, b: Moment) => Ends | null>> = {
  'number quarter': (a, b) => (b.year === null ? [`${a.text}季度`, b.text] : null),
  'number month': (a, b) => (b.year === null ? [`${a.text}月`, b.text] : null),
  'number number': (a, b) => [`${a.text}月`, `${b.text}月`, '月'],
  'month number': (a, b) =>
    a.style === 'numeric'
      ? [a.text, `${b.text}月`]
      : a.style === 'words' && !a.edge
        ? [a.text, `${b.text}月`, '月']
        : null,
  'day day-of-month': (a, b) => [a.text, `${a.first.month}月${b.text}`],
  'day month-day': (a, b) => (a.style === 'numeric' ? [a.text, b.text] : null),
  'month-day month-day': (a, b) => [a.text, b.text],
  'day day': (a, b) => (a.unitless || b.unitless ? [a.text, b.text, '日'] : [a.text, b.text]),
  'month day': (a, b) => (b.unitless ? [a.text, b.text, '日'] : [a.text, b.text]),
};

function completeEnds(left: string, right: string): { a: Moment; b: Moment; restored?: string | undefined } | null {
  const [first, second] = [readMoment(left), readMoment(right)];
  if (!first || !second) return null;
  const rule = shared[`${first.unit} ${second.unit}`];
  const ends = rule ? rule(first, second) : standsAlone(first) && standsAlone(second) ? ([left, right] as const) : null;
  if (!ends) return null;
  const [a, b] = [readMoment(ends[0]), readMoment(ends[1])];
  return a && b && { a, b, restored: ends[2] };
}

const months = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));

/** A window from its two ends. */
export function readRange(left: string, right: string, { year = null }: CellContext, base = year): Dated | null {
  const complete = completeEnds(left, right);
  if (!complete) return null;
  const { a, b, restored } = complete;
  const written = yearOf(b, null, year);
  // 10月-2024年3月 without a plan's year: the start's year is the end's if that makes a window.
  const its = yearOf(a, base ?? (written && a.first.month <= b.last.month ? written : null), year);
  const next = yearOf(b, its ?? anyYear, year);
  if (its === undefined || next === undefined || next === null) return null;
  const [first, last] = [stretch(a, its ?? anyYear), stretch(b, next)];
  if (!first || !last) return impossible(first ? b : a);
  const [start, end] = [first[0], last[1]];
  const text = `${left}-${right}`;
  if (its === null && typeof b.year === 'number') return yearless;
  if (isAfter(start, end)) return refuse({ code: 'reversed-window', params: { start: left, end: right } });
  if (its === null) return yearless;
  const findings = [...remarks(a), ...remarks(b)];
  if (restored) findings.push({ code: 'restored-date-unit', params: { text, unit: restored } });
  if (start === end) findings.push({ code: 'equal-ends', params: { text } });
  if (months(end) - months(start) >= 12) findings.push({ code: 'long-window', params: { text, start, end } });
  const dated: Dated = { value: { start, end }, findings };
  const vague = a.edge === 'end' || a.edge === 'middle' || b.edge === 'start' || b.edge === 'middle';
  return vague ? imprecise(dated, text) : dated;
}

/** What stands between two ends; the numeral one between 月 or a figure and a figure is a dash that was misread. */
export const between = eitherScript('(?:起|开始|始)?(?:[-‐‑‒–—―−─━~～〜∼˜ー]+|至|到|(?<=[\\d月日])一(?=\\d))');
const divider = new RegExp(between, 'gu');

/** A window from one moment or two. As a window of its own, 10月底 is a vague part of 10月. */
export function readWindow(text: string, context: CellContext, base = context.year ?? null): Dated | null {
  const single = readSingle(text, context, base);
  if (single) return single.value && readMoment(text)?.edge === 'end' ? imprecise(single, text) : single;
  for (const { 0: mark, index } of text.matchAll(divider)) {
    const range = readRange(text.slice(0, index), text.slice(index + mark.length), context, base);
    if (!range) continue;
    if (!range.value || mark !== '一') return range;
    const misread: Finding = { code: 'numeral-as-dash', params: { text } };
    return { ...range, findings: [...(range.findings ?? []), misread] };
  }
  return null;
}
