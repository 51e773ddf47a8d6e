import type { Finding } from '../../model/diagnostic.ts';
import type { CellContext, Notation, Outcome } from '../field.ts';
import { yearless } from './outcome.ts';
import type { Period } from './schema.ts';
import { anyYear, isAfter, readWindow } from './window.ts';

const separator = /[、，；和及与與]/u;

/** Pieces that share the unit of the next one get it: 3-5、9-11月, 第二、四季度. */
function completePieces(pieces: readonly string[]): string[] {
  const complete: string[] = [];
  for (const piece of [...pieces].reverse()) {
    const next = /[\d一二三四五六七八九十]$/u.test(piece) ? /(月)份?$|(季度)$/u.exec(complete[0] ?? '') : null;
    complete.unshift(piece + (next?.[1] ?? next?.[2] ?? ''));
  }
  return complete;
}

/** Windows in a row; each counts its year from the one before. */
function readSeveral(text: string, context: CellContext): Outcome<Period> | null {
  const unnamed = context.year === null || context.year === undefined;
  const checked = unnamed && readSeveral(text, { ...context, year: anyYear });
  if (checked !== false && !checked?.value) return checked;
  const segments: { start: string; end: string }[] = [];
  const findings: Finding[] = [];
  let base = context.year ?? null;
  let vague = false;
  for (const piece of completePieces(text.split(separator))) {
    const dated = readWindow(piece, context, base);
    if (!dated) return null;
    if (dated.yearless) return yearless(text);
    const { start = null, end = null } = dated.value ?? {};
    if (start === null || end === null) return { value: null, findings: dated.findings ?? [] };
    const last = segments.at(-1);
    if (last && !isAfter(start, last.end))
      return { value: null, findings: [{ code: 'disordered-windows', params: { text, piece } }] };
    segments.push({ start, end });
    findings.push(...(dated.findings ?? []));
    base = Number(end.slice(0, 4));
    vague ||= dated.vague ?? false;
  }
  const [first, last] = [segments.at(0), segments.at(-1)];
  if (!first || !last) return null;
  return { value: { start: first.start, end: last.end, segments, ...(vague && { note: text }) }, findings };
}

export const several: Notation<Period> = {
  name: 'several',
  title: { zh: '多个时间段', en: 'several windows' },
  examples: ['2025年3-5月、9-11月', '2025年6月和11月', '2025年第二、四季度', '2025年10-12月、次年1-3月'],
  pattern: /^(?:[^、，；和及与與]{1,40}[、，；和及与與]){1,11}[^、，；和及与與]{1,40}$/u,
  read: ([text], context) => readSeveral(text, context),
};
