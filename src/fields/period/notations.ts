import type { Finding } from '../../model/diagnostic.ts';
import type { CellContext, Notation, Outcome } from '../field.ts';
import { type Moment, readMoment } from './moment.ts';
import { build, periodOf } from './outcome.ts';
import type { Period } from './schema.ts';
import { several } from './several.ts';
import { between, readRange, readSingle, readWindow } from './window.ts';

// Where a moment stands; `readMoment` says whether it is one.
const some = '.{1,30}?';

/** 2021/12/20/: a separator too many. */
export const stray = (text: string, mark: string | undefined): Finding[] =>
  mark ? [{ code: 'stray-date-mark', params: { text, mark } }] : [];

const deadlineHeader = build('.*(?:时限|期限|截止|完成时间|完成日期|办结).*');
const isDeadlineHeader = ({ header = '' }: CellContext): boolean =>
  deadlineHeader.test(header) && !/[起自]/.test(header);
export const isMonthHeader = ({ header = '' }: CellContext): boolean => /[（(]\s*月份?\s*[）)]|月份\s*$/.test(header);

/** 11月前 may stop short of November; 11月底前 and 11月30日前 do not. */
export const doubtfulDeadline = (
  { edge, unit }: Moment,
  before: string | undefined,
  text: string,
  end: string,
): Finding[] =>
  before && edge !== 'end' && unit !== 'day' ? [{ code: 'ambiguous-deadline', params: { text, end } }] : [];

/** By its last day only; told from `moment` by a word or by the column's header. */
const deadline: Notation<Period> = {
  name: 'deadline',
  title: { zh: '截止时间', en: 'a deadline' },
  examples: ['2025年11月底前', '2025年11月30日前完成', '截至2025年12月', '2025年底'],
  pattern: build(
    `(?:于|在)?(?<by>截至|截止[至到]?|最迟|不[晚迟]于)?(?<moment>${some})` +
      '(?<before>之?前|以前)?(?<done>(?:全部|全面)?(?:完成|结束|截止)|为?止)?',
  ),
  read: (match, context) => {
    const { by, before, done, moment: text = '' } = match.groups ?? {};
    const moment = readMoment(text);
    const said = Boolean(by || before || done) || isDeadlineHeader(context);
    if (!moment || !(said || moment.edge === 'end') || (before && moment.unit === 'year')) return null;
    const outcome = periodOf(readSingle(text, context), match.input);
    if (!outcome?.value?.end) return outcome;
    const params = { text: match.input, end: outcome.value.end };
    const findings = [...(outcome.findings ?? [])];
    if (!said) findings.push({ code: 'read-as-deadline', params });
    findings.push(...doubtfulDeadline(moment, before, match.input, outcome.value.end));
    return { value: { ...outcome.value, start: null }, findings };
  },
};

const moment: Notation<Period> = {
  name: 'moment',
  title: { zh: '日、旬、月、季度、半年或全年', en: 'a day, ten days, a month, quarter, half-year or year' },
  examples: [
    '2025年4月',
    '2025年',
    '2025年第三季度',
    '2025年下半年',
    '2025年3月中旬',
    '2021/5/20',
    '2025-05',
    '20250520',
  ],
  pattern: build(`(?:于|在)?(?<moment>${some})(?:组织)?(?:开展|进行|实施)?(?<stray>[./])?`),
  read: (match, context) => {
    const { moment: text = '', stray: mark } = match.groups ?? {};
    return periodOf(readSingle(text, context), match.input, stray(match.input, mark));
  },
};

const range: Notation<Period> = {
  name: 'range',
  title: { zh: '起止时间', en: 'from one date to another' },
  examples: [
    '2025年3月-2025年12月',
    '2025年3月至11月',
    '2025年3-5月',
    '2025年10月-次年3月',
    '2025年7月1日至10月30日',
    '2025年3月15-20日',
    '2020.4-2020.12',
    '2025年一至三季度',
    '2025年3月上旬-5月下旬',
  ],
  pattern: build(
    `(?:自|从|于|在)?(?<window>${some}${between}${some})` +
      '(?:(?<=[底末日号])前)?(?:止|为止|结束|内|期间|之间|间|完成|(?:组织)?(?:开展|进行|实施))?(?<stray>[./])?',
  ),
  read: (match, context) => {
    const { window = '', stray: mark } = match.groups ?? {};
    return periodOf(readWindow(window, context), match.input, stray(match.input, mark));
  },
};

