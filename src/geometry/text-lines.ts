import { type Chunk, chunksOf } from './columns.ts';
import { linesOf } from './lines.ts';
import type { Glyph } from './page.ts';

/** Text on one height, with its chunks from left to right. */
export interface TextLine {
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly chunks: readonly Chunk[];
}

/** Upright text by lines, from top to bottom. */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  return linesOf(
    glyphs.filter(glyph => glyph.turn === 0),
    0,
  ).map(line => ({ top: line.box.top, bottom: line.box.bottom, size: line.size, chunks: chunksOf([line]) }));
}

export const several = (line: TextLine): boolean => line.chunks.length > 1;
export const bare = (text: string): string => text.replace(/\s/gu, '');
export const chunksIn = (lines: readonly TextLine[]): Chunk[] => lines.flatMap(line => line.chunks);
