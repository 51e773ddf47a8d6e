import { entries } from './entry.ts';

/** What can be said of reading DOCX, HTML and XLSX. */
export const officeEntries = entries({
  // Refusals.
  'broken-package': {
    severity: 'error',
    message: {
      zh: '文件不完整：部件 {part} 缺失或已损坏',
      en: 'unexpected damage: part {part} is missing or broken, expected a complete file',
    },
    hint: {
      zh: '重新下载，或用 Office/WPS 打开后另存',
      en: 'download it again, or open it in an office program and save it anew',
    },
  },
  'broken-xml': {
    severity: 'error',
    message: {
      zh: '部件 {part} 不是完好的 XML：{why}',
      en: 'unexpected {why} in part {part}, expected well-formed XML',
    },
    hint: {
      zh: '重新下载，或用 Office/WPS 打开后另存',
      en: 'download it again, or open it in an office program and save it anew',
    },
  },
  'package-too-large': {
    severity: 'error',
    message: {
      zh: '部件 {part} 展开后为 {size} MB，超过上限 {limit} MB',
      en: 'unexpected size: part {part} unpacks to {size} MB, expected at most {limit} MB',
    },
    hint: {
      zh: '计划表不会这么大；确认来源可信后，删去图片等内容再另存',
      en: 'no plan is that large; if the source can be trusted, remove pictures and the like and save it anew',
    },
  },
  'table-too-large': {
    severity: 'error',
    message: { zh: '表格超过 {limit} 个单元格', en: 'unexpected size: the tables have more than {limit} cells' },
    hint: { zh: '删去表外多余的行列后再转换', en: 'remove the rows and columns beyond the plan and convert again' },
  },
  'too-complex': {
    severity: 'error',
    message: {
      zh: '文件过于复杂：{what}超过 {limit}',
      en: 'unexpected size: more than {limit} {what}',
    },
    hint: {
      zh: '只保留正文部分，另存后再转换',
      en: 'keep only the part with the plan, save it anew and convert again',
    },
  },
  'unsafe-entry': {
    severity: 'error',
    message: {
      zh: '压缩包内有越出目录的名称“{part}”',
      en: 'unexpected name “{part}”, expected names inside the package',
    },
    hint: {
      zh: '该文件不是办公软件生成的，不要打开，核实来源',
      en: 'no office program writes this; do not open it, check where it comes from',
    },
  },
  'encrypted-office': {
    severity: 'error',
    message: { zh: '文件已加密', en: 'the file is encrypted, expected one without a password' },
    hint: { zh: '打开后取消密码，另存再转换', en: 'open it, remove the password, save it and convert again' },
  },
  'conversion-failed': {
    severity: 'error',
    message: {
      zh: 'LibreOffice 未能转换 {format} 文件：{reason}',
      en: 'LibreOffice could not convert the {format} file: {reason}',
    },
    hint: {
      zh: '用 Office/WPS 打开后另存为 DOCX 或 XLSX',
      en: 'open it in an office program and save it as DOCX or XLSX',
    },
  },
  // Conversions and other means.
  'converted-by-libreoffice': {
    severity: 'info',
    message: {
      zh: '{format} 文件经 LibreOffice 转换为 {target} 后读取',
      en: 'the {format} file was converted to {target} by LibreOffice and read from that',
    },
    hint: {
      zh: '自动编号、合并单元格如有疑问，对照原件',
      en: 'where numbers or merged cells look doubtful, compare with the original',
    },
  },
  'charset-corrected': {
    severity: 'info',
    message: {
      zh: '声明的编码 {declared} 与内容不符，按 {used} 读取',
      en: 'unexpected bytes for the declared charset {declared}, read as {used}',
    },
    hint: { zh: '核对生僻字', en: 'check rare characters' },
  },
  'witness-differs': {
    severity: 'warning',
    message: {
      zh: '两种读法得到的表格文字不同：本程序读得“{ours}”，mammoth 读得“{theirs}”',
      en: 'two readings of the tables differ: “{ours}” here, “{theirs}” by mammoth',
    },
    hint: { zh: '在 Word 中查看此处', en: 'look at this place in Word' },
  },
  'witness-absent': {
    severity: 'info',
    message: { zh: '未用 mammoth 复核：{reason}', en: 'not checked against mammoth: {reason}' },
    hint: { zh: '无需处理', en: 'nothing to do' },
  },
  // Changes, comments and hidden parts: what the file holds besides what it shows.
  'unaccepted-changes': {
    severity: 'warning',
    message: {
      zh: '文件带有未定稿的修订（插入 {insertions} 处，删除 {deletions} 处），按全部接受读取',
      en: 'the document has open tracked changes ({insertions} insertions, {deletions} deletions), read as if all were accepted',
    },
    hint: { zh: '确认公布的是哪一稿', en: 'find out which version was published' },
  },
  'tracked-change': {
    severity: 'info',
    message: {
      zh: '修订：{author}（{date}）{change}“{text}”',
      en: 'tracked change: {author} ({date}) {change} “{text}”',
    },
    hint: { zh: '确认该修订是否生效', en: 'find out whether the change is in force' },
  },
  comment: {
    severity: 'info',
    message: { zh: '批注：{author}（{date}）“{text}”', en: 'comment by {author} ({date}): “{text}”' },
    hint: {
      zh: '批注不属于计划内容；确认其意见是否已处理',
      en: 'a comment is no part of the plan; see whether it was dealt with',
    },
  },
  'text-set-hidden': {
    severity: 'info',
    message: { zh: '隐藏文字“{text}”未计入', en: 'hidden text “{text}” left out' },
    hint: { zh: '确认隐藏是有意的', en: 'make sure that it is hidden on purpose' },
  },
  'hidden-sheet': {
    severity: 'info',
    message: { zh: '隐藏的工作表“{sheet}”未计入', en: 'hidden sheet “{sheet}” left out' },
    hint: { zh: '若其中是计划表，取消隐藏后再转换', en: 'if it holds a plan, unhide it and convert again' },
  },
  'hidden-lines': {
    severity: 'warning',
    message: { zh: '隐藏的{lines}未计入', en: 'hidden {lines} left out' },
    hint: {
      zh: '若属于计划，取消隐藏或筛选后再转换',
      en: 'if they belong to the plan, unhide them or clear the filter and convert again',
    },
  },
  'struck-text': {
    severity: 'warning',
    message: { zh: '“{text}”带删除线，仍按原文读取', en: '“{text}” is struck through, and read all the same' },
    hint: { zh: '确认该文字是否已作废', en: 'find out whether it still holds' },
  },
  // Tables.
  'covered-text': {
    severity: 'warning',
    message: {
      zh: '合并单元格下压着看不见的文字“{text}”，未计入',
      en: '“{text}” lies unseen under a merged cell, left out',
    },
    hint: { zh: '确认合并时是否误盖了内容', en: 'make sure that nothing was covered by mistake' },
  },
  'overlapping-cells': {
    severity: 'warning',
    message: {
      zh: '单元格的跨度与相邻单元格重叠，已截短',
      en: 'a cell spans positions that another cell holds, its span was cut',
    },
    hint: { zh: '对照页面，看该行各列是否对齐', en: 'compare with the page: are the columns of this row in line?' },
  },
  // Things that could not be shown as the office program shows them.
  'unknown-symbol': {
    severity: 'warning',
    message: {
      zh: '字体 {font} 的符号 {character} 无法识别',
      en: 'unexpected symbol {character} of the font {font}, expected a known one',
    },
    hint: { zh: '在 Word 中查看该符号', en: 'look at the symbol in Word' },
  },
  'unrendered-field': {
    severity: 'warning',
    message: { zh: '域“{field}”没有可读的结果', en: 'the field “{field}” has no result that can be read' },
    hint: { zh: '在 Word 中更新域并转为文本', en: 'update the field in Word and turn it into text' },
  },
  'unknown-numbering': {
    severity: 'warning',
    message: {
      zh: '编号格式 {format} 无法识别，按阿拉伯数字显示',
      en: 'unexpected numbering format {format}, shown in digits',
    },
    hint: { zh: '在 Word 中查看编号', en: 'look at the numbers in Word' },
  },
  'unread-part': {
    severity: 'warning',
    message: { zh: '部件 {part} 没有读取', en: 'the part {part} was not read' },
    hint: {
      zh: '打开原件，看计划表是否在其中；在则另存为单独的文件再转换',
      en: 'open the original: if the plan is in that part, save it as a file of its own and convert that',
    },
  },
  'unrendered-number': {
    severity: 'warning',
    message: {
      zh: '数字格式“{format}”无法还原，按存储值 {value} 读取',
      en: 'unexpected number format “{format}”, the stored value {value} is read',
    },
    hint: { zh: '对照表格中显示的样子', en: 'compare with what the sheet shows' },
  },
  'formula-without-value': {
    severity: 'warning',
    message: { zh: '公式 {formula} 没有保存计算结果', en: 'the formula {formula} has no saved result' },
    hint: { zh: '用 Excel/WPS 打开、重算后保存', en: 'open it in a spreadsheet program, recalculate and save' },
  },
});
