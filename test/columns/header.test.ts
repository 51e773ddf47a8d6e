import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerWordings, mapHeader } from '../../src/columns/header.ts';

const wordings: { field: string; wordings: string[] }[] = JSON.parse(readFileSync('test/domain/headers.json', 'utf8'));
const cells: { form: string; column: string }[] = JSON.parse(readFileSync('test/domain/cells.json', 'utf8'));
const printed = (wording: string) => wording.replaceAll('⏎', '\n');

/** What a group of the vocabulary may be mapped to. */
const groups: Record<string, string[]> = {
  'ratio and frequency': ['ratio,frequency'],
  'period.start / period.end': ['period.start', 'period.end'],
  'period (a deadline)': ['period'],
  'population / sample': ['population', 'sample'],
  'remarks (or extra)': ['remarks'],
};

/** Where the vocabulary is deliberately not followed, and why. */
const exceptions: Record<string, { fields: string[] | null; why: string }> = {
  地市: { fields: ['city'], why: 'heads names of cities; over 市抽市查 the cells decide for mode' },
  '抽查基数(户)和比例': { fields: ['population', 'ratio'], why: 'the header names two fields' },
  抽查基數和比例: { fields: ['population', 'ratio'], why: 'the header names two fields' },
  是否双随机一公开: { fields: null, why: 'no remark: kept under its own header' },
  是否联合检查: { fields: null, why: 'no remark: kept under its own header' },
  抽查名單: { fields: null, why: 'no remark: kept under its own header' },
  '是否属跨部门联合检查(如是,需写明牵头部门和配合部门)': { fields: null, why: 'no remark: kept under its own header' },
  上传机关: { fields: null, why: 'no remark: kept under its own header' },
  状态: { fields: null, why: 'no remark: kept under its own header' },
};

