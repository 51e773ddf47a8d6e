import type { Finding } from '../../model/diagnostic.ts';
import type { Package } from '../opc.ts';
import { pack } from '../zip.ts';

/** Above this, the document's XML (bytes) is not read a second time: mammoth needs some ten times as long as we do. */
const maxPart = 2 * 2 ** 20;
/** What mammoth needs to find the text; pictures and the like stay behind. */
const wanted = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'];

/** The part of mammoth's document model that is looked at. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

// Marks are drawn and spaced differently by the two; letters, digits and % are what a cell says.
const said = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '');

const textOf = (node: Node): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
const tablesOf = (node: Node): Node[] => (node.type === 'table' ? [node] : (node.children ?? []).flatMap(tablesOf));

async function readWithMammoth(office: Package, main: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = office.relations(main).filter(({ type, external }) => wanted.includes(type) && !external);
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const names = ['[Content_Types].xml', '_rels/.rels', main, rels, ...related.map(({ target }) => target)];
  // Packed anew from parts that were checked, so that nothing unchecked is unpacked again.
  const parts = names.flatMap(name => {
    const part = office.bytes(name);
    return part ? [[name, part] as const] : [];
  });
  const buffer = Buffer.from(await pack(Object.fromEntries(parts)));
  let text = '';
  const transformDocument = (document: Node): Node => {
    text = tablesOf(document).map(textOf).join('');
    // Only its model of the document is wanted, not its HTML.
    return { ...document, children: [] };
  };
  await mammoth.convertToHtml({ buffer }, { transformDocument });
  return text;
}

/**
 * Has mammoth read the tables too, as a second witness to their text. What it is known to lose (list numbers, symbols) or
 * to show (hidden text) is allowed for in `ours`.
 */
export async function compareWithMammoth(office: Package, main: string, ours: readonly string[]): Promise<Finding[]> {
  const size = office.bytes(main)?.length ?? 0;
  if (size > maxPart) {
    const reason = {
      zh: `正文 ${Math.ceil(size / 2 ** 20)} MB，过大`,
      en: `the text is ${Math.ceil(size / 2 ** 20)} MB`,
    };
    return [{ code: 'witness-absent', params: { reason } }];
  }
  let theirs: string;
  try {
    theirs = said(await readWithMammoth(office, main));
  } catch (error) {
    return [{ code: 'witness-absent', params: { reason: (error as Error).message } }];
  }
  const mine = said(ours.join(''));
  if (mine === theirs) return [];
  let at = 0;
  while (at < mine.length && mine[at] === theirs[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 8), at + 12);
  return [{ code: 'witness-differs', params: { ours: around(mine), theirs: around(theirs) } }];
}
