import type { Finding } from '../model/diagnostic.ts';
import { fittingShare, type LooksLike } from './content.ts';
import { type Draft, decide, same, title } from './draft.ts';
import { tableRules } from './wordings.ts';

/** A period is both of its ends. */
const claims = (fields: readonly string[] | null): string[] =>
  (fields ?? []).flatMap(field => (field === 'period' ? ['period.start', 'period.end'] : [field]));

const among = (draft: Draft, fields: readonly string[]): Finding => ({
  code: 'ambiguous-header',
  params: { header: draft.header, fields: title(fields), witness: { zh: '其他列', en: 'the other columns' } },
});

/** Whether no other column than this one has any of these fields. */
type IsFree = (fields: readonly string[], draft: Draft) => boolean;

/** Another meaning of a column's header that no column has yet and its cells do not speak against. */
const otherMeaning = (draft: Draft, isFree: IsFree, looksLike: LooksLike): readonly string[] | undefined =>
  draft.readings.find(
    (fields, i) =>
      !same(fields, draft.fields ?? []) &&
      isFree(fields, draft) &&
      // What the header says first holds against its cells, unless they hold more.
      ((i === 0 && draft.fields?.length === 1) || (fittingShare(fields, draft.texts, looksLike) ?? 1) >= 0.5),
  );

/** Shares that differ by less do not decide between two columns. */
const margin = 0.2;

/** What becomes of the one of two columns of one meaning that gives way. A column that has moved once moves no more. */
function giveWay(
  pair: readonly [left: Draft, right: Draft],
  isFree: IsFree,
  moved: ReadonlySet<number>,
  looksLike: LooksLike,
): Draft {
  const [left, right] = pair;
  const share = (draft: Draft) => fittingShare(draft.fields!, draft.texts, looksLike) ?? 1;
  const ways = pair.flatMap(draft => {
    const fields = moved.has(draft.column) ? undefined : otherMeaning(draft, isFree, looksLike);
    return fields ? [decide({ ...draft, findings: [] }, fields, among(draft, fields))] : [];
  });
  // Of two that can both move, the one whose cells fit worse; else the left one, which is the wider: 抽查项目 before 抽查事项.
  if (ways.length > 0) return ways.length === 2 && share(right) < share(left) - margin ? ways[1]! : ways[0]!;
  const [stays, goes] = share(left) < share(right) - margin ? [right, left] : [left, right];
  const params = { header: goes.header, other: stays.header, fields: title(goes.fields!) };
  return decide({ ...goes, findings: [] }, null, { code: 'duplicate-column', params });
}

/** Lets no two columns mean the same: one that may mean something else does, or goes to `extra`. */
export function settle(drafts: readonly Draft[], looksLike: LooksLike): Draft[] {
  const all = [...drafts];
  const counts = new Map<string, number>();
  const enter = (draft: Draft, by: 1 | -1) => {
    for (const field of claims(draft.fields)) counts.set(field, (counts.get(field) ?? 0) + by);
  };
  for (const draft of all) enter(draft, 1);
  const isFree: IsFree = (fields, draft) =>
    claims(fields).every(field => (counts.get(field) ?? 0) === (claims(draft.fields).includes(field) ? 1 : 0));

  const holders = new Map<string, number>();
  const moved = new Set<number>();
  for (let i = 0; i < all.length; i++) {
    for (;;) {
      const rival = claims(all[i]!.fields).flatMap(field => holders.get(field) ?? [])[0];
      if (rival === undefined) break;
      const after = giveWay([all[rival]!, all[i]!], isFree, moved, looksLike);
      const at = after.column === all[i]!.column ? i : rival;
      enter(all[at]!, -1);
      if (at === rival) for (const field of claims(all[at]!.fields)) holders.delete(field);
      all[at] = after;
      enter(after, 1);
      if (at === rival) for (const field of claims(after.fields)) holders.set(field, at);
      moved.add(after.column);
    }
    for (const field of claims(all[i]!.fields)) holders.set(field, i);
  }
  return all;
}

/** Meanings that follow from which other columns there are. */
export function readByTable(drafts: readonly Draft[]): Draft[] {
  let all = [...drafts];
  for (const { from, to, lacks, has } of tableRules) {
    const fields = new Set(all.flatMap(draft => draft.fields ?? []));
    if (fields.has(lacks) || (has && !fields.has(has))) continue;
    const found = all.find(
      draft => same(draft.fields ?? [], [from]) && draft.readings.some(reading => same(reading, [to])),
    );
    if (found) all = all.map(draft => (draft === found ? decide(draft, [to], among(draft, [to])) : draft));
  }
  return all;
}
