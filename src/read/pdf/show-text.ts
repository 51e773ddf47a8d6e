import type { Drawn } from './drawn.ts';
import { characterOf, type Mappings } from './mapping.ts';
import { mapBox, multiply, shareInside } from './matrix.ts';
import type { Font, Pen, State } from './state.ts';

/** A glyph of pdf.js's `showText`; numbers between glyphs are kerning. Widths are in the font's units. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly originalCharCode: number;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

// A one-em box that holds ideographs and Latin letters alike: 0.88 em above the baseline, 0.12 em below.
const above = 0.88;
const below = -0.12;

/** Size of a Type 3 font's em in its own text space: fonts with odd matrices are measured by their bounding box. */
function typeThreeEm(font: Font): number {
  const [, , , d = 0.001] = font.fontMatrix ?? [];
  const [, bottom = 0, , top = 0] = font.bbox ?? [];
  const height = Math.abs((top - bottom) * d);
  return Math.abs(d) === 0 || height < 0.05 || (height > 0.3 && height < 4) ? 1 : height;
}

/** Zero-width and control characters draw nothing; a soft hyphen is drawn as a hyphen. */
const visible = (text: string): string => text.replace(/\u00ad/g, '-').replace(/[\p{Cf}\p{Cc}\s]/gu, '');

/** Draws a `showText` run: every glyph with its box, and the pen moved on as PDF 32000-1, 9.4.4 says. */
export function showText(
  run: readonly (ShownGlyph | number)[],
  state: State,
  pen: Pen,
  drawn: Drawn,
  mappings: Mappings,
): void {
  const { font, clip } = state;
  if (!font) return;
  const sign = state.fontSize < 0 ? -1 : 1;
  const size = Math.abs(state.fontSize);
  const [unit = 0.001] = font.fontMatrix ?? [];
  const em = size * (font.isType3Font ? typeThreeEm(font) : 1);
  // The font matrix of a Type 3 font may turn its glyphs' own y axis; text space, in which they are set, keeps its own.
  const up = sign;
  const base = multiply(state.matrix, pen.matrix);
  const scale = state.horizontalScale;
  const alpha = state.renderingMode === 1 ? state.strokeAlpha : state.fillAlpha;
  const color = state.renderingMode === 1 ? state.strokeColor : state.fillColor;
  const invisible = state.renderingMode === 3 || state.renderingMode === 7 || color === 'none' || alpha === 0;
  const emScale = Math.hypot(base[2], base[3]);
  const angle = Math.atan2(base[1] * sign, base[0] * sign);
  for (const glyph of run) {
    if (typeof glyph === 'number') {
      if (font.vertical) pen.y -= (glyph * size) / 1000;
      else pen.x -= (glyph * size * sign * scale) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const advance = (font.vertical ? -(glyph.vmetric?.[0] ?? -glyph.width) : glyph.width) * unit * size;
    const told = characterOf(font, glyph, Math.abs(advance) / em, mappings);
    // The code of a space, which subsets may use for any glyph, is one where nothing else is said.
    const character = told ?? (glyph.isSpace ? ' ' : null);
    const text = visible(character ?? '\ufffd');
    if (text === '') pen.spaced = true;
    else {
      const [x, y] = [pen.x, pen.y + state.rise];
      const box = font.vertical
        ? mapBox(base, x - em / 2, y - advance, x + em / 2, y)
        : mapBox(base, x, y + below * em * up, x + advance * sign * scale, y + above * em * up);
      drawn.glyphs.push({
        text,
        box,
        size: em * emScale,
        angle,
        vertical: font.vertical === true,
        color,
        alpha,
        invisible,
        share: shareInside(box, clip),
        spaced: pen.spaced,
        unmapped: character === null,
      });
      pen.spaced = false;
    }
    if (font.vertical) pen.y -= advance - spacing * sign;
    else pen.x += (advance + spacing) * sign * scale;
  }
}
