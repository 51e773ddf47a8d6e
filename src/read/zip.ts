import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../model/refusal.ts';
import { tooComplex } from './complexity.ts';
import type { Limits } from './reader.ts';

/** Bounds of a package: what is declared is checked before inflating, what comes out is checked again. */
const maxEntries = 10_000;
const maxPart = 128 * 2 ** 20;
const maxTotal = 256 * 2 ** 20;

/** A ZIP file whose parts are inflated one by one, when asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** The part's bytes, undefined where there is no such part. Throws `Refusal` where it is broken or too large. */
  readonly part: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

const broken = (part: string): Refusal => new Refusal({ code: 'broken-package', params: { part } });
const tooLarge = (part: string, size: number, limit: number): Refusal =>
  new Refusal({
    code: 'package-too-large',
    params: { part, size: Math.ceil(size / 2 ** 20), limit: Math.floor(limit / 2 ** 20) },
  });

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;

// APPNOTE 4.3.16: the end record stands last, before a comment of at most 65,535 bytes.
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw broken('ZIP');
}

// No office file needs ZIP64 within the bounds above, so its marks are read as what they say: too large.
function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw tooComplex('parts', maxEntries);
  const entries: Entry[] = [];
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken('ZIP');
    const [name, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: decoder
        .decode(bytes.subarray(at + 46, at + 46 + name))
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { name, offset, compressed, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw broken(name);
  const data = bytes.subarray(start, start + compressed);
  if (method === 0) return data;
  if (method !== 8) throw broken(name);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    // Either the data are damaged or more comes out than was declared: no office program writes such a part.
    throw broken(name);
  }
}

/**
 * Opens a ZIP file without inflating anything.
 * @throws Refusal where it is damaged, has a password, or has a name that would lead out of the package.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of readDirectory(bytes, view)) {
    if (entry.name.split('/').includes('..')) throw new Refusal({ code: 'unsafe-entry', params: { part: entry.name } });
    entries.set(entry.name, entry);
  }
  let total = 0;
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    if (entry.encrypted) throw new Refusal({ code: 'encrypted-office' });
    if (entry.size > maxPart) throw tooLarge(name, entry.size, maxPart);
    total += entry.size;
    if (total > maxTotal) throw tooLarge(name, total, maxTotal);
    return inflate(bytes, view, entry);
  };
  return { names: [...entries.keys()], part };
}

const holds = (bytes: Uint8Array, name: string, matches: (entry: string) => boolean): boolean => {
  if (!isZip(bytes)) return false;
  try {
    return openArchive(bytes).names.some(matches);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
  }
};

/** Whether a ZIP file has an entry of that name. */
export const holdsEntry = (bytes: Uint8Array, name: string): boolean => holds(bytes, name, entry => entry === name);

/**
 * Whether a ZIP file has an XML part so named. A damaged file is searched for the name, so that it
 * comes to the reader that can say what is wrong with it.
 */
export const holdsPart = (bytes: Uint8Array, start: string): boolean =>
  holds(bytes, start, name => name.startsWith(start) && name.endsWith('.xml'));

/** Refuses a package that is larger than a source may be. */
export function checkSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length > limits.bytes) throw tooLarge('ZIP', bytes.length, limits.bytes);
}

/** Packs parts into a ZIP file, uncompressed. */
export async function pack(parts: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(parts, { level: 0 });
}
