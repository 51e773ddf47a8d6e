import { bodies } from '../fields/bodies.ts';
import { isBodyName } from '../fields/body-name.ts';
import { foldText } from '../fields/fold.ts';
import { sectionName } from '../locate/index.ts';
import type { ReadRow } from './read-rows.ts';

/**
 * Section rows fill `section` (a column of that name outranks them) and, where there is no column for a lead body
 * and the heading names one, `lead`.
 */
export function addSections(rows: readonly ReadRow[], fields: Set<string>): void {
  if (!rows.some(({ section }) => section !== null)) return;
  const fillsLead = !fields.has('lead');
  const fillsSection = !fields.has('section');
  if (fillsSection) fields.add('section');
  for (const { section, cells } of rows) {
    if (section === null) continue;
    const text = sectionName(foldText(section.text));
    const cell = { raw: section.text, text, from: null, places: section.places, findings: [], unread: false } as const;
    if (fillsSection) cells.set('section', { ...cell, value: text, by: 'section-row', origin: 'read' });
    if (!fillsLead || !isBodyName(text)) continue;
    const { value, by, findings } = bodies.parse(text);
    if (value === null) continue;
    fields.add('lead');
    cells.set('lead', {
      ...cell,
      value,
      by,
      origin: 'inferred',
      findings: [{ code: 'section-lead', params: { text } }, ...findings],
    });
  }
}
