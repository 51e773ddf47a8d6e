import type { TracedCell, TracedRow } from '../../model/traced.ts';
import { label, type Notice, type Rule, taskIndex } from './rule.ts';

export type Style = 'half' | 'full';

/** Width of the punctuation beside Chinese characters in a row, where it is of one kind. */
function styleOf(text: string): Style | null {
  const half = /\p{Script=Han}\s*[,;:]|[,;:]\s*\p{Script=Han}/u.test(text);
  const full = /[，；：]/u.test(text);
  return half === full ? null : half ? 'half' : 'full';
}

/** The text stands in this row itself, whatever was decided on its value. */
const isPrinted = ({ origin, from }: TracedCell): boolean =>
  origin === 'read' || (origin === 'corrected' && from === undefined);

/** Width of the punctuation that a row itself prints. */
export const rowStyle = (row: TracedRow): Style | null =>
  styleOf(
    Object.values(row.cells)
      .filter(isPrinted)
      .map(cell => cell.raw)
      .join('\n'),
  );

/** Punctuation that changes width by blocks of rows was changed page by page in conversion, not by the author. */
export const styleDrift: Rule = {
  name: 'style-drift',
  codes: ['style-drift'],
  needs: 'trace',
  check({ plan, trace }) {
    const rows = trace?.rows ?? [];
    const runs: { style: Style; first: number; last: number; size: number }[] = [];
    for (const [index, row] of rows.entries()) {
      const style = rowStyle(row);
      if (style === null) continue;
      const run = runs.at(-1);
      if (run?.style === style) Object.assign(run, { last: index, size: run.size + 1 });
      else runs.push({ style, first: index, last: index, size: 1 });
    }
    const sized = runs.reduce((sum, { size }) => sum + size, 0);
    if (runs.length < 2 || sized < runs.length * 2) return [];
    const number = (row: number) => label(plan.tasks[taskIndex(rows[row]!)], taskIndex(rows[row]!));
    const spans = (style: Style) =>
      runs
        .filter(run => run.style === style)
        .map(({ first, last }) => (first === last ? number(first) : `${number(first)}–${number(last)}`))
        .join('、');
    const notice: Notice = { code: 'style-drift', params: { half: spans('half'), full: spans('full') } };
    return [notice];
  },
};
