import { entries } from './entry.ts';

/** What can be wrong with a source as a whole: refusals, and what a reader repaired. */
export const sourceEntries = entries({
  'empty-source': {
    severity: 'error',
    message: { zh: '文件是空的，应有一张计划表', en: 'the file is empty, expected a plan table' },
    hint: { zh: '检查文件是否下载完整', en: 'check that the file was downloaded completely' },
  },
  'unreadable-file': {
    severity: 'error',
    message: { zh: '无法读取文件（{reason}）', en: 'the file cannot be read ({reason})' },
    hint: { zh: '检查文件名、路径和读取权限', en: 'check the name, the path and the permissions' },
  },
  'format-by-content': {
    severity: 'info',
    message: {
      zh: '文件名以 .{extension} 结尾，内容却是 {format}，按内容读取',
      en: 'the name ends in .{extension} but the content is {format}, which it was read as',
    },
    hint: { zh: '把扩展名改对', en: 'correct the extension' },
  },
  'no-table': {
    severity: 'error',
    message: { zh: '文件中没有表格', en: 'the document holds no table' },
    hint: { zh: '确认文件内容；扫描件须先做文字识别', en: 'look at the document; a scan needs OCR first' },
  },
  'no-pages': {
    severity: 'error',
    message: {
      zh: '{format} 文件没有可画的页面，只有 PDF 有',
      en: 'unexpected format {format}: it has no pages to draw, expected PDF',
    },
    hint: { zh: '先打印为 PDF', en: 'print it as PDF first' },
  },
  'unsupported-format': {
    severity: 'error',
    message: {
      zh: '不支持的格式：{format}；能读 PDF、DOCX、HTML、XLSX 和文本',
      en: 'unsupported format {format}, expected PDF, DOCX, HTML, XLSX or text',
    },
    hint: { zh: '{remedy}', en: '{remedy}' },
  },
});
