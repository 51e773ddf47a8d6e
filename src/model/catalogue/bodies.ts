import { entries } from './entry.ts';

/** What can be said of bodies and regions. */
export const bodiesEntries = entries({
  'body-repaired': {
    severity: 'info',
    message: {
      zh: '部门名称“{printed}”不完整，应为全称；读作“{name}”（{why}）',
      en: 'unexpected short name “{printed}”, expected a full one; read as “{name}” ({why})',
    },
    hint: {
      zh: '对照原件；如不是该部门，请在更正文件中写明',
      en: 'compare with the original; if it is another body, state it in a corrections file',
    },
  },
  'bare-body-name': {
    severity: 'warning',
    message: {
      zh: '“{name}”只写了职能，应写部门全称；视为“{unit}”，名称照录',
      en: 'unexpected “{name}” without 局, 委 or 部门, expected a full name; taken for {unit}, the name kept as printed',
    },
    hint: {
      zh: '对照原件确认是哪个部门，必要时在更正文件中写明全称',
      en: 'check in the original which body is meant; state the full name in a corrections file if need be',
    },
  },
  'split-at-space': {
    severity: 'info',
    message: {
      zh: '“{left}”与“{right}”之间只有空格，应有顿号；分为两个部门',
      en: 'unexpected space between “{left}” and “{right}”, expected a separator; read as two bodies',
    },
    hint: { zh: '一般无需处理', en: 'nothing to do, as a rule' },
  },
  'run-together': {
    severity: 'warning',
    message: {
      zh: '“{left}”与“{right}”连写，应有顿号或换行；分为两个部门',
      en: 'unexpected “{left}” and “{right}” without anything between them, expected a separator; read as two bodies',
    },
    hint: {
      zh: '对照原件，确认此处是两个部门（PDF 常丢失换行）',
      en: 'check in the original that these are two bodies (PDF often loses line ends)',
    },
  },
  'repeated-body': {
    severity: 'warning',
    message: {
      zh: '“{again}”与“{first}”是同一部门，同一格内应只写一次；保留一个',
      en: 'unexpected “{again}” after “{first}”, which is the same body, expected it once in a cell; kept once',
    },
    hint: {
      zh: '对照原件，看是否本应为另一部门',
      en: 'check in the original whether another body was meant',
    },
  },
  'unknown-body': {
    severity: 'info',
    message: {
      zh: '部门名录中没有“{name}”，应为已登记的部门；单位记为“{unit}”',
      en: 'unexpected “{name}”, expected a body of the registry; its unit is “{unit}”',
    },
    hint: {
      zh: '核对名称有无错字；如确有此部门，可补入部门名录',
      en: 'check the name for a lost or wrong character; if there is such a body, add it to the registry',
    },
  },
  'unnamed-body': {
    severity: 'warning',
    message: {
      zh: '“{name}”没有指明是哪个部门，应写明部门名称；照录',
      en: 'unexpected “{name}”, which names nobody, expected the name of a body; kept as printed',
    },
    hint: {
      zh: '向编制单位问清是哪些部门，并在更正文件中写明',
      en: 'ask the office that made the plan which bodies are meant, and state them in a corrections file',
    },
  },
  'open-body-list': {
    severity: 'warning',
    message: {
      zh: '名单以“{text}”结尾，还有部门未写出，应逐一写明；只记写明的部门',
      en: 'unexpected “{text}” at the end of the list: bodies are left unnamed, expected all names; those named are kept',
    },
    hint: {
      zh: '向编制单位问清其余部门，并在更正文件中写明',
      en: 'ask the office that made the plan for the others, and state them in a corrections file',
    },
  },
  'second-name-plate': {
    severity: 'info',
    message: {
      zh: '“{name}”后括号内的“{alias}”是部门名称，应为加挂的牌子；记为别名',
      en: 'unexpected body “{alias}” in brackets behind “{name}”, expected a second name plate; kept as its alias',
    },
    hint: {
      zh: '如括号内是另一个参与部门，请在更正文件中写明',
      en: 'if the bracket names a further body, state it in a corrections file',
    },
  },
  'former-body': {
    severity: 'info',
    message: {
      zh: '“{name}”是机构改革前的部门，应为现名；单位记为承接其职能的“{unit}”',
      en: 'unexpected “{name}”, a body of before the reform, expected its present name; its unit is {unit}, which took over its work',
    },
    hint: {
      zh: '如计划早于改革，无需处理；否则核对部门名称',
      en: 'nothing to do if the plan is older than the reform; else check the name',
    },
  },
  'merged-body': {
    severity: 'info',
    message: {
      zh: '“{name}”是合并设置的部门，应为单一职能部门；单位记为“{unit}”，另承担“{also}”的职能',
      en: 'unexpected merged body “{name}”, expected a body of one field; its unit is {unit}, and it does the work of {also} too',
    },
    hint: {
      zh: '与其他计划比较时留意其合并的职能',
      en: 'mind the merged fields of work when comparing with other plans',
    },
  },
  'unclear-level': {
    severity: 'warning',
    message: {
      zh: '“{name}”中的“{text}”可作一级或两级理解，应写明层级；层级留空',
      en: 'unexpected “{text}” in “{name}”, which may mean one level or two, expected a clear level; the level is left empty',
    },
    hint: {
      zh: '问清是哪一级部门，并在更正文件中写明',
      en: 'find out which level is meant, and state it in a corrections file',
    },
  },
  'unlisted-place': {
    severity: 'info',
    message: {
      zh: '“{name}”中的地名“{place}”不在行政区划代码表（GB/T 2260）中，应为表中地名；层级按后缀判断',
      en: 'unexpected place “{place}” in “{name}”, expected one of GB/T 2260; the level is that of its suffix',
    },
    hint: {
      zh: '核对地名有无错字或已更名',
      en: 'check the place for a wrong character or a former name',
    },
  },
  'traditional-characters': {
    severity: 'info',
    message: {
      zh: '“{text}”中有繁体字或注音，应为规范简体；名称照录，按简体识别',
      en: 'unexpected traditional characters or pronunciations in “{text}”, expected simplified script; names are kept and looked up in simplified form',
    },
    hint: {
      zh: '多见于转载网站，最好改用发布机关的原文',
      en: 'typical of mirror sites; better use the publisher’s own document',
    },
  },
  'unknown-region': {
    severity: 'warning',
    message: {
      zh: '行政区划代码表（GB/T 2260）中没有“{name}”，应为省、市、县之一；代码留空，层级按后缀判断',
      en: 'unexpected place “{name}”, expected one of GB/T 2260; it has no code, its level is that of its suffix',
    },
    hint: {
      zh: '核对地名；开发区等没有代码，无需处理',
      en: 'check the name; development zones and the like have no code, then there is nothing to do',
    },
  },
  'ambiguous-region': {
    severity: 'warning',
    message: {
      zh: '“{name}”有 {count} 处（{codes}），应写明上级地名；代码留空',
      en: 'unexpected “{name}” alone: there are {count} ({codes}), expected the place above it too; the code is left empty',
    },
    hint: {
      zh: '在更正文件中写明代码',
      en: 'state the code in a corrections file',
    },
  },
});
