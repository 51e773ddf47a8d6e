import { findRegion } from '../fields/region.ts';
import { bracketGroups, isTitleLike } from '../locate/index.ts';
import type { Folded } from './prose.ts';
import { findDate, findYear } from './prose-dates.ts';

/** 附件1：, which may stand before a title on its line. */
const attachment = /^附(?:件|表)(?:\d{1,2}(?![\d年]))?[：:]?/u;
const unattached = (text: string): string => text.replace(attachment, '');

const editionWord = '(?:修订|修正|调整|征求意见|补充|试行|讨论|送审|审定)';
const editionGroup = new RegExp(
  `^(?:[^，。；]{0,10}${editionWord}(?:[稿版本案]|计划|方案|后)?|第[一二三四五六七八九十\\d]+[版批稿次]|20\\d\\d年?版|[^，。；]{0,6}稿)$`,
  'u',
);
const editionEnding = /(?:修订|调整|补充)(?:计划|方案|清单)$/u;
const yearGroup = /^(?:19|20)\d\d年?度?$/;

export interface Title {
  readonly line: Folded;
  /** Index of the first line below it. */
  readonly next: number;
}

/** What stands under a title: a subtitle, an edition, a year, each with its line. */
export interface Below {
  readonly subtitle: { readonly text: string; readonly line: Folded } | null;
  readonly edition: { readonly text: string; readonly line: Folded } | null;
  readonly year: { readonly year: number; readonly line: Folded } | null;
}

/** The title of a table: of the title-like lines nearest to it the first that names a year, with a first half above it. */
export function findTitle(lines: readonly Folded[]): Title | null {
  const last = lines.findLastIndex(({ text }) => isTitleLike(unattached(text)));
  if (last < 0) return null;
  let at = last;
  while (at > 0 && isTitleLike(unattached(lines[at - 1]!.text))) at--;
  const dated = lines.slice(at, last + 1).findIndex(({ text }) => findYear(text) !== null);
  if (dated > 0) at += dated;
  const text = unattached(lines[at]!.text);
  const above = lines[at - 1];
  const line =
    above && isFirstHalf(above.text, text)
      ? { text: unattached(above.text) + text, lines: [...above.lines, ...lines[at]!.lines] }
      : { text, lines: lines[at]!.lines };
  return { line, next: at + 1 };
}

/** The line above a title without a year, where the title was broken: it names the year and ends nothing. */
const isFirstHalf = (above: string, title: string): boolean =>
  above.length <= 40 &&
  findYear(title) === null &&
  findRegion(title) === null &&
  findYear(above) !== null &&
  !isTitleLike(unattached(above)) &&
  !/[，。；：！？）》]$|通知$|号$|日$/u.test(above) &&
  !/^关于/u.test(above);

const isEdition = (text: string): boolean => editionGroup.test(text);

/** The edition that a title itself names: …计划（修订版）, …调整计划. */
export function editionInTitle(title: string): string | null {
  const closing = /（([^（）]+)）$/u.exec(title)?.[1];
  return closing !== undefined && isEdition(closing) ? closing : (editionEnding.exec(title)?.[0] ?? null);
}

/**
 * Reads the lines between a title and its table. A bracket that is only an edition or a year is no subtitle, nor is the
 * title printed again.
 */
export function readBelowTitle(lines: readonly Folded[], title: string): Below {
  let { subtitle, edition, year }: Below = { subtitle: null, edition: null, year: null };
  for (const line of lines)
    for (const text of bracketGroups(line.text) ?? [line.text]) {
      if (yearGroup.test(text)) year ??= { year: findYear(text)!, line };
      else if (isEdition(text)) edition ??= { text, line };
      else if (text !== title && isTitleLike(text) && !findDate(text)) subtitle ??= { text, line };
    }
  return { subtitle, edition, year };
}
