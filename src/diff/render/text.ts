import type { Bilingual } from '../../model/diagnostic.ts';
import type { Plan } from '../../plan/schema.ts';
import { type Labels, labelsOf, numbersOf, summaryLine, titleOfEntry } from '../labels.ts';
import type { Diff, Entry } from '../schema.ts';
import { sentence } from '../sentences.ts';
import { bandWords, columnTitle, foldingWords, relationWords, statusWords } from '../words.ts';

type Language = keyof Bilingual;

export interface RenderOptions {
  readonly language: Language;
  /** Also what was seen and is no change. */
  readonly folded?: boolean;
}

const severityWords: Readonly<Record<string, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};
export const levelWord = (level: string, language: Language): string => severityWords[level]![language];

/** A diff for people to read: a block per task that changed, what the rules say, and the closing count. */
export function renderText(diff: Diff, base: Plan, head: Plan, { language, folded = false }: RenderOptions): string {
  const labels = labelsOf(base, head);
  const zh = language === 'zh';
  const lines = [
    `${zh ? '基准计划：' : 'base: '}${planTitle(base, language)}`,
    `${zh ? '对比计划：' : 'head: '}${planTitle(head, language)}`,
    `${zh ? '比较方式：' : 'compared as '}${relationWords[diff.as][language]}`,
  ];
  const told = diff.tasks.filter(entry => isTold(entry, folded));
  for (const entry of told) lines.push('', ...entryLines(entry, labels, language, folded));
  if (diff.plan.changes.length > 0) {
    lines.push('', zh ? '任务之外' : 'beside the tasks');
    for (const change of diff.plan.changes) lines.push(`  ${planSentence(change, language)}`);
  }
  if (diff.findings.length > 0) {
    lines.push('', zh ? '规则' : 'rules');
    for (const finding of diff.findings)
      lines.push(
        `  [${finding.id}] ${levelWord(finding.level, language)} ${numbersOf(finding, labels, language)} ${finding.message[language].replace(/\s+/g, ' ')}`,
      );
  }
  lines.push('', summaryLine(diff, language));
  return `${lines.join('\n')}\n`;
}

export const planTitle = ({ title, subtitle, id, tasks, edition }: Plan, language: Language): string => {
  const count = language === 'zh' ? `${tasks.length} 项任务` : `${tasks.length} tasks`;
  return `${title ?? subtitle ?? id}${edition ? `（${edition}）` : ''} · ${count}`;
};

/** A column that came or went stands by its title; its values stand in the JSON. */
export function planSentence(change: Diff['plan']['changes'][number], language: Language): string {
  if (change.field === 'notes') return sentence(change, language);
  const title = columnTitle(change.field)[language];
  const gone = change.kind === 'removed';
  return language === 'zh'
    ? `${gone ? '对比计划没有' : '对比计划增加'}“${title}”一栏。`
    : `the head plan ${gone ? 'has no' : 'adds a'} column “${title}”.`;
}

export const isTold = ({ status, changes, folded, match }: Entry, withFolded: boolean): boolean =>
  status !== 'kept' ||
  changes.length > 0 ||
  (match?.band === 'review' && !match.pinned) ||
  (withFolded && folded.length > 0);

function entryLines(entry: Entry, labels: Labels, language: Language, withFolded: boolean): string[] {
  const zh = language === 'zh';
  const status = entry.status === 'kept' ? '' : `${statusWords[entry.status][language]}${zh ? '：' : ': '}`;
  const lines = [`${numbersOf(entry, labels, language)}  ${status}${titleOfEntry(entry, labels)}`];
  for (const change of entry.changes) {
    const part = change.task === undefined ? '' : partLabel(entry, change.task, labels, language);
    lines.push(`  ${part}${sentence(change, language)}`);
  }
  const doubt = doubtOf(entry, labels, language);
  if (doubt) lines.push(`  ${doubt}`);
  if (withFolded && entry.folded.length > 0) {
    const list = entry.folded.map(
      ({ field, kind }) =>
        `${columnTitle(field)[language]}${zh ? '（' : ' ('}${foldingWords[kind][language]}${zh ? '）' : ')'}`,
    );
    lines.push(zh ? `  不算变化：${list.join('、')}` : `  no change: ${list.join(', ')}`);
  }
  return lines;
}

export function partLabel({ base, head }: Entry, task: string, labels: Labels, language: Language): string {
  const side = base.length > 1 ? 'base' : head.includes(task) ? 'head' : 'base';
  const number = labels.number(side, task);
  return language === 'zh' ? `（${side === 'head' ? '对比' : '基准'}计划第 ${number} 项）` : `(${side} ${number}) `;
}

/** What a person should know of how a pair came about. */
export function doubtOf({ match, status, nearest }: Entry, labels: Labels, language: Language): string | null {
  const zh = language === 'zh';
  if (!match || match.pinned) return null;
  if (status === 'added' || status === 'dropped') {
    if (nearest === undefined) return null;
    const side = status === 'added' ? 'base' : 'head';
    const what = `${labels.number(side, nearest)} ${labels.name(side, nearest)}`;
    return zh
      ? `最接近的是${side === 'base' ? '基准' : '对比'}计划 ${what}（相似度 ${match.score}）`
      : `nearest: ${side} ${what} (score ${match.score})`;
  }
  if (match.band !== 'review') return null;
  const { runnerUp } = match;
  const next = runnerUp
    ? `${zh ? '，次优为' : ', runner-up '}${runnerUp.side === 'base' ? (zh ? '基准' : 'base ') : zh ? '对比' : 'head '}${labels.number(runnerUp.side, runnerUp.task)}${zh ? '（' : ' ('}${runnerUp.score}${zh ? '）' : ')'}`
    : '';
  return zh
    ? `配对${bandWords.review.zh}：相似度 ${match.score}${next}`
    : `pair ${bandWords.review.en}: score ${match.score}${next}`;
}
