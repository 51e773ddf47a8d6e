import { readNumber } from './numerals.ts';

/** One way of marking the items of a list: `1.` `（二）` `③`. */
export interface MarkStyle {
  readonly name: string;
  /** Typists mix the styles of one family: 1. 2、 3. */
  readonly family: string;
  /** Its group is the numeral. Sees flat text, and is used with `matchAll`. */
  readonly pattern: RegExp;
  /** Null: no such number; a bullet always gives null. */
  readonly number: (numeral: string) => number | null;
  /** Where it may stand: `parted` only after punctuation or a line break, `strong` only where a sentence may begin. */
  readonly place: 'anywhere' | 'parted' | 'strong';
  /** One such mark alone makes no list: A.O.史密斯, ★ for emphasis. */
  readonly social: boolean;
  /** What follows where the numeral and its punctuation are text: 1.5米, 一、二级, A、B类. */
  readonly goesOn?: RegExp;
  readonly bullet?: true;
}

type Look = Pick<MarkStyle, 'pattern' | 'number' | 'goesOn'>;
const free = { place: 'anywhere', social: false } as const;
const shy = { place: 'parted', social: true } as const;

const arabic = (before: string, after: string): Look => ({
  pattern: new RegExp(`${before}(?<![\\d.])(\\d{1,3})${after}`, 'gu'),
  number: Number,
  goesOn: /^\d/,
});
const han = (before: string, after: string): Look => ({
  pattern: new RegExp(`${before}(?<![一二三四五六七八九十百])([一二三四五六七八九十]{1,3})${after}`, 'gu'),
  number: readNumber,
  goesOn: /^[一二三四五六七八九十]{1,3}[、和及至到类级种等星季期批]/u,
});
const latin = (pattern: RegExp): Look => ({
  pattern,
  number: c => c.toLowerCase().charCodeAt(0) - 96,
  goesOn: /^[A-Za-z](?![A-Za-z])/,
});

type Span = readonly [first: string, last: string, number: number];

/** Characters that count by themselves: ①–⑳ from 1. */
function run(spans: readonly Span[], after = ''): Look {
  const code = (c: string) => c.codePointAt(0)!;
  return {
    pattern: new RegExp(`([${spans.map(([first, last]) => `${first}-${last}`).join('')}])${after}`, 'gu'),
    number: c => {
      const span = spans.find(([first, last]) => code(c) >= code(first) && code(c) <= code(last));
      return span ? code(c) - code(span[0]) + span[2] : null;
    },
  };
}

const circled = run([
  ['①', '⑳', 1],
  ['㉑', '㉟', 21],
  ['㊱', '㊿', 36],
]);
/** 1–50 for ①–㊿; null for anything else. */
export const numberOfCircled = (character: string): number | null => circled.number(character);

/** Every style of mark. No two match at one place. */
export const markStyles: readonly MarkStyle[] = [
  { name: '1.', family: 'arabic', ...free, ...arabic('', '\\.') },
  { name: '1、', family: 'arabic', ...free, ...arabic('', '、') },
  { name: '1）', family: 'arabic', ...free, ...arabic('(?<!（)', '）') },
  { name: '1，', family: 'arabic', place: 'strong', social: true, ...arabic('', '[，：。](?!\\d)') },
  { name: '（1）', family: '（1）', ...free, ...arabic('（', '）') },
  { name: '①', family: '①', ...free, ...circled },
  {
    name: '❶',
    family: '❶',
    ...free,
    ...run([
      ['❶', '❿', 1],
      ['⓫', '⓴', 11],
    ]),
  },
  { name: '⓵', family: '⓵', ...free, ...run([['⓵', '⓾', 1]]) },
  { name: '⑴', family: '⑴', ...free, ...run([['⑴', '⒇', 1]]) },
  { name: '⒈', family: '⒈', ...free, ...run([['⒈', '⒛', 1]]) },
  { name: '㈠', family: '㈠', ...free, ...run([['㈠', '㈩', 1]]) },
  { name: '㊀', family: '㊀', ...free, ...run([['㊀', '㊉', 1]]) },
  { name: '一、', family: '一、', ...free, ...han('', '[、.]') },
  { name: '一）', family: '一、', ...free, ...han('(?<!（)', '）') },
  { name: '（一）', family: '（一）', ...free, ...han('（', '）') },
  { name: '第一，', family: '第一，', ...shy, ...han('[第其]', '[，、：]') },
  { name: '第1，', family: '第一，', ...shy, ...arabic('第', '[，、：]') },
  // 一是否 asks, it does not count.
  { name: '一是', family: '一是', ...shy, ...han('', '是(?!否)') },
  {
    name: 'Ⅰ.',
    family: 'Ⅰ.',
    ...shy,
    ...run(
      [
        ['Ⅰ', 'Ⅻ', 1],
        ['ⅰ', 'ⅻ', 1],
      ],
      '[.、]',
    ),
    goesOn: /^[Ⅰ-ⅻ]/,
  },
  { name: 'A.', family: 'A.', ...shy, ...latin(/(?<![A-Za-z\d.（])([A-Z])[.、）]/gu) },
  { name: 'a.', family: 'a.', ...shy, ...latin(/(?<![A-Za-z\d.（])([a-z])[.、）]/gu) },
  { name: '（A）', family: '（A）', ...shy, ...latin(/（([A-Z])）/gu) },
  { name: '（a）', family: '（a）', ...shy, ...latin(/（([a-z])）/gu) },
  {
    name: '●',
    family: '●',
    place: 'anywhere',
    social: true,
    bullet: true,
    // Word's bullets come from symbol fonts and arrive as private characters.
    pattern: /([●•○■□◆◇▲△★☆►▪▫◦\uf06c\uf06e\uf071\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0fc])/gu,
    number: () => null,
  },
  {
    name: '-',
    family: '-',
    place: 'strong',
    social: true,
    bullet: true,
    pattern: /([-–—·*]+)/gu,
    number: () => null,
  },
];
