import { dice } from '../match/dice.ts';
import type { Detail, Folding } from '../schema.ts';
import { sameText, textKey } from '../wording.ts';
import { type Comparing, differs, same, type Verdict } from './verdict.ts';

/** Two items are one that was reworded from here on. */
const reworded = 0.5;

/**
 * What became of a list of items. Their order is no change, nor is where the list is divided: ； that became ， makes one item of
 * two. What is left is aligned by wording: items that came, went, or were reworded.
 */
export function compareItems(base: readonly string[], head: readonly string[], comparing: Comparing): Verdict {
  const left = [...base];
  const right: string[] = [];
  const folded: Folding[] = [];
  const keys = left.map(item => textKey(item, comparing.base));
  const order: number[] = [];
  const taken = new Set<number>();
  for (const item of head) {
    const key = textKey(item, comparing.head);
    const at = keys.findIndex((other, i) => other === key && !taken.has(i));
    if (at < 0) right.push(item);
    else {
      taken.add(at);
      order.push(at);
      folded.push(...(sameText(left[at]!, item, comparing) ?? []));
    }
  }
  const rest = left.filter((_, i) => !taken.has(i));
  if (order.some((at, i) => i > 0 && at < order[i - 1]!)) folded.push('cosmetic');
  if (rest.length === 0 && right.length === 0) return same(folded);
  if (sameText(rest.join(''), right.join(''), comparing)) return same([...folded, 'cosmetic']);
  const details = align(rest, right, comparing);
  const kinds = new Set(details.map(({ kind }) => kind));
  return differs(kinds.size === 1 ? details[0]!.kind : 'changed', details);
}

function align(base: readonly string[], head: readonly string[], comparing: Comparing): Detail[] {
  const pairs = base
    .flatMap((from, i) =>
      head.map((to, j) => ({ i, j, score: dice(textKey(from, comparing.base), textKey(to, comparing.head)) })),
    )
    .filter(({ score }) => score >= reworded)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const partner = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of pairs)
    if (!partner.has(i) && !used.has(j)) {
      partner.set(i, j);
      used.add(j);
    }
  return [
    ...base.map((from, i): Detail => {
      const j = partner.get(i);
      return j === undefined ? { kind: 'removed', from, to: null } : { kind: 'changed', from, to: head[j]! };
    }),
    ...head.flatMap((to, j): Detail[] => (used.has(j) ? [] : [{ kind: 'added', from: null, to }])),
  ];
}
