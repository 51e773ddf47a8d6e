import type { Token } from './tokens.ts';

/**
 * A number as decimal digits with `places` after the point, halves away from zero. Spreadsheets keep 15 digits: 0.145
 * as 0% is 15%, though its binary value is below.
 */
export function roundDecimal(value: number, places: number): { readonly whole: string; readonly part: string } {
  const [mantissa, exponent] = Math.abs(value).toExponential(14).split('e') as [string, string];
  const shift = Number(exponent) - 14 + places;
  const digits = BigInt(mantissa.replace('.', ''));
  const unit = 10n ** BigInt(Math.abs(shift));
  const scaled = shift >= 0 ? digits * unit : (digits + unit / 2n) / unit;
  const text = String(scaled).padStart(places + 1, '0');
  return {
    whole: text.slice(0, text.length - places).replace(/^0+(?=\d)/, ''),
    part: text.slice(text.length - places),
  };
}

/** A number without a format, as a wide enough cell shows it. */
export function general(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-9) return String(Number(value.toPrecision(6))).replace('e', 'E');
  const { whole, part } = roundDecimal(value, Math.max(0, 9 - Math.floor(Math.log10(Math.max(size, 1)))));
  const rest = part.replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${rest && `.${rest}`}`;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Writes a number (its size, not its sign) by the digit places of one section; null for fractions and powers. */
export function formatDecimal(value: number, section: readonly Token[]): string | null {
  const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text;
  if (section.some(token => isMark(token, '/') || (token.kind === 'mark' && /^E/i.test(token.text)))) return null;
  const digits = section.flatMap((token, i) => (token.kind === 'digit' ? [i] : []));
  const first = digits[0] ?? 0;
  const last = digits.at(-1) ?? -1;
  const point = section.findIndex(token => isMark(token, '.'));
  const isPart = (i: number): boolean => point >= 0 && i > point;
  const commas = section.flatMap((token, i) => (isMark(token, ',') ? [i] : []));
  const groups = commas.some(i => i > first && i < last && !isPart(i));
  const scale =
    100 ** section.filter(token => isMark(token, '%')).length /
    1000 ** commas.filter(i => i > last && digits.length > 0).length;
  const places = digits.filter(isPart);
  const scaled = Number((value * scale).toPrecision(15));
  if (!Number.isFinite(scaled)) return null;
  const { whole, part } = roundDecimal(scaled, places.length);

  // Digits are given out from the point to the left; the leftmost place takes all that are left.
  const wholes = digits.filter(i => !isPart(i));
  const forced = wholes.filter(i => section[i]!.text === '0').length;
  const shown = (whole === '0' ? '' : whole).padStart(forced, '0');
  const given = new Map<number, string>();
  for (const [k, i] of [...wholes].reverse().entries()) {
    const end = shown.length - k;
    given.set(
      i,
      i === wholes[0] ? shown.slice(0, Math.max(0, end)) : shown.slice(Math.max(0, end - 1), Math.max(0, end)),
    );
  }
  if (groups && wholes.length > 0) {
    for (const i of wholes) given.set(i, '');
    given.set(wholes[0]!, grouped(shown));
  }
  let kept = part.length;
  while (kept > 0 && part[kept - 1] === '0' && section[places[kept - 1]!]!.text !== '0') kept--;
  for (const [k, i] of places.entries()) given.set(i, k < kept ? part[k]! : '');

  return section
    .map((token, i) => {
      if (token.kind === 'digit') return given.get(i) ?? '';
      if (isMark(token, '.')) return kept > 0 || digits.length === 0 ? '.' : '';
      if (isMark(token, ',')) return digits.length === 0 ? ',' : '';
      return token.kind === 'bracket' ? '' : token.text;
    })
    .join('');
}
