import { attribute, type DomNode, walk } from './dom.ts';

/**
 * What a web site puts around every page. None of it is dropped in silence: elements are discarded as site
 * navigation, lines count as furniture.
 */
const roles = new Set(['navigation', 'banner', 'contentinfo', 'search']);
const core = new Set(
  `nav navi navbar navigation menu submenu header head topbar banner footer foot copyright breadcrumb breadcrumbs crumb crumbs
   sidebar share toolbar friendlink friendlinks`.split(/\s+/),
);
/** Words that may stand beside the telling one in a class name: site-footer, main_nav. */
const around = new Set(
  'site web page main top bottom left right sub global wrap wrapper box bar inner con content container list g m w'.split(
    ' ',
  ),
);
/** What heads a page may be the document's title; the site's own head is mostly links. */
const headers = new Set(['header', 'head', 'topbar', 'banner']);

function chromeWord(name: string): string | undefined {
  const words = name.toLowerCase().split(/[-_]+/);
  return words.every(word => core.has(word) || around.has(word)) ? words.find(word => core.has(word)) : undefined;
}

/** From so many cells with text of their own (links aside) an element holds data, whatever it is called. */
const dataCells = 12;
/** How far up a text looks for its cell, an element for the article around it. */
const maxClimb = 64;

function above(node: DomNode, names: readonly string[]): DomNode | undefined {
  let at = node.parent;
  for (let i = 0; at && i < maxClimb; i++, at = at.parent) if (names.includes(at.name ?? '')) return at;
  return undefined;
}

/** Of each element, counted once for the whole page: cells with text outside links; characters in links and outside. */
interface Contents {
  cells: number;
  linked: number;
  plain: number;
}

function countContents(root: DomNode): ReadonlyMap<DomNode, Contents> {
  const counts = new Map<DomNode, Contents>();
  const of = (node: DomNode): Contents => {
    const known = counts.get(node) ?? { cells: 0, linked: 0, plain: 0 };
    counts.set(node, known);
    return known;
  };
  const nodes = [...walk(root)];
  for (const node of nodes) {
    const length = node.type === 'text' ? (node.data?.trim().length ?? 0) : 0;
    if (length === 0) continue;
    const around = above(node, ['a', 'td', 'th']);
    of(node)[around?.name === 'a' ? 'linked' : 'plain'] += length;
    if (around && around.name !== 'a') of(around).cells = 1;
  }
  for (const node of nodes.reverse()) {
    const own = counts.get(node);
    if (!own || !node.parent) continue;
    const sum = of(node.parent);
    for (const key of ['cells', 'linked', 'plain'] as const) sum[key] += own[key];
  }
  return counts;
}

/** Tells what belongs to the site from what belongs to the document. */
export interface Site {
  /** Navigation, head, foot or side of the site. */
  readonly isChrome: (node: DomNode) => boolean;
}

export function siteOf(root: DomNode): Site {
  const counts = countContents(root);
  const isChrome = (node: DomNode): boolean => {
    if (node.name === undefined || ['html', 'body', 'td', 'th', 'tr'].includes(node.name)) return false;
    const { cells, linked, plain } = counts.get(node) ?? { cells: 0, linked: 0, plain: 0 };
    // A table of nothing but links leads elsewhere, whatever it is called.
    if (node.name === 'table' && linked > 0 && plain === 0) return true;
    const role = attribute(node, 'role')?.toLowerCase() ?? '';
    const tag = ['nav', 'header', 'footer'].find(name => name === node.name);
    const names = `${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`.trim();
    const word =
      names === ''
        ? undefined
        : names
            .split(/\s+/)
            .map(chromeWord)
            .find(each => each !== undefined);
    const inArticle = tag !== undefined && tag !== 'nav' && above(node, ['article', 'main', 'section', 'td', 'th']);
    if (!roles.has(role) && word === undefined && (tag === undefined || inArticle)) return false;
    const isHeader = headers.has(word ?? tag ?? '') || role === 'banner';
    return cells < dataCells && !(isHeader && plain > linked);
  };
  return { isChrome };
}

/** Lines that a site prints under or over a document, whole. */
const lines: readonly RegExp[] = [
  /ICP备\s*\d|公网安备|^网站标识码|^版权所有|^Copyright\b/i,
  /^主办单位?[：:].*(?:承办|版权|网站)/,
  /^(?:您?(?:现在|当前)?(?:的|所在)?位置)\s*[：:]/,
  /^[【[]?(?:打印|关闭|收藏|分享)(?:本页|窗口|此页|到)?[】\]：:]?(?:\s*[|【[]?\s*(?:打印|关闭|收藏|分享|返回顶部)(?:本页|窗口|此页|到)?[】\]：:]?)*$/,
  /^(?:字体|字号)[：:]?\s*[【[]?\s*[大中小]/,
  /^扫一扫/,
  /^[上下]一[篇条][：:]/,
];

/** Whether a line outside data tables belongs to the site. */
export const isChromeLine = (text: string): boolean => text.length < 200 && lines.some(pattern => pattern.test(text));
