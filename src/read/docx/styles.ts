import { child, type Element, elements, flag, val } from '../xml.ts';

/** A reference to a list: `w:numPr`. Either half may come from a style. */
export interface ListReference {
  readonly list?: string;
  readonly level?: string;
}

/** What styles say that changes the text: lists, and text that is hidden. */
export interface Styles {
  readonly listOf: (paragraphStyle: string | undefined) => ListReference & { readonly style?: string };
  readonly hides: (style: string | undefined) => boolean;
  readonly defaultParagraph: string | undefined;
}

/** The list that properties name themselves. */
export function listReference(properties: Element | undefined): ListReference {
  const list = child(properties, 'w:numPr');
  const [id, level] = [val(list, 'w:numId'), val(list, 'w:ilvl')];
  return { ...(id !== undefined && { list: id }), ...(level !== undefined && { level }) };
}

/** Reads `word/styles.xml`; a style that is based on itself ends where it began. */
export function readStyles(root: Element | undefined): Styles {
  const styles = new Map<string, Element>();
  let defaultParagraph: string | undefined;
  for (const style of root ? elements(root) : []) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': standard } = style.attributes;
    if (style.name !== 'w:style' || id === undefined) continue;
    styles.set(id, style);
    if (type === 'paragraph' && (standard === '1' || standard === 'true')) defaultParagraph = id;
  }
  // A style and those it is based on, nearest first.
  const chain = (id: string | undefined): [string, Element][] => {
    const found = new Map<string, Element>();
    for (let at = id; at !== undefined && !found.has(at); ) {
      const style = styles.get(at);
      if (!style) break;
      found.set(at, style);
      at = val(style, 'w:basedOn');
    }
    return [...found];
  };
  const memo = <T>(read: (id: string) => T) => {
    const known = new Map<string, T>();
    return (id: string): T => {
      if (!known.has(id)) known.set(id, read(id));
      return known.get(id)!;
    };
  };
  const listOf = memo(id => {
    for (const [style, element] of chain(id)) {
      const reference = listReference(child(element, 'w:pPr'));
      if (reference.list !== undefined) return { ...reference, style };
    }
    return {};
  });
  const hides = memo(id => {
    for (const [, element] of chain(id)) {
      const hidden = flag(child(element, 'w:rPr'), 'w:vanish');
      if (hidden !== undefined) return hidden;
    }
    return false;
  });
  return {
    defaultParagraph,
    listOf: id => (id === undefined ? {} : listOf(id)),
    hides: id => id !== undefined && hides(id),
  };
}
