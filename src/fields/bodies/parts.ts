import type { CellContext } from '../field.ts';
import { type KnownName, longestName, type Name, readName, readStem, readUnknown, type StemName } from './name.ts';
import { isShared } from './registry.ts';

/** A name as it was read: in the registry, in the registry but for its suffix, or only of a body's form. */
export type Reading =
  | (KnownName & { readonly kind: 'known' })
  | (StemName & { readonly kind: 'stem' })
  | (Name & { readonly kind: 'unknown' });

/** One name within a stretch that no separator divides. Positions are in that stretch. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** End of the name proper, before a suffix that is printed twice. */
  readonly nameEnd: number;
  readonly reading: Reading;
  /** 和 and its kin, or null where nothing parts it from the name before; '' for the first. */
  readonly separator: string | null;
}

const conjunction = /[和及与]|会同|联合/gu;
const doubled = /(部门|局|委员会|厅|支队|大队|中心)\1$/u;
const nameEnding = /[局委厅部办院队会所站心关门行处室构府]/u;
const subordinate = /(?:支队|大队|总队|中队|队|分局|所|站|中心|处|室|科|股)$/u;

function readKnown(text: string, context: CellContext): Reading | null {
  const name = readName(text, context);
  return name && { ...name, kind: 'known' };
}

function readWords(text: string, context: CellContext): Reading | null {
  const name = readStem(text, context);
  return name && { ...name, kind: 'stem' };
}

/** 市公安局和市应急管理局. Only where 和 is no part of a name, as it is in 文化和旅游局. */
function readJoined(text: string, context: CellContext): Part[] | null {
  for (const { index, 0: word } of text.matchAll(conjunction)) {
    const left = text.slice(0, index);
    const reading = readKnown(left, context) ?? readWords(left, context);
    const right = reading && readParts(text.slice(index + word.length), context);
    if (right && (reading.kind === 'known' || right.every(sharesSuffix))) return follow(index, reading, right, word);
  }
  return null;
}

const sharesSuffix = ({ reading }: Part): boolean =>
  reading.kind === 'stem' || (reading.kind === 'known' && isShared(reading.known.suffix));

/** 市市场监管局市税务局: both complete, and the second no branch of the first. */
function readRunTogether(text: string, context: CellContext): Part[] | null {
  for (let at = 2; at <= text.length - 2; at++) {
    const reading = nameEnding.test(text[at - 1]!) ? readKnown(text.slice(0, at), context) : null;
    const right = reading && readParts(text.slice(at), context);
    const next = right?.[0]?.reading;
    if (next?.kind !== 'known' || (next.prefix.end === 0 && subordinate.test(next.rest))) continue;
    return follow(at, reading!, right!, null);
  }
  return null;
}

/** A first name that ends at a position and those behind the word that parts them. */
function follow(end: number, reading: Reading, right: readonly Part[], separator: string | null): Part[] {
  const shift = end + (separator?.length ?? 0);
  const rest = right.map((part, i) => ({
    ...part,
    start: part.start + shift,
    end: part.end + shift,
    nameEnd: part.nameEnd + shift,
    separator: i === 0 ? separator : part.separator,
  }));
  return [{ start: 0, end, nameEnd: end, reading, separator: '' }, ...rest];
}

/** Reads a stretch without separators: one name, or several that a 和 or nothing at all parts. Null for anything else. */
export function readParts(text: string, context: CellContext): Part[] | null {
  if (text.length > 3 * longestName) return null;
  const one = (reading: Reading, nameEnd = text.length): Part[] => [
    { start: 0, end: text.length, nameEnd, reading, separator: '' },
  ];
  const whole = readKnown(text, context);
  if (whole) return one(whole);
  const twice = doubled.exec(text)?.[1]?.length ?? 0;
  const once = twice ? readKnown(text.slice(0, -twice), context) : null;
  if (once) return one(once, text.length - twice);
  const words = readWords(text, context);
  if (words) return one(words);
  const several = readJoined(text, context) ?? readRunTogether(text, context);
  if (several) return several;
  const unknown = readUnknown(text, context);
  return unknown && one({ ...unknown, kind: 'unknown' });
}
