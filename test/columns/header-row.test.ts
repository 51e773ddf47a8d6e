import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headerScore, isHeaderRow } from '../../src/columns/header-row.ts';

describe('isHeaderRow', () => {
  test.each<[texts: string[]]>([
    [['序号', '抽查任务名称', '抽查事项', '抽查对象范围', '抽查比例及频次', '发起部门', '配合部门']],
    [['序号', '抽查任务', '抽查事项', '检查对象', '抽查比例及频次', '', '抽查时间', '部门', '', '备注']],
    [['序号', '检查\n内容', '检查 对象', '网址', '联系人']],
    [['任务名称', '检查主体', '抽查比例(%)']],
    [['抽查事项', '抽查对象（含个体工商户5户以上）', '频次']],
  ])('%j is one', texts => {
    expect(isHeaderRow(texts)).toBe(true);
  });

  test.each<[upper: string[], lower: string[]]>([
    [
      ['序号', '抽查任务', '抽查比例及频次', '抽查比例及频次', '部门', '部门'],
      ['', '', '比例', '频次', '发起', '配合'],
    ],
    [
      ['序号', '抽查项目', '抽查项目', '抽查时间', '抽查时间'],
      ['序号', '抽查类别', '抽查事项', '起', '止'],
    ],
    [
      ['任务信息', '任务信息', '任务信息'],
      ['序号', '抽查任务名称', '牵头部门'],
    ],
  ])('%j over %j', (upper, lower) => {
    expect(isHeaderRow(lower, upper)).toBe(true);
  });

  test.each<[texts: string[], upper?: string[]]>([
    [[]],
    [['', '']],
    [['吕梁市2023年度部门联合双随机抽查工作计划']],
    [['吕梁市2023年度部门联合双随机抽查工作计划', '', '', '']],
    [['一、市市场监管局（8项）', '', '']],
    [['填报单位：市市场监管局', '填报人：张三', '联系电话：0358']],
    [['备注：1.本计划自发布之日起实施；2.抽查比例为全年比例']],
    [['备注', '', '']],
    [['1', '对旅行社的双随机抽查', '许可情况', '旅行社', '不低于5%', '市文旅局']],
    [['', '抽查事项', '检查对象', '抽查1次', '3月-12月']],
    [['抽查比例', '抽查频次', '抽查时间', '5%']],
    [['合计', '58', '', '']],
    [['食品安全', '旅行社', '加油站', '备注']],
    [['部门', '部门', '部门']],
    [['牵头部门', '牵头单位']],
    // Not the lower row of a header: data, the header again, or nothing.
    [
      ['1', '对旅行社的双随机抽查', '5%'],
      ['序号', '抽查任务名称', '抽查比例'],
    ],
    [
      ['市文旅局', '市公安局', ''],
      ['发起部门', '配合部门', '备注'],
    ],
    [
      ['序号', '抽查任务名称', '抽查比例'],
      ['序号', '抽查任务名称', '抽查比例'],
    ],
    [
      ['', '', ''],
      ['序号', '抽查任务名称', '抽查比例'],
    ],
    [
      ['', '', '定向'],
      ['序号', '抽查任务名称', '抽查类型'],
    ],
  ])('%j under %j is none', (texts, upper) => {
    expect(isHeaderRow(texts, upper)).toBe(false);
  });

  test('the founding plan has one', () => {
    const rows = readFileSync('samples/lvliang-2023.txt', 'utf8')
      .split('\n')
      .map(line => line.split('\t'));
    expect(rows.filter(row => isHeaderRow(row)).map(row => row[0])).toEqual(['序号']);
  });

  test('the score is the share of known headers', () => {
    expect(headerScore(['序号', '抽查事项', '备注', '网址'])).toBe(0.75);
    expect(headerScore(['序号', '抽查事项', '备注'])).toBe(1);
    expect(headerScore(['序号', '5%', '备注', '抽查事项'])).toBe(0);
  });
});
