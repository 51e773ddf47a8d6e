import { entries } from './entry.ts';

/** What can be said of files that should be plans and are not. */
export const exportEntries = entries({
  'not-a-plan': {
    severity: 'error',
    message: {
      zh: '不是计划文件：{pointer} 处为 {found}，应为{expected}（不合模式之处共 {count}）',
      en: 'not a plan file: unexpected {found} at {pointer}, expected {expected} ({count} violations of the schema)',
    },
    hint: {
      zh: '给出 choucha convert 写出的 .plan.json 或 .plan.yaml；手工改过的先用 choucha check 查看',
      en: 'give a .plan.json or .plan.yaml that choucha convert wrote; see what choucha check says of an edited one',
    },
  },
});
