/** Columns on a terminal: a Chinese character takes two. */
export const displayWidth = (text: string): number =>
  [...text].reduce(
    (width, character) => width + (/[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffe6]/.test(character) ? 2 : 1),
    0,
  );

/** What commander calls its sections, by language. */
export const helpTitles: Record<string, Record<string, string>> = {
  zh: { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' },
  en: {},
};
