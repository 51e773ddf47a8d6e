import type { Finding } from '../model/diagnostic.ts';
import type { Mark } from './list-marks.ts';

/** The marks that divide a cell, and what is doubtful about them. */
export interface Sequence {
  readonly marks: readonly Mark[];
  readonly findings: readonly Finding[];
}

const key = (style: string, number: number) => `${style}#${number}`;

/**
 * Follows a list from its first mark: a mark is in sequence when it is of the same style and one above the last; one
 * that repeats or skips divides too where a sentence may begin, with a warning. Marks of other styles are sub-lists.
 */
export function followMarks(all: readonly Mark[]): (from: number) => Sequence {
  const lastClear = new Map<string, number>();
  const lastStrong = new Map<string, number>();
  for (const { style, number, start, strong, doubtful } of all) {
    if (number === null || doubtful) continue;
    lastClear.set(key(style.name, number), start);
    if (strong) lastStrong.set(key(style.name, number), start);
  }
  const comesLater = (mark: Mark, number: number, style = mark.style) =>
    (lastClear.get(key(style.name, number)) ?? -1) > mark.start;

  /** What reads as a decimal or an enumeration is a mark where the next number follows and this one does not come again. */
  const confirmed = (mark: Mark) =>
    !mark.doubtful || (!comesLater(mark, mark.number!) && comesLater(mark, mark.number! + 1));
  /** 表1、表2、…；2、: the enumeration stands inside an item, the list goes on behind it. */
  const overtaken = (mark: Mark) =>
    mark.text.endsWith('、') && !mark.strong && (lastStrong.get(key(mark.style.name, mark.number!)) ?? -1) > mark.start;

  return from => {
    const first = all[from]!;
    if (!confirmed(first)) return { marks: [], findings: [] };
    const marks = [first];
    const findings: Finding[] = [];
    const report = (code: 'mark-out-of-sequence' | 'mixed-marks' | 'doubtful-mark', mark: Mark) =>
      findings.push({ code, params: { mark: mark.text, last: marks.at(-1)!.text } });
    let inside = new Set<string>();
    const divide = (mark: Mark) => {
      marks.push(mark);
      inside = new Set();
    };
    for (const mark of all.slice(from + 1)) {
      const last = marks.at(-1)!;
      const own = mark.style === first.style;
      if (mark.start < last.end) continue;
      if (first.number === null || mark.number === null) {
        if (own) divide(mark);
        continue;
      }
      const next = last.number! + 1;
      if (own && mark.number === next) {
        if (!confirmed(mark) || overtaken(mark)) {
          if (mark.strong || !mark.doubtful) report('doubtful-mark', mark);
        } else divide(mark);
      } else if (own && mark.strong && !mark.doubtful) {
        report('mark-out-of-sequence', mark);
        divide(mark);
      } else if (own && !mark.doubtful && !mark.text.endsWith('、')) report('doubtful-mark', mark);
      else if (!own) {
        const mixed = mark.style.family === first.style.family && mark.number === next && mark.strong && !mark.doubtful;
        if (mixed && !inside.has(mark.style.name) && !comesLater(mark, next, first.style)) {
          report('mixed-marks', mark);
          divide(mark);
        } else inside.add(mark.style.name);
      }
    }
    return { marks, findings };
  };
}
