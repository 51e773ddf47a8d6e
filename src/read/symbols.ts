// `a3≤` says that the code A3 draws ≤.
const codes = (list: string): ReadonlyMap<number, string> =>
  new Map(list.split(' ').map(entry => [Number.parseInt(entry.slice(0, 2), 16), entry.slice(2)]));

/**
 * Characters of the symbol fonts that Word writes by code (`w:sym`, or private use letters in such a font; in PDF the
 * codes of such a font), by the low byte of the code. What offices insert, not the whole fonts.
 */
const fonts: readonly (readonly [RegExp, ReadonlyMap<number, string>])[] = [
  [
    /^symbol$/i,
    codes(
      '25% 28( 29) 2b+ 2c, 2d− 2e. 2f/ 300 311 322 333 344 355 366 377 388 399 3a: 3b; 3c< 3d= 3e> 7e∼ a3≤ a5∞ ae→ b0° b1± b3≥ b4× b7• b8÷ b9≠ ba≡ bb≈ bc… d7⋅ de⇒',
    ),
  ],
  [/^wingdings 2$/i, codes('4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ a2■ a3□')],
  [
    /^wingdings$/i,
    codes(
      '6c● 6d❍ 6e■ 6f□ 70❐ 71❑ 72❒ 75◆ 76❖ 77⬥ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ a1○ a7▪ a8□ ab★ d8➢ df← e0→ e8➔ f0⇨ fb✗ fc✓ fd☒ fe☑',
    ),
  ],
];

/** Private use letters stand for nothing without their font. */
export const privateUse = /[\ue000-\uf8ff]/u;

/** The character that a font draws for a code; undefined where that is not known. */
export function symbolOf(font: string, code: number): string | undefined {
  // Symbol fonts keep their glyphs in U+F000–F0FF; Word writes the code with or without that offset.
  const table = fonts.find(([name]) => name.test(font))?.[1];
  if (table) return table.get(code & 0xff);
  const character = String.fromCodePoint(Math.min(code, 0x10ffff));
  return code === 0 || privateUse.test(character) ? undefined : character;
}
