import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellContext } from '../../src/fields/field.ts';
import { joinEnds, type Period, period, periodEnd } from '../../src/fields/period.ts';

const year = 2023;
const context: CellContext = { year };
const codesOf = (text: string, given = context) => period.parse(text, given).findings.map(({ code }) => code);

describe('period reads', () => {
  test.each<[text: string, start: string | null, end: string | null, ...codes: string[]]>([
    ['3月—12月', '2023-03', '2023-12'],
    ['3月 － 12月', '2023-03', '2023-12'],
    ['3月～12月', '2023-03', '2023-12'],
    ['4-11月', '2023-04', '2023-11'],
    ['5—10 月份', '2023-05', '2023-10'],
    ['3月份至11月份', '2023-03', '2023-11'],
    ['三月至十二月', '2023-03', '2023-12'],
    ['元月到十一月', '2023-01', '2023-11'],
    ['自3月起至12月底止', '2023-03', '2023-12'],
    ['3月-11月底前完成', '2023-03', '2023-11'],
    ['3月至11月开展', '2023-03', '2023-11'],
    ['4月', '2023-04', '2023-04'],
    ['2020年7月', '2020-07', '2020-07'],
    ['二〇二三年三月', '2023-03', '2023-03'],
    ['全年', '2023-01', '2023-12'],
    ['本年度', '2023-01', '2023-12'],
    ['2025年', '2025-01', '2025-12'],
    ['2026', '2026-01', '2026-12'],
    ['上半年', '2023-01', '2023-06'],
    ['2025年下半年', '2025-07', '2025-12'],
    ['第一季度', '2023-01', '2023-03'],
    ['1季度', '2023-01', '2023-03'],
    ['一至三季度', '2023-01', '2023-09'],
    ['第二季度-第四季度', '2023-04', '2023-12'],
    ['前三季度', '2023-01', '2023-09'],
    ['3月中旬', '2023-03-11', '2023-03-20'],
    ['3月上旬-5月下旬', '2023-03-01', '2023-05-31'],
    ['2024年2月下旬', '2024-02-21', '2024-02-29'],
    ['2023年10月至11月', '2023-10', '2023-11'],
    ['2026年1月1日-2026年12月31日', '2026-01-01', '2026-12-31'],
    ['2024年7月1日至10月30日', '2024-07-01', '2024-10-30'],
    ['2024年 5月6日- 6月6日', '2024-05-06', '2024-06-06'],
    ['3月15-20日', '2023-03-15', '2023-03-20'],
    ['2025年4月1日开始,2025年12月31日结束', '2025-04-01', '2025-12-31'],
    ['开始时间：2025年4月1日 结束时间：2025年12月31日', '2025-04-01', '2025-12-31'],
    ['10月-次年3月', '2023-10', '2024-03'],
    ['2023年10月—翌年2月', '2023-10', '2024-02'],
    ['11月-2024年1月', '2023-11', '2024-01'],
    ['2024年2月29日', '2024-02-29', '2024-02-29'],
    ['2021/5/20', '2021-05-20', '2021-05-20'],
    ['2021-05-20', '2021-05-20', '2021-05-20'],
    ['2021-05-20 00:00:00', '2021-05-20', '2021-05-20'],
    ['2021.04.01', '2021-04-01', '2021-04-01'],
    ['2021-05', '2021-05', '2021-05'],
    ['2020.4-2020.12', '2020-04', '2020-12'],
    ['2023.3.1-12.31', '2023-03-01', '2023-12-31'],
    ['2023-03-01至2023-12-31', '2023-03-01', '2023-12-31'],
    ['20230301-20231231', '2023-03-01', '2023-12-31'],
    ['9.1-12.31', '2023-09-01', '2023-12-31'],
    ['（3月-12月）。', '2023-03', '2023-12'],
    // A deadline has no start.
    ['11月底前', null, '2023-11'],
    ['12月31日前', null, '2023-12-31'],
    ['截至2023年11月', null, '2023-11'],
    ['2025年11月30日之前完成', null, '2025-11-30'],
    ['10月底', null, '2023-10', 'read-as-deadline'],
    ['年底', null, '2023-12', 'read-as-deadline'],
    ['2025年底', null, '2025-12', 'read-as-deadline'],
    ['11月前', null, '2023-11', 'ambiguous-deadline'],
    ['第三季度前', null, '2023-09', 'ambiguous-deadline'],
    ['3月起', '2023-03', null],
    ['自2023年3月15日开始', '2023-03-15', null],
    // Repairs and doubts are said.
    ['4—10', '2023-04', '2023-10', 'restored-date-unit'],
    ['2019年9月至11', '2019-09', '2019-11', 'restored-date-unit'],
    ['3月1日-12月31', '2023-03-01', '2023-12-31', 'restored-date-unit'],
    ['4月一12月', '2023-04', '2023-12', 'numeral-as-dash'],
    ['2021/12/20/', '2021-12-20', '2021-12-20', 'stray-date-mark'],
    ['2021.04.01\n2021.10.31', '2021-04-01', '2021-10-31', 'joined-dates'],
    ['202210', '2022-10', '2022-10', 'compact-month'],
    ['2023-3-11', '2023-03-11', '2023-03-11', 'doubtful-date'],
    ['23年3月-24年2月', '2023-03', '2024-02', 'short-year', 'short-year'],
    ['3月-2024年12月', '2023-03', '2024-12', 'long-window'],
    ['12月-12月', '2023-12', '2023-12', 'equal-ends'],
  ])('%j', (text, start, end, ...codes) => {
    const { value, by, findings } = period.parse(text, context);
    expect(value).toStrictEqual({ start, end });
    expect(findings.map(({ code }) => code)).toStrictEqual(codes);
    expect(by).not.toBeNull();
    expect(period.schema.safeParse(value).error).toBeUndefined();
  });

  test.each([
    ['3-5月、9-11月', '2023年3月-2023年5月、2023年9月-2023年11月'],
    ['3-5、9-11月', '2023年3月-2023年5月、2023年9月-2023年11月'],
    ['2022年3月至5月；9月至11月', '2022年3月-2022年5月、2022年9月-2022年11月'],
    ['6月和11月', '2023年6月、2023年11月'],
    ['3、6、9月', '2023年3月、2023年6月、2023年9月'],
    ['第二、四季度', '2023年4月-2023年6月、2023年10月-2023年12月'],
    ['10-12月、次年1-3月', '2023年10月-2023年12月、2024年1月-2024年3月'],
  ])('several windows in %j', (text, canonical) => {
    const { value, by, findings } = period.parse(text, context);
    expect(period.format(value!)).toBe(canonical);
    expect({ by, findings }).toStrictEqual({ by: 'several', findings: [] });
    const { start, end, segments = [] } = value!;
    expect([start, end]).toStrictEqual([segments[0]?.start, segments.at(-1)?.end]);
  });

  test.each<[text: string, start: string | null, end: string | null, note: string, code: string, severity?: string]>([
    [
      '2024年3月至10月(各地根据实际情况分阶段开展,…)',
      '2024-03',
      '2024-10',
      '各地根据实际情况分阶段开展，…',
      'period-note',
    ],
    ['2024年3月至10月(各地根據實際情況分階段開展)', '2024-03', '2024-10', '各地根據實際情況分階段開展', 'period-note'],
    ['全年不定期', '2023-01', '2023-12', '不定期', 'period-note'],
    ['3月-11月，分批次开展', '2023-03', '2023-11', '分批次开展', 'period-note'],
    ['全年，每季度1次', '2023-01', '2023-12', '每季度1次', 'period-note', 'warning'],
    ['3月-12月（7、8月除外）', '2023-03', '2023-12', '7、8月除外', 'period-note', 'warning'],
    ['3月-12月（除7月）', '2023-03', '2023-12', '除7月', 'period-note', 'warning'],
    ['全年，1次', '2023-01', '2023-12', '1次', 'period-note', 'warning'],
    ['按照省局部署，11月底前完成', null, '2023-11', '按照省局部署', 'period-note'],
    ['4月初', '2023-04', '2023-04', '4月初', 'imprecise-date'],
    ['3月底-11月', '2023-03', '2023-11', '3月底-11月', 'imprecise-date'],
    ['即日起至12月31日', null, '2023-12-31', '即日起至12月31日', 'undated-start'],
    ['局统一安排', null, null, '局统一安排', 'period-undated'],
    ['根据监管需要确定', null, null, '根据监管需要确定', 'period-undated'],
    ['根據監管需要確定', null, null, '根據監管需要確定', 'period-undated'],
    ['根据政策性粮食出库时间确定', null, null, '根据政策性粮食出库时间确定', 'period-undated'],
    ['待定', null, null, '待定', 'period-undated'],
    ['另行通知。', null, null, '另行通知', 'period-undated'],
    ['每月', null, null, '每月', 'period-undated'],
    ['春秋季开学、中高考等节点', null, null, '春秋季开学、中高考等节点', 'period-undated', 'warning'],
    ['春、秋季,根据上级监管要求确定', null, null, '春、秋季，根据上级监管要求确定', 'period-undated', 'warning'],
    ['国庆节前', null, null, '国庆节前', 'period-undated', 'warning'],
  ])('words kept as note: %j', (text, start, end, note, code, severity) => {
    const { value, findings } = period.parse(text, context);
    expect(value).toStrictEqual({ start, end, note });
    expect(findings.map(finding => finding.code)).toStrictEqual([code]);
    if (severity) expect(findings[0]).toMatchObject({ severity });
  });

  test.each(period.notations.flatMap(({ name, examples }) => examples.map(text => [name, text] as const)))(
    '%s reads %j',
    (name, text) => {
      const { value, by } = period.parse(text);
      expect(by).toBe(name);
      expect(period.parse(period.format(value!)).value).toStrictEqual(value);
    },
  );
});

