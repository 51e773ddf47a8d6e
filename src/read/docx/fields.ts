import { numeral } from '../numerals.ts';
import type { Element } from '../xml.ts';
import { child, elements, flag, val } from '../xml.ts';

/** Page numbers belong to the page, not to the text. */
export const isPageNumber = (code: string): boolean => /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i.test(code);

// A character in a ring, as Word's 带圈字符 writes it: EQ \o\ac(○,12). Other list separators than the comma exist.
const ringed = /^\s*EQ\s+\\o\s*(?:\\a[clr])?\s*\(\s*([○◯□△◇])\s*[,;，；]\s*([^()]{1,8}?)\s*\)\s*$/i;
const needsResult = /^\s*(?:EQ|AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/i;

/**
 * What a field without a stored result shows: null where Word works it out and we cannot, `''` where there
 * is nothing to show.
 */
export function renderCode(code: string): string | null {
  const ring = ringed.exec(code);
  if (!ring) return needsResult.test(code) ? null : '';
  const [, shape, inside] = ring as unknown as [string, string, string];
  const round =
    /^\d{1,2}$/.test(inside) && '○◯'.includes(shape) ? numeral('decimalEnclosedCircle', Number(inside)) : null;
  return round ?? `(${inside})`;
}

/** What an old form field shows: a ticked or empty box, or the chosen entry of a list. */
export function renderForm(start: Element): string {
  const form = child(start, 'w:ffData');
  const box = child(form, 'w:checkBox');
  if (box) return (flag(box, 'w:checked') ?? flag(box, 'w:default')) ? '☑' : '☐';
  const list = child(form, 'w:ddList');
  if (!list) return '';
  const entries = elements(list).filter(each => each.name === 'w:listEntry');
  return entries[Number(val(list, 'w:result') ?? val(list, 'w:default') ?? 0)]?.attributes['w:val'] ?? '';
}
