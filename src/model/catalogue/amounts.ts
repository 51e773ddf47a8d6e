import { entries } from './entry.ts';

const original = { zh: '对照原件，在更正文件中写明', en: 'look at the original and settle it in a corrections file' };

/** What can be said of ratios, frequencies and counts. */
export const amountsEntries = entries({
  'ratio-not-stated': {
    severity: 'info',
    message: { zh: '“{text}”没有说到抽查比例', en: '“{text}” says nothing of a ratio' },
    hint: {
      zh: '如原件另有规定，请在更正文件中写明',
      en: 'if the original says it elsewhere, state it in a corrections file',
    },
  },
  'frequency-not-stated': {
    severity: 'info',
    message: { zh: '“{text}”没有说到抽查频次', en: '“{text}” says nothing of a frequency' },
    hint: {
      zh: '如原件另有规定，请在更正文件中写明',
      en: 'if the original says it elsewhere, state it in a corrections file',
    },
  },
  'amount-none': {
    severity: 'info',
    message: { zh: '{field}栏写“{text}”，即没有', en: 'the cell for {field} says “{text}”, that there is none' },
    hint: { zh: '无须处理', en: 'nothing to do' },
  },
  'amount-undecided': {
    severity: 'info',
    message: { zh: '“{text}”没有定出数值', en: '“{text}” leaves the amount open' },
    hint: { zh: '计划本身未定，无须更正', en: 'the plan itself leaves it open; nothing to correct' },
  },
  'restored-character': {
    severity: 'info',
    message: {
      zh: '“{text}”脱漏“{restored}”字，按“{as}”识读',
      en: '“{restored}” is lost in “{text}”, read as “{as}”',
    },
    hint: { zh: '对照原件确认', en: 'make sure by the original' },
  },
  'strict-bound': {
    severity: 'warning',
    message: {
      zh: '“{text}”按字面是{side}，且不含本数；计划中多用“不低于”“不超过”，可能脱漏“不”字',
      en: '“{text}” literally is {side} that excludes the number itself; plans usually say 不低于 or 不超过, a 不 may be lost',
    },
    hint: original,
  },
  'ratio-base': {
    severity: 'info',
    message: { zh: '比例以“{text}”为基数', en: 'the percentage is of “{text}”' },
    hint: { zh: '比较不同计划时留意基数', en: 'mind the base when plans are compared' },
  },
  'ratio-per-period': {
    severity: 'warning',
    message: {
      zh: '“{text}”是分期的比例或数量（{stretch}），不是全年的',
      en: '“{text}” is an amount for every such stretch of time ({stretch}), not for the whole plan',
    },
    hint: {
      zh: '分期已记入备注；如需全年数值，请在更正文件中写明',
      en: 'the stretch is kept in the note; state the amount for the year in a corrections file if it is needed',
    },
  },
  'times-implied': {
    severity: 'info',
    message: { zh: '“{text}”没有写次数，按1次识读', en: '“{text}” gives no number of times, read as once' },
    hint: { zh: '对照原件确认', en: 'make sure by the original' },
  },
  'count-about': {
    severity: 'info',
    message: { zh: '“{text}”是约数', en: '“{text}” is an approximate number' },
    hint: { zh: '引用时注明约数', en: 'quote it as approximate' },
  },
  'other-amount': {
    severity: 'warning',
    message: {
      zh: '本栏是{field}，单元格还写有“{text}”，未计入',
      en: 'the column is for {field}, its cell also says “{text}”, which is not in the value',
    },
    hint: {
      zh: '检查表头是否识别正确，或在更正文件中写明',
      en: 'check how the header was understood, or settle it in a corrections file',
    },
  },
  'incomplete-tiers': {
    severity: 'warning',
    message: {
      zh: '只写了“{text}”一类，没有写其余各类',
      en: 'only the class “{text}” is given an amount, expected the other classes too',
    },
    hint: original,
  },
  'mixed-tiers': {
    severity: 'warning',
    message: {
      zh: '“{text}”不全是信用类别，也不全是层级，按对象分档识读',
      en: '“{text}” are not all credit classes or all levels, read as kinds of object',
    },
    hint: original,
  },
  'repeated-tier': {
    severity: 'error',
    message: { zh: '“{text}”写了两个不同的数值', en: '“{text}” is given two amounts, expected one' },
    hint: original,
  },
  'several-amounts': {
    severity: 'error',
    message: {
      zh: '“{text}”写了几个数值，没有说明各适用于什么',
      en: '“{text}” states several amounts without saying what each is for, expected one',
    },
    hint: original,
  },
  'impossible-amount': {
    severity: 'error',
    message: { zh: '“{text}”不可能；应为{expected}', en: 'impossible “{text}”, expected {expected}' },
    hint: original,
  },
  'reversed-range': {
    severity: 'error',
    message: { zh: '“{text}”的上限不大于下限', en: 'the upper end of “{text}” is not above its lower end' },
    hint: original,
  },
  'doubtful-number': {
    severity: 'error',
    message: {
      zh: '“{text}”中的数字写法可疑，可能缺字或多字',
      en: 'the number in “{text}” is ill-formed, characters may be lost or added',
    },
    hint: original,
  },
  'inexact-fraction': {
    severity: 'error',
    message: { zh: '“{text}”不能准确化为百分比', en: '“{text}” has no exact percentage' },
    hint: { zh: '在更正文件中写明百分比', en: 'state a percentage in a corrections file' },
  },
  'unit-lost': {
    severity: 'error',
    message: {
      zh: '“{text}”缺字：数字没有单位，可能脱漏“次”“/年”“%”“户”等字',
      en: 'a number in “{text}” lacks its unit; 次, /年, % or 户 may be lost',
    },
    hint: original,
  },
  'comparator-conflict': {
    severity: 'error',
    message: {
      zh: '“{text}”里的“不低于”“以上”“不超过”一类词重复或矛盾',
      en: 'the comparisons in “{text}” are doubled or contradict each other, expected one',
    },
    hint: original,
  },
  'relative-amount': {
    severity: 'error',
    message: {
      zh: '“{text}”是增减、比较或二选一的说法，不是比例、频次本身',
      en: '“{text}” tells a change, a comparison or an alternative, expected the amount itself',
    },
    hint: original,
  },
});
