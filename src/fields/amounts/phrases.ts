import { isBodyName } from '../body-name.ts';
import { lexicon } from './lexicon.ts';
import type { Open } from './statement.ts';
import { topicsOfText } from './topics.ts';

const document =
  /《|〔\d{4}〕|计划|规定|办法|标准|文件|通知|方案|清单|规程|规范|细则|附件|附表|频次表|[见按]表|要求|指引|条例|法律|法规|指令|部署|目录|备注|(?:上级|省局|市局|总局|省级|国家|部)/u;
const circumstance =
  /需要|需求|情况|实际|工作安排|安排|结果|风险|形势|线索|能力|力量|状况|等级|投诉|举报|信用|特点|进度|任务|时间|季节|数量/u;

const openly =
  /^(?:暂?待[定确].{0,8}|未定|暂未确定|待通知|另行(?:通知|确定|安排|规定|制定|下达|明确)|视情况?.{0,16}|适时.{0,16}|不定期.{0,16}|随时.{0,12}|不固定|按需.{0,12}|据实.{0,12}|(?:由.{1,40})?(?:自行|统一)?(?:确定|安排|决定|掌握|组织))$/u;
const basis = /^(?:应)?(?:根据|依据|按照?|结合|依照|参照|遵照|基于|视|以)(?!后|下|上|内|外)(.{2,120})$/u;
const seen = /^(?:详?见|参见|参照|同|执行)(.{1,60})$/u;
const ofOthers =
  /^(?:国家|省|市|县|区|上级|总局|部|本|年度)[^，；。]{0,30}(?:计划|规定|要求|标准|文件|方案|清单)[^，；。]{0,20}$/u;
const staff = /^[^\d不次频]{0,30}[1-9]\d{0,2}[:：比][1-9]\d{0,3}[^\d不次频]{0,30}$/u;

/** What is put where there is nothing to say. */
export const isNone = (plain: string): boolean => /^(?:无|没有|不涉及|不适用|[/∕-]+|[—–]+)$/u.test(plain);

/** One inspector for so many objects: 按1:10比例抽取. */
export const isStaffRatio = (plain: string): boolean => staff.test(plain);

/** One of a pair of brackets is lost. */
const isUnbalanced = (plain: string): boolean => /[（）]/u.test(plain.replace(/（[^（）]*）/gu, ''));

/** Words that leave the amount open or to another document; null where a text is neither. */
export function readOpen(plain: string): Open['kind'] | null {
  if (plain.length > 160 || isUnbalanced(plain)) return null;
  if (isStaffRatio(plain)) return 'reference';
  if (openly.test(plain)) return 'undecided';
  const reason = basis.exec(plain)?.[1];
  if (reason !== undefined) {
    // 根据监管工作计划安排: a document decides, whatever else is mentioned.
    return document.test(plain) ? 'reference' : circumstance.test(reason) ? 'undecided' : null;
  }
  if (seen.test(plain) && document.test(plain)) return 'reference';
  return ofOthers.test(plain) ? 'reference' : null;
}

/** Ends by saying that something is to be settled, not merely why. */
export const settles = (plain: string): boolean =>
  /(?:确定|而定|决定|待定|设定|制定|掌握|通知|为准|执行)$/u.test(plain) ||
  /^(?:待|未定|视情|按需|据实|不固定|另行|详?见)/u.test(plain);

/** A word that makes a stretch a condition or an explanation, rather than a name or a remnant. */
const telling =
  /根据|依据|按|结合|对于?|针对|原则|其中|如|若|遇|除|外|不|可|应|由|含|包括|优先|重点|视|参照|同时|另|以|必|直至|已|未|纳入|实施|开展|进行|执行|完成|抽|查|检|统一|自行|轮|适当|合理|调整|差异|提高|增加|降低|减少|加大|加倍|翻|安排|组织|统筹|合并|更新|取|免|剔除|覆盖|为|是|有/u;
const hedge = new RegExp(`^(?:${lexicon.hedge})$`, 'u');
const cited = new RegExp(lexicon.cite, 'gu');
/** The end of something that was cut off. */
const cutOff =
  /(?:不低|不高|不得|不少|不多|不超|[低高少多大小等]于|超过|不足|至少|最多|至多|为|是|按|约|的|及|和|与|或|对|由|每|[：:、/]|分之|每年|年度)$|^.{0,4}(?:比例|频次|频率|次数)$/u;

const labelWords = /[抽检]查|抽[检取]|比例|比率|概率|频次|频率|次数/gu;

/** Whether a stretch without amounts can stand beside an amount as its note. */
export function isRider(plain: string, bracketed: boolean): boolean {
  if (hedge.test(plain)) return bracketed;
  if (isUnbalanced(plain) || plain.length > 200 || !/\p{Script=Han}/u.test(plain) || cutOff.test(plain)) return false;
  if (/[\d%‰]|[百千万]分之/u.test(plain.replace(cited, ''))) return false;
  const vague = topicsOfText(plain).length > 0;
  // The words of a label tell nothing: 抽查频次 is a remnant.
  const tells = telling.test(vague ? plain.replace(labelWords, '') : plain);
  return bracketed
    ? plain.length >= 2 && (!vague || tells)
    : plain.length >= 4 && tells && (!vague || plain.length >= 8) && !isBodyName(plain);
}
