/** Which system of classes a wording belongs to, before one knows all the classes of a rule. */
export type Family = 'risk' | 'letter' | 'trust' | 'other';

/** What joins the members of a list. Source of a pattern. */
export const joint = '(?:以及|、|和|及|与|或|/)';

/** How high a risk is said to be. */
const degree = '(?:极低|较低|中低|中高|较高|极高|特高|一般|中等|较大|重大|特大|低|中|高)';
// 低（A类）: the class of one system with its letter in brackets is still one class.
const letterInBrackets = '（[A-E][类级]）';
const degreeItem = `${degree}(?:${letterInBrackets})?`;
// 低风险, 低、一般、较高、高风险; 信用风险低、一般.
const riskClass = `(?:${degreeItem}${joint}){0,7}${degreeItem}风险(?:${letterInBrackets})?`;
const gradedRisk = `(?:信用)?风险(?:等级)?[为是]?${degreeItem}(?:${joint}${degreeItem}){0,7}(?!风险|低)`;
const letterItem = '[A-EM]{1,5}[类级]?';
const letterClass = `(?<![A-Za-z0-9])${letterItem}(?:(?:${joint}|-|至)${letterItem}){0,7}(?:(?<=[类级])|等级|(?=[两三四五](?:类|级|个)))`;
const letterWithAmount = '(?<![A-Za-z0-9])[A-E](?=[:：]?\\d)';
const trustClass = '(?:严重|较重|一般|轻微)?失信|(?:诚实|基本)?守信|(?:信用)?警示(?!教育|约谈)';
const creditGrade = '信用(?:等级|状况|评价)?为?(?:优秀|优良|良好|较好|一般|中等|较差|好|差)';
const colour = '[绿蓝黄橙红黑][牌色]';
const level = '[一二三四五ⅠⅡⅢⅣⅤ]级';
const levelClass = `${level}(?=风险|${joint}|企业|单位|主体|市场主体|经营主体|对象|的|：)`;

/** Wordings of classes, in simplified characters, longer and more particular ones first. Sources of patterns. */
export const classWords: readonly (readonly [Family, string])[] = [
  ['risk', riskClass],
  ['risk', gradedRisk],
  ['risk', `${degree}${letterInBrackets}`],
  ['other', levelClass],
  ['letter', letterClass],
  ['letter', letterWithAmount],
  ['trust', trustClass],
  ['other', creditGrade],
  ['other', colour],
];

/** The degrees of a wording of the family `risk`, with where each starts: 低 and 高 of 低、高风险. */
export const degreesOf = (text: string): RegExpExecArray[] => [...text.matchAll(new RegExp(degree, 'gu'))];
