import { fieldTitle } from '../fields/index.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import type { Judgement, Rule } from './rules/rule.ts';
import type { Band, Folding, Kind, Reason, Relation, Status } from './schema.ts';

/** What every comparison is told with. */
export const kindWords: Readonly<Record<Kind, Bilingual>> = {
  added: { zh: '增加', en: 'added' },
  removed: { zh: '减少', en: 'removed' },
  changed: { zh: '改变', en: 'changed' },
  raised: { zh: '提高', en: 'raised' },
  lowered: { zh: '降低', en: 'lowered' },
  'bound-changed': { zh: '上下限改变', en: 'bound changed' },
  widened: { zh: '扩大', en: 'widened' },
  narrowed: { zh: '缩小', en: 'narrowed' },
  shifted: { zh: '移动', en: 'shifted' },
  'role-swapped': { zh: '发起与配合互换', en: 'role swapped' },
  strengthened: { zh: '加强', en: 'strengthened' },
  weakened: { zh: '减弱', en: 'weakened' },
  'cannot-tell': { zh: '无法判断', en: 'cannot tell' },
};

export const reasonWords: Readonly<Record<Reason, Bilingual>> = {
  'unread-base': { zh: '基准计划的这一格未能识读', en: 'this cell of the base plan was not read' },
  'unread-head': { zh: '对比计划的这一格未能识读', en: 'this cell of the head plan was not read' },
  'not-stated': { zh: '对比计划没有写明', en: 'the head plan does not say' },
  undecided: { zh: '写的是待定', en: 'it is left open' },
  reference: { zh: '写的是另见其他文件', en: 'it refers to another document' },
  'not-comparable': { zh: '两种写法不能互相比较', en: 'the two cannot be compared with each other' },
  about: { zh: '写的是约数', en: 'it is an approximate figure' },
  undated: { zh: '没有写明日期', en: 'it names no date' },
  'open-window': { zh: '没有写明开始或结束时间', en: 'it names no start or no end' },
  'text-changed': {
    zh: '文字改变，范围是否缩小须人工判断',
    en: 'the wording changed, and a person must say whether it covers less',
  },
};

export const statusWords: Readonly<Record<Status, Bilingual>> = {
  kept: { zh: '保留', en: 'kept' },
  added: { zh: '新增', en: 'added' },
  dropped: { zh: '取消', en: 'dropped' },
  split: { zh: '拆分', en: 'split' },
  merged: { zh: '合并', en: 'merged' },
};

export const bandWords: Readonly<Record<Band, Bilingual>> = {
  same: { zh: '同一任务', en: 'same' },
  likely: { zh: '很可能', en: 'likely' },
  review: { zh: '须人工核对', en: 'to be reviewed' },
  none: { zh: '不成对', en: 'none' },
};

export const foldingWords: Readonly<Record<Folding, Bilingual>> = {
  alias: { zh: '别名', en: 'alias' },
  level: { zh: '层级用语', en: 'level words' },
  cosmetic: { zh: '写法', en: 'way of writing' },
};

export const relationWords: Readonly<Record<Relation, Bilingual>> = {
  adjustment: { zh: '调整（对比计划须不低于基准计划）', en: 'adjustment (the head plan has to keep to the base plan)' },
  successor: {
    zh: '接续（逐年比较，各按本年度的时间）',
    en: 'successor (year by year, windows within their own year)',
  },
};

/** Columns of the comparison that are no field of a task. */
const planWords: Readonly<Record<string, Bilingual>> = {
  notes: { zh: '表后说明', en: 'notes' },
};

export const columnTitle = (field: string): Bilingual => planWords[field] ?? fieldTitle(field);

const blankWord: Bilingual = { zh: '（未写明）', en: '(not stated)' };
export const orBlank = (text: string | null, language: keyof Bilingual): string => text ?? blankWord[language];

/** A finding as a sentence. Texts are null where the plan does not say. */
export function findingMessage(
  { title, on }: Pick<Rule, 'title' | 'on'>,
  judgement: Exclude<Judgement, { outcome: 'pass' }>,
  from: string | null,
  to: string | null,
): Bilingual {
  const told = (language: keyof Bilingual): string => {
    const text =
      on === 'pair' ? `${orBlank(from, language)} → ${orBlank(to, language)}` : orBlank(from ?? to, language);
    const colon = language === 'zh' ? '：' : ': ';
    if (judgement.outcome === 'fail') return `${title[language]}${colon}${text}`;
    const why = reasonWords[judgement.reason][language];
    return language === 'zh'
      ? `无法判断是否${title.zh}（${why}）：${text}`
      : `cannot decide whether ${title.en} (${why}): ${text}`;
  };
  return { zh: told('zh'), en: told('en') };
}
