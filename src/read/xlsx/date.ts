import { numeral } from '../numerals.ts';
import type { Token } from './tokens.ts';

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Seconds of the day, and of the whole value. */
  readonly seconds: number;
  readonly elapsed: number;
}

/** The moment that a serial number stands for; null outside 1900–9999. Day 60 is Excel's 29 February 1900. */
function momentOf(serial: number, from1904: boolean): Moment | null {
  const elapsed = Math.round(serial * 86_400);
  const days = Math.floor(elapsed / 86_400) + (from1904 ? 1462 : 0);
  if (days < 0 || days > 2_958_465) return null;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  const [month, day] = days === 60 ? [2, 29] : days === 0 ? [1, 0] : [date.getUTCMonth() + 1, date.getUTCDate()];
  const year = days <= 60 ? 1900 : date.getUTCFullYear();
  return {
    year,
    month,
    day,
    weekday: (days + 6) % 7,
    seconds: elapsed - Math.floor(elapsed / 86_400) * 86_400,
    elapsed,
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const hanziDays = '日一二三四五六';

/** Writes a date or time by one section; null for codes of eras and calendars that are not read here. */
export function formatDate(serial: number, section: readonly Token[], from1904: boolean): string | null {
  const moment = momentOf(serial, from1904);
  if (!moment) return null;
  const codes = section.filter(
    token => token.kind === 'date' || (token.kind === 'bracket' && /^[hms]+$/i.test(token.text)),
  );
  const halves = codes.some(token => token.text.includes('/'));
  const hanzi = section.some(token => token.kind === 'bracket' && /^DBNum1$/i.test(token.text));
  const hour = Math.floor(moment.seconds / 3600);
  const digits = (n: number, width: number): string => String(n).padStart(width, '0');
  const number = (n: number, width: number): string =>
    hanzi ? (numeral(width === 4 ? 'ideographDigital' : 'chineseCountingThousand', n) ?? '') : digits(n, width);
  const isClock = (token: Token | undefined, letter: string): boolean => token?.text[0]?.toLowerCase() === letter;

  const write = (token: Token): string | null => {
    const at = codes.indexOf(token);
    const { length } = token.text;
    switch (token.text[0]!.toLowerCase()) {
      case 'y':
        return length <= 2 ? digits(moment.year % 100, 2) : number(moment.year, 4);
      case 'e':
        return number(moment.year, 4);
      case 'm':
        // m after an hour or before a second is minutes.
        if (isClock(codes[at - 1], 'h') || isClock(codes[at + 1], 's'))
          return number(Math.floor(moment.seconds / 60) % 60, Math.min(length, 2));
        if (length <= 2) return number(moment.month, length);
        return length === 3
          ? months[moment.month - 1]!.slice(0, 3)
          : length === 4
            ? months[moment.month - 1]!
            : months[moment.month - 1]![0]!;
      case 'd':
        if (length <= 2) return number(moment.day, length);
        return length === 3 ? weekdays[moment.weekday]!.slice(0, 3) : weekdays[moment.weekday]!;
      case 'a':
        if (token.text.includes('/')) return hour < 12 ? 'AM' : 'PM';
        return (length === 4 ? '星期' : '') + hanziDays[moment.weekday]!;
      case '上':
        return hour < 12 ? '上午' : '下午';
      case 'h':
        return number(halves ? hour % 12 || 12 : hour, Math.min(length, 2));
      case 's':
        return number(moment.seconds % 60, Math.min(length, 2));
      default:
        return null;
    }
  };
  // Fractions of seconds (`ss.0`) are left out: no plan has them.
  const fractions = section.some(token => token.kind === 'digit');
  const texts = section.map(token => {
    if (token.kind === 'date') return write(token);
    if (token.kind === 'digit' || (fractions && token.text === '.')) return '';
    if (token.kind !== 'bracket') return token.text === '@' ? '' : token.text;
    const unit = { h: 3600, m: 60, s: 1 }[/^([hms])\1*$/i.exec(token.text)?.[1]?.toLowerCase() ?? ''];
    return unit ? digits(Math.floor(moment.elapsed / unit), token.text.length) : '';
  });
  return texts.includes(null) ? null : texts.join('');
}
