import { entries } from './entry.ts';

/** What can be said of one cell. */
export const cellEntries = entries({
  'unread-cell': {
    severity: 'error',
    message: {
      zh: '读不出{field}：“{text}”；应为{expected}',
      en: 'unexpected “{text}” as {field}, expected {expected}',
    },
    hint: {
      zh: '对照原件；若确为此意，请在更正文件中写明该值',
      en: 'compare with the original; if it is meant so, state the value in a corrections file',
    },
  },
});
