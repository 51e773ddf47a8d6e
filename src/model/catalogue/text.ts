import { entries } from './entry.ts';

/** What can be said of reading plain text. */
export const textEntries = entries({
  'text-too-large': {
    severity: 'error',
    message: { zh: '文本有 {size} MB，上限为 {limit} MB', en: 'the text has {size} MB, expected at most {limit} MB' },
    hint: {
      zh: '确认文件无误；计划文本通常不足 1 MB',
      en: 'check that it is the right file; a plan rarely has 1 MB of text',
    },
  },
  'ragged-row': {
    severity: 'warning',
    message: { zh: '本行有 {cells} 格，应为 {columns} 格', en: 'unexpected row of {cells} cells, expected {columns}' },
    hint: {
      zh: '对照原件：是否缺了一格、行尾被截断，或格内含有分隔符',
      en: 'compare with the original: a cell may be missing or cut off, or hold a separator',
    },
  },
  'lone-line': {
    severity: 'warning',
    message: {
      zh: '表中单独成行的“{text}”按分节行读取，应为完整的一行',
      en: 'the line “{text}” stands alone inside the table and was read as a section heading, expected a full row',
    },
    hint: {
      zh: '对照原件：它也可能是上一行最后一格的续行',
      en: 'compare with the original: it may continue the last cell of the row above',
    },
  },
  'lines-between-rows': {
    severity: 'warning',
    message: {
      zh: '两行之间有 {lines} 行不成表格的文字，按正文读取；应为表中的行',
      en: '{lines} lines between two rows were read as prose, expected rows of the table',
    },
    hint: {
      zh: '对照原件：它们是表外的文字，还是某一格的续行',
      en: 'compare with the original: are they prose, or do they continue a cell',
    },
  },
  'row-over-lines': {
    severity: 'info',
    message: {
      zh: '本行由 {lines} 行文字接成，格数与表头相符',
      en: 'the row was put together from {lines} lines, which gave the number of cells that the header has',
    },
    hint: { zh: '对照原件核对本行各格', en: 'compare the cells of this row with the original' },
  },
  'binary-source': {
    severity: 'error',
    message: { zh: '文件内容不是文字，应为文本', en: 'the file holds binary data, expected text' },
    hint: {
      zh: '检查文件是否损坏，或扩展名是否有误',
      en: 'check whether the file is damaged or has a wrong extension',
    },
  },
  'unknown-encoding': {
    severity: 'error',
    message: {
      zh: '认不出文字编码：最接近 {encoding}，仍有 {lost} 个字符读不出；应为 UTF-8、UTF-16、GB18030 或 Big5',
      en: 'unknown encoding, closest to {encoding} with {lost} characters unreadable, expected UTF-8, UTF-16, GB18030 or Big5',
    },
    hint: { zh: '用编辑器另存为 UTF-8 后再试', en: 'save the file as UTF-8 in an editor and try again' },
  },
  'garbled-source': {
    severity: 'error',
    message: {
      zh: '文字是乱码（按 {encoding} 读出“{text}”），应为中文',
      en: 'the text is garbled (read as {encoding}: “{text}”), expected Chinese',
    },
    hint: {
      zh: '文件曾以错误的编码打开并保存，文字已毁；请取原始文件',
      en: 'the file was once opened and saved in a wrong encoding, which destroyed its text; get the original',
    },
  },
  'lost-characters': {
    severity: 'warning',
    message: {
      zh: '有 {count} 个字符已损坏（�），应为可读的文字',
      en: '{count} characters are destroyed (�), expected readable text',
    },
    hint: { zh: '对照原件补上', en: 'restore them from the original' },
  },
  'ambiguous-layout': {
    severity: 'error',
    message: {
      zh: '表格的排列方式无法确定：{why}；应为制表符、竖线、逗号分隔，或每行一条、各列对齐',
      en: 'the table is there but cannot be cut safely: {why}; expected tabs, pipes, commas, or one aligned line per row',
    },
    hint: {
      zh: '改用原始文件（PDF、DOCX、HTML、XLSX），或从表格软件中复制',
      en: 'use the original file (PDF, DOCX, HTML, XLSX), or copy the table from a spreadsheet',
    },
  },
  'open-last-row': {
    severity: 'warning',
    message: {
      zh: '最后一行之后紧接着“{text}”，按表外文字读取；应为空行',
      en: 'the text “{text}” follows the last row at once and was read as prose, expected a blank line',
    },
    hint: { zh: '对照原件核对最后一行各格', en: 'compare the cells of the last row with the original' },
  },
  'row-left-out': {
    severity: 'warning',
    message: {
      zh: '表后这一行有并列的 {cells} 段文字，像表中的一行，已按正文读取；应为正文或完整的一行',
      en: 'a line of {cells} texts side by side below the table was read as prose, expected prose or a full row',
    },
    hint: {
      zh: '对照原件：若是表中的一行，请补全其各格',
      en: 'compare with the original; if it is a row, complete its cells',
    },
  },
});
