import type { Box } from '../../model/box.ts';
import type { Matrix } from './matrix.ts';

/** What pdf.js tells of a font. `toUnicode` is `{_map}` where the font maps codes, `{firstChar}` where it maps none. */
export interface Font {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly composite?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
  /** How a composite font reads its codes; built in are the published maps, Identity is none of them. */
  readonly cMap?: { readonly builtInCMap?: boolean };
  /** Names of glyphs by code: those that the font's encoding changes, and those of the encoding it starts from. */
  readonly differences?: readonly (string | undefined)[];
  readonly defaultEncoding?: readonly (string | undefined)[];
  readonly toUnicode?: { readonly _map?: readonly unknown[]; readonly firstChar?: number };
}

/** The part of PDF's graphics state that decides where and how text and rulings appear. */
export interface State {
  matrix: Matrix;
  clip: Box;
  lineWidth: number;
  strokeColor: string;
  fillColor: string;
  strokeAlpha: number;
  fillAlpha: number;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 for the font's own width. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

export const initialState = (matrix: Matrix, clip: Box): State => ({
  matrix,
  clip,
  lineWidth: 1,
  strokeColor: '#000000',
  fillColor: '#000000',
  strokeAlpha: 1,
  fillAlpha: 1,
  font: null,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
});

/** Where the next glyph goes: the text matrix, and the way from its origin. */
export interface Pen {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  /** White space was drawn since the last visible glyph. */
  spaced: boolean;
}
