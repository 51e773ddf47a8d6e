import { simplify } from '../traditional.ts';

/** Further traditional characters of names of offices, each after its simplified one, one to one. */
const pairs =
  '卫衛厅廳财財渔漁铁鐵电電气氣烟煙邮郵银銀军軍复復兴興储儲权權爱愛灾災边邊贸貿济濟劳勞归歸侨僑战戰团團妇婦残殘编編网網络絡讯訊图圖书書广廣闻聞货貨币幣观觀绘繪疗療护護双雙' +
  '国國驻駐粮糧纪紀专專卖賣码碼湾灣盐鹽兽獸运運输輸备備识識费費筑築环環审審关關党黨预預属屬头頭牵牽术術艺藝训訓练練维維稳穩陆陸垦墾伤傷乐樂罗羅盖蓋龙龍宁寧云雲贵貴苏蘇汉漢' +
  '沈瀋庆慶阳陽东東长長冈岡滨濱';

const simplified = new Map<string, string>();
for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i + 1]!, pairs[i]!);

/** A name in simplified script; same length. */
export const simplifyName = (text: string): string =>
  simplify(text).replace(/\p{Script=Han}/gu, character => simplified.get(character) ?? character);

/** 衛（wèi）生: pronunciation that mirrors of web pages leave behind a character. */
const pronunciation = /（[a-zà-ʯ]{1,6}）/gu;

/** A cell's text as names are looked up in it. All positions are in `plain`. */
export interface Script {
  /** Simplified, without pronunciation. */
  readonly plain: string;
  /** The same stretch as the plan writes it, without pronunciation. */
  readonly written: (start: number, end: number) => string;
  /** The same stretch with everything that stands in it. */
  readonly printed: (start: number, end: number) => string;
  /** Where a position stands in the text that was given. */
  readonly origin: (position: number) => number;
  readonly traditional: boolean;
  readonly annotated: boolean;
}

export function readScript(text: string): Script {
  const origin: number[] = [];
  let written = '';
  let at = 0;
  const copy = (end: number) => {
    written += text.slice(at, end);
    for (; at < end; at++) origin.push(at);
  };
  for (const { index, 0: noise } of text.matchAll(pronunciation)) {
    copy(index);
    at = index + noise.length;
  }
  copy(text.length);
  origin.push(text.length);
  const plain = simplifyName(written);
  return {
    plain,
    written: (start, end) => written.slice(start, end),
    printed: (start, end) => text.slice(origin[start], origin[end]),
    origin: position => origin[position]!,
    traditional: plain !== written,
    annotated: written.length < text.length,
  };
}
