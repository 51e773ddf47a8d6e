import { entries } from './entry.ts';

const compare = { zh: '对照原件', en: 'compare with the original' };
const compareAndCorrect = {
  zh: '对照原件，在更正文件中写明起止时间',
  en: 'compare with the original and state the window in a corrections file',
};
const confirm = {
  zh: '对照原件确认；若不对，请在更正文件中写明起止时间',
  en: 'confirm with the original; if it is wrong, state the window in a corrections file',
};

/** What can be said of periods. */
export const periodEntries = entries({
  'year-unknown': {
    severity: 'error',
    message: {
      zh: '“{text}”没有年份，计划标题中也没有；应至少有一处写明年份',
      en: 'unexpected window “{text}” without a year in a plan without a year, expected one of them to name it',
    },
    hint: { zh: '在更正文件中写明计划年份', en: "state the plan's year in a corrections file" },
  },
  'impossible-date': {
    severity: 'error',
    message: {
      zh: '日历上没有“{text}”；应为实有的月份和日期',
      en: 'unexpected “{text}”, expected a month or day that the calendar has',
    },
    hint: {
      zh: '对照原件，看是否丢了连接号或多了数字；在更正文件中写明起止时间',
      en: 'compare with the original: a dash may be lost or a digit doubled; state the window in a corrections file',
    },
  },
  'reversed-window': {
    severity: 'error',
    message: {
      zh: '开始“{start}”晚于结束“{end}”；跨年的应写明“次年”',
      en: 'unexpected start “{start}” after the end “{end}”, expected 次年 where a window runs into the next year',
    },
    hint: compareAndCorrect,
  },
  'disordered-windows': {
    severity: 'error',
    message: {
      zh: '“{text}”中“{piece}”不在前一时间段之后；各时间段应依次排列，跨年的写明“次年”',
      en: 'unexpected “{piece}” in “{text}”, expected each window after the one before, with 次年 where the year turns',
    },
    hint: compareAndCorrect,
  },
  'spreadsheet-serial': {
    severity: 'error',
    message: {
      zh: '“{text}”像是表格软件的日期序号（{date}）；应为写明的日期',
      en: "unexpected “{text}”, a spreadsheet's number for {date}?, expected a written date",
    },
    hint: {
      zh: '在源表格中把该列设为日期格式后重新导出，或在更正文件中写明日期',
      en: 'give the column a date format in the spreadsheet and export again, or state the date in a corrections file',
    },
  },
  'restored-date-unit': {
    severity: 'warning',
    message: {
      zh: '“{text}”缺“{unit}”字，按补上“{unit}”读',
      en: 'unexpected number without 月 or 日 in “{text}”, expected {unit}: read as if it stood there',
    },
    hint: confirm,
  },
  'numeral-as-dash': {
    severity: 'info',
    message: {
      zh: '“{text}”中的“一”按连接号读',
      en: 'unexpected 一 in “{text}”, expected a dash: read as one',
    },
    hint: compare,
  },
  'stray-date-mark': {
    severity: 'info',
    message: {
      zh: '“{text}”末尾多出“{mark}”，未计入',
      en: 'unexpected “{mark}” at the end of “{text}”, expected nothing after the date: left out',
    },
    hint: compare,
  },
  'joined-dates': {
    severity: 'warning',
    message: {
      zh: '“{text}”两个日期之间没有连接号，按起止时间读',
      en: 'unexpected space between the dates of “{text}”, expected a dash: read as start and end',
    },
    hint: confirm,
  },
  'compact-month': {
    severity: 'warning',
    message: {
      zh: '“{text}”按年月读（前四位为年，后两位为月）；应写明“年”“月”',
      en: 'unexpected figures “{text}”, expected 年 and 月: read as a year and a month',
    },
    hint: confirm,
  },
  'doubtful-date': {
    severity: 'warning',
    message: {
      zh: '“{text}”按某年某月某日读，也可能是丢了字的月份区间',
      en: 'unexpected form “{text}”, expected words or two-digit months: read as a day, it may be months that lost their words',
    },
    hint: confirm,
  },
  'short-year': {
    severity: 'info',
    message: {
      zh: '“{text}”的年份只有两位，按{year}年读',
      en: 'unexpected two-digit year in “{text}”, expected four digits: read as {year}',
    },
    hint: compare,
  },
  'long-window': {
    severity: 'warning',
    message: {
      zh: '“{text}”超过十二个月（{start}至{end}）；年度计划的时间段一般不超过一年',
      en: 'unexpected window “{text}” of more than twelve months ({start} to {end}), expected no more than a year in a plan for a year',
    },
    hint: confirm,
  },
  'equal-ends': {
    severity: 'warning',
    message: {
      zh: '“{text}”的开始和结束相同，可能丢了一位数字',
      en: 'unexpected equal ends in “{text}”, expected two different ones: a digit may be lost',
    },
    hint: confirm,
  },
  'imprecise-date': {
    severity: 'warning',
    message: {
      zh: '“{text}”比“月”细而没有日期，按{dates}读',
      en: 'unexpected part of a month without a day in “{text}”, expected a date: read as {dates}',
    },
    hint: confirm,
  },
  'read-as-deadline': {
    severity: 'info',
    message: {
      zh: '“{text}”没有“前”字，按截止于{end}读',
      en: 'unexpected “{text}” without 前, expected a deadline to say so: read as one, {end}',
    },
    hint: compare,
  },
  'ambiguous-deadline': {
    severity: 'warning',
    message: {
      zh: '“{text}”可能不含“前”字前面的时间；按截止于{end}（含）读，应写“底前”或具体日期',
      en: 'unexpected “{text}”, which may exclude what stands before 前, expected 底前 or a day: read as up to and including {end}',
    },
    hint: confirm,
  },
  'undated-start': {
    severity: 'warning',
    message: {
      zh: '开始时间“{text}”没有日期，只记结束时间，原话存于说明',
      en: 'unexpected start “{text}” without a date, expected one: only the end is recorded, the words kept as note',
    },
    hint: {
      zh: '查计划印发日期，必要时在更正文件中写明开始时间',
      en: 'look up the day of issue and, if needed, state the start in a corrections file',
    },
  },
  'period-note': {
    severity: 'info',
    message: {
      zh: '时间之外另有“{note}”，存于说明',
      en: 'unexpected “{note}” beside the window, expected dates only: kept as note',
    },
    hint: {
      zh: '看说明是否改变起止时间，或本属其他栏目',
      en: 'see whether the note changes the window or belongs in another column',
    },
  },
  'period-undated': {
    severity: 'info',
    message: {
      zh: '“{text}”没有日期，只存为说明',
      en: 'unexpected “{text}” without a date, expected a window: kept as note only',
    },
    hint: {
      zh: '如需起止时间，请向发布单位核实后在更正文件中写明',
      en: 'if dates are needed, ask the publisher and state them in a corrections file',
    },
  },
});
