import type { Task } from '../plan/schema.ts';
import { changeOf, compareField, type Found } from './compare-task.ts';
import { bigramsOf } from './match/dice.ts';
import type { Folded, Side } from './schema.ts';
import { compareItems } from './values/items.ts';
import type { Comparing } from './values/verdict.ts';
import { textKey } from './wording.ts';

/** A task that is several on the other side. `side`: where the whole stands. */
export interface Divided {
  readonly whole: Task;
  readonly parts: readonly Task[];
  readonly side: Side;
}

/** The parts as one task: what they list together. Of what they state singly it says nothing. */
export function union(parts: readonly Task[]): Task {
  const targets = [...new Set(parts.flatMap(({ targets }) => targets ?? []))];
  const unread = Object.fromEntries(parts.flatMap(part => Object.entries(part.unread ?? {})));
  return {
    ...parts[0]!,
    items: parts.flatMap(({ items }) => items),
    targets: targets.length > 0 ? targets.join('、') : null,
    lead: parts.flatMap(({ lead }) => lead),
    partners: parts.flatMap(({ partners }) => partners),
    ...(parts.some(({ executors }) => executors) && { executors: parts.flatMap(({ executors }) => executors ?? []) }),
    ...(Object.keys(unread).length > 0 && { unread }),
  };
}

const asSides = ({ side }: Divided, whole: Task, part: Task): readonly [base: Task, head: Task] =>
  side === 'base' ? [whole, part] : [part, whole];

/** Share of a wording that makes it the same wording, divided. */
const mostly = 0.75;

/** What parts have together: that one has less of it than the whole is what dividing means. */
const together: ReadonlySet<string> = new Set(['items', 'lead', 'partners', 'executors']);

/**
 * Compares a task with its parts. What is divided among them (items, objects, bodies) is compared with all of them together, everything
 * else with each. A change that holds for every part alike stands once, any other names its part.
 */
export function compareDivided(divided: Divided, fields: readonly string[], comparing: Comparing) {
  const changes: Found[] = [];
  const folded: Folded[] = [];
  for (const field of fields) {
    if (isDividedBy(field, divided, comparing)) continue;
    const all = together.has(field) ? [withoutRepeats(divided, comparing)] : divided.parts;
    const found = all.flatMap(part => {
      const [base, head] = asSides(divided, divided.whole, part);
      const verdict = compareField(field, base, head, comparing);
      if (!verdict.same) return [{ part, change: changeOf(field, verdict, base, head) }];
      folded.push(...verdict.folded.map(kind => ({ field, kind })));
      return [];
    });
    const alike = new Set(found.map(({ change }) => JSON.stringify(change))).size === 1 && found.length === all.length;
    if (alike) changes.push(found[0]!.change);
    else changes.push(...found.map(({ part, change }) => ({ ...change, task: part.id })));
  }
  const distinct = new Map(folded.map(one => [`${one.field} ${one.kind}`, one]));
  return { changes, folded: [...distinct.values()] };
}

/** An item that several parts have (法律、法规规定的其他职责) is one. */
function withoutRepeats({ whole, parts, side }: Divided, comparing: Comparing): Task {
  const setting = comparing[side === 'base' ? 'head' : 'base'];
  const all = union(parts);
  const items = [...new Map(all.items.map(item => [textKey(item, setting), item])).values()];
  // Compared as it is; the order of the parts is none of the items'.
  const [from, to] = side === 'base' ? [whole.items, items] : [items, whole.items];
  return compareItems(from, to, comparing).same ? { ...all, items: whole.items } : { ...all, items };
}

/**
 * What is one text in the whole (objects, or a single item) is divided where its wording is found again in the parts, and
 * each part's in the whole. Items of a list are told one by one.
 */
function isDividedBy(field: string, { whole, parts, side }: Divided, comparing: Comparing): boolean {
  const textOf = ({ targets, items }: Task): string =>
    field === 'targets' ? (targets ?? '') : field === 'items' ? items.join('') : '';
  if (textOf(whole) === '' || (field === 'items' && whole.items.length > 1)) return false;
  const [own, other] = side === 'base' ? [comparing.base, comparing.head] : [comparing.head, comparing.base];
  const its = new Set(bigramsOf(textKey(textOf(whole), own)).keys());
  const theirs = parts.map(part => new Set(bigramsOf(textKey(textOf(part), other)).keys()));
  const share = (of: ReadonlySet<string>, inside: ReadonlySet<string>): number =>
    of.size === 0 ? 0 : [...of].filter(bigram => inside.has(bigram)).length / of.size;
  const union = new Set(theirs.flatMap(set => [...set]));
  const found = theirs.every(set => share(set, its) >= mostly) && share(its, union) >= mostly;
  return found && !theirs.every(set => share(its, set) === 1);
}
