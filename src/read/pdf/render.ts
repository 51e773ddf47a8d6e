import type { Finding } from '../../model/diagnostic.ts';
import type { Source } from '../../model/document.ts';
import type { Drawing } from '../../model/drawing.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import { hasCanvas } from './canvas.ts';
import { bounded } from './deadline.ts';
import { useInstalledFonts } from './fallback-fonts.ts';
import { grayPng } from './gray-png.ts';
import { refuseBombs } from './inflation.ts';
import { withPdf } from './open.ts';
import { plainPages, withoutCounts } from './page-count.ts';
import { paintDrawing } from './paint-drawing.ts';
import { AnnotationMode, type PDFDocumentProxy } from './pdfjs.ts';
import { withWarnings } from './warnings.ts';

/** A page as a picture. */
export interface PagePicture {
  /** 1-based. */
  readonly page: number;
  /** Size of the page, points. A place on it, times `scale`, is a place in the picture. */
  readonly width: number;
  readonly height: number;
  /** Pixels a point: less than was asked for where the page is very large. */
  readonly scale: number;
  readonly png: Uint8Array;
}

interface Canvas {
  // biome-ignore lint/suspicious/noExplicitAny: a `CanvasRenderingContext2D`; the DOM's types are not there in Node
  readonly context: any;
  readonly canvas: { readonly width: number; readonly height: number; toBuffer(type: 'image/png'): Uint8Array };
}

export interface RenderOptions {
  /** Pixels an inch; default 144. */
  readonly dpi?: number;
  /** 1-based; default all. Numbers beyond the last page are passed over. */
  readonly pages?: readonly number[];
  /** In 16 greys, which takes a fifth of the bytes; default in colour. */
  readonly gray?: boolean;
  /** What is drawn over each page; it may go on below the page's end. */
  readonly over?: ReadonlyMap<number, Drawing>;
  /** Of what is drawn over it; default `en`. */
  readonly language?: 'zh' | 'en';
}

/** No picture has a longer side, or more pixels: a sheet of A3 at 300 dpi has 17 million. */
const longestSide = 8_000;
const mostPixels = 24_000_000;

/** The scale that was asked for, or what keeps the picture within bounds. */
export function boundedScale(width: number, height: number, wanted: number): number {
  const [w, h] = [Math.max(width, 1), Math.max(height, 1)];
  return Math.min(wanted, longestSide / Math.max(w, h), Math.sqrt(mostPixels / (w * h)));
}

interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(canvas: Canvas): void;
}

function encode({ canvas, context }: Canvas, gray: boolean): Uint8Array {
  const { width, height } = canvas;
  return gray ? grayPng(width, height, context.getImageData(0, 0, width, height).data) : canvas.toBuffer('image/png');
}

async function picture(
  pdf: PDFDocumentProxy,
  number: number,
  { dpi = 144, over, gray = false, language = 'en' }: RenderOptions,
  deadline: number,
  signal?: AbortSignal,
): Promise<PagePicture> {
  const factory = pdf.canvasFactory as CanvasFactory;
  const page = await pdf.getPage(number);
  try {
    // In the page's own units, as boxes are.
    const { width, height } = page.getViewport({ scale: 1 / page.userUnit });
    const drawing = over?.get(number);
    const whole = Math.max(height, drawing?.height ?? 0);
    const scale = boundedScale(width, whole, dpi / 72);
    const made = factory.create(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(whole * scale)));
    try {
      const task = page.render({
        canvas: null,
        canvasContext: made.context,
        viewport: page.getViewport({ scale: scale / page.userUnit }),
        annotationMode: AnnotationMode.ENABLE,
      });
      // Between two stretches of work others get their turn, the clock among them.
      task.onContinue = (next: () => void) => {
        if (signal?.aborted || Date.now() > deadline) task.cancel();
        else setImmediate(next);
      };
      await bounded(task.promise, deadline, number, signal);
      if (drawing) {
        const scratch = factory.create(32, 32);
        paintDrawing(made.context, drawing, scale, language, scratch.context);
        factory.destroy(scratch);
      }
      return { page: number, width, height, scale, png: encode(made, gray) };
    } finally {
      factory.destroy(made);
    }
  } finally {
    page.cleanup();
  }
}

/**
 * Draws pages, one after the other, and hands each picture over before the next is begun. A page that cannot be drawn is
 * a finding. Throws `Refusal` for a file that cannot be opened, for want of time, and where the canvas is not installed.
 */
export async function renderPages(
  { bytes }: Source,
  options: ReadOptions & RenderOptions,
  each: (picture: PagePicture) => void | Promise<void>,
): Promise<readonly Finding[]> {
  const { limits, signal, pages } = options;
  signal?.throwIfAborted();
  if (!hasCanvas) throw new Refusal({ code: 'no-canvas' });
  if (bytes.length > limits.bytes)
    throw new Refusal({ code: 'too-large', params: { bytes: bytes.length, limit: limits.bytes } });
  await refuseBombs(bytes);
  const deadline = Date.now() + limits.milliseconds;
  const findings: Finding[] = [];
  // A file that says it has fewer pages than stand in it is opened anew, as for reading.
  const draw = (file: Uint8Array, least: number): Promise<boolean> =>
    withPdf(file, options, async pdf => {
      if (pdf.numPages < least) return false;
      useInstalledFonts(pdf.canvasFactory as CanvasFactory);
      for (const number of pages ?? Array.from({ length: pdf.numPages }, (_, i) => i + 1)) {
        if (!(number >= 1 && number <= pdf.numPages)) continue;
        options.enters?.(number);
        let drawn: PagePicture | null = null;
        try {
          drawn = await picture(pdf, number, options, deadline, signal);
        } catch (error) {
          signal?.throwIfAborted();
          if (error instanceof Refusal) throw error;
          if (Date.now() > deadline) throw new Refusal({ code: 'too-slow', params: { page: number } });
          findings.push({ code: 'page-unreadable', params: { page: number, reason: (error as Error).message } });
        }
        if (drawn) await each(drawn);
      }
      return true;
    });
  // What pdf.js warns of here it warned of in reading, and is reported there.
  await withWarnings(async () => (await draw(bytes, plainPages(bytes))) || draw(withoutCounts(bytes), 0));
  return findings;
}
