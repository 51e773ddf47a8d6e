import { isExpired, isWaived } from '../corrections/waivers.ts';
import { type Code, type Diagnostic, diagnose, type Severity } from '../model/diagnostic.ts';
import { addressOf } from '../plan/address.ts';
import { fingerprintOf } from '../plan/fingerprints.ts';
import type { Plan } from '../plan/schema.ts';

/** A diagnostic that can be told without its plan. */
export interface Told extends Diagnostic {
  /** What `explain` calls its place: `26.creditRule`, `plan.year`, `plan`; empty where there is no plan. */
  readonly address: string;
  readonly fingerprint: string;
}

/** Diagnostics of a plan, each with its address and fingerprint. */
export const tellAll = (plan: Plan, diagnostics: readonly Diagnostic[]): Told[] =>
  diagnostics.map(diagnostic => ({
    ...diagnostic,
    address: addressOf(diagnostic.pointer, plan),
    fingerprint: fingerprintOf(diagnostic, plan),
  }));

/** A diagnostic of a file that gave no plan; it may still stand somewhere in the file's data. */
export const tellOfFile = (diagnostic: Diagnostic): Told => ({
  ...diagnostic,
  address: diagnostic.pointer === undefined ? '' : addressOf(diagnostic.pointer, null),
  fingerprint: '',
});

/** Which level a kind of finding has, for exit codes, print and reports; `off` leaves it out. */
export type Levels = Readonly<Partial<Record<Code, Severity | 'off'>>>;

/** How findings are judged: levels of their own, and on which day (ISO date), since waivers end. */
export interface Judgement {
  readonly levels: Levels;
  readonly today: string;
}

/** A finding as it counts. */
export interface Judged extends Told {
  /** A waiver holds for it: it is listed, and counts for nothing. */
  readonly accepted: boolean;
}

/**
 * Findings under the levels of a configuration, and under their waivers; one whose waiver has ended counts again and says so. An
 * error of a file that gave no plan keeps its level: the exit code tells of it anyway.
 */
export function judge(findings: readonly Told[], { levels, today }: Judgement): Judged[] {
  return findings.flatMap((finding): Judged[] => {
    const level = finding.address === '' ? undefined : levels[finding.code];
    if (level === 'off') return [];
    const judged = { ...finding, severity: level ?? finding.severity, accepted: isWaived(finding, today) };
    return finding.waived && isExpired(finding.waived, today) ? [judged, expired(finding)] : [judged];
  });
}

const expired = (finding: Told): Judged => ({
  ...diagnose(
    { code: 'waiver-expired', params: { code: finding.code, until: finding.waived!.until! } },
    { ...(finding.pointer !== undefined && { pointer: finding.pointer }), places: finding.places },
  ),
  address: finding.address,
  fingerprint: finding.fingerprint,
  accepted: false,
});

/** How many findings count, by severity, and how many are waived. */
export type Tally = Readonly<Record<Severity | 'waived', number>>;

export const noFindings: Tally = { error: 0, warning: 0, info: 0, waived: 0 };

export function tally(findings: readonly Judged[]): Tally {
  const counts: Record<Severity | 'waived', number> = { ...noFindings };
  for (const { severity, accepted } of findings) counts[accepted ? 'waived' : severity]++;
  return counts;
}

export const addTallies = (a: Tally, b: Tally): Tally => ({
  error: a.error + b.error,
  warning: a.warning + b.warning,
  info: a.info + b.info,
  waived: a.waived + b.waived,
});

/** A file and what is said of it. */
export interface ReportedFile {
  /** As it was named; of what is wrong with a corrections file, that file. */
  readonly path: string;
  readonly findings: readonly Judged[];
}
