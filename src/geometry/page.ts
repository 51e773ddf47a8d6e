import type { Box } from '../model/box.ts';

/**
 * Quarter turns of a character's reading direction, clockwise: 0 reads to the right, 1 downwards, 2 to the left,
 * 3 upwards. Vertical writing counts as 1: its characters run down and its lines run from right to left.
 */
export type Turn = 0 | 1 | 2 | 3;

/** One drawn character. Boxes are one em high whatever the font says of itself: fonts disagree wildly. */
export interface Glyph {
  /** One code point, or a few for a ligature; never white space. */
  readonly text: string;
  readonly box: Box;
  /** Size of the em, points. */
  readonly size: number;
  readonly turn: Turn;
  /** A white space character was drawn between the glyph before and this one. */
  readonly spaced: boolean;
}

/** A ruling, horizontal (`at` is y, `from`–`to` are x) or vertical (`at` is x, `from`–`to` are y). */
export interface Edge {
  readonly direction: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** As thick as it is long: a dot, which has no direction of its own. */
  readonly dot?: boolean;
}

/** A page as geometry sees it: upright text, rulings, shaded areas. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly edges: readonly Edge[];
  /** Areas filled with a colour other than the paper's. */
  readonly shades: readonly Box[];
}

/** Ideographs, kana, hangul and their punctuation: text that is written without spaces between words. */
export const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
