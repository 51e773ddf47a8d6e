import type { Finding } from '../../model/diagnostic.ts';
import { append } from '../append.ts';
import type { Flow, Item } from '../flow.ts';
import type { Limits } from '../reader.ts';
import { isChromeLine, type Site } from './chrome.ts';
import { attribute, childrenOf, type DomNode, isBlock, isHidden, isSilent, plainText } from './dom.ts';
import { LineBuilder } from './line.ts';
import { listLabels } from './lists.ts';
import { layOut, rowGroups } from './table.ts';

/** Tables nested deeper than this are read as text: no page means them. */
const maxTables = 32;

/** What holds for a page as a whole. */
export interface Page extends Site {
  readonly limits: Limits;
}

const gone = (node: DomNode, why: string, finding?: (text: string) => Finding): Item[] => {
  const text = plainText(node);
  if (text === '') return [];
  return [{ kind: 'discarded', text, why }, ...(finding ? [{ kind: 'finding', finding: finding(text) } as const] : [])];
};
const hiddenText = (text: string): Finding => ({ code: 'text-set-hidden', params: { text } });

const isPreformatted = (node: DomNode): boolean | undefined => {
  const css = /white-space\s*:\s*([\w-]+)/i.exec(attribute(node, 'style') ?? '')?.[1];
  if (css) return css.toLowerCase().startsWith('pre') || css.toLowerCase() === 'break-spaces';
  return node.name === 'pre' || node.name === 'textarea' || node.name === 'xmp' ? true : undefined;
};

const isStruck = (node: DomNode): boolean =>
  ['s', 'del', 'strike'].includes(node.name ?? '') ||
  /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(attribute(node, 'style') ?? '');

function readTable(table: DomNode, page: Page, depth: number): Item[] {
  const items: Item[] = [];
  for (const part of childrenOf(table)) if (part.name === 'caption') append(items, readFlow(part, page, depth));
  const shown = (nodes: readonly DomNode[]): DomNode[] =>
    nodes.filter(node => {
      if (isHidden(node)) items.push(...gone(node, 'hidden text', hiddenText));
      return !isHidden(node);
    });
  const groups = rowGroups({ ...table, children: shown(childrenOf(table)) }).map(rows =>
    shown(rows).map(row => ({ ...row, children: shown(childrenOf(row)) })),
  );
  const cells = layOut(groups, page.limits, cell => readFlow(cell, page, depth + 1));
  return cells.length > 0 ? [...items, { kind: 'table', cells }] : items;
}

/**
 * Reads what stands in an element as lines and tables. A line ends where a block begins or ends, or at a `br`.
 * Without recursion but for tables in tables, since pages nest without end.
 */
export function readFlow(root: DomNode, page: Page, depth = 0): Flow {
  const out = new LineBuilder();
  const labels = new Map<DomNode, (item: DomNode) => string>();
  let preformatted = isPreformatted(root) ?? false;
  let struck = false;
  const stack: (DomNode | (() => void))[] = [];
  const descend = (node: DomNode): void => {
    for (const each of [...childrenOf(node)].reverse()) stack.push(each);
  };

  const enter = (node: DomNode): void => {
    const block = isBlock(node);
    if (block) {
      out.edge();
      stack.push(() => out.edge());
    }
    const pre = isPreformatted(node);
    if (pre !== undefined && pre !== preformatted) {
      const before = preformatted;
      preformatted = pre;
      stack.push(() => {
        preformatted = before;
      });
    }
    if (!struck && isStruck(node)) {
      const text = plainText(node);
      if (text !== '') out.aside({ kind: 'finding', finding: { code: 'struck-text', params: { text } } });
      struck = true;
      stack.push(() => {
        struck = false;
      });
    }
    if (node.name === 'li' && node.parent?.name === 'ol') {
      const list = node.parent;
      const label = labels.get(list) ?? listLabels(list);
      labels.set(list, label);
      out.text(label(node), node, true);
    }
    descend(node);
  };

  const read = (node: DomNode): void => {
    if (node.type === 'text') out.text(node.data ?? '', node, preformatted);
    else if (isSilent(node)) return;
    else if (isHidden(node)) out.aside(...gone(node, 'hidden text', depth > 0 ? hiddenText : undefined));
    else if (page.isChrome(node)) out.aside(...gone(node, 'site navigation'));
    else if (node.name === 'select') out.aside(...gone(node, 'form control'));
    else if (node.name === 'rt') out.aside(...gone(node, 'phonetic guide'));
    else if (node.name === 'rp' || node.name === 'wbr') return;
    else if (node.name === 'br') out.breakLine();
    else if (node.name === 'input') {
      if (/^(?:text|number|date)?$/i.test(attribute(node, 'type') ?? ''))
        out.text(attribute(node, 'value') ?? '', node, false);
    } else if (node.name === 'table' && depth < maxTables) {
      out.edge();
      append(out.items, readTable(node, page, depth));
    } else enter(node);
  };

  descend(root);
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (typeof next === 'function') next();
    else read(next);
  }
  out.edge();
  return out.items.map(item => (item.kind === 'line' && isChromeLine(item.text) ? { ...item, furniture: true } : item));
}
