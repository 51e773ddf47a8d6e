import { isBodyName } from './body-name.ts';
import { lazy, readData } from './data.ts';

/** Radicals that PDF fonts give for the ideographs they look like (Unicode's EquivalentUnifiedIdeograph). */
const radicals = lazy(() => {
  const { radicals, ideographs } = readData<{ radicals: string; ideographs: string }>('radicals');
  const targets = [...ideographs];
  return new Map([...radicals].map((radical, i) => [radical, targets[i]!]));
});

// Zero-width and other format characters, and controls that are not white space.
const invisible = /[\p{Cf}\u115f\u1160\u3164\uffa0]|(?![\t\n\v\f\r])\p{Cc}/gu;
// Full-width and small forms, compatibility ideographs. Nothing else: NFKC as a whole turns ① into 1.
const compatible = /[\uff01-\uff65\ufe50-\ufe6b\uf900-\ufaff]/gu;

/** Marks that Chinese text has in a form of its own. */
export const toChinese: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};
const toAscii: Record<string, string> = Object.fromEntries(Object.entries(toChinese).map(([a, c]) => [c, a]));

const dashes = '-‐‑‒–—―−─━~～〜∼˜';
const dashRun = new RegExp(`[${dashes}](?:\\s*[${dashes}])*`, 'gu');

/** The characters that stand beside a stretch; white space is looked past, since it goes later. */
function neighbours(text: string, start: number, end: number): readonly [before: string, after: string] {
  let [before, after] = [start - 1, end];
  while (before >= 0 && /\s/u.test(text[before]!)) before--;
  while (after < text.length && /\s/u.test(text[after]!)) after++;
  return [text[before] ?? '', text[after] ?? ''];
}

const foldDashes = (text: string): string =>
  text.replace(dashRun, (run, at: number) =>
    neighbours(text, at, at + run.length).every(beside => /[\d月日年%]/u.test(beside)) ? '-' : run,
  );

const foldPunctuation = (text: string): string =>
  text.replace(/[,;:()!?，；：（）！？]/gu, (mark, at: number) => {
    const isLatin = neighbours(text, at, at + 1).every(beside => /[A-Za-z0-9]/.test(beside));
    return (isLatin ? toAscii : toChinese)[mark] ?? mark;
  });

// Straight double quotes in pairs; straight single quotes too, unless they stand inside a Latin word.
const foldQuotes = (text: string): string => {
  if (!/["']/.test(text)) return text;
  for (const [quote, open, close] of [
    [/"/g, '“', '”'],
    [/(?<![A-Za-z])'|'(?![A-Za-z])/g, '‘', '’'],
  ] as const) {
    const paired = Math.floor((text.match(quote)?.length ?? 0) / 2) * 2;
    let seen = 0;
    text = text.replace(quote, mark => (seen++ < paired ? (seen % 2 ? open : close) : mark));
  }
  return text;
};

/** No body's name with its second name plate is longer. */
const longestRun = 60;
/** Nor is it broken into more pieces. */
const mostPieces = 12;
const isRun = (text: string): boolean => text.length <= longestRun && isBodyName(text.replace(/（[^（）]*）$/u, ''));

/** Do the words from here on begin with a complete body name, however it is broken? */
function beginsRun(words: readonly string[], from: number): boolean {
  let text = '';
  for (let i = from; i < Math.min(words.length, from + mostPieces) && text.length <= longestRun; i++) {
    text += words[i];
    if (isRun(text)) return true;
  }
  return false;
}

/** Joins the words between two separators; a space stays only between complete body names, Latin words or numbers. */
function joinWords(words: readonly string[]): string {
  let text = words[0] ?? '';
  let run = text;
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const [last, first] = [text.at(-1) ?? '', word[0] ?? ''];
    const latin = /[^\P{L}\p{Script=Han}]/u;
    if ((latin.test(last) && latin.test(first)) || (/\d/.test(last) && /\d/.test(first))) {
      text += ` ${word}`;
      run += word;
    } else if (isRun(run) && beginsRun(words, i)) {
      text += ` ${word}`;
      run = word;
    } else {
      text += word;
      run += word;
    }
  }
  return text;
}

const foldSpaces = (text: string): string => {
  if (!/\s/u.test(text)) return text;
  const stretches = text.split(/([、，；。,;/])/u);
  return stretches
    .map((stretch, i) => (i % 2 ? stretch : stretch.trim() && joinWords(stretch.trim().split(/\s+/u))))
    .join('')
    .trim();
};

/**
 * The one spelling that differently typed, printed and extracted texts share: width, dashes, radicals, quotes and
 * white space are evened out, words never are (①, 一, O/0 and 曰/日 stay). Idempotent.
 */
export function foldText(text: string): string {
  const plain = text
    .replace(invisible, '')
    .replace(compatible, character => character.normalize('NFKC'))
    .replace(/[\u2e80-\u2fdf]/gu, radical => radicals().get(radical) ?? radical);
  const punctuated = foldQuotes(foldPunctuation(plain)).replace(/>\s*=/g, '≥').replace(/<\s*=/g, '≤');
  return foldSpaces(foldDashes(punctuated));
}

/** `foldText` line by line, for cells whose line breaks separate; blank lines go. */
export const foldLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(foldText)
    .filter(line => line !== '')
    .join('\n');
