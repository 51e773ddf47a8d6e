import { SaxesParser } from 'saxes';
import { Refusal } from '../model/refusal.ts';
import { tooComplex } from './complexity.ts';

/** An XML element; its name and its attributes' names carry the usual prefix of their namespace, whatever the file's. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

export interface Events {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Elements kept of one part, and how deep they may nest: far above any office file, far below what memory holds. */
const maxElements = 1_200_000;
const maxDepth = 512;

// Transitional and strict OOXML share a prefix. SpreadsheetML and relationships are mostly written without one.
const namespaces: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/(?:package\/2006|officeDocument)\/relationships$/, ''],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/\/drawingml\/(?:2006\/)?spreadsheetDrawing$/, 'xdr:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
];
const prefixOf = (uri: string): string | undefined => namespaces.find(([pattern]) => pattern.test(uri))?.[1];

type Attributes = Readonly<Record<string, string>>;

/** Gives every name the usual prefix of its namespace. Most files use them: then names are left alone. */
function renamer() {
  const aliases = new Map<string, string>();
  const names = new Map<string, string>();
  let usual = true;
  const declare = (attributes: Attributes): void => {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = prefixOf(attributes[name]!);
      const alias = name === 'xmlns' ? '' : `${name.slice(6)}:`;
      if (prefix === undefined || aliases.get(alias) === prefix) continue;
      aliases.set(alias, prefix);
      names.clear();
      if (alias !== prefix) usual = false;
    }
  };
  const rename = (name: string, attribute: boolean): string => {
    if (usual) return name;
    const key = attribute ? `@${name}` : name;
    let known = names.get(key);
    if (known === undefined) {
      const colon = name.indexOf(':') + 1;
      // An attribute without a prefix belongs to its element, not to the default namespace.
      const prefix = attribute && colon === 0 ? '' : aliases.get(name.slice(0, colon));
      known = prefix === undefined ? name : prefix + name.slice(colon);
      names.set(key, known);
    }
    return known;
  };
  const renameAll = (attributes: Attributes): Attributes => {
    if (usual) return attributes;
    const renamed: Record<string, string> = {};
    for (const name in attributes) renamed[rename(name, true)] = attributes[name]!;
    return renamed;
  };
  return { declare, rename, renameAll };
}

// OPC allows UTF-8 and UTF-16; what else an XML declaration names is believed, if it can be decoded.
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/**
 * Reads XML as a stream of events. There are no document types and so no entities: office programs write none.
 * @throws Refusal `broken-xml` naming the part.
 */
export function scanXml(bytes: Uint8Array, part: string, events: Events): void {
  const refuse = (why: string): never => {
    throw new Refusal({ code: 'broken-xml', params: { part, why } });
  };
  const parser = new SaxesParser({ position: false });
  const { declare, rename, renameAll } = renamer();
  let depth = 0;
  parser.on('error', error => refuse(error.message));
  parser.on('doctype', () => refuse('DOCTYPE'));
  parser.on('opentag', tag => {
    if (++depth > maxDepth) throw tooComplex('depth', maxDepth);
    const attributes = tag.attributes as Attributes;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      declare(attributes);
      break;
    }
    events.open(rename(tag.name, false), renameAll(attributes));
  });
  parser.on('closetag', tag => {
    depth--;
    events.close?.(rename(tag.name, false));
  });
  if (events.text) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    // Piece by piece, so that a large part never stands in memory as one string.
    for (let at = 0; at < bytes.length; at += 65_536)
      parser.write(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    refuse((error as Error).message);
  }
}

interface Growing extends Element {
  children: Node[];
}

const noAttributes: Attributes = Object.freeze({});
const noChildren: Node[] = [];

/**
 * Reads XML as a tree, leaving out the elements (with all they hold) whose names are in `skip`: most of an office
 * file is appearance.
 */
export function parseXml(bytes: Uint8Array, part: string, skip: ReadonlySet<string> = new Set()): Element {
  const root: Growing = { name: '', attributes: noAttributes, children: noChildren };
  const open: Growing[] = [root];
  const names = new Map<string, string>();
  let skipped = 0;
  let count = 0;
  // Hundreds of thousands of elements: what can be shared between them is.
  const add = (node: Node): void => {
    const parent = open.at(-1)!;
    if (parent.children === noChildren) parent.children = [node];
    else parent.children.push(node);
  };
  scanXml(bytes, part, {
    open(read, attributes) {
      if (skipped > 0 || skip.has(read)) {
        skipped++;
        return;
      }
      if (++count > maxElements) throw tooComplex('elements', maxElements);
      const name = names.get(read) ?? read;
      if (name === read) names.set(name, name);
      let own = noAttributes;
      for (const _ in attributes) {
        own = { ...attributes };
        break;
      }
      const element: Growing = { name, attributes: own, children: noChildren };
      add(element);
      open.push(element);
    },
    text(text) {
      if (skipped === 0) add(text);
    },
    close() {
      if (skipped > 0) skipped--;
      else open.pop();
    },
  });
  return root.children.find(node => typeof node !== 'string') as Element;
}

export const elements = (node: Element): Element[] =>
  node.children.filter((child): child is Element => typeof child !== 'string');

export const child = (node: Element | undefined, name: string): Element | undefined =>
  node?.children.find((each): each is Element => typeof each !== 'string' && each.name === name);

/** The `w:val` of a child, e.g. of `<w:numId w:val="3"/>`. */
export const val = (node: Element | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val'];

/** An on/off property (`<w:vanish/>`, `w:val="0"`): undefined where it is not set. */
export function flag(node: Element | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  return found && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? 'true');
}

/** Every element of that name, at any depth, in document order. */
export function* descendants(node: Element, name: string): Generator<Element> {
  for (const each of node.children) {
    if (typeof each === 'string') continue;
    if (each.name === name) yield each;
    yield* descendants(each, name);
  }
}

/** All text inside, in document order. */
export const textOf = (node: Node): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
