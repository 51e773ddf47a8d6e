/** Writes a counter, 1 or more, in one of Word's numbering formats. */
type Numerals = (n: number) => string;

const decimal: Numerals = n => String(n);

// One character per number, from a list; beyond its end Word goes on in digits.
const listed = (characters: string): Numerals => {
  const all = [...characters];
  return n => all[n - 1] ?? decimal(n);
};
const range = (first: number, length: number): string =>
  String.fromCodePoint(...Array.from({ length }, (_, i) => first + i));

// 1 is a, 26 is z, 27 is aa, 53 is aaa.
const letters =
  (first: string): Numerals =>
  n =>
    String.fromCodePoint(first.codePointAt(0)! + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 100));

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const roman: Numerals = n => {
  if (n > 32_767) return decimal(n);
  let left = n;
  return romans
    .map(([value, letter]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return letter.repeat(times);
    })
    .join('');
};

const positional =
  (digits: string): Numerals =>
  n =>
    [...String(n)].map(digit => [...digits][Number(digit)]).join('');

/** Counting with units: 十一, 一百零一, 一万二千; `ten` is written for 十 at the front, where others have 一十. */
const counting =
  (digits: string, units: readonly string[], ten: string, one = true): Numerals =>
  n => {
    if (n >= 10_000) {
      const [high, low] = [Math.floor(n / 10_000), n % 10_000];
      const gap = low > 0 && low < 1000 ? digits[0] : '';
      return `${counting(digits, units, ten, one)(high)}万${gap}${low ? counting(digits, units, ten, one)(low) : ''}`;
    }
    let text = '';
    let zero = false;
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(n / 10 ** power) % 10;
      if (digit === 0) {
        zero = text !== '';
        continue;
      }
      if (zero) text += digits[0];
      zero = false;
      if (power === 1 && digit === 1 && text === '') text = ten;
      else text += (digit === 1 && power > 0 && !one ? '' : digits[digit]) + (power ? units[power - 1]! : '');
    }
    return text;
  };

const hanzi = '零一二三四五六七八九';
const plainUnits = ['十', '百', '千'];
const thousands = counting(hanzi, plainUnits, '十');
const japanese = counting('〇一二三四五六七八九', plainUnits, '十', false);
const circled: Numerals = n =>
  n > 50 ? decimal(n) : listed(range(0x2460, 20) + range(0x3251, 15) + range(0x32b1, 15))(n);

/** ST_NumberFormat, ECMA-376 part 1, 17.18.59, by its names. A bullet says nothing of its own and is left out. */
const formats: Readonly<Record<string, Numerals>> = {
  decimal,
  decimalHalfWidth: decimal,
  none: () => '',
  bullet: () => '',
  decimalZero: n => decimal(n).padStart(2, '0'),
  decimalFullWidth: positional('０１２３４５６７８９'),
  decimalFullWidth2: positional('０１２３４５６７８９'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: listed(range(0x2474, 20)),
  decimalEnclosedFullstop: listed(range(0x2488, 20)),
  numberInDash: n => `- ${n} -`,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: n => roman(n).toUpperCase(),
  lowerRoman: roman,
  chineseCounting: n => (n < 100 ? thousands(n) : positional('○一二三四五六七八九')(n)),
  chineseCountingThousand: thousands,
  taiwaneseCounting: n => (n < 100 ? thousands(n) : positional('○一二三四五六七八九')(n)),
  taiwaneseCountingThousand: thousands,
  japaneseCounting: japanese,
  ideographDigital: positional('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: positional('〇一二三四五六七八九'),
  taiwaneseDigital: positional('○一二三四五六七八九'),
  chineseLegalSimplified: counting('零壹贰叁肆伍陆柒捌玖', ['拾', '佰', '仟'], '壹拾'),
  ideographLegalTraditional: counting('零壹貳參肆伍陸柒捌玖', ['拾', '佰', '仟'], '壹拾'),
  ideographTraditional: listed('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: listed('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: listed(range(0x3280, 10)),
};

/** The counter as the format writes it; null where the format is not known. `001, 002, …` is a custom format. */
export function numeral(format: string, n: number): string | null {
  const custom = /^(0+)1(?:,|$)/.exec(format);
  if (custom) return decimal(n).padStart(custom[1]!.length + 1, '0');
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!write) return null;
  return n < 1 ? decimal(n) : write(n);
}
