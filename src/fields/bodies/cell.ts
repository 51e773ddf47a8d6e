import type { CellContext } from '../field.ts';
import { foldText } from '../fold.ts';
import { type Draft, readItem, unitOf } from './item.ts';
import { readName } from './name.ts';
import { readScript, type Script } from './script.ts';
import { type Item, separate } from './separate.ts';

/** The bodies of a cell as written. */
export interface CellDrafts {
  readonly drafts: readonly Draft[];
  readonly script: Script;
  /** All white space in the raw cell was line breaks: it separates by right. */
  readonly lines: boolean;
}

/** Spaces that fall within one name: 国家税务总局 吕梁市税务局. */
function spacesInNames(script: Script, items: readonly Item[], context: CellContext): number[] {
  return items.flatMap(({ start, end, separator }, i) => {
    const before = items[i - 1];
    if (separator !== ' ' || !before) return [];
    const joined = script.plain.slice(before.start, before.end) + script.plain.slice(start, end);
    return readName(joined, context) ? [script.origin(before.end)] : [];
  });
}

const textOf = ({ reading, written }: Draft): string => written.slice(reading.prefix.end);

const wordsOf = ({ reading }: Draft): string => (reading.kind === 'known' && reading.known.stem) || reading.rest;

/** 民族、宗教部门 and 文化、旅游局 are one body each: words of one unit, of which only the last has a suffix. */
function mergeWords(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const before = merged.at(-1);
    const { reading, separator } = draft;
    const one =
      before?.reading.kind === 'stem' &&
      !before.reading.stem.former &&
      before.open === null &&
      before.notes.length === 0 &&
      (separator === '、' || separator === '和') &&
      reading.prefix.end === 0 &&
      wordsOf(draft) !== wordsOf(before) &&
      unitOf(before) === unitOf(draft);
    if (!one) merged.push(draft);
    else {
      const { prefix } = before.reading;
      const rest = `${before.reading.rest}${separator}${reading.rest}`;
      merged[merged.length - 1] = {
        ...draft,
        reading: { ...reading, prefix, rest },
        written: before.written + separator + textOf(draft),
        printed: before.printed + separator + draft.printed,
        separator: before.separator,
      };
    }
  }
  return merged;
}

/** Reads the names of a cell, as written. Null where any of it is no body. */
export function readCell(raw: string, context: CellContext): CellDrafts | null {
  let text = foldText(raw).replace(/^[、，；。\s]+|[、，；。\s]+$/gu, '');
  let script = readScript(text);
  let items = separate(script.plain);
  const within = new Set(items ? spacesInNames(script, items, context) : []);
  if (within.size > 0) {
    text = [...text].filter((_, i) => !within.has(i)).join('');
    script = readScript(text);
    items = separate(script.plain);
  }
  if (!items?.length) return null;
  const drafts: Draft[] = [];
  for (const item of items) {
    const read = readItem(script, item, context);
    if (!read) return null;
    drafts.push(...read);
  }
  const lines = (raw.trim().match(/\s+/gu) ?? []).every(space => /[\n\r]/.test(space));
  return { drafts: mergeWords(drafts), script, lines };
}
