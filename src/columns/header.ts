import { lazy } from '../fields/data.ts';
import { headerText } from './header-text.ts';
import { templatePattern, templateWordings } from './template.ts';
import { joined, roles, type Wording, wordings } from './wordings.ts';

/** A header of one row, or of two: the upper one first. */
export type Header = string | readonly [upper: string, lower: string];

const whole = (templates: readonly string[]) => new RegExp(`^(?:${templates.map(templatePattern).join('|')})$`, 'u');
const patterns = wordings.map(wording => ({ wording, pattern: whole(wording.words) }));
const rolePatterns = roles.map(([fields, under, words]) => ({ fields, under, pattern: whole([words]) }));

/** Longer texts are legends or data; a header's words are few. */
const longest = { header: 160, words: 30 };

const wordingOf = (words: string): Wording | null =>
  words.length > longest.words ? null : (patterns.find(({ pattern }) => pattern.test(words))?.wording ?? null);

const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** 比例及频次: two wordings joined by 及, 和, 或 or a stroke. */
function joinedWording(words: string): Wording | null {
  if (words.length > longest.words) return null;
  for (const { 0: link, index } of words.matchAll(/以及|[及和与或、，/]/gu)) {
    const first = wordingOf(words.slice(0, index));
    const second = first && wordingOf(words.slice(index + link.length));
    if (!second) continue;
    if (same(first.fields, second.fields)) return first;
    const pair = [first.fields.join(), second.fields.join()];
    const rule = joined.find(([a, b]) => pair.includes(a) && pair.includes(b));
    if (rule) return { fields: rule[2], words: [] };
  }
  return null;
}

const readWords = (words: string): Wording | null => wordingOf(words) ?? joinedWording(words);

/** What a word means under (or in brackets behind) a header that it makes more precise: 时间（起）. */
function roleUnder(upper: Wording | null, word: string): Wording | null {
  const role = upper && rolePatterns.find(({ under, pattern }) => upper.fields.join() === under && pattern.test(word));
  return role ? { fields: role.fields, words: [] } : null;
}

function readSingle(text: string): Wording | null {
  if (text.length > longest.header) return null;
  const { plain, flat, asides } = headerText(text);
  const bare = readWords(plain.replace(/\/?[%‰]$/, ''));
  const full = asides.length > 0 ? readWords(flat) : null;
  const role = asides.length === 1 ? roleUnder(bare, asides[0]!) : null;
  // Words in brackets explain, unless without them there is no header, or with them there are two.
  if (role) return role;
  return full && (!bare || full.fields.length > bare.fields.length) ? full : bare;
}

/** Nothing but a unit or a number under a header: the header means what it says. */
const unit = /^(?:[（(]?(?:%|‰|户|家|个|次|件|批次|人|万户|单位|单位：%)[）)]?|[（(][^（）()]*[）)])$/u;

/** What a header's words may mean, best first; null where it is no header that is known. */
export function readHeader(header: Header): Wording | null {
  if (typeof header === 'string') return readSingle(header);
  const [upper, lower] = header.map(text => text.trim()) as [string, string];
  if (lower === '' || upper === lower) return readSingle(upper);
  if (upper === '') return readSingle(lower);
  const above = readSingle(upper);
  if (unit.test(headerText(lower).plain) || headerText(lower).plain === '') return above;
  return (
    roleUnder(above, headerText(lower).plain) ??
    readSingle(upper + lower) ??
    readSingle(lower + upper) ??
    readSingle(lower)
  );
}

/**
 * The plan fields that a header announces, `period.start` and `period.end` among them; null for anything that is not
 * a header as a whole: a cell, a title, a note.
 */
export function mapHeader(header: Header): string[] | null {
  const wording = readHeader(header);
  return wording ? [...wording.fields] : null;
}

/** Usual wordings without white space, for readers that must tell a header from text. Computed once. */
export const headerWordings: () => string[] = lazy(() => [
  ...new Set(wordings.flatMap(({ words }) => words.flatMap(templateWordings))),
]);
