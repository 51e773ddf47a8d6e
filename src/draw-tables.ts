import { type ConvertOptions, readOptions } from './convert.ts';
import { type Diagnostic, diagnose, type Finding } from './model/diagnostic.ts';
import type { Source } from './model/document.ts';
import type { PageExplanation } from './model/page-explanation.ts';
import { explainPages, renderPages } from './read/index.ts';
import { drawPage } from './report/page-drawing.ts';
import { toSvg } from './report/svg.ts';

export interface DrawOptions extends ConvertOptions {
  /** SVG has the page beneath as a picture, where pictures can be made. */
  readonly format: 'svg' | 'png';
  /** 1-based; default all. */
  readonly pages?: readonly number[];
  /** Of the legend; default `en`. */
  readonly language?: 'zh' | 'en';
}

/** A page with what was found drawn over it. */
export interface PageDrawing {
  /** 1-based. */
  readonly page: number;
  readonly tables: number;
  readonly cells: number;
  /** An SVG file's text, or a PNG file's bytes. */
  readonly content: string | Uint8Array;
}

/**
 * Draws how the tables of a PDF were found, over its pages: rulings, intersections, cells, joins over page breaks. Each
 * page is handed over before the next is begun.
 */
export async function drawTables(
  source: Source,
  options: DrawOptions,
  each: (drawing: PageDrawing) => void | Promise<void>,
): Promise<{
  readonly total: number;
  readonly refusal: Diagnostic | null;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { format, language = 'en' } = options;
  const explained = await explainPages(source, readOptions(options));
  if ('refusal' in explained) return { total: 0, refusal: diagnose(explained.refusal), diagnostics: [] };
  const { total, findings } = explained;
  const pages = new Map(
    explained.pages.filter(({ page }) => options.pages?.includes(page) ?? true).map(page => [page.page, page]),
  );
  const hand = (page: PageExplanation, content: string | Uint8Array) => {
    const cells = page.tables.reduce((sum, table) => sum + table.cells.length, 0);
    return each({ page: page.page, tables: page.tables.length, cells, content });
  };
  const reading = {
    ...readOptions(options),
    pages: [...pages.keys()],
    language,
    ...(format === 'png' && { over: new Map([...pages.values()].map(page => [page.page, drawPage(page)])) }),
  };
  const drawn = await renderPages(source, reading, async picture => {
    const page = pages.get(picture.page)!;
    pages.delete(picture.page);
    await hand(page, format === 'png' ? picture.png : toSvg(drawPage(page), language, picture));
  });
  const told = (more: readonly Finding[]) => [...findings, ...more].map(finding => diagnose(finding));
  if ('refusal' in drawn && format === 'png') return { total, refusal: diagnose(drawn.refusal), diagnostics: told([]) };
  // Without a picture of the page, what was found still says most of it.
  if (format === 'svg') for (const page of pages.values()) await hand(page, toSvg(drawPage(page), language, null));
  return { total, refusal: null, diagnostics: told('refusal' in drawn ? [drawn.refusal] : drawn.findings) };
}
