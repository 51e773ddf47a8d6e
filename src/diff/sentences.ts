import type { Bilingual } from '../model/diagnostic.ts';
import type { Change, Detail, Kind } from './schema.ts';
import { marksOf } from './text-marks.ts';
import { detailTitle, formatDetail, formatValue } from './value-text.ts';
import { columnTitle, kindWords, orBlank, reasonWords } from './words.ts';

type Language = keyof Bilingual;

/** The texts of both sides of a change, null where the plan does not say. */
export const sidesOf = ({ field, from, to, unread }: Change): { from: string | null; to: string | null } => ({
  from: unread?.base ?? formatValue(field, from),
  to: unread?.head ?? formatValue(field, to),
});

/** How a Chinese sentence says what became of a value: 由…降低为…. */
const verbs: Partial<Record<Kind, string>> = {
  raised: '提高为',
  lowered: '降低为',
  widened: '扩大为',
  narrowed: '缩小为',
  shifted: '移为',
};

const quote = (text: string | null, language: Language): string =>
  text === null ? { zh: '未写明', en: 'not stated' }[language] : `“${text.replace(/\s+/g, ' ')}”`;

/** One change as a sentence, without who it is about. */
export function sentence(change: Change, language: Language): string {
  const { field, kind, reason, details } = change;
  const title = columnTitle(field)[language];
  const { from, to } = sidesOf(change);
  const word = kindWords[kind][language];
  const [old, now] = [quote(from, language), quote(to, language)];
  if (kind === 'cannot-tell') {
    const why = reason ? reasonWords[reason][language] : '';
    return language === 'zh'
      ? `${title}无法判断是否改变（${why}）：${old}、${now}。`
      : `${title}: cannot tell (${why}): ${old}, ${now}.`;
  }
  if (field === 'creditRule' && details?.some(({ of }) => of && of !== 'text')) {
    const list = details.map(detail => creditDetail(detail, language)).join(language === 'zh' ? '；' : '; ');
    return language === 'zh' ? `${title}${word}：${list}。` : `${title} ${word}: ${list}.`;
  }
  if (isList(field) && details) {
    const list = details.map(detail => listDetail(field, detail, language)).join(language === 'zh' ? '；' : '; ');
    return language === 'zh' ? `${title}：${list}。` : `${title}: ${list}.`;
  }
  const tiers = details && details.length > 0 && details.every(({ of }) => of && of !== 'note') ? details : null;
  const more = tiers
    ? {
        zh: `（${tiers.map(tier => tierDetail(field, tier, 'zh')).join('；')}）`,
        en: ` (${tiers.map(tier => tierDetail(field, tier, 'en')).join('; ')})`,
      }[language]
    : '';
  if (language === 'en') return `${title} ${word}: ${old} → ${now}${more}.`;
  const verb = verbs[kind];
  if (verb) return `${title}由${old}${verb}${now}${more}。`;
  if (kind === 'bound-changed') return `${title}的上下限改变：由${old}改为${now}${more}。`;
  return `${title}由${old}改为${now}${more}。`;
}

const isList = (field: string): boolean => ['items', 'notes', 'lead', 'partners', 'executors'].includes(field);

function listDetail(field: string, { kind, of, from, to }: Detail, language: Language): string {
  const [old, now] = [formatDetail(field, undefined, from, language), formatDetail(field, undefined, to, language)];
  const word = kindWords[kind][language];
  if (kind === 'role-swapped') {
    const joins = (field === 'lead') === (now !== null);
    const role = joins ? { zh: '改为发起', en: 'now leads' } : { zh: '改为配合', en: 'is now a partner' };
    return language === 'zh' ? `“${old ?? now}”${role.zh}` : `“${old ?? now}” ${role.en}`;
  }
  if (kind === 'changed' && typeof from === 'string' && typeof to === 'string') {
    const text = marked(from, to);
    return language === 'zh' ? `“${text}”` : `“${text}”`;
  }
  const what =
    old !== null && now !== null
      ? `${quote(old, language)} → ${quote(now, language)}`
      : quote(old ?? now ?? of ?? null, language);
  return language === 'zh' ? `${word}${what}` : `${word} ${what}`;
}

function creditDetail({ kind, of = '', from, to }: Detail, language: Language): string {
  const title = detailTitle(of, language);
  const [old, now] = [formatDetail('creditRule', of, from, language), formatDetail('creditRule', of, to, language)];
  if (old !== null && now !== null)
    return language === 'zh' ? `${title}由“${old}”改为“${now}”` : `${title} “${old}” → “${now}”`;
  const verb = kind === 'removed' ? { zh: '减少', en: 'lost' } : { zh: '增加', en: 'gained' };
  return language === 'zh' ? `${title}${verb.zh}“${old ?? now}”` : `${title} ${verb.en} “${old ?? now}”`;
}

function tierDetail(field: string, { kind, of = '', from, to }: Detail, language: Language): string {
  const [old, now] = [formatDetail(field, of, from, language), formatDetail(field, of, to, language)];
  return `${detailTitle(of, language)} ${kindWords[kind][language]} ${orBlank(old, language)} → ${orBlank(now, language)}`;
}

/** A reworded text with what went and what came: 对[-学校-]{+幼儿园+}的检查. Texts with little in common stand one after the other. */
export function marked(from: string, to: string): string {
  const marks = marksOf(from, to);
  const shared = marks.reduce((sum, mark) => sum + (mark.in === 'both' ? mark.text.length : 0), 0);
  if (shared < Math.max(from.length, to.length) / 3) return `${from}”→“${to}`;
  return marks
    .map(({ in: side, text }) => (side === 'both' ? text : side === 'base' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
