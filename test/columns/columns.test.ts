import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, divideCell, type LooksLike, mapColumns } from '../../src/columns/index.ts';
import { columnsEntries } from '../../src/model/catalogue/columns.ts';
import { diagnose } from '../../src/model/diagnostic.ts';

/** A plain stand-in for the fields: enough to tell their cells apart. */
const patterns: Record<string, RegExp> = {
  number: /^\d{1,4}$/,
  ratio: /^(?:抽查比例)?(?:不低于|总体抽查比例约)?\d+(?:\.\d+)?%$/,
  frequency: /^(?:抽查)?\d+次(?:\/年)?$|^每年\d次$/,
  ratioAndFrequency: /^(?:抽查比例)?(?:不低于)?\d+%[；，](?:抽查)?\d+次(?:\/年)?$/,
  period: /^\d{1,2}月(?:-\d{1,2}月)?$|^\d{4}\.\d\d\.\d\d$|^\d{1,2}月底前$/,
  lead: /^(?:[\p{Script=Han}]{1,8}(?:局|委|厅|支队|部门)[、，]?)+$/u,
  sample: /^(?:基数)?\d+(?:\.\d+)?万?[户家]?$/,
  creditRule: /信用风险/,
};
const looksLike: LooksLike = (field, text) => patterns[field]?.test(text) ?? true;

type Given = readonly [header: string | readonly [upper: string, lower: string], ...cells: string[]];

function map(...given: readonly Given[]) {
  const headers = given.map(([header], column) =>
    typeof header === 'string' ? { column, text: header } : { column, upper: header[0], text: header[1] },
  );
  const mapped = mapColumns(headers, column => given[column]!.slice(1) as string[], looksLike);
  return {
    fields: mapped.columns.map(({ fields }: Column) => fields.join('+')),
    codes: mapped.findings.map(({ code }) => code),
    ...mapped,
  };
}

const name: Given = ['抽查任务名称', '对旅行社的双随机抽查', '对加油站的双随机抽查'];
const items: Given = ['抽查事项', '许可情况；台账情况', '计量情况'];
const targets: Given = ['抽查对象', '旅行社', '加油站'];
const period: Given = ['抽查时间', '3月-12月', '4月'];

