import { foldText, toChinese } from './fold.ts';

/**
 * A cell without white space and in one width, for finding where it divides: the same for a source that keeps line
 * breaks, one that shows spaces and one that shows nothing.
 */
export interface FlatText {
  /** One space is left between two digits: `GB19001 2.` is not `190012.` */
  readonly text: string;
  /** Where each character of `text` stands in the raw cell; one more entry for the end. */
  readonly at: readonly number[];
  /** Positions in `text` that a line break stood before. */
  readonly breaks: ReadonlySet<number>;
  /** How many brackets and quotes are open at each character, the closing one included; one never closed counts nothing. */
  readonly depth: Uint32Array;
}

const digit = /^\d/;
const breaking = /[\n\r\v\f\u2028\u2029]/;
const invisible = /[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/u;
const folded = new Map<string, string>();

/** A character as `foldText` would show it, brackets and separators always in their Chinese form. */
function flatCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  const ordinary = (code > 0x7f && code < 0x2e80) || (code > 0x2fdf && code < 0xf900) || code > 0xff65;
  if (ordinary) return character;
  let flat = folded.get(character);
  if (flat === undefined) {
    const plain = foldText(character);
    flat = toChinese[plain] ?? plain;
    folded.set(character, flat);
  }
  return flat;
}

const opening: Record<string, string> = {
  '）': '（',
  '】': '【',
  '》': '《',
  '〉': '〈',
  '〕': '〔',
  ']': '[',
  '}': '{',
  '」': '「',
  '』': '『',
  '”': '“',
};
const openings = new Set(Object.values(opening));

/** Which characters stand inside a bracket or quote that is closed again; stray halves are passed over. */
function nesting(text: string): Uint32Array {
  const straight = Math.floor((text.match(/"/g)?.length ?? 0) / 2) * 2;
  const edges = new Int32Array(text.length + 1);
  const open: { mark: string; at: number }[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, by: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + by);
  let quotes = 0;
  for (let i = 0; i < text.length; i++) {
    let character = text[i]!;
    if (character === '"') character = quotes++ >= straight ? '' : quotes % 2 ? '“' : '”';
    if (openings.has(character)) {
      open.push({ mark: character, at: i });
      count(character, 1);
    }
    const wanted = opening[character];
    if (!wanted || !waiting.get(wanted)) continue;
    for (;;) {
      const last = open.pop()!;
      count(last.mark, -1);
      if (last.mark !== wanted) continue;
      edges[last.at]!++;
      edges[i + 1]!--;
      break;
    }
  }
  const depth = new Uint32Array(text.length);
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    level += edges[i]!;
    depth[i] = level;
  }
  return depth;
}

export function flatten(raw: string): FlatText {
  const characters: string[] = [];
  const at: number[] = [];
  const breaks = new Set<number>();
  const put = (units: string, start: number) => {
    for (const unit of units.split('')) {
      characters.push(unit);
      at.push(start);
    }
  };
  let space = '';
  let index = 0;
  for (const character of raw) {
    const start = index;
    index += character.length;
    if (/\s/u.test(character)) space = breaking.test(character) ? character : space || character;
    else if (!invisible.test(character)) {
      const flat = flatCharacter(character);
      if (space && digit.test(characters.at(-1) ?? '') && digit.test(flat)) put(' ', start);
      if (breaking.test(space)) breaks.add(characters.length);
      put(flat, start);
      space = '';
    }
  }
  at.push(raw.length);
  // 1:10 and 8:00 announce nothing.
  const text = characters.join('').replace(/(?<=[A-Za-z0-9])：(?=[A-Za-z0-9])/g, ':');
  return { text, at, breaks, depth: nesting(text) };
}
