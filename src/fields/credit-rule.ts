import type { Finding } from '../model/diagnostic.ts';
import { nameClasses } from './credit-rule/classes.ts';
import { tokenise } from './credit-rule/lexicon.ts';
import { type Reading, readRule } from './credit-rule/reading.ts';
import { type CreditRule, creditRuleSchema } from './credit-rule/schema.ts';
import { type CellContext, defineField, type Notation, type Outcome } from './field.ts';
import { foldText } from './fold.ts';
import { eitherScript, simplify } from './traditional.ts';

export { type CreditRule, creditRuleSchema } from './credit-rule/schema.ts';

const creditWord = /信用|风险|失信|守信/u;
const inCreditColumn = ({ header = '' }: CellContext): boolean => creditWord.test(simplify(foldText(header)));

const build = (source: string): RegExp => new RegExp(`^(?:${eitherScript(source)})$`, 'u');
const scheme = '(?:企业|通用型|行业)?(?:信用)?(?:风险)?(?:分级)?(?:分类)?(?:管理|监管)?(?:要求|结果)?';

/** Says that no credit class matters; not a blank, which says nothing. */
const notApplicable: Notation<CreditRule> = {
  name: 'not-applicable',
  title: { zh: '不涉及', en: 'does not apply' },
  examples: ['不涉及信用风险分类', '不适用', '不涉及', '无需实施信用风险分类监管'],
  pattern: build(
    `(?:(?:本|该)?(?:事项|任务|项目|领域))?(?:暂)?(?:不涉及|不适用|未涉及|(?=.*(?:信用|风险|分类))(?:无需|不)(?:实行|实施|开展|进行|纳入))${scheme}`,
  ),
  read: ([text]) => ({ value: { applies: false, text } }),
};

/** A mark for none. */
const none: Notation<CreditRule> = {
  name: 'none',
  title: { zh: '无', en: 'none' },
  examples: ['无', '/', '—'],
  pattern: /^(?:无|無|无要求|無要求|[/／]|[-—–－]{1,2})$/u,
  read: ([text]) => ({ value: { applies: false, text }, findings: [{ code: 'credit-rule-none', params: { text } }] }),
};

const foldRule = (raw: string): string => foldText(raw).replace(/(?<!。)。+$/u, '');

/** Classes and nothing else: 低风险. */
const classList: Notation<CreditRule> = {
  name: 'class-list',
  title: { zh: '只列类别', en: 'classes alone' },
  examples: ['低风险', '较高风险、高风险企业', '信用风险低（A类）'],
  pattern: /^[^，；。]{2,60}$/u,
  read: ([printed], context) => {
    const tokens = tokenise(simplify(printed));
    const listed = tokens.every(({ kind }) => kind === 'class' || kind === 'joint' || kind === 'party');
    const reading = readRule(simplify(printed), printed);
    if (!listed || reading.doubts.length > 0 || reading.classes.length === 0) return null;
    // 低（A类） can only be a credit class; A级 or 三级 may be anything else's.
    const credit = reading.classes.some(({ family }) => family === 'risk') || creditWord.test(simplify(printed));
    return credit || inCreditColumn(context) ? ruleOf(reading, printed) : null;
  },
};

// What is checked, not how often: 对高风险项目安全管理情况的检查.
const item = /(?:的|情况)(?:进行)?(?:监督|行政|专项|联合)*(?:检查|抽查)(?:情况)?$/u;

/** A sentence: a basis or classes, and what follows from them. */
const sentence: Notation<CreditRule> = {
  name: 'sentence',
  title: { zh: '依据＋类别＋递加内容', en: 'a basis, classes and what rises with them' },
  examples: [
    '根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次',
    '根据企业信用分类结果，对守信、警示、失信、严重失信企业分别递加比例抽取',
    '根据企业安全生产信用等级分类结果，确定抽查比例、频次',
    '根据风险等级提升递加抽检频次',
    '对A、B、C、D类企业抽查频次分别不超过2次、4次、6次、4次',
    '对低风险企业可适当降低抽查比例，对高风险企业提高抽查比例和频次',
  ],
  pattern: /^.{4,1000}$/u,
  read: ([printed]) => {
    const text = simplify(printed);
    const reading = readRule(text, printed);
    const { basis, sorts, classes, measured, acts } = reading;
    if (basis === null) return classes.length > 0 && measured && !item.test(text) ? ruleOf(reading, printed) : null;
    return measured || (acts && sorts) ? ruleOf(reading, printed) : null;
  },
};

function ruleOf(reading: Reading, text: string): Outcome<CreditRule> {
  const { system, classes, mixed } = nameClasses(reading.classes, text);
  const named = classes.join('、');
  const about = (code: Finding['code'], stretches: readonly string[]): Finding[] =>
    [...new Set(stretches)].map(stretch => ({ code, params: { text: stretch } }));
  const { basis, raises } = reading;
  // 低、一般、高 may be a system of three, or lack 较高.
  const gap =
    classes.length === 3 && system === 'low-high' && (!classes.includes('higher') || !classes.includes('general'));
  return {
    value: { applies: true, basis, system, classes, raises: [...raises], text },
    findings: [
      ...about('credit-rule-doubt', reading.doubts),
      ...about('credit-rule-unnamed', reading.unnamed),
      ...(gap ? [{ code: 'credit-classes-gap', params: { classes: named } } as const] : []),
      ...(mixed ? [{ code: 'credit-systems-mixed', params: { classes: named } } as const] : []),
      ...(reading.mixed ? [{ code: 'credit-rule-mixed' } as const] : []),
      ...about('credit-rule-rest', reading.rest),
    ],
  };
}

export const creditRule = defineField<CreditRule>({
  name: 'creditRule',
  title: { zh: '信用风险分类要求', en: 'credit rule' },
  expected: {
    zh: '依据、类别和递加内容，或“不涉及信用风险分类”',
    en: 'a basis, classes and what rises, or 不涉及信用风险分类',
  },
  notations: [notApplicable, none, classList, sentence],
  refusals: [
    '对学校开展气象灾害防御教育的检查',
    '对高风险项目安全管理情况的检查',
    '对高风险企业开展检查',
    '企业信用风险分类情况检查',
    '加强高风险企业监管',
    '根据监管需要确定',
    '根据企业信用风险分类结果',
    '涉及信用风险分类',
    '信用风险分类管理',
    '对优质企业减少抽查频次，对问题企业增加抽查频次',
    'A级旅游景区',
    '三级',
    '抽查比例不低于5%',
    '3月-12月',
    '市市场监管局',
  ],
  schema: creditRuleSchema,
  format: ({ text }) => text,
  fold: foldRule,
});
