/**
 * Words that say what the plan is about and nothing of the column: 双随机抽查任务 in 双随机抽查任务编号. No two of them
 * can be divided in two ways, so that any run of them is read in one.
 */
const fillers = [
  ...['年度', '本年', '全年', '本次', '拟', '预计', '预估', '初步', '具体', '主要', '总体', '计划'],
  ...[
    '双随机',
    '随机',
    '部门联合',
    '跨部门',
    '联合',
    '本部门',
    '内部',
    '行政',
    '执法',
    '监督',
    '监管',
    '日常',
    '专项',
    '涉企',
  ],
  ...['抽查', '检查', '抽检', '抽取', '核查', '督查', '巡查', '检测', '检验', '监测', '实施', '开展'],
  ...['工作', '任务', '事项', '项目', '活动'],
];
const filler = `(?:20\\d\\d年度?|${fillers.join('|')})*`;

/**
 * A template of header wordings: `[发起|牵头]*[部门|单位|]` – one of the words in brackets (none, where one is empty), a run
 * of fillers at each `*`, all else as it stands. Templates do not nest.
 */
export const templatePattern = (template: string): string =>
  template
    .replace(/[.+?^$(){}\\/%]/g, '\\$&')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')')
    .replaceAll('*', filler);

const choices = (part: string, i: number): string[] => (i % 2 ? part.split('|') : [part]);
const product = (options: readonly (readonly string[])[]): string[] =>
  options.reduce<string[]>((words, next) => words.flatMap(word => next.map(part => word + part)), ['']);

/** The most wordings of a template that are all written out, and with how many of them the usual fillers are. */
const listed = { all: 400, filled: 40 };

/**
 * Wordings of a template: all of them, or of a long one those that choose at one optional place at a time; with the
 * usual fillers where it begins with `*`, and none elsewhere.
 */
export function templateWordings(template: string): string[] {
  const options = template.replaceAll('*', '').split(/[[\]]/).map(choices);
  const size = options.reduce((count, { length }) => count * length, 1);
  const plain = options.map(choice => (choice.includes('') ? [''] : choice));
  const words =
    size <= listed.all
      ? product(options)
      : [
          ...product(plain),
          ...options.flatMap((choice, i) => product(plain.map((words, j) => (j === i ? choice : words.slice(0, 1))))),
        ];
  const usual =
    template.startsWith('*') && words.length <= listed.filled ? ['抽查', '检查', '抽查检查', '抽查任务', '任务'] : [];
  return [...words, ...usual.flatMap(filler => words.map(word => filler + word))];
}
