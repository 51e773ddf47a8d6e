import type { Change, Detail, Side } from '../diff/schema.ts';
import { sidesOf } from '../diff/sentences.ts';
import { marksOf } from '../diff/text-marks.ts';
import { formatDetail } from '../diff/value-text.ts';
import type { Bilingual } from '../model/diagnostic.ts';
import { escapeHtml } from './page.ts';

type Language = keyof Bilingual;

const tagOf = { base: 'del', head: 'ins' } as const;
const whole = (side: Side, text: string): string => `<${tagOf[side]}>${escapeHtml(text)}</${tagOf[side]}>`;

/** A text of one side of a change, with what the other side has not marked character by character. */
export const markedText = (side: Side, from: string, to: string): string =>
  marksOf(from, to)
    .filter(mark => mark.in === 'both' || mark.in === side)
    .map(mark => (mark.in === 'both' ? escapeHtml(mark.text) : whole(side, mark.text)))
    .join('');

const texts: ReadonlySet<string> = new Set(['name', 'targets', 'creditRule']);
const values: ReadonlySet<string> = new Set(['ratio', 'frequency', 'period', 'population', 'sample']);

/** The value of one side of a change as markup: old in the left cell, new in the right one. */
export function changeCell(change: Change, side: Side, language: Language): string {
  const { field, details } = change;
  const own = change[side === 'base' ? 'from' : 'to'];
  const sides = sidesOf(change);
  const text = sides[side === 'base' ? 'from' : 'to'];
  const unread = change.unread?.[side];
  if (unread !== undefined)
    return `<span class="unread">${escapeHtml(unread)}</span> <span class="hint">${{ zh: '（未能识读）', en: '(not read)' }[language]}</span>`;
  if (text === null) return `<span class="hint">${{ zh: '（未写明）', en: '(not stated)' }[language]}</span>`;
  if ((field === 'items' || field === 'notes') && Array.isArray(own) && own.every(item => typeof item === 'string'))
    return `<ol>${(own as string[]).map(item => `<li>${listed(item, side, details ?? [])}</li>`).join('')}</ol>`;
  if (['lead', 'partners', 'executors'].includes(field) && Array.isArray(own) && details?.every(({ of }) => of))
    return `<ul class="bodies">${own.map(body => `<li>${bodyCell(body, side, details)}</li>`).join('')}</ul>`;
  if (values.has(field)) return change.kind === 'cannot-tell' ? escapeHtml(text) : whole(side, text);
  if (sides.from !== null && sides.to !== null && (texts.has(field) || typeof own === 'string'))
    return markedText(side, sides.from, sides.to);
  return whole(side, text);
}

/** An item: marked where it was reworded, wholly where it came or went, plain where it stayed. */
function listed(item: string, side: Side, details: readonly Detail[]): string {
  const detail = details.find(({ from, to }) => (side === 'base' ? from : to) === item);
  if (!detail) return escapeHtml(item);
  return detail.kind === 'changed' && typeof detail.from === 'string' && typeof detail.to === 'string'
    ? markedText(side, detail.from, detail.to)
    : whole(side, item);
}

function bodyCell(body: unknown, side: Side, details: readonly Detail[]): string {
  const text = formatDetail('lead', undefined, body, 'zh') ?? '';
  const key = JSON.stringify(body);
  const isMarked = details.some(({ from, to }) => JSON.stringify(side === 'base' ? from : to) === key);
  return isMarked ? whole(side, text) : escapeHtml(text);
}
