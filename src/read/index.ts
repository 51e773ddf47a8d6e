import type { Finding } from '../model/diagnostic.ts';
import type { Document, Source } from '../model/document.ts';
import type { Grid } from '../model/grid.ts';
import type { PageExplanation } from '../model/page-explanation.ts';
import { Refusal } from '../model/refusal.ts';
import type { PagePicture, RenderOptions } from './pdf/render.ts';
import type { Reader, ReadOptions } from './reader.ts';

export type { PagePicture, RenderOptions } from './pdf/render.ts';
export { defaultLimits, type Limits, type ReadOptions } from './reader.ts';

/** A reader before it is loaded: its libraries cost time, and a command loads only what it uses. */
interface Entry {
  readonly format: string;
  /** Of the files that are looked for in folders; without the dot, lower case. */
  readonly extensions: readonly string[];
  /** A cheap look at the first bytes; the loaded reader has the last word. */
  readonly mayBe: (bytes: Uint8Array) => boolean;
  readonly load: () => Promise<Reader>;
  /** The grids of each page, where the reader joins them. */
  readonly pageGrids?: (source: Source, options: ReadOptions) => Promise<ReadGrids>;
  /** The steps from rulings to cells, page by page. */
  readonly explain?: (source: Source, options: ReadOptions) => Promise<ExplainedPages>;
  /** Draws the pages, where the format has any. */
  readonly pictures?: (
    source: Source,
    options: ReadOptions & RenderOptions,
    each: (picture: PagePicture) => void | Promise<void>,
  ) => Promise<readonly Finding[]>;
}