describe('mapHeader', () => {
  test.each(wordings.flatMap(({ field, wordings }) => wordings.map(wording => [wording, field] as const)))(
    'the vocabulary: %j is %s',
    (wording, field) => {
      const fields = mapHeader(printed(wording));
      const exception = exceptions[wording];
      if (exception) expect(fields).toEqual(exception.fields);
      else expect(groups[field] ?? [field]).toContain(fields?.join());
    },
  );

  test.each<[header: string, fields: string]>([
    // Prefixes, units, legends, second words in brackets.
    ['双随机、一公开抽查事项', 'items'],
    ['2024年度抽查任务名称', 'name'],
    ['部门联合抽查任务', 'name'],
    ['抽查比例（％）', 'ratio'],
    ['抽查比例%', 'ratio'],
    ['检查频次（次/年）', 'frequency'],
    ['抽查比例(及频次)', 'ratio,frequency'],
    ['抽查比例（频次）', 'ratio,frequency'],
    ['抽查频次与比例', 'ratio,frequency'],
    ['检查比例频次', 'ratio,frequency'],
    ['抽查对象（包括个体工商户、农民专业合作社）', 'targets'],
    ['检查对象（数量）', 'targets'],
    ['抽查事项（类别）', 'items'],
    ['抽查（检查）时间', 'period'],
    ['抽查时间（起）', 'period.start'],
    ['抽查时间（止）', 'period.end'],
    ['部门（牵头）', 'lead'],
    ['发起（牵头）部门', 'lead'],
    ['抽查数量（户', 'sample'],
    ['备注：', 'remarks'],
    ['*抽查事项', 'items'],
    ['編號', 'code'],
    ['責任科室', 'offices'],
    ['領(lǐng)域', 'domain'],
    ['參與單位', 'partners'],
    ['实施\u200b主体', 'executors'],
    // Near kin of the vocabulary.
    ['编号', 'code'],
    ['牵头处（科）室', 'lead'],
    ['市级牵头单位', 'lead'],
    ['主办部门', 'lead'],
    ['协同部门', 'partners'],
    ['联合执法部门', 'partners'],
    ['行政执法主体', 'executors'],
    ['责任部门', 'executors'],
    ['承办科室', 'lead'],
    ['业务科室', 'offices'],
    ['监管领域', 'domain'],
    ['行业类别', 'domain'],
    ['所属地区', 'city'],
    ['企业信用风险分类管理要求', 'creditRule'],
    ['信用等级', 'creditRule'],
    ['分级分类监管要求', 'creditRule'],
    ['起止日期', 'period'],
    ['检查月份', 'period'],
    ['完成时间', 'period'],
    ['开始时间', 'period.start'],
    ['截止日期', 'period.end'],
    ['抽查比例和数量', 'ratio'],
    ['检查对象及数量', 'targets'],
    ['检查对象总数', 'population'],
    ['拟抽查户数', 'sample'],
    ['检查时间及频次', 'period,frequency'],
    ['检查内容及方式', 'items'],
    ['法律依据', 'basis'],
    ['事项等级', 'itemClass'],
    ['组织形式', 'initiation'],
    ['检查方式方法', 'method'],
  ])('%j is %s', (header, fields) => {
    expect(mapHeader(header)?.join()).toBe(fields);
  });

  test.each<[upper: string, lower: string, fields: string | undefined]>([
    ['抽查项目', '抽查类别', 'itemClass'],
    ['抽查项目', '抽查事项', 'items'],
    ['抽查比例\n及频次', '比例', 'ratio'],
    ['抽查比例及频次', '频次', 'frequency'],
    ['部门', '发起', 'lead'],
    ['部门', '配合', 'partners'],
    ['检查部门', '牵头', 'lead'],
    ['检查部门', '参与', 'partners'],
    ['部门', '发起部门', 'lead'],
    ['抽查时间', '起', 'period.start'],
    ['抽查时间', '止', 'period.end'],
    ['起止时间', '开始', 'period.start'],
    ['抽查 时间', '结束', 'period.end'],
    ['抽查任务', '编号', 'code'],
    ['抽查任务', '名称', 'name'],
    ['抽查事项', '名称', 'items'],
    ['抽查对象', '数量', 'sample'],
    ['抽查比例', '（%）', 'ratio'],
    ['2023年度抽查工作计划', '序号', 'number'],
    ['序号', '', 'number'],
    ['序号', '序号', 'number'],
    ['', '备注', 'remarks'],
    // A header over data, or over a word that it does not explain.
    ['序号', '1', undefined],
    ['抽查任务名称', '对旅行社的双随机抽查', undefined],
    ['部门', '市市场监管局', undefined],
    ['抽查时间', '3月-12月', undefined],
    ['抽查比例', '不低于5%', undefined],
    ['抽查类型', '定向', undefined],
    ['抽查比例', '市级', undefined],
    ['部门', '起', undefined],
    ['备注', '牵头', undefined],
  ])('%j over %j', (upper, lower, fields) => {
    expect(mapHeader([upper, lower])?.join()).toBe(fields);
  });

  test.each([
    '',
    ' \n',
    '1',
    '5%',
    '3月-12月',
    '全年',
    '抽查1次',
    '抽查比例不低于5%',
    '抽查比例不低于5%；抽查1次',
    '检查',
    '抽查',
    '双随机',
    '双随机抽查',
    '部门联合',
    '联合检查',
    '行政检查',
    '监督检查',
    '专项检查',
    '日常监管',
    '随机抽查、实地检查',
    '一般检查事项',
    '重点检查事项',
    '一般抽查',
    '定向',
    '不定向抽查',
    '现场检查',
    '市级',
    '市抽市查',
    '县级自行组织发起',
    '对企业涉税事项的双随机抽查',
    '社会组织抽查检查',
    '旅行社行业监管',
    '涉税企业',
    '行政机关',
    '检验检测机构',
    '市场主体',
    '企业',
    '社会组织',
    '市市场监管局',
    '市市场监管局、市公安局',
    '有关部门',
    '各县（市、区）市场监管部门',
    '市级城市管理部门',
    '食品生产流通股',
    '旅游市场监管责任落实情况',
    '取水许可证是否在有效期',
    '1.许可情况；2.台账情况',
    '根据企业信用风险分类结果，对低风险、一般风险企业分别递加抽查比例、频次',
    '信用',
    '低风险',
    '吕梁市2023年度部门联合双随机抽查工作计划',
    '一、市市场监管局（8项）',
    '备注：1.本计划自发布之日起实施',
    '说明：抽查比例为全年总体抽查比例',
    '注：抽查事项类别分为一般检查事项、重点检查事项',
    '填报单位：市市场监管局',
    '单位：%',
    '合计',
    '检查结果',
    '检查人员',
    '联系人',
    '联系电话',
    '公示时间',
    '结果公示期限',
    '印发日期',
    '统一社会信用代码',
    '牵头及配合部门',
    '抽查事项对象比例频次时间',
    '抽查事项'.repeat(50),
  ])('no header: %j', text => {
    expect(mapHeader(text)).toBeNull();
  });

  test('no cell of the vocabulary is a header', () => {
    for (const { form } of cells) expect([form, mapHeader(printed(form))]).toEqual([form, null]);
  });

  test('only the header of the founding plan has headers', () => {
    const lines = readFileSync('samples/lvliang-2023.txt', 'utf8').split('\n');
    const header = lines.findIndex(line => line.startsWith('序号'));
    expect(lines[header]!.split('\t').map(text => mapHeader(text)?.join())).toEqual([
      'number',
      'name',
      'items',
      'targets',
      'ratio,frequency',
      'creditRule',
      'period',
      'lead',
      'partners',
    ]);
    for (const [i, line] of lines.entries())
      if (i !== header) for (const text of line.split('\t')) expect([text, mapHeader(text)]).toEqual([text, null]);
  });

  const known = fc.constantFrom(...wordings.flatMap(group => group.wordings.map(printed)));

  test('white space, width and zero-width characters change nothing', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(known, fc.constantFrom(' ', '\n', '\u3000', '\u200b', '\r\n'), (header, gap) => {
        const fields = mapHeader(header);
        // Pinyin is told by its letters.
        if (!/[a-zāáǎàēéěèīíǐìōóǒòūúǔù]/i.test(header)) expect(mapHeader([...wide(header)].join(gap))).toEqual(fields);
        expect(mapHeader([...header].join(gap))).toEqual(fields);
      }),
    );
  });

  test('a header with more behind it or before it is none', () => {
    fc.assert(
      fc.property(
        known,
        fc.constantFrom('5%', '不低于5%', '情况的说明如下', '1次', '对', '市公安局', '。'),
        (header, more) => {
          const whole = mapHeader(header);
          // 对 before a scope is a header still: 对范围和数量.
          for (const text of more === '对' ? [header + more] : [header + more, more + header])
            if (more !== '。' && more !== '5%') expect(mapHeader(text)).not.toEqual(whole ?? ['never']);
        },
      ),
    );
  });

  test('never throws, and takes little time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => void mapHeader(text)));
    for (const unit of ['抽查', '（', '（）', '及', '双随机、', ' ']) {
      mapHeader(unit.repeat(50_000));
      mapHeader([unit.repeat(50_000), unit.repeat(50_000)]);
      for (let length = 1; length < 60; length++) mapHeader(unit.repeat(length));
    }
  });
});

describe('headerWordings', () => {
  test('every one is a known header without white space', () => {
    for (const wording of headerWordings()) {
      expect(wording).not.toMatch(/\s/);
      expect([wording, mapHeader(wording)]).not.toEqual([wording, null]);
    }
  });

  test.each([
    '序号',
    '抽查任务名称',
    '抽查事项',
    '抽查对象范围',
    '抽查比例及频次',
    '抽查比例',
    '频次',
    '发起部门',
    '配合部门',
    '牵头单位',
    '参与部门',
    '检查主体',
    '备注',
  ])('has %j', wording => {
    if (wording === '抽查比例及频次') expect(headerWordings()).toContain('抽查比例频次');
    else expect(headerWordings()).toContain(wording);
  });

  test('is short enough to be searched', () => {
    expect(headerWordings().length).toBeLessThan(6000);
  });
});
