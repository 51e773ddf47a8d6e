import { tooComplex } from '../complexity.ts';

/** Bounds of one page; the parser's time and memory grow with them, some with their square. */
const bounds = {
  characters: 32 * 2 ** 20,
  tags: 300_000,
  /** Elements inside one another. */
  depth: 3_000,
  /** Of one tag. */
  attributes: 300,
};

// Elements that hold nothing, and those whose end may be left out.
const flat = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dd dt td th tr thead tbody tfoot option optgroup colgroup caption rt rp html head body`.split(/\s+/),
);
/** Elements whose content is not markup. */
const raw: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ['script', 'style', 'textarea', 'title', 'xmp'].map(name => [name, new RegExp(`</${name}`, 'gi')]),
);

const refuse = (what: keyof typeof bounds): never => {
  throw tooComplex(what, bounds[what]);
};

/** Where the tag that is open at `from` ends; counts its attributes on the way. */
function endOfTag(html: string, from: number): number {
  let attributes = 0;
  let between = true;
  for (let at = from; at < html.length; at++) {
    const character = html[at]!;
    if (character === '>') return at + 1;
    if (/[\s/]/.test(character)) between = true;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') {
      const end = html.indexOf(character, at + 1);
      if (end < 0) return html.length;
      at = end;
      between = true;
    } else if (between) {
      between = false;
      if (++attributes > bounds.attributes) refuse('attributes');
    }
  }
  return html.length;
}

/** Refuses a page that no site would send, before it is parsed. One pass over the text. */
export function checkBounds(html: string): void {
  if (html.length > bounds.characters) refuse('characters');
  const name = /<(\/?)([a-z][^\s/>]*)/iy;
  let [tags, depth] = [0, 0];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (++tags > bounds.tags) refuse('tags');
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      at = end < 0 ? html.length : end;
      continue;
    }
    name.lastIndex = at;
    const match = name.exec(html);
    if (!match) {
      at++;
      continue;
    }
    const [begun, closing, tag] = [match[0], match[1] === '/', match[2]!.toLowerCase()];
    at = endOfTag(html, at + begun.length);
    const end = closing ? undefined : raw[tag];
    if (end) {
      end.lastIndex = at;
      at = end.exec(html)?.index ?? html.length;
    } else if (!flat.has(tag)) {
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (depth > bounds.depth) refuse('depth');
    }
  }
}
