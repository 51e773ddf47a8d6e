import type { Task } from '../plan/schema.ts';
import type { Change, Folded } from './schema.ts';
import { fieldValue, type Row, rowsOf, shownValue } from './task-values.ts';
import { compareValues } from './values/index.ts';
import { type Comparing, cannotTell, same, together, type Verdict } from './values/verdict.ts';
import { nameKey, sameText, textKey } from './wording.ts';

/** A change before it is known where it stands. */
export type Found = Omit<Change, 'places'>;

export interface Compared {
  readonly changes: readonly Found[];
  readonly folded: readonly Folded[];
  readonly renamed: boolean;
}

/** Compares two tasks that are one: their names, and every given field. */
export function compareTasks(base: Task, head: Task, fields: readonly string[], comparing: Comparing): Compared {
  const changes: Found[] = [];
  const folded: Folded[] = [];
  const enter = (field: string, verdict: Verdict) => {
    if (verdict.same) folded.push(...verdict.folded.map(kind => ({ field, kind })));
    else changes.push(changeOf(field, verdict, base, head));
  };
  if (base.number !== head.number) enter('number', same(['cosmetic']));
  if (base.code !== head.code && base.code != null && head.code != null) enter('code', same(['cosmetic']));
  const name = compareNames(base, head, comparing);
  enter('name', name);
  for (const field of fields) enter(field, compareField(field, base, head, comparing));
  return { changes, folded, renamed: !name.same && name.kind !== 'cannot-tell' };
}

export function changeOf(field: string, verdict: Exclude<Verdict, { same: true }>, base: Task, head: Task): Found {
  const unread = { base: base.unread?.[field], head: head.unread?.[field] };
  return {
    field,
    kind: verdict.kind,
    ...(verdict.reason && { reason: verdict.reason }),
    from: shownValue(base, field),
    to: shownValue(head, field),
    ...((unread.base !== undefined || unread.head !== undefined) && {
      unread: {
        ...(unread.base !== undefined && { base: unread.base }),
        ...(unread.head !== undefined && { head: unread.head }),
      },
    }),
    ...(verdict.details && { details: [...verdict.details] }),
  };
}

/** A text that gave no value says something that nobody knows; only the same text says the same. */
export function compareUnread(field: string, base: Task, head: Task, comparing: Comparing): Verdict | null {
  const [from, to] = [base.unread?.[field], head.unread?.[field]];
  if (from === undefined && to === undefined) return null;
  if (
    from !== undefined &&
    to !== undefined &&
    JSON.stringify(shownValue(base, field)) === JSON.stringify(shownValue(head, field))
  ) {
    const folded = sameText(from, to, comparing);
    if (folded) return same(folded);
  }
  return cannotTell(to === undefined ? 'unread-base' : 'unread-head');
}

/** Another template around the same words (对…的双随机抽查, …检查) is no other name. */
export function compareNames(base: Task, head: Task, comparing: Comparing): Verdict {
  const unread = compareUnread('name', base, head, comparing);
  if (unread) return unread;
  if (base.name === null || head.name === null)
    return base.name === head.name ? same() : { same: false, kind: base.name === null ? 'added' : 'removed' };
  const folded = sameText(base.name, head.name, comparing);
  if (folded) return same(folded);
  return nameKey(base.name, comparing.base) === nameKey(head.name, comparing.head)
    ? same(['cosmetic'])
    : { same: false, kind: 'changed' };
}

/** The values of a field that belong together, row by row where a task has several; `of` says what a row is about. */
export interface Aligned {
  readonly of: string | null;
  readonly from: unknown;
  readonly to: unknown;
  /** A row that the other side lacks. */
  readonly lacks?: 'base' | 'head';
}

export function alignValues(field: string, base: Task, head: Task, comparing: Comparing): readonly Aligned[] {
  const [from, to] = [rowsOf(base, field), rowsOf(head, field)];
  if (!from && !to) return [{ of: null, from: fieldValue(base, field), to: fieldValue(head, field) }];
  const pairs =
    from && to
      ? alignRows(from, to, comparing)
      : (from ?? to)!.map(({ items, value }) => {
          const [here, there] = from ? [value, fieldValue(head, field)] : [fieldValue(base, field), value];
          return [
            { items, value: here },
            { items, value: there },
          ] as const;
        });
  return pairs.map(([one, other]) => ({
    of: (one ?? other)!.items.join('；') || '—',
    from: one?.value ?? null,
    to: other?.value ?? null,
    ...(one === null && { lacks: 'base' as const }),
    ...(other === null && { lacks: 'head' as const }),
  }));
}

/** Rows that are about the same, then what is left in order. */
function alignRows(
  base: readonly Row[],
  head: readonly Row[],
  comparing: Comparing,
): (readonly [Row | null, Row | null])[] {
  const rest = [...head];
  const take = (row: Row): Row | null => {
    const key = textKey(row.items.join(''), comparing.base);
    const at = rest.findIndex(other => textKey(other.items.join(''), comparing.head) === key);
    return at < 0 ? null : rest.splice(at, 1)[0]!;
  };
  const taken = base.map(row => [row, take(row)] as const);
  const pairs = taken.map(([row, other]) => [row, other ?? rest.shift() ?? null] as const);
  return [...pairs, ...rest.map(row => [null, row] as const)];
}

/** Compares one field of two tasks. */
export function compareField(field: string, base: Task, head: Task, comparing: Comparing): Verdict {
  const unread = compareUnread(field, base, head, comparing);
  if (unread) return unread;
  const compare = (from: unknown, to: unknown) => compareValues(field, from, to, comparing, { base, head });
  const aligned = alignValues(field, base, head, comparing);
  if (aligned[0]?.of === null) return compare(aligned[0].from, aligned[0].to);
  return together(
    aligned.map(({ of, from, to, lacks }) => ({
      of: of!,
      from,
      to,
      verdict: lacks ? { same: false, kind: lacks === 'base' ? 'added' : 'removed' } : compare(from, to),
    })),
  );
}
