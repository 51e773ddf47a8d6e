import { levelListAt } from './levels.ts';

/** A stretch of a cell between two separators. Positions are in the cell's text; white space at the ends is left out. */
export interface Item {
  readonly start: number;
  readonly end: number;
  /** What stands before it: a separator, ' ', 或, or '' for the first. */
  readonly separator: string;
}

const opening: Record<string, string> = { '（': '）', '“': '”', '《': '》', '[': ']', '【': '】', '〔': '〕' };
const separators = /[、，；/\\\s+|。·]/u;
/** Conjunctions that never stand in a name, as 和, 与 and 及 do. */
const words = /^(?:或者|或|以及|暨)/u;
/** Behind a bracket they cannot be part of one either. */
const wordsBehindBracket = /^(?:或者|或|以及|暨|会同|联合|[和及与])/u;

/**
 * Divides a cell at its separators, outside brackets and quotes, but for those within a list of levels
 * (市、县（市、区）粮食部门). Null where brackets do not pair.
 */
export function separate(text: string): Item[] | null {
  const items: Item[] = [];
  const closings: string[] = [];
  let start = 0;
  let separator = '';
  const close = (end: number, next: string, length: number) => {
    if (text.slice(start, end).trim() !== '') {
      items.push({ start, end, separator });
      separator = next;
    } else if (next !== ' ' && separator === ' ') separator = next;
    start = end + length;
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (i === start) {
      const list = levelListAt(text, i);
      if (list > 0) i += list;
    }
    if (opening[character]) closings.push(opening[character]);
    else if (character === closings.at(-1)) closings.pop();
    else if (/[）”》\]】〕]/u.test(character)) return null;
    else if (closings.length === 0) {
      const word = (text[i - 1] === '）' ? wordsBehindBracket : words).exec(text.slice(i, i + 2))?.[0];
      if (word) {
        close(i, /^或/u.test(word) ? '或' : word, word.length);
        i += word.length - 1;
      } else if (separators.test(character)) close(i, /\s/u.test(character) ? ' ' : character, 1);
    }
  }
  if (closings.length > 0) return null;
  close(text.length, '', 0);
  return items;
}
