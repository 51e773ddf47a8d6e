import type { Bilingual, Finding } from '../../model/diagnostic.ts';
import type { Item } from '../flow.ts';
import type { Element } from '../xml.ts';
import type { Story } from './story.ts';

/** How a stretch of text came to be there, or not to be: `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`. */
export interface Change {
  readonly kind: 'insertions' | 'deletions';
  readonly verb: Bilingual;
  readonly author: string | Bilingual;
  readonly date: string | Bilingual;
}

const kinds: Readonly<Record<string, Pick<Change, 'kind' | 'verb'>>> = {
  'w:ins': { kind: 'insertions', verb: { zh: '插入', en: 'inserted' } },
  'w:moveTo': { kind: 'insertions', verb: { zh: '移入', en: 'moved here' } },
  'w:del': { kind: 'deletions', verb: { zh: '删除', en: 'deleted' } },
  'w:moveFrom': { kind: 'deletions', verb: { zh: '移走', en: 'moved away' } },
};

export const signature = (attributes: Element['attributes']): Pick<Change, 'author' | 'date'> => ({
  author: attributes['w:author'] || { zh: '未署名', en: 'unnamed' },
  date: attributes['w:date'] || { zh: '日期不详', en: 'undated' },
});

/** The change that an element stands for, if it is one. */
export function changeOf(element: Element | undefined): Change | undefined {
  const kind = element && kinds[element.name];
  return kind && { ...kind, ...signature(element.attributes) };
}

/** Reports a change, counts it, and keeps the text that it took away. */
export function report(change: Change, text: string, story: Story): Item[] {
  const { kind, verb, author, date } = change;
  story.changes[kind]++;
  const finding: Finding = { code: 'tracked-change', params: { change: verb, text, author, date } };
  return kind === 'insertions'
    ? [{ kind: 'finding', finding }]
    : [
        { kind: 'discarded', text, why: 'tracked deletion' },
        { kind: 'finding', finding },
      ];
}
