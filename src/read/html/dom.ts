/** The part of the parsed page that is looked at, as cheerio's parser gives it. */
export interface DomNode {
  readonly type: string;
  /** Tag name, lower case; elements only. */
  readonly name?: string;
  /** Text nodes only. */
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly DomNode[];
  readonly parent?: DomNode | null;
  readonly sourceCodeLocation?: { readonly startLine: number; readonly startCol: number } | null;
}

export const childrenOf = (node: DomNode): readonly DomNode[] => node.children ?? [];
export const attribute = (node: DomNode, name: string): string | undefined => node.attribs?.[name];

/** Elements whose content is not text of the page. */
const silent = new Set([
  ...[
    'head',
    'title',
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'svg',
    'audio',
    'video',
    'object',
    'embed',
    'map',
  ],
  ...['link', 'meta', 'base', 'colgroup', 'datalist'],
]);
export const isSilent = (node: DomNode): boolean =>
  node.name === undefined ? node.type !== 'text' && node.type !== 'root' : silent.has(node.name);

/** Elements that begin and end on lines of their own. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option optgroup p pre section select summary
   table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
);
export const isBlock = (node: DomNode): boolean => node.name !== undefined && blocks.has(node.name);

/** Hidden in the page itself; what style sheets elsewhere hide is not known. */
export const isHidden = (node: DomNode): boolean =>
  node.attribs !== undefined &&
  (node.attribs.hidden !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i.test(
      node.attribs.style ?? '',
    ));

/** The nodes inside, in document order, without those for which `skip` holds; pages may nest without end. */
export function* walk(node: DomNode, skip: (node: DomNode) => boolean = isSilent): Generator<DomNode> {
  const stack = [...childrenOf(node)].reverse();
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (skip(next)) continue;
    yield next;
    for (const each of [...childrenOf(next)].reverse()) stack.push(each);
  }
}

/** Text inside, white space evened out. */
export function plainText(node: DomNode): string {
  let text = '';
  for (const each of walk(node)) {
    if (each.type === 'text') text += each.data ?? '';
    else if (each.name === 'br' || isBlock(each)) text += ' ';
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** The first text inside that is not blank. */
export function firstText(node: DomNode): string {
  for (const each of walk(node)) if (each.type === 'text' && each.data?.trim()) return each.data;
  return '';
}
