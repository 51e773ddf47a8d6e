import { Refusal } from '../../model/refusal.ts';

/** A record of a BIFF8 workbook (MS-XLS): its data, in pieces where `Continue` records follow. */
export interface BiffRecord {
  readonly type: number;
  /** Where the record begins in its stream. */
  readonly at: number;
  readonly data: DataView;
  readonly more: readonly DataView[];
}

export const CONTINUE = 0x3c;

/** The records of a stream from an offset on. */
export function* records(stream: Uint8Array, from = 0): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const dataAt = (at: number): DataView => {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) throw new Refusal({ code: 'broken-package', params: { part: 'Workbook' } });
    return new DataView(stream.buffer, stream.byteOffset + at + 4, length);
  };
  for (let at = from; at + 4 <= view.byteLength; ) {
    const record = { type: view.getUint16(at, true), at, data: dataAt(at), more: [] as DataView[] };
    at += 4 + record.data.byteLength;
    while (at + 4 <= view.byteLength && view.getUint16(at, true) === CONTINUE) {
      record.more.push(dataAt(at));
      at += 4 + record.more.at(-1)!.byteLength;
    }
    yield record;
  }
}

/** Reads on through a record and its continuations. */
export class BiffReader {
  #pieces: readonly DataView[];
  #piece = 0;
  #at: number;

  constructor({ data, more }: Pick<BiffRecord, 'data' | 'more'>, from = 0) {
    this.#pieces = [data, ...more];
    this.#at = from;
  }

  get #view(): DataView {
    const view = this.#pieces[this.#piece];
    if (!view) throw new Refusal({ code: 'broken-package', params: { part: 'Workbook' } });
    return view;
  }

  /** Bytes left in this piece; at its end the next one is entered. */
  #room(): number {
    if (this.#at >= this.#view.byteLength) {
      this.#piece++;
      this.#at = 0;
    }
    return this.#view.byteLength - this.#at;
  }

  u8(): number {
    this.#room();
    return this.#view.getUint8(this.#at++);
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, this.#room());
      this.#at += step;
      left -= step;
    }
  }

  /** Characters of a string; where a piece ends among them, the next begins by saying anew how wide they are. */
  characters(count: number, wide: boolean): string {
    let text = '';
    for (let left = count; left > 0; ) {
      if (this.#at >= this.#view.byteLength) wide = (this.u8() & 1) === 1;
      const width = wide ? 2 : 1;
      const take = Math.min(left, Math.floor((this.#view.byteLength - this.#at) / width));
      if (take === 0) throw new Refusal({ code: 'broken-package', params: { part: 'Workbook' } });
      const { buffer, byteOffset } = this.#view;
      const bytes = new Uint8Array(buffer, byteOffset + this.#at, take * width);
      // Narrow characters are the first 256 of Unicode; TextDecoder's latin1 is not.
      text += wide ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);
      this.#at += take * width;
      left -= take;
    }
    return text;
  }

  /** A Unicode string (MS-XLS 2.5.293, 2.5.294): its formatting runs and phonetic data are passed over. */
  string(length: 1 | 2 = 2): string {
    const count = length === 1 ? this.u8() : this.u16();
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    const text = this.characters(count, (flags & 1) === 1);
    this.skip(runs * 4 + extra);
    return text;
  }
}
