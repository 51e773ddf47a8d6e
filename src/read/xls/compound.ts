import { Refusal } from '../../model/refusal.ts';

/** A compound file (MS-CFB): the container of old office files, and of encrypted new ones. */
export interface Compound {
  /** Names of the streams and storages at the top. */
  readonly names: readonly string[];
  readonly stream: (name: string) => Uint8Array | undefined;
}

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const isCompound = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);

const broken = (): Refusal => new Refusal({ code: 'broken-package', params: { part: 'OLE' } });
/** Marks that are no sector: free, end of chain, FAT, DIFAT. */
const lastSector = 0xfffffffa;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** @throws Refusal where sectors lead outside the file or in circles. */
export function openCompound(bytes: Uint8Array): Compound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, true) : fail());
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : fail());
  const fail = (): never => {
    throw broken();
  };
  if (!isCompound(bytes)) fail();
  const size = 1 << u16(30);
  const miniSize = 1 << u16(32);
  if (![512, 4096].includes(size) || miniSize !== 64) fail();
  const sectors = Math.ceil(bytes.length / size);
  const offset = (sector: number): number => (sector < sectors ? (sector + 1) * size : fail());

  // Where the sectors of the allocation table are: 109 in the header, the rest in a chain.
  const tables: number[] = [];
  for (let i = 0; i < 109; i++) tables.push(u32(76 + 4 * i));
  let more = u32(68);
  for (let left = sectors; more < lastSector; left--) {
    if (left === 0) fail();
    const at = offset(more);
    for (let i = 0; i < size / 4 - 1; i++) tables.push(u32(at + 4 * i));
    more = u32(at + size - 4);
  }
  const used = tables.filter(sector => sector < lastSector);
  const next = (sector: number): number =>
    u32(offset(used[Math.floor((sector * 4) / size)] ?? fail()) + ((sector * 4) % size));

  const chain = (start: number, follow: (sector: number) => number, longest: number): number[] => {
    const found: number[] = [];
    for (let at = start; at < lastSector; at = follow(at)) {
      if (found.length > longest) fail();
      found.push(at);
    }
    return found;
  };
  const gather = (
    places: readonly number[],
    length: number,
    each: number,
    from: (place: number) => Uint8Array,
  ): Uint8Array => {
    if (length > places.length * each) fail();
    const all = new Uint8Array(length);
    for (const [i, place] of places.entries()) {
      if (i * each >= length) break;
      all.set(from(place).subarray(0, Math.min(each, length - i * each)), i * each);
    }
    return all;
  };
  const sector = (place: number): Uint8Array => bytes.subarray(offset(place), offset(place) + size);
  const read = (start: number, length?: number): Uint8Array => {
    const places = chain(start, next, sectors);
    return gather(places, length ?? places.length * size, size, sector);
  };

  const directory = read(u32(48));
  const inDirectory = new DataView(directory.buffer);
  const entry = (id: number): Entry => {
    const at = id * 128;
    if (at + 128 > directory.length) fail();
    const length = Math.min(64, inDirectory.getUint16(at + 64, true));
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2))),
      type: directory[at + 66]!,
      left: inDirectory.getUint32(at + 68, true),
      right: inDirectory.getUint32(at + 72, true),
      child: inDirectory.getUint32(at + 76, true),
      start: inDirectory.getUint32(at + 116, true),
      size: inDirectory.getUint32(at + 120, true),
    };
  };
  const root = entry(0);
  const top = new Map<string, Entry>();
  const visited = new Set<number>();
  for (const pending = [root.child]; pending.length > 0; ) {
    const id = pending.pop()!;
    if (id >= lastSector || visited.has(id)) continue;
    visited.add(id);
    const each = entry(id);
    top.set(each.name, each);
    pending.push(each.left, each.right);
  }

  const stream = (name: string): Uint8Array | undefined => {
    const found = top.get(name);
    if (found?.type !== 2) return undefined;
    if (found.size > bytes.length) fail();
    if (found.size >= u32(56)) return read(found.start, found.size);
    // Short streams share the root's own, in small sectors with a table of their own.
    const mini = read(root.start);
    const table = new DataView(read(u32(60)).buffer);
    const follow = (at: number): number => (4 * at + 4 <= table.byteLength ? table.getUint32(4 * at, true) : fail());
    const places = chain(found.start, follow, mini.length / miniSize);
    return gather(places, found.size, miniSize, place => mini.subarray(place * miniSize, (place + 1) * miniSize));
  };
  return { names: [...top.keys()], stream };
}

/** The names at the top of a compound file; none where it is not one, or too damaged to tell. */
export function compoundNames(bytes: Uint8Array): readonly string[] {
  if (!isCompound(bytes)) return [];
  try {
    return openCompound(bytes).names;
  } catch {
    return [];
  }
}
