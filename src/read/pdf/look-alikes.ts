import { lazy, readData } from '../../fields/data.ts';

/**
 * Characters that CJK fonts draw with the same glyph. A writer that finds a glyph's character by looking backwards
 * through the font (Skia) may name the wrong one: what the page shows is the usual one.
 */
const sameGlyph: readonly (readonly [string, string])[] = [
  ['\u2010', '-'], // hyphen, hyphen-minus
  ['\u2011', '-'], // non-breaking hyphen, hyphen-minus
  ['\u2015', '\u2014'], // horizontal bar, em dash
  ['\u301c', '\uff5e'], // wave dash, full-width tilde
  ['\u2225', '\u2016'], // parallel to, double vertical line
  ['\u22ef', '\u2026'], // midline ellipsis, ellipsis
  ['\u2f3e', '\u6237'], // radical door: fonts for simplified Chinese draw 户 for it, not 戶
];

/** ➀ to ➉, which fonts draw as ① to ⑩. */
const circled = Array.from(
  { length: 10 },
  (_, i) => [String.fromCharCode(0x2780 + i), String.fromCharCode(0x2460 + i)] as const,
);

const table = lazy(() => {
  const { radicals, ideographs } = readData<{ radicals: string; ideographs: string }>('radicals');
  const targets = [...ideographs];
  return new Map([...[...radicals].map((radical, i) => [radical, targets[i]!] as const), ...sameGlyph, ...circled]);
});

const suspect = /[\u2e80-\u2fdf\u2010\u2011\u2015\u301c\u2225\u22ef\u2780-\u2789]/;

/**
 * The character that a reader sees: 文 for the radical ⽂ (U+2F42), which only PDF fonts give for it. A radical typed in
 * another format is what was typed.
 */
export const foldLookAlikes = (text: string): string =>
  suspect.test(text) ? [...text].map(character => table().get(character) ?? character).join('') : text;
