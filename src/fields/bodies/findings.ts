import type { Bilingual, Finding } from '../../model/diagnostic.ts';
import type { CellDrafts } from './cell.ts';
import type { Entry } from './compose.ts';
import { lookup } from './registry.ts';
import type { Repaired, SuffixEvidence } from './repair.ts';

/** The evidence of a repair, in words. */
const suffixReasons: Record<SuffixEvidence, (suffix: string) => Bilingual> = {
  shared: suffix => ({ zh: `与后面的部门共用“${suffix}”`, en: `shares ${suffix} with the body behind it` }),
  column: suffix => ({ zh: `据同列的部门补“${suffix}”`, en: `${suffix} as in other cells of the column` }),
  usual: suffix => ({ zh: `补脱漏的“${suffix}”`, en: `lost ${suffix} restored` }),
};
const carriedReason = { zh: '前缀据同格或同列的部门补', en: 'prefix from another body of the cell or column' };
const doubledReason = { zh: '去掉重复的词', en: 'doubled word removed' };

function reasonOf({ carried, suffix, suffixBy, draft }: Repaired): Bilingual {
  const reasons = [
    ...(carried ? [carriedReason] : []),
    ...(suffixBy ? [suffixReasons[suffixBy](suffix)] : []),
    ...(draft.doubled ? [doubledReason] : []),
  ];
  return { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') };
}

/** What must be said of one name. */
export function findingsOf(
  repaired: Repaired,
  entries: readonly Entry[],
  before: Repaired | undefined,
  lines: boolean,
): Finding[] {
  const { draft, prefix, carried, suffix } = repaired;
  const { reading, alias, open, separator } = draft;
  const [{ name, unit }] = entries.map(({ body }) => body) as [Entry['body']];
  const findings: Finding[] = [];
  const say = (code: Finding['code'], params: Finding['params'] = {}) => findings.push({ code, params });

  if (before && separator === null) say('run-together', { left: before.draft.printed, right: draft.printed });
  if (before && separator === ' ' && !lines)
    say('split-at-space', { left: before.draft.printed, right: draft.printed });
  if (carried || suffix || draft.doubled) {
    const names = entries.map(({ body }) => body.name).join('、');
    say('body-repaired', { printed: draft.printed, name: names, why: reasonOf(repaired) });
  }
  if (reading.kind === 'stem' && !suffix) say('bare-body-name', { name, unit });
  if (reading.kind === 'unknown') say('unknown-body', { name, unit });
  const known =
    reading.kind === 'known' ? reading.known : reading.kind === 'stem' ? lookup(reading.rest + suffix) : null;
  if (known) {
    const { vague, former, also } = known;
    if (vague) say('unnamed-body', { name });
    if (former) say('former-body', { name, unit });
    if (also.length > 0) say('merged-body', { name, unit, also: also.join('、') });
  }
  if (prefix.unlisted) say('unlisted-place', { name, place: prefix.levels[0]!.words });
  if (prefix.unclear) say('unclear-level', { name, text: prefix.levels[0]!.words });
  if (alias !== null) say('second-name-plate', { name, alias });
  if (open !== null) say('open-body-list', { text: open });
  return findings;
}

/** What must be said of the cell as a whole. */
export const findingsOfScript = ({ script }: CellDrafts, text: string): Finding[] =>
  script.traditional || script.annotated ? [{ code: 'traditional-characters', params: { text } }] : [];