describe('mapColumns', () => {
  test('headers in any order', () => {
    const given: Given[] = [
      ['序号', '1', '2'],
      name,
      items,
      targets,
      ['抽查比例\n及频次', '不低于5%；抽查1次', '不低于10%'],
      period,
      ['发起部门', '市文旅局', '市商务局'],
      ['配合 部门', '市公安局', ''],
      ['备注', '', ''],
    ];
    const fields = ['number', 'name', 'items', 'targets', 'ratio+frequency', 'period', 'lead', 'partners', 'remarks'];
    expect(map(...given)).toMatchObject({ fields, codes: [] });
    expect(map(...given.toReversed())).toMatchObject({ fields: fields.toReversed(), codes: [] });
  });

  test('columns keep their number and folded header, two rows of headers joined', () => {
    expect(map(['抽查\n任务 名称', 'x'], [['部门', '发起'], '市公安局'], [['备注', '备注'], '']).columns).toEqual([
      { column: 0, header: '抽查任务名称', fields: ['name'] },
      { column: 1, header: '部门/发起', fields: ['lead'] },
      { column: 2, header: '备注', fields: ['remarks'] },
    ]);
  });

  test.each<[what: string, given: Given[], fields: string[], codes: string[]]>([
    ['targeting', [['抽查类型', '定向', '不定向']], ['targeting'], []],
    ['initiation', [['抽查类型', '本部门', '跨部门联合']], ['initiation'], ['ambiguous-header']],
    [
      'initiation, legend or not',
      [['抽查计划类型(本部门/跨部门)', '本部门', '跨部门']],
      ['initiation'],
      ['ambiguous-header'],
    ],
    ['item class', [['抽查类型', '重点检查事项', '一般检查事项']], ['itemClass'], ['ambiguous-header']],
    ['a word that fits nothing', [['任务类型', '食品安全', '特种设备']], ['extra:任务类型'], ['undecided-column']],
    ['a word over blanks', [['任务类型', '', '']], ['targeting'], []],
    ['class over targeting', [['抽查类别', '定向抽查', '不定向抽查']], ['targeting'], ['ambiguous-header']],
    ['class as printed', [['抽查类别', '食品安全类', '特种设备类']], ['itemClass'], []],
    [
      'items over classes',
      [
        ['抽查事项', '重点检查事项', '一般检查事项'],
        ['抽查内容', '甲', '乙'],
      ],
      ['itemClass', 'items'],
      ['ambiguous-header'],
    ],
    ['cities', [['地市', '太原市', '吕梁市']], ['city'], []],
    ['mode headed as city', [['地市', '市抽市查', '市抽县查']], ['mode'], ['ambiguous-header']],
    ['cities headed as level', [['实施层级', '太原市', '吕梁市']], ['city'], ['ambiguous-header']],
    ['mode', [['实施层级', '市级', '市、县级']], ['mode'], []],
    ['region', [['抽查范围', '全市', '全市'], targets], ['city', 'targets'], ['ambiguous-header']],
    ['range as targets', [['抽查范围', '辖区内旅行社', '辖区内加油站']], ['targets'], []],
    ['counts of targets', [['抽查对象', '20家', '300户']], ['population'], ['ambiguous-header']],
    ['code', [['编号', 'HY-001', 'HY-002'], name], ['code', 'name'], []],
    ['number headed as code', [['编号', '1', '2'], name], ['number', 'name'], ['ambiguous-header']],
    [
      'number and code',
      [
        ['序号', '1', '2'],
        ['编号', '1', '2'],
      ],
      ['number', 'code'],
      ['ambiguous-header'],
    ],
    [
      'plan name for task name',
      [['抽查计划名称', '2024年旅行社抽查计划', '加油站抽查计划']],
      ['name'],
      ['ambiguous-header'],
    ],
    ['method', [['抽取方式', '定向', '不定向']], ['targeting'], []],
    ['companies', [['单位名称', '某某有限公司', '某某商店']], ['targets'], ['ambiguous-header']],
  ])('content decides: %s', (_, given, fields, codes) => {
    expect(map(...given)).toMatchObject({ fields, codes });
  });

  test.each<[what: string, given: Given[], fields: string[], codes: string[]]>([
    ['both under ratio', [['抽查比例', '5%；抽查1次', '10%']], ['ratio+frequency'], ['combined-column']],
    ['both under frequency', [['抽查频次', '1次/年', '10%；抽查1次']], ['ratio+frequency'], ['combined-column']],
    ['both under period', [['抽查时间', '3月-12月，1次/年', '4月']], ['period+frequency'], ['combined-column']],
    ['ratios under frequency', [['抽查频次', '5%', '10%']], ['ratio'], ['header-contradicted']],
    ['frequencies under ratio', [['抽查比例', '1次/年', '2次/年']], ['frequency'], ['header-contradicted']],
    [
      'swapped',
      [
        ['抽查比例', '1次/年', '2次/年'],
        ['抽查频次', '5%', '10%'],
      ],
      ['frequency', 'ratio'],
      ['header-contradicted', 'header-contradicted'],
    ],
    ['frequencies under period', [['抽查时间', '1次/年', '2次/年']], ['frequency'], ['header-contradicted']],
    // Near misses: the header stands.
    ['bare numbers under ratio', [['抽查比例(%)', '5', '10']], ['ratio'], []],
    ['bare numbers under frequency', [['抽查频次', '1', '2']], ['frequency'], []],
    ['unreadable ratios', [['抽查比例', '待定', '按省级要求']], ['ratio'], []],
    ['one odd cell', [['抽查比例', '5%', '10%', '1次/年']], ['ratio'], []],
    ['unreadable bodies', [['发起部门', '？？', '1']], ['lead'], []],
    ['ratio alone under both', [['抽查比例及频次', '5%', '10%']], ['ratio+frequency'], []],
  ])('content against the header: %s', (_, given, fields, codes) => {
    expect(map(...given)).toMatchObject({ fields, codes });
  });

  test.each<[what: string, given: Given[], fields: string[], codes: string[]]>([
    ['领域 is the name', [['抽查领域', '旅行社', '加油站'], items], ['name', 'items'], []],
    ['领域 beside a name', [['抽查领域', '文化', '商务'], name], ['domain', 'name'], ['ambiguous-header']],
    ['监管领域 without a name', [['监管领域', '文化', '商务'], items], ['name', 'items'], ['ambiguous-header']],
    [
      '项目 over content',
      [
        ['抽查项目', '旅行社', '加油站'],
        ['检查内容', '甲', '乙'],
      ],
      ['name', 'items'],
      ['ambiguous-header'],
    ],
    [
      '事项 beside content and name',
      [name, items, ['检查内容', '甲', '乙']],
      ['name', 'items', 'extra:检查内容'],
      ['duplicate-column'],
    ],
    ['部门 alone', [['部门', '市公安局', '市商务局'], items], ['executors', 'items'], []],
    [
      '部门 with partners',
      [
        ['部门', '市公安局', '市商务局'],
        ['配合部门', '市税务局', '市住建局'],
      ],
      ['lead', 'partners'],
      ['ambiguous-header'],
    ],
    [
      '部门 with lead and partners',
      [
        ['责任部门', '甲局', '乙局'],
        ['牵头部门', '甲局', '乙局'],
        ['配合部门', '丙局', '丁局'],
      ],
      ['executors', 'lead', 'partners'],
      [],
    ],
    [
      '主体 stays',
      [
        ['检查主体', '甲局', '乙局'],
        ['配合部门', '丙局', '丁局'],
      ],
      ['executors', 'partners'],
      [],
    ],
    [
      'two dates',
      [
        ['抽取日期', '2021.04.01', '2021.05.01'],
        ['抽取日期至', '2021.10.31', '2021.10.31'],
      ],
      ['period.start', 'period.end'],
      [],
    ],
    ['one date', [['抽取日期', '2021.04.01', '2021.05.01']], ['period'], ['ambiguous-header']],
    [
      'a period and its start',
      [period, ['开始时间', '3月', '4月']],
      ['period', 'extra:开始时间'],
      ['duplicate-column'],
    ],
    [
      'one header twice, told by content',
      [
        ['抽查类型', '定向', '不定向'],
        ['抽查类型', '本部门', '跨部门'],
      ],
      ['targeting', 'initiation'],
      ['ambiguous-header'],
    ],
    [
      'one header twice, the second fits',
      [
        ['发起部门', '张三', '李四'],
        ['发起部门', '市公安局', '市商务局'],
      ],
      ['extra:发起部门', 'lead'],
      ['duplicate-column'],
    ],
    [
      'one header twice',
      [
        ['备注', '甲', '乙'],
        ['备注', '丙', '丁'],
      ],
      ['remarks', 'extra:备注'],
      ['duplicate-column'],
    ],
    [
      'both and one',
      [
        ['抽查比例及频次', '5%；抽查1次', '10%'],
        ['抽查频次', '1次/年', '2次/年'],
      ],
      ['ratio+frequency', 'extra:抽查频次'],
      ['duplicate-column'],
    ],
  ])('the other columns: %s', (_, given, fields, codes) => {
    expect(map(...given)).toMatchObject({ fields, codes });
  });

  test.each<[what: string, given: Given[], fields: string[], codes: string[]]>([
    ['unknown', [['公示网址', 'http://a.b'], name], ['extra:公示网址', 'name'], ['unknown-column']],
    [
      'unknown twice',
      [
        ['联系人', '张三'],
        ['联系人', '李四'],
        ['联系人', ''],
      ],
      ['extra:联系人', 'extra:联系人#2', 'extra:联系人#3'],
      Array(3).fill('unknown-column'),
    ],
    [
      'unknown under an upper header',
      [
        [['抽查比例', '市级'], '5%'],
        [['抽查比例', '县级'], '6%'],
      ],
      ['extra:抽查比例/市级', 'extra:抽查比例/县级'],
      Array(2).fill('unknown-column'),
    ],
    ['no header', [name, ['', '甲']], ['name', 'extra:#2'], ['blank-header']],
    ['no header, over what looks like numbers', [[' \n', '1', '2'], name], ['extra:#1', 'name'], ['blank-header']],
    ['no header and no cells', [name, ['', '', ' ']], ['name'], []],
    [
      'data for a header',
      [
        ['3月-12月', '4月'],
        ['市市场监管局', '市公安局'],
      ],
      ['extra:3月-12月', 'extra:市市场监管局'],
      Array(2).fill('unknown-column'),
    ],
  ])('nobody knows it: %s', (_, given, fields, codes) => {
    expect(map(...given)).toMatchObject({ fields, codes });
  });

  test('every finding is worded in both languages', () => {
    const { findings } = map(
      ['抽查频次', '5%'],
      ['抽查时间', '4月，1次'],
      ['抽查类型', '甲'],
      ['抽查类别', '定向'],
      ['备注', '甲'],
      ['备注', '乙'],
      ['联系人', '甲'],
      ['', '甲'],
    );
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(Object.keys(columnsEntries)));
    for (const finding of findings) {
      const { message, hint } = diagnose(finding);
      for (const sentence of [message.zh, message.en, hint.zh, hint.en]) expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });

  test('findings say where and what', () => {
    const places = [{ line: 1, column: 3 }];
    const { findings } = mapColumns([{ column: 4, text: '公示\n网址', places }], () => ['x'], looksLike);
    expect(findings).toEqual([{ code: 'unknown-column', params: { header: '公示网址' }, places, raw: '公示\n网址' }]);
  });

  const header = fc.constantFrom(
    ...[
      '序号',
      '编号',
      '抽查领域',
      '抽查项目',
      '抽查事项',
      '抽查类型',
      '抽查类别',
      '部门',
      '牵头部门',
      '配合部门',
      '抽查时间',
      '抽取日期',
      '抽查比例',
      '频次',
      '抽查范围',
      '备注',
      '联系人',
      '',
    ],
  );
  const cell = fc.constantFrom(
    '',
    '1',
    '5%',
    '1次/年',
    '5%，1次',
    '3月',
    '市公安局',
    '定向',
    '跨部门',
    '重点检查事项',
    '全市',
    '甲；乙',
  );
  const table = fc.array(fc.tuple(header, fc.array(cell, { minLength: 3, maxLength: 3 })), { maxLength: 12 });

  test('no two columns hold one field, none is lost, and their order changes no field of a firm header', () => {
    fc.assert(
      fc.property(table, columns => {
        const { columns: mapped } = map(...columns.map(([text, cells]): Given => [text, ...cells]));
        const fields = mapped.flatMap(column => column.fields);
        expect(new Set(fields).size).toBe(fields.length);
        const blank = columns.filter(([text, cells]) => text === '' && cells.every(c => c === '')).length;
        expect(mapped.length).toBe(columns.length - blank);
      }),
      { numRuns: 1000 },
    );
  });

  test('a sheet of thousands of equal columns takes little time', () => {
    const headers = Array.from({ length: 4000 }, (_, column) => ({ column, text: column % 2 ? '备注' : '抽查类型' }));
    const { columns } = mapColumns(headers, () => ['定向'], looksLike);
    expect(columns.at(-1)!.fields).toEqual(['extra:备注#1999']);
  });
});

describe('divideCell', () => {
  test.each<[fields: string[], text: string, shares: Record<string, string> | null]>([
    [['period', 'frequency'], '3月-12月，1次/年', { period: '3月-12月', frequency: '1次/年' }],
    [['period', 'frequency'], '3月-12月（每年1次）', { period: '3月-12月', frequency: '每年1次' }],
    [['period', 'frequency'], '4月', { period: '4月' }],
    [['period', 'frequency'], '4月；9月；1次/年', { period: '4月；9月', frequency: '1次/年' }],
    [
      ['population', 'ratio'],
      '基数186万,总体抽查比例约1.5%。',
      { population: '基数186万', ratio: '总体抽查比例约1.5%' },
    ],
    [['period', 'frequency'], '', {}],
    [['period', 'frequency'], '4月，另行安排', null],
    [['period', 'frequency'], '市公安局', null],
  ])('%j of %j', (fields, text, shares) => {
    const divided = divideCell(fields, text, looksLike);
    expect(divided && Object.fromEntries(divided)).toEqual(shares);
  });
});
