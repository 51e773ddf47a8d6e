import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CreditRule, creditRule } from '../../src/fields/credit-rule.ts';

type Rule = Extract<CreditRule, { applies: true }>;
type Case = [
  text: string,
  basis: string | null,
  system: Rule['system'],
  classes: string,
  raises: string,
  ...codes: string[],
];

const four = '对低风险、一般风险、较高风险、高风险企业';
const result = '根据企业信用风险分类结果';
const list = (text: string) => text.split(' ').filter(word => word !== '');
const all = 'low general higher high';
const both = 'ratio frequency';

describe('credit rule reads', () => {
  test.each<Case>([
    // The national four classes, whatever the width of the marks.
    [`${result}，${four}分别递加抽查比例、频次。`, '企业信用风险分类结果', 'low-high', all, both],
    [`${result}, ${four}分别递加抽查比例`, '企业信用风险分类结果', 'low-high', all, 'ratio'],
    [`${result}，${four}分别递加比例抽查。`, '企业信用风险分类结果', 'low-high', all, 'ratio'],
    [`${result}，${four}，抽查比例、频次依次递增`, '企业信用风险分类结果', 'low-high', all, both],
    [`${result}，对低、一般、较高、高风险企业分别提高检查频率`, '企业信用风险分类结果', 'low-high', all, 'frequency'],
    [
      `${result}，对较高风险、高风险企业分别递加抽查比例、频次`,
      '企业信用风险分类结果',
      'low-high',
      'higher high',
      both,
    ],
    [
      `${result}，对信用风险低（A类）、信用风险一般（B类）、信用风险较高（C类）、信用风险高（D类）企业分别递加抽查比例和频次`,
      '企业信用风险分类结果',
      'low-high',
      all,
      both,
    ],
    ['低（A类）、一般（B类）、较高（C类）、高（D类）', null, 'low-high', all, ''],
    ['低风险', null, 'low-high', 'low', ''],
    ['较高风险、高风险企业', null, 'low-high', 'higher high', ''],
    // A basis of several clauses, in a title, or without classes.
    [
      `根据企业信用风险状况，结合日常检查结果，${four}分别递加抽查比例、频次`,
      '企业信用风险状况，结合日常检查结果',
      'low-high',
      all,
      both,
    ],
    ['根据企业安全生产信用等级分类结果，确定抽查比例、频次。', '企业安全生产信用等级分类结果', null, '', ''],
    ['根据风险等级提升递加抽检频次', '风险等级', null, '', 'frequency'],
    ['抽查比例、频次按企业信用风险等级确定', '企业信用风险等级', null, '', ''],
    ['按照企业信用风险分类结果实施差异化监管', '企业信用风险分类结果', null, '', ''],
    [
      '根据《企业信用风险分类管理实施办法》，对高风险企业提高抽查比例',
      '《企业信用风险分类管理实施办法》',
      'low-high',
      'high',
      'ratio',
    ],
    ['根据工作实际，按照信用风险分类结果确定抽查比例', '信用风险分类结果', null, '', '', 'credit-rule-rest'],
    // Other systems keep their own names.
    [
      '根据企业信用分类结果,对守信、警示、失信、严重失信企业分别递加比例抽取。',
      '企业信用分类结果',
      'trust',
      '守信 警示 失信 严重失信',
      'ratio',
    ],
    [
      '根据通用型信用风险分类结果，对A、B、C、D类企业分别递加比例抽取',
      '通用型信用风险分类结果',
      'A-D',
      'A B C D',
      'ratio',
    ],
    [
      '根據通用型信用風險分類結果,對A、B、C、D類企業分別遞加比例抽取。',
      '通用型信用風險分類結果',
      'A-D',
      'A B C D',
      'ratio',
    ],
    ['按照信用风险分类结果，对ABCD类企业分别递加抽查比例、频次', '信用风险分类结果', 'A-D', 'A B C D', both],
    [`${result}，对A-D级企业递加抽查频次`, '企业信用风险分类结果', 'A-D', 'A B C D', 'frequency'],
    [`${result}，对A、B、C、D、E五类企业，抽查比例依次递增`, '企业信用风险分类结果', 'A-E', 'A B C D E', 'ratio'],
    ['根据纳税信用级别，对A、B、M、C、D级纳税人分别递加抽查比例', '纳税信用级别', 'other', 'A B M C D', 'ratio'],
    ['对低、中、中高、高风险企业分别提高抽查频次', null, 'other', '低风险 中风险 中高风险 高风险', 'frequency'],
    [
      '根据安全风险等级，对重大风险、较大风险、一般风险、低风险企业递增抽查比例',
      '安全风险等级',
      'other',
      '重大风险 较大风险 一般风险 低风险',
      'ratio',
    ],
    ['对一级、二级、三级、四级风险企业递增抽查频次', null, 'other', '一级 二级 三级 四级', 'frequency'],
    // What is set, capped or lowered does not rise.
    ['对A、B、C、D类企业抽查频次分别不超过2次、4次、6次、4次', null, 'A-D', 'A B C D', ''],
    ['A类3%，B类4%，C类5%，D类6%', null, 'A-D', 'A B C D', ''],
    ['低风险：5%；一般风险：10%；较高风险：20%；高风险：50%', null, 'low-high', all, ''],
    ['对低风险企业可适当降低抽查比例', null, 'low-high', 'low', ''],
    ['对守信企业不增加抽查频次', null, 'trust', '守信', ''],
    [
      '对低风险企业可适当降低抽查比例、频次；对高风险企业提高抽查比例',
      null,
      'low-high',
      'low high',
      'ratio',
      'credit-rule-mixed',
    ],
    [
      '对信用风险等级为A类的企业，适当降低抽查比例和频次；B类企业按常规比例和频次抽查；D类企业严格监管，大幅提高抽查频次',
      null,
      'A-D',
      'A B D',
      'frequency',
      'credit-rule-mixed',
    ],
    [`${result}，对高风险企业提高抽查比例，提升监管精准性`, '企业信用风险分类结果', 'low-high', 'high', 'ratio'],
    [
      `${result}，对高风险企业提高抽查比例，确保安全`,
      '企业信用风险分类结果',
      'low-high',
      'high',
      'ratio',
      'credit-rule-rest',
    ],
    [
      '低风险、一般风险企业按正常比例抽查，较高风险、高风险企业提高比例',
      null,
      'low-high',
      all,
      'ratio',
      'credit-rule-mixed',
    ],
    [
      '依托信用信息公示系统，根据企业信用风险分类结果，对D类企业加大抽查比例和频次',
      '企业信用风险分类结果',
      'A-D',
      'D',
      both,
      'credit-rule-rest',
    ],
    // Doubts are said.
    [`${result}，加大抽查力度`, '企业信用风险分类结果', null, '', '', 'credit-rule-unnamed'],
    [
      `${result}，对低风险、一般风险、较高风险、风险企业递加抽查比例`,
      '企业信用风险分类结果',
      'low-high',
      'low general higher',
      'ratio',
      'credit-rule-doubt',
    ],
    [
      `${result}，对低风险、一般风险、高风险、高风险企业递加抽查比例`,
      '企业信用风险分类结果',
      'low-high',
      'low general high',
      'ratio',
      'credit-rule-doubt',
      'credit-classes-gap',
    ],
    [
      `${result}，对优质企业减少频次，对问题企业增加频次`,
      '企业信用风险分类结果',
      null,
      '',
      'frequency',
      'credit-rule-doubt',
      'credit-rule-doubt',
      'credit-rule-mixed',
    ],
    ['对高风险企业、失信企业提高抽查比例', null, 'other', '高风险 失信', 'ratio', 'credit-systems-mixed'],
    [
      `${result}，对低风险、一般风险、高风险企业递加抽查比例`,
      '企业信用风险分类结果',
      'low-high',
      'low general high',
      'ratio',
      'credit-classes-gap',
    ],
    [`${result}，对ACD类企业提高抽查比例`, '企业信用风险分类结果', 'A-D', 'A C D', 'ratio', 'credit-rule-doubt'],
  ])('%j', (text, basis, system, classes, raises, ...codes) => {
    const { value, findings } = creditRule.parse(text);
    expect(value).toMatchObject({ applies: true, basis, system, classes: list(classes), raises: list(raises) });
    expect(findings.map(({ code }) => code)).toStrictEqual(codes);
    expect(creditRule.schema.safeParse(value).error).toBeUndefined();
    expect(creditRule.parse(creditRule.format(value!)).value).toStrictEqual(value);
  });

  test('keeps the whole text, folded and without its final stop', () => {
    const text =
      '根据通用型信用风险分类结果, 对A、B类企业分别递加比例抽取。对个体工商户根据分型分类结果, 采取不同的抽查比例和频次。';
    const { value, findings } = creditRule.parse(text);
    expect(value?.text).toBe(
      '根据通用型信用风险分类结果，对A、B类企业分别递加比例抽取。对个体工商户根据分型分类结果，采取不同的抽查比例和频次',
    );
    expect(findings).toMatchObject([{ code: 'credit-rule-rest', params: { text: '对个体工商户根据分型分类结果' } }]);
  });

  test.each([
    '不涉及信用风险分类',
    '不涉及',
    '不适用',
    '暂不涉及企业信用风险分类管理。',
    '无需实施信用风险分类监管',
    '不涉及信用風險分類',
  ])('%j as not applying', text => {
    expect(creditRule.parse(text)).toStrictEqual({
      value: { applies: false, text: text.replace('。', '') },
      by: 'not-applicable',
      findings: [],
    });
  });

  test.each(['无', '/', '—'])('the mark %j as not applying, and says so', text => {
    const { value, findings } = creditRule.parse(text);
    expect(value?.applies).toBe(false);
    expect(findings).toMatchObject([{ code: 'credit-rule-none' }]);
  });

  test('letters alone only under a header that speaks of credit', () => {
    expect(creditRule.parse('A类').value).toBeNull();
    expect(creditRule.parse('A类', { header: '信用风险分类' }).value).toMatchObject({ system: 'A-D', classes: ['A'] });
  });

  test.each(creditRule.notations.flatMap(({ name, examples }) => examples.map(text => [name, text] as const)))(
    'by %s: %j',
    (name, text) => {
      expect(creditRule.parse(text).by).toBe(name);
    },
  );

  test('every rule of the founding plan', () => {
    const plan = readFileSync(new URL('../../samples/lvliang-2023.txt', import.meta.url), 'utf8');
    const rows = plan
      .split('\n')
      .map(line => line.split('\t'))
      .filter(cells => /^\d+$/.test(cells[0] ?? ''));
    const refused = rows.filter(cells => cells[5] && creditRule.parse(cells[5]).findings.length > 0);
    expect(rows).toHaveLength(58);
    expect(refused.map(cells => cells[0])).toStrictEqual(['26', '27']);
  });
});

