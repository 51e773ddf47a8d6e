import type { Place } from '../../model/place.ts';
import { append } from '../append.ts';
import type { Item } from '../flow.ts';
import type { DomNode } from './dom.ts';

/** Gathers the lines of a page or cell, with the white space of HTML: runs count once, unless preformatted. */
export class LineBuilder {
  readonly items: Item[] = [];
  #text = '';
  #place: Place | undefined;
  /** Said of the line being written. */
  #asides: Item[] = [];

  text(data: string, node: DomNode, preformatted: boolean): void {
    if (preformatted) {
      for (const [i, part] of data.split(/\r\n?|\n/).entries()) {
        if (i > 0) this.breakLine();
        this.#write(part, node, data);
      }
      return;
    }
    const even = data.replace(/[ \t\n\r\f]+/g, ' ');
    this.#write(this.#text === '' || this.#text.endsWith(' ') ? even.replace(/^ /, '') : even, node, data);
  }

  aside(...items: Item[]): void {
    this.#asides.push(...items);
  }

  /** An explicit break: ends the line, even a blank one. */
  breakLine(): void {
    const place = this.#place;
    this.items.push({ kind: 'line', text: this.#text.replaceAll('\u00a0', ' ').trim(), ...(place && { place }) });
    append(this.items, this.#asides);
    this.#asides = [];
    this.#text = '';
    this.#place = undefined;
  }

  /** The edge of a block: ends a line that has been begun. */
  edge(): void {
    if (this.#text !== '') this.breakLine();
    else append(this.items, this.#asides.splice(0));
  }

  #write(text: string, node: DomNode, data: string): void {
    if (text === '') return;
    const start = node.sourceCodeLocation;
    if (this.#place === undefined && start && text.trim() !== '') {
      // The text begins after the white space before it.
      const before = /^[ \t\r\n\f]*/.exec(data)![0];
      const lines = before.split(/\r\n?|\n/);
      this.#place = {
        line: start.startLine + lines.length - 1,
        column: lines.length > 1 ? lines.at(-1)!.length + 1 : start.startCol + before.length,
      };
    }
    this.#text += text;
  }
}
