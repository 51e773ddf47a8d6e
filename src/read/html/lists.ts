import { numeral } from '../numerals.ts';
import { attribute, type DomNode, firstText } from './dom.ts';

/** List styles by HTML's `type` and by CSS name: how the number is written, and what follows it. */
const styles: Readonly<Record<string, readonly [format: string, after: string]>> = {
  '1': ['decimal', '. '],
  a: ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  decimal: ['decimal', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['chineseCountingThousand', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  none: ['none', ''],
  disc: ['none', ''],
  circle: ['none', ''],
  square: ['none', ''],
};

// Word's and editors' lists often carry their numbers as text, with the browser's own turned off in a style sheet.
const ownNumber = /^[（(〔[]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⓿])\s*(?:[)）〕\].．、。,，]|(?<=[①-⓿]))/u;

const styleOf = (node: DomNode): readonly [string, string] | undefined => {
  const css = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(attribute(node, 'style') ?? '')?.[1] ?? '';
  const named = css
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .find(word => Object.hasOwn(styles, word));
  const type = attribute(node, 'type') ?? '';
  return styles[named ?? ''] ?? (Object.hasOwn(styles, type) ? styles[type] : undefined);
};

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*-?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined;

/** Writes the numbers that a browser prints before the items of an `ol`. */
export function listLabels(list: DomNode): (item: DomNode) => string {
  const items = (list.children ?? []).filter(each => each.name === 'li');
  const reversed = attribute(list, 'reversed') !== undefined;
  let next = integer(attribute(list, 'start')) ?? (reversed ? items.length : 1);
  return item => {
    const number = integer(attribute(item, 'value')) ?? next;
    next = number + (reversed ? -1 : 1);
    const [format, after] = styleOf(item) ?? styleOf(list) ?? styles.decimal!;
    if (format === 'none' || ownNumber.test(firstText(item).trim())) return '';
    return `${numeral(format, number) ?? number}${after}`;
  };
}
