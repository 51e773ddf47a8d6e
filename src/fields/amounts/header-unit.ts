import { foldText } from '../fold.ts';
import { simplify } from '../traditional.ts';
import type { BareUnit } from './core.ts';
import { readPer } from './duration.ts';
import { isCounter } from './lexicon.ts';

const percent: Record<string, number> = { '%': 0, '‰': -1 };

function readUnit(unit: string): BareUnit | null {
  if (unit in percent) return { what: 'percent', shift: percent[unit]! };
  if (isCounter(unit)) return { what: 'count', unit };
  const times = /^次(?:数|[/∕每](.+))?$/u.exec(unit);
  if (!times) return null;
  const per = times[1] === undefined ? null : readPer(times[1]);
  return times[1] !== undefined && per === null ? null : { what: 'times', per, most: 366 };
}

/** What a number alone counts under a header: 抽查比例（%）, 抽取对象数（户）, 抽查户数, 频次（次/年）, 每年抽查次数. */
export function headerUnit(header: string | undefined): BareUnit | null {
  if (header === undefined || header.length > 200) return null;
  const plain = simplify(foldText(header));
  for (const [, bracket] of plain.matchAll(/（(?:单位：)?([^（）]{1,8})）/gu)) {
    const unit = readUnit(bracket!);
    if (unit) return unit;
  }
  const named = /单位：(.{1,8})$/u.exec(plain)?.[1] ?? /([户家])数$/u.exec(plain)?.[1] ?? /([%‰])$/u.exec(plain)?.[1];
  if (named) return readUnit(named);
  const every = /^(每.{1,3})(?:抽查|检查|.{0,2})(?:频次|次数|频率)$/u.exec(plain)?.[1];
  const per = every && readPer(every);
  return per ? { what: 'times', per, most: 366 } : null;
}
