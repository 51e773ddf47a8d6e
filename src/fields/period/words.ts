import { eitherScript } from '../traditional.ts';

const pattern = (source: string): RegExp => new RegExp(`^(?:${eitherScript(source)})$`, 'u');

// 根据监管需要确定, 局统一安排, 另行通知: somebody or something else settles the date. A bare 适时开展 names nothing
// that does: it is not one of these, and is reported as unread.
const deed = '(?:(?:联合)?(?:检查|抽查))?';
const settled = pattern(
  '(?:根据|依据|按照?|依照|遵照|参照|视|依|随|结合|配合|由|待|以|与)[^%]{2,40}' +
    `(?:确定|而定|为准|安排|部署|要求|通知|决定|另定|执行|进行|开展|实施|组织|推进|落实|同步)${deed}` +
    '|[\\p{Script=Han}、]{0,16}(?:统一|另行|自行|自主|具体)(?:安排|部署|组织|开展|确定|通知|实施|决定)(?:实施|开展)?' +
    `${deed}|待定|未定|时间待定|另定|(?:暂|尚)未?(?:确定|明确)|时间不固定|无固定时间|不定期(?:开展|进行|抽查|检查)?` +
    '|(?:常年|长期|日常|随时|每(?:个?月|季度?|周|旬|天|日|半年|学期)末?)(?:开展|进行|抽查|检查)?',
);

// Times that people know but a calendar does not: 春秋季开学, 汛期, 国庆节前.
const occasion =
  '开学|放假|假期|寒假|暑假|暑期|寒暑|[春夏秋冬]、?[春夏秋冬]?季|[春夏秋冬][春夏秋冬]|学期|[中高]考|汛期?|供暖|采暖|' +
  '节点|节假日|节[前后日]|春节|元旦|国庆|中秋|端午|清明|五一|两会|旺季|淡季|农[时忙闲]|产季|榨季|收购期|生产期|时段|重大活动';
const occasional = pattern(
  `(?!对|针对)(?=[\\p{Script=Han}、（）“”]{0,20}(?:${occasion}))[\\p{Script=Han}、（）“”]{1,30}` +
    '(?:节点|期间|前|后|季|期|时|时段|节|假|开学|活动|考|两会|元旦|五一|中秋|国庆|清明|端午|等|阶段|开展|进行|实施)|[春夏秋冬]、?[春夏秋冬]?季?',
);

// What belongs in another column: a frequency, a ratio, a credit rule.
const foreign = new RegExp(eitherScript('\\d|%|比例|频[次率]|信用|[一二两三四五六七八九十几多每]次'), 'u');

/**
 * Whether a text says when without a date: `settled` names who or what settles it, `occasional` names an occasion; null
 * where it says nothing of time.
 */
export function wordsWithoutDate(text: string): 'settled' | 'occasional' | null {
  if (text.length > 80 || foreign.test(text)) return null;
  let kind: 'settled' | 'occasional' = 'settled';
  for (const clause of text.split(/[，；。]/u)) {
    if (settled.test(clause)) continue;
    if (!occasional.test(clause)) return null;
    kind = 'occasional';
  }
  return kind;
}

/** Words that may follow a window directly and say how it is used: 全年不定期开展. Source of a pattern. */
export const mannerSource = eitherScript(
  '(?:期间)?(?:不定期|随机|适时|常态化|分期分批|分批次?|分期|分阶段|持续|动态|陆续|每月|每季度?|按月|按季度?)地?' +
    `(?:开展|进行|实施|推进|组织)?(?:实施|开展)?${deed}`,
);

const dateLike = new RegExp(
  eitherScript('[\\d一二三四五六七八九十][个]?(?:月|日|号|季度|旬|年)|[上下]半年|[上中下]旬|[次翌]年'),
  'u',
);
const broken = /[\ufffd\ue000-\uf8ff?？]/u;

/**
 * What a remark beside a window is worth: `plain` says how (各地分阶段开展), `doubtful` may say more of the window or of
 * another column (除7、8月外); null: not a remark, the cell is not understood.
 */
export function remarkKind(text: string, bracketed: boolean): 'plain' | 'doubtful' | null {
  if (broken.test(text) || !(bracketed ? /\p{Script=Han}/u : /\p{Script=Han}{2}|\d次/u).test(text)) return null;
  if (dateLike.test(text)) return bracketed ? 'doubtful' : null;
  return /[\d%除]|信用|比例|频次|次\/|[一二两三四几多]次/u.test(text) ? 'doubtful' : 'plain';
}