describe('credit rule refuses', () => {
  const nearMisses =
    '不涉及食品安全|不开展|对高风险作业单位的检查|高危险性体育经营活动的检查|失信被执行人名单|根据|根据信用|根据风险监测情况开展检查|根据信用监管要求，对企业公示信息进行检查|根据等级保护要求开展检查|对信用等级为优、良、中、差的企业分别确定抽查比例|' +
    '风险|高|低|高风险作业情况|不得随意提高抽查频次|将信用风险分类结果作为确定抽查比例和频次的依据|分别递加抽查比例、频次|提高抽查比例|对企业递加抽查比例、频次|' +
    '企业信用风险分类结果|是|涉及|A|AAA|全覆盖|1次/年|2023年|市场监管、税务部门|抽查比例不低5%|B级景区检查|三级医院|红色旅游景区';
  test.each([...creditRule.refusals, ...nearMisses.split('|')])('%j', text => {
    const { value, by, findings } = creditRule.parse(text);
    expect({ value, by }).toStrictEqual({ value: null, by: null });
    expect(findings).toMatchObject([{ code: 'unread-cell' }]);
  });

  test.each(['', ' ', '\n', '。'])('nothing in a blank cell %j', text => {
    expect(creditRule.parse(text)).toStrictEqual({ value: null, by: null, findings: [] });
  });
});
