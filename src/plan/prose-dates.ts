const digits = '〇一二三四五六七八九';

/** 二〇二三 → 2023; the zero is written in several ways. */
const arabic = (text: string): string =>
  text.replace(/[○零O〇]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, digit => String(digits.indexOf(digit)));

/** 一…三十一 as months and days are written. */
function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  const unit = ones ? digits.indexOf(ones) : 0;
  return tens === null ? unit : (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 + unit;
}

const year = '((?:19|20)\\d\\d|二[○零O〇][〇○零O一二三四五六七八九]{2})';
const part = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const fullDate = new RegExp(
  `${year}(?:年${part}月${part}[日号]|-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2}))`,
  'u',
);
const planYear = new RegExp(`${year}(?:年|年度|版|度)`, 'u');

/** The first full date in a folded line as YYYY-MM-DD; null where there is none or it does not exist. */
export function findDate(text: string): string | null {
  const match = fullDate.exec(text);
  if (!match) return null;
  const [, y, ...parts] = match;
  const [month, day] = parts.filter(found => found !== undefined).map(small) as [number, number];
  const date = new Date(Date.UTC(Number(arabic(y!)), month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** The year that a folded title names: 2023年度, 二〇二三年. */
export function findYear(text: string): number | null {
  const match = planYear.exec(text) ?? /(?<!\d)(20\d\d)(?!\d)/.exec(text);
  return match ? Number(arabic(match[1]!)) : null;
}
