import type { FlatText } from './flat-text.ts';
import { type MarkStyle, markStyles } from './mark-styles.ts';

/** A place where a mark stands that may begin an item. Positions are of the flat text. */
export interface Mark {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly style: MarkStyle;
  /** Null for a bullet. */
  readonly number: number | null;
  /** At the start, after ； or 。, or at a line break: an item may begin here whatever its number. */
  readonly strong: boolean;
  /** It reads as well as text: 2.5吨, 一、二级. */
  readonly doubtful: boolean;
}

/** What stands before 2、 where it goes on with an enumeration: 表1、表2、 */
const enumerated = /[第表图号类级型件批期组栋幢A-Za-z]$/u;
/** 第三条（二） refers, it does not begin. */
const cited = /第[\d一二三四五六七八九十百]{1,5}[条款项章]$|[第（]$/u;
const year = /^(?:19|20)\d\d年/;

function markAt(flat: FlatText, style: MarkStyle, match: RegExpExecArray): Mark | null {
  const start = match.index;
  const end = start + match[0].length;
  const number = style.number(match[1]!);
  if (number === null ? !style.bullet : number === 0) return null;
  // Its own brackets apart, a mark stands outside brackets; the ） of 1） has no （.
  const own = match[0].startsWith('（') ? 1 : 0;
  if (flat.depth[start] !== own || flat.depth[end - 1] !== own) return null;
  const before = flat.text.slice(Math.max(0, start - 8), start);
  const after = flat.text.slice(end, end + 8);
  const parted = start === 0 || flat.breaks.has(start) || /[^\p{L}\p{N}%\s]$/u.test(before);
  const strong = start === 0 || flat.breaks.has(start) || /[；。]$/.test(before);
  const allowed = style.place === 'anywhere' || (style.place === 'parted' ? parted : strong);
  if (!allowed || cited.test(before) || (after === '' && !strong)) return null;
  if (match[0].endsWith('、') && !parted && enumerated.test(before)) return null;
  const doubtful = own === 0 && !!style.goesOn?.test(after) && !year.test(after);
  return { text: match[0], start, end, style, number, strong, doubtful };
}

/** Every mark-like place of a cell, in order. */
export function findMarks(flat: FlatText): Mark[] {
  const marks: Mark[] = [];
  for (const style of markStyles)
    for (const match of flat.text.matchAll(style.pattern)) {
      const mark = markAt(flat, style, match);
      if (mark) marks.push(mark);
    }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}
