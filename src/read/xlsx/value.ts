import type { Finding } from '../../model/diagnostic.ts';
import type { StyleFormat } from './styles.ts';

/** What a cell shows; `raw` is what it stores, in case it shows nothing. */
export interface Shown {
  readonly text: string;
  readonly raw: string;
  readonly finding?: Finding;
}

/** A stored number by its format; where the format cannot be followed, as stored, with a finding. */
export function showNumber(value: number, raw: string, format: StyleFormat, from1904: boolean): Shown {
  const text = format.number(value, from1904);
  if (text !== null) return { text, raw };
  return { text: raw, raw, finding: { code: 'unrendered-number', params: { format: format.code, value: raw } } };
}
