import { isBodyName } from '../fields/body-name.ts';

// What a line or a lone cell is, by how it is written. All see folded text.

const numeral = '[一二三四五六七八九十百]+';
/** What a section row begins with: 一、 （二） 第三部分. Source of a regular expression. */
export const sectionMarkSource = `^(?:${numeral}[、.．]|[（(]${numeral}[）)]|第${numeral}(?:部分|类|章|节)[、：]?)`;
const sectionMark = new RegExp(sectionMarkSource, 'u');
const sectionCount = /（?共?\d+(?:大)?(?:项|个|条|类)(?:任务|事项)?）?：?$/u;

/** 注：… 备注1. … 填表说明：…: what opens the notes after a table. */
const noteMark = /^[*※★]?(?:注|备注|说明|填表说明|附注|编制说明|注释|注意事项)(?:[：:]|\d|（\d|[一二三]、|$)/u;
const ownMark = new RegExp(
  `^(?:\\d+[.．、）)]|（(?:\\d+|${numeral})）|${numeral}、|[①-⑳⑴-⒇㈠-㈩*※★]|[a-zA-Z][.、）)])`,
  'u',
);
const totalMark = /^(?:合计|总计|共计|小计|总数)(?:[：:\d（].*)?$/u;
const continuation = /^[（(]?(?:续表|接上表|续上表|表续|续)(?:[一二三四五六七八九十\d]*)[）)]?：?$/u;
const attachment = /^附(?:件|表|录)?(?:\d+|[一二三四五六七八九十]+)?(?:-\d+)?[：:]?$/u;
const date = /^(?:20\d\d|二[〇○零O]..)年.{1,3}月.{1,3}日$/u;

export const isSectionText = (text: string): boolean =>
  text.length <= 60 && (sectionMark.test(text) || (/（.*\d+[项条个].*）：?$/u.test(text) && sectionCount.test(text)));

/** The section's name, without its mark and count. */
export const sectionName = (text: string): string =>
  text
    .replace(sectionMark, '')
    .replace(/（[^（）]*\d+(?:项|个|条|类)[^（）]*）：?$/u, '')
    .replace(/：$/u, '');

export const opensNotes = (text: string): boolean => noteMark.test(text);
export const hasOwnMark = (text: string): boolean => ownMark.test(text) || noteMark.test(text);
export const isTotal = (text: string): boolean => totalMark.test(text);
export const isContinuationMark = (text: string): boolean => continuation.test(text);
export const isAttachmentMark = (text: string): boolean => attachment.test(text);
export const isDate = (text: string): boolean => date.test(text);

/** The body or the date under a document. */
export const isSignature = (text: string): boolean =>
  isDate(text) ||
  (isBodyName(text) && !/^(?:注|备注)/u.test(text)) ||
  /^[\p{Script=Han}（）]{4,30}(?:局|委|厅|办公室|领导小组|政府)(?:20\d\d年.*日)$/u.test(text);

const titleNoun = '(?:计划|方案|安排|清单|目录|一览|任务|事项|表|台账|汇总)';
const titleLike = new RegExp(
  `^(?!为|根据|按照|现将|各|请|一、|注|附件?[：:]?\\d*\\.)[^。；]{4,90}${titleNoun}(?:表|（[^（）]{1,40}）)*$`,
  'u',
);

/** A line that could be the title of a plan table. */
export const isTitleLike = (text: string): boolean =>
  titleLike.test(text) && /抽查|双随机|检查|监管/u.test(text) && !/^关于.*(?:通知|函|公告)$/u.test(text);

/** The contents of the brackets that a text consists of, or null where it holds anything else. */
export function bracketGroups(text: string): string[] | null {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '（' && depth++ === 0) start = i + 1;
    else if (character === '）' && --depth === 0) groups.push(text.slice(start, i));
    else if (depth === 0 && !/\s/u.test(character)) return null;
    if (depth < 0) return null;
  }
  return depth === 0 && groups.length > 0 ? groups : null;
}
