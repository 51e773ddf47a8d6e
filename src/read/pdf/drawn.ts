import type { Box } from '../../model/box.ts';

/** A character as drawn, in page space (points, origin top-left, /Rotate applied). */
export interface DrawnGlyph {
  readonly text: string;
  readonly box: Box;
  /** Size of the em, points. */
  readonly size: number;
  /** Direction of reading, radians clockwise from rightwards. */
  readonly angle: number;
  /** Written from top to bottom by a vertical font. */
  readonly vertical: boolean;
  /** `#rrggbb`, or `pattern`. */
  readonly color: string;
  readonly alpha: number;
  /** Neither filled nor stroked: rendering mode 3 or 7. */
  readonly invisible: boolean;
  /** How much of its box lies inside the clip and the page, 0 to 1. */
  readonly share: number;
  readonly spaced: boolean;
  /** The font gives no Unicode value: nobody knows what character this is. */
  readonly unmapped: boolean;
}

/** A straight stroke or a thin filled area, with the colour that decides whether it is seen. */
export interface DrawnEdge {
  readonly direction: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly white: boolean;
  /** As thick as it is long. */
  readonly dot?: boolean;
}

export interface Shade {
  readonly box: Box;
  readonly color: string;
}

/** Everything that one page draws. */
export interface Drawn {
  readonly glyphs: DrawnGlyph[];
  readonly edges: DrawnEdge[];
  readonly shades: Shade[];
  readonly images: Box[];
  /** Filled shapes with curves: a page of many and no glyphs has its text drawn as outlines. */
  curves: number;
}
