import { findRegion, type Region } from '../fields/region.ts';
import { isTitleLike } from '../locate/index.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Folded, Said } from './prose.ts';
import type { Plan } from './schema.ts';

type Place = NonNullable<Plan['region']>;

export interface SaidRegion extends Said<Place> {
  readonly findings: readonly Finding[];
}

/** The plan's place: from the title, else the subtitle, else another title or the issuer in the prose above the table. */
export function findPlanRegion(
  title: Folded | null,
  subtitle: Folded | null,
  others: readonly Folded[],
  issuer: Said<string> | null,
): SaidRegion | null {
  const named = (line: Folded | null, by: string, text = line?.text): SaidRegion | null => {
    const found = line && text ? findRegion(text) : null;
    return found ? { value: placeOf(found), by, line: line!, findings: found.findings } : null;
  };
  const notice = others.findLast(({ text }) => isTitleLike(text) || /^.{0,40}关于.*通知$/u.test(text)) ?? null;
  return (
    named(title, 'title-region') ??
    named(subtitle, 'title-region') ??
    named(notice, 'prose-region') ??
    named(issuer?.line ?? null, 'prose-region', issuer?.value)
  );
}

const placeOf = ({ name, code, level }: Region): Place => ({ name, code, level });