/** Grids as the format has them: in PDF, per page and not joined. */
export interface ReadGrids {
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

export interface ExplainedPages {
  /** In order; a page that could not be read is left out. */
  readonly pages: readonly PageExplanation[];
  /** How many pages the source has. */
  readonly total: number;
  readonly findings: readonly Finding[];
}

const begins =
  (...signature: number[]) =>
  (bytes: Uint8Array) =>
    signature.every((byte, i) => bytes[i] === byte);
const isZip = begins(0x50, 0x4b);
const isCompound = begins(0xd0, 0xcf, 0x11, 0xe0);
const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes(text);

/** Ordered: what the bytes themselves say comes first; text is what everything else might be. */
export const readers: readonly Entry[] = [
  {
    format: 'pdf',
    extensions: ['pdf'],
    mayBe: bytes => holds(bytes, '%PDF-'),
    load: async () => (await import('./pdf/index.ts')).pdfReader,
    pageGrids: async (source, options) => (await import('./pdf/index.ts')).readPageGrids(source, options),
    explain: async (source, options) => (await import('./pdf/index.ts')).explainPages(source, options),
    pictures: async (source, options, each) => (await import('./pdf/index.ts')).renderPages(source, options, each),
  },
  {
    format: 'docx',
    extensions: ['docx'],
    mayBe: isZip,
    load: async () => (await import('./docx/index.ts')).docxReader,
  },
  {
    format: 'xlsx',
    extensions: ['xlsx'],
    mayBe: isZip,
    load: async () => (await import('./xlsx/index.ts')).xlsxReader,
  },
  {
    format: 'xls',
    extensions: ['xls', 'et'],
    mayBe: isCompound,
    load: async () => (await import('./xls/index.ts')).xlsReader,
  },
  {
    format: 'office',
    extensions: ['doc', 'wps', 'odt', 'rtf', 'ods'],
    mayBe: bytes => isCompound(bytes) || isZip(bytes) || begins(0x7b, 0x5c)(bytes) || holds(bytes, 'mso-application'),
    load: async () => (await import('./office.ts')).officeReader,
  },
  {
    format: 'refused',
    extensions: ['ofd'],
    mayBe: () => true,
    load: async () => (await import('./refused.ts')).refusedReader,
  },
  {
    format: 'html',
    extensions: ['html', 'htm'],
    // Never in UTF-16 with its zero bytes between: the loaded reader looks closer.
    mayBe: bytes => bytes.subarray(0, 4096).includes(0x3c),
    load: async () => (await import('./html/index.ts')).htmlReader,
  },
  {
    format: 'text',
    extensions: ['txt', 'tsv', 'csv', 'md'],
    mayBe: () => true,
    load: async () => (await import('./text/index.ts')).textReader,
  },
];

/** Extensions of the documents that are looked for in folders. */
export const extensions: ReadonlySet<string> = new Set(readers.flatMap(reader => reader.extensions));

export type ReadResult = { readonly document: Document } | { readonly refusal: Finding };

interface Chosen {
  readonly entry: Entry;
  readonly reader: Reader;
}

async function chooseReader({ bytes }: Source): Promise<Chosen> {
  if (bytes.length === 0) throw new Refusal({ code: 'empty-source' });
  for (const entry of readers) {
    if (!entry.mayBe(bytes)) continue;
    const reader = await entry.load();
    if (reader.recognises(bytes)) return { entry, reader };
  }
  // What nothing recognises is read as text, whose reader says best why it is none.
  const entry = readers.at(-1)!;
  return { entry, reader: await entry.load() };
}

/** A name that promises another format than the bytes hold. */
function misnamed({ name }: Source, { format, extensions }: Reader): Finding[] {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const promised = readers.find(entry => entry.extensions.includes(extension));
  return promised && promised.format !== format && !extensions.includes(extension)
    ? [{ code: 'format-by-content', params: { extension, format } }]
    : [];
}

const refused = (cause: unknown): { readonly refusal: Finding } => {
  if (cause instanceof Refusal) return { refusal: cause.finding };
  throw cause;
};

/** Reads a source by its content, not its name. A document is never the reason for an exception. */
export async function readDocument(source: Source, options: ReadOptions): Promise<ReadResult> {
  try {
    const { reader } = await chooseReader(source);
    const document = await reader.read(source, options);
    return { document: { ...document, findings: [...misnamed(source, reader), ...document.findings] } };
  } catch (cause) {
    return refused(cause);
  }
}

/** The grids of a source as its format has them: per page, not joined. */
export async function readGrids(
  source: Source,
  options: ReadOptions,
): Promise<ReadGrids | { readonly refusal: Finding }> {
  try {
    const { entry, reader } = await chooseReader(source);
    const named = misnamed(source, reader);
    if (entry.pageGrids) {
      const { grids, findings } = await entry.pageGrids(source, options);
      return { grids, findings: [...named, ...findings] };
    }
    const { blocks, findings } = await reader.read(source, options);
    return {
      grids: blocks.flatMap(block => (block.kind === 'grid' ? [block.grid] : [])),
      findings: [...named, ...findings],
    };
  } catch (cause) {
    return refused(cause);
  }
}

/** How the tables of each page were found. Refused where the format has no pages. */
export async function explainPages(
  source: Source,
  options: ReadOptions,
): Promise<ExplainedPages | { readonly refusal: Finding }> {
  try {
    const { entry, reader } = await chooseReader(source);
    if (!entry.explain) return { refusal: { code: 'no-pages', params: { format: reader.format } } };
    return await entry.explain(source, options);
  } catch (cause) {
    return refused(cause);
  }
}

/**
 * Draws the pages of a source, each picture handed over before the next is begun: pages that could not be drawn are
 * findings. Refused where the format has no pages, and where the canvas is not installed.
 */
export async function renderPages(
  source: Source,
  options: ReadOptions & RenderOptions,
  each: (picture: PagePicture) => void | Promise<void>,
): Promise<{ readonly findings: readonly Finding[] } | { readonly refusal: Finding }> {
  try {
    const { entry, reader } = await chooseReader(source);
    if (!entry.pictures) return { refusal: { code: 'no-pages', params: { format: reader.format } } };
    return { findings: await entry.pictures(source, options, each) };
  } catch (cause) {
    return refused(cause);
  }
}
