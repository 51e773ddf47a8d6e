import type { Box } from './box.ts';
import type { Bilingual } from './diagnostic.ts';

/** One thing to be drawn. Points, origin top-left; colours are CSS `#rrggbb`; a dash is drawn and left out by turns. */
export type Shape =
  | { readonly kind: 'line'; readonly box: Box; readonly color: string; readonly width: number; readonly dash?: number }
  | {
      readonly kind: 'frame';
      readonly box: Box;
      readonly color: string;
      readonly width: number;
      readonly dash?: number;
    }
  | { readonly kind: 'area'; readonly box: Box; readonly color: string; readonly opacity: number }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly color: string }
  /** From its baseline's left end, or to its right end. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly color: string;
      readonly text: string | Bilingual;
      readonly end?: boolean;
    };

/** A drawing that lies over a page, and may be taller than it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** From the lowest to the topmost. */
  readonly shapes: readonly Shape[];
}
