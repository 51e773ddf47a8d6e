import type { Body } from '../../fields/bodies.ts';
import type { Detail, Folding } from '../schema.ts';
import { plainKey, type Setting } from '../wording.ts';
import { compareNotes } from './amount.ts';
import { type Comparing, differs, same, type Verdict } from './verdict.ts';

/** What one body is at every level and under every name; of one that is not registered 厅 and 局 are the level's word. */
export const unitKey = ({ unit }: Body, setting: Setting): string =>
  plainKey(unit, setting)
    .replace(/厅$/u, '局')
    .replace(/[总支大]队$/u, '队');

const byUnit = (bodies: readonly Body[], setting: Setting): Map<string, Body> => {
  const first = new Map<string, Body>();
  for (const body of bodies) {
    const key = unitKey(body, setting);
    if (!first.has(key)) first.set(key, body);
  }
  return first;
};

const levelsOf = (bodies: readonly Body[], key: string, setting: Setting): string =>
  bodies
    .filter(body => unitKey(body, setting) === key)
    .map(({ level }) => level)
    .sort()
    .join();

/** A name as 省商务厅 and 市商务局 share it. */
const bare = (name: string): string => name.replace(/^[省市县区州盟旗]/u, '').replace(/厅$/u, '局');

/** How one body is named differently on the two sides. */
function foldedOf(base: Body, head: Body, levels: boolean): Folding[] {
  const folded: Folding[] = levels ? ['level'] : [];
  if (base.name !== head.name && (levels ? bare(base.name) !== bare(head.name) : true)) folded.push('alias');
  else if ((base.alias ?? '') !== (head.alias ?? '')) folded.push('alias');
  return folded;
}

/** The bodies of the other role: where a body that is gone from one went, or where one that came was. */
export interface OtherRole {
  readonly base: readonly Body[];
  readonly head: readonly Body[];
}

/**
 * What became of a list of bodies, by unit: order, level and name are no change. A body that moved between lead and partners
 * swapped its role; `other` is the other role's bodies.
 */
export function compareBodies(
  base: readonly Body[],
  head: readonly Body[],
  comparing: Comparing,
  other: OtherRole = { base: [], head: [] },
): Verdict {
  const [from, to] = [byUnit(base, comparing.base), byUnit(head, comparing.head)];
  const [otherBase, otherHead] = [byUnit(other.base, comparing.base), byUnit(other.head, comparing.head)];
  const details: Detail[] = [];
  const folded: Folding[] = [];
  for (const [key, body] of from) {
    const now = to.get(key);
    const swapped = otherHead.has(key) && !otherBase.has(key);
    if (!now) details.push({ kind: swapped ? 'role-swapped' : 'removed', of: body.unit, from: body, to: null });
    else {
      const levels = levelsOf(base, key, comparing.base) !== levelsOf(head, key, comparing.head);
      folded.push(...foldedOf(body, now, levels));
      const notes = compareNotes(body.note, now.note, comparing);
      if (!notes.same) details.push({ kind: 'changed', of: body.unit, from: body, to: now });
      else folded.push(...notes.folded);
    }
  }
  for (const [key, body] of to)
    if (!from.has(key)) {
      const swapped = otherBase.has(key) && !otherHead.has(key);
      details.push({ kind: swapped ? 'role-swapped' : 'added', of: body.unit, from: null, to: body });
    }
  if (details.length > 0) {
    const kinds = new Set(details.map(({ kind }) => kind));
    return differs(kinds.size === 1 ? details[0]!.kind : 'changed', details);
  }
  const order = [...from.keys()].join() === [...to.keys()].join();
  return same(order || folded.length > 0 ? folded : ['cosmetic']);
}
