import type { PageContent } from '../../geometry/page.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Block } from '../../model/document.ts';
import type { Drawn, DrawnGlyph } from './drawn.ts';
import { foldLookAlikes } from './look-alikes.ts';
import type { Mappings } from './mapping.ts';
import { AnnotationMode, type PDFDocumentProxy } from './pdfjs.ts';
import type { Font } from './state.ts';
import { type Frame, turnOf, upright, uprightEdge, uprightGlyph } from './turn.ts';
import { type Visible, visible } from './visible.ts';
import { type OperatorList, walkOperators } from './walk.ts';

/** A page made ready for geometry, with what was set aside. */
export interface ReadPage {
  readonly content: PageContent;
  readonly frame: Frame;
  readonly watermark: readonly DrawnGlyph[];
  readonly findings: readonly Finding[];
  /** The sheets of paper side by side that it was made of, where it is no single one. */
  readonly sheets?: readonly PaperSheet[];
  /** What was printed on the sheets and is no part of the page: page numbers, columns printed again. */
  readonly aside?: readonly Block[];
}

/** A sheet of paper among others side by side, with where it begins and how far it was moved to the right. */
export interface PaperSheet {
  readonly page: number;
  readonly frame: Frame;
  readonly cut: number;
  readonly shift: number;
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** Everything that a page draws, in page space. */
export interface DrawnPage {
  readonly number: number;
  readonly drawn: Drawn;
  readonly width: number;
  readonly height: number;
}

/** Walks through what a page draws. */
export async function drawnPage(
  pdf: PDFDocumentProxy,
  number: number,
  layers: Layers,
  mappings: Mappings,
): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  try {
    const list = (await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE })) as OperatorList;
    // Boxes are in the page's own units, whatever their size: /UserUnit magnifies characters and distances alike.
    const viewport = page.getViewport({ scale: 1 / page.userUnit });
    const font = (id: string): Font | null => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : null);
    const shown = (layer: unknown) => layer === null || layers.isVisible(layer as never);
    const { width, height } = viewport;
    return { number, drawn: walkOperators(list, viewport, font, shown, mappings), width, height };
  } finally {
    page.cleanup();
  }
}

const textOf = (glyphs: readonly DrawnGlyph[]): string => {
  const text = glyphs.map(glyph => glyph.text).join('');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function findingsOf(page: number, drawn: Drawn, seen: Visible): Finding[] {
  const findings: Finding[] = [];
  const unmapped = seen.glyphs.filter(glyph => glyph.unmapped);
  const at = (glyphs: readonly DrawnGlyph[]) =>
    glyphs
      .filter(({ box }) => Object.values(box).every(Number.isFinite))
      .slice(0, 1)
      .map(({ box }) => ({ page, box }));
  if (unmapped.length > 0)
    findings.push({ code: 'unmapped-characters', params: { page, count: unmapped.length }, places: at(unmapped) });
  if (seen.glyphs.length === unmapped.length && (drawn.images.length > 0 || drawn.curves > 0 || unmapped.length > 0))
    findings.push({ code: 'page-without-text', params: { page, reason: reasonOf(drawn, unmapped.length) } });
  if (seen.recognised) findings.push({ code: 'recognised-text', params: { page } });
  if (seen.hidden.length > 0)
    findings.push({
      code: 'hidden-text',
      params: { page, count: seen.hidden.length },
      raw: textOf(seen.hidden),
      places: at(seen.hidden),
    });
  return findings;
}

/** Why text is there and cannot be read. */
export const silentFonts = {
  zh: '字体没有说明（或说错了）画的是什么字',
  en: 'its fonts do not say, or say wrongly, which characters they draw',
};

const reasonOf = (drawn: Drawn, unmapped: number) => {
  if (unmapped > 0) return silentFonts;
  if (drawn.images.length > 0) return { zh: '只有图像', en: 'only an image' };
  return { zh: '文字画成了曲线', en: 'its text is drawn as curves' };
};

/** Reads one page: what is seen of it, turned so that its text is upright. */
export function readPage({ number: page, drawn, width, height }: DrawnPage): ReadPage {
  const seen = visible(drawn, width * height);
  const frame: Frame = { width, height, turn: turnOf(seen.glyphs) };
  const sides = frame.turn % 2 ? { width: height, height: width } : { width, height };
  return {
    content: {
      page,
      ...sides,
      glyphs: seen.glyphs.map(glyph => uprightGlyph(glyph, frame, foldLookAlikes)),
      edges: seen.edges.map(edge => uprightEdge(edge, frame)),
      shades: drawn.shades.map(shade => upright(shade.box, frame)),
    },
    frame,
    watermark: seen.watermark,
    findings: findingsOf(page, drawn, seen),
  };
}
