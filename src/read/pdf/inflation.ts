import { createInflate } from 'node:zlib';
import { Refusal } from '../../model/refusal.ts';

/** No stream of a document inflates to more than this, bytes: a page of text has kilobytes, a scan a hundred million. */
const limit = 256 * 2 ** 20;

/** zlib inflates a byte to at most 1,032: shorter streams cannot exceed the limit. */
const shortest = Math.floor(limit / 1032);

/** Counts what a stream inflates to, without keeping it; stops at the limit. Damage ends the count. */
function inflatedSize(bytes: Uint8Array): Promise<number> {
  return new Promise(resolve => {
    const inflate = createInflate({ chunkSize: 1 << 20 });
    let size = 0;
    const end = () => {
      inflate.destroy();
      resolve(size);
    };
    inflate.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > limit) end();
    });
    inflate.on('end', end).on('error', end);
    inflate.end(bytes);
  });
}

/**
 * Refuses a file with a stream that inflates beyond all measure: pdf.js would inflate it whole, in one go, and could not
 * be stopped. Only streams long enough to do so are tried.
 */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
  if (bytes.length < shortest) return;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + (text[at + 6] === 13 ? 8 : 7);
    // The header of zlib data: deflate, and a check over both bytes.
    const zlib = (text[start]! & 15) === 8 && ((text[start]! << 8) | text[start + 1]!) % 31 === 0;
    const end = text.indexOf('endstream', start);
    if (!zlib || (end < 0 ? text.length : end) - start < shortest) continue;
    if ((await inflatedSize(text.subarray(start, end < 0 ? text.length : end))) > limit)
      throw new Refusal({ code: 'inflates-too-large', params: { limit } });
  }
}
