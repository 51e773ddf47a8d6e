import { waivable } from '../corrections/propose.ts';
import type { Waiver } from '../corrections/schema.ts';
import { type EntryOptions, openUndecided, signature, writeEntries } from './entries.ts';
import { UsageError } from './exit.ts';

export interface WaiveArguments extends EntryOptions {
  /** Code of the finding; may be left out where only one is said of the target. */
  readonly code?: string;
  /** Last day on which the waiver holds. */
  readonly until?: string;
}

/** `choucha waive`: gives the exit code. */
export async function waiveCommand(file: string, target: string, options: WaiveArguments): Promise<number> {
  const { code, until, language } = options;
  const open = await openUndecided(file, options);
  if (typeof open === 'number') return open;
  const { plans } = open.conversion;
  const found = plans
    .filter((_, i) => options.plan === undefined || options.plan === i + 1)
    .flatMap(shown => waivable(shown, target));
  const chosen = found.filter(finding => code === undefined || finding.code === code);
  const codes = [...new Set(chosen.map(finding => finding.code))];
  if (codes.length !== 1) {
    const known = [...new Set(found.map(finding => finding.code))].join(', ');
    throw new UsageError(
      known === ''
        ? { zh: `${target} 没有诊断`, en: `nothing is said of ${target}` }[language]
        : {
            zh: `${target} 有 ${known}，请用 --code 指明一个`,
            en: `said of ${target}: ${known}; choose one with --code`,
          }[language],
    );
  }
  const entries = chosen.map(
    (finding): Waiver => ({ ...finding, ...signature(options), ...(until !== undefined && { until }) }),
  );
  return writeEntries(file, open, { list: 'waivers', entries }, options);
}
