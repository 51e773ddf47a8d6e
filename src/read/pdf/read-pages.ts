import type { Finding } from '../../model/diagnostic.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import { bounded } from './deadline.ts';
import type { DrawnGlyph } from './drawn.ts';
import { refuseBombs } from './inflation.ts';
import type { Mappings } from './mapping.ts';
import { withPdf } from './open.ts';
import { type DrawnPage, drawnPage, type ReadPage, readPage, silentFonts } from './page.ts';
import { plainPages, withoutCounts } from './page-count.ts';
import { pageRanges } from './page-ranges.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import { withoutSlices } from './sliced.ts';
import { withWarnings } from './warnings.ts';

export interface ReadPages {
  readonly pages: readonly ReadPage[];
  readonly total: number;
  readonly findings: readonly Finding[];
}

/** A file of which more than this share of the characters is unknown says nothing: what is left are digits and signs. */
const mostly = 2 / 3;

const nothingWritten = { zh: '页面上没有写任何字', en: 'nothing is written on them' };

/** What is said of unknown characters on each page, said once of the file. */
function unknownTogether(pages: readonly ReadPage[], findings: readonly Finding[]): Finding[] {
  const unknown = findings.filter(({ code }) => code === 'unmapped-characters');
  if (unknown.length === 0) return [...findings];
  const count = unknown.reduce((sum, { params }) => sum + Number(params?.count), 0);
  const total = pages.reduce((sum, page) => sum + page.content.glyphs.length, 0);
  const on = pageRanges(unknown.map(({ params }) => Number(params?.page)));
  const whole: Finding = {
    code: 'unmapped-characters',
    params: { pages: on, count, total },
    places: unknown.flatMap(({ places }) => places ?? []),
  };
  return findings.flatMap(finding => (finding === unknown[0] ? [whole] : unknown.includes(finding) ? [] : [finding]));
}

/** Why nothing of the file can be read, if so: all its pages are damaged, or none of those that say anything has text. */
function refusal(pages: readonly ReadPage[], findings: readonly Finding[]): Finding | null {
  if (pages.length === 0) return findings[0] ?? { code: 'broken-pdf', params: { reason: 'no pages' } };
  const mute = findings.filter(finding => finding.code === 'page-without-text');
  const glyphs = pages.flatMap(page => page.content.glyphs);
  const hidden = findings.some(finding => finding.code === 'hidden-text');
  if (glyphs.length === 0 && mute.length === 0 && !hidden)
    return { code: 'no-text-layer', params: { reason: nothingWritten, pages: pages.length } };
  const unknown = glyphs.filter(glyph => glyph.text === '\ufffd').length;
  if (unknown > mostly * glyphs.length)
    return { code: 'no-text-layer', params: { reason: silentFonts, pages: pages.length } };
  return mute.length > 0 && glyphs.length === unknown
    ? { code: 'no-text-layer', params: { ...mute[0]!.params, pages: pages.length } }
    : null;
}

/**
 * Reads all pages of an open PDF, one after the other: their content is gone before the next one's comes. When a font
 * is caught with a false map, they are read once more: pages before it may have believed what is false.
 */
async function allPages(pdf: PDFDocumentProxy, deadline: number, options: ReadOptions) {
  const mappings: Mappings = { caught: new Set() };
  const read = await everyPage(pdf, deadline, options, mappings);
  return mappings.caught.size === 0 ? read : everyPage(pdf, deadline, options, mappings);
}

async function everyPage(pdf: PDFDocumentProxy, deadline: number, { signal, enters }: ReadOptions, mappings: Mappings) {
  const pages: ReadPage[] = [];
  const findings: Finding[] = [];
  const layers = await pdf.getOptionalContentConfig();
  /** The page that waits for the next one to tell which halves of sliced characters it keeps. */
  let last: DrawnPage | null = null;
  for (let number = 1; number <= pdf.numPages; number++) {
    enters?.(number);
    try {
      const page: DrawnPage = await bounded(drawnPage(pdf, number, layers, mappings), deadline, number, signal);
      const [above, below]: DrawnGlyph[][] = withoutSlices(last?.drawn.glyphs ?? [], page.drawn.glyphs);
      if (last) pages.push(readPage({ ...last, drawn: { ...last.drawn, glyphs: above! } }));
      last = { ...page, drawn: { ...page.drawn, glyphs: below! } };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof Refusal) throw error;
      findings.push({ code: 'page-unreadable', params: { page: number, reason: reasonOf(error) } });
    }
  }
  if (last) pages.push(readPage(last));
  return { pages, findings };
}

/** Reads every page of a PDF. A page that cannot be read is a finding; a file of such pages is refused. */
export async function readPages(bytes: Uint8Array, options: ReadOptions): Promise<ReadPages> {
  const { limits, signal } = options;
  signal?.throwIfAborted();
  if (bytes.length > limits.bytes)
    throw new Refusal({ code: 'too-large', params: { bytes: bytes.length, limit: limits.bytes } });
  await refuseBombs(bytes);
  const deadline = Date.now() + limits.milliseconds;
  const read = (source: Uint8Array, least: number) =>
    withWarnings(warnings =>
      withPdf(source, options, async pdf => {
        const total = pdf.numPages;
        if (total < least) return { total, pages: [], findings: [] };
        const { pages, findings } = await allPages(pdf, deadline, options);
        const warned = [...warnings].map((warning): Finding => ({ code: 'pdf-warning', params: { warning } }));
        return { total, pages, findings: [...findings, ...warned] };
      }),
    );
  const claimed = await read(bytes, plainPages(bytes));
  const whole = claimed.pages.length > 0 || claimed.findings.length > 0 ? claimed : await recounted(claimed.total);
  async function recounted(claim: number) {
    const { total, pages, findings } = await read(withoutCounts(bytes), 0);
    // Pages that an update of the file has deleted still stand in it: then the count was right.
    if (total === claim) return { total, pages, findings: findings.filter(({ code }) => code !== 'pdf-warning') };
    return { total, pages, findings: [{ code: 'page-count', params: { claim, total } } as Finding, ...findings] };
  }
  const findings = unknownTogether(whole.pages, [...whole.findings, ...whole.pages.flatMap(page => page.findings)]);
  const refused = refusal(whole.pages, findings);
  if (refused) throw new Refusal(refused);
  return { ...whole, findings };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
