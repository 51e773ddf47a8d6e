import type { Bilingual } from '../model/diagnostic.ts';
import { Refusal } from '../model/refusal.ts';
import type { Reader } from './reader.ts';
import { compoundNames, isCompound } from './xls/compound.ts';
import { holdsEntry, isZip } from './zip.ts';

interface Refused {
  readonly format: string | Bilingual;
  readonly remedy: Bilingual;
  readonly recognises: (bytes: Uint8Array, head: string) => boolean;
}

const asPdf: Bilingual = {
  zh: '用 OFD 阅读器或 WPS 打开后导出为 PDF 或 DOCX',
  en: 'open it in an OFD reader or WPS and export it as PDF or DOCX',
};
const recognise: Bilingual = {
  zh: '图片须先做文字识别（OCR），存为 DOCX、XLSX 或文本后再转换',
  en: 'a picture needs OCR first; save the result as DOCX, XLSX or text and convert that',
};
const unpack: Bilingual = { zh: '解压后转换其中的文件', en: 'unpack it and convert the files inside' };
const resave: Bilingual = {
  zh: '用 Office/WPS 另存为 DOCX 或 XLSX',
  en: 'save it as DOCX or XLSX in an office program',
};
const asHtml: Bilingual = {
  zh: '用浏览器打开后另存为“网页，仅 HTML”',
  en: 'open it in a browser and save it as “webpage, HTML only”',
};

const begins =
  (...starts: readonly string[]) =>
  (_: Uint8Array, head: string): boolean =>
    starts.some(start => head.startsWith(start));

/** Formats that are known and not read, each with what can be done. Ordered: a ZIP file of no known kind comes late. */
const refused: readonly Refused[] = [
  { format: 'OFD', remedy: asPdf, recognises: bytes => holdsEntry(bytes, 'OFD.xml') },
  { format: 'JPEG', remedy: recognise, recognises: begins('\xff\xd8\xff') },
  { format: 'PNG', remedy: recognise, recognises: begins('\x89PNG\r\n\x1a\n') },
  { format: 'TIFF', remedy: recognise, recognises: begins('II*\0', 'MM\0*') },
  { format: 'GIF', remedy: recognise, recognises: begins('GIF87a', 'GIF89a') },
  {
    format: 'BMP',
    remedy: recognise,
    recognises: (bytes, head) => head.startsWith('BM') && bytes[6] === 0 && bytes[14] === 40,
  },
  {
    format: 'WebP',
    remedy: recognise,
    recognises: (_, head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP',
  },
  {
    format: { zh: 'PowerPoint 演示文稿', en: 'PowerPoint' },
    remedy: resave,
    recognises: bytes =>
      holdsEntry(bytes, 'ppt/presentation.xml') || compoundNames(bytes).includes('PowerPoint Document'),
  },
  {
    format: { zh: '网页存档（MHTML）', en: 'MHTML' },
    remedy: asHtml,
    recognises: (_, head) =>
      /^(?:From:|MIME-Version:|Subject:|Date:)/i.test(head) && /content-type:\s*multipart\/related/i.test(head),
  },
  {
    format: { zh: '压缩包', en: 'archive' },
    remedy: unpack,
    recognises: begins('Rar!', '7z\xbc\xaf\x27\x1c', '\x1f\x8b'),
  },
  { format: { zh: '压缩包（ZIP）', en: 'ZIP archive' }, remedy: unpack, recognises: isZip },
  { format: { zh: '旧式 Office 文件', en: 'old office file' }, remedy: resave, recognises: isCompound },
];

const find = (bytes: Uint8Array): Refused | undefined => {
  // TextDecoder's latin1 is windows-1252; Buffer's is byte by byte.
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return refused.find(each => each.recognises(bytes, head));
};

/** Names what it is given and says what can be done with it. Comes after the readers that read. */
export const refusedReader: Reader = {
  format: 'refused',
  extensions: ['ofd'],
  recognises: bytes => find(bytes) !== undefined,
  read: async ({ bytes }) => {
    // A password turns a new office file into an old container.
    if (compoundNames(bytes).includes('EncryptedPackage')) throw new Refusal({ code: 'encrypted-office' });
    const { format, remedy } = find(bytes)!;
    throw new Refusal({ code: 'unsupported-format', params: { format, remedy } });
  },
};
