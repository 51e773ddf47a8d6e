/** Two-byte GB18030 by turning the decoder's table round; enough for the common characters. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    if (trail !== 0x7f) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, [lead, trail]);
    }

/** Throws where a character has no two-byte code. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else if (code) bytes.push(...code);
    else throw new RangeError(`no GB18030 code for ${character}`);
  }
  return new Uint8Array(bytes);
}
