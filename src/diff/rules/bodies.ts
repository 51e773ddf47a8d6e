import type { Body } from '../../fields/bodies.ts';
import { compareBodies, unitKey } from '../values/bodies.ts';
import { cannotDecide, fail, type Judged, onField, pass, type Rule } from './rule.ts';

const has = (bodies: readonly Body[], body: Body, { comparing }: Judged): boolean =>
  bodies.some(other => unitKey(other, comparing.head) === unitKey(body, comparing.base));

/** Every partner of the base still takes part, as partner or as lead. */
export const partnerDropped: Rule = {
  id: 'partner-dropped',
  levels: { adjustment: 'warning', successor: 'info' },
  title: { zh: '配合部门减少', en: 'a partner is gone' },
  field: 'partners',
  on: 'pair',
  whole: true,
  judge: onField<readonly Body[]>('partners', (base, head, judged) => {
    if (base.length === 0) return null;
    const gone = base.filter(body => !has(head, body, judged) && !has(judged.head.lead, body, judged));
    if (gone.length === 0) return pass;
    return judged.head.unread?.lead === undefined ? fail : cannotDecide('unread-head');
  }),
};

export const leadChanged: Rule = {
  id: 'lead-changed',
  levels: { adjustment: 'warning', successor: 'warning' },
  title: { zh: '发起部门改变', en: 'the lead body is another' },
  field: 'lead',
  on: 'pair',
  whole: true,
  judge: onField<readonly Body[]>('lead', (base, head, { comparing }) => {
    if (base.length === 0) return null;
    if (head.length === 0) return cannotDecide('not-stated');
    const verdict = compareBodies(base, head, comparing);
    // A condition that changed (检查电影院时宣传部门发起) is told as a change; the body is the same.
    return verdict.same || verdict.details?.every(({ kind }) => kind === 'changed') ? pass : fail;
  }),
};
