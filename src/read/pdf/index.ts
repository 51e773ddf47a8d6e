import type { Finding } from '../../model/diagnostic.ts';
import type { Source } from '../../model/document.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { PagePicture, RenderOptions } from './render.ts';
import type { Work } from './work.ts';

const header = '%PDF-';

/** Acrobat's rule: the header may stand anywhere in the first 1024 bytes. */
const recognises = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes(header);

/** The built program works in threads; from its sources, which a thread could not load, it works where it is. */
const built = import.meta.url.endsWith('.js');

async function ask<Name extends Exclude<keyof Work, 'renderPages'>>(
  name: Name,
  source: Source,
  options: ReadOptions,
): Promise<Awaited<ReturnType<Work[Name]>>> {
  if (built) return (await import('./apart.ts')).inThread(name, source, options);
  const { work } = await import('./work.ts');
  return (await work[name](source, options)) as Awaited<ReturnType<Work[Name]>>;
}

/** Reads PDF as it was printed: rulings and the alignment of text tell what is a cell. */
export const pdfReader: Reader = {
  format: 'pdf',
  extensions: ['pdf'],
  recognises,
  read: (source, options) => ask('readPdf', source, options),
};

/** The grids of each page as they stand there, not joined. Throws `Refusal` as the reader does. */
export const readPageGrids = (source: Source, options: ReadOptions) => ask('readPageGrids', source, options);

/** The steps from rulings to cells, page by page, for a drawing. Throws `Refusal` as the reader does. */
export const explainPages = (source: Source, options: ReadOptions) => ask('explainPages', source, options);

/** Pictures of pages, each handed over before the next is begun. Throws `Refusal` as the reader does. */
export async function renderPages(
  source: Source,
  options: ReadOptions & RenderOptions,
  each: (picture: PagePicture) => void | Promise<void>,
): Promise<readonly Finding[]> {
  if (built) return (await import('./apart.ts')).inThread('renderPages', source, options, each);
  return (await import('./work.ts')).work.renderPages(source, options, each);
}
