import { symbolOf } from '../symbols.ts';
import type { ShownGlyph } from './show-text.ts';
import type { Font } from './state.ts';

/**
 * Names of the fonts in one document that were caught mapping a glyph to a character that it cannot be. Some writers
 * spoil the maps that they copy (Ghostscript gives 市, U+5E02, as U+005E where a map lists a run of characters), others
 * number the glyphs of a subset and leave out what the numbers mean.
 */
export interface Mappings {
  readonly caught: Set<string>;
}

/** Private use and U+FFFD say no more than a number does. Symbol fonts keep their codes in U+F000–F0FF. */
const nothing = /(?![\uf000-\uf0ff])[\p{Co}\ufffd-\uffff]/u;
const symbolic = /^[\uf000-\uf0ff]$/;
const pictures = /^(?:wingdings|webdings|symbol)/i;

// Latin letters that no Chinese character set draws as wide as an ideograph (it does so with the vowels of pinyin), but
// for digraphs; and signs whose full-width forms nobody writes in Chinese.
const narrow = /^[\u00c0-\u024f^`\\{}]$/;
const wideToo = /[×÷ÆæŒœĲĳǄ-ǌǢǣǱ-ǳǼǽàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹ]/u;

/** Control characters, ASCII and Latin: what false maps give for ideographs. */
const latin = /^[\0-\u024f]$/;

/** A font's name without the mark of a subset: `ABCDEF+SimSun` and `GHIJKL+SimSun` were written by one rule. */
const nameOf = ({ name = '' }: Font): string => name.replace(/^[A-Z]{6}\+/, '');

/** The font has a map that leaves this code out, or neither a map nor an encoding. */
const isUnmapped = (font: Font, code: number): boolean =>
  font.toUnicode?._map
    ? font.toUnicode._map[code] === undefined
    : font.composite === true && font.toUnicode?.firstChar !== undefined;

const assumed = new WeakMap<Font, boolean>();

/** A simple font without a map of its own: its codes were taken for those of a Latin encoding. Asked for every glyph. */
function isAssumed(font: Font): boolean {
  const known = assumed.get(font);
  if (known !== undefined) return known;
  const found = hasAssumedMap(font);
  assumed.set(font, found);
  return found;
}

function hasAssumedMap({ composite, toUnicode, differences = [], defaultEncoding = [] }: Font): boolean {
  const map = toUnicode?._map;
  if (composite || !map) return false;
  const codes = Array.from({ length: 0x7f - 0x21 }, (_, i) => 0x21 + i);
  const plain = codes.filter(code => differences[code] === undefined && defaultEncoding[code]);
  return plain.length > 0 && plain.every(code => map[code] !== undefined);
}

/** A name in a Type 3 font that only numbers a glyph, which pdf.js takes for its character: Skia's glyph 8D6B is `g8D6B`. */
const isNumber = (font: Font, code: number): boolean =>
  font.isType3Font === true && isAssumed(font) && /^g[\dA-F]{4}$/i.test(font.differences?.[code] ?? '');

/** What a symbol font draws. The codes of Symbol that are not in the table are letters that pdf.js knows. */
function picture(name: string, { unicode, originalCharCode }: ShownGlyph): string | null {
  const code = symbolic.test(unicode) ? unicode.charCodeAt(0) : 0xf000 | (originalCharCode & 0xff);
  const known = symbolOf(name.replace(/(?:mt|[-,].*)$/i, ''), code);
  return known ?? (/^symbol/i.test(name) && !symbolic.test(unicode) ? unicode : null);
}

/** Codes of a published character map mean what it says, whatever widths are given: many writers leave them out. */
const isPublished = ({ cMap }: Font): boolean => cMap?.builtInCMap === true;

/**
 * The character that a glyph stands for, null where nobody knows; `ems` is its advance. A Latin letter as wide as an
 * ideograph proves that its font's map is false. From then on no Latin character of that width is believed in any font of
 * the document, and no character at all of a font of that name without a map. What was shown before the proof has to be
 * looked at again.
 */
export function characterOf(font: Font, glyph: ShownGlyph, ems: number, { caught }: Mappings): string | null {
  const { unicode, originalCharCode: code } = glyph;
  const name = nameOf(font);
  const isPicture = pictures.test(name);
  if (isPicture && (symbolic.test(unicode) || isAssumed(font))) return picture(name, glyph);
  if (isUnmapped(font, code) || nothing.test(unicode) || isNumber(font, code)) return null;
  const square = !font.vertical && !isPublished(font) && Math.abs(ems - 1) < 0.01;
  if (square && narrow.test(unicode) && !wideToo.test(unicode) && !isPicture) caught.add(name);
  const doubted = caught.size > 0 && ((square && latin.test(unicode)) || (caught.has(name) && isAssumed(font)));
  return doubted || (square && unicode === '\0') ? null : unicode;
}
