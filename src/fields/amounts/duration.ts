import { formatNumber, readNumber } from '../numerals.ts';

const units: Record<string, string> = {
  年: 'Y',
  季: '3M',
  月: 'M',
  周: 'W',
  星期: 'W',
  礼拜: 'W',
  旬: '10D',
  日: 'D',
  天: 'D',
};
const stretch =
  /^(?:[/∕⁄·]|每|同|全|本|当|按|整|自然|日历|财政|计划|一?个)*([\d一二两三四五六七八九十]*)个?(?:自然|日历)?(半年|年|季|月|周|星期|礼拜|旬|日|天)/u;

/** A stretch of time as an ISO 8601 duration: 每年 → P1Y, 每三个月 → P3M, /季度 → P3M; null where there is none. */
export function readPer(text: string): string | null {
  if (/上.*下半年各/u.test(text)) return 'P6M';
  const match = stretch.exec(text);
  if (!match) return null;
  const number = match[1] === '' ? 1 : readNumber(match[1]!);
  if (number === null || number < 1 || number > 99 || !Number.isInteger(number)) return null;
  const unit = match[2]!;
  if (unit === '半年') return `P${6 * number}M`;
  const iso = units[unit]!;
  return /^\d/.test(iso) ? `P${Number.parseInt(iso, 10) * number}${iso.at(-1)}` : `P${number}${iso}`;
}

const names: Record<string, string> = { Y: '年', M: '个月', W: '周', D: '天' };
const single: Record<string, string> = { P1Y: '年', P6M: '半年', P3M: '季度', P1M: '月', P1W: '周', P1D: '日' };

/** The part after 次 in canonical text: P1Y → /年, P2M → /2个月. */
export function formatPer(per: string): string {
  const [, number, unit] = /^P(\d+)([YMWD])$/.exec(per) ?? [];
  return `/${single[per] ?? `${formatNumber(Number(number))}${names[unit ?? ''] ?? ''}`}`;
}
