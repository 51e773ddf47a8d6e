import { blank, type CellContext, defineField, type Notation, type Parsed, unread } from './field.ts';
import { foldText } from './fold.ts';
import { readMoment } from './period/moment.ts';
import { dated, doubtfulDeadline, isMonthHeader, stray } from './period/notations.ts';
import { build, periodOf } from './period/outcome.ts';
import { remarked } from './period/remarks.ts';
import { formatPeriod, type Period, periodSchema } from './period/schema.ts';
import { isAfter, readSingle, readWindow } from './period/window.ts';

export { type Period, periodSchema } from './period/schema.ts';

/** A spreadsheet's day number that lost its format: counted from 1899-12-30. */
const serial: Notation<Period> = {
  name: 'spreadsheet-serial',
  title: { zh: '表格软件的日期序号（不采用）', en: 'a spreadsheet day number (never used)' },
  examples: [],
  pattern: /^(3[6-9]\d{3}|4\d{4}|5[0-4]\d{3})(?:\.\d+)?$/,
  read: ([text, days]) => {
    const date = new Date(Date.UTC(1899, 11, 30 + Number(days))).toISOString().slice(0, 10);
    return { value: null, findings: [{ code: 'spreadsheet-serial', params: { text, date } }] };
  },
};

/** What ends a sentence, and brackets around the whole cell, say nothing of time. */
const foldPeriod = (raw: string): string =>
  foldText(raw)
    .replace(/(?<![。；，、])[。；，、]+$/u, '')
    .replace(/^（([^（）]+)）$/u, '$1');

export const period = defineField<Period>({
  name: 'period',
  title: { zh: '抽查时间', en: 'period' },
  expected: { zh: '起止时间，如“3月-12月”“11月底前”', en: 'a window such as 3月-12月 or 11月底前' },
  notations: [serial, ...dated, ...remarked],
  refusals: [
    '13月-15月',
    '11月-3月',
    '312月',
    '2025年2月30日',
    '2025年4月31日',
    '57',
    '4',
    '20229',
    '45000',
    '8月TO月',
    '8月72月',
    '3月-1O月',
    'lO月',
    '2023年7月至“月',
    '3月12月',
    '3-5-7月',
    '3月-',
    '-12月',
    '至12月',
    '适时开展',
    '9-11月、3-5月',
    '3.15',
    '2025年3',
    '3月15',
    '抽查1次',
    '市市场监管局',
    '2025年11月-2025年3月',
    '1 2月',
    '每月1次',
    '正月',
    '3鏈-12鏈',
    '2023年前',
  ],
  schema: periodSchema,
  format: formatPeriod,
  fold: foldPeriod,
});

const oneDate = {
  title: period.title,
  expected: { zh: '一个日期，如“3月”“2025年3月1日”', en: 'one date such as 3月 or 2025年3月1日' },
};
const end = build(
  '(?:自|从|于|至|到|截至|截止[至到]?)?(?<moment>.{1,30}?)(?<before>之?前|以前)?(?:起|开始|止|完成|结束|截止)?(?<mark>[./])?',
);

/**
 * One end of a window that has a column of its own (抽取日期自, 抽取日期至): the first day of what is written for a start,
 * the last for an end. A whole window, or words without a date, are no end.
 */
export function periodEnd(raw: string, context: CellContext, side: 'start' | 'end'): Parsed<string> {
  const text = foldPeriod(raw);
  if (text === '') return blank;
  const { before, mark, moment: written = '' } = end.exec(text)?.groups ?? {};
  const unit = /^\d{1,2}$/.test(written) && isMonthHeader(context) ? '月' : '';
  const moment = readMoment(written + unit);
  const refusal = serial.pattern.exec(text);
  const outcome = refusal
    ? serial.read(refusal, context)
    : moment && periodOf((side === 'start' ? readWindow : readSingle)(moment.text, context), text, stray(text, mark));
  const date = outcome?.value?.[side] ?? null;
  if (!outcome || (date === null && !outcome.findings?.length))
    return { value: null, by: null, findings: [unread(oneDate, text)] };
  const doubts = date !== null && moment && side === 'end' ? doubtfulDeadline(moment, before, text, date) : [];
  return {
    value: date,
    by: date === null ? null : `period-${side}`,
    findings: [...(outcome.findings ?? []), ...doubts],
  };
}

/** The window of two columns; null, with an error, where it starts after its end. */
export function joinEnds(start: string | null, end: string | null): Parsed<Period> {
  if (start === null && end === null) return blank;
  if (start !== null && end !== null && isAfter(start, end))
    return { value: null, by: null, findings: [{ code: 'reversed-window', params: { start, end } }] };
  return { value: { start, end }, by: 'two-columns', findings: [] };
}
