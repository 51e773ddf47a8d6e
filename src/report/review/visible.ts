/**
 * Text with its invisible controls made visible: what turns the direction of writing (bidi) or hides in a line could make a text
 * look like another one. The page's scripts do the same for everything that they show.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    character => `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`,
  );
