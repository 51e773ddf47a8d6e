import { diffArrays } from 'diff';

/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Mark {
  readonly in: 'both' | 'base' | 'head';
  readonly text: string;
}

/** Texts that differ in more characters than this are shown as one replaced by the other. */
const mostEdits = 400;

const merged = (marks: readonly Mark[]): Mark[] => {
  const out: Mark[] = [];
  for (const side of ['base', 'head'] as const) {
    const text = marks.map(mark => (mark.in === side || mark.in === 'both' ? mark.text : '')).join('');
    if (text !== '') out.push({ in: side, text });
  }
  return out;
};

/** Characters of two texts, aligned. A character that only happens to be alike between two changes is no anchor. */
export function marksOf(base: string, head: string): readonly Mark[] {
  const found = diffArrays([...base], [...head], { maxEditLength: mostEdits });
  if (!found) return merged([{ in: 'base', text: base } as const, { in: 'head', text: head } as const]);
  const marks = found.map(
    ({ value, added, removed }): Mark => ({ in: added ? 'head' : removed ? 'base' : 'both', text: value.join('') }),
  );
  const out: Mark[] = [];
  let run: Mark[] = [];
  const flush = () => {
    out.push(...merged(run));
    run = [];
  };
  for (const [i, mark] of marks.entries()) {
    const isAnchor = mark.in === 'both' && !(run.length > 0 && mark.text.length === 1 && marks[i + 1] !== undefined);
    if (isAnchor) {
      flush();
      out.push(mark);
    } else run.push(mark);
  }
  flush();
  return out;
}
