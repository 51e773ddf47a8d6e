import { expect, test } from 'vitest';
import { findDate, findYear } from '../../src/plan/prose-dates.ts';

test.each([
  ['2023年3月15日', '2023-03-15'],
  ['印发日期：2023-3-5', '2023-03-05'],
  ['2024/12/31', '2024-12-31'],
  ['2024.2.29', '2024-02-29'],
  ['二〇二三年三月十五日', '2023-03-15'],
  ['二○二四年十二月三十一日', '2024-12-31'],
  ['二零二五年十月二十日', '2025-10-20'],
  ['2023年2月30日', null],
  ['2023年13月1日', null],
  ['2023年3月', null],
  ['3月15日', null],
  ['第2023号', null],
])('the date in %j is %j', (text, date) => {
  expect(findDate(text)).toBe(date);
});

test.each([
  ['吕梁市2023年度部门联合双随机抽查工作计划', 2023],
  ['二〇二四年抽查计划', 2024],
  ['抽查计划（2025版）', 2025],
  ['2026年', 2026],
  ['抽查计划', null],
  ['编号12023456', null],
  ['第20号', null],
])('the year in %j is %j', (text, year) => {
  expect(findYear(text)).toBe(year);
});
