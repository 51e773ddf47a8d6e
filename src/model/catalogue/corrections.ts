import { entries } from './entry.ts';

/** What can be said of a corrections file and of its replay. */
export const correctionsEntries = entries({
  'corrections-not-yaml': {
    severity: 'error',
    message: { zh: '更正文件不是有效的 YAML：{reason}', en: 'the corrections file is no valid YAML: {reason}' },
    hint: { zh: '改正此处的写法，含冒号、井号的文字加引号', en: 'mend it here; quote texts that hold a colon or #' },
  },
  'corrections-unknown-key': {
    severity: 'error',
    message: {
      zh: '没有“{key}”这一项{meant}；应为 {known}',
      en: 'unexpected key “{key}”{meant}, expected one of {known}',
    },
    hint: {
      zh: '改正或删去此项；见 choucha schema corrections',
      en: 'correct or remove it; see choucha schema corrections',
    },
  },
  'corrections-wrong-form': {
    severity: 'error',
    message: { zh: '{path} 不应为 {found}，应为{expected}', en: 'unexpected {found} as {path}, expected {expected}' },
    hint: {
      zh: '见 choucha schema corrections；文字看似数字时加引号',
      en: 'see choucha schema corrections; quote a text that looks like a number',
    },
  },
  'corrections-unknown-field': {
    severity: 'error',
    message: {
      zh: '“{target}”中没有栏目“{field}”{meant}；应为 {known}',
      en: 'unexpected field “{field}” in “{target}”{meant}, expected one of {known}',
    },
    hint: {
      zh: '写成 任务.栏目（26.creditRule），或 plan.栏目（plan.year）',
      en: 'write <task>.<field> (26.creditRule), or plan.<field> (plan.year)',
    },
  },
  'corrections-unfit-value': {
    severity: 'error',
    message: {
      zh: '{found} 不能作为 {target} 的值，应为{expected}',
      en: 'unexpected {found} as value of {target}, expected {expected}',
    },
    hint: {
      zh: '按计划文件的形式写，或写该栏目能识读的文字；没有写明则写 null',
      en: 'write it as in the plan file, or as a text that the field reads; null where the plan does not say',
    },
  },
  'correction-unfit': {
    severity: 'error',
    message: {
      zh: '在此计划中读不出 {target} 的 {found}，应为{expected}',
      en: 'unexpected {found} as {target} in this plan, expected {expected}',
    },
    hint: {
      zh: '年度等另有更正的，一并写明；或按计划文件的形式写',
      en: 'state what it depends on too, such as plan.year; or write it as in the plan file',
    },
  },
  'correction-without-target': {
    severity: 'error',
    message: { zh: '更正 {target} 找不到对象：{problem}', en: 'the correction of {target} has no target: {problem}' },
    hint: {
      zh: '用 choucha explain 核对任务和栏目；任务已不存在则删去此条',
      en: 'look the task and field up with choucha explain; remove the entry if the task is gone',
    },
  },
  'correction-stale': {
    severity: 'error',
    message: {
      zh: '更正 {target} 已失效：该格现为“{found}”，当时为“{expected}”',
      en: 'the correction of {target} is stale: unexpected “{found}” in the cell, expected “{expected}”',
    },
    hint: {
      zh: '对照原件重新决定，再改写 expect 或删去此条',
      en: 'decide anew with the original at hand, then rewrite expect or remove the entry',
    },
  },
  'correction-conflict': {
    severity: 'error',
    message: {
      zh: '{target} 有两条决定，另一条在第 {line} 行',
      en: 'two decisions on {target}, expected one; the other stands in line {line}',
    },
    hint: { zh: '保留一条', en: 'keep one of them' },
  },
  'correction-ambiguous': {
    severity: 'error',
    message: {
      zh: '文件中有 {count} 个计划的 {target} 都相符',
      en: '{target} fits {count} plans of the document, expected one',
    },
    hint: { zh: '加一项 plan: 1（第几个计划）', en: 'add plan: 1 (which plan of the document)' },
  },
  'uncorrected-copy': {
    severity: 'warning',
    message: {
      zh: '{field}承接自第{donor}项，该项已更正，此处仍按原文',
      en: 'the {field} was taken over from task {donor}, which is corrected; here the text of the source still holds',
    },
    hint: {
      zh: '一条更正只管一项任务；如此处也应更正，请另写一条（choucha correct --copies 会一并写出）',
      en: 'a correction holds for one task; if this one is meant too, write an entry for it (choucha correct --copies does)',
    },
  },
  'waiver-unused': {
    severity: 'info',
    message: {
      zh: '对 {target} 的豁免（{code}）已无对应的诊断',
      en: 'the waiver on {target} ({code}) accepts a finding that is not there any more',
    },
    hint: { zh: '从更正文件中删去', en: 'remove it from the corrections file' },
  },
  'waiver-expired': {
    severity: 'info',
    message: {
      zh: '{code} 的豁免已于 {until} 到期，诊断恢复',
      en: 'the waiver of {code} ended on {until}; the finding counts again',
    },
    hint: { zh: '重新决定：处理，或延长 until', en: 'decide anew: settle the finding, or set a later until' },
  },
});
