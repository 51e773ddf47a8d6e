import type { Document } from '../../model/document.ts';
import { Refusal } from '../../model/refusal.ts';
import { assemble, charactersOf } from '../flow.ts';
import { cellBudget } from '../grid.ts';
import type { Reader } from '../reader.ts';
import { checkBounds } from './bounds.ts';
import { decodePage } from './charset.ts';
import { siteOf } from './chrome.ts';
import type { DomNode } from './dom.ts';
import { readFlow } from './page.ts';

// In UTF-16 every other byte of markup is NUL.
const headOf = (bytes: Uint8Array, length: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, length)).replaceAll('\0', '');

const starts =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta|table|thead|tbody|tr|caption|div|p|span|section|article|h[1-6]|ul|ol|font|center|b|br|style|script|base|link)\b/i;

/** Pages and fragments begin with a tag of HTML, or have a table's tags soon. */
function isHtml(bytes: Uint8Array): boolean {
  const head = headOf(bytes, 16_384);
  // SpreadsheetML and flat Word files are XML of their own.
  if (/<\?mso-application/i.test(head.slice(0, 1000))) return false;
  return starts.test(head) || (/<table[\s>]/i.test(head) && /<t[rdh][\s>]/i.test(head));
}

/** Rows without their table would lose their tags to the parser. */
const wrapRows = (html: string): string =>
  /^\s*<(?:thead|tbody|tfoot|tr|td|th|caption)\b/i.test(html) ? `<table>${html}</table>` : html;

/** Reads web pages, saved or cut out, as a browser shows them before scripts run. */
export const htmlReader: Reader = {
  format: 'html',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  recognises: isHtml,
  read: async ({ bytes }, { limits }): Promise<Document> => {
    if (bytes.length > limits.bytes) {
      const [size, limit] = [bytes.length, limits.bytes].map(n => Math.round(n / 2 ** 20)) as [number, number];
      throw new Refusal({ code: 'text-too-large', params: { size, limit } });
    }
    const { text, encoding, findings } = decodePage(bytes);
    checkBounds(text);
    // A quarter of a second to load: only pages pay it.
    const { load } = await import('cheerio');
    const page = load(wrapRows(text), { sourceCodeLocationInfo: true });
    const root = page.root()[0] as unknown as DomNode;
    const { blocks, findings: noticed } = assemble(readFlow(root, { limits, ...siteOf(root) }), cellBudget(limits));
    return {
      format: 'html',
      blocks,
      characters: charactersOf(blocks),
      encoding,
      findings: [...findings, ...noticed],
    };
  },
};
