import { entries } from './entry.ts';

/** What can be said of blank cells, rows and the plan as a whole. */
export const planEntries = entries({
  'no-plan': {
    severity: 'error',
    message: {
      zh: '没有找到计划表：{seen}；应有含抽查任务或抽查事项，以及比例、频次、时间或部门等栏目的表',
      en: 'no plan table found: {seen}; expected a table with a task or items column and a ratio, frequency, period or body column',
    },
    hint: {
      zh: '确认这是抽查计划；用 choucha tables 查看读到的表格',
      en: 'make sure that this is an inspection plan; see what tables were read with choucha tables',
    },
  },
  'header-without-rows': {
    severity: 'error',
    message: { zh: '表头之下没有数据行', en: 'a plan header without data rows, expected at least one task' },
    hint: { zh: '检查文件是否完整', en: 'check that the file is complete' },
  },
  'title-missing': {
    severity: 'warning',
    message: {
      zh: '没有找到计划标题，标题记为空',
      en: 'no title found above the table, expected one such as …年度…抽查计划',
    },
    hint: { zh: '对照原件补上标题', en: 'look the title up in the original' },
  },
  'year-unstated': {
    severity: 'warning',
    message: { zh: '标题及其附近没有写明年度', en: 'neither the title nor the lines around it name a year' },
    hint: { zh: '对照原件确认年度', en: 'look the year up in the original' },
  },
  'head-inferred': {
    severity: 'info',
    message: {
      zh: '标题没有写明{what}，取自附近文字：“{text}”',
      en: 'the title names no {what}; taken from the prose around: “{text}”',
    },
    hint: { zh: '确认是否正确', en: 'make sure that it is right' },
  },
  'inferred-blank': {
    severity: 'info',
    message: {
      zh: '{field}空白，按上文第{donor}项推断为“{text}”',
      en: 'blank {field}, inferred from task {donor} above: “{text}”',
    },
    hint: {
      zh: '多为合并单元格在转换中丢失；如有疑问请对照原件',
      en: 'most likely a merged cell whose span was lost; compare with the original if in doubt',
    },
  },
  'ambiguous-blank': {
    severity: 'warning',
    message: {
      zh: '{field}空白：可能是未作要求，也可能与上文第{donor}项（“{text}”）合并{doubt}',
      en: 'blank {field}: either not stated, or merged with task {donor} above (“{text}”){doubt}',
    },
    hint: {
      zh: '对照原件的合并单元格，再在更正文件中写明',
      en: 'look at the merged cells of the original, then settle it in a corrections file',
    },
  },
  'missing-value': {
    severity: 'info',
    message: {
      zh: '{field}空白，上文也无可承接的内容',
      en: 'blank {field}, and nothing above that it could stand for',
    },
    hint: { zh: '若原件有内容，请核对转换是否丢失', en: 'if the original has a text here, it was lost in conversion' },
  },
  'missing-name': {
    severity: 'warning',
    message: { zh: '任务没有名称', en: 'a task without a name' },
    hint: { zh: '对照原件补上名称', en: 'look the name up in the original' },
  },
  'section-lead': {
    severity: 'info',
    message: {
      zh: '表中没有发起部门栏，按分组标题“{text}”推断',
      en: 'no column for the lead body; inferred from the section heading “{text}”',
    },
    hint: { zh: '确认分组标题即发起部门', en: 'make sure that the heading names the lead body' },
  },
  'cell-across-columns': {
    severity: 'warning',
    message: {
      zh: '一个单元格横跨{columns}，其文字“{text}”记在第一栏',
      en: 'one cell lies across {columns}; its text “{text}” was read in the first of them',
    },
    hint: { zh: '确认该文字属于哪一栏', en: 'decide which column the text belongs to' },
  },
  'other-table': {
    severity: 'info',
    message: {
      zh: '另有一张表不是抽查计划，未采用：“{text}”',
      en: 'another table that is no plan was left out: “{text}”',
    },
    hint: { zh: '如属计划内容，请检查其表头', en: 'if it belongs to the plan, look at its header' },
  },
  'schema-violation': {
    severity: 'error',
    message: { zh: '不合计划模式：{found}；应为{expected}', en: 'unexpected {found}, expected {expected}' },
    hint: { zh: '对照 choucha schema plan 修正', en: 'compare with choucha schema plan' },
  },
  'id-mismatch': {
    severity: 'error',
    message: { zh: '任务标识“{found}”应为“{expected}”', en: 'unexpected task id “{found}”, expected “{expected}”' },
    hint: {
      zh: '标识由计划标识加位置组成；增删任务后请重新转换',
      en: 'an id is the plan id and the position; convert again after adding or removing tasks',
    },
  },
  'trace-mismatch': {
    severity: 'warning',
    message: {
      zh: '旁边的追溯文件不属于此计划，未采用',
      en: 'the trace beside the plan does not belong to it and was left out',
    },
    hint: { zh: '重新转换来源文件', en: 'convert the source again' },
  },
  'number-gap': {
    severity: 'warning',
    message: { zh: '序号不连续：{number} 之前缺 {missing}', en: 'the numbers skip {missing} before {number}' },
    hint: { zh: '对照原件，看是否漏行', en: 'look in the original whether rows are missing' },
  },
  'number-repeated': {
    severity: 'warning',
    message: { zh: '序号 {number} 重复', en: 'number {number} stands twice' },
    hint: { zh: '对照原件，看是否重复行或序号有误', en: 'look whether the row is doubled or the number is wrong' },
  },
  'number-order': {
    severity: 'warning',
    message: { zh: '序号 {number} 排在 {before} 之后', en: 'number {number} stands after {before}' },
    hint: { zh: '检查行的次序', en: 'check the order of the rows' },
  },
  'number-restart': {
    severity: 'info',
    message: { zh: '序号在 {before} 之后重新从 1 开始', en: 'the numbers start again at 1 after {before}' },
    hint: { zh: '确认是否另一部分或另一张表', en: 'see whether another part or another table begins here' },
  },
  'task-repeated': {
    severity: 'warning',
    message: {
      zh: '与第{number}项任务的名称、对象和事项完全相同',
      en: 'same name, targets and items as task {number}',
    },
    hint: { zh: '对照原件，看是否重复', en: 'look in the original whether the row is doubled' },
  },
  'year-conflict': {
    severity: 'warning',
    message: {
      zh: '时间写明 {found} 年，而计划年度为 {year} 年',
      en: 'the text names {found}, but the plan is for {year}',
    },
    hint: { zh: '确认是跨年任务还是笔误', en: 'decide whether it is meant so or a slip' },
  },
  'body-under-several-names': {
    severity: 'info',
    message: {
      zh: '同一机构（{unit}）在计划中有几种写法：{names}',
      en: 'one body ({unit}) under several names: {names}',
    },
    hint: { zh: '已按同一 unit 归并，名称保持原样', en: 'they share one unit; the names stay as printed' },
  },
  'near-typo': {
    severity: 'warning',
    message: {
      zh: '{field}“{text}”疑有错字，其他任务写作“{proposed}”',
      en: '“{text}” in {field} looks like a slip, other tasks would write “{proposed}”',
    },
    hint: { zh: '对照原件；文字保持原样', en: 'compare with the original; the text stays as printed' },
  },
  'style-drift': {
    severity: 'info',
    message: {
      zh: '标点宽度成段变化：第{half}项用半角，第{full}项用全角，应是逐页转换所致',
      en: 'punctuation changes width by blocks: half-width in tasks {half}, full-width in {full}; most likely made page by page in conversion',
    },
    hint: { zh: '无需处理，取值不受影响', en: 'nothing to do, values are not affected' },
  },
  'misplaced-text': {
    severity: 'warning',
    message: {
      zh: '{field}中的“{text}”更像{like}，疑为错位',
      en: '“{text}” stands as {field} but reads like {like}; it looks misplaced',
    },
    hint: {
      zh: '{proposal}；对照原件，再在更正文件中写明',
      en: '{proposal}; compare with the original, then settle it in a corrections file',
    },
  },
});
