import type { Finding } from '../model/diagnostic.ts';
import type { Document, Source } from '../model/document.ts';
import type { Grid } from '../model/grid.ts';
import { Refusal } from '../model/refusal.ts';
import type { Reader, ReadOptions } from './reader.ts';

export { defaultLimits, type Limits, type ReadOptions } from './reader.ts';

/** A reader before it is loaded: its libraries cost time, and a command loads only what it uses. */
interface Entry {
  readonly format: string;
  /** Of the files that are looked for in folders; without the dot, lower case. */
  readonly extensions: readonly string[];
  /** A cheap look at the first bytes; the loaded reader has the last word. */
  readonly mayBe: (bytes: Uint8Array) => boolean;
  readonly load: () => Promise<Reader>;
}

const begins =
  (...signature: number[]) =>
  (bytes: Uint8Array) =>
    signature.every((byte, i) => bytes[i] === byte);
const isZip = begins(0x50, 0x4b);
const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes(text);

/** Ordered: what the bytes themselves say comes first; text is what everything else might be. */
export const readers: readonly Entry[] = [
  {
    format: 'pdf',
    extensions: ['pdf'],
    mayBe: bytes => holds(bytes, '%PDF-'),
    load: async () => (await import('./pdf/index.ts')).pdfReader,
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

async function chooseReader(bytes: Uint8Array): Promise<Reader> {
  for (const entry of readers) {
    if (!entry.mayBe(bytes)) continue;
    const reader = await entry.load();
    if (reader.recognises(bytes)) return reader;
  }
  throw new Refusal({
    code: 'unsupported-format',
    params: {
      format: { zh: '无法识别的内容', en: 'unknown content' },
      remedy: { zh: '另存为 DOCX 或 PDF 再试', en: 'save it as DOCX or PDF' },
    },
  });
}

/** Reads a source by its content, not its name. A document is never the reason for an exception. */
export async function readDocument(source: Source, options: ReadOptions): Promise<ReadResult> {
  if (source.bytes.length === 0) return { refusal: { code: 'empty-source' } };
  try {
    const reader = await chooseReader(source.bytes);
    return { document: await reader.read(source, options) };
  } catch (cause) {
    if (cause instanceof Refusal) return { refusal: cause.finding };
    throw cause;
  }
}

/** The grids of a source as its format has them: per page, not joined. */
export async function readGrids(
  source: Source,
  options: ReadOptions,
): Promise<{ readonly grids: readonly Grid[] } | { readonly refusal: Finding }> {
  const read = await readDocument(source, options);
  if ('refusal' in read) return read;
  return { grids: read.document.blocks.flatMap(block => (block.kind === 'grid' ? [block.grid] : [])) };
}
