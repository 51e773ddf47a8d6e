import { entries } from './entry.ts';

const look = {
  zh: '对照原件看依据、类别和递加内容是否读全；若不全，请在更正文件中写明',
  en: 'compare basis, classes and what rises with the original; if something is missing, state it in a corrections file',
};

/** What can be said of credit rules. */
export const creditRuleEntries = entries({
  'credit-rule-doubt': {
    severity: 'warning',
    message: {
      zh: '信用风险分类要求中“{text}”读不懂；应为风险或信用类别，以及抽查比例、频次的变化',
      en: 'unexpected “{text}” in the credit rule, expected credit classes and what changes in ratio and frequency',
    },
    hint: look,
  },
  'credit-rule-unnamed': {
    severity: 'warning',
    message: {
      zh: '“{text}”没有说明提高的是抽查比例还是频次，两者都未计入',
      en: 'unexpected “{text}”, expected ratio or frequency to be named: neither is recorded as raised',
    },
    hint: look,
  },
  'credit-rule-mixed': {
    severity: 'info',
    message: {
      zh: '有的类别提高、有的不提高：类别全部列出，递加内容只计提高的部分',
      en: 'unexpected rule that raises for some classes and not for others, expected one for all: all classes are listed, only what rises is recorded',
    },
    hint: { zh: '各类别的具体要求见原文', en: 'see the text of the rule for what holds for each class' },
  },
  'credit-systems-mixed': {
    severity: 'warning',
    message: {
      zh: '同一要求中混用了几种分类（{classes}），按原文列出，不互相换算',
      en: 'unexpected classes of several systems ({classes}), expected one: listed as printed, not mapped on one another',
    },
    hint: look,
  },
  'credit-classes-gap': {
    severity: 'warning',
    message: {
      zh: '类别（{classes}）缺中间一级，可能漏字，也可能不是低、一般、较高、高四类',
      en: 'unexpected gap between the classes {classes}, expected all four of 低、一般、较高、高: one is lost, or the system is another',
    },
    hint: look,
  },
  'credit-rule-rest': {
    severity: 'info',
    message: {
      zh: '“{text}”没有说到类别、比例或频次，只保留在原文中',
      en: 'unexpected “{text}”, expected classes, ratio or frequency: kept only in the text of the rule',
    },
    hint: { zh: '看这句话是否另有要求', en: 'see whether it asks for something else' },
  },
  'credit-rule-none': {
    severity: 'info',
    message: {
      zh: '“{text}”按不涉及信用风险分类读',
      en: 'unexpected mark “{text}”, expected a rule or 不涉及信用风险分类: read as the latter',
    },
    hint: { zh: '对照原件', en: 'compare with the original' },
  },
});
