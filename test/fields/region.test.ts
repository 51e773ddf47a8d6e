import { statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readData } from '../../src/fields/data.ts';
import { isPlaceStem, readPlaces } from '../../src/fields/region/places.ts';
import { findRegion } from '../../src/fields/region.ts';

const codesOf = (text: string) => findRegion(text)?.findings.map(({ code }) => code);

describe('findRegion', () => {
  test.each([
    // [text, name, code, level]
    ['吕梁市2023年度部门联合双随机抽查工作计划', '吕梁市', '141100', 'city'],
    ['山西省吕梁市2023年度抽查计划', '吕梁市', '141100', 'city'],
    ['汾阳市2021年部门联合抽查事项清单', '汾阳市', '141182', 'county'],
    ['山西省吕梁市汾阳市2021年', '汾阳市', '141182', 'county'],
    ['长治市潞州区2025年度市场监管局计划', '潞州区', '140403', 'county'],
    ['北京市朝阳区2024年', '朝阳区', '110105', 'county'],
    ['吉林省长春市朝阳区2024年', '朝阳区', '220104', 'county'],
    ['济南市市中区2024年', '市中区', '370103', 'county'],
    ['晋城市城区2024年', '城区', '140502', 'county'],
    ['天津市2023年', '天津市', '120000', 'province'],
    ['重庆市江津区2024年', '江津区', '500116', 'county'],
    ['上海市浦东新区2024年', '浦东新区', '310115', 'county'],
    ['山西省2021年度双随机抽查计划（修订版）', '山西省', '140000', 'province'],
    ['内蒙古自治区2023年', '内蒙古自治区', '150000', 'province'],
    ['鄂尔多斯市2025年', '鄂尔多斯市', '150600', 'city'],
    ['锡林郭勒盟2025年', '锡林郭勒盟', '152500', 'city'],
    ['阿拉善左旗2025年', '阿拉善左旗', '152921', 'county'],
    ['恩施土家族苗族自治州2024年', '恩施土家族苗族自治州', '422800', 'city'],
    ['恩施州2024年', '恩施州', '422800', 'city'],
    ['长阳土家族自治县2024年', '长阳土家族自治县', '420528', 'county'],
    ['长阳县2024年', '长阳县', '420528', 'county'],
    ['济源市2024年', '济源市', '419001', 'county'],
    ['神农架林区2024年', '神农架林区', '429021', 'county'],
    ['石河子市2024年', '石河子市', '659001', 'county'],
    ['东莞市2024年', '东莞市', '441900', 'city'],
    ['嘉峪关市2024年', '嘉峪关市', '620200', 'city'],
    ['临县2024年', '临县', '141124', 'county'],
    ['关于印发《2023年吕梁市部门联合抽查计划》的通知', '吕梁市', '141100', 'city'],
    ['附件1：太原市小店区2024年', '小店区', '140105', 'county'],
    ['2024年度部门联合抽查计划（吕梁市）', '吕梁市', '141100', 'city'],
    ['国家税务总局吕梁市税务局2023年', '吕梁市', '141100', 'city'],
    ['中国人民银行吕梁市分行2023年', '吕梁市', '141100', 'city'],
  ])('%s is of %s', (text, name, code, level) => {
    expect(findRegion(text)).toMatchObject({ name, code, level, candidates: [], findings: [] });
  });

  test('gives what stands behind the name', () => {
    expect(findRegion('长治市潞州区2025年度计划')?.rest).toBe('2025年度计划');
    expect(findRegion('关于印发2023年吕梁市计划')?.rest).toBe('计划');
  });

  test.each([
    // [text, name, level]: not in GB/T 2260
    ['清河市2024年度跨部门联合双随机抽查工作计划', '清河市', 'city'],
    ['清河市市场监督管理局2024年计划', '清河市', 'city'],
    ['长治市高新区2025年', '高新区', 'county'],
    ['长治高新技术产业开发区2025年', '长治高新技术产业开发区', 'county'],
    ['苏州工业园区2024年', '苏州工业园区', 'county'],
    ['雄安新区2024年', '雄安新区', 'county'],
    ['新疆生产建设兵团2024年', '新疆生产建设兵团', 'province'],
  ])('%s has no code', (text, name, level) => {
    expect(findRegion(text)).toMatchObject({ name, code: null, level, candidates: [] });
    expect(codesOf(text)).toEqual(['unknown-region']);
  });

  test.each([
    ['朝阳区2024年', ['110105', '220104']],
    ['鼓楼区2024年', ['320106', '320302', '350102', '410204']],
    ['江苏省鼓楼区2024年', ['320106', '320302']],
    ['城区2024年', ['140302', '140502', '441502']],
  ])('%s is one of several', (text, candidates) => {
    expect(findRegion(text)).toMatchObject({ code: null, level: 'county', candidates });
    expect(codesOf(text)).toEqual(['ambiguous-region']);
  });

  test.each([
    '国家市场监督管理总局2023年抽查计划',
    '教育部2024年',
    '农业农村部办公厅2024年',
    '海关总署2024年',
    '全国2024年农药抽查',
  ])('%s is national', text => {
    expect(findRegion(text)).toMatchObject({ name: '全国', code: null, level: 'national', findings: [] });
  });

  test.each([
    '',
    '吕梁2023年',
    '部门联合双随机抽查工作计划',
    '全市2024年计划',
    '全省2024年计划',
    '各县区2024年',
    '市市场监管局2024年度双随机抽查计划',
    '市场监管局2023年度计划',
    '城市管理综合执法局2024年',
    '大型超市2024年抽查计划',
    '沿海城市2023年',
    '教育部门2024年',
    '财政部门2024年',
    '矿区安全检查计划',
    '园区企业2024年安全检查',
    '国家级经济技术开发企业2024年',
    '国家统计局吕梁调查队2024年',
    '在规定区域2024年',
  ])('%j names no region', text => {
    expect(findRegion(text)).toBeNull();
  });

  test('never throws, is quick, and points into the text', () => {
    const near = fc.string({
      unit: fc.constantFrom(...'吕梁市县区省州盟旗山西北京朝阳开发国家部2023年（《关于印发'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), text => {
        const region = findRegion(text);
        if (region && region.level !== 'national') expect(text).toContain(region.name + region.rest);
      }),
      { numRuns: 1000 },
    );
    for (const text of ['市', '开发区', '吕梁', '关于', '《']) findRegion(text.repeat(50_000));
  });
});

