import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A page to be written: its content operators, and what else its dictionary holds. */
export interface PageBytes {
  readonly content: string;
  readonly box?: readonly [number, number];
  readonly rotate?: 0 | 90 | 180 | 270;
}

export interface PdfOptions {
  /** Encrypts with this user password; an empty one still encrypts. */
  readonly password?: string;
  /** What the page tree says of the number of pages. */
  readonly count?: number;
  /** Further objects, from number 10 on, and what the pages' resources say of them. */
  readonly objects?: readonly string[];
  readonly resources?: string;
  /** What else stands in the catalogue, in every page, and among the pages' XObjects. */
  readonly catalog?: string;
  readonly page?: string;
  readonly xobjects?: string;
}

/** Shows text in the CJK font /C, which no file embeds: only the character map of the package can read it. */
export const cjk = (text: string): string =>
  `<${[...text].map(character => character.codePointAt(0)!.toString(16).padStart(4, '0')).join('')}> Tj`;

/** Text at a place, from the lower left corner of the page. */
export const say = (x: number, y: number, text: string, size = 10): string =>
  `BT /C ${size} Tf ${x} ${y} Td ${cjk(text)} ET\n`;

const line = (x: number, y: number, u: number, v: number): string => `${x} ${y} m ${u} ${v} l S\n`;

/** A ruled table with its lower left corner at x, y: columns of 80 points, rows of 20, the first row at the top. */
export function ruledTable(x: number, y: number, rows: readonly (readonly string[])[], draw = line): string {
  const [width, height] = [80 * rows[0]!.length, 20 * rows.length];
  const texts = rows.flatMap((row, i) =>
    row.map((text, j) => (text === '' ? '' : say(x + 80 * j + 3, y + height - 20 * i - 14, text))),
  );
  const across = Array.from({ length: rows.length + 1 }, (_, i) => draw(x, y + 20 * i, x + width, y + 20 * i));
  const down = Array.from({ length: rows[0]!.length + 1 }, (_, i) => draw(x + 80 * i, y, x + 80 * i, y + height));
  return [...across, ...down, ...texts].join('');
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  let [i, j] = [0, 0];
  return data.map(byte => {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return byte ^ s[(s[i]! + s[j]!) & 255]!;
  });
}

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const id = Buffer.alloc(16, 7);

/** The standard security handler, revision 2, 40 bits (PDF 32000-1, 7.6.3). */
function security(password: string) {
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;
  return {
    dictionary: `<</Filter/Standard/V 1/R 2/P -4/O ${hex(owner)}/U ${hex(rc4(key, padding))}>>`,
    encrypt: (number: number, data: Uint8Array) =>
      rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), data),
  };
}

const fonts = [
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry 6 0 R/Ordering 7 0 R/Supplement 4>>/DW 1000/FontDescriptor 8 0 R>>',
];

/** Writes a PDF: /F is Helvetica, /C a Chinese font that is not embedded. */
export function pdf(pages: readonly PageBytes[], options: PdfOptions = {}): Uint8Array {
  const lock = options.password === undefined ? null : security(options.password);
  const stringOf = (number: number, text: string) =>
    lock ? `<${Buffer.from(lock.encrypt(number, Buffer.from(text))).toString('hex')}>` : `(${text})`;
  const extra = options.objects ?? [];
  const first = 10 + extra.length;
  const bodies: (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ''}>>`,
    `<</Type/Pages/Kids[${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}]/Count ${options.count ?? pages.length}>>`,
    ...fonts,
    stringOf(6, 'Adobe'),
    stringOf(7, 'GB1'),
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    lock?.dictionary ?? 'null',
    ...extra,
  ];
  pages.forEach(({ content, box = [600, 400], rotate = 0 }, i) => {
    const number = first + 2 * i;
    const packed = deflateSync(Buffer.from(content, 'latin1'));
    const data = Buffer.from(lock ? lock.encrypt(number + 1, packed) : packed);
    bodies.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${box.join(' ')}]/Rotate ${rotate}${options.page ?? ''}/Contents ${number + 1} 0 R/Resources<</Font<</F 3 0 R/C 4 0 R${options.resources ?? ''}>>/XObject<<${options.xobjects ?? ''}>>/ExtGState<</Pale<</ca 0.3>>>>>>>>`,
      Buffer.concat([
        Buffer.from(`<</Length ${data.length}/Filter/FlateDecode>>stream\n`),
        data,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let size = parts[0]!.length;
  bodies.forEach((body, i) => {
    offsets.push(size);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
    parts.push(part);
    size += part.length;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const locked = lock ? `/Encrypt 9 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]` : '';
  parts.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R${locked}>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
