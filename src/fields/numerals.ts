/** Source of a pattern for numbers in Arabic digits, well formed or not: `readNumber` judges. Bounded, to be quick. */
export const arabic = '\\d[\\d.,]{0,24}(?<![.,])';

/** Source of a pattern for numbers in Chinese characters, ordinary and financial. */
export const chinese = '[零〇一二两三四五六七八九十百千万亿廿卅卌点壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}';

const digits = new Map(
  ['零', '一', '二两', '三', '四', '五', '六', '七', '八', '九'].flatMap((forms, digit) =>
    [...forms].map(form => [form, digit] as const),
  ),
);
const ordinary: Record<string, string> = Object.fromEntries(
  '壹一 贰二 叁三 肆四 伍五 陆六 柒七 捌八 玖九 拾十 佰百 仟千 〇零'.split(' ').map(pair => [...pair]),
);
const tens: Record<string, string> = { 廿: '二十', 卅: '三十', 卌: '四十' };
const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const section =
  /^零?(?:([一二两三四五六七八九])千)?(零)?(?:([一二两三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?(零)?([一二三四五六七八九])?$/u;

/** Below 万: every unit smaller than the one before, every digit but the last followed by its unit. */
function readSection(text: string): number | null {
  if (text.length === 1 && digits.has(text)) return digits.get(text)!;
  const match = section.exec(text);
  if (!match) return null;
  const [, thousand, zero1, hundred, zero2, ten, unit, zero3, one] = match;
  const zeros = [zero1, zero2, zero3].filter(Boolean).length;
  // 一百二 is said for 120 and typed for 102: the gap must be filled by one 零, and by no more than one.
  const gap = Boolean(one) && !unit && Boolean(thousand ?? hundred);
  if (zeros > 1 || (gap && zeros === 0) || (zeros === 1 && !one && !unit)) return null;
  const tenth = unit ? Number(digits.get(ten ?? '一')) : 0;
  const value =
    (digits.get(thousand ?? '零')! * 10 + digits.get(hundred ?? '零')!) * 100 + tenth * 10 + digits.get(one ?? '零')!;
  return value > 0 ? value : null;
}

/** Digits in a row, as in 二〇二五: only with a 〇 or 零 among them, since 三五 also says "three to five". */
function readPositional(text: string): number | null {
  const values = [...text].map(character => digits.get(character));
  if (text.length < 2 || values.includes(undefined) || values[0] === 0 || !values.includes(0)) return null;
  return Number(values.join(''));
}

function readWhole(text: string, below = false): number | null {
  const positional = readPositional(text);
  if (positional !== null) return positional;
  // A 零 may only stand for the places left out below 万 or 亿.
  if (/^零./u.test(text) && !below) return null;
  for (const unit of ['亿', '万'] as const) {
    const at = text.indexOf(unit);
    if (at === -1) continue;
    const [high, rest] = [text.slice(0, at), text.slice(at + 1)];
    const upper = readWhole(high);
    const lower = rest === '' ? 0 : readWhole(rest, true);
    const size = 10 ** powers[unit]!;
    // 两万五 is said for 25000.
    if (upper === null || lower === null || lower >= size || high === '' || rest.length === 1) return null;
    return upper * size + lower;
  }
  return readSection(text);
}

/** Chinese characters to a decimal, as digits; null where they are no number, or one with two readings. */
function spellOut(text: string): string | null {
  const plain = text.replace(
    /[壹贰叁肆伍陆柒捌玖〇拾佰仟廿卅卌]/gu,
    character => ordinary[character] ?? tens[character]!,
  );
  const [whole = '', fraction, ...more] = plain.split('点');
  const value = readWhole(whole);
  if (value === null || more.length) return null;
  if (fraction === undefined) return String(value);
  const places = [...fraction].map(character => digits.get(character));
  return fraction === '' || places.includes(undefined) ? null : `${value}.${places.join('')}`;
}

const wellFormed = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
const multiplied = /^(.+?)([百千万亿]+)$/u;

/**
 * The number that a whole text says, times ten to the `shift`, exactly: 2.8万, 1,200, 二十五, 零点五. Null where it is
 * no number, or an ill-formed one that may have lost a character (05, 1,20, 三五).
 */
export function readNumber(text: string, shift = 0): number | null {
  if (text.length > 40) return null;
  const scaled = /^\d/.test(text) ? multiplied.exec(text) : null;
  const [number, scale] = scaled ? [scaled[1]!, scaled[2]!] : [text, ''];
  if (!/^(?:[百千]?万|[百千万]?亿|[百千])?$/u.test(scale)) return null;
  const decimal = /^\d/.test(number) ? (wellFormed.test(number) ? number.replaceAll(',', '') : null) : spellOut(number);
  if (decimal === null) return null;
  const exponent = [...scale].reduce((sum, unit) => sum + powers[unit]!, shift);
  // A decimal literal is read correctly rounded; 0.7 / 10 is not.
  return Number(`${decimal}e${exponent}`);
}

/** A number in digits without exponent, in its shortest form: 0.0000001, not 1e-7. */
export function formatNumber(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const at = whole.length + Number(exponent);
  const all = whole + fraction;
  if (at <= 0) return `0.${'0'.repeat(-at)}${all}`;
  return at >= all.length ? all.padEnd(at, '0') : `${all.slice(0, at)}.${all.slice(at)}`;
}
