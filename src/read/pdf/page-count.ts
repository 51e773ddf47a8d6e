const pageObject = /\/Type\s{0,4}\/Page(?![a-zA-Z])/g;

/** Page objects that stand in the file in plain sight; those in compressed object streams are not seen. */
export function plainPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let count = 0;
  for (const _ of text.matchAll(pageObject)) count++;
  return count;
}

/**
 * The file with every page count written as nines. pdf.js believes a count that is too low, and loses the pages beyond;
 * one that is too high makes it count for itself.
 */
export function withoutCounts(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const copy = new Uint8Array(bytes);
  for (const match of text.matchAll(/\/Count\s{0,4}(-?\d{1,15})/g)) {
    const end = match.index + match[0].length;
    copy.fill(0x39, end - match[1]!.length, end);
  }
  return copy;
}
