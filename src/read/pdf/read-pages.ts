import type { Finding } from '../../model/diagnostic.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import { withPdf } from './open.ts';
import { drawnPage, type ReadPage, readPage } from './page.ts';
import { withWarnings } from './warnings.ts';

export interface ReadPages {
  readonly pages: readonly ReadPage[];
  readonly total: number;
  readonly findings: readonly Finding[];
}

/** Longest time for one source, milliseconds: no plan needs it, a hostile file would take any. */
const timeBound = 300_000;

/** Reads every page of a PDF. A page that cannot be read is a finding; a file of such pages is refused. */
export async function readPages(bytes: Uint8Array, options: ReadOptions): Promise<ReadPages> {
  if (bytes.length > options.limits.bytes)
    throw new Refusal({ code: 'too-large', params: { bytes: bytes.length, limit: options.limits.bytes } });
  const deadline = Date.now() + timeBound;
  return withWarnings(warnings =>
    withPdf(bytes, options, async pdf => {
      const pages: ReadPage[] = [];
      const findings: Finding[] = [];
      const layers = await pdf.getOptionalContentConfig();
      for (let number = 1; number <= pdf.numPages; number++) {
        options.signal?.throwIfAborted();
        if (Date.now() > deadline) throw new Refusal({ code: 'too-slow', params: { page: number } });
        try {
          const { drawn, width, height } = await drawnPage(pdf, number, layers);
          pages.push(readPage(number, drawn, width, height));
        } catch (error) {
          options.signal?.throwIfAborted();
          findings.push({
            code: 'page-unreadable',
            params: { page: number, reason: String((error as Error).message) },
          });
        }
      }
      for (const warning of warnings) findings.push({ code: 'pdf-warning', params: { warning } });
      findings.push(...pages.flatMap(page => page.findings));
      const blank = pages.filter(page => page.findings.some(finding => finding.code === 'page-without-text'));
      const empty = pages.every(page => page.content.glyphs.length === 0);
      if (pages.length === 0) throw new Refusal(findings[0] ?? { code: 'broken-pdf', params: { reason: 'no pages' } });
      if (blank.length > 0 && (empty || blank.length === pages.length))
        throw new Refusal({
          code: 'no-text-layer',
          params: { pages: pages.length, ...blank[0]!.findings.find(f => f.code === 'page-without-text')!.params },
        });
      return { pages, total: pdf.numPages, findings };
    }),
  );
}
