import { entries } from './entry.ts';

/** What can be said of headers and columns. */
export const columnsEntries = entries({
  'unknown-column': {
    severity: 'info',
    message: {
      zh: '不认识表头“{header}”，应为计划常用的列名；该列原文保留在 extra 中',
      en: 'unexpected header “{header}”, expected one of the usual columns; its texts are kept under extra',
    },
    hint: {
      zh: '如该列另有通行名称，请改用通行名称；否则无需处理',
      en: 'head the column by its usual name if it has one; otherwise nothing to do',
    },
  },
  'blank-header': {
    severity: 'warning',
    message: {
      zh: '列“{header}”没有表头，却有内容（如“{text}”），应有表头；原文保留在 extra 中',
      en: 'unexpected blank header over column “{header}”, which holds “{text}”, expected a header; its texts are kept under extra',
    },
    hint: {
      zh: '对照原件补上表头：可能是表头丢失，或单元格错位',
      en: 'compare with the original: the header may be lost, or cells may have shifted',
    },
  },
  'duplicate-column': {
    severity: 'warning',
    message: {
      zh: '表头“{header}”与“{other}”都是{fields}，应只有一列；“{header}”列保留在 extra 中',
      en: 'unexpected second column of {fields}: “{header}” beside “{other}”, expected one; “{header}” is kept under extra',
    },
    hint: {
      zh: '对照原件，看两列各是什么，改写其中一个表头',
      en: 'see in the original what the two columns are, and reword one of the headers',
    },
  },
  'ambiguous-header': {
    severity: 'info',
    message: {
      zh: '表头“{header}”不止一种意思，应能单凭表头判断；据{witness}读作{fields}',
      en: 'unexpected header “{header}” of several meanings, expected one; read as {fields} on the evidence of {witness}',
    },
    hint: { zh: '如读得不对，请改写表头', en: 'reword the header if it is read wrongly' },
  },
  'combined-column': {
    severity: 'info',
    message: {
      zh: '表头“{header}”只说{title}，但单元格还有别的，应分列或写明；读作{fields}',
      en: 'unexpected header “{header}” that only says {title}, expected it to name all that its cells hold; read as {fields}',
    },
    hint: { zh: '一般无需处理', en: 'nothing to do, as a rule' },
  },
  'header-contradicted': {
    severity: 'warning',
    message: {
      zh: '表头“{header}”指{title}，单元格却像{fields}，二者应一致；按内容读作{fields}',
      en: 'unexpected {fields} under the header “{header}”, expected {title}; read as {fields}',
    },
    hint: {
      zh: '对照原件，看是表头写错还是两列错位',
      en: 'check in the original whether the header is wrong or two columns are swapped',
    },
  },
  'undecided-column': {
    severity: 'warning',
    message: {
      zh: '表头“{header}”可指{fields}，单元格（如“{text}”）都不像；应能据内容判断；该列保留在 extra 中',
      en: 'unexpected cells such as “{text}” under the header “{header}”, expected one of {fields}; the column is kept under extra',
    },
    hint: { zh: '看清该列是什么，改写表头', en: 'see what the column is, and reword its header' },
  },
});