const startAndEnd: Notation<Period> = {
  name: 'start-and-end',
  title: { zh: '分别写明开始和结束', en: 'start and end, each with its word' },
  examples: ['2025年4月1日开始，2025年12月31日结束', '开始时间：2025年4月1日；结束时间：2025年12月31日'],
  pattern: build(
    `(?:自|从|于)?(${some})(?:起|开始|启动)[，；]?(?:至|到|于)?(${some})(?:止|结束|截止|完成)` +
      `|(?:开始|起始)(?:时间|日期)：(${some})[，；]?(?:结束|终止|截止)(?:时间|日期)：(${some})`,
  ),
  read: ([text, from = '', to = '', starts = from, ends = to], context) =>
    periodOf(readRange(starts, ends, context), text),
};

/** Two whole dates that only a line break keeps apart, as systems export them. */
const stacked: Notation<Period> = {
  name: 'stacked-dates',
  title: { zh: '上下两个完整日期', en: 'two whole dates, one above the other' },
  examples: ['2021.04.01 2021.10.31'],
  pattern: build(`((?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}) ((?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2})`),
  read: ([text, left = '', right = ''], context) =>
    periodOf(readRange(left, right, context), text, [{ code: 'joined-dates', params: { text } }]),
};

const from: Notation<Period> = {
  name: 'from',
  title: { zh: '只有开始时间', en: 'a start without an end' },
  examples: ['自2025年3月起', '2025年3月1日开始'],
  pattern: build(`(?:自|从)?(${some})(?:起|开始|启动)(?:实施|开展)?`),
  read: ([text, moment = ''], context) => {
    const outcome = readMoment(moment) && periodOf(readWindow(moment, context), text);
    return outcome?.value?.start ? { ...outcome, value: { ...outcome.value, end: null } } : outcome;
  },
};

/** 即日起至…: the start is a day that the cell does not tell. */
const fromIssue: Notation<Period> = {
  name: 'from-issue',
  title: { zh: '自印发之日起', en: 'from the day of issue' },
  examples: ['即日起至2025年12月31日', '自计划印发之日起至2025年11月底'],
  pattern: build(
    '(?<start>即日起?|(?:自|从)?本?(?:年度)?(?:抽查)?(?:计划|方案|通知|文件)?(?:印发|下发|发布|发文|公布|批准)之?日起?)' +
      `${between}(?<end>${some})(?:止|为止|前|结束)?`,
  ),
  read: (match, context) => {
    const { start = '', end = '' } = match.groups ?? {};
    const outcome = periodOf(readSingle(end, context), match.input, [
      { code: 'undated-start', params: { text: start } },
    ]);
    return outcome?.value?.end
      ? { ...outcome, value: { start: null, end: outcome.value.end, note: match.input } }
      : outcome;
  },
};

/** 抽查时间（月） over bare numbers: the header holds the unit. */
const monthsByHeader: Notation<Period> = {
  name: 'months-by-header',
  title: { zh: '表头注明“月”的数字', en: 'numbers under a header that says month' },
  examples: [],
  pattern: /^\d{1,2}(?:(?:-|至|到|、|，)\d{1,2})*$/u,
  read: ([text], context) => (isMonthHeader(context) ? readDated(`${text}月`, context) : null),
};

/**
 * Notations that tell a date, in order: a deadline may be a moment too, a moment may look like a range (2021-05), and a
 * list is tried last because its separators may stand inside the others.
 */
export const dated: readonly Notation<Period>[] = [
  monthsByHeader,
  deadline,
  moment,
  range,
  startAndEnd,
  stacked,
  from,
  fromIssue,
  several,
];

/** Reads a text by the first notation of `dated` that holds. */
export function readDated(text: string, context: CellContext): Outcome<Period> | null {
  for (const { pattern, read } of dated) {
    const match = pattern.exec(text);
    const outcome = match && read(match, context);
    if (outcome) return outcome;
  }
  return null;
}
