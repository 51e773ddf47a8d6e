import { foldText } from '../fields/fold.ts';
import { simplify } from '../fields/traditional.ts';

/** Mirrors spell out rare characters behind them: 領(lǐng)域. */
const pinyin = /（[a-z\u00df-\u01dc\u0300-\u036f]{1,8}）/giu;
const decoration = /[\s“”‘’"'「」『』《》*※★☆#·]/gu;

/** A header's words, apart from what stands in brackets: units, legends, second words. */
export interface HeaderText {
  /** Without brackets. */
  readonly plain: string;
  /** With the words in brackets, without the brackets. */
  readonly flat: string;
  /** What stands in brackets. */
  readonly asides: readonly string[];
}

const unify = (text: string): string =>
  simplify(foldText(text))
    .replace(pinyin, '')
    .replace(decoration, '')
    .replace(/[【〔[(]/g, '（')
    .replace(/[】〕\])]/g, '）')
    .replace(/双随机[、，]?一公开/gu, '双随机');

const trim = (text: string): string => text.replace(/^[：、，。/]+|[：、，。.]+$/g, '');

/** Evens out what does not change a header's meaning: width, white space, script, quotes, pinyin. */
export function headerText(text: string): HeaderText {
  // A bracket that was cut off is closed, one that was never opened goes.
  let unified = unify(text);
  const [opened, closed] = [unified.split('（').length, unified.split('）').length];
  if (opened > closed) unified += '）'.repeat(opened - closed);
  const asides: string[] = [];
  let plain = unified;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/（([^（）]*)）/u, (_, aside: string) => {
      if (aside !== '') asides.push(aside);
      return '';
    });
  }
  return { plain: trim(plain.replace(/[（）]/g, '')), flat: trim(unified.replace(/[（）]/g, '')), asides };
}
