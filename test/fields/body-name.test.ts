import { describe, expect, test } from 'vitest';
import { listUnits } from '../../src/fields/bodies/registry.ts';
import { isBodyName } from '../../src/fields/body-name.ts';
import { foldText } from '../../src/fields/fold.ts';

describe('isBodyName', () => {
  test.each([
    '市市场监管局',
    '市发改委',
    '省教育厅',
    '教育部',
    '税务部门',
    '市人防办',
    '国家新闻出版署',
    '市人民法院',
    '市防震减灾中心',
    '市消防救援支队',
    '晋阳海关',
    '中国人民银行吕梁市分行',
    '市红十字会',
    '市总工会',
    '市妇联',
    '市人民政府',
    '公安机关',
    '团市委',
    '市劳动监察大队',
    '消防救援队',
    '市供销社',
    '县（区）教育局',
    '区）教育局',
    '市衛生健康委員會',
    '新疆维吾尔自治区巴音郭楞蒙古自治州市场监督管理局',
  ])('%s is one', text => {
    expect(isBodyName(text)).toBe(true);
  });

  test.each([
    '',
    '局',
    '市',
    '市委',
    '吕梁市委',
    '市公安',
    '市税务',
    '全部',
    '内部',
    '干部',
    '公共场所',
    '加油站',
    '统一部署',
    '俱乐部',
    '食品',
    '学校',
    '3月',
    'ABC局',
    '市公安局、市税务局',
    '市公安局 市税务局',
    '市委宣传部（市新闻出版局',
    '）或市公安局',
    '县（市',
    '抽查比例及频次',
    '局'.repeat(40),
  ])('%j is none', text => {
    expect(isBodyName(text)).toBe(false);
  });

  test('holds for every complete name of the registry', () => {
    const missed = [...listUnits()].flatMap(({ names }) => names.filter(name => !isBodyName(name)));
    expect(missed).toEqual([]);
  });

  test('keeps the space between two names, and no other', () => {
    expect(foldText('市公安局 市税务局')).toBe('市公安局 市税务局');
    expect(foldText('各县（市、区）市场监管局 市税务局')).toBe('各县（市、区）市场监管局 市税务局');
    expect(foldText('市委 宣传部')).toBe('市委宣传部');
    expect(foldText('市税务 局')).toBe('市税务局');
    expect(foldText('市委宣传部（市新闻出版局 ）\n市公安局')).toBe('市委宣传部（市新闻出版局） 市公安局');
  });
});