describe('the header decides', () => {
  test.each<[header: string, text: string, start: string | null, end: string]>([
    ['抽查完成时限', '2023年11月', null, '2023-11'],
    ['抽查完成时限', '10月底', null, '2023-10'],
    ['任务期限(起 至 止)', '3月', '2023-03', '2023-03'],
    ['抽查时间', '11月', '2023-11', '2023-11'],
    ['抽查时间（月）', '4-10', '2023-04', '2023-10'],
    ['实施月份', '6', '2023-06', '2023-06'],
  ])('%s over %j', (header, text, start, end) => {
    expect(period.parse(text, { year, header })).toMatchObject({ value: { start, end }, findings: [] });
  });
});

describe('period refuses', () => {
  const codes: Readonly<Record<string, string>> = {
    '13月-15月': 'impossible-date',
    '312月': 'impossible-date',
    '2025年2月30日': 'impossible-date',
    '2025年4月31日': 'impossible-date',
    '11月-3月': 'reversed-window',
    '2025年11月-2025年3月': 'reversed-window',
    '9-11月、3-5月': 'disordered-windows',
    '45000': 'spreadsheet-serial',
  };
  test.each(period.refusals.flatMap(text => [[text, undefined] as const, [text, year] as const]))(
    '%j in a plan of %s',
    (text, planYear) => {
      const { value, by, findings } = period.parse(text, planYear === undefined ? {} : { year: planYear });
      expect({ value, by }).toStrictEqual({ value: null, by: null });
      expect(findings.map(({ code }) => code)).toStrictEqual([codes[text] ?? 'unread-cell']);
    },
  );

  const nearMisses =
    '2023年2月29日|0月|3月32日|3月0日|20233月|2023310|4月一十二月|八月TO月|3月-l2月|3月/12月|23年3月-35年4月|5月、9-x1月|' +
    '3月-5月，9月-ll月|第五季度|3-5-7月|1月-2月-3月|适时|适时开展检查|抓紧开展|根据企业信用风险分类结果，确定抽查比例、频次|对学校开展气象灾害防御教育的检查|' +
    '春季开学食品安全检查|每季度一次|不低于5%|市公安局、市市场监管局|3月-12月（|（3月-12月|?月-12月|3月-12月\ufffd|45000.5|1|一|去年3月|腊月|' +
    '9.31-12.31x';
  test.each(nearMisses.split('|'))('%j', text => {
    const { value, findings } = period.parse(text, context);
    expect(value).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each(['', ' ', '\n', '。', '、'])('nothing in a blank cell %j', text => {
    expect(period.parse(text, context)).toStrictEqual({ value: null, by: null, findings: [] });
  });

  test.each(['3月-12月', '10月-2024年3月', '年底', '次年3月', '3-5月、9-11月', '2月29日', '全年（分批）'])(
    'a date for %j when nobody names a year',
    text => {
      expect(period.parse(text)).toMatchObject({ value: { start: null, end: null, note: text } });
      expect(codesOf(text, {})).toStrictEqual(['year-unknown']);
    },
  );
});

describe('the wordings seen in published plans', () => {
  const cells = JSON.parse(readFileSync(new URL('../domain/cells.json', import.meta.url), 'utf8')) as {
    column: string;
    form: string;
    literal: boolean;
  }[];
  const unreadable = ['57', '8月72月', '8月TO月', '4月TO月', '2023年7月至“月', '20229'];
  test.each(cells.filter(({ column, literal }) => column === 'period' && literal).map(({ form }) => form))(
    '%j',
    form => {
      const cell = form.replace(/\s*\((?:=|OCR of ).*\)$/u, '');
      const { value, findings } = period.parse(cell, context);
      expect(value === null).toBe(unreadable.includes(cell));
      if (value === null) expect(findings).toMatchObject([{ code: 'unread-cell' }]);
    },
  );
});

describe('an end in a column of its own', () => {
  test.each<[text: string, side: 'start' | 'end', value: string | null, ...codes: string[]]>([
    ['2021.04.01', 'start', '2021-04-01'],
    ['2021.10.31', 'end', '2021-10-31'],
    ['3月', 'start', '2023-03'],
    ['第一季度', 'start', '2023-01'],
    ['第三季度', 'end', '2023-09'],
    ['2026年', 'start', '2026-01'],
    ['2026年', 'end', '2026-12'],
    ['至12月31日止', 'end', '2023-12-31'],
    ['12月底', 'end', '2023-12'],
    ['3月底', 'start', '2023-03', 'imprecise-date'],
    ['11月前', 'end', '2023-11', 'ambiguous-deadline'],
    ['2021/12/20/', 'end', '2021-12-20', 'stray-date-mark'],
    ['3月-12月', 'start', null, 'unread-cell'],
    ['待定', 'end', null, 'unread-cell'],
    ['4.1', 'start', null, 'unread-cell'],
    ['45000', 'start', null, 'spreadsheet-serial'],
    ['2月30日', 'end', null, 'impossible-date'],
    ['', 'end', null],
  ])('%j as %s', (text, side, value, ...codes) => {
    const parsed = periodEnd(text, context, side);
    expect(parsed.value).toBe(value);
    expect(parsed.findings.map(({ code }) => code)).toStrictEqual(codes);
  });

  test.each<[start: string | null, end: string | null, value: Period | null]>([
    ['2023-03', '2023-11', { start: '2023-03', end: '2023-11' }],
    ['2023-03-15', '2023-03', { start: '2023-03-15', end: '2023-03' }],
    [null, '2023-11', { start: null, end: '2023-11' }],
    [null, null, null],
    ['2023-11', '2023-03', null],
  ])('%s and %s join', (start, end, value) => {
    expect(joinEnds(start, end).value).toStrictEqual(value);
    expect(joinEnds(start, end).findings.length).toBe(start !== null && value === null ? 1 : 0);
  });

  test('needs a year', () => {
    expect(periodEnd('3月', {}, 'start')).toMatchObject({ value: null, findings: [{ code: 'year-unknown' }] });
  });
});
