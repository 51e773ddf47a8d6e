import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Refusal } from '../../model/refusal.ts';
import type { ReadOptions } from '../reader.ts';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from './pdfjs.ts';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Pictures with more pixels than this are left out; their place stays known only by the warning. */
const maximumPixels = 2 ** 27;

/** What an error of pdf.js means to somebody who has a file in hand. */
function refusal(error: unknown): Refusal {
  const { name = '', message = String(error), code } = error as { name?: string; message?: string; code?: number };
  if (name === 'PasswordException') return new Refusal({ code: code === 2 ? 'wrong-password' : 'password-needed' });
  return new Refusal({ code: 'broken-pdf', params: { reason: message } });
}

/**
 * Opens a PDF without network: character maps, standard fonts and decoders come from the package. Without the
 * character maps, fonts that are not embedded (STSong-Light with GBK-EUC-H) would give no text at all.
 * Throws `Refusal` for a file that cannot be opened, and for one with too many pages.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  options: ReadOptions,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = getDocument({
    // A copy: pdf.js takes the array over.
    data: new Uint8Array(bytes),
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
    wasmUrl: `${root}/wasm/`,
    iccUrl: `${root}/iccs/`,
    // Tells characters without a Unicode value from those that have one.
    fontExtraProperties: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: maximumPixels,
    verbosity: VerbosityLevel.WARNINGS,
    ...(options.password !== undefined && { password: options.password }),
  });
  const abort = () => void task.destroy();
  options.signal?.addEventListener('abort', abort);
  try {
    const pdf = await task.promise.catch(error => {
      options.signal?.throwIfAborted();
      throw refusal(error);
    });
    if (pdf.numPages > options.limits.pages)
      throw new Refusal({ code: 'too-many-pages', params: { pages: pdf.numPages, limit: options.limits.pages } });
    return await use(pdf);
  } finally {
    options.signal?.removeEventListener('abort', abort);
    await task.destroy();
  }
}
