import { entries } from './entry.ts';

/** What can be said of items, numbers, codes and plain text. */
export const itemsEntries = entries({
  'mark-out-of-sequence': {
    severity: 'warning',
    message: {
      zh: '编号“{mark}”没有接上前一个编号“{last}”，仍在此处分项',
      en: 'unexpected mark “{mark}” after “{last}”, expected the next number; divided here all the same',
    },
    hint: {
      zh: '对照原件：是漏号、重号，还是正文中的数字；如不应分项，请在更正文件中写明',
      en: 'compare with the original: a number missing, repeated, or part of the text? State the items in a corrections file if need be',
    },
  },
  'mixed-marks': {
    severity: 'warning',
    message: {
      zh: '编号“{mark}”与前一个编号“{last}”写法不同，应为同一写法；按连续编号分项',
      en: 'unexpected style of mark “{mark}” after “{last}”, expected the same style; read as the next item',
    },
    hint: {
      zh: '对照原件，确认“{mark}”是并列的一项而不是下一层编号',
      en: 'check in the original that “{mark}” is the next item, not a mark of a list inside the item',
    },
  },
  'doubtful-mark': {
    severity: 'warning',
    message: {
      zh: '“{mark}”像编号，但与“{last}”接不上或可作正文读，应为明确的编号；未在此处分项',
      en: 'unexpected “{mark}” after “{last}”: a mark or part of the text, expected a clear mark; not divided here',
    },
    hint: {
      zh: '对照原件；如应分项，请在更正文件中写明各项',
      en: 'compare with the original; if an item begins here, state the items in a corrections file',
    },
  },
  'text-before-marks': {
    severity: 'warning',
    message: {
      zh: '第一个编号“{mark}”之前有文字“{text}”，应从编号开始；该文字单列为项',
      en: 'unexpected text “{text}” before the first mark “{mark}”, expected the list to begin with a mark; kept as an item of its own',
    },
    hint: {
      zh: '对照原件：是漏了编号的一项，还是总起的话',
      en: 'compare with the original: an item that lost its mark, or an introduction to the list?',
    },
  },
  'semicolon-in-item': {
    severity: 'warning',
    message: {
      zh: '第“{mark}”项中分号后的“{text}”没有编号，应有编号；仍归入该项',
      en: 'unexpected text without a mark after a semicolon in item “{mark}”: “{text}”, expected a mark; kept in that item',
    },
    hint: {
      zh: '对照原件，看该段是否另为一项而漏了编号',
      en: 'check in the original whether it is an item of its own that lost its mark',
    },
  },
  'empty-item': {
    severity: 'warning',
    message: {
      zh: '编号“{mark}”后没有文字，应为一项内容；不计入事项',
      en: 'unexpected mark “{mark}” without text, expected an item; left out',
    },
    hint: { zh: '对照原件，看该项文字是否丢失', en: 'check in the original whether the text of this item was lost' },
  },
  'label-dropped': {
    severity: 'info',
    message: {
      zh: '编号前的“{text}”只是栏目名称，不计入事项',
      en: 'unexpected label “{text}” before the marks, expected items only; it only names the column and is not an item',
    },
    hint: { zh: '一般无需处理', en: 'nothing to do, as a rule' },
  },
  'garbled-text': {
    severity: 'error',
    message: {
      zh: '“{text}”含乱码或电子表格错误值，应为可读的文字',
      en: 'unexpected “{text}”: wrongly decoded characters or an error value of a spreadsheet, expected readable text',
    },
    hint: {
      zh: '换用原始文件，或另存为 UTF-8 后重新转换；个别字可在更正文件中补正',
      en: 'use the original file, or save it as UTF-8 and convert again; state single cells in a corrections file',
    },
  },
  'ditto-cell': {
    severity: 'error',
    message: {
      zh: '“{text}”指向别处的单元格，应直接写明内容；不推测所指',
      en: 'unexpected “{text}”, which points at another cell, expected the text itself; nothing was assumed',
    },
    hint: { zh: '对照原件，在更正文件中写明所指内容', en: 'state the text that is meant in a corrections file' },
  },
  'placeholder-cell': {
    severity: 'info',
    message: {
      zh: '单元格只有“{text}”，应为内容；视为计划未写明',
      en: 'unexpected “{text}” alone in a cell, expected content; taken to mean that the plan does not say',
    },
    hint: { zh: '一般无需处理', en: 'nothing to do, as a rule' },
  },
});
