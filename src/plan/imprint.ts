import { isBodyName } from '../fields/body-name.ts';
import type { Folded, Said } from './prose.ts';
import { findDate } from './prose-dates.ts';

/** Who issued a plan, under what number and when, where the prose around the table says so. */
export interface Imprint {
  readonly issuer: Said<string> | null;
  readonly documentNumber: Said<string> | null;
  readonly issued: Said<string> | null;
}

/** 吕双随机办〔2023〕1号 (党政机关公文格式 GB/T 9704, 发文字号). */
const documentNumber = /[\p{Script=Han}]{2,20}[〔［[（(【](?:19|20)\d\d[〕］\])）】]第?\d{1,4}号/u;
const isCitation = /[《》]|根据|按照|依据|转发/u;

const issuedLabel = /(?:印发|发布|成文|填报|公布|制表|编制|发文|生成)(?:日期|时间)：?/u;
const issuerLabel =
  /(?:填报|发布|制表|编制|填表|发文|公开)(?:单位|机构|机关|部门)(?:（[^（）]*）)?：([\p{Script=Han}、（）]+)/u;
const nextLabel = /(?:填表|填报|联系|制表|发布|负责|审核|单位|日期|时间|电话)[\p{Script=Han}]{0,4}$/u;
const seal = /（(?:盖章|公章|章)）/u;

/** A date alone on its line, bare or in brackets. */
const dateLine = /^（?[\d二〇零○O一三四五六七八九十年月日号\-/.]{8,12}）?$/u;

const office = /^[\p{Script=Han}（）“”、]{4,40}(?:领导小组|联席会议|办公室|政府|委员会)$/u;
const isIssuer = (text: string): boolean => isBodyName(text) || office.test(text);

/** Reads the lines above and below a table. `afterTitle`: index of the line right below the title, -1 for none. */
export function readImprint(above: readonly Folded[], below: readonly Folded[], afterTitle: number): Imprint {
  const number = above.find(({ text }) => text.length <= 60 && documentNumber.test(text) && !isCitation.test(text));
  return {
    documentNumber: number
      ? { value: documentNumber.exec(number.text)![0], by: 'document-number', line: number }
      : null,
    issuer: findIssuer(above, number) ?? findIssuer(below, undefined),
    issued:
      labelledDate([...above, ...below]) ?? signedDate(above) ?? signedDate(below) ?? titleDate(above[afterTitle]),
  };
}

function findIssuer(lines: readonly Folded[], number: Folded | undefined): Said<string> | null {
  const signature = lines.find((line, i) => isIssuer(line.text) && isDateLine(lines[i + 1]));
  if (signature) return { value: signature.text, by: 'signature', line: signature };
  const letterhead = number && lines[lines.indexOf(number) - 1];
  const name = letterhead?.text.replace(/文件$/u, '');
  if (letterhead && name && isIssuer(name)) return { value: name, by: 'letterhead', line: letterhead };
  for (const line of lines) {
    const body = issuerLabel.exec(line.text)?.[1]?.replace(seal, '');
    if (!body) continue;
    // 填报单位：市商务局填报人：… runs on into the next label.
    const end =
      line.text.indexOf('：', line.text.indexOf(body) + body.length) >= 0 ? body.replace(nextLabel, '') : body;
    if (isIssuer(end)) return { value: end, by: 'form-line', line };
  }
  return null;
}

const isDateLine = (line: Folded | undefined): boolean =>
  line !== undefined && dateLine.test(line.text) && findDate(line.text) !== null;

/** 印发日期：2023年3月15日, or …2023年3月15日印发. A deadline has no such label. */
function labelledDate(lines: readonly Folded[]): Said<string> | null {
  for (const line of lines) {
    const label = issuedLabel.exec(line.text);
    const date = label
      ? findDate(line.text.slice(label.index))
      : /日印发$/u.test(line.text)
        ? findDate(line.text)
        : null;
    if (date) return { value: date, by: 'labelled-date', line };
  }
  return null;
}

function signedDate(lines: readonly Folded[]): Said<string> | null {
  const line = lines.find((line, i) => isDateLine(line) && i > 0 && isIssuer(lines[i - 1]!.text));
  return line ? { value: findDate(line.text)!, by: 'signature', line } : null;
}

/** The date under a title (题注), in brackets or bare. */
const titleDate = (line: Folded | undefined): Said<string> | null =>
  line && isDateLine(line) ? { value: findDate(line.text)!, by: 'title-date', line } : null;
