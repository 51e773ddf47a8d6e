import type { Bilingual } from '../model/diagnostic.ts';
import { Refusal } from '../model/refusal.ts';
import { docxReader } from './docx/index.ts';
import type { Reader } from './reader.ts';
import { type Converter, convertWithSoffice } from './soffice.ts';
import { compoundNames } from './xls/compound.ts';
import { xlsxReader } from './xlsx/index.ts';
import { checkSize, holdsEntry, isZip } from './zip.ts';

/** A format that is read by way of another one. */
interface Convertible {
  readonly format: string;
  /** What LibreOffice goes by. */
  readonly extension: string;
  readonly to: Reader;
  readonly recognises: (bytes: Uint8Array, head: string) => boolean;
}

const hasStream = (bytes: Uint8Array, name: string): boolean => compoundNames(bytes).includes(name);
/** ODF names itself in its first entry, stored plain (ODF 1.3 part 2, 3.3). */
const isOdf = (bytes: Uint8Array, head: string, kind: string): boolean =>
  isZip(bytes) && head.includes(`mimetypeapplication/vnd.oasis.opendocument.${kind}`);

/** Ordered: .wps is .doc inside, .et is .xls and has a reader of its own. */
const convertible: readonly Convertible[] = [
  { format: 'DOC/WPS', extension: 'doc', to: docxReader, recognises: bytes => hasStream(bytes, 'WordDocument') },
  { format: 'Excel 5.0/95', extension: 'xls', to: xlsxReader, recognises: bytes => hasStream(bytes, 'Book') },
  { format: 'RTF', extension: 'rtf', to: docxReader, recognises: (_, head) => head.startsWith('{\\rtf') },
  { format: 'ODT', extension: 'odt', to: docxReader, recognises: (bytes, head) => isOdf(bytes, head, 'text') },
  { format: 'ODS', extension: 'ods', to: xlsxReader, recognises: (bytes, head) => isOdf(bytes, head, 'spreadsheet') },
  { format: 'XLSB', extension: 'xlsb', to: xlsxReader, recognises: bytes => holdsEntry(bytes, 'xl/workbook.bin') },
  {
    format: 'Word 2003 XML',
    extension: 'xml',
    to: docxReader,
    recognises: (_, head) => /<\?mso-application\s+progid="Word\.Document"/.test(head),
  },
  {
    format: 'Excel 2003 XML',
    extension: 'xml',
    to: xlsxReader,
    recognises: (_, head) => /<\?mso-application\s+progid="Excel\.Sheet"/.test(head),
  },
];

const find = (bytes: Uint8Array): Convertible | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return convertible.find(each => each.recognises(bytes, head));
};

const remedy = (to: Reader): Bilingual => {
  const format = to.format.toUpperCase();
  return {
    zh: `安装 LibreOffice 后重试，或用 Office/WPS 另存为 ${format}`,
    en: `install LibreOffice and try again, or save it as ${format} in an office program`,
  };
};

/** Makes a reader of the formats that LibreOffice turns into one we read ourselves. */
export function makeOfficeReader(converter: Converter = {}): Reader {
  return {
    format: 'office',
    extensions: ['doc', 'dot', 'wps', 'rtf', 'odt', 'ods', 'xlsb'],
    recognises: bytes => find(bytes) !== undefined,
    read: async (source, options) => {
      const { format, extension, to } = find(source.bytes)!;
      checkSize(source.bytes, options.limits);
      const program = options.soffice ?? converter.program;
      const timeout = Math.min(converter.timeout ?? Infinity, 120_000, options.limits.milliseconds);
      const by = { timeout, ...(program !== undefined && { program }) };
      const converted = await convertWithSoffice(source.bytes, extension, to.format, by, options.signal);
      if (converted === null) throw new Refusal({ code: 'unsupported-format', params: { format, remedy: remedy(to) } });
      if ('failure' in converted)
        throw new Refusal({ code: 'conversion-failed', params: { format, reason: converted.failure } });
      const document = await to.read({ ...source, bytes: converted.bytes }, options);
      const told = { code: 'converted-by-libreoffice', params: { format, target: to.format.toUpperCase() } } as const;
      return { ...document, format: extension, findings: [told, ...document.findings] };
    },
  };
}

export const officeReader: Reader = makeOfficeReader();
