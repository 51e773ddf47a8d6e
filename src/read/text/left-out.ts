import type { Finding } from '../../model/diagnostic.ts';
import type { Claim } from './blocks.ts';
import { tokensOf } from './columns.ts';
import { isRule, type Line, placer } from './lines.ts';
import { isNote } from './rows.ts';

/** Texts side by side in one line, from which it looks like a row. */
const sideBySide = 3;

const label = /^[^：:]{1,8}[：:]/;

/** Texts that tabs, bars or several blanks keep apart. */
function partsOf(text: string): string[] {
  const cuts = [text.split('\t'), text.split(/[|│]/), tokensOf(text).map(token => token.text)];
  const written = cuts.map(parts => parts.map(part => part.trim()).filter(part => part !== ''));
  return written.reduce((most, parts) => (parts.length > most.length ? parts : most));
}

/** Whether a line outside the tables looks like a row: texts side by side that are no labels (经办人：). */
export function isRowLike(text: string): boolean {
  if (isRule(text) || !/[\t|│]|\s\s/.test(text.trim())) return false;
  const parts = partsOf(text);
  const cells = parts.map(text => ({ text, places: [] }));
  return parts.length >= sideBySide && !isNote({ cells }) && !parts.some(part => label.test(part));
}

/**
 * Lines below a table that look like its rows but were read as prose: nothing may be dropped in silence. `doubts` are
 * lines where a table begins that was not read at all, which is said of it already.
 */
export function leftOut(lines: readonly Line[], claims: readonly Claim[], doubts: readonly number[]): Finding[] {
  return claims.flatMap(({ table }, i): Finding[] => {
    const next = [claims[i + 1]?.table.from ?? lines.length, ...doubts.filter(line => line >= table.to)].reduce(
      (a, b) => Math.min(a, b),
    );
    return lines.slice(table.to, next).flatMap((line): Finding[] => {
      if (!isRowLike(line.text)) return [];
      const cells = partsOf(line.text).length;
      return [{ code: 'row-left-out', params: { cells }, raw: line.text.trim(), places: [placer(line)(0)] }];
    });
  });
}