describe('the table of GB/T 2260', () => {
  const table = readData<{ provinces: object; cities: object; counties: Record<string, string> }>('regions');
  const counties = Object.entries(table.counties).flatMap(([city, group]) =>
    [...group.matchAll(/(\d\d)(\D+)/g)].map(([, code, name]) => [city + code, name!] as const),
  );

  test('has all provinces, prefectures and counties of the mainland, and no development zones', () => {
    expect(Object.keys(table.provinces)).toHaveLength(31);
    expect(Object.keys(table.cities)).toHaveLength(333);
    expect(counties).toHaveLength(2846);
    expect(counties.filter(([code, name]) => !/[市县区旗]$/.test(name) || /7\d$/.test(code))).toEqual([]);
    expect(new Set(counties.map(([code]) => code)).size).toBe(counties.length);
  });

  test('is small', () => {
    expect(statSync(new URL('../../src/fields/data/regions.json', import.meta.url)).size).toBeLessThan(120_000);
  });

  test('finds every county under its own name', () => {
    for (const [code, name] of counties) {
      const found = readPlaces(name, 0);
      expect(found?.end, name).toBe(name.length);
      expect(found?.places.map(place => place.code)).toContain(code);
    }
  });

  test('knows names without their suffix', () => {
    expect(['吕梁', '恩施', '朝阳'].map(isPlaceStem)).toEqual([true, true, true]);
    expect(['吕梁市', '清河市', '市场', ''].map(isPlaceStem)).toEqual([false, false, false, false]);
  });
});
