import type { Finding } from '../../model/diagnostic.ts';
import type { Item } from '../flow.ts';
import type { Element } from '../xml.ts';
import { type Change, report } from './changes.ts';
import { isPageNumber } from './fields.ts';
import type { Story } from './story.ts';

/** A text box; one that Word wrote without its older form is lost on other readers. */
export interface Box {
  readonly element: Element;
  readonly witnessed: boolean;
}

/** The text of a paragraph while it is read. */
export interface Line {
  text: string;
  /** What another reader would see: hidden text too, but nothing that we rendered. */
  plain: string;
  readonly asides: Item[];
  /** Text boxes anchored here; they are read after the paragraph. */
  readonly boxes: Box[];
  /** Remarks on text still being gathered, by what they remark on. */
  readonly open: Map<string, { text: string; readonly close: (text: string) => Item[] }>;
}

export const newLine = (): Line => ({ text: '', plain: '', asides: [], boxes: [], open: new Map() });

/** What holds for a stretch of text. */
export interface Marks {
  readonly change?: Change;
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly font?: string;
  /** Inside an element that the other reader is known to lose. */
  readonly lost?: boolean;
}

export const say = (finding: Finding): Item => ({ kind: 'finding', finding });

// Word cuts text in runs at will: neighbours of one kind are one remark.
function remarks(marks: Marks, story: Story): [string, (text: string) => Item[]][] {
  const found: [string, (text: string) => Item[]][] = [];
  const { change, hidden, struck } = marks;
  if (change)
    found.push([JSON.stringify([change.verb.en, change.author, change.date]), text => report(change, text, story)]);
  if (change?.kind === 'deletions') return found;
  if (hidden)
    found.push([
      'hidden',
      text => [{ kind: 'discarded', text, why: 'hidden text' }, say({ code: 'text-set-hidden', params: { text } })],
    ]);
  else if (struck) found.push(['struck', text => [say({ code: 'struck-text', params: { text } })]]);
  return found;
}

/** Ends the remarks that do not go on in `next`. */
export function closeRemarks(line: Line, next: readonly string[] = []): void {
  for (const [key, { text, close }] of line.open) {
    if (next.includes(key)) continue;
    line.open.delete(key);
    if (text.trim() !== '') line.asides.push(...close(text));
  }
}

/** Adds text; `rendered` text is nowhere in the file as such. */
export function write(text: string, line: Line, story: Story, marks: Marks, rendered = false): void {
  if (text === '') return;
  if (story.fields.some(each => !each.shows)) {
    line.asides.push({ kind: 'discarded', text, why: 'field code' });
    return;
  }
  const due = remarks(marks, story);
  closeRemarks(
    line,
    due.map(([key]) => key),
  );
  for (const [key, close] of due) {
    const entry = line.open.get(key) ?? { text: '', close };
    entry.text += text;
    line.open.set(key, entry);
  }
  if (marks.change?.kind === 'deletions') return;
  if (!rendered && !marks.lost) line.plain += text;
  if (marks.hidden) return;
  if (story.fields.some(each => isPageNumber(each.code))) line.asides.push({ kind: 'furniture', text });
  else line.text += text;
}
