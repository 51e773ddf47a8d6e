import { numeral } from '../numerals.ts';
import { formatDate } from './date.ts';
import { formatDecimal, general } from './decimal.ts';
import { sectionsOf, type Token } from './tokens.ts';

/** A parsed number format: how a value is shown. */
export interface NumberFormat {
  /** Null where the format has something that is not rendered here. */
  readonly number: (value: number, from1904: boolean) => string | null;
  readonly text: (value: string) => string;
}

type Section = readonly Token[];

const has = (section: Section, kind: Token['kind'], pattern: RegExp): boolean =>
  section.some(token => token.kind === kind && pattern.test(token.text));

const isDate = (section: Section): boolean =>
  section.some(token => token.kind === 'date') || has(section, 'bracket', /^(?:h+|m+|s+|\$-F[48]00)$/i);

/** `[>=50]` before a section: which numbers it is for. */
function condition(section: Section): ((value: number) => boolean) | undefined {
  for (const { kind, text } of section) {
    const match = kind === 'bracket' && /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(text);
    if (!match) continue;
    const limit = Number(match[2]);
    switch (match[1]) {
      case '<':
        return value => value < limit;
      case '<=':
        return value => value <= limit;
      case '>':
        return value => value > limit;
      case '>=':
        return value => value >= limit;
      case '=':
        return value => value === limit;
      default:
        return value => value !== limit;
    }
  }
  return undefined;
}

/** The section for a number, and whether the number's own minus is printed before it. */
function choose(sections: readonly Section[], value: number): { section: Section; minus: boolean } {
  const negative = value < 0;
  const numeric = sections.slice(0, 3).filter((section, i) => i === 0 || !has(section, 'mark', /^@$/));
  const conditions = numeric.map(condition);
  if (conditions.some(Boolean)) {
    const at = conditions.findIndex((holds, i) => (holds ? holds(value) : i === numeric.length - 1));
    return { section: numeric[Math.max(at, 0)]!, minus: negative };
  }
  const at = negative && numeric.length > 1 ? 1 : value === 0 && numeric.length > 2 ? 2 : 0;
  return { section: numeric[at]!, minus: negative && at === 0 };
}

/** Text of the brackets: `[$¥-804]` prints ¥, the rest steer. */
const currency = (section: Section): Section =>
  section.map(token => {
    const sign = token.kind === 'bracket' ? /^\$([^-]+)/.exec(token.text)?.[1] : undefined;
    return sign === undefined ? token : { kind: 'text', text: sign };
  });

const systemDates: Readonly<Record<string, string>> = { F800: 'yyyy"年"m"月"d"日"', F400: 'h:mm:ss' };

/** [DBNum1] and [DBNum2]: whole numbers in Chinese numerals, counted in General, digit by digit in `0`. */
function hanziNumber(value: number, section: Section): string | null {
  const kind = section.find(token => token.kind === 'bracket' && /^DBNum/i.test(token.text))!.text.slice(-1);
  const counted = { '1': 'chineseCountingThousand', '2': 'chineseLegalSimplified' }[kind];
  if (!counted || !Number.isInteger(value) || value <= 0 || value >= 1e8) return null;
  const usual = has(section, 'mark', /^G/i);
  if (!usual && kind !== '1') return null;
  const text = numeral(usual ? counted : 'ideographDigital', value);
  // Excel counts 一十 where others say 十.
  const said = usual && text?.startsWith('十') ? `一${text}` : text;
  const own = section.filter(token => token.kind === 'text').map(token => token.text);
  return own.length === 0 ? said : null;
}

function show(value: number, section: Section, from1904: boolean): string | null {
  if (isDate(section)) {
    const system = section.flatMap(({ kind, text }) =>
      kind === 'bracket' ? (systemDates[text.slice(2)] ?? []) : [],
    )[0];
    return formatDate(value, system === undefined ? section : sectionsOf(system)[0]!, from1904);
  }
  if (has(section, 'bracket', /^DBNum/i)) return hanziNumber(value, section);
  const usual = section.findIndex(({ kind, text }) => kind === 'mark' && /^(?:G|@)/i.test(text));
  if (usual < 0) return formatDecimal(value, section);
  return section.map((token, i) => (i === usual ? general(value) : token.kind === 'text' ? token.text : '')).join('');
}

/** Excel's own limit. */
const maxLength = 255;

export function parseFormat(format: string): NumberFormat {
  if (format.length > maxLength) return { number: () => null, text: value => value };
  const sections = sectionsOf(format).map(currency);
  const forText = sections[3] ?? sections.find(section => has(section, 'mark', /^@$/));
  return {
    number: (value, from1904) => {
      if (!Number.isFinite(value)) return null;
      const { section, minus } = choose(sections, value);
      const shown = show(isDate(section) ? value : Math.abs(value), section, from1904);
      return shown === null ? null : `${minus && !isDate(section) ? '-' : ''}${shown}`.trim();
    },
    text: value =>
      forText === undefined
        ? value
        : forText
            .map(({ kind, text }) => (kind === 'mark' && text === '@' ? value : kind === 'text' ? text : ''))
            .join(''),
  };
}
