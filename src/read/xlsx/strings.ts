import { scanXml } from '../xml.ts';

/** `_x000D_` stands for a character that XML does not allow; `_x005F_` for an underscore that would begin such a code. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Line ends as the grid has them. */
export const evenLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** The workbook's shared strings: runs of one string joined, reading aids (`rPh`) left out. */
export function readStrings(bytes: Uint8Array | undefined, part: string): readonly string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  let text = '';
  let reading = false;
  let phonetic = 0;
  scanXml(bytes, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      else if (name === 't') reading = phonetic === 0;
    },
    text(piece) {
      if (reading) text += piece;
    },
    close(name) {
      if (name === 't') reading = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') strings.push(evenLines(unescapeText(text)));
    },
  });
  return strings;
}
